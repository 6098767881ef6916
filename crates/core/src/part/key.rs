//! Which parts a bundle has: the one table of their names, codes and contents.

use serde::{Deserialize, Serialize};

/// When the app loads a part. The ceilings on sizes count the last kind apart from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// At the start, by every reader and as a whole: it is worth the time to make it small.
    Start,
    /// Until a first search has answered.
    FirstSearch,
    /// Only for other questions.
    OnDemand,
}

/// What all parts of one kind have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartKind {
    /// The beginning of their files' names.
    pub name: &'static str,
    /// The code of the kind in the header.
    pub code: u8,
    /// What the payload is.
    pub stored: &'static str,
    /// When they are loaded.
    pub loading: Loading,
}

/// A row: variant, code, name of the files, when it is loaded, what the payload is.
macro_rules! parts {
    ($($(#[$doc:meta])* $key:ident $(($number:ty))? = $code:literal, $name:literal, $loading:ident, $stored:literal;)*) => {
        /// Which part of the bundle.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum PartKey {
            $($(#[$doc])* $key $(($number))?,)*
        }

        impl PartKey {
            /// All kinds, in the order in which a bundle lists its parts.
            pub const KINDS: &'static [PartKind] =
                &[$(PartKind { name: $name, code: $code, stored: $stored, loading: Loading::$loading }),*];

            /// What is said of its kind.
            pub fn kind(self) -> PartKind {
                match self {
                    $(Self::$key { .. } => PartKind { name: $name, code: $code, stored: $stored, loading: Loading::$loading },)*
                }
            }

            /// Which of its kind; `None` for one that is alone.
            fn place(self) -> Option<u32> {
                match self {
                    $($(Self::$key(number) => {
                        let number: $number = number;
                        Some(number)
                    })?)*
                    _ => None,
                }
            }
        }
    };
}

// A stored type that changes needs a new version of the format: see `VERSION` in `frame`. A code is never used twice.
parts! {
    /// Totals, dates and sources of all articles, and how many other parts there are. Loaded first.
    Base = 0, "base", Start, "postcard of bundle::Base";
    /// What the front page shows of the first articles.
    Front = 9, "front", Start, "postcard of view::Story, a list";
    /// All entities with their counts.
    Entities = 1, "entities", FirstSearch, "postcard of bundle::EntityTable";
    /// All items of the timeline, without their words.
    Timeline = 2, "timeline", OnDemand, "postcard of timeline::Items";
    /// Who is named in the sentences of the timeline.
    TimelineNames = 13, "named", OnDemand, "postcard of bundle::TimelineNames";
    /// Who wrote the articles, and how many words they have.
    Details = 3, "details", OnDemand, "postcard of bundle::Details";
    /// The outline of the land, the same for every corpus.
    Outline = 10, "outline", OnDemand, "postcard of drawing::outline::Outline";
    /// The fixed pages, imprint, tasks and tours.
    SiteInfo = 14, "site", OnDemand, "postcard of view::SiteInfo";
    /// Titles and ids of some thousand neighbouring articles.
    Titles(u32) = 4, "titles", FirstSearch, "postcard of bundle::Titles";
    /// Who is named together with some hundred neighbouring entities.
    Relations(u32) = 11, "relations", OnDemand, "postcard of entity::Companion, a list of lists";
    /// The words of some hundred neighbouring items of the timeline.
    Witnesses(u32) = 12, "witnesses", OnDemand, "postcard of view::Witness, a list of lists";
    /// A chunk of the index: words and the articles that hold them.
    Index(u32) = 5, "index", FirstSearch, "see search::chunk";
    /// Places of a very frequent word.
    Places(u32) = 6, "places", FirstSearch, "see search::list";
    /// A chunk of the spelling list.
    Spelling(u32) = 7, "spelling", OnDemand, "see search::spelling";
    /// Texts with their marks, cut into chunks of neighbouring articles.
    Articles(u32) = 8, "articles", FirstSearch, "postcard of bundle::ArticleChunk";
}

impl PartKey {
    /// `base`, `titles-0`, `index-3`, `articles-0`: the beginning of the file's name.
    pub fn name(self) -> String {
        let name = self.kind().name;
        self.place().map_or_else(|| name.to_owned(), |number| format!("{name}-{number}"))
    }

    /// Which of its kind; 0 for one that is alone.
    pub fn number(self) -> u32 {
        self.place().unwrap_or(0)
    }

    /// `index-3-0123456789abcdef.bin`: the part's file in the bundle of a corpus. It changes with the corpus, so that it may be cached for ever.
    pub fn file(self, corpus: u64) -> String {
        format!("{}-{corpus:016x}.bin", self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_kinds_share_a_code_or_begin_alike() {
        let codes: BTreeSet<u8> = PartKey::KINDS.iter().map(|kind| kind.code).collect();
        assert_eq!(codes.len(), PartKey::KINDS.len());
        for kind in PartKey::KINDS {
            let alike = PartKey::KINDS.iter().filter(|other| other.name.starts_with(kind.name)).count();
            assert_eq!(alike, 1, "a file's kind is told by the beginning of its name: {}", kind.name);
        }
    }

    #[test]
    fn names_and_numbers() {
        assert_eq!((PartKey::Base.name(), PartKey::Base.number()), ("base".into(), 0));
        assert_eq!((PartKey::Witnesses(3).name(), PartKey::Witnesses(3).number()), ("witnesses-3".into(), 3));
        assert_eq!(PartKey::Index(3).file(0x0123_4567_89ab_cdef), "index-3-0123456789abcdef.bin");
    }
}
