//! The edge: the only code that names the browser. Small, and without decisions.

pub mod article_dom;
pub mod broken;
pub mod chance;
pub mod database;
pub mod files;
pub mod highlight;
mod indexed_db;
pub mod kept_file;
pub mod page;
pub mod storage;
pub mod tabs;
pub mod worker;
