//! Which entries of the index a query means.

use super::language::{Bound, FieldName};
use super::lookup::{EntryId, Needs};
use super::term::Kind;
use super::words::Field;
use crate::day::Day;

/// As what a typed word was found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// As typed, but for capitals.
    Exact,
    /// In another spelling: `Groesse` for `Größe`.
    Folded,
    /// Two typed words as one: `Werkzeug Kasten` for `Werkzeugkasten`.
    Joined,
    /// The typed form, inside a compound: `Streits` in `Budgetstreits`.
    Inside,
    /// In another form of the word.
    Inflected,
    /// The bearer of the typed name, called otherwise: `Selenski` for `Selenskyj`.
    Named,
    /// Another form of it, inside a compound: `Lieferung` in `Gaslieferungen`.
    Compound,
    /// As the beginning of a word, while it is typed, or as a pattern.
    Prefix,
    /// As a word of the same stem: `gewöhnlich` for `Gewohnheit`.
    Related,
    /// With a typo.
    Typo,
}

impl Tier {
    /// How many there are.
    pub const COUNT: usize = 10;

    /// Its place in an array over the tiers.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// An entry that a typed word can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// Where it stands in the index.
    pub id: EntryId,
    /// What kind of entry it is.
    pub kind: Kind,
    /// Its key.
    pub key: String,
    /// As written, in lower case; of a start its most frequent words.
    pub form: String,
    /// Articles that hold it.
    pub articles: u32,
    /// As what.
    pub tier: Tier,
    /// How far an inflected form is from the typed one ([`crate::german::steps`]), in how many letters a related one differs; 1 for a spelling
    /// that only folding makes the typed one (`hätten` for `hatten`, but not `Öl` for `Oel`); else 0.
    pub distance: u32,
    /// Whether it has parts, so that it covers more than one position.
    pub whole: bool,
}

/// A word or phrase of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// As typed.
    pub typed: String,
    /// Articles that have it are left out.
    pub negated: bool,
    /// It need not be found: a stop word beside other words, or one that was typed twice.
    pub idle: bool,
    /// Only in this field.
    pub field: Option<Field>,
    /// What each of its words can mean; a phrase has several, at consecutive positions.
    pub slots: Vec<Vec<Meant>>,
    /// At which position each of its words stands, counted from the first.
    pub offsets: Vec<u32>,
    /// Forms that were left out, as there were too many.
    pub more: u32,
}

/// How the clauses of a query hang together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// All of these.
    All(Vec<Step>),
    /// At least one of these.
    Any(Vec<Step>),
    /// Everything but these.
    Not(Box<Step>),
    /// All of these clauses, each within so many words of the next.
    Near(u32, Vec<usize>),
    /// A clause, by its place in [`Plan::clauses`].
    Clause(usize),
    /// These articles, by number, in order.
    Articles(Vec<u32>),
}

impl Step {
    /// Marks the clauses that it looks for.
    pub(super) fn wake(&self, clauses: &mut [Clause]) {
        match self {
            Self::All(steps) | Self::Any(steps) => steps.iter().for_each(|step| step.wake(clauses)),
            Self::Not(step) => step.wake(clauses),
            Self::Near(_, numbers) => numbers.iter().for_each(|&n| clauses[n].idle = false),
            Self::Clause(n) => clauses[*n].idle = false,
            Self::Articles(_) => {}
        }
    }
}

/// A query, looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How the clauses hang together.
    pub root: Step,
    /// In the order typed.
    pub clauses: Vec<Clause>,
    /// Operators and fields that could not be used, as typed.
    pub ignored: Vec<String>,
}

/// What is known of the articles besides their words.
pub trait Facts {
    /// The articles that fit a field of the query other than the title, by number.
    fn of(&self, field: FieldName, value: &str, needs: &mut Needs) -> Vec<u32>;
    /// The articles that appeared before, after or within a stretch of days.
    fn published(&self, bound: Bound, first: Day, last: Day) -> Vec<u32>;
}

impl Plan {
    /// The clauses that must be found, in the order typed.
    pub fn positive(&self) -> impl Iterator<Item = (usize, &Clause)> {
        self.clauses.iter().enumerate().filter(|(_, clause)| !clause.negated && !clause.idle)
    }
}
