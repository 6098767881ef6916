//! The plan of a query: which index entries its words match, and how they are combined.

use super::language::{Bound, FieldName};
use super::lookup::{EntryId, Needs};
use super::term::{Case, Kind};
use super::words::Field;
use crate::day::Day;
use std::sync::Arc;

/// How an index entry matches a typed word, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// As typed, ignoring case.
    Exact,
    /// In another spelling: `Groesse` for `Größe`.
    Folded,
    /// Two typed words joined: `Werkzeug Kasten` for `Werkzeugkasten`.
    Joined,
    /// The typed form as part of a compound: `Streits` in `Budgetstreits`.
    Inside,
    /// Another form of the word.
    Inflected,
    /// Another name of the same entity: `Selenski` for `Selenskyj`.
    Named,
    /// Another form as part of a compound: `Lieferung` in `Gaslieferungen`.
    Compound,
    /// A prefix, while a word is typed, or a pattern.
    Prefix,
    /// A word with the same stem: `gewöhnlich` for `Gewohnheit`.
    Related,
    /// With a typo.
    Typo,
}

impl Tier {
    /// Number of tiers.
    pub const COUNT: usize = 10;

    /// Its index in an array over the tiers.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// An index entry that matches a typed word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchedEntry {
    /// Its position in the index.
    pub id: EntryId,
    /// What kind of entry it is.
    pub kind: Kind,
    /// Its key.
    pub key: Arc<str>,
    /// As written, in lower case; for a prefix its most frequent words.
    pub form: Arc<str>,
    /// How a word is written.
    pub case: Case,
    /// Number of articles with it.
    pub articles: u32,
    /// How it matches.
    pub tier: Tier,
    /// The distance from the typed form: for inflected forms [`crate::german::steps`], for typos these as well as the typos, for related words the number of different letters, 1 for a
    /// spelling that only equals the typed one after folding (`hätten` for `hatten`, but not `Öl` for `Oel`), else 0.
    pub distance: u32,
    /// Number of positions that it covers: more than one for a hyphenated word or compound number.
    pub width: u32,
}

/// A word or phrase of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// As typed.
    pub typed: String,
    /// Whether articles with it are excluded.
    pub negated: bool,
    /// Whether it is not searched for: a stop word among other words, or a repeated word.
    pub idle: bool,
    /// The field it must be in; `None` for any.
    pub field: Option<Field>,
    /// The matching entries of each of its words; a phrase has several words.
    pub slots: Vec<Vec<MatchedEntry>>,
    /// The position of each of its words relative to the first.
    pub offsets: Vec<u32>,
    /// Number of forms that were left out because there are too many.
    pub more: u32,
}

/// How clauses are combined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// All of these.
    All(Vec<Step>),
    /// At least one of these.
    Any(Vec<Step>),
    /// Everything but these.
    Not(Box<Step>),
    /// All of these clauses, each within this number of words of the next.
    Near(u32, Vec<usize>),
    /// A clause, by its index in [`Plan::clauses`].
    Clause(usize),
    /// These articles, by number, sorted.
    Articles(Vec<u32>),
}

impl Step {
    /// Marks the clauses that are searched for.
    pub(super) fn activate(&self, clauses: &mut [Clause]) {
        match self {
            Self::All(steps) | Self::Any(steps) => steps.iter().for_each(|step| step.activate(clauses)),
            Self::Not(step) => step.activate(clauses),
            Self::Near(_, numbers) => numbers.iter().for_each(|&n| clauses[n].idle = false),
            Self::Clause(n) => clauses[*n].idle = false,
            Self::Articles(_) => {}
        }
    }
}

/// A query with its matching index entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How the clauses are combined.
    pub root: Step,
    /// The clauses, in the order typed.
    pub clauses: Vec<Clause>,
    /// Operators and fields that could not be used, as typed.
    pub ignored: Vec<String>,
}

/// Metadata of the articles, for fields of a query.
pub trait Facts {
    /// The articles that match a field other than the title, by number.
    fn of(&self, field: FieldName, value: &str, needs: &mut Needs) -> Vec<u32>;
    /// The articles published before, after or within a period.
    fn published(&self, bound: Bound, first: Day, last: Day, needs: &mut Needs) -> Vec<u32>;
}

impl Plan {
    /// The clauses that are searched for and not negated, in the order typed.
    pub fn positive(&self) -> impl Iterator<Item = (usize, &Clause)> {
        self.clauses.iter().enumerate().filter(|(_, clause)| !clause.negated && !clause.idle)
    }
}
