//! Texts of the articles side by side and of the passages that they share.

use super::count::Count;

/// Texts of the articles side by side and of the passages that they share.
#[derive(Debug)]
pub struct Compare {
    /// Title: the articles side by side.
    pub side_title: &'static str,
    /// Title: the passages that they share.
    pub passages_title: &'static str,
    /// Before the letter of an article.
    pub report: &'static str,
    /// Label of the choice of two articles.
    pub pairs_label: &'static str,
    /// Between two letters.
    pub and: &'static str,
    /// Check box: mark the words that differ.
    pub differences: &'static str,
    /// Check box: draw ribbons between equal passages.
    pub ribbons: &'static str,
    /// Check box: show all that only one article has.
    pub whole: &'static str,
    /// Description of the small drawing.
    pub strip_label: &'static str,
    /// Instead of a headline.
    pub untitled: &'static str,
    /// Before the letter of the only article that has a block.
    pub only_in: &'static str,
    /// Before the letters of other articles that have it.
    pub also_in: &'static str,
    /// Where one column is empty: before the letter of the other one.
    pub only_here_reports: &'static str,
    /// Button on a phone: read the passage in another article, before and behind its letter.
    pub read_in: [&'static str; 2],
    /// Before the number of a sentence.
    pub sentence: &'static str,
    /// Before the number of a passage.
    pub passage: &'static str,
    /// A passage with the same words.
    pub verbatim: &'static str,
    /// A passage with differences.
    pub changed: &'static str,
    /// A passage that stands elsewhere in the other text.
    pub moved: &'static str,
    /// Before the number of folded sentences.
    pub further: &'static str,
    /// Heading of the kinds of passages.
    pub kinds: &'static str,
    /// Heading of the signs.
    pub signs: &'static str,
    /// Signs: another word; only in this version; something is missing; another spelling.
    pub keys: [&'static str; 4],
    /// Heading of the list of passages.
    pub same_sentences: &'static str,
    /// Heading of the list of statements that are probably the same in other words, and what it is.
    pub probable: [&'static str; 2],
    /// Link to the passage in the articles side by side.
    pub beside: &'static str,
    /// Before the letter of the article that certainly appeared first.
    pub first_in: &'static str,
    /// Before the letters of the articles with a passage.
    pub in_reports: &'static str,
    /// No passage is shared.
    pub none: &'static str,
    /// Sentences, counted.
    pub sentences: Count,
    /// Passages, counted.
    pub passages: Count,
}

pub(super) const DE: Compare = Compare {
    side_title: "Nebeneinander",
    passages_title: "Passagen",
    report: "Bericht",
    pairs_label: "Zwei Texte",
    and: "und",
    differences: "Wörter, die abweichen",
    ribbons: "Bänder",
    whole: "Nur-hier-Stellen ganz",
    strip_label: "Wo in den Texten die gemeinsamen Passagen stehen",
    untitled: "ohne Überschrift",
    only_in: "nur in",
    also_in: "auch in",
    only_here_reports: "hier berichtet nur",
    read_in: ["in", "lesen"],
    sentence: "Satz",
    passage: "Passage",
    verbatim: "wortgleich",
    changed: "mit Änderungen",
    moved: "an anderer Stelle",
    further: "Weitere",
    kinds: "Art",
    signs: "Zeichen",
    keys: ["anderes Wort", "nur in dieser Fassung", "hier fehlt etwas", "andere Schreibung"],
    same_sentences: "Gleiche Sätze",
    probable: ["Wohl dieselbe Aussage", "in anderen Worten; dunkel ist der Teil, der gemeint ist"],
    beside: "nebeneinander lesen",
    first_in: "zuerst in",
    in_reports: "in",
    none: "Diese Berichte haben keine Passage gemeinsam.",
    sentences: Count { one: "Satz", many: "Sätze" },
    passages: Count { one: "Passage", many: "Passagen" },
};

pub(super) const EN: Compare = Compare {
    side_title: "Side by side",
    passages_title: "Passages",
    report: "Report",
    pairs_label: "Two texts",
    and: "and",
    differences: "Words that differ",
    ribbons: "Ribbons",
    whole: "All of what only one has",
    strip_label: "Where the shared passages stand in the texts",
    untitled: "no headline",
    only_in: "only in",
    also_in: "also in",
    only_here_reports: "here only one reports:",
    read_in: ["read in", ""],
    sentence: "sentence",
    passage: "Passage",
    verbatim: "word for word",
    changed: "with changes",
    moved: "in another place",
    further: "Another",
    kinds: "Kind",
    signs: "Signs",
    keys: ["another word", "only in this version", "something is missing here", "another spelling"],
    same_sentences: "The same sentences",
    probable: ["Probably the same statement", "in other words; the part that is meant is dark"],
    beside: "read side by side",
    first_in: "first in",
    in_reports: "in",
    none: "These reports share no passage.",
    sentences: Count { one: "sentence", many: "sentences" },
    passages: Count { one: "passage", many: "passages" },
};
