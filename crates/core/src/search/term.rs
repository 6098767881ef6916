//! The kinds of index entries, and the word families that order them.

use crate::text::upper;

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

    /// The byte between key and form, which also says how a word is written.
    pub fn mark(self, case: Case) -> u8 {
        if case == Case::Lower { self as u8 } else { Self::ALL.len() as u8 - 1 + case as u8 }
    }

    /// The kind with this mark, and how a word is written.
    pub fn of_mark(mark: u8) -> Option<(Self, Case)> {
        let at = usize::from(mark);
        let case = || Some((Self::Word, *Case::ALL.get(at - Self::ALL.len() + 1)?));
        Self::ALL.get(at).map(|kind| (*kind, Case::Lower)).or_else(case)
    }
}

/// Which letters of a word are capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// None: `liefern`.
    #[default]
    Lower,
    /// The first: `Lieferung`, `Nato-freundlich`.
    First,
    /// The first of each part: `Nato-Staaten`.
    Parts,
    /// The whole first part, and the first of each other: `EU-Staaten`.
    Short,
    /// All: `EU`.
    All,
}

impl Case {
    /// Every way to write a word.
    pub const ALL: [Case; 5] = [Self::Lower, Self::First, Self::Parts, Self::Short, Self::All];

    /// A word in lower case, written like this.
    pub fn written(self, lower: &str) -> String {
        let mut out = String::with_capacity(lower.len());
        let (mut is_first, mut part) = (true, 0);
        for c in lower.chars() {
            let is_capital = match self {
                Self::Lower => false,
                Self::First => is_first && part == 0,
                Self::Parts => is_first,
                Self::Short => is_first || part == 0,
                Self::All => true,
            };
            is_first = c == '-';
            part += usize::from(is_first);
            out.push(if is_capital { upper(c) } else { c });
        }
        out
    }

    /// How a word of a text is written: the simplest way that has its capitals.
    pub fn of(word: &str) -> Self {
        if !word.starts_with(char::is_uppercase) {
            return Self::Lower;
        }
        let is_short = |part: &str| part.chars().nth(1).is_some() && !part.contains(char::is_lowercase);
        let (first, rest) = word.split_once('-').unwrap_or((word, ""));
        let has_parts = rest.split('-').all(|part| part.starts_with(char::is_uppercase));
        match (is_short(first), has_parts) {
            (true, _) if is_short(word) => Self::All,
            (true, true) => Self::Short,
            (false, true) => Self::Parts,
            _ => Self::First,
        }
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
    fn words_are_written_as_in_the_texts() {
        for word in [
            "Ölpreis-Äpfel",
            "Élysée",
            "Łódź",
            "Žižek",
            "Правда",
            "liefern",
            "Lieferung",
            "Nato-freundlich",
            "Nato-Staaten",
            "EU-Staaten",
            "EU",
            "Ölpreis",
            "CDU-CSU",
            "U-Boot",
            "90er",
            "Ost-West-Konflikt",
        ] {
            assert_eq!(Case::of(word).written(&word.to_lowercase()), word);
        }
        assert_eq!(Case::of("iPhone"), Case::Lower);
        for case in Case::ALL {
            assert_eq!(Kind::of_mark(Kind::Word.mark(case)), Some((Kind::Word, case)));
        }
        for kind in Kind::ALL {
            assert_eq!(Kind::of_mark(kind.mark(Case::Lower)), Some((kind, Case::Lower)));
        }
        assert_eq!(Kind::of_mark(8), None);
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
