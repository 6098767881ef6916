//! Mentions of names in a text, and the entities that they belong to.

use crate::article::ArticleId;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The kind of an entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntityKind {
    /// A person.
    #[default]
    Per,
    /// A place.
    Loc,
    /// An organisation.
    Org,
    /// A named event.
    Evt,
    /// Anything else: a treaty, law, pipeline, product, currency.
    Misc,
}

impl EntityKind {
    /// All kinds, in the order of all lists.
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

    /// The kind of this [`code`](Self::code).
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An entity by kind and name, written `PER:Wladimir Putin`: unlike its number, stable when the corpus is rebuilt.
///
/// ```
/// use zeitlupe_core::entity::{EntityKind, EntityName};
/// let name = EntityName::parse("LOC:Peking").expect("a kind and a name");
/// assert_eq!((name.kind, name.name.as_str()), (EntityKind::Loc, "Peking"));
/// assert_eq!(name.to_string(), "LOC:Peking");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityName {
    /// Its kind.
    pub kind: EntityKind,
    /// Its canonical name.
    pub name: String,
}

impl EntityName {
    /// Reads what [`Display`](fmt::Display) writes; `None` for an unknown kind or an empty name.
    pub fn parse(text: &str) -> Option<Self> {
        let (code, name) = text.split_once(':')?;
        let kind = EntityKind::of_code(code)?;
        (!name.is_empty()).then(|| Self { kind, name: name.to_owned() })
    }
}

impl fmt::Display for EntityName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.code(), self.name)
    }
}

/// The form of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Form {
    /// The name itself, including the genitive with -s.
    Name,
    /// An adjective or inhabitant derived from it: `russische`, `Ukrainer`.
    Derived,
    /// Part of a compound: `Nato` in `Nato-Osterweiterung`.
    Part,
    /// A common noun that refers to it: `der Kremlchef`.
    Reference,
}

impl Form {
    /// Stored name: `name`, `derived`, `part` or `reference`.
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
    /// It is in a list.
    List,
    /// It matches a rule: a title before it, a first name, a pattern.
    Rule,
    /// The full name is elsewhere in the text.
    Memory,
    /// The statistical model found it.
    Model,
    /// A reader or `names.toml` added it.
    Reader,
}

impl Why {
    /// Stored name: `list`, `rule`, `memory`, `model` or `reader`.
    pub fn code(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Rule => "rule",
            Self::Memory => "memory",
            Self::Model => "model",
            Self::Reader => "reader",
        }
    }
}

/// A mention of a name in a text, not yet linked to an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its span in bytes.
    pub span: Span,
    /// The kind of entity.
    pub kind: EntityKind,
    /// Its form.
    pub form: Form,
    /// The canonical name within this text: `Wladimir Putin` for `Putins`, `Russland` for `russische`.
    pub canonical: String,
    /// Why it was recognised.
    pub why: Why,
    /// Confidence in percent.
    pub confidence: u8,
    /// The office given with a person's name, without article: `russische Präsident`.
    pub role: Option<Span>,
}

/// The index of an entity in the list of all entities of its corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// One person, place, organisation or event of the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its kind.
    pub kind: EntityKind,
    /// Its fullest or best known name.
    pub name: String,
    /// The forms in the texts with their counts, the most frequent first; includes genitives, derived forms and parts, but no references.
    pub forms: Vec<(String, u32)>,
    /// Number of mentions of form [`Form::Name`] in each article that has any, sorted by article.
    pub counts: Vec<(ArticleId, u32)>,
    /// Number of mentions of all other forms, in all articles.
    pub derived: u32,
    /// Offices of a person in the nominative (`russischer Präsident`) with their counts, the most frequent first.
    pub roles: Vec<(String, u32)>,
    /// What is known about it apart from the texts.
    pub known: Option<Known>,
}

/// What is known about an entity apart from the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Its Wikidata item: 64 for Q64, Berlin.
    pub wikidata: Option<u32>,
    /// Latitude and longitude in hundredths of a degree.
    pub place: Option<(i16, i16)>,
}

/// An entity that is mentioned together with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Companion {
    /// The entity.
    pub entity: EntityId,
    /// Number of sentences that mention both.
    pub sentences: u32,
    /// Number of articles that mention both.
    pub articles: u32,
}

impl Entity {
    /// Latitude and longitude in hundredths of a degree, if known.
    pub fn place(&self) -> Option<(i16, i16)> {
        self.known.and_then(|known| known.place)
    }

    /// Number of mentions of form [`Form::Name`] in all articles.
    pub fn total(&self) -> u32 {
        self.counts.iter().map(|(_, n)| n).sum()
    }
}
