//! The collection and its articles as a front page and a reader show them.

use super::AnalysedArticle;
use crate::article::{Article, PubDate, Role, shorten};

use crate::day::Day;
use crate::entity::EntityKind;
use serde::{Deserialize, Serialize};

/// One article in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Unique in the corpus, stable over rebuilds.
    pub id: String,
    /// What to call it, also where it has no title.
    pub label: String,
    /// When it appeared; how that is known says only whether it was read or concluded. [`AnalysedArticle`] says more.
    pub date: Option<PubDate>,
    /// Medium or agency, as given.
    pub source: Option<String>,
    /// BCP 47 tag, where it is not German.
    pub lang: Option<String>,
}

/// An article as a front page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// What it is called, its date and source.
    pub summary: Summary,
    /// The short line above its title.
    pub kicker: Option<String>,
    /// Its lead, or the beginning of its text where the title does not say it already.
    pub teaser: Option<String>,
    /// Words in it.
    pub words: u32,
}

/// The longest teaser, in characters.
const TEASER: usize = 260;

impl Story {
    /// What a front page shows of an article.
    pub fn of(document: &AnalysedArticle) -> Self {
        let meta = &document.article.meta;
        let date = meta.date.clone();
        let summary =
            Summary { id: meta.id.clone(), label: document.article.label(), date, source: meta.source.clone(), lang: meta.lang.clone() };
        Self { summary, kicker: meta.kicker.clone(), teaser: teaser(&document.article), words: document.words }
    }
}

fn teaser(article: &Article) -> Option<String> {
    let of = |role: Role| article.sections.iter().filter(move |section| section.role == role).map(|s| s.span.of(&article.text));
    let lead = of(Role::Lead).next();
    let paragraph = of(Role::Paragraph).find(|text| text.chars().count() > 60);
    let words = match (lead, &article.meta.title) {
        (Some(lead), _) => lead.to_owned(),
        (None, Some(_)) => paragraph?.to_owned(),
        // Without a title the label is the beginning of the text: the teaser goes on from there.
        (None, None) => {
            let label = article.label();
            format!("… {}", paragraph?.strip_prefix(label.trim_end_matches(" …"))?.trim_start())
        }
    };
    Some(shorten(&words, TEASER))
}

/// An article that was opened by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Its number, if it has one in this corpus.
    pub article: u32,
    /// The article, and what was found in it.
    pub document: AnalysedArticle,
    /// What the article is called whose date this one's was concluded from.
    pub dated_by: Option<String>,
}

/// The corpus as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorpusView {
    /// The name of the collection; may be empty.
    pub title: String,
    /// How many articles there are.
    pub articles: u32,
    /// Words in all of them.
    pub words: u32,
    /// The first day on which one can have appeared.
    pub first: Option<Day>,
    /// The last one.
    pub last: Option<Day>,
    /// How many entities there are.
    pub entities: u32,
    /// Bytes of the part that holds them, uncompressed.
    pub entity_bytes: u32,
    /// Parts that hold texts.
    pub text_chunks: u32,
    /// Items of the timeline.
    pub items: u32,
    /// For each kind the names that are named most often, with how often.
    pub most_named: Vec<(EntityKind, String, u32)>,
    /// Tasks that lie beside the articles.
    pub tasks: u32,
    /// Guided tours.
    pub tours: u32,
    /// Whether the publisher has given an imprint.
    pub imprint: bool,
    /// Sixteen hexadecimal digits that change with the content.
    pub hash: String,
}

/// A corpus with at most so many parts of texts is read as a whole without a second thought.
const FEW_TEXTS: u32 = 4;
/// A table of entities of at most so many bytes, too.
const FEW_ENTITIES: u32 = 256 * 1024;

impl CorpusView {
    /// Whether a search may load what it shows beside its hits without being asked: their passages, and the names in them.
    pub fn is_small(&self) -> bool {
        self.text_chunks <= FEW_TEXTS && self.entity_bytes <= FEW_ENTITIES
    }
}
