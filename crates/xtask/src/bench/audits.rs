//! `cargo xtask bench audits`: Lighthouse on the site, as a phone on a slow network.

use super::choice::{self, Site};
use crate::tools::{LIGHTHOUSE, Toolbox, browsers, project, run, target};
use anyhow::{Context, Result, anyhow};
use bpaf::Bpaf;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    #[bpaf(external(choice::site))]
    site: Site,
}

/// The categories and metrics, in the order of the output.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
const METRICS: [&str; 5] =
    ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];

/// Audits the front page and the page of one article, with Lighthouse's default phone and throttling. The site is built from the
/// articles (default `seeds`), unless `--site` names a built one.
pub fn command(options: Options) -> Result<()> {
    let browser = browsers::find("chromium").map_err(|reason| anyhow!("Chromium cannot be had: {reason:#}"))?;
    let mut tools = Toolbox::default();
    tools.add(&LIGHTHOUSE)?;
    let work = project().join(target()).join("bench").join("audits");
    let site = options.site.folder(work.join("site"))?;
    std::fs::create_dir_all(&work).with_context(|| format!("cannot create {}", work.display()))?;
    let mut server = serve(&site)?;
    let outcome = audit_all(&site, &address(&mut server)?, &tools, &browser.program, &work);
    // Closing its input ends the server; this only waits for it.
    drop(server.stdin.take());
    server.wait().context("cannot wait for the server")?;
    outcome
}

/// Starts a server like a public host.
fn serve(site: &Path) -> Result<Child> {
    let mut server = Command::new("cargo");
    server.args(["run", "--quiet", "--package", "zeitlupe-e2e", "--bin", "hosted", "--"]).arg(site).current_dir(project());
    server.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("cannot start cargo")
}

/// The address that the server prints.
fn address(server: &mut Child) -> Result<String> {
    let mut line = String::new();
    let said = server.stdout.take().map_or(Ok(0), |out| BufReader::new(out).read_line(&mut line));
    said.context("cannot read the output of the server")?;
    if line.starts_with("http") { Ok(line.trim().to_owned()) } else { Err(anyhow!("expected an address of the server, found none")) }
}

fn audit_all(site: &Path, base: &str, tools: &Toolbox, browser: &Path, work: &Path) -> Result<()> {
    let mut pages = vec![String::new()];
    pages.extend(first_article(site));
    for page in pages {
        let file = work.join(format!("{}.json", if page.is_empty() { "front" } else { "article" }));
        let mut audit = tools.command("lighthouse");
        audit.arg(format!("{base}{page}")).args(["--output=json", "--quiet"]).arg(format!("--output-path={}", file.display()));
        audit.arg(format!("--only-categories={}", CATEGORIES.join(",")));
        // A container has no sandbox and little shared memory.
        audit.arg("--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage").env("CHROME_PATH", browser);
        run::quietly(&format!("auditing /{page}"), &mut audit)?;
        let report = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let report = serde_json::from_slice(&report).map_err(|error| anyhow!("{}: {error}", file.display()))?;
        println!("/{page}\n{}", summary(&report));
    }
    Ok(())
}

/// The path of the first article's page.
fn first_article(site: &Path) -> Option<String> {
    let mut pages: Vec<PathBuf> = std::fs::read_dir(site.join("artikel")).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    pages.sort();
    let name = pages.iter().filter(|page| page.extension().is_some_and(|kind| kind == "html")).find_map(|page| page.file_name());
    Some(format!("artikel/{}", name?.to_string_lossy()))
}

/// The scores of a report, out of a hundred each, its metrics, and the audits that cost points.
fn summary(report: &Value) -> String {
    let points = |score: &Value| score.as_f64().map_or_else(|| "?".to_owned(), |score| format!("{:.0}", score * 100.0));
    let mut lines = Vec::new();
    for category in CATEGORIES {
        let category = &report["categories"][category];
        lines.push(format!("  {:<16}{:>4}", category["title"].as_str().unwrap_or("?"), points(&category["score"])));
    }
    for metric in METRICS {
        let audit = &report["audits"][metric];
        lines.push(format!("    {} {}", audit["title"].as_str().unwrap_or(metric), audit["displayValue"].as_str().unwrap_or("?")));
    }
    for category in CATEGORIES {
        for part in report["categories"][category]["auditRefs"].as_array().into_iter().flatten() {
            let audit = &report["audits"][part["id"].as_str().unwrap_or_default()];
            let is_lost =
                audit["score"].as_f64().is_some_and(|score| score < 0.9) && part["weight"].as_f64().is_some_and(|weight| weight > 0.0);
            if is_lost {
                lines.push(format!("    {category}, {} points: {}", points(&audit["score"]), audit["title"].as_str().unwrap_or("?")));
            }
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::summary;
    use serde_json::json;

    #[test]
    fn a_summary_has_scores_metrics_and_failed_audits() {
        let report = json!({
            "categories": {
                "performance": { "title": "Performance", "score": 0.97, "auditRefs": [{ "id": "speed-index", "weight": 10 }] },
                "seo": { "title": "SEO", "score": 0.5, "auditRefs": [{ "id": "title", "weight": 1 }, { "id": "hint", "weight": 0 }] },
            },
            "audits": {
                "speed-index": { "title": "Speed Index", "score": 0.95, "displayValue": "1.2 s" },
                "title": { "title": "There is no title", "score": 0 },
                "hint": { "title": "A hint", "score": 0 },
            },
        });
        let text = summary(&report);
        for line in ["  Performance       97", "  SEO               50", "    Speed Index 1.2 s", "    seo, 0 points: There is no title"] {
            assert!(text.contains(line), "{line:?} in {text}");
        }
        assert!(!text.contains("hint") && !text.contains("performance,"), "{text}");
    }
}
