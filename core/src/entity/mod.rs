//! Names of persons, places, organisations and events, and which of them are one.

mod lexicon;
mod link;
pub mod model;
mod recognise;
mod variants;

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntityKind {
    /// A person.
    Per,
    /// A place.
    Loc,
    /// An organisation.
    Org,
    /// A named event.
    Evt,
    /// A treaty, law, pipeline, product, currency.
    Misc,
}

impl EntityKind {
    /// All kinds, in the order in which they are listed everywhere.
    pub const ALL: [EntityKind; 5] = [Self::Per, Self::Loc, Self::Org, Self::Evt, Self::Misc];

    /// `PER`, `LOC`, `ORG`, `EVT`, `MISC`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Per => "PER",
            Self::Loc => "LOC",
            Self::Org => "ORG",
            Self::Evt => "EVT",
            Self::Misc => "MISC",
        }
    }
}

/// In which form a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Form {
    /// The name itself, also with genitive -s.
    Name,
    /// An adjective or inhabitant made from it: `russische`, `Ukrainer`.
    Derived,
    /// The part of a compound that is a name: `Nato` in `Nato-Osterweiterung`.
    Part,
    /// A common noun for it: `der Kremlchef`.
    Reference,
}

impl Form {
    /// `name`, `derived`, `part`, `reference`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Derived => "derived",
            Self::Part => "part",
            Self::Reference => "reference",
        }
    }
}

/// Why a name was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// It stands in a list.
    List,
    /// A rule: a title before it, a first name, a shape.
    Rule,
    /// It was named in full elsewhere in the text.
    Memory,
    /// The statistical model says so.
    Model,
}

/// A name where it stands, before it is known which entity it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// In which form.
    pub form: Form,
    /// The canonical name within this text: `Wladimir Putin` for `Putins`, `Russland` for `russische`.
    pub canonical: String,
    /// Why it was recognised.
    pub why: Why,
    /// How sure, in percent.
    pub confidence: u8,
}

/// The place of an entity in its corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// One person, place, organisation or event of the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest or best known name.
    pub name: String,
    /// The forms seen in the texts, the most frequent first, with their counts; genitives, derived and part forms among them, references not.
    pub forms: Vec<(String, u32)>,
    /// Mentions as a name, per article, sorted by article; articles without one are left out.
    pub counts: Vec<(crate::article::ArticleId, u32)>,
    /// Derived and part forms and references, over all articles: counted apart.
    pub derived: u32,
}

impl Entity {
    /// Mentions as a name over all articles.
    pub fn total(&self) -> u32 {
        self.counts.iter().map(|(_, n)| n).sum()
    }
}

/// Finds the names of `text`, in order of their place; of two that overlap, the longer stays, so that no two overlap.
///
/// By lists, by rules and by what the text says elsewhere: a person named in full is known by the family name, before and after.
///
/// Then the tagger that comes with the program ([`model::Model::shipped`]) adds what these miss and takes away what is doubtful.
/// Works on any text; what is not recognised is simply not marked.
pub fn recognise(text: &str) -> Vec<Mention> {
    recognise::recognise(text, model::Model::shipped())
}

/// Like [`recognise`], with `model` as the tagger; with none by lists, rules and memory alone.
pub fn recognise_with(text: &str, model: Option<&model::Model>) -> Vec<Mention> {
    recognise::recognise(text, model)
}

/// Joins the mentions of all articles into entities; every article is its text and its mentions.
///
/// Returns the entities, the most frequent first (ties by kind, then name), and for every mention of every article the entity that
/// it belongs to. Precision goes before recall: two people with one family name stay two.
pub fn link(articles: &[(&str, &[Mention])]) -> (Vec<Entity>, Vec<Vec<EntityId>>) {
    link::link(articles)
}
