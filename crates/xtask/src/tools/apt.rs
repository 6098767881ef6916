//! Packages of a Debian-like system.

use super::paths::which;
use super::run;
use anyhow::{Result, bail};
use std::process::Command;

/// Installs packages on a Debian-like system, if possible without a password.
pub fn apt(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if which("apt-get").is_none() {
        bail!("{list} not installed: there is no apt-get");
    }
    let says_yes = |program: &str, args: &[&str], yes: &str| {
        Command::new(program)
            .args(args)
            .output()
            .is_ok_and(|output| output.status.success() && String::from_utf8_lossy(&output.stdout).trim() == yes)
    };
    let is_root = says_yes("id", &["-u"], "0");
    if !is_root && !says_yes("sudo", &["-n", "id", "-u"], "0") {
        bail!("{list} not installed: missing permission; run as administrator: apt-get install {list}");
    }
    let command = |args: &[&str]| {
        let mut command = Command::new(if is_root { "apt-get" } else { "sudo" });
        if !is_root {
            command.args(["-n", "apt-get"]);
        }
        command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run::quietly("updating the package lists", &mut command(&["update"]))?;
    let mut install = command(&["install", "--yes", "--no-install-recommends"]);
    install.args(packages);
    run::quietly(&format!("installing {list} with apt-get"), &mut install)
}
