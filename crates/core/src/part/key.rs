//! Which parts a bundle has.

use serde::{Deserialize, Serialize};

/// Which part of the bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PartKey {
    /// Totals, dates and sources of all articles, and how many other parts there are. Loaded first.
    Base,
    /// What the front page shows of the first articles.
    Front,
    /// All entities with their counts.
    Entities,
    /// All items of the timeline, without their words.
    Timeline,
    /// Who is named in the sentences of the timeline.
    Cast,
    /// Who wrote the articles, and how many words they have.
    Details,
    /// The outline of the land, the same for every corpus.
    Outline,
    /// The fixed pages, imprint, tasks and tours.
    Papers,
    /// What some thousand neighbouring articles are called, and their ids.
    Titles(u32),
    /// Who is named together with some hundred neighbouring entities.
    Relations(u32),
    /// The words of some hundred neighbouring items of the timeline.
    Told(u32),
    /// A chunk of the index: words and the articles that hold them.
    Index(u32),
    /// Places of a very frequent word.
    Places(u32),
    /// A chunk of the spelling list.
    Spelling(u32),
    /// Texts with their marks, cut into chunks of neighbouring articles.
    Articles(u32),
}

impl PartKey {
    /// `base`, `titles-0`, `index-3`, `articles-0`: the beginning of the file's name.
    pub fn name(self) -> String {
        let (name, number) = match self {
            Self::Base => ("base", None),
            Self::Front => ("front", None),
            Self::Entities => ("entities", None),
            Self::Timeline => ("timeline", None),
            Self::Cast => ("cast", None),
            Self::Details => ("details", None),
            Self::Outline => ("outline", None),
            Self::Papers => ("papers", None),
            Self::Titles(n) => ("titles", Some(n)),
            Self::Relations(n) => ("relations", Some(n)),
            Self::Told(n) => ("told", Some(n)),
            Self::Index(n) => ("index", Some(n)),
            Self::Places(n) => ("places", Some(n)),
            Self::Spelling(n) => ("spelling", Some(n)),
            Self::Articles(n) => ("articles", Some(n)),
        };
        number.map_or_else(|| name.to_owned(), |n| format!("{name}-{n}"))
    }

    /// Which of its kind; 0 for one that is alone.
    pub fn number(self) -> u32 {
        match self {
            Self::Base | Self::Front | Self::Entities | Self::Timeline | Self::Cast | Self::Details | Self::Outline | Self::Papers => 0,
            Self::Titles(n)
            | Self::Relations(n)
            | Self::Told(n)
            | Self::Index(n)
            | Self::Places(n)
            | Self::Spelling(n)
            | Self::Articles(n) => n,
        }
    }

    /// `index-3-0123456789abcdef.bin`: the part's file in the bundle of a corpus. It changes with the corpus, so that it may be cached for ever.
    pub fn file(self, corpus: u64) -> String {
        format!("{}-{corpus:016x}.bin", self.name())
    }
}
