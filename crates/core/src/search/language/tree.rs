//! The syntax tree of a query.

use crate::day::Day;

/// A node of a query.
///
/// Trees are normalised: no list directly contains a list of the same kind, only the root may be a list of fewer than two nodes, and no
/// [`Node::Not`] contains another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// All of these; an empty list matches everything.
    All(Vec<Node>),
    /// One of these.
    Any(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
    /// All of these, each within this number of words of the next. Contains only leaves of the text or title, not of other fields.
    Near(u32, Vec<Node>),
    /// A word or phrase.
    Leaf(Leaf),
    /// Published before, after or within these first and last days.
    Published(Bound, Day, Day),
}

/// The relation to a date.
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
    /// As typed, without quotation marks, operators and punctuation around it; has at least one letter or digit.
    pub text: String,
    /// How it matches.
    pub shape: Shape,
    /// The field it must be in; `None` for any.
    pub field: Option<FieldName>,
    /// Whether its last word may be incomplete. Only true for the last leaf if it is [`Shape::Words`] or an unclosed phrase, not negated, and in no
    /// field other than the title.
    pub open: bool,
}

/// How a leaf matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A word in all its forms (several words if joined by punctuation, as in `1/2`).
    Words,
    /// These words in this order and form.
    Phrase,
    /// Only the typed form.
    Exact,
    /// A pattern with at least one `*`, never two in a row, and at least two letters or digits.
    Pattern,
}

/// The field of a leaf.
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

impl Node {
    /// The leaves in the order of the tree (an open one is the last), each with whether it is negated.
    pub fn leaves(&self) -> Vec<(&Leaf, bool)> {
        let mut out = Vec::new();
        self.collect(false, &mut out);
        out
    }

    fn collect<'n>(&'n self, negated: bool, out: &mut Vec<(&'n Leaf, bool)>) {
        match self {
            Self::All(nodes) | Self::Any(nodes) | Self::Near(_, nodes) => nodes.iter().for_each(|node| node.collect(negated, out)),
            Self::Not(node) => node.collect(!negated, out),
            Self::Leaf(leaf) => out.push((leaf, negated)),
            Self::Published(..) => {}
        }
    }

    pub(super) fn negate(self) -> Self {
        match self {
            Self::Not(node) => *node,
            node => Self::Not(Box::new(node)),
        }
    }

    /// Whether it matches text, so that a proximity search can use it: the other fields select whole articles.
    pub(super) fn is_text(&self) -> bool {
        matches!(self, Self::Leaf(leaf) if matches!(leaf.field, None | Some(FieldName::Title)))
    }

    /// Any or all of `nodes`, with lists of the same kind flattened; a single node is returned as it is.
    pub(super) fn list(nodes: Vec<Self>, any: bool) -> Self {
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
