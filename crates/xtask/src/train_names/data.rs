//! Annotated sentences, and the expected tag of each word.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::Path;
use zeitlupe_core::entity::model::Lists;
use zeitlupe_core::entity::model::tag::{DERIVED, OUTSIDE, Sort, Tag};
use zeitlupe_core::entity::training::{Example, examples};
use zeitlupe_core::entity::{EntityKind, Form, Mention};
use zeitlupe_core::text::Span;

/// An annotated name.
#[derive(Clone, Debug, Deserialize)]
pub struct Name {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: String,
    form: String,
    #[serde(default)]
    level: Option<String>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    names: Vec<Name>,
}

/// An annotated text: its sentences and names.
pub struct Text {
    pub text: String,
    pub sentences: Vec<Sentence>,
    /// Names to be scored.
    pub names: Vec<(Span, EntityKind)>,
    /// Derived forms to be scored.
    pub derived: Vec<Span>,
    /// Names of other kinds.
    pub others: Vec<Span>,
    /// Compounds that contain a name.
    pub parts: Vec<Span>,
}

pub struct Sentence {
    pub words: Vec<Example>,
    pub tags: Vec<Tag>,
}

/// Reads `path`, with one text per JSON line.
pub fn read(path: &Path, lists: &Lists) -> Result<Vec<Text>> {
    let all = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let line = |(number, line): (usize, &str)| parse(line, lists).with_context(|| format!("{}:{}", path.display(), number + 1));
    all.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(line).collect()
}

/// Reads one line.
pub fn parse(line: &str, lists: &Lists) -> Result<Text, serde_json::Error> {
    Ok(mark(serde_json::from_str(line)?, lists))
}

fn mark(line: Line, lists: &Lists) -> Text {
    let offsets: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let offset = |point: u32| offsets.get(point as usize).copied().unwrap_or(line.text.len());
    let span = |name: &Name| Span::new(offset(name.start), offset(name.end).max(offset(name.start)));
    let outer = |name: &&Name| name.level.as_deref().is_none_or(|level| level == "outer");
    let gold = line.names.iter().filter(outer).filter(|n| n.form == "name");
    let names = gold.filter_map(|n| Some((span(n), sort(&n.kind).kind()?))).collect();
    let derived = line.names.iter().filter(|n| n.form == "derived").map(span).collect();
    let others = line.names.iter().filter(outer).filter(|n| n.form == "name" && sort(&n.kind) == Sort::Other).map(span).collect();
    let parts = line.names.iter().filter(|n| n.form == "part").map(span).collect();
    let marked: Vec<(Span, &Name)> = line.names.iter().filter(outer).map(|n| (span(n), n)).collect();
    let sentences = examples(&line.text, lists).into_iter().map(|words| {
        let tags = words.iter().map(|word| tag(word.span, &marked)).collect();
        Sentence { words, tags }
    });
    Text { sentences: sentences.collect(), names, derived, others, parts, text: line.text }
}

impl Text {
    /// Whether `mention` is right. Events and treaties only have to be annotated as other names, parts only as compounds with a name.
    pub fn has(&self, mention: &Mention) -> bool {
        match (mention.form, mention.kind) {
            (Form::Name, EntityKind::Evt | EntityKind::Misc) => self.others.contains(&mention.span),
            (Form::Name, kind) => self.names.contains(&(mention.span, kind)),
            (Form::Derived, _) => self.derived.contains(&mention.span),
            (Form::Part | Form::Reference, _) => self.parts.iter().any(|part| part.contains(mention.span)),
        }
    }
}

fn sort(code: &str) -> Sort {
    match code {
        "PER" => Sort::Per,
        "LOC" => Sort::Loc,
        "ORG" => Sort::Org,
        _ => Sort::Other,
    }
}

/// The tag of the word at `word`, according to the annotation that covers it.
fn tag(word: Span, marked: &[(Span, &Name)]) -> Tag {
    let Some((span, name)) = marked.iter().find(|(span, _)| span.overlaps(word)) else { return OUTSIDE };
    let sort = sort(&name.kind);
    match name.form.as_str() {
        "name" if word.start <= span.start => sort.begin(),
        "name" => sort.inside(),
        "derived" if sort == Sort::Loc => DERIVED,
        "part" => sort.part(),
        _ => OUTSIDE,
    }
}
