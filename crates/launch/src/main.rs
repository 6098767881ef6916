//! What `cargo xtask` starts: compiles the chores, saying how far it is, and then runs them with the same arguments.

use launch::{Passed, SMALL, run};
use std::env;
use std::io;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

fn main() -> ExitCode {
    match compile().and_then(|compiled| if compiled { hand_over() } else { Ok(ExitCode::FAILURE) }) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: cannot run the chores: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the package `xtask`; whether that has succeeded. What the compiler says is shown as it comes.
fn compile() -> io::Result<bool> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--package", "xtask"]).stdin(Stdio::null());
    // Where Trunk's hook calls the chores, these switches are set for the app; with them the chores would be compiled once more.
    for (key, _) in SMALL {
        build.env_remove(key);
    }
    Ok(run("compiling xtask", &mut build, &mut Passed::Stderr)?.success())
}

/// The chores' program: this one lies in a profile's folder of its own beside that of the dev profile.
fn program() -> io::Result<PathBuf> {
    let own = env::current_exe()?;
    let target = own.ancestors().nth(2).ok_or_else(|| io::Error::other("expected this program in a folder of cargo's target folder"))?;
    Ok(target.join("debug").join(format!("xtask{}", env::consts::EXE_SUFFIX)))
}

#[cfg(unix)]
fn hand_over() -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(Command::new(program()?).args(env::args_os().skip(1)).exec())
}

#[cfg(not(unix))]
fn hand_over() -> io::Result<ExitCode> {
    let status = Command::new(program()?).args(env::args_os().skip(1)).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
