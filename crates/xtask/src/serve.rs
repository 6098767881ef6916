//! `cargo xtask serve`: serves the reading room locally, and rebuilds and reloads it on every change.

use crate::app::{ADDRESS, ARTICLES, TITLE, fetch_dependencies};
use crate::tools::{Toolbox, project, run};
use anyhow::{Context, Result, anyhow};
use bpaf::Bpaf;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// A folder of articles, or a file FILE.jsonl or FILE.jsonl.gz; default: seeds/
    #[bpaf(argument("DIR|FILE"))]
    articles: Option<PathBuf>,
    /// The title of the collection
    #[bpaf(argument("T"))]
    title: Option<String>,
    /// The port; default: the first free one from 8080
    #[bpaf(argument("N"))]
    port: Option<u32>,
    /// Open the page in a browser
    open: bool,
}

/// The ports to try.
const PORTS: std::ops::Range<u16> = 8080..8100;

/// Installs missing tools, builds, serves and watches for changes until interrupted.
pub fn command(options: Options) -> Result<()> {
    let articles = options.articles.as_deref().map(existing).transpose()?;
    let port = port(options.port)?;
    let toolbox = Toolbox::for_building()?;
    fetch_dependencies(&toolbox);
    run::step_aside();
    let address = format!("http://127.0.0.1:{port}/");
    println!("building the app, to be served at {address} (stop with Ctrl+C)");
    let mut trunk = toolbox.command("trunk");
    trunk.args(["serve", "--offline", "--address", "127.0.0.1", "--port", &port.to_string()]).env(ADDRESS, &address);
    if options.open {
        trunk.arg("--open");
    }
    if let Some(title) = options.title {
        trunk.env(TITLE, title);
    }
    if let Some(articles) = articles {
        // A list on the command line replaces that of Trunk.toml, so it must be complete.
        for path in watched()?.iter().chain([&articles]) {
            trunk.arg("--watch").arg(path);
        }
        trunk.env(ARTICLES, articles);
    }
    let status = run::shown("compiling the app", &mut trunk)?;
    if status.success() { Ok(()) } else { Err(anyhow!("trunk ended with {status}")) }
}

/// The absolute path of something that must exist.
fn existing(path: &Path) -> Result<PathBuf> {
    let whole = std::path::absolute(path).with_context(|| format!("cannot read {}", path.display()))?;
    if whole.exists() { Ok(whole) } else { Err(anyhow!("expected articles at {}, found nothing there", path.display())) }
}

/// The requested port, or the first free one.
fn port(asked: Option<u32>) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    match asked {
        None => PORTS.clone().find(is_free).ok_or_else(|| anyhow!("the ports {PORTS:?} are all taken; give a free one with --port")),
        Some(number) => {
            let port = u16::try_from(number).with_context(|| format!("expected a port up to 65535, found {number}"))?;
            if is_free(&port) { Ok(port) } else { Err(anyhow!("port {port} is taken by another program")) }
        }
    }
}

/// The watch list of `Trunk.toml`.
fn watched() -> Result<Vec<PathBuf>> {
    let path = project().join("Trunk.toml");
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(watch_list(&text)?.iter().map(|name| project().join(name)).collect())
}

fn watch_list(config: &str) -> Result<Vec<String>> {
    let config: toml::Table = config.parse().context("cannot read Trunk.toml")?;
    let list = config.get("watch").and_then(|watch| watch.get("watch")).and_then(toml::Value::as_array);
    let list = list.ok_or_else(|| anyhow!("expected a list `watch` under [watch] in Trunk.toml, found none"))?;
    Ok(list.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_watch_list_excludes_output_folders() {
        let list = watch_list(include_str!("../../../Trunk.toml")).expect("the project's own file");
        assert!(list.contains(&"src".to_owned()) && list.contains(&"seeds".to_owned()));
        assert!(
            list.iter().all(|name| !["dist", "site", "target", ".tools", "."].contains(&name.as_str())),
            "a rebuild would start the next"
        );
        assert!(watch_list("[watch]").is_err());
    }

    #[test]
    fn a_port_in_use_is_rejected() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let number = taken.local_addr().expect("it is bound").port();
        assert!(port(Some(u32::from(number))).expect_err("it is taken").to_string().contains("taken"));
        assert!(port(Some(70_000)).expect_err("no such port").to_string().contains("65535"));
    }
}
