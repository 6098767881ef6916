//! The parser of queries, from left to right.

use super::date::days;
use super::sign::{is_blank, is_quote, is_sign};
use super::tree::{Bound, FieldName, Leaf, Node, Shape};
use crate::search::words::has_gender_sign;
use crate::text::Span;

/// Most leaves of a query; further ones are ignored.
pub(super) const MOST: usize = 32;
/// Deepest nesting of groups; deeper parentheses are skipped.
pub(super) const DEEPEST: u32 = 16;
/// Default distance of `nahe:`, in words.
const NEAR: u32 = 10;
/// Largest distance of `nahe:`, in words.
const FARTHEST: u32 = 1000;

/// An operator between operands or before one.
#[derive(Clone, Copy)]
enum Operator {
    Or,
    And,
    Not,
    Near(u32),
}

/// A key before a colon.
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

/// What an operand inherits from the group around it.
#[derive(Clone, Copy, Default)]
pub(super) struct Inherited {
    field: Option<FieldName>,
    negated: bool,
    depth: u32,
}

/// A parser that terminates on any input: every iteration consumes at least one character, and only groups recurse.
pub(super) struct Parser<'q> {
    text: &'q str,
    /// Offset of the next byte.
    at: usize,
    /// Number of leaves so far.
    leaves: usize,
    /// Number of unclosed parentheses that were too deep.
    surplus: u32,
    /// The spans of ignored input, in order.
    ignored: Vec<Span>,
}

/// A group being parsed.
#[derive(Default)]
struct Group {
    /// A conjunction of disjunctions.
    runs: Vec<Vec<Node>>,
    /// A distance before the first operand.
    leading: Option<(Operator, Span)>,
    /// The operator waiting for its second operand.
    link: Option<(Operator, Span)>,
    /// The negation waiting for its operand.
    not: Option<Span>,
    /// Whether the previous operand can be part of a proximity search.
    bindable: bool,
    /// Whether an operand after it was dropped.
    lost: bool,
}

impl<'q> Parser<'q> {
    /// A parser at the beginning of a query.
    pub fn new(text: &'q str) -> Self {
        Self { text, at: 0, leaves: 0, surplus: 0, ignored: Vec::new() }
    }

    /// The input ignored so far, as typed, in order.
    pub fn ignored(&self) -> impl Iterator<Item = &'q str> {
        self.ignored.iter().map(|span| span.of(self.text))
    }

    fn rest(&self) -> &'q str {
        &self.text[self.at..]
    }

    /// The next character; a space at the end.
    fn peek(&self) -> char {
        self.rest().chars().next().unwrap_or(' ')
    }

    fn at_end(&self) -> bool {
        self.at == self.text.len()
    }

    /// The input up to the next space, quotation mark or parenthesis.
    fn word(&self) -> &'q str {
        let rest = self.rest();
        &rest[..rest.find(|c| is_blank(c) || is_quote(c) || matches!(c, '(' | ')')).unwrap_or(rest.len())]
    }

    fn take_word(&mut self) -> &'q str {
        let word = self.word();
        self.at += word.len();
        word
    }

    /// The text between the next quotation mark and the one after it (or the end), and whether it was closed.
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

    /// Skips such characters; returns their number of bytes.
    fn skip(&mut self, what: fn(char) -> bool) -> usize {
        let before = self.at;
        self.at = self.text.len() - self.rest().trim_start_matches(what).len();
        self.at - before
    }

    /// Adds to the ignored input, in order.
    fn ignore(&mut self, span: Span) {
        let before = self.ignored.iter().take_while(|other| other.start < span.start).count();
        self.ignored.insert(before, span);
    }

    /// The operator at the current position.
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
                        // An operand follows directly.
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

    /// The key at the current position, and its length including the colon.
    fn key(&self) -> Option<(Key, usize)> {
        let word = self.word();
        let (name, value) = word.split_once(':')?;
        // `Autor:innen` is a word.
        if matches!(value.trim_end_matches(is_sign), "in" | "innen") {
            return None;
        }
        let (_, key) = KEYS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some((*key, name.len() + 1))
    }

    /// Parses up to the closing parenthesis or the end.
    pub fn group(&mut self, outer: Inherited) -> Node {
        let mut group = Group::default();
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
                self.connect(&mut group, operator, span);
                continue;
            }
            let ignored = self.ignored.len();
            match self.operand(Inherited { negated: outer.negated != group.not.is_some(), ..outer }) {
                Some(node) => self.add(&mut group, node),
                None if self.ignored.len() > ignored || self.leaves == MOST => self.drop_operand(&mut group),
                None => {}
            }
        }
        self.close(group)
    }

    /// Adds an operator, which waits for its operand, or is ignored if it cannot have one.
    fn connect(&mut self, group: &mut Group, operator: Operator, span: Span) {
        match operator {
            Operator::And => return,
            Operator::Not => {
                group.not = if group.not.is_none() { Some(span) } else { None };
                return;
            }
            _ => {}
        }
        if let Some(not) = group.not.take() {
            self.ignore(not);
        }
        match operator {
            Operator::Near(_) if group.runs.is_empty() && group.leading.is_none() => group.leading = Some((operator, span)),
            _ if group.runs.is_empty() || group.link.is_some() || group.lost => self.ignore(span),
            _ => group.link = Some((operator, span)),
        }
    }

    /// Drops an operand that cannot be used; waiting operators do not apply to its neighbours instead.
    fn drop_operand(&mut self, group: &mut Group) {
        group.lost = true;
        if let Some(not) = group.not.take() {
            self.ignore(not);
        }
        if let Some((_, span)) = group.link.take() {
            self.ignore(span);
        }
    }

    /// Adds an operand, with the operator waiting for it.
    fn add(&mut self, group: &mut Group, mut node: Node) {
        if group.not.take().is_some() {
            node = node.negate();
        }
        group.lost = false;
        let bound = group.bindable && node.is_text();
        group.bindable = node.is_text();
        match (group.link.take(), group.runs.last_mut()) {
            (Some((Operator::Or, _)), Some(run)) => run.push(node),
            (Some((Operator::Near(distance), _)), Some(run)) if bound => {
                let bound = run.pop().map(|previous| self.bind(previous, distance, node));
                run.extend(bound);
            }
            (link, _) => {
                if let Some((_, span)) = link {
                    self.ignore(span);
                }
                group.runs.push(vec![node]);
            }
        }
    }

    /// The node of a finished group; waiting operators are ignored, except for a distance at either end, which applies to all operands.
    fn close(&mut self, Group { mut runs, leading, link, not, .. }: Group) -> Node {
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

    /// Combines the previous operand (a leaf or an earlier result of this function) with a leaf near it.
    ///
    /// If the distances differ (`a nahe:5 b nahe:3 c`), the leaf between them is duplicated; without room for that, the larger distance applies.
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

    /// A word, phrase, group or date, with the minus sign and the field before it; `None` if it is empty.
    fn operand(&mut self, mut inherited: Inherited) -> Option<Node> {
        let start = self.at;
        let mut minus = false;
        let mut key: Option<Key> = None;
        // The field name, the start of its value, and whether there is an operator instead of the value.
        let mut name = Span::new(start, start);
        let mut value = start;
        let mut missing = false;
        loop {
            // A hyphen after a phrase joins it with the next word: „Ampel“-Koalition.
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
            // A field that cannot be used is reported as a whole, unless the reader is still about to type its value.
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
            if bare.contains('*') && !has_gender_sign(bare) {
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

/// Combines all text operands of the group into one proximity search, in place of the last, so that an open leaf stays the last one;
/// returns `false` if there are fewer than two.
fn bind_all(runs: &mut Vec<Vec<Node>>, distance: u32) -> bool {
    let is_bound = |run: &Vec<Node>| run.len() == 1 && run[0].is_text();
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
