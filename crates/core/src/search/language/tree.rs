//! What a query means, as a tree.

use crate::day::Day;

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

    pub(super) fn negate(self) -> Self {
        match self {
            Self::Not(node) => *node,
            node => Self::Not(Box::new(node)),
        }
    }

    /// Whether it is a word or phrase of the text, so that something can be near it: the other fields choose articles, not places.
    pub(super) fn has_place(&self) -> bool {
        matches!(self, Self::Leaf(leaf) if matches!(leaf.field, None | Some(FieldName::Title)))
    }

    /// Any or all of these, the lists among them that are of the same kind opened; a single one is itself.
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
