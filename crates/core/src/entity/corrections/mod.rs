//! Corrections of names: remove, change kind or name, merge, split, mark a missed name, unmark.
//!
//! A [`Correction`] refers to entities by kind and name, and to passages by quotation, so that it stays valid when articles are edited or added.
//! The same [`crate::bundle::Revision`] applies corrections in the build (from `names.toml`) and in the room (from the reader), with the same result.

mod file;
mod place;

pub use file::{read, write};
pub use place::Quotation;

use super::{EntityKind, EntityName};
use serde::{Deserialize, Serialize};

/// A correction. Corrections are applied in order, each to the result of those before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Correction {
    /// Removes an entity: none of its mentions is a name.
    Remove {
        /// The entity.
        name: EntityName,
    },
    /// Changes the kind of an entity; if there is already one of that kind and name, the two are merged.
    Retype {
        /// The entity.
        name: EntityName,
        /// The new kind.
        to: EntityKind,
    },
    /// Renames an entity; if there is already one of that name, the two are merged.
    Rename {
        /// The entity.
        name: EntityName,
        /// The new name.
        to: String,
    },
    /// Merges an entity into another.
    Merge {
        /// The entity to merge.
        name: EntityName,
        /// The entity that stays; created if there is none.
        into: EntityName,
    },
    /// Moves some mentions of an entity to another.
    Split {
        /// The entity.
        name: EntityName,
        /// Only mentions with exactly these words; all if empty.
        forms: Vec<String>,
        /// Only mentions in the articles with these ids; all if empty.
        articles: Vec<String>,
        /// The entity that they refer to; created if there is none.
        to: EntityName,
    },
    /// Marks a passage as a name. Overlapping mentions are removed.
    Mark {
        /// The passage.
        place: Quotation,
        /// Its entity; created if there is none.
        name: EntityName,
        /// Whether all other unmarked occurrences of the same words in the article are marked, too.
        all: bool,
    },
    /// Unmarks a passage that is not a name.
    Unmark {
        /// The passage.
        place: Quotation,
    },
}

impl Correction {
    /// What it is about: of two corrections of the same subject, the second usually finds nothing.
    pub fn subject(&self) -> String {
        match self {
            Self::Remove { name } | Self::Retype { name, .. } | Self::Rename { name, .. } | Self::Merge { name, .. } => name.to_string(),
            Self::Split { name, forms, articles, .. } => [name.to_string(), forms.join("\n"), articles.join("\n")].join("\n\n"),
            Self::Mark { place, .. } | Self::Unmark { place } => {
                [place.article.as_str(), &place.start.to_string(), &place.quote].join("\n")
            }
        }
    }
}
