//! The language of queries: what was typed, understood as a tree.
//!
//! | typed | means |
//! | --- | --- |
//! | `Kreml Nato`, `Kreml UND Nato`, `Kreml AND Nato` | both words, in any place and form |
//! | `Krem` | as the last word, without a blank behind it: every word that begins so |
//! | `Kreml ODER Moskau`, `Kreml OR Moskau` | one of them, in capitals only; binds its direct neighbours: `a b OR c` is a and (b or c) |
//! | `-Olympia`, `NICHT Olympia`, `NOT Olympia` | not this word; also before a phrase, a group or a field |
//! | `(Kreml OR Moskau) -(Gas Öl)` | groups |
//! | `"Ende der Nato"` | these words in this order, in these forms; also with `„…“`, `“…”`, `»…«`; an open mark ends with the query |
//! | `=Bank` | this form only: neither `Banken` nor a similar word |
//! | `Ost*`, `*erweiterung`, `Ost*ung` | any letters in place of the star; two letters or digits must be left |
//! | `Gas nahe:5 China`, `Gas near:5 China` | both, at most five words apart; ten without a number, never more than 1,000 |
//! | `nahe:5 Gas Öl China`, `Gas Öl China nahe:5` | all words and phrases of the group, each within five words of the next |
//! | `titel:Gas`, `titel: Gas`, `titel:"Gas und Öl"`, `titel:(Gas OR Öl)` | in the headline |
//! | `quelle:dpa`, `autor:Meier` | by this source, by this author |
//! | `person:Merkel`, `ort:Peking`, `org:Nato` | names this person, place, organisation |
//! | `vor:2022-02-05`, `nach:02/2022`, `am:5.2.2022`, `am:"Februar 2022"` | published before, after, within this day, month or year |
//!
//! The English names of the fields are `title`, `source`, `author`, `person`, `place`, `organization`, `before`, `after` and `on`;
//! capitals or not is all one. Anything is a query: a sign without a meaning is passed over, and an operator or field that was meant
//! but cannot be used is named in [`Query::ignored`]. `nahe:` binds closer than `OR`, `OR` closer than the blank.
//!
//! To add a field, give it a [`FieldName`] and its names in `KEYS`; to add an operator, see `parser`.

mod date;
mod parser;
#[cfg(test)]
mod tests;

use crate::day::Day;
use parser::{Inherited, Parser};

/// The longest query that is read, in characters; the rest is left out.
const LONGEST: usize = 1000;

/// A query, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// What is to be found; [`Node::All`] of nothing where nothing was asked for.
    pub root: Node,
    /// Operators and fields that had no meaning where they stood, as typed, in order.
    pub ignored: Vec<String>,
}

/// A part of a query.
///
/// No list in a list of its kind, none of one, none that is empty but the root; no [`Node::Not`] in another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// All of these; of nothing: everything.
    All(Vec<Node>),
    /// One of these.
    Any(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
    /// All of these, each within so many words of the next. Holds leaves only, and none of a source or author.
    Near(u32, Vec<Node>),
    /// A word or phrase.
    Leaf(Leaf),
    /// Published then: the first and last day that the value can mean.
    Published(Bound, Day, Day),
}

/// On which side of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Before its first day.
    Before,
    /// After its last day.
    After,
    /// Between both, these included.
    On,
}

/// A word or phrase of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// As typed, without quotation marks, operators and the signs around it; holds at least one letter or digit.
    pub text: String,
    /// How it is meant.
    pub shape: Shape,
    /// Where it must stand; `None`: anywhere.
    pub field: Option<FieldName>,
    /// Its last word may still be in the making. Only of the last leaf, where it is [`Shape::Words`] or a phrase without its closing mark,
    /// not negated, and in no field but the title.
    pub open: bool,
}

/// How a leaf is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A word in all its forms (several where signs join them, as in `1/2`).
    Words,
    /// Words in this order and these forms.
    Phrase,
    /// The typed form only.
    Exact,
    /// Holds at least one `*`, never two in a row, and two letters or digits.
    Pattern,
}

/// Where a leaf must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldName {
    /// The headline.
    Title,
    /// The newspaper or agency.
    Source,
    /// The author.
    Author,
    /// The name of a person in the text.
    Person,
    /// The name of a place in the text.
    Place,
    /// The name of an organisation in the text.
    Organisation,
}

/// Understands a query. Everything is a valid one.
///
/// ```
/// use zeitlupe_core::search::language::{Node, parse};
/// let query = parse("Gas -titel:Olympia nahe:5");
/// let Node::All(parts) = &query.root else { panic!("both") };
/// assert!(matches!(parts[1], Node::Not(_)));
/// assert_eq!(query.ignored, ["nahe:5"]);
/// ```
pub fn parse(query: &str) -> Query {
    let end = query.char_indices().nth(LONGEST).map_or(query.len(), |(at, _)| at);
    let mut parser = Parser::new(&query[..end]);
    let root = parser.group(Inherited::default());
    Query { root, ignored: parser.ignored().map(str::to_owned).collect() }
}

impl Node {
    /// The words and phrases in the order of the tree (an open one is the last), each with whether it must not be found.
    pub fn leaves(&self) -> Vec<(&Leaf, bool)> {
        let mut out = Vec::new();
        self.gather(false, &mut out);
        out
    }

    fn gather<'n>(&'n self, negated: bool, out: &mut Vec<(&'n Leaf, bool)>) {
        match self {
            Self::All(nodes) | Self::Any(nodes) | Self::Near(_, nodes) => nodes.iter().for_each(|node| node.gather(negated, out)),
            Self::Not(node) => node.gather(!negated, out),
            Self::Leaf(leaf) => out.push((leaf, negated)),
            Self::Published(..) => {}
        }
    }

    fn negate(self) -> Self {
        match self {
            Self::Not(node) => *node,
            node => Self::Not(Box::new(node)),
        }
    }

    /// Whether it is a word or phrase of the text, so that something can be near it: the other fields choose articles, not places.
    fn has_place(&self) -> bool {
        matches!(self, Self::Leaf(leaf) if matches!(leaf.field, None | Some(FieldName::Title)))
    }

    /// Any or all of these, the lists among them that are of the same kind opened; a single one is itself.
    fn list(nodes: Vec<Self>, any: bool) -> Self {
        let mut out = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Self::Any(inner) if any => out.extend(inner),
                Self::All(inner) if !any => out.extend(inner),
                node => out.push(node),
            }
        }
        match out.len() {
            1 => out.remove(0),
            _ if any => Self::Any(out),
            _ => Self::All(out),
        }
    }
}
