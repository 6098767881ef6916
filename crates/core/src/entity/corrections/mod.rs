//! What a reader puts right about names: no name, another kind, another name, one with another, two and not one, a name that was missed.
//!
//! A [`Correction`] names entities by kind and name and places by quotation, so that it stays true when articles are edited or added.
//! The same [`crate::bundle::Revision`] applies them when a bundle is built (from `names.toml`) and in the room (from the reader): what the reader sees
//! after a correction is what the next build gives.

mod file;
mod place;

pub use file::{read, write};
pub use place::Quotation;

use super::{EntityKind, EntityName};
use serde::{Deserialize, Serialize};

/// One correction; they count in their order, each on what those before it have left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Correction {
    /// No mention of it is a name.
    Remove {
        /// The entity.
        name: EntityName,
    },
    /// It is of another kind; where there is one of that kind and name, the two are one.
    Retype {
        /// The entity.
        name: EntityName,
        /// What it is.
        to: EntityKind,
    },
    /// It is called otherwise; where there is one of that name, the two are one.
    Rename {
        /// The entity.
        name: EntityName,
        /// What it is called.
        to: String,
    },
    /// It and another are one.
    Merge {
        /// The entity that goes.
        name: EntityName,
        /// The one that stays; where there is none, it begins here.
        into: EntityName,
    },
    /// Some of its mentions are somebody else.
    Split {
        /// The entity.
        name: EntityName,
        /// Mentions with exactly these words; all, where the list is empty.
        forms: Vec<String>,
        /// Mentions in the articles of these ids; all, where the list is empty.
        articles: Vec<String>,
        /// Whom they name; where there is none, it begins here.
        to: EntityName,
    },
    /// Here stands a name. What overlaps it is no mark any more.
    Mark {
        /// Where.
        place: Quotation,
        /// Whose name; where there is none, it begins here.
        name: EntityName,
        /// Wherever these words stand in this article outside of other names, they are that name, too.
        all: bool,
    },
    /// Here stands no name.
    Unmark {
        /// Where.
        place: Quotation,
    },
}
