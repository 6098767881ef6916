//! The collection and its articles, as lists and the front page show them.

use super::AnalysedArticle;
use crate::article::{Article, PubDate, Role, shorten};
use crate::day::Day;
use crate::entity::EntityKind;
use serde::{Deserialize, Serialize};

/// One article in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The article's id: unique in the corpus, stable when it is rebuilt.
    pub id: String,
    /// The title, or a substitute: see [`Article::label`].
    pub label: String,
    /// When it appeared. Its evidence only says whether the date was read or inferred; the full evidence is in [`AnalysedArticle`].
    pub date: Option<PubDate>,
    /// Medium or agency, as given.
    pub source: Option<String>,
    /// BCP 47 tag, unless it is German.
    pub lang: Option<String>,
}

impl Summary {
    /// What lists show of an article.
    pub fn of(document: &AnalysedArticle) -> Self {
        let meta = &document.article.meta;
        let date = meta.date.clone().map(PubDate::without_evidence);
        Self { id: meta.id.clone(), label: document.article.label(), date, source: meta.source.clone(), lang: meta.lang.clone() }
    }
}

/// An article on the front page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// Its label, date and source.
    pub summary: Summary,
    /// The short line above its title.
    pub kicker: Option<String>,
    /// Its lead, or else the beginning of its text without what the label already says.
    pub teaser: Option<String>,
    /// Number of words.
    pub words: u32,
}

/// Most characters of a teaser.
const TEASER: usize = 260;

impl Story {
    /// What a front page shows of an article.
    pub fn of(document: &AnalysedArticle) -> Self {
        let kicker = document.article.meta.kicker.clone();
        Self { summary: Summary::of(document), kicker, teaser: teaser(&document.article), words: document.words }
    }
}

fn teaser(article: &Article) -> Option<String> {
    let of = |role: Role| article.sections.iter().filter(move |section| section.role == role).map(|s| s.span.of(&article.text));
    let lead = of(Role::Lead).next();
    let paragraph = of(Role::Paragraph).find(|text| text.chars().count() > 60);
    let words = match (lead, &article.meta.title) {
        (Some(lead), _) => lead.to_owned(),
        (None, Some(_)) => paragraph?.to_owned(),
        // Without a title the label is the beginning of the text, and the teaser continues it.
        (None, None) => {
            let label = article.label();
            format!("… {}", paragraph?.strip_prefix(label.trim_end_matches(" …"))?.trim_start())
        }
    };
    Some(shorten(&words, TEASER))
}

/// An article opened by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Its number in the corpus.
    pub article: u32,
    /// The article with its analysis.
    pub document: AnalysedArticle,
    /// The label of the article from which the date was inferred.
    pub dated_by: Option<String>,
}

/// The corpus as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorpusView {
    /// The name of the collection; may be empty.
    pub title: String,
    /// Number of articles.
    pub articles: u32,
    /// Number of words in all articles.
    pub words: u32,
    /// First possible day of publication of any article.
    pub first: Option<Day>,
    /// Last possible day.
    pub last: Option<Day>,
    /// Number of entities.
    pub entities: u32,
    /// Size of the table of entities in bytes, uncompressed.
    pub entity_bytes: u32,
    /// Number of parts with texts.
    pub text_chunks: u32,
    /// Number of items of the timeline.
    pub items: u32,
    /// The most frequent names of each kind, with their number of mentions.
    pub most_named: Vec<(EntityKind, String, u32)>,
    /// Number of tasks.
    pub tasks: u32,
    /// Number of guided tours.
    pub tours: u32,
    /// Whether there is an imprint.
    pub imprint: bool,
    /// Hash of the content: sixteen hexadecimal digits.
    pub hash: String,
    /// Number of groups of articles that report the same event.
    pub groups: u32,
}

/// Most parts with texts of a small corpus.
const FEW_TEXTS: u32 = 4;
/// Largest table of entities of a small corpus, in bytes.
const FEW_ENTITIES: u32 = 256 * 1024;

impl CorpusView {
    /// Whether the corpus is so small that a search may load passages and names of its hits without being asked.
    pub fn is_small(&self) -> bool {
        self.text_chunks <= FEW_TEXTS && self.entity_bytes <= FEW_ENTITIES
    }
}
