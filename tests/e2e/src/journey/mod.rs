//! What readers do.

mod bundle;
mod claims;
mod desk;
mod full_storage;
mod hostile;
mod keyboard;
mod mouse;
mod opening;
mod proposals;
pub(crate) mod sources;
mod version;

pub(crate) use self::{
    claims::Statement,
    desk::{COUNT, attribute, close_sheet, saved},
};

use std::pin::Pin;

use anyhow::Result;

use crate::page::Page;

type Walk = for<'a> fn(&'a Page) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// One way through the app.
pub(crate) struct Journey {
    /// What it is called.
    pub(crate) name: &'static str,
    walk: Walk,
}

impl Journey {
    /// Walks it.
    ///
    /// # Errors
    /// The first thing that is not as it should be.
    pub(crate) async fn walk(&self, page: &Page) -> Result<()> {
        (self.walk)(page).await
    }
}

/// All journeys, the longest first.
pub(crate) const ALL: &[Journey] = &[
    Journey { name: "mouse", walk: |page| Box::pin(mouse::walk(page)) },
    Journey { name: "keyboard", walk: |page| Box::pin(keyboard::walk(page)) },
    Journey { name: "proposals", walk: |page| Box::pin(proposals::walk(page)) },
    Journey { name: "new version", walk: |page| Box::pin(version::walk(page)) },
    Journey { name: "opening", walk: |page| Box::pin(opening::walk(page)) },
    Journey { name: "hostile pages", walk: |page| Box::pin(hostile::walk(page)) },
    Journey { name: "full storage", walk: |page| Box::pin(full_storage::walk(page)) },
    Journey { name: "one file", walk: |page| Box::pin(bundle::walk(page)) },
];
