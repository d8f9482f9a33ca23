//! What goes wrong with browsers: none of it costs an edit.

mod blocked;
mod copy;
mod kill;
mod newer;
mod renderer;
mod rescue;
mod tabs;

use std::pin::Pin;

use anyhow::Result;

use crate::{
    driver::{Driver, Profile},
    page::Page,
    server::Server,
    settings::{Engine, Settings},
};

type Go = for<'a> fn(&'a Stage<'a>, usize) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// What a trial takes place on.
pub(crate) struct Stage<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) settings: &'a Settings,
    pub(crate) server: &'a Server,
}

impl Stage<'_> {
    /// A browser with these data, and a window of it.
    async fn open(&self, profile: &Profile) -> Result<(Driver, Page)> {
        let driver = Driver::start(self.engine).await?;
        let Self { engine, settings, server } = self;
        let page = Page::open_with(&driver, engine, settings, server, profile).await?;
        Ok((driver, page))
    }

    /// Whether the driver starts this browser on a profile that it is given.
    fn takes_profiles(&self) -> bool {
        self.engine.name != "webkit"
    }
}

/// One thing that goes wrong.
pub(crate) struct Trial {
    /// What it is called.
    pub(crate) name: &'static str,
    go: Go,
}

impl Trial {
    /// Has it go wrong so many times.
    ///
    /// # Errors
    /// The first thing that is lost.
    pub(crate) async fn go(&self, stage: &Stage<'_>, rounds: usize) -> Result<()> {
        (self.go)(stage, rounds).await
    }
}

/// All trials.
pub(crate) const ALL: &[Trial] = &[
    Trial { name: "storage blocked", go: |stage, _| Box::pin(blocked::go(stage)) },
    Trial { name: "rescue", go: |stage, _| Box::pin(rescue::go(stage)) },
    Trial { name: "file kept up to date", go: |stage, _| Box::pin(copy::go(stage)) },
    Trial { name: "newer build", go: |stage, _| Box::pin(newer::go(stage)) },
    Trial { name: "two tabs", go: |stage, rounds| Box::pin(tabs::go(stage, rounds)) },
    Trial { name: "renderer killed", go: |stage, rounds| Box::pin(renderer::go(stage, rounds)) },
    Trial { name: "browser killed", go: |stage, rounds| Box::pin(kill::go(stage, rounds)) },
];
