//! A text prepared for the rules: its words, and properties of each that many rules need.

use crate::entity::lexicon::Lexicon;
use crate::entity::{EntityKind, Form, Mention, Why};
use crate::german::is_determiner;
use crate::text::{Document, Span, Token, TokenKind};
use rustc_hash::FxHashSet;

/// A text with its words, and the nouns that the text itself uses as common nouns.
pub(in crate::entity) struct Doc<'t> {
    pub text: &'t str,
    pub words: &'t [Token<'t>],
    pub document: &'t Document<'t>,
    /// Capitalised words that directly follow an article or pronoun somewhere in the text, as names of persons rarely do.
    common: FxHashSet<&'t str>,
    pub lexicon: &'static Lexicon,
}

/// A possible mention; if two overlap, the longer one wins.
pub(in crate::entity) struct Candidate {
    pub mention: Mention,
    /// Priority among overlapping candidates of the same length; the smaller number wins.
    pub rank: u8,
}

impl<'t> Doc<'t> {
    pub fn new(document: &'t Document<'t>) -> Self {
        let words = document.tokens();
        let mut common = FxHashSet::default();
        for (at, word) in words.iter().enumerate().skip(1).filter(|(_, word)| word.capital) {
            let relative = at >= 2 && begins_clause(&words[at - 2], &words[at - 1]);
            if is_determiner(words[at - 1].text) && !relative {
                common.insert(word.text);
            }
        }
        Self { text: document.text(), words, document, common, lexicon: Lexicon::get() }
    }

    /// The text of word `at`; empty beyond the end.
    pub fn word(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |w| w.text)
    }

    /// The text of the word before `at`; empty at the beginning.
    pub fn before(&self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |i| self.word(i))
    }

    pub fn upper(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.capital && w.kind == TokenKind::Word)
    }

    /// Whether only white space, and no sentence boundary, separates word `at` from the one before.
    pub fn follows_on(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let Some(before) = at.checked_sub(1) else { return false };
        !self.text[self.words[before].span.end as usize..word.span.start as usize].contains('\n')
    }

    /// Whether an article precedes word `at`; a relative pronoun ("die Erklärung, die Putin verabschiedete") does not count.
    pub fn has_article(&self, at: usize) -> bool {
        is_determiner(self.before(at)) && !(at >= 2 && begins_clause(&self.words[at - 2], &self.words[at - 1]))
    }

    /// Whether `word` is a common noun according to the text or the lists.
    pub fn is_common(&self, word: &str) -> bool {
        self.common.contains(word) || self.lexicon.nouns.contains(word) || has_noun_ending(word)
    }

    /// Whether the text itself uses `word` with an article.
    pub fn takes_article(&self, word: &str) -> bool {
        self.common.contains(word)
    }

    /// Whether word `at` can be (part of) a family name: capitalised, and not a common noun, a role, or the listed name of something else.
    pub fn is_surname_like(&self, at: usize) -> bool {
        let word = self.word(at);
        self.upper(at)
            && word.chars().nth(1).is_some()
            && (!is_all_caps(word) || word.len() > 8)
            && !self.is_common(word)
            && self.role(at).is_none()
            && self.lexicon.single(word).is_none_or(|e| e.kind == EntityKind::Per)
            && !self.lexicon.inhabitants.contains_key(word)
            && (!word.contains('-')
                || self.lexicon.single(word.split('-').next().unwrap_or(word)).is_none_or(|e| e.kind == EntityKind::Per))
    }

    /// The listed role that word `at` is, or that it ends in as a compound (`Außenminister`, `SPD-Chefin`).
    pub fn role(&self, at: usize) -> Option<&'t str> {
        let word = self.word(at);
        if !self.upper(at) {
            return None;
        }
        if self.lexicon.roles.contains(word) {
            return Some(word);
        }
        if let Some((_, last)) = word.rsplit_once('-') {
            return self.lexicon.roles.contains(last).then_some(last);
        }
        const ENDINGS: [&str; 21] = [
            "präsident",
            "präsidentin",
            "präsidenten",
            "kanzler",
            "kanzlerin",
            "minister",
            "ministerin",
            "chef",
            "chefin",
            "sprecher",
            "sprecherin",
            "sekretär",
            "sekretärin",
            "politiker",
            "politikerin",
            "trainer",
            "meister",
            "meisterin",
            "botschafter",
            "führer",
            "experte",
        ];
        ENDINGS
            .iter()
            .find(|ending| word.len() > ending.len() + 2 && word.ends_with(**ending))
            .map(|ending| &word[word.len() - ending.len()..])
    }

    /// The words `from..to` as a name, with white space replaced by single spaces.
    pub fn name(&self, from: usize, to: usize) -> String {
        let mut name = String::new();
        for word in &self.words[from..to] {
            if !name.is_empty() && !word.glued {
                name.push(' ');
            }
            name.push_str(word.text);
        }
        name
    }

    /// A candidate over the words `from..to`.
    pub fn candidate(
        &self,
        (from, to): (usize, usize),
        kind: EntityKind,
        canonical: String,
        why: Why,
        confidence: u8,
        rank: u8,
    ) -> Candidate {
        let span = Span { start: self.words[from].span.start, end: self.words[to - 1].span.end };
        Candidate { mention: Mention { span, kind, form: Form::Name, canonical, why, confidence, role: None }, rank }
    }
}

/// Whether `word` after the punctuation mark `sign` can be a relative pronoun.
fn begins_clause(sign: &Token, word: &Token) -> bool {
    sign.text == "," && matches!(word.text, "der" | "die" | "das" | "den" | "dem")
}

/// A name found by a rule, in the nominative: removes a genitive -s from its last word, or from the one before "für", if the noun shows that it is
/// one.
pub(in crate::entity) fn without_genitive(name: &str) -> String {
    const NOUNS: [&str; 20] = [
        "ministerium",
        "amt",
        "gericht",
        "hof",
        "rat",
        "institut",
        "zentrum",
        "museum",
        "verband",
        "forum",
        "abkommen",
        "vertrag",
        "protokoll",
        "kongress",
        "frühling",
        "marathon",
        "prozess",
        "preis",
        "klinikum",
        "landtag",
    ];
    let (noun, rest) = name.find(" für ").map_or((name, ""), |at| name.split_at(at));
    let bases = ["es", "s"].iter().filter_map(|ending| noun.strip_suffix(ending));
    let base = bases.into_iter().find(|base| NOUNS.iter().any(|noun| base.to_lowercase().ends_with(noun)));
    format!("{}{rest}", base.unwrap_or(noun))
}

/// Whether `word` has no lower-case letter and at least two capitals.
pub(in crate::entity) fn is_all_caps(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() >= 2 && !word.chars().any(char::is_lowercase)
}

/// Whether `word` has an ending that only common nouns have.
fn has_noun_ending(word: &str) -> bool {
    const ENDINGS: [&str; 31] = [
        "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "sion", "sionen", "ismus", "tät", "täten",
        "nis", "nisse", "tum", "ität", "enz", "anz", "ierung", "igkeit", "lichkeit", "innen", "chen", "ment", "mente", "logie", "graphie",
        "ik", "iken",
    ];
    word.len() > 6 && (ENDINGS.iter().any(|ending| word.ends_with(ending)) || word.len() > 8 && word.ends_with("ung"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_words_or_ends_of_compounds() {
        let text = "Präsident Außenminister SPD-Chefin Kanzlers Chefsache minister";
        let document = Document::new(text);
        let doc = Doc::new(&document);
        let roles: Vec<_> = (0..doc.words.len()).map(|at| doc.role(at).unwrap_or("-")).collect();
        assert_eq!(roles, ["Präsident", "minister", "Chefin", "-", "-", "-"]);
    }

    #[test]
    fn common_nouns_are_recognised_by_their_use_in_the_text() {
        let document = Document::new("Der Koch kam. Koch sprach mit Müller.");
        let doc = Doc::new(&document);
        assert!(doc.is_common("Koch") && !doc.is_common("Müller"));
        assert!(doc.words[0].opens && !doc.words[1].opens && doc.words[4].opens);
    }
}
