//! The tags of the tagger.

use crate::entity::EntityKind;

/// The number of a tag: 0 for outside, then for each sort of name its first word and its further words, then derived forms and parts.
pub type Tag = u8;

/// Number of tags.
pub const TAGS: usize = 13;
/// Outside of names.
pub const OUTSIDE: Tag = 0;
/// An adjective or inhabitant derived from a place: `russische`.
pub const DERIVED: Tag = 9;
const PART: Tag = 10;

/// The sorts of names that the tagger distinguishes. `Other` are works, events, products, languages, so that they are not taken for one of the others.
///
/// ```
/// use zeitlupe_core::entity::model::tag::{Sort, may_follow};
/// assert_eq!(Sort::of(Sort::Loc.begin()), Some((Sort::Loc, true)));
/// assert!(may_follow(Sort::Loc.begin(), Sort::Loc.inside()) && !may_follow(Sort::Per.begin(), Sort::Loc.inside()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A person.
    Per,
    /// A place.
    Loc,
    /// An organisation.
    Org,
    /// Any other name.
    Other,
}

impl Sort {
    /// All sorts, in the order of their tags.
    pub const ALL: [Sort; 4] = [Self::Per, Self::Loc, Self::Org, Self::Other];

    /// The kind of entity; `None` for other names.
    pub fn kind(self) -> Option<EntityKind> {
        match self {
            Self::Per => Some(EntityKind::Per),
            Self::Loc => Some(EntityKind::Loc),
            Self::Org => Some(EntityKind::Org),
            Self::Other => None,
        }
    }

    /// The tag of a name's first word.
    pub fn begin(self) -> Tag {
        1 + 2 * self as Tag
    }

    /// The tag of a name's further words.
    pub fn inside(self) -> Tag {
        2 + 2 * self as Tag
    }

    /// The tag of a compound that begins with such a name; the same for persons and others.
    pub fn part(self) -> Tag {
        match self {
            Self::Loc => PART,
            Self::Org => PART + 1,
            Self::Per | Self::Other => PART + 2,
        }
    }

    /// The sort of a name's tag, and whether it is for the first word; `None` for all other tags.
    pub fn of(tag: Tag) -> Option<(Sort, bool)> {
        let sort = Self::ALL.get(usize::from(tag.checked_sub(1)?) / 2)?;
        Some((*sort, tag % 2 == 1))
    }
}

/// Whether `tag` may follow `before`: a further word must follow a word of the same sort.
pub fn may_follow(before: Tag, tag: Tag) -> bool {
    match Sort::of(tag) {
        Some((sort, false)) => before == sort.begin() || before == sort.inside(),
        _ => true,
    }
}
