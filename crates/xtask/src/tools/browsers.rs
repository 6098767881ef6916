//! The browsers of the tests and their drivers.

use super::apt::apt;
use super::install;
use super::paths::{folder, which};
use super::pinned::GECKODRIVER;
use anyhow::{Result, anyhow, bail};
use std::path::{Path, PathBuf};

/// A browser that can be driven.
#[derive(Debug)]
pub struct Browser {
    /// `chromium`, `firefox` or `webkit`.
    pub name: &'static str,
    /// Its program.
    pub program: PathBuf,
    /// The program that drives it over WebDriver.
    pub driver: PathBuf,
}

impl Browser {
    /// The environment variables that tell the programs of `zeitlupe-e2e` where the browser and its driver are.
    pub fn variables(&self) -> [(String, &PathBuf); 2] {
        let name = format!("ZEITLUPE_{}", self.name.to_uppercase());
        [(format!("{name}_DRIVER"), &self.driver), (name, &self.program)]
    }
}

/// The names of the browsers.
pub const NAMES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// How to find and install a browser.
struct Kind {
    name: &'static str,
    programs: &'static [&'static str],
    drivers: &'static [&'static str],
    /// Environment variables with the folder of the driver, as on some CI services.
    driver_folder: &'static str,
    packages: &'static [&'static str],
    /// Whether it is installed on every machine that runs the tests, or only in CI.
    always: bool,
}

const KINDS: [Kind; 3] = [
    Kind {
        name: "chromium",
        programs: &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
        ],
        drivers: &["chromedriver", "/usr/lib/chromium/chromedriver"],
        driver_folder: "CHROMEWEBDRIVER",
        packages: &["chromium", "chromium-driver"],
        always: true,
    },
    Kind {
        name: "firefox",
        programs: &[
            "firefox",
            "firefox-esr",
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
        ],
        drivers: &["geckodriver"],
        driver_folder: "GECKOWEBDRIVER",
        packages: &["firefox-esr"],
        always: false,
    },
    Kind {
        name: "webkit",
        programs: &["MiniBrowser"],
        drivers: &["WebKitWebDriver"],
        driver_folder: "",
        packages: &["webkit2gtk-driver", "xvfb"],
        always: false,
    },
];

/// Whether this runs in CI, where Chromium may not be skipped.
pub fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false")
}

/// The browser with this name (`chromium`, `firefox`, `webkit`) and its driver, or why it is not available.
/// A missing Chromium is installed if possible, others only in CI.
pub fn find(name: &str) -> Result<Browser> {
    let kind = KINDS.iter().find(|kind| kind.name == name);
    ensure(kind.ok_or_else(|| anyhow!("unknown browser {name}"))?)
}

fn ensure(kind: &Kind) -> Result<Browser> {
    if let Some(browser) = look(kind) {
        return Ok(browser);
    }
    if program(kind).is_none() || kind.name != "firefox" {
        if !kind.always && !in_ci() {
            bail!("not installed");
        }
        apt(kind.packages)?;
    }
    if kind.name == "firefox" && driver(kind).is_none() {
        install::ensure(&GECKODRIVER)?;
    }
    look(kind).ok_or_else(|| anyhow!("the browser or its driver was not found"))
}

fn look(kind: &Kind) -> Option<Browser> {
    Some(Browser { name: kind.name, program: program(kind)?, driver: driver(kind)? })
}

fn program(kind: &Kind) -> Option<PathBuf> {
    let mini_browser = || (kind.name == "webkit").then(mini_browser).flatten();
    kind.programs.iter().find_map(|name| at(name)).or_else(mini_browser)
}

fn driver(kind: &Kind) -> Option<PathBuf> {
    let own = || {
        let bin = folder().join(GECKODRIVER.folder()).join("bin");
        kind.drivers.iter().map(|name| bin.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))).find(|file| file.is_file())
    };
    let named = || {
        let folder = std::env::var_os(kind.driver_folder).filter(|_| !kind.driver_folder.is_empty())?;
        kind.drivers
            .iter()
            .map(|name| Path::new(&folder).join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    };
    named().or_else(|| kind.drivers.iter().find_map(|name| at(name))).or_else(own)
}

/// A program by its name on the `PATH`, or by its path.
fn at(name: &str) -> Option<PathBuf> {
    let path = Path::new(name);
    if path.is_absolute() || name.contains(':') { path.is_file().then(|| path.to_path_buf()) } else { which(name) }
}

/// WebKitGTK's MiniBrowser, which is next to its library, in a folder named after the processor.
fn mini_browser() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib").ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.push(PathBuf::from("/usr/libexec"));
    folders.sort();
    let file = |folder: &PathBuf| {
        ["webkit2gtk-4.1", "webkit2gtk-4.0"].iter().map(|version| folder.join(version).join("MiniBrowser")).find(|file| file.is_file())
    };
    folders.iter().find_map(file)
}
