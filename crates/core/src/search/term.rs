//! The kinds of index entries, and the word families that order them.

/// The kind of an index entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A form in the texts.
    Word,
    /// A form that is part of compounds; its positions are those of the compounds.
    Part,
    /// A prefix of many words: the articles with one of them, without positions.
    Prefix,
    /// A form of a name: the positions where its entity is mentioned by other forms.
    Alias,
}

impl Kind {
    const ALL: [Kind; 4] = [Self::Word, Self::Part, Self::Prefix, Self::Alias];

    /// The byte between key and form.
    pub fn mark(self) -> u8 {
        self as u8
    }

    /// The kind with this mark.
    pub fn of_mark(mark: u8) -> Option<Self> {
        Self::ALL.get(usize::from(mark)).copied()
    }
}

/// The letters that German endings are made of, folded.
const ENDINGS: [char; 6] = ['e', 'n', 'r', 's', 'm', 'i'];

/// Fewest letters of a family.
const LEAST: usize = 3;

/// The family of a folded word: the word without any trailing letters of German endings.
///
/// It only decides what is stored together. `land`, `lander`, `landes` are one family, as is every prefix of one of them that ends within its
/// ending; that `sich` and `sicher` are one, too, does no harm. A key of several words (of a [`Kind::Alias`]) has the family of its first word.
pub fn family(key: &str) -> &str {
    let word = key.split(' ').next().unwrap_or_default();
    let short = word.trim_end_matches(ENDINGS);
    let least = word.char_indices().nth(LEAST).map_or(word.len(), |(at, _)| at);
    &word[..short.len().max(least)]
}

/// A name as the key of a [`Kind::Alias`]: its words folded, separated by spaces; `None` if it has no or more than four words.
pub fn name_key(name: &str) -> Option<String> {
    let words: Vec<String> = super::words::units(name).into_iter().filter(|unit| unit.width == 1).map(|unit| unit.key).collect();
    (1..=4).contains(&words.len()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_their_prefixes_are_one_family() {
        for (forms, expected) in [
            ("land landes lander landern lande", "land"),
            ("zeugin zeuginnen zeugen zeuginn zeugi", "zeug"),
            ("mann manner mannes", "man"),
            ("haus hauser hausern", "hau"),
            ("lieferung lieferungen lieferungs", "lieferung"),
            ("sonne sonnen", "son"),
            ("er", "er"),
            ("", ""),
            ("ölü", "ölü"),
        ] {
            for form in forms.split(' ') {
                assert_eq!(family(form), expected, "{form}");
            }
        }
        assert_eq!(family("wladimir putin"), "wlad");
    }

    #[test]
    fn names_become_keys_of_folded_words() {
        assert_eq!(name_key("Wladimir Putin").as_deref(), Some("wladimir putin"));
        assert_eq!(name_key("Selenskyj").as_deref(), Some("selenskyj"));
        assert_eq!(name_key("Käßmann-Müller").as_deref(), Some("kassmann muller"));
        assert_eq!(name_key("a b c d e"), None);
        assert_eq!(name_key("–"), None);
    }
}
