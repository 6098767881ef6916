//! The settings of the tests, from the environment.
//!
//! | variable | holds |
//! | --- | --- |
//! | `ZEITLUPE_SITE` | the folder of the release site |
//! | `ZEITLUPE_SINGLE_FILE` | the release site as one HTML file |
//! | `ZEITLUPE_AXE` | axe-core's `axe.min.js` |
//! | `ZEITLUPE_SHELL` | the folder of the compiled app |
//! | `ZEITLUPE_XTASK` | the program `xtask`, to build other sites from it |
//! | `ZEITLUPE_BROWSERS` | any of `chromium,firefox,webkit`; without it, `chromium` |
//! | `ZEITLUPE_EVERY_CASE` | anything: every case in every browser, not only those that depend on the engine |
//! | `ZEITLUPE_CHROMIUM`, `ZEITLUPE_CHROMIUM_DRIVER`, and so on for `FIREFOX` and `WEBKIT` | browser and driver, if they are not on the `PATH` |

use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser that the tests can run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium or Chrome, driven by chromedriver.
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, driven by WebKitWebDriver.
    WebKit,
}

impl Kind {
    /// All browsers, in the order of running.
    pub const ALL: [Kind; 3] = [Kind::Chromium, Kind::Firefox, Kind::WebKit];

    /// Its name in `ZEITLUPE_BROWSERS` and in the results.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Chromium => "chromium",
            Kind::Firefox => "firefox",
            Kind::WebKit => "webkit",
        }
    }

    /// The program of the browser; `None`: the driver finds one.
    pub fn program(self) -> Option<PathBuf> {
        variable(&self.variable()).or_else(|| (self == Kind::WebKit).then(mini_browser).flatten())
    }

    /// The program of the driver: a path, or a name on the `PATH`.
    pub fn driver(self) -> PathBuf {
        let usual = match self {
            Kind::Chromium => "chromedriver",
            Kind::Firefox => "geckodriver",
            Kind::WebKit => "WebKitWebDriver",
        };
        variable(&format!("{}_DRIVER", self.variable())).unwrap_or_else(|| usual.into())
    }

    /// The variable with the path of the browser.
    fn variable(self) -> String {
        format!("ZEITLUPE_{}", self.name().to_uppercase())
    }
}

/// Where everything is, and what to run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder of the release site.
    pub site: PathBuf,
    /// The release site as one file.
    pub single_file: PathBuf,
    /// The source of axe.
    pub axe: String,
    /// The folder of the compiled app.
    pub shell: PathBuf,
    /// The program `xtask`.
    pub xtask: PathBuf,
    /// The browsers to run.
    pub browsers: Vec<Kind>,
    /// Whether every case is run in every browser.
    pub every_case: bool,
}

/// Why the settings are missing.
#[derive(Debug)]
pub enum Missing {
    /// No variable is set, as in a test run of the whole workspace.
    Everything,
    /// The error message.
    Something(String),
}

impl Settings {
    /// Reads the environment.
    ///
    /// # Errors
    /// If no variable is set, or one names something that does not exist.
    pub fn read() -> Result<Self, Missing> {
        let site = variable("ZEITLUPE_SITE");
        let single_file = variable("ZEITLUPE_SINGLE_FILE");
        let axe = variable("ZEITLUPE_AXE");
        if site.is_none() && single_file.is_none() && axe.is_none() {
            return Err(Missing::Everything);
        }
        let site = existing("ZEITLUPE_SITE", site, |site| site.join("index.html"))?;
        let single_file = existing("ZEITLUPE_SINGLE_FILE", single_file, Path::to_path_buf)?;
        let axe = existing("ZEITLUPE_AXE", axe, Path::to_path_buf)?;
        let axe = std::fs::read_to_string(&axe).map_err(|error| Missing::Something(format!("cannot read {}: {error}", axe.display())))?;
        let shell = existing("ZEITLUPE_SHELL", variable("ZEITLUPE_SHELL"), |shell| shell.join("index.html"))?;
        let xtask = existing("ZEITLUPE_XTASK", variable("ZEITLUPE_XTASK"), Path::to_path_buf)?;
        let every_case = variable("ZEITLUPE_EVERY_CASE").is_some();
        Ok(Self { site, single_file, axe, shell, xtask, browsers: browsers()?, every_case })
    }

    /// Builds a site from a folder of articles with the compiled app.
    ///
    /// # Errors
    /// The output of the build.
    pub fn build_site(&self, articles: &Path, out: &Path) -> Result<(), String> {
        let built = Command::new(&self.xtask)
            .args(["site", "--strict", "--shell"])
            .args([&self.shell, Path::new("--articles"), articles, Path::new("--out"), out])
            .output()
            .map_err(|error| format!("the build does not start: {error}"))?;
        let said = format!("{}{}", String::from_utf8_lossy(&built.stdout), String::from_utf8_lossy(&built.stderr));
        if built.status.success() { Ok(()) } else { Err(said) }
    }
}

/// The browsers in `ZEITLUPE_BROWSERS`; Chromium if it is not set.
///
/// # Errors
/// If it names an unknown browser.
pub fn browsers() -> Result<Vec<Kind>, Missing> {
    parse_browsers(&std::env::var("ZEITLUPE_BROWSERS").unwrap_or_else(|_| "chromium".into())).map_err(Missing::Something)
}

fn parse_browsers(list: &str) -> Result<Vec<Kind>, String> {
    let mut browsers = Vec::new();
    for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
        browsers.push(kind.ok_or_else(|| format!("ZEITLUPE_BROWSERS: expected chromium, firefox or webkit, found {name:?}"))?);
    }
    Ok(browsers)
}

fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn existing(name: &str, path: Option<PathBuf>, file: impl Fn(&Path) -> PathBuf) -> Result<PathBuf, Missing> {
    let path = path.ok_or_else(|| Missing::Something(format!("{name} is not set; `cargo xtask test` sets it")))?;
    let file = file(&path);
    if file.is_file() { Ok(path) } else { Err(Missing::Something(format!("{name}: expected the file {}, found none", file.display()))) }
}

/// WebKitGTK's browser is next to its library, in a folder named after the processor.
fn mini_browser() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib").ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.push("/usr/libexec".into());
    folders.sort();
    folders.iter().map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_separated_by_commas() {
        assert_eq!(parse_browsers("chromium, webkit"), Ok(vec![Kind::Chromium, Kind::WebKit]));
        assert_eq!(parse_browsers(""), Ok(vec![]));
        assert_eq!(parse_browsers("netscape"), Err("ZEITLUPE_BROWSERS: expected chromium, firefox or webkit, found \"netscape\"".into()));
    }
}
