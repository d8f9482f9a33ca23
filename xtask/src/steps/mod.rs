//! What `cargo xtask test` runs: one file and one line in [`ALL`] for each step.

mod browser;
mod deny;
mod docs;
pub(crate) mod e2e;
mod format;
mod lint;
mod native;
mod size;

use std::cell::Cell;

use anyhow::Result;

use crate::{browsers::Browser, project::Project, site};

/// One step.
#[derive(Debug)]
pub(crate) struct Step {
    /// What `--only` calls it.
    pub(crate) name: &'static str,
    /// What it tests, in one line.
    pub(crate) summary: &'static str,
    /// Does it.
    pub(crate) run: fn(&Run<'_>) -> Result<()>,
}

/// All steps, in their order: what fails soonest comes first.
pub(crate) const ALL: &[Step] = &[
    format::STEP,
    deny::STEP,
    lint::STEP,
    docs::STEP,
    native::STEP,
    browser::STEP,
    size::STEP,
    e2e::STEP,
];

/// What the steps of one run share.
pub(crate) struct Run<'a> {
    /// The project under test.
    pub(crate) project: &'a Project,
    /// In which browsers.
    pub(crate) browsers: Vec<&'static Browser>,
    is_built: Cell<bool>,
}

impl<'a> Run<'a> {
    /// A run that has not begun.
    pub(crate) fn new(project: &'a Project, browsers: Vec<&'static Browser>) -> Self {
        Self { project, browsers, is_built: Cell::new(false) }
    }

    /// Builds the site, unless an earlier step did.
    ///
    /// # Errors
    /// Where that fails.
    fn build_site(&self) -> Result<()> {
        if !self.is_built.get() {
            site::build(self.project)?;
            self.is_built.set(true);
        }
        Ok(())
    }
}
