//! What the whole corpus says of names that only the tagger knows.
//!
//! A name is one nearly wherever it stands. A word that the tagger takes for a name here and there, and that the corpus mostly writes as a common
//! noun, an adverb or a pronoun, is none: so `Kitas`, `Diesmal` and `Corona` are weeded out, and `Moria` stays.

use super::{EntityKind, Form, Mention, Why};
use crate::german::is_determiner;
use crate::text::{TokenKind, lower, tokens};
use std::collections::{BTreeMap, HashMap};

/// A word that stands less often than this is not judged.
const SEEN: u32 = 4;

/// How often a word stands how.
#[derive(Default)]
struct Count {
    /// As the last word of a name.
    named: u32,
    /// With a capital.
    capital: u32,
    /// Without.
    lower: u32,
    /// With a capital, behind an article or pronoun.
    determined: u32,
}

impl Count {
    fn is_common(&self, mention: &Mention) -> bool {
        let judged = self.capital + self.lower >= SEEN;
        // "die Kitas": of a person hardly anybody says so.
        let determined = mention.kind == EntityKind::Per && self.determined * 5 >= self.capital;
        // A word may be both, and then a full name tells.
        let alone = !mention.canonical.contains(' ') && (self.lower * 2 >= self.capital || self.named * 3 < self.capital);
        judged && (determined || alone)
    }
}

/// Takes from the mentions of all articles those that only the tagger found and that the corpus as a whole shows to be common words.
/// `mentions` are those of `texts`, in the same order.
pub fn weed(texts: &[&str], mentions: &mut [&mut Vec<Mention>]) {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for mention in mentions.iter().flat_map(|row| row.iter()).filter(|m| is_doubtful(m)) {
        counts.entry(key(mention).to_owned()).or_default();
    }
    for mention in mentions.iter().flat_map(|row| row.iter()).filter(|m| m.form == Form::Name) {
        if let Some(count) = counts.get_mut(key(mention)) {
            count.named += 1;
        }
    }
    // `corona` speaks against `Corona` and `CORONA`.
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

/// Names of one word, and persons, that only the tagger found. Of a body of several words the last is a common noun by itself.
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
        weed(texts, &mut rows.iter_mut().collect::<Vec<_>>());
        rows.into_iter().flatten().map(|m| m.canonical).collect()
    }

    #[test]
    fn what_is_mostly_a_common_word_is_no_name() {
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
    fn a_word_in_small_letters_counts_for_all_its_spellings() {
        let texts = ["Quorla, QUORLA.", "Die quorla, eine quorla. Quorla quorla QUORLA quorla."];
        let found = [(0, "Quorla", EntityKind::Loc, Why::Model), (0, "QUORLA", EntityKind::Loc, Why::Model)];
        assert_eq!(left(&texts, &found), [""; 0]);
    }

    #[test]
    fn what_is_seldom_is_not_judged_and_full_names_tell() {
        assert_eq!(left(&["Qunella kam. Dann qunella."], &[(0, "Qunella", EntityKind::Per, Why::Model)]), ["Qunella"]);
        let texts = ["Anne Will fragt.", "Er will, sie will, wer will?", "Will er? Anne Will will."];
        let per = EntityKind::Per;
        assert_eq!(left(&texts, &[(0, "Anne Will", per, Why::Model), (2, "Anne Will", per, Why::Model)]), ["Anne Will"; 2]);
    }
}
