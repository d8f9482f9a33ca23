//! Which browsers there are.

use crate::tools::{Crate, GECKODRIVER};

/// A browser engine that the page is tested in.
#[derive(Debug)]
pub(crate) struct Browser {
    /// What `--browser` calls it.
    pub(crate) name: &'static str,
    /// The WebDriver server that steers it.
    pub(crate) driver: &'static str,
    /// The driver, where it is a crate.
    pub(crate) driver_crate: Option<&'static Crate>,
    /// The variable that tells the end-to-end tests where the driver is.
    pub(crate) variable: &'static str,
    /// The program that gives the driver a screen, where it needs one.
    pub(crate) screen: Option<&'static str>,
    /// What must be on `PATH`, beside a driver that is a crate.
    pub(super) programs: &'static [Program],
}

/// A program of the system.
#[derive(Debug)]
pub(super) struct Program {
    /// Its names: one of them is enough.
    pub(super) names: &'static [&'static str],
    /// Debian's package that has it.
    pub(super) package: &'static str,
}

/// All browsers.
pub(crate) const ALL: &[Browser] = &[
    Browser {
        name: "chromium",
        driver: "chromedriver",
        driver_crate: None,
        variable: "CLAIMLIGHT_CHROMEDRIVER",
        screen: None,
        programs: &[
            Program { names: &["chromium", "google-chrome", "chrome"], package: "chromium" },
            Program { names: &["chromedriver"], package: "chromium-driver" },
        ],
    },
    Browser {
        name: "firefox",
        driver: "geckodriver",
        driver_crate: Some(&GECKODRIVER),
        variable: "CLAIMLIGHT_GECKODRIVER",
        screen: None,
        programs: &[Program { names: &["firefox", "firefox-esr"], package: "firefox-esr" }],
    },
    Browser {
        name: "webkit",
        driver: "WebKitWebDriver",
        driver_crate: None,
        variable: "CLAIMLIGHT_WEBKITDRIVER",
        screen: Some("xvfb-run"),
        programs: &[
            Program { names: &["WebKitWebDriver"], package: "webkit2gtk-driver" },
            Program { names: &["xvfb-run"], package: "xvfb" },
            // `xvfb-run` needs it, and its package does not insist on it.
            Program { names: &["xauth"], package: "xauth" },
        ],
    },
];
