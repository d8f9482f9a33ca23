//! The edge: the only code that names the browser. Small, and without decisions.

pub mod article_dom;
pub mod chance;
pub mod files;
pub mod highlight;
pub mod page;
pub mod storage;
