//! `cargo xtask serve`: the reading room on this machine, rebuilt and reloaded with every change.

use crate::args::{Args, Spec};
use crate::errors::{Context, Failure, Outcome};
use crate::hook::{ADDRESS, ARTICLES, TITLE};
use crate::tools::{Toolbox, project, run};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

const SPEC: Spec = Spec {
    usage: "cargo xtask serve [--articles DIR or FILE.jsonl[.gz]] [--title T] [--port N] [--open]",
    values: &["articles", "title", "port"],
    switches: &["open"],
    words: 0,
};

/// The port that is tried first, and how many after it.
const PORTS: std::ops::Range<u16> = 8080..8100;

/// Sets up what is missing, builds, serves and waits for changes until it is interrupted.
pub fn command(args: &[String]) -> Outcome {
    let args = Args::parse(args, &SPEC)?;
    let articles = args.value("articles").map(|path| existing(Path::new(path))).transpose()?;
    let port = port(args.number("port")?)?;
    let toolbox = Toolbox::for_building()?;
    fetch_dependencies(&toolbox);
    step_aside();
    let address = format!("http://127.0.0.1:{port}/");
    println!("building the app, to be served at {address} (Ctrl+C ends it)");
    let mut trunk = toolbox.command("trunk");
    trunk.args(["serve", "--offline", "--address", "127.0.0.1", "--port", &port.to_string()]).env(ADDRESS, &address);
    if args.switch("open") {
        trunk.arg("--open");
    }
    if let Some(title) = args.value("title") {
        trunk.env(TITLE, title);
    }
    if let Some(articles) = articles {
        // Trunk's own list is replaced by one from the command line, so all of it is given.
        for path in watched()?.iter().chain([&articles]) {
            trunk.arg("--watch").arg(path);
        }
        trunk.env(ARTICLES, articles);
    }
    let status = run::shown("compiling the app", &mut trunk)?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("trunk ended with {status}"))) }
}

/// The whole path of something that must be there.
fn existing(path: &Path) -> Result<PathBuf, Failure> {
    let whole = std::path::absolute(path).context(|| format!("cannot read {}", path.display()))?;
    if whole.exists() { Ok(whole) } else { Err(Failure::new(format!("expected articles at {}, found nothing there", path.display()))) }
}

/// The port asked for, or the first free one.
fn port(asked: Option<u32>) -> Result<u16, Failure> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match asked {
        None => PORTS
            .clone()
            .find(is_free)
            .ok_or_else(|| Failure::new(format!("the ports {PORTS:?} are all taken; give a free one with --port"))),
        Some(number) => {
            let port = u16::try_from(number).context(|| format!("expected a port up to 65535, found {number}"))?;
            if is_free(&port) { Ok(port) } else { Err(Failure::new(format!("port {port} is taken by another program"))) }
        }
    }
}

/// What `Trunk.toml` watches.
fn watched() -> Result<Vec<PathBuf>, Failure> {
    let path = project().join("Trunk.toml");
    let text = std::fs::read_to_string(&path).context(|| format!("cannot read {}", path.display()))?;
    Ok(watch_list(&text)?.iter().map(|name| project().join(name)).collect())
}

fn watch_list(config: &str) -> Result<Vec<String>, Failure> {
    let config: toml::Table = config.parse().context(|| "cannot read Trunk.toml".into())?;
    let list = config.get("watch").and_then(|watch| watch.get("watch")).and_then(toml::Value::as_array);
    let list = list.ok_or_else(|| Failure::new("expected a list `watch` under [watch] in Trunk.toml, found none"))?;
    Ok(list.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect())
}

/// Has the dependencies fetched while the network may still be used: Trunk then builds without it.
pub fn fetch_dependencies(toolbox: &Toolbox) {
    let have = |command: &mut Command| command.output().is_ok_and(|output| output.status.success());
    if !have(toolbox.command("cargo").args(["fetch", "--locked", "--offline", "--quiet"])) {
        let fetched = run::quietly("fetching the dependencies", toolbox.command("cargo").args(["fetch", "--locked"]));
        if let Err(failure) = fetched {
            // The build may need fewer of them than the fetch, so it decides.
            println!("  {failure}");
        }
    }
}

/// Windows does not let cargo overwrite a running program, but lets it be renamed; so cargo may build this one anew while it runs.
pub fn step_aside() {
    if cfg!(windows) {
        let renamed = std::env::current_exe().and_then(|own| std::fs::rename(&own, own.with_extension("running.exe")));
        if let Err(error) = renamed {
            println!("cargo may not be able to rebuild the chores while this one runs: {error}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_watch_list_is_read_and_leaves_out_what_is_written() {
        let list = watch_list(include_str!("../../../Trunk.toml")).expect("the project's own file");
        assert!(list.contains(&"src".to_owned()) && list.contains(&"seeds".to_owned()));
        assert!(
            list.iter().all(|name| !["dist", "site", "target", ".tools", "."].contains(&name.as_str())),
            "a rebuild would start the next"
        );
        assert!(watch_list("[watch]").is_err());
    }

    #[test]
    fn a_port_is_free_or_refused() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let number = taken.local_addr().expect("it is bound").port();
        assert!(port(Some(u32::from(number))).expect_err("it is taken").to_string().contains("taken"));
        assert!(port(Some(70_000)).expect_err("no such port").to_string().contains("65535"));
    }
}
