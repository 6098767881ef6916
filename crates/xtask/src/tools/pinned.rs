//! The tools, their versions, and where to get them.

use super::paths::project;
use anyhow::{Context, Result, anyhow};
use std::borrow::Cow;

/// How to build a tool without a prebuilt binary.
#[derive(Clone, Debug)]
pub enum Recipe {
    /// `cargo install` in the dev profile: the tool is a little slower, but built minutes earlier.
    Cargo {
        /// Further arguments.
        args: &'static [&'static str],
    },
    /// An npm package with this name and version.
    Npm {
        /// Name and version, `name@1.2.3`.
        package: &'static str,
    },
}

/// A tool in its pinned version.
#[derive(Clone, Debug)]
pub struct Tool {
    /// The name, also of its crate.
    pub name: &'static str,
    /// The pinned version, as `--version` prints it.
    pub version: Cow<'static, str>,
    /// The program to run; `None` for a package without one.
    pub program: Option<&'static str>,
    /// What it is for, to complete "needed to …".
    pub purpose: &'static str,
    /// The archive of its release for an operating system and a processor (as in `std::env::consts`).
    pub release: fn(version: &str, os: &str, arch: &str) -> Option<String>,
    /// How to build it otherwise.
    pub recipe: Recipe,
}

impl Tool {
    /// The name of its folder below the tools.
    pub fn folder(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }
}

/// Builds the app and serves it during development.
pub const TRUNK: Tool = Tool {
    name: "trunk",
    version: Cow::Borrowed("0.21.14"),
    program: Some("trunk"),
    purpose: "build and serve the app",
    release: |version, os, arch| {
        let (system, ending) = match os {
            "linux" => ("unknown-linux-gnu", "tar.gz"),
            "macos" => ("apple-darwin", "tar.gz"),
            "windows" => ("pc-windows-msvc", "zip"),
            _ => return None,
        };
        Some(format!("https://github.com/trunk-rs/trunk/releases/download/v{version}/trunk-{arch}-{system}.{ending}"))
    },
    recipe: Recipe::Cargo { args: &["--locked", "--no-default-features"] },
};

/// Shrinks the compiled app.
pub const WASM_OPT: Tool = Tool {
    name: "wasm-opt",
    version: Cow::Borrowed("132"),
    program: Some("wasm-opt"),
    purpose: "shrink the compiled app",
    release: |version, os, arch| {
        let system = match (os, arch) {
            ("linux", "x86_64" | "aarch64") => format!("{arch}-linux"),
            ("macos", "x86_64") => "x86_64-macos".into(),
            ("macos", "aarch64") => "arm64-macos".into(),
            ("windows", "x86_64") => "x86_64-windows".into(),
            _ => return None,
        };
        Some(format!(
            "https://github.com/WebAssembly/binaryen/releases/download/version_{version}/binaryen-version_{version}-{system}.tar.gz"
        ))
    },
    recipe: Recipe::Npm { package: "binaryen@132.0.0" },
};

/// Minifies the app's script and style sheets. Trunk does so too, but with other names of variables in every build.
pub const ESBUILD: Tool = Tool {
    name: "esbuild",
    version: Cow::Borrowed("0.28.2"),
    program: Some("esbuild"),
    purpose: "minify the app's script and style sheets",
    // Its releases are packages, which need no npm.
    release: |version, os, arch| {
        let system = match (os, arch) {
            ("linux", "x86_64") => "linux-x64",
            ("linux", "aarch64") => "linux-arm64",
            ("macos", "x86_64") => "darwin-x64",
            ("macos", "aarch64") => "darwin-arm64",
            _ => return None,
        };
        Some(format!("https://registry.npmjs.org/@esbuild/{system}/-/{system}-{version}.tgz"))
    },
    recipe: Recipe::Npm { package: "esbuild@0.28.2" },
};

/// Checks the accessibility of pages, in the browser tests.
pub const AXE: Tool = Tool {
    name: "axe-core",
    version: Cow::Borrowed("4.14.1"),
    program: None,
    purpose: "look for barriers in the browser tests",
    release: |_, _, _| None,
    recipe: Recipe::Npm { package: "axe-core@4.14.1" },
};

/// Audits a page, as a phone on a slow network.
pub const LIGHTHOUSE: Tool = Tool {
    name: "lighthouse",
    version: Cow::Borrowed("12.8.2"),
    program: Some("lighthouse"),
    purpose: "audit the site as a phone would get it",
    release: |_, _, _| None,
    recipe: Recipe::Npm { package: "lighthouse@12.8.2" },
};

/// A search library to compare with.
pub const MINISEARCH: Tool = Tool {
    name: "minisearch",
    version: Cow::Borrowed("7.2.0"),
    program: None,
    purpose: "measure the search beside it",
    release: |_, _, _| None,
    recipe: Recipe::Npm { package: "minisearch@7.2.0" },
};

/// A German stemmer for MiniSearch.
pub const STEMMER: Tool = Tool {
    name: "orama-stemmers",
    version: Cow::Borrowed("3.1.18"),
    program: None,
    purpose: "give MiniSearch German stems",
    release: |_, _, _| None,
    recipe: Recipe::Npm { package: "@orama/stemmers@3.1.18" },
};

/// Another search for static sites to compare with.
pub const PAGEFIND: Tool = Tool {
    name: "pagefind",
    version: Cow::Borrowed("1.6.0"),
    program: None,
    purpose: "measure the search beside it",
    release: |_, _, _| None,
    recipe: Recipe::Npm { package: "pagefind@1.6.0" },
};

/// Checks the licences and known vulnerabilities of the dependencies.
pub const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    version: Cow::Borrowed("0.20.2"),
    program: Some("cargo-deny"),
    purpose: "check the dependencies' licences and known weaknesses",
    release: |version, os, arch| {
        let system = match os {
            "linux" => "unknown-linux-musl",
            "macos" => "apple-darwin",
            "windows" => "pc-windows-msvc",
            _ => return None,
        };
        Some(format!("https://github.com/EmbarkStudios/cargo-deny/releases/download/{version}/cargo-deny-{version}-{arch}-{system}.tar.gz"))
    },
    recipe: Recipe::Cargo { args: &["--locked", "--no-default-features"] },
};

/// Drives Firefox.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: Cow::Borrowed("0.37.1"),
    program: Some("geckodriver"),
    purpose: "drive Firefox in the browser tests",
    release: |version, os, arch| {
        let system = match (os, arch) {
            ("linux", "x86_64") => "linux64.tar.gz",
            ("linux", "aarch64") => "linux-aarch64.tar.gz",
            ("macos", "x86_64") => "macos.tar.gz",
            ("macos", "aarch64") => "macos-aarch64.tar.gz",
            ("windows", "x86_64") => "win64.zip",
            _ => return None,
        };
        Some(format!("https://github.com/mozilla/geckodriver/releases/download/v{version}/geckodriver-v{version}-{system}"))
    },
    recipe: Recipe::Cargo { args: &[] },
};

/// Generates the script between wasm and browser. Its version must be that of the library in `Cargo.lock`.
pub fn wasm_bindgen() -> Result<Tool> {
    let path = project().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let version = locked(&lock, "wasm-bindgen");
    let version = version.ok_or_else(|| anyhow!("expected the package wasm-bindgen in {}, found none", path.display()))?;
    Ok(Tool {
        name: "wasm-bindgen",
        version: Cow::Owned(version.to_owned()),
        program: Some("wasm-bindgen"),
        purpose: "join the compiled app with the browser",
        release: |version, os, arch| {
            let system = match (os, arch) {
                ("linux", "x86_64") => "x86_64-unknown-linux-musl",
                ("linux", "aarch64") => "aarch64-unknown-linux-gnu",
                ("macos", "x86_64") => "x86_64-apple-darwin",
                ("macos", "aarch64") => "aarch64-apple-darwin",
                ("windows", "x86_64") => "x86_64-pc-windows-msvc",
                _ => return None,
            };
            Some(format!("https://github.com/wasm-bindgen/wasm-bindgen/releases/download/{version}/wasm-bindgen-{version}-{system}.tar.gz"))
        },
        recipe: Recipe::Cargo { args: &[] },
    })
}

/// The version of a package in a lock file.
fn locked<'l>(lock: &'l str, package: &str) -> Option<&'l str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_in_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "yew"), None);
    }

    #[test]
    fn npm_has_the_pinned_wasm_opt() {
        assert!(matches!(WASM_OPT.recipe, Recipe::Npm { package } if package == format!("binaryen@{}.0.0", WASM_OPT.version)));
    }

    #[test]
    fn packages_are_installed_in_the_version_of_their_folder() {
        for tool in [AXE, ESBUILD, LIGHTHOUSE, MINISEARCH, STEMMER, PAGEFIND] {
            assert!(matches!(tool.recipe, Recipe::Npm { package } if package.ends_with(&format!("@{}", tool.version))), "{}", tool.name);
        }
    }

    #[test]
    fn common_systems_have_prebuilt_binaries() {
        for (os, arch) in [("linux", "x86_64"), ("linux", "aarch64"), ("macos", "aarch64"), ("windows", "x86_64")] {
            for tool in [TRUNK, WASM_OPT, CARGO_DENY, GECKODRIVER] {
                let url = (tool.release)(&tool.version, os, arch).expect(tool.name);
                assert!(url.contains(&*tool.version), "{url}");
            }
        }
        assert_eq!((TRUNK.release)("1", "plan9", "x86_64"), None);
    }
}
