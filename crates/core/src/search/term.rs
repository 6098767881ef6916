//! What stands in the index, and in which order.

/// What an entry of the index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A form that stands in the texts.
    Word,
    /// A form that stands in compounds as one of their parts; its places are those of the compounds.
    Part,
    /// The beginning of many words: the articles that hold one of them, without places.
    Start,
    /// A name: the places where its bearer is called otherwise.
    Alias,
}

impl Kind {
    const ALL: [Kind; 4] = [Self::Word, Self::Part, Self::Start, Self::Alias];

    /// The byte that stands between key and form.
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

/// Letters that a family keeps at least.
const LEAST: usize = 3;

/// What the forms of a word have in common whatever their endings: the key without the letters that endings are made of.
///
/// It only decides what lies side by side. `land`, `lander`, `landes` are one family, so is every beginning of one of them that reaches
/// into its ending; that `sich` and `sicher` are one, too, does no harm. Takes a folded word; a key of several words
/// (of an [`Kind::Alias`]) gives the family of its first one, so that it lies beside that word.
pub fn family(key: &str) -> &str {
    let word = key.split(' ').next().unwrap_or_default();
    let short = word.trim_end_matches(ENDINGS);
    let least = word.char_indices().nth(LEAST).map_or(word.len(), |(at, _)| at);
    &word[..short.len().max(least)]
}

/// A name as the key of an [`Kind::Alias`]: its words folded, one blank between them; `None` where it has none or more than four.
pub fn name_key(name: &str) -> Option<String> {
    let words: Vec<String> = super::words::units(name).into_iter().filter(|unit| unit.width == 1).map(|unit| unit.key).collect();
    (1..=4).contains(&words.len()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_their_beginnings_are_one_family() {
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
    fn names_as_keys() {
        assert_eq!(name_key("Wladimir Putin").as_deref(), Some("wladimir putin"));
        assert_eq!(name_key("Selenskyj").as_deref(), Some("selenskyj"));
        assert_eq!(name_key("Käßmann-Müller").as_deref(), Some("kassmann muller"));
        assert_eq!(name_key("a b c d e"), None);
        assert_eq!(name_key("–"), None);
    }
}
