//! The languages of the interface.

use super::table::Words;
use super::{de, en};

/// Language of the interface; the articles stay in theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// German.
    #[default]
    De,
    /// English.
    En,
}

impl Lang {
    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
        }
    }

    /// Its table of words.
    pub fn words(self) -> &'static Words {
        match self {
            Lang::De => &de::WORDS,
            Lang::En => &en::WORDS,
        }
    }
}
