//! The languages of the interface.

use super::table::Words;
use super::{de, en};

/// The language of the interface; articles are not translated.
///
/// ```
/// use zeitlupe_words::Lang;
/// assert_eq!(Lang::default().tag(), "de");
/// assert_eq!(Lang::En.words().search.title, "Search");
/// ```
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

    /// The texts in this language.
    pub fn words(self) -> &'static Words {
        match self {
            Lang::De => &de::WORDS,
            Lang::En => &en::WORDS,
        }
    }
}
