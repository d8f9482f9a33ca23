//! The open proposals of a session, worked out again only where what they follow from has changed.

use std::rc::Rc;

use super::{Offers, Proposals};
use crate::{
    article::Article,
    store::{
        library::{Claims, Sources},
        placement::Placement,
    },
};

/// What open proposals follow from.
#[derive(Clone, Debug)]
pub(in crate::store) struct Basis {
    pub(in crate::store) proposals: Proposals,
    pub(in crate::store) article: Rc<Article>,
    pub(in crate::store) claims: Rc<Claims>,
    pub(in crate::store) sources: Rc<Sources>,
}

impl Basis {
    /// Whether it is the same, as far as allocations tell.
    fn is(&self, other: &Self) -> bool {
        self.proposals == other.proposals
            && Rc::ptr_eq(&self.article, &other.article)
            && Rc::ptr_eq(&self.claims, &other.claims)
            && Rc::ptr_eq(&self.sources, &other.sources)
    }
}

/// Open proposals, and what they were worked out from.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct Current {
    offers: Rc<Offers>,
    basis: Option<Basis>,
}

/// They follow from the rest of a session, and so make no difference between two.
impl PartialEq for Current {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Current {}

impl Current {
    /// The open proposals.
    pub(in crate::store) fn offers(&self) -> &Rc<Offers> {
        &self.offers
    }

    /// Works them out again, where `basis` is another one; without one there are none.
    pub(in crate::store) fn follow(&mut self, basis: Option<Basis>) {
        let Some(basis) = basis.filter(|basis| !basis.proposals.all.is_empty()) else {
            *self = Self::default();
            return;
        };
        if self.basis.as_ref().is_some_and(|known| known.is(&basis)) {
            return;
        }
        let Basis { proposals, article, claims, sources } = &basis;
        let placement = Placement::new(article.body.text(), claims, sources);
        self.offers = Rc::new(Offers::new(proposals, &placement, &article.dismissed, sources));
        self.basis = Some(basis);
    }
}
