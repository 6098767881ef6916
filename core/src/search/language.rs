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
//! To add a field, give it a [`FieldName`] and its names in `KEYS`; to add an operator, see `Parser::operator` and `Parser::group`.

mod date;
#[cfg(test)]
mod tests;

use crate::text::Span;
use crate::time::Day;
use date::days;

/// The longest query that is read, in characters; the rest is left out.
const LONGEST: usize = 1000;
/// The most leaves that are read.
const MOST: usize = 32;
/// The most groups in one another; deeper parentheses are passed over.
const DEEPEST: u32 = 16;
/// How near is near, in words, where no number says it.
const NEAR: u32 = 10;
/// The farthest that is still near, in words.
const FARTHEST: u32 = 1000;

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
    let mut parser = Parser { text: &query[..end], at: 0, leaves: 0, surplus: 0, ignored: Vec::new() };
    let root = parser.group(Inherited { field: None, negated: false, depth: 0 });
    Query { root, ignored: parser.ignored.iter().map(|span| span.of(query).to_owned()).collect() }
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

/// What stands between operands, or before one.
#[derive(Clone, Copy)]
enum Operator {
    Or,
    And,
    Not,
    Near(u32),
}

/// What stands before a colon.
#[derive(Clone, Copy)]
enum Key {
    Field(FieldName),
    Date(Bound),
}

/// The fields by their names.
const KEYS: [(&str, Key); 18] = [
    ("titel", Key::Field(FieldName::Title)),
    ("title", Key::Field(FieldName::Title)),
    ("quelle", Key::Field(FieldName::Source)),
    ("source", Key::Field(FieldName::Source)),
    ("autor", Key::Field(FieldName::Author)),
    ("author", Key::Field(FieldName::Author)),
    ("person", Key::Field(FieldName::Person)),
    ("ort", Key::Field(FieldName::Place)),
    ("place", Key::Field(FieldName::Place)),
    ("org", Key::Field(FieldName::Organisation)),
    ("organisation", Key::Field(FieldName::Organisation)),
    ("organization", Key::Field(FieldName::Organisation)),
    ("vor", Key::Date(Bound::Before)),
    ("before", Key::Date(Bound::Before)),
    ("nach", Key::Date(Bound::After)),
    ("after", Key::Date(Bound::After)),
    ("am", Key::Date(Bound::On)),
    ("on", Key::Date(Bound::On)),
];

/// What an operand inherits from what it stands in.
#[derive(Clone, Copy)]
struct Inherited {
    field: Option<FieldName>,
    negated: bool,
    depth: u32,
}

/// Reads from left to right: every turn of a loop takes at least one character, and only groups nest.
struct Parser<'q> {
    text: &'q str,
    /// The next byte to read.
    at: usize,
    /// Leaves made so far.
    leaves: usize,
    /// Opened parentheses that were too deep, and are not closed yet.
    surplus: u32,
    /// What had no meaning, in order.
    ignored: Vec<Span>,
}

impl<'q> Parser<'q> {
    fn rest(&self) -> &'q str {
        &self.text[self.at..]
    }

    /// The next character; a blank at the end.
    fn peek(&self) -> char {
        self.rest().chars().next().unwrap_or(' ')
    }

    fn at_end(&self) -> bool {
        self.at == self.text.len()
    }

    /// Up to the next blank, quotation mark or parenthesis.
    fn word(&self) -> &'q str {
        let rest = self.rest();
        &rest[..rest.find(|c| is_blank(c) || is_quote(c) || matches!(c, '(' | ')')).unwrap_or(rest.len())]
    }

    fn take_word(&mut self) -> &'q str {
        let word = self.word();
        self.at += word.len();
        word
    }

    /// What stands between the quotation mark that is next and the one after it, or the end; and whether there is one after it.
    fn quoted(&mut self) -> (&'q str, bool) {
        self.at += self.peek().len_utf8();
        let rest = self.rest();
        let length = rest.find(is_quote);
        let inside = &rest[..length.unwrap_or(rest.len())];
        self.at += inside.len();
        if length.is_some() {
            self.at += self.peek().len_utf8();
        }
        (inside, length.is_some())
    }

    /// Passes over such characters; returns how many bytes they are.
    fn skip(&mut self, what: fn(char) -> bool) -> usize {
        let before = self.at;
        self.at = self.text.len() - self.rest().trim_start_matches(what).len();
        self.at - before
    }

    /// Notes what had no meaning, at its place among the others.
    fn ignore(&mut self, span: Span) {
        let before = self.ignored.iter().take_while(|other| other.start < span.start).count();
        self.ignored.insert(before, span);
    }

    /// The operator that is the next word.
    fn operator(&self) -> Option<(Operator, Span)> {
        let word = self.word();
        let mut length = word.len();
        let operator = match word {
            "OR" | "ODER" => Operator::Or,
            "AND" | "UND" => Operator::And,
            "NOT" | "NICHT" => Operator::Not,
            _ => {
                let name = word.get(..5)?;
                if !(name.eq_ignore_ascii_case("nahe:") || name.eq_ignore_ascii_case("near:")) {
                    return None;
                }
                let mut number = 0;
                for digit in word[5..].bytes() {
                    if !digit.is_ascii_digit() {
                        // An operand follows at once.
                        number = 0;
                        length = 5;
                        break;
                    }
                    number = FARTHEST.min(number * 10 + u32::from(digit - b'0'));
                }
                Operator::Near(if number == 0 { NEAR } else { number })
            }
        };
        Some((operator, Span::new(self.at, self.at + length)))
    }

    /// The name of a field that is next, and its length with the colon.
    fn key(&self) -> Option<(Key, usize)> {
        let word = self.word();
        let name = &word[..word.find(':')?];
        let (_, key) = KEYS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some((*key, name.len() + 1))
    }

    /// Reads up to the closing parenthesis, or to the end.
    fn group(&mut self, outer: Inherited) -> Node {
        // All of these, each any of its nodes.
        let mut runs: Vec<Vec<Node>> = Vec::new();
        let mut leading: Option<(Operator, Span)> = None;
        let mut link: Option<(Operator, Span)> = None;
        let mut not: Option<Span> = None;
        // Whether the operand before can be near another, and whether one after it was lost.
        let mut bindable = false;
        let mut lost = false;
        loop {
            self.skip(is_blank);
            if self.at_end() {
                break;
            }
            if self.peek() == ')' {
                self.at += 1;
                if self.surplus > 0 {
                    self.surplus -= 1;
                } else if outer.depth > 0 {
                    break;
                }
                continue;
            }
            if let Some((operator, span)) = self.operator() {
                self.at = span.end as usize;
                match operator {
                    Operator::And => continue,
                    Operator::Not => {
                        not = if not.is_none() { Some(span) } else { None };
                        continue;
                    }
                    _ => {}
                }
                if let Some(not) = not.take() {
                    self.ignore(not);
                }
                match operator {
                    Operator::Near(_) if runs.is_empty() && leading.is_none() => leading = Some((operator, span)),
                    _ if runs.is_empty() || link.is_some() || lost => self.ignore(span),
                    _ => link = Some((operator, span)),
                }
                continue;
            }
            let ignored = self.ignored.len();
            let Some(mut node) = self.operand(Inherited { negated: outer.negated != not.is_some(), ..outer }) else {
                // It was meant and is lost: neither the next one nor the one before stands in for it.
                if self.ignored.len() > ignored || self.leaves == MOST {
                    lost = true;
                    if let Some(not) = not.take() {
                        self.ignore(not);
                    }
                    if let Some((_, span)) = link.take() {
                        self.ignore(span);
                    }
                }
                continue;
            };
            if not.take().is_some() {
                node = node.negate();
            }
            lost = false;
            let bound = bindable && node.has_place();
            bindable = node.has_place();
            match (link.take(), runs.last_mut()) {
                (Some((Operator::Or, _)), Some(run)) => run.push(node),
                (Some((Operator::Near(distance), _)), Some(run)) if bound => {
                    let bound = run.pop().map(|previous| self.bind(previous, distance, node));
                    run.extend(bound);
                }
                (link, _) => {
                    if let Some((_, span)) = link {
                        self.ignore(span);
                    }
                    runs.push(vec![node]);
                }
            }
        }
        if let Some(not) = not {
            self.ignore(not);
        }
        for operator in [leading, link] {
            match operator {
                Some((Operator::Near(distance), _)) if bind_all(&mut runs, distance) => {}
                Some((_, span)) => self.ignore(span),
                None => {}
            }
        }
        Node::list(runs.into_iter().map(|run| Node::list(run, true)).collect(), false)
    }

    /// A leaf near the previous operand, which is a leaf or was bound here before.
    ///
    /// Where the numbers do not agree (`a nahe:5 b nahe:3 c`), the leaf between stands twice; where there is no room for that, the wider counts.
    fn bind(&mut self, previous: Node, distance: u32, leaf: Node) -> Node {
        match previous {
            Node::Near(other, mut leaves) if other == distance || self.leaves == MOST => {
                leaves.push(leaf);
                Node::Near(other.max(distance), leaves)
            }
            Node::Near(other, leaves) => {
                self.leaves += 1;
                let between = leaves[leaves.len() - 1].clone();
                Node::All(vec![Node::Near(other, leaves), Node::Near(distance, vec![between, leaf])])
            }
            Node::All(mut nodes) => {
                let last = nodes.pop().map(|last| self.bind(last, distance, leaf));
                nodes.extend(last);
                Node::list(nodes, false)
            }
            other => Node::Near(distance, vec![other, leaf]),
        }
    }

    /// A word, phrase, group or date with the minus sign and the field before it; `None` where nothing is left of it.
    fn operand(&mut self, mut inherited: Inherited) -> Option<Node> {
        let start = self.at;
        let mut minus = false;
        let mut key: Option<Key> = None;
        // Where the name stands and its value begins, and whether an operator stands in place of the value.
        let mut name = Span::new(start, start);
        let mut value = start;
        let mut missing = false;
        loop {
            // A hyphen at the end of a phrase joins: „Ampel“-Koalition.
            let joined = self.text[..self.at].ends_with(|c| is_quote(c) || c == ')');
            let hyphens = self.skip(|c| c == '-');
            minus ^= hyphens == 1 && !joined;
            let Some((next, length)) = self.key() else { break };
            if key.is_some() {
                self.ignore(name);
            }
            name = Span::new(self.at, self.at + length);
            key = Some(next);
            self.at += length;
            value = self.at;
            missing = self.skip(is_blank) > 0 && self.operator().is_some();
            if missing {
                break;
            }
        }
        inherited.negated ^= minus;
        let node = match key {
            _ if missing => None,
            Some(Key::Date(bound)) => self.date(bound),
            Some(Key::Field(field)) => self.atom(start, Inherited { field: Some(field), ..inherited }),
            None => self.atom(start, inherited),
        };
        if node.is_none() && key.is_some() {
            // Of a field that cannot be used the whole is named, not what was in it; nothing where the reader is still about to type its value.
            self.ignored.retain(|other| (other.start as usize) < start);
            let typed = &self.text[value..self.at];
            if !self.at_end() || typed.contains(|c| !(is_blank(c) || is_quote(c) || matches!(c, '(' | '-' | '='))) {
                self.ignore(Span::new(start, value + typed.trim_end_matches(is_blank).len()));
            }
        }
        if minus { node.map(Node::negate) } else { node }
    }

    /// The value of a date, with or without quotation marks.
    fn date(&mut self, bound: Bound) -> Option<Node> {
        let value = if is_quote(self.peek()) { self.quoted().0 } else { self.take_word() };
        days(value).map(|(first, last)| Node::Published(bound, first, last))
    }

    /// A word, phrase or group.
    fn atom(&mut self, start: usize, inherited: Inherited) -> Option<Node> {
        let exact = self.skip(|c| c == '=') > 0;
        let next = self.peek();
        if next == '(' {
            self.at += 1;
            if inherited.depth == DEEPEST {
                self.surplus += 1;
                return None;
            }
            let node = self.group(Inherited { depth: inherited.depth + 1, ..inherited });
            return if matches!(&node, Node::All(nodes) if nodes.is_empty()) { None } else { Some(node) };
        }
        let (text, shape, open);
        if is_quote(next) {
            let (inside, closed) = self.quoted();
            (text, shape, open) = (inside.trim_matches(is_blank).to_owned(), Shape::Phrase, !closed && !inside.ends_with(is_blank));
        } else {
            let bare = self.take_word().trim_matches(is_sign);
            if bare.contains('*') {
                if bare.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
                    self.ignore(Span::new(start, self.at));
                    return None;
                }
                let mut pattern = String::with_capacity(bare.len());
                for c in bare.chars() {
                    if c != '*' || !pattern.ends_with('*') {
                        pattern.push(c);
                    }
                }
                (text, shape, open) = (pattern, Shape::Pattern, false);
            } else {
                (text, shape, open) = (bare.to_owned(), if exact { Shape::Exact } else { Shape::Words }, !exact && self.at_end());
            }
        }
        if self.leaves == MOST || !text.contains(char::is_alphanumeric) {
            return None;
        }
        self.leaves += 1;
        let open = open && !inherited.negated && matches!(inherited.field, None | Some(FieldName::Title));
        Some(Node::Leaf(Leaf { text, shape, field: inherited.field, open }))
    }
}

/// All operands of the group that have a place become one, in the place of the last, so that an open leaf stays the last one;
/// `false` where there are not two.
fn bind_all(runs: &mut Vec<Vec<Node>>, distance: u32) -> bool {
    let is_bound = |run: &Vec<Node>| run.len() == 1 && run[0].has_place();
    if runs.iter().filter(|run| is_bound(run)).count() < 2 {
        return false;
    }
    let mut bound = Vec::new();
    let mut others = Vec::with_capacity(runs.len());
    let mut place = 0;
    for run in runs.drain(..) {
        if is_bound(&run) {
            bound.extend(run);
            place = others.len();
        } else {
            others.push(run);
        }
    }
    others.insert(place, vec![Node::Near(distance, bound)]);
    *runs = others;
    true
}

/// What parts words: white space, control characters, and the marks of writing direction, which nobody sees.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '„' | '“' | '”' | '»' | '«')
}

/// What is left out at the ends of a word. `C++` and `50%` keep their signs.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | '.' | ':' | '!' | '?' | '…' | '\'' | '’' | '‘' | '‚' | '-' | '–' | '—' | '=' | '/' | '[' | ']' | '{' | '}' | '|'
    )
}
