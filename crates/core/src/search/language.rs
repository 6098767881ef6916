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
mod sign;
#[cfg(test)]
mod tests;
mod tree;

pub use tree::{Bound, FieldName, Leaf, Node, Shape};

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
