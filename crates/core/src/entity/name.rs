//! Names as they stand in a text, and the entities that they belong to.

use crate::article::ArticleId;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a name names.
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

    /// The kind of this [`code`](Self::code).
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An entity by kind and name: stays true over rebuilds, as its number would not. Written `PER:Wladimir Putin`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityName {
    /// What it is.
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
    /// A reader says so, or `names.toml`.
    Reader,
}

impl Why {
    /// `list`, `rule`, `memory`, `model`, `reader`.
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
    /// The words of office that stand with a person's name, without an article: `russische Präsident`.
    pub role: Option<Span>,
}

/// The place of an entity in its corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// One person, place, organisation or event of the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest or best known name.
    pub name: String,
    /// The forms seen in the texts, the most frequent first, with their counts; genitives, derived and part forms among them, references not.
    pub forms: Vec<(String, u32)>,
    /// Mentions as a name, per article, sorted by article; articles without one are left out.
    pub counts: Vec<(ArticleId, u32)>,
    /// Derived and part forms and references, over all articles: counted apart.
    pub derived: u32,
    /// What a person is called beside the name, in the nominative, the most frequent first, with their counts: `russischer Präsident`.
    pub roles: Vec<(String, u32)>,
    /// What is known of it from elsewhere.
    pub known: Option<Known>,
}

/// What is known of an entity beyond the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The number of its item in Wikidata: 64 for Q64, Berlin.
    pub wikidata: Option<u32>,
    /// Where it is, in hundredths of a degree: latitude, longitude.
    pub place: Option<(i16, i16)>,
}

/// Somebody or something that is named together with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Companion {
    /// Who.
    pub entity: EntityId,
    /// Sentences that name both.
    pub sentences: u32,
    /// Articles that name both.
    pub articles: u32,
}

impl Entity {
    /// Where it lies, if that is known.
    pub fn place(&self) -> Option<(i16, i16)> {
        self.known.and_then(|known| known.place)
    }

    /// Mentions as a name over all articles.
    pub fn total(&self) -> u32 {
        self.counts.iter().map(|(_, n)| n).sum()
    }
}
