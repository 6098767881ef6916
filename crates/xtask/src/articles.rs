//! `cargo xtask articles`: what was read from each file.

use crate::folder::read_all;
use anyhow::{Context, Result, bail};
use bpaf::Bpaf;
use serde::Serialize;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use zeitlupe_core::article::{Article, Evidence, Origin, Precision, Role, Section};
use zeitlupe_ingest::{Problem, Reading};

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// Fail on an error or a warning
    strict: bool,
    /// A folder of articles, or one file
    #[bpaf(positional("DIR|FILE"), fallback("seeds".into()))]
    path: PathBuf,
}

/// Prints a JSON line for every article, and for every file without one; problems and a summary go to stderr.
///
/// With `--strict`, it fails on errors and warnings. The default folder is `seeds`.
pub fn command(options: Options) -> Result<()> {
    let Options { strict, path } = options;
    let reading = read_all(&path);
    let mut out = BufWriter::new(std::io::stdout().lock());
    write(&reading, &mut out).context("cannot write the list of articles")?;
    for problem in &reading.problems {
        eprintln!("{problem}");
    }
    eprintln!("{}", reading.summary());
    if strict && !reading.is_clean() {
        bail!("expected no errors and no warnings with --strict");
    }
    if reading.articles.is_empty() {
        bail!("expected articles in {}, found none", path.display());
    }
    Ok(())
}

/// One line of the report.
#[derive(Serialize, Default)]
struct Row<'a> {
    id: Option<&'a str>,
    file: &'a str,
    title: Option<&'a str>,
    kicker: Option<&'a str>,
    lead: Option<&'a str>,
    date: Option<String>,
    precision: Option<&'static str>,
    evidence: Option<String>,
    source: Option<&'a str>,
    author: Option<&'a str>,
    url: Option<&'a str>,
    licence: Option<&'a str>,
    lang: Option<&'a str>,
    headings: Vec<&'a str>,
    furniture: &'a [String],
    /// Lead, headings and paragraphs, one line each.
    body: String,
    warnings: Vec<String>,
}

fn write(reading: &Reading, out: &mut impl Write) -> std::io::Result<()> {
    let mut warnings: Vec<Vec<String>> = vec![Vec::new(); reading.articles.len()];
    for problem in &reading.problems {
        if let Some(list) = problem.article.and_then(|index| warnings.get_mut(index as usize)) {
            list.push(problem.to_string());
        }
    }
    for (article, warnings) in reading.articles.iter().zip(warnings) {
        line(&row(article, warnings), out)?;
    }
    for file in &reading.unread {
        let about =
            |problem: &&Problem| problem.article.is_none() && (problem.file == *file || problem.file.ends_with(&format!("/{file}")));
        let warnings = reading.problems.iter().filter(about).map(Problem::to_string).collect();
        line(&Row { file, warnings, ..Row::default() }, out)?;
    }
    out.flush()
}

fn line(row: &Row<'_>, out: &mut impl Write) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, row)?;
    out.write_all(b"\n")
}

fn row(article: &Article, warnings: Vec<String>) -> Row<'_> {
    let meta = &article.meta;
    let words = |section: &Section| section.span.of(&article.text);
    let body: Vec<&str> = article.sections.iter().filter(|section| section.role >= Role::Lead).map(words).collect();
    Row {
        id: Some(&meta.id),
        file: &meta.file,
        title: meta.title.as_deref(),
        kicker: meta.kicker.as_deref(),
        lead: article.sections.iter().find(|section| section.role == Role::Lead).map(words),
        date: meta.date.as_ref().map(|date| date.iso()),
        precision: meta.date.as_ref().map(|date| match date.precision {
            Precision::Year => "year",
            Precision::Month => "month",
            Precision::Day => "day",
        }),
        evidence: meta.date.as_ref().map(|date| evidence(&date.evidence)),
        source: meta.source.as_deref(),
        author: meta.author.as_deref(),
        url: meta.url.as_deref(),
        licence: meta.licence.as_deref(),
        lang: meta.lang.as_deref(),
        headings: article.sections.iter().filter(|section| section.role == Role::Heading).map(words).collect(),
        furniture: &article.furniture,
        body: body.join("\n"),
        warnings,
    }
}

/// `line 3: "04.02.2022 | 12:01 Uhr"`.
fn evidence(evidence: &Evidence) -> String {
    let origin = match evidence.origin {
        Origin::FrontMatter => "front matter",
        Origin::Record => "record",
        Origin::Sidecar => "articles.toml",
        Origin::Markup => "markup",
        Origin::Line => "text",
        Origin::SharedPassages => "shared passages",
        Origin::SharedChain => "shared passages with an article dated so",
    };
    let line = evidence.line.map_or(String::new(), |line| format!(", line {line}"));
    format!("{origin}{line}: \"{}\"", evidence.quote)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_article_and_each_file_without_one_gets_a_line() {
        let good = "Guter Artikel\n\nDieser Artikel ist in Ordnung und wird in jedem Fall gelesen.".as_bytes();
        let files: [(&str, &[u8]); 4] = [("a.txt", good), ("b.txt", b""), ("c.md", b"---\ndate: x\n---\nEin Satz."), ("README.md", b"x")];
        let reading = zeitlupe_ingest::read(files);
        let mut report = Vec::new();
        write(&reading, &mut report).expect("memory can be written");
        let rows: Vec<serde_json::Value> = String::from_utf8(report)
            .expect("JSON is UTF-8")
            .lines()
            .map(|line| serde_json::from_str(line).expect("each line is JSON"))
            .collect();
        let files: Vec<_> =
            rows.iter().map(|row| (row["file"].as_str(), row["id"].as_str(), row["warnings"].as_array().map(Vec::len))).collect();
        assert_eq!(files, [(Some("a.txt"), Some("a"), Some(0)), (Some("c.md"), Some("c"), Some(1)), (Some("b.txt"), None, Some(1))]);
    }
}
