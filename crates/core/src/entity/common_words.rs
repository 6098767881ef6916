//! Removes false names found by the tagger, using the whole corpus.
//!
//! A name is nearly always used as a name. A word that the tagger sometimes takes for a name, but that the corpus mostly uses as a common noun, an
//! adverb or a pronoun, is not one: so `Kitas`, `Diesmal` and `Corona` are removed, and `Moria` stays.

use super::{EntityKind, Form, Mention, Why};
use crate::german::is_determiner;
use crate::text::{TokenKind, lower, tokens};
use std::collections::{BTreeMap, HashMap};

/// Fewest occurrences of a word for a decision.
const SEEN: u32 = 4;

/// How a word is used in the corpus.
#[derive(Default)]
struct Count {
    /// Number of occurrences as the last word of a name.
    named: u32,
    /// Number of capitalised occurrences.
    capital: u32,
    /// Number of lower-case occurrences.
    lower: u32,
    /// Number of capitalised occurrences after an article or pronoun.
    determined: u32,
}

impl Count {
    fn is_common(&self, mention: &Mention) -> bool {
        let judged = self.capital + self.lower >= SEEN;
        // "die Kitas": hardly ever used for a person.
        let determined = mention.kind == EntityKind::Per && self.determined * 5 >= self.capital;
        // A word may be both; then a full name decides.
        let alone = !mention.canonical.contains(' ') && (self.lower * 2 >= self.capital || self.named * 3 < self.capital);
        judged && (determined || alone)
    }
}

/// Removes mentions that only the tagger found and that are common words according to the whole corpus.
/// `mentions` are those of `texts`, in the same order.
///
/// ```
/// use zeitlupe_core::entity::{remove_common_words, recognise};
/// let text = "Angela Merkel kam.";
/// let mut mentions = recognise(text);
/// remove_common_words(&[text], &mut [&mut mentions]);
/// assert_eq!(mentions.len(), 1);
/// ```
pub fn remove_common_words(texts: &[&str], mentions: &mut [&mut Vec<Mention>]) {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for mention in mentions.iter().flat_map(|row| row.iter()).filter(|m| is_doubtful(m)) {
        counts.entry(key(mention).to_owned()).or_default();
    }
    for mention in mentions.iter().flat_map(|row| row.iter()).filter(|m| m.form == Form::Name) {
        if let Some(count) = counts.get_mut(key(mention)) {
            count.named += 1;
        }
    }
    // `corona` is evidence against `Corona` and `CORONA`.
    let mut in_lower: HashMap<String, Vec<String>> = HashMap::new();
    for word in counts.keys() {
        in_lower.entry(word.chars().map(lower).collect()).or_default().push(word.clone());
    }
    for text in texts {
        let mut before = "";
        for word in tokens(text).into_iter().filter(|token| token.kind == TokenKind::Word).map(|token| token.text) {
            let bare = word.strip_suffix('s').unwrap_or(word);
            let known = if counts.contains_key(word) { word } else { bare };
            if let Some(count) = counts.get_mut(known) {
                count.capital += 1;
                count.determined += u32::from(is_determiner(before));
            } else {
                for capital in in_lower.get(word).into_iter().flatten() {
                    counts.entry(capital.clone()).and_modify(|count| count.lower += 1);
                }
            }
            before = word;
        }
    }
    for row in mentions {
        row.retain(|mention| !is_doubtful(mention) || !counts.get(key(mention)).is_some_and(|count| count.is_common(mention)));
    }
}

/// Whether a mention is a single word or a person that only the tagger found. The last word of a longer organisation name is often a common noun.
fn is_doubtful(mention: &Mention) -> bool {
    mention.why == Why::Model && mention.form == Form::Name && (mention.kind == EntityKind::Per || !mention.canonical.contains(' '))
}

fn key(mention: &Mention) -> &str {
    mention.canonical.rsplit(' ').next().unwrap_or(&mention.canonical)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn named(text: &str, name: &str, kind: EntityKind, why: Why) -> Mention {
        let start = text.find(name).unwrap();
        let span = Span::new(start, start + name.len());
        Mention { span, kind, form: Form::Name, canonical: name.to_owned(), why, confidence: 60, role: None }
    }

    fn left(texts: &[&str], found: &[(usize, &str, EntityKind, Why)]) -> Vec<String> {
        let mut rows: Vec<Vec<Mention>> = vec![Vec::new(); texts.len()];
        found.iter().for_each(|&(at, name, kind, why)| rows[at].push(named(texts[at], name, kind, why)));
        remove_common_words(texts, &mut rows.iter_mut().collect::<Vec<_>>());
        rows.into_iter().flatten().map(|m| m.canonical).collect()
    }

    #[test]
    fn mostly_common_words_are_not_names() {
        let texts = [
            "Diesmal kam er.",
            "Und diesmal ging er, diesmal blieb sie.",
            "Er sah diesmal die Kitas.",
            "Kitas fehlen. Die Kitas, keine Kitas.",
        ];
        let per = EntityKind::Per;
        let found = [(0, "Diesmal", per, Why::Model), (3, "Kitas", per, Why::Model), (2, "Kitas", per, Why::List)];
        assert_eq!(left(&texts, &found), ["Kitas"], "what a list has is no matter of the tagger");
        let often = ["Corona plagt.", "Wieder Corona, immer Corona, nur Corona.", "Moria brennt.", "In Moria. Aus Moria. Nach Moria."];
        let found = [
            (0, "Corona", EntityKind::Loc, Why::Model),
            (2, "Moria", EntityKind::Loc, Why::Model),
            (3, "Moria", EntityKind::Loc, Why::Model),
        ];
        assert_eq!(left(&often, &found), ["Moria", "Moria"]);
    }

    #[test]
    fn a_lower_case_word_counts_for_all_its_spellings() {
        let texts = ["Quorla, QUORLA.", "Die quorla, eine quorla. Quorla quorla QUORLA quorla."];
        let found = [(0, "Quorla", EntityKind::Loc, Why::Model), (0, "QUORLA", EntityKind::Loc, Why::Model)];
        assert_eq!(left(&texts, &found), [""; 0]);
    }

    #[test]
    fn rare_words_and_full_names_stay() {
        assert_eq!(left(&["Qunella kam. Dann qunella."], &[(0, "Qunella", EntityKind::Per, Why::Model)]), ["Qunella"]);
        let texts = ["Anne Will fragt.", "Er will, sie will, wer will?", "Will er? Anne Will will."];
        let per = EntityKind::Per;
        assert_eq!(left(&texts, &[(0, "Anne Will", per, Why::Model), (2, "Anne Will", per, Why::Model)]), ["Anne Will"; 2]);
    }
}
