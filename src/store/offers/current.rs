//! What follows from the rest of a session, worked out again only where what it follows from has changed.

use std::rc::Rc;

use super::{Offers, Proposals};
use crate::{
    article::Article,
    store::{
        library::{Claims, Sources},
        placement::Placement,
    },
};

/// What it follows from.
#[derive(Clone, Debug)]
pub(in crate::store) struct Basis {
    pub(in crate::store) proposals: Proposals,
    pub(in crate::store) article: Rc<Article>,
    pub(in crate::store) claims: Rc<Claims>,
    pub(in crate::store) sources: Rc<Sources>,
}

impl Basis {
    /// Whether claims stand in the same places, as far as allocations tell.
    fn places_as(&self, other: &Self) -> bool {
        let same_claims = Rc::ptr_eq(&self.claims, &other.claims)
            || self.claims.is_empty() && other.claims.is_empty();
        same_claims
            && Rc::ptr_eq(&self.article.body, &other.article.body)
            && Rc::ptr_eq(&self.sources, &other.sources)
    }

    /// Whether the same is proposed, where claims stand in the same places.
    fn proposes_as(&self, other: &Self) -> bool {
        self.proposals == other.proposals && Rc::ptr_eq(&self.article, &other.article)
    }

    fn placement(&self) -> Rc<Placement> {
        Rc::new(Placement::new(self.article.body.text(), &self.claims, &self.sources))
    }

    fn offers(&self, placement: &Placement) -> Rc<Offers> {
        let Self { proposals, article, sources, .. } = self;
        Rc::new(Offers::new(proposals, placement, &article.dismissed, sources))
    }
}

/// Where claims stand, which proposals are open, and what both were worked out from.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct Current {
    placement: Rc<Placement>,
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
    /// Where the claims stand, as they were followed last.
    pub(in crate::store) const fn placed(&self) -> &Rc<Placement> {
        &self.placement
    }

    /// Where the claims stand on this basis.
    pub(in crate::store) fn placement(&self, basis: &Basis) -> Rc<Placement> {
        let known = self.basis.as_ref().filter(|known| known.places_as(basis));
        known.map_or_else(|| basis.placement(), |_| self.placement.clone())
    }

    /// The open proposals.
    pub(in crate::store) fn offers(&self) -> &Rc<Offers> {
        &self.offers
    }

    /// Works out again what does not follow from `basis`; without one there is nothing.
    pub(in crate::store) fn follow(&mut self, basis: Option<Basis>) {
        let Some(basis) = basis else {
            *self = Self::default();
            return;
        };
        let same_places = self.basis.as_ref().is_some_and(|known| known.places_as(&basis));
        if !same_places {
            self.placement = basis.placement();
        }
        let same = same_places && self.basis.as_ref().is_some_and(|it| it.proposes_as(&basis));
        if basis.proposals.all.is_empty() {
            self.offers = Rc::default();
        } else if !same {
            self.offers = basis.offers(&self.placement);
        }
        self.basis = Some(basis);
    }
}
