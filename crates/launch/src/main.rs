//! The program behind `cargo xtask`: compiles the package `xtask`, showing the progress, and runs it with the same arguments.

use launch::{Passed, SMALL, run};
use std::env;
use std::io;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

fn main() -> ExitCode {
    match compile().and_then(|compiled| if compiled { hand_over() } else { Ok(ExitCode::FAILURE) }) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: cannot run xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the package `xtask` and returns whether that succeeded. The compiler's messages are shown as they come.
fn compile() -> io::Result<bool> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    // With the features of the whole workspace, so that the tests need not compile the same crates once more.
    build.args(["build", "--workspace", "--bin", "xtask"]).stdin(Stdio::null());
    // Trunk's hook calls this with these variables set for the app; with them, xtask would be compiled again.
    for (key, _) in SMALL {
        build.env_remove(key);
    }
    Ok(run("compiling xtask", &mut build, &mut Passed::Stderr)?.success())
}

/// The program `xtask`, in the dev profile's folder next to that of this program's profile.
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
