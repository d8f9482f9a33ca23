//! What travels together.

use std::rc::Rc;

use super::{Claim, Source};
use crate::article::Article;

/// Articles with their claims and the sources these name. Holds tombstones only where a format carries them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dataset {
    /// The articles.
    pub articles: Vec<Rc<Article>>,
    /// Every source that the claims name, and their parents.
    pub sources: Vec<Rc<Source>>,
    /// The claims.
    pub claims: Vec<Rc<Claim>>,
}
