//! Packages of a Debian-like system.

use super::paths::which;
use super::run;
use anyhow::{Result, bail};
use std::process::Command;

/// Installs packages of a Debian-like system, where that is possible without asking for a password.
pub fn apt(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if which("apt-get").is_none() {
        bail!("no apt-get here to install {list}");
    }
    let says_yes = |program: &str, args: &[&str], yes: &str| {
        Command::new(program)
            .args(args)
            .output()
            .is_ok_and(|output| output.status.success() && String::from_utf8_lossy(&output.stdout).trim() == yes)
    };
    let is_root = says_yes("id", &["-u"], "0");
    if !is_root && !says_yes("sudo", &["-n", "id", "-u"], "0") {
        bail!("no right to install {list} here; as an administrator: apt-get install {list}");
    }
    let command = |args: &[&str]| {
        let mut command = Command::new(if is_root { "apt-get" } else { "sudo" });
        if !is_root {
            command.args(["-n", "apt-get"]);
        }
        command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run::quietly("reading the lists of the system's packages", &mut command(&["update"]))?;
    let mut install = command(&["install", "--yes", "--no-install-recommends"]);
    install.args(packages);
    run::quietly(&format!("installing {list} with apt-get"), &mut install)
}
