//! The query language: parses what was typed into a tree.
//!
//! | typed | means |
//! | --- | --- |
//! | `Kreml Nato`, `Kreml UND Nato`, `Kreml AND Nato` | both words, anywhere and in any form |
//! | `Krem` | as the last word, not followed by a space: every word that begins like this |
//! | `Kreml ODER Moskau`, `Kreml OR Moskau` | either word (the operator in capitals only); binds its direct neighbours: `a b OR c` is a and (b or c) |
//! | `-Olympia`, `NICHT Olympia`, `NOT Olympia` | not this word; also before a phrase, a group or a field |
//! | `(Kreml OR Moskau) -(Gas Öl)` | groups |
//! | `"Ende der Nato"` | these words in this order and form; also with `„…“`, `“…”`, `»…«`; an unclosed quotation ends with the query |
//! | `=Bank` | this form only: neither `Banken` nor a similar word |
//! | `Ost*`, `*erweiterung`, `Ost*ung` | any letters in place of the star; at least two letters or digits besides it |
//! | `Gas nahe:5 China`, `Gas near:5 China` | both, at most five words apart; ten without a number, never more than 1,000 |
//! | `nahe:5 Gas Öl China`, `Gas Öl China nahe:5` | all words and phrases of the group, each within five words of the next |
//! | `titel:Gas`, `titel: Gas`, `titel:"Gas und Öl"`, `titel:(Gas OR Öl)` | in the headline |
//! | `quelle:dpa`, `autor:Meier` | by this source, by this author |
//! | `person:Merkel`, `ort:Peking`, `org:Nato` | names this person, place, organisation |
//! | `vor:2022-02-05`, `nach:02/2022`, `am:5.2.2022`, `am:"Februar 2022"` | published before, after, within this day, month or year |
//!
//! The English names of the fields are `title`, `source`, `author`, `person`, `place`, `organization`, `before`, `after` and `on`;
//! they are not case-sensitive. Every string is a valid query: characters without meaning are skipped, and operators or fields that cannot be
//! used are listed in [`Query::ignored`]. `nahe:` binds tighter than `OR`, `OR` tighter than a space.
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

/// Most characters of a query; the rest is ignored.
const LONGEST: usize = 1000;

/// A parsed query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The tree; an empty [`Node::All`] for an empty query.
    pub root: Node,
    /// Operators and fields that have no meaning at their position, as typed, in order.
    pub ignored: Vec<String>,
}

/// Parses a query; every string is valid.
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
