//! The table of the parts of a bundle: their names, codes and contents.

use serde::{Deserialize, Serialize};

/// When the app loads a part. The size limits count [`Loading::OnDemand`] separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// At the start, by every reader.
    Start,
    /// For the first search.
    FirstSearch,
    /// Only for other requests.
    OnDemand,
}

/// A kind of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartKind {
    /// The prefix of their file names.
    pub name: &'static str,
    /// The code of the kind in the header.
    pub code: u8,
    /// When they are loaded.
    pub loading: Loading,
}

/// A row: variant, code, prefix of the file names, when it is loaded, format of the payload.
macro_rules! parts {
    (@key $key:ident $n:ident) => { Self::$key };
    (@key $key:ident $n:ident ($number:ty)) => { Self::$key($n) };
    ($($(#[$doc:meta])* $key:ident $(($number:ty))? = $code:literal, $name:literal, $loading:ident, $stored:literal;)*) => {
        /// The key of a part of a bundle.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum PartKey {
            $(
                $(#[$doc])*
                #[doc = concat!("\n\nPayload: ", $stored, ".")]
                $key $(($number))?,
            )*
        }

        impl PartKey {
            /// All kinds, in the order in which a bundle lists its parts.
            pub const KINDS: &'static [PartKind] =
                &[$(PartKind { name: $name, code: $code, loading: Loading::$loading }),*];

            /// Its kind.
            pub fn kind(self) -> PartKind {
                match self {
                    $(Self::$key { .. } => PartKind { name: $name, code: $code, loading: Loading::$loading },)*
                }
            }

            /// The key of a part by the code of its kind and its number; `None` if there is no such kind.
            pub fn of(code: u8, number: u32) -> Option<Self> {
                match code {
                    $($code => Some(parts!(@key $key number $(($number))?)),)*
                    _ => None,
                }
            }

            /// Its number among the parts of its kind; `None` for a single part.
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

// Changing a stored type requires a new version of the format, `VERSION` in `frame`. Codes are never reused.
parts! {
    /// Totals, the first articles for the front page, and where to look in the index. Loaded first.
    Base = 0, "base", Start, "postcard of bundle::Base";
    /// All entities with their counts.
    Entities = 1, "entities", FirstSearch, "postcard of bundle::EntityTable";
    /// All items of the timeline, without their text.
    Timeline = 2, "timeline", OnDemand, "postcard of timeline::Items";
    /// The names in the sentences of the timeline.
    TimelineNames = 13, "named", OnDemand, "postcard of bundle::TimelineNames";
    /// Authors and numbers of words of all articles.
    Details = 3, "details", OnDemand, "postcard of bundle::Details";
    /// The outlines of the land, the same for every corpus.
    Outline = 10, "outline", OnDemand, "postcard of drawing::outline::Outline";
    /// The fixed pages, imprint, tasks and tours.
    SiteInfo = 14, "site", OnDemand, "postcard of view::SiteInfo";
    /// Dates, sources and languages of all articles.
    Columns = 15, "columns", FirstSearch, "postcard of bundle::Columns";
    /// Which articles report the same event.
    Groups = 18, "groups", OnDemand, "postcard of group::Group, a list";
    /// Ids, titles, dates and sources of a few dozen consecutive articles.
    Summaries(u32) = 16, "summaries", FirstSearch, "postcard of view::Summary, a list";
    /// Titles and ids of a few thousand consecutive articles.
    Titles(u32) = 4, "titles", OnDemand, "postcard of bundle::Titles";
    /// The companions of a few hundred consecutive entities.
    Relations(u32) = 11, "relations", OnDemand, "postcard of entity::Companion, a list of lists";
    /// The witnesses of a few hundred consecutive items of the timeline.
    Witnesses(u32) = 12, "witnesses", OnDemand, "postcard of view::Witness, a list of lists";
    /// What a few dozen consecutive articles quote and count.
    Statements(u32) = 19, "statements", OnDemand, "postcard of statements::Statements, a list";
    /// Where a few hundred consecutive chunks of the index begin.
    Directory(u32) = 17, "directory", FirstSearch, "postcard of String, a list";
    /// A chunk of the index: words with their articles and positions.
    Index(u32) = 5, "index", FirstSearch, "see search::chunk";
    /// Positions of a very frequent word.
    Places(u32) = 6, "places", FirstSearch, "see search::list";
    /// A chunk of the spelling list.
    Spelling(u32) = 7, "spelling", OnDemand, "see search::spelling";
    /// A chunk of consecutive articles with their analysis.
    Articles(u32) = 8, "articles", FirstSearch, "postcard of bundle::ArticleChunk";
}

impl PartKey {
    /// The beginning of its file name: `base`, `titles-0`, `index-3`, `articles-0`.
    pub fn name(self) -> String {
        let name = self.kind().name;
        self.place().map_or_else(|| name.to_owned(), |number| format!("{name}-{number}"))
    }

    /// Its number among the parts of its kind; 0 for a single part.
    pub fn number(self) -> u32 {
        self.place().unwrap_or(0)
    }

    /// Its file name in the bundle of a corpus: `index-3-0123456789abcdef.bin`. It changes with the corpus, so that the file can be cached forever.
    pub fn file(self, corpus: u64) -> String {
        format!("{}-{corpus:016x}.bin", self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_and_no_name_is_a_prefix_of_another() {
        let codes: BTreeSet<u8> = PartKey::KINDS.iter().map(|kind| kind.code).collect();
        assert_eq!(codes.len(), PartKey::KINDS.len());
        for kind in PartKey::KINDS {
            let alike = PartKey::KINDS.iter().filter(|other| other.name.starts_with(kind.name)).count();
            assert_eq!(alike, 1, "the prefix of a file name determines its kind: {}", kind.name);
            let key = PartKey::of(kind.code, 7).expect("each kind has a key");
            assert!(key.kind() == *kind && [0, 7].contains(&key.number()), "{}", kind.name);
        }
        assert_eq!((PartKey::of(5, 3), PartKey::of(0, 0), PartKey::of(99, 0)), (Some(PartKey::Index(3)), Some(PartKey::Base), None));
    }

    #[test]
    fn the_file_name_has_kind_number_and_corpus() {
        assert_eq!((PartKey::Base.name(), PartKey::Base.number()), ("base".into(), 0));
        assert_eq!((PartKey::Witnesses(3).name(), PartKey::Witnesses(3).number()), ("witnesses-3".into(), 3));
        assert_eq!(PartKey::Index(3).file(0x0123_4567_89ab_cdef), "index-3-0123456789abcdef.bin");
    }
}
