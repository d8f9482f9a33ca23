//! Where things are.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

/// The project's folders.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// The project that this program belongs to.
    ///
    /// # Errors
    /// Where its folder is gone.
    pub(crate) fn here() -> Result<Self> {
        // `cargo run` says where the package is now; the path at compile time is for a program started by hand.
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().context("xtask lies in the project's folder")?.to_owned();
        // As cargo does, which runs at the root; an absolute path is kept by `join`.
        let target = root.join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()));
        Ok(Self { root, target })
    }

    /// The repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The site as it is published.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What cargo makes.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// What the project installs for itself.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// `program`, to be run at the root, with the project's own tools first on `PATH`.
    ///
    /// # Errors
    /// Where the root's path holds a colon, which `PATH` cannot express.
    pub(crate) fn command(&self, program: impl AsRef<Path>) -> Result<Command> {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root).env("PATH", self.search_path()?);
        Ok(command)
    }

    /// Where [`Self::command`] finds `program`, if it is installed.
    ///
    /// # Errors
    /// As [`Self::command`].
    pub(crate) fn find(&self, program: &str) -> Result<Option<PathBuf>> {
        let found = env::split_paths(&self.search_path()?)
            .map(|folder| folder.join(program))
            .find(|file| file.is_file());
        Ok(found)
    }

    fn search_path(&self) -> Result<OsString> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = [self.tools().join("bin")].into_iter().chain(env::split_paths(&inherited));
        env::join_paths(folders).context("the project's path cannot be put on PATH")
    }
}
