//! Which tools, in which version: the one place that says so.

use anyhow::Result;

use crate::{lock, project::Project};

/// A tool that is compiled from crates.io.
#[derive(Debug)]
pub(crate) struct Crate {
    /// Its name there.
    pub(crate) name: &'static str,
    /// In which version.
    pub(crate) version: Version,
    /// What of it is compiled besides the usual.
    pub(crate) features: &'static [&'static str],
    /// The programs it installs.
    pub(crate) programs: &'static [&'static str],
    /// What it is for.
    pub(crate) purpose: &'static str,
    /// About how many minutes it takes to compile on two cores.
    pub(crate) minutes: u8,
}

/// Which version of a tool.
#[derive(Debug)]
pub(crate) enum Version {
    /// This one.
    Pinned(&'static str),
    /// The same as that of a crate in `Cargo.lock`.
    Locked(&'static str),
}

impl Version {
    /// The version as a number with dots.
    ///
    /// # Errors
    /// Where the lock file does not say it.
    pub(crate) fn number(&self, project: &Project) -> Result<String> {
        match self {
            Self::Pinned(number) => Ok((*number).to_owned()),
            Self::Locked(name) => lock::version(project, name),
        }
    }
}

/// A package from the npm registry.
#[derive(Debug)]
pub(crate) struct Package {
    /// Its name there.
    pub(crate) name: &'static str,
    /// In which version.
    pub(crate) version: &'static str,
    /// What it is for.
    pub(crate) purpose: &'static str,
}

/// Builds and serves the page.
pub(crate) const TRUNK: Crate = Crate {
    name: "trunk",
    version: Version::Pinned("0.21.14"),
    features: &[],
    programs: &["trunk"],
    purpose: "builds and serves the page",
    minutes: 8,
};

/// Joins wasm and JavaScript, and runs tests in browsers.
pub(crate) const WASM_BINDGEN: Crate = Crate {
    name: "wasm-bindgen-cli",
    version: Version::Locked("wasm-bindgen"),
    features: &[],
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    purpose: "joins wasm and JavaScript",
    minutes: 4,
};

/// Takes a program apart, so that a first visit loads only what it needs. Of the same family as the crate
/// `wasm_split_helpers`, whose marks it reads.
pub(crate) const WASM_SPLIT: Crate = Crate {
    name: "wasm_split_cli_support",
    version: Version::Pinned("0.2.4"),
    features: &["build-binary"],
    programs: &["wasm-split-cli"],
    purpose: "takes the program apart, so that a first visit loads less",
    minutes: 3,
};

/// Steers Firefox.
pub(crate) const GECKODRIVER: Crate = Crate {
    name: "geckodriver",
    version: Version::Pinned("0.37.1"),
    features: &[],
    programs: &["geckodriver"],
    purpose: "steers Firefox in tests",
    minutes: 4,
};

/// Looks at what dependencies are: their known holes, licences and origins.
pub(crate) const CARGO_DENY: Crate = Crate {
    name: "cargo-deny",
    version: Version::Pinned("0.20.2"),
    features: &[],
    programs: &["cargo-deny"],
    purpose: "looks at what dependencies are",
    minutes: 6,
};

/// Makes wasm small, where no recent `wasm-opt` is on `PATH`.
pub(crate) const BINARYEN: Package =
    Package { name: "binaryen", version: "132.0.0", purpose: "makes the page's wasm small" };

/// The oldest `wasm-opt` on `PATH` that knows what rustc emits.
pub(crate) const OLDEST_WASM_OPT: u32 = 120;

/// Finds what people with disabilities stumble over.
pub(crate) const AXE: Package =
    Package { name: "axe-core", version: "4.14.1", purpose: "checks accessibility in tests" };
