//! The edge: the only code that names the browser. Small, and without decisions.

pub mod article_dom;
pub mod broken;
pub mod chance;
pub mod database;
pub mod fetch;
pub mod files;
pub mod given;
pub mod handed;
pub mod highlight;
mod indexed_db;
pub mod kept_file;
pub mod launch;
pub mod page;
pub mod storage;
pub mod tabs;
pub mod worker;
