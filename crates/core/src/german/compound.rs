//! Splits compounds, using the words of the corpus itself.

use rustc_hash::FxHashMap;

/// A folded word without its inflection, and without the linking element to the next part of a compound.
///
/// Lighter than [`crate::german::stem`]: derivations stay (`sicherheit` is not `sicher`), so that a part of a compound equals its noun:
/// `lieferungen`, `lieferung` and `lieferungs` are the same, also `sonnen` and `sonne`, `schul` and `schule`, `zeuginnen` and `zeugen`. Never shorter
/// than three bytes.
pub fn inflection(folded: &str) -> &str {
    let once = without(women_of(folded).unwrap_or(folded), &["ern", "em", "en", "er", "es", "e", "s", "n"], 3);
    without(once, &["en", "er"], 4)
}

/// Whether two folded words are forms of the same word: equal, or the same stem of at least three bytes with endings of the inflection.
///
/// It needs both words, as only other forms show whether the `s` of `preis` is a genitive. Feminine and masculine nouns are the same if one is a
/// feminine plural (`zeuginnen`, `zeugin`, `zeugen`). Cases that need a lexicon are accepted (`bau`, `bauer`); [`steps`] ranks them lower.
///
/// ```
/// use zeitlupe_core::german::is_same_word;
/// assert!(is_same_word("landes", "lander") && !is_same_word("macht", "nacht"));
/// ```
pub fn is_same_word(a: &str, b: &str) -> bool {
    a == b || have_same_beginning(a, b) || is_of_women(a, b) || is_of_women(b, a)
}

/// Endings of a word or of the first part of a compound; after `s` also with a doubled `s` (`ergebnis`, `ergebnisse`).
const ENDINGS: [&str; 12] = ["", "e", "en", "er", "em", "es", "s", "n", "ern", "ens", "ns", "nen"];
/// Endings of comparatives.
const MORE_ENDINGS: [&str; 5] = ["ere", "eren", "erer", "erem", "eres"];

fn have_same_beginning(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let ends = |word: &str, at: usize| {
        let is_ending = |ending: &str| ENDINGS.contains(&ending) || MORE_ENDINGS.contains(&ending);
        word.split_at_checked(at).is_some_and(|(before, ending)| match ending {
            "nen" => before.ends_with("in"),
            _ => {
                is_ending(ending)
                    || (before.ends_with('s') && ending.strip_prefix('s').is_some_and(|rest| matches!(rest, "e" | "es" | "en")))
            }
        })
    };
    (3..=shared).rev().take(3).any(|at| ends(a, at) && ends(b, at))
}

/// Whether `women` is `…innen`, and `other` a form of the word it is derived from, and not a shorter word: `zeuginnen`, `zeugen`.
fn is_of_women(women: &str, other: &str) -> bool {
    women_of(women).is_some_and(|word| other.len() >= word.len() && have_same_beginning(word, other))
}

/// The distance between two folded forms of a word as perceived by a reader: 0 for the same form, 1 for the `s` or `es` of the genitive, which does not
/// change the number (`jahr`, `jahrs`, `jahres`), 2 for other forms, 3 for `er`, which may also derive another word (`kind` and `kinder`, but `mord`
/// and `mordern`), 4 from a feminine plural to the masculine.
/// The number of letters does not matter: `tagen` is as close to `tag` as `tage`, and `zeugin` is closer to `zeuginnen` than `zeugen`.
pub fn steps(a: &str, b: &str) -> u32 {
    let singular = |word| without(word, &["es", "s"], 3);
    let of_men = |women: &str, other: &str| women_of(women).is_some_and(|word| other.strip_suffix("in") != Some(word));
    let with_er = |word| without(word, &["ern", "ers", "er", "ere", "eren", "erem", "eres"], 3) != word;
    if a == b {
        0
    } else if singular(a) == b || a == singular(b) || singular(a) == singular(b) {
        1
    } else if of_men(a, b) || of_men(b, a) {
        4
    } else if with_er(a) != with_er(b) {
        3
    } else {
        2
    }
}

/// The word that `…innen` is derived from.
fn women_of(folded: &str) -> Option<&str> {
    folded.strip_suffix("innen").filter(|word| word.len() >= 4)
}

/// `word` without the first of `endings` that it has, if at least `least` bytes remain.
fn without<'w>(word: &'w str, endings: &[&str], least: usize) -> &'w str {
    for ending in endings {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.len() >= least
        {
            return rest;
        }
    }
    word
}

/// Endings of a first part after which a compound can certainly be split: their nouns always have this linking element.
const SURE_CUTS: [&str; 8] = ["heits", "keits", "ungs", "schafts", "ions", "tats", "lings", "tums"];

/// Shortest part except the last, in bytes.
const FIRST_LEAST: usize = 3;
/// Shortest last part, in bytes.
const LAST_LEAST: usize = 4;
/// Longest word that is split, in bytes.
const LONGEST: usize = 64;

/// How a corpus uses the words with one [`inflection`].
#[derive(Clone, Copy, Default)]
struct Known {
    /// Number of occurrences as a separate word.
    count: u32,
    /// Number of capitalised occurrences.
    upper: u32,
}

/// The words of a corpus, by which compounds are recognised.
///
/// ```
/// use zeitlupe_core::german::Vocabulary;
/// let mut vocabulary = Vocabulary::default();
/// vocabulary.add("gas", 20, 20);
/// vocabulary.add("lieferungen", 9, 9);
/// assert_eq!(vocabulary.split("gaslieferung"), ["gas", "lieferung"]);
/// ```
#[derive(Default)]
pub struct Vocabulary {
    known: FxHashMap<String, Known>,
}

impl Vocabulary {
    /// Adds a folded form that occurs `count` times in the corpus, `upper` times of these capitalised.
    pub fn add(&mut self, folded: &str, count: u32, upper: u32) {
        let entry = self.known.entry(inflection(folded).to_owned()).or_default();
        entry.count += count;
        entry.upper += upper;
    }

    /// The parts of a folded compound noun, in order; empty if it is not a compound.
    ///
    /// The whole word must consist, with linking elements, of known words of which the last is a noun, or of one that ends like a first part
    /// (`sicherheits`) and a rest. Of several ways the one with the fewest parts wins, then the one whose rarest part is the most frequent. A long part
    /// is not split again here.
    pub fn split<'w>(&self, folded: &'w str) -> Vec<&'w str> {
        if folded.len() < FIRST_LEAST + LAST_LEAST || folded.len() > LONGEST || !folded.is_ascii() {
            return Vec::new();
        }
        let own = inflection(folded);
        let two = self.split_in_two(folded, |before, after, _| before?.min(after?).into());
        if !two.is_empty() {
            return two;
        }
        let three = self.split_in_three(folded, own);
        if !three.is_empty() {
            return three;
        }
        self.split_in_two(folded, |before, after, sure| before.or(after).filter(|_| sure))
    }

    /// The best split in two, by the value that `worth` gives for the frequencies of the parts and for whether the first part certainly ends there.
    fn split_in_two<'w>(&self, folded: &'w str, worth: impl Fn(Option<u32>, Option<u32>, bool) -> Option<u32>) -> Vec<&'w str> {
        let own = inflection(folded);
        let mut best: Option<((bool, u32), &str, &str)> = None;
        for cut in FIRST_LEAST..=folded.len() - LAST_LEAST {
            let (first, last) = folded.split_at(cut);
            let sure = first.len() > 6 && SURE_CUTS.iter().any(|ending| first.ends_with(ending));
            if let Some(worth) = worth(self.first_part(first), self.last_part(last, own), sure)
                && best.is_none_or(|(so_far, ..)| (sure, worth) > so_far)
            {
                best = Some(((sure, worth), first, last));
            }
        }
        best.map_or(Vec::new(), |(_, first, last)| vec![first, last])
    }

    fn split_in_three<'w>(&self, folded: &'w str, own: &str) -> Vec<&'w str> {
        let mut best: Option<(u32, [&'w str; 3])> = None;
        for cut in FIRST_LEAST..folded.len().saturating_sub(FIRST_LEAST + LAST_LEAST) {
            let (first, rest) = folded.split_at(cut);
            let Some(a) = self.first_part(first) else { continue };
            for cut in FIRST_LEAST..=rest.len() - LAST_LEAST {
                let (middle, last) = rest.split_at(cut);
                if let (Some(b), Some(c)) = (self.first_part(middle), self.last_part(last, own)) {
                    let worth = a.min(b).min(c);
                    if best.as_ref().is_none_or(|(so_far, _)| worth > *so_far) {
                        best = Some((worth, [first, middle, last]));
                    }
                }
            }
        }
        best.map_or(Vec::new(), |(_, parts)| parts.to_vec())
    }

    /// All parts of a folded compound noun, as written in it: `buch`, `laden`, `schliessungen`, and known combinations of several (`buchladen`,
    /// `ladenschliessungen`). Empty if it is not a compound.
    pub fn parts<'w>(&self, folded: &'w str) -> Vec<&'w str> {
        let mut atoms = Vec::new();
        let mut open = self.split(folded);
        open.reverse();
        while let Some(part) = open.pop() {
            let more = self.split(part);
            if more.is_empty() {
                atoms.push(part.len());
            }
            open.extend(more.into_iter().rev());
        }
        let mut out = Vec::new();
        let mut start = 0;
        for (first, &length) in atoms.iter().enumerate() {
            let mut end = start;
            for (n, &more) in atoms[first..].iter().enumerate() {
                end += more;
                let part = &folded[start..end];
                if part.len() < folded.len() && (n == 0 || self.known.contains_key(inflection(part))) {
                    out.push(part);
                }
            }
            start += length;
        }
        out
    }

    /// The frequency of a part other than the last. Parts of three letters only count if they are frequent.
    fn first_part(&self, part: &str) -> Option<u32> {
        let known = self.known.get(inflection(part))?;
        (part.len() > 3 || known.count >= 3 || known.upper == known.count).then_some(known.count)
    }

    /// The frequency of the last part as a noun.
    fn last_part(&self, part: &str, own: &str) -> Option<u32> {
        let stem = inflection(part);
        let known = self.known.get(stem).filter(|_| stem != own)?;
        (known.upper * 2 > known.count).then_some(known.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn check(words: &str, compound: &str, expected: &str) {
        let mut vocabulary = Vocabulary::default();
        for word in words.split(' ') {
            let capital = u32::from(word.starts_with(char::is_uppercase));
            vocabulary.add(&fold(word), 5, 5 * capital);
        }
        assert_eq!(vocabulary.split(&fold(compound)).join("|"), expected, "{compound}");
    }

    #[test]
    fn compounds_are_split_at_linking_elements() {
        check("Gas Lieferung", "Gaslieferungen", "gas|lieferungen");
        check("Sicherheit Garantie", "Sicherheitsgarantien", "sicherheits|garantien");
        check("Sicherheit", "Sicherheitsgarantien", "sicherheits|garantien");
        check("Budget Streit", "Budgetstreits", "budget|streits");
        check("Schule Buch", "Schulbücher", "schul|bucher");
        check("Sonne Licht", "Sonnenlicht", "sonnen|licht");
        check("Energie Lieferung Vertrag", "Energielieferungsverträge", "energie|lieferungs|vertrage");
    }

    #[test]
    fn parts_include_known_combinations() {
        let mut vocabulary = Vocabulary::default();
        for word in ["Buch", "Laden", "Schließung", "Ladenschließungen", "Buchladen"] {
            vocabulary.add(&fold(word), 5, 5);
        }
        assert_eq!(vocabulary.parts("buchladenschliessungen"), ["buch", "buchladen", "laden", "ladenschliessungen", "schliessungen"]);
        assert!(vocabulary.parts("laden").is_empty());
    }

    #[test]
    fn other_words_are_not_split() {
        check("Au Moskau", "Moskau", "");
        check("Lieferung", "Lieferungen", "");
        check("auf nehmen", "aufnehmen", "");
        check("Ukraine Kraine", "Ukraine", "");
        check("Gas", "Gaslieferungen", "");
        check("", "", "");
        check("ä", "ääääääää", "");
    }

    #[test]
    fn forms_of_one_word_are_recognised() {
        for forms in [
            "Eis Eises",
            "Kürbis Kürbisse Kürbisses Kürbissen",
            "Bahn Bahnen",
            "Schwan Schwäne Schwänen Schwans",
            "Kuss Küsse Küssen Kusses",
            "Fass Fässer Fässern Fasses",
            "Dorf Dörfer Dörfern Dorfes Dorfs",
            "Schmerz Schmerzens Schmerzen",
            "Funke Funken Funkens",
            "Segel Segels Segeln",
            "Hirte Hirten",
            "Lied Lieder Liedern Liedes",
            "warm warmer warmen warme warmem warmes wärmer wärmere wärmeren",
            "Wolke Wolken",
            "Schneiderin Schneiderinnen",
            "Schneiderinnen Schneider Schneidern",
        ] {
            for a in forms.split(' ') {
                for b in forms.split(' ') {
                    assert!(is_same_word(&fold(a), &fold(b)), "{a} {b}");
                }
            }
        }
        for (a, b) in
            [("Wolke", "Wolle"), ("Sicherheit", "sicher"), ("Rat", "Rathaus"), ("Glas", "Glatze"), ("Kürbis", "Kürbiskern"), ("in", "ins")]
        {
            assert!(!is_same_word(&fold(a), &fold(b)), "{a} {b}");
        }
    }

    #[test]
    fn feminine_and_masculine_nouns_are_one_word() {
        assert!(is_same_word("zeugin", "zeuginnen") && is_same_word("zeuginnen", "zeugen") && is_same_word("forscherinnen", "forschern"));
        assert!(!is_same_word("termin", "termen") && !is_same_word("berlin", "berl") && !is_same_word("innen", "in"));
        assert!(!is_same_word("malerinnen", "mal") && !is_same_word("malerin", "maler"));
    }

    #[test]
    fn steps_measure_the_distance_of_forms() {
        for (a, b, expected) in [
            ("pferd", "pferd", 0),
            ("pferd", "pferdes", 1),
            ("pferds", "pferdes", 1),
            ("pferd", "pferde", 2),
            ("pferd", "pferden", 2),
            ("garten", "gartens", 1),
            ("schneider", "schneidern", 2),
            ("lied", "liedern", 3),
            ("schneid", "schneider", 3),
            ("zeuginnen", "zeugin", 2),
            ("schneiden", "schneidern", 3),
            ("zeuginnen", "zeugen", 4),
            ("zeugin", "zeuginnen", 2),
            ("termin", "termine", 2),
        ] {
            assert_eq!((steps(a, b), steps(b, a)), (expected, expected), "{a} {b}");
        }
    }

    #[test]
    fn inflection_keeps_derivation() {
        for (word, expected) in [
            ("lieferungen", "lieferung"),
            ("sicherheits", "sicherheit"),
            ("gas", "gas"),
            ("streites", "streit"),
            ("zeuginnen", "zeug"),
            ("en", "en"),
        ] {
            assert_eq!(inflection(word), expected);
        }
    }
}
