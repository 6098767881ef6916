//! Different words for one thing: `Ukraine-Krise` in one report, `Ukraine-Konflikt` in another.
//!
//! Terminology calls it denominative variation (Freixa, "Causes of denominative variation in terminology", 2006), studies of political language
//! competing designations (Klein, "Wortschatz, Wortkampf, Wortfelder in der Politik", 1989).

use super::MOST;
use super::shares::Version;
use crate::entity::model::Model;
use crate::german::{SEPARABLE, headed, inflection, is_same_word, leading_weekday, numeral};
use crate::reuse::{Kind, Piece, SharedPassages};
use crate::search::key_of;
use crate::text::{Document, Span, TokenKind};
use std::collections::{BTreeMap, BTreeSet};

/// Why words are taken to name one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// They are compounds with the same first part, and last parts that are said of one thing.
    Heads,
    /// One stands where another one stands in a passage that two reports share.
    Passage,
}

/// Words that probably name one thing, of which two reports do not use the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Designations {
    /// The words, at least two, in the order in which they are first used.
    pub words: Vec<Designation>,
    /// How they are known; the passage if both apply.
    pub ground: Ground,
}

/// One of several words for a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Designation {
    /// The form that stands first.
    pub word: String,
    /// Where it stands, in any form and spelling, in the order of the reports and their texts.
    pub places: Vec<Version>,
}

/// The sets of words that probably name one thing in these texts; `pairs` are the passages that they share. Only sets of which two texts use
/// different words. Those that most texts use come first. Texts beyond [`MOST`], and passages of texts that there are not, are left out.
///
/// ```
/// use zeitlupe_core::compare::designations;
/// let found = designations(&["Der Handelsstreit dauert an.", "Ein Ende des Handelskriegs ist fern."], &[]);
/// let words: Vec<&str> = found[0].words.iter().map(|word| word.word.as_str()).collect();
/// assert_eq!((found.len(), words), (1, vec!["Handelsstreit", "Handelskriegs"]));
/// ```
pub fn designations(texts: &[&str], pairs: &[SharedPassages]) -> Vec<Designations> {
    let texts = &texts[..texts.len().min(MOST)];
    let documents: Vec<Document> = texts.iter().map(|text| Document::new(text)).collect();
    let mut nouns = Nouns::default();
    for (report, document) in (0..).zip(&documents) {
        nouns.read(report, document);
    }
    let mut sets = Sets((0..nouns.list.len()).collect());
    let mut behind: BTreeMap<(String, usize), usize> = BTreeMap::new();
    for (n, noun) in nouns.list.iter().enumerate() {
        let Some(found) = headed(&noun.folded) else { continue };
        for row in found.rows(is_name(noun.written, found.first)) {
            let other = *behind.entry((inflection(found.first).to_owned(), row)).or_insert(n);
            sets.join(n, other);
        }
    }
    let mut aligned = BTreeSet::new();
    for pair in pairs {
        let (Some(a), Some(b)) = (documents.get(pair.a as usize), documents.get(pair.b as usize)) else { continue };
        for piece in pair.passages.iter().flat_map(|passage| &passage.pieces) {
            for (x, y) in replaced(a, b, piece) {
                if let (Some(&x), Some(&y)) = (nouns.known.get(&x), nouns.known.get(&y)) {
                    sets.join(x, y);
                    aligned.extend([x, y]);
                }
            }
        }
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for n in 0..nouns.list.len() {
        members.entry(sets.of(n)).or_default().push(n);
    }
    members.retain(|_, members| members.len() > 1 && differ(members, &nouns.list));
    let reports = |members: &[usize]| {
        let reports: BTreeSet<u32> = members.iter().flat_map(|&n| &nouns.list[n].places).map(|place| place.report).collect();
        reports.len()
    };
    let mut members: Vec<Vec<usize>> = members.into_values().collect();
    members.sort_by_key(|members| (std::cmp::Reverse(reports(members)), members.first().copied()));
    let set = |members: Vec<usize>| {
        let ground = if members.iter().any(|n| aligned.contains(n)) { Ground::Passage } else { Ground::Heads };
        let word = |n: usize| Designation { word: nouns.list[n].written.to_owned(), places: nouns.list[n].places.clone() };
        Designations { words: members.into_iter().map(word).collect(), ground }
    };
    members.into_iter().map(set).collect()
}

/// A capitalised word in all its forms.
struct Noun<'t> {
    written: &'t str,
    folded: String,
    places: Vec<Version>,
}

/// The capitalised words of all texts, in the order in which they are first used.
#[derive(Default)]
struct Nouns<'t> {
    list: Vec<Noun<'t>>,
    /// The number of each by its [`form`].
    known: BTreeMap<String, usize>,
}

impl<'t> Nouns<'t> {
    fn read(&mut self, report: u32, document: &Document<'t>) {
        for (folded, span) in nouns_in(document, Span::new(0, document.text().len())) {
            let number = *self.known.entry(form(&folded)).or_insert_with(|| {
                self.list.push(Noun { written: span.of(document.text()), folded, places: Vec::new() });
                self.list.len() - 1
            });
            self.list[number].places.push(Version { report, span });
        }
    }
}

/// Shortest noun, in bytes.
const LEAST: usize = 5;
/// Longest noun, in bytes.
const LONGEST: usize = 64;

/// The capitalised words in a stretch, or partly in it: folded without hyphens, and where they stand.
fn nouns_in<'d>(document: &'d Document<'_>, stretch: Span) -> impl Iterator<Item = (String, Span)> + 'd {
    let tokens = document.tokens();
    let first = tokens.partition_point(|token| token.span.end <= stretch.start);
    let inside = tokens[first..].iter().take_while(move |token| token.span.start < stretch.end);
    let nouns = inside.filter(|token| token.kind == TokenKind::Word && token.capital && token.text.len() <= LONGEST);
    nouns.map(|token| (key_of(token.text), token.span)).filter(|(folded, _)| folded.len() >= LEAST && folded.is_ascii())
}

/// The same for all forms of a noun.
fn form(folded: &str) -> String {
    match headed(folded) {
        Some(found) => format!("{} {}", inflection(found.first), found.head),
        None => inflection(folded).to_owned(),
    }
}

fn is_noun(folded: &str) -> bool {
    Model::shipped().is_some_and(|model| model.is_noun(folded))
}

/// Whether the first part of a compound is the name of a place: what stands before its last hyphen, or so many letters.
fn is_name(written: &str, first: &str) -> bool {
    let before = written.rsplit_once('-').map(|(before, _)| before).or_else(|| written.get(..first.len())).unwrap_or_default();
    Model::shipped().is_some_and(|model| model.is_place(before))
}

/// Whether two reports that use some of these words use different ones.
fn differ(members: &[usize], nouns: &[Noun<'_>]) -> bool {
    let mut used: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for (n, place) in members.iter().flat_map(|&n| nouns[n].places.iter().map(move |place| (n, place))) {
        used.entry(place.report).or_default().insert(n);
    }
    let mut sets = used.values();
    sets.next().is_some_and(|first| sets.any(|set| set != first))
}

/// Pairs of nouns, as their [`form`], of which one replaces the other in a changed piece.
fn replaced(a: &Document<'_>, b: &Document<'_>, piece: &Piece) -> Vec<(String, String)> {
    if piece.kind != Kind::Changed || !piece.content || piece.words.0.max(piece.words.1) > MOST_CHANGED {
        return Vec::new();
    }
    let [of_a, of_b] = [(a, piece.a), (b, piece.b)].map(|(document, span)| nouns_in(document, span).collect::<Vec<_>>());
    let single = of_a.len() == 1 && of_b.len() == 1;
    let mut out = Vec::new();
    for (x, _) in &of_a {
        for (y, _) in &of_b {
            if !is_same_word(x, y) && (have_one_head(x, y) || single && have_one_beginning(x, y)) {
                out.push((form(x), form(y)));
            }
        }
    }
    out
}

/// Most words of a piece in which one word can be said to replace another.
const MOST_CHANGED: u32 = 8;
/// Shortest last part that two compounds share, in bytes.
const HEAD: usize = 4;

/// Prefixes that make another word, not a compound: `Anklage` is no kind of `Klage`. Those of verbs are in [`SEPARABLE`].
const PREFIXES: &[&str] =
    &["be", "ge", "er", "ver", "zer", "ent", "miss", "un", "uber", "wider", "ur", "re", "de", "dis", "vize", "ex", "anti", "nicht", "ruck"];

/// Whether two compounds have the same noun as last part, behind two nouns, or behind the same first part, to which one adds something.
fn have_one_head(x: &str, y: &str) -> bool {
    let (x, y) = (inflection(x), inflection(y));
    let common = x.bytes().rev().zip(y.bytes().rev()).take_while(|(x, y)| x == y).count();
    (HEAD..=common).rev().any(|length| {
        let (first, head) = x.split_at(x.len() - length);
        let other = &y[..y.len() - length];
        let begin = first.bytes().zip(other.bytes()).take_while(|(x, y)| x == y).count();
        let (own, other) = (&first[begin..], &other[begin..]);
        is_noun(head)
            && match (own, other) {
                ("", more) | (more, "") => begin > 1 && more.len() > 2 && !is_prefix(more),
                _ => begin == 0 && is_thing(own) && is_thing(other),
            }
    })
}

/// Whether two compounds have the same noun as first part, and nouns behind it.
fn have_one_beginning(x: &str, y: &str) -> bool {
    let common = x.bytes().zip(y.bytes()).take_while(|(x, y)| x == y).count();
    (HEAD..=common).rev().any(|length| {
        let ([first, head], other) = ([&x[..length], &x[length..]], &y[length..]);
        let is_head = |head: &str| head.len() >= HEAD && is_noun(head);
        is_noun(first) && !is_prefix(first) && is_head(head) && is_head(other) && !is_same_word(head, other)
    })
}

fn is_prefix(part: &str) -> bool {
    SEPARABLE.contains(part) || PREFIXES.contains(&part) || leading_weekday(part).is_some() || numeral(part).is_some()
}

/// Whether the first part of a compound is a noun that names no day.
fn is_thing(part: &str) -> bool {
    part.len() > 2 && is_noun(part) && !is_prefix(part)
}

/// Which nouns belong together: for each the number of another one of its set, or its own.
struct Sets(Vec<usize>);

impl Sets {
    fn of(&mut self, mut n: usize) -> usize {
        while self.0[n] != n {
            self.0[n] = self.0[self.0[n]];
            n = self.0[n];
        }
        n
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::{Words, passages};

    /// The sets of words of some texts, each as `word report,report`.
    fn found(texts: &[&str]) -> Vec<String> {
        let words: Vec<Words> = texts.iter().map(|text| Words::new(text)).collect();
        let mut pairs = Vec::new();
        for (a, b) in (0..words.len()).flat_map(|a| (a + 1..words.len()).map(move |b| (a, b))) {
            pairs.push(SharedPassages { a: a as u32, b: b as u32, passages: passages(&words[a], &words[b]) });
        }
        let places = |word: &Designation| word.places.iter().map(|place| place.report.to_string()).collect::<Vec<_>>().join(",");
        let shown =
            |set: &Designations| set.words.iter().map(|word| format!("{} {}", word.word, places(word))).collect::<Vec<_>>().join(" | ");
        designations(texts, &pairs).iter().map(|set| format!("{:?}: {}", set.ground, shown(set))).collect()
    }

    #[test]
    fn compounds_with_heads_of_one_row_are_found() {
        let one = "In der Ukraine-Krise und im Atomstreit gab es einen Gasvertrag.";
        let two = "Der Ukrainekonflikt dauert an. Das Gasabkommen beendet keine Ukraine-Krisen.";
        let three = "Nach dem Gipfel ist der Atom-Konflikt beendet.";
        assert_eq!(
            found(&[one, two, three]),
            [
                "Heads: Ukraine-Krise 0,1 | Ukrainekonflikt 1",
                "Heads: Atomstreit 0 | Atom-Konflikt 2",
                "Heads: Gasvertrag 0 | Gasabkommen 1"
            ]
        );
    }

    #[test]
    fn words_that_replace_each_other_in_a_shared_passage_are_found() {
        let text = |deliveries: &str, expansion: &str| {
            format!(
                "Nach den Drohungen des Westens kündigte er am Freitag mehr {deliveries} an die Volksrepublik und ein Ende der {expansion} an."
            )
        };
        assert_eq!(
            found(&[&text("Gaslieferungen", "Nato-Osterweiterung"), &text("Energielieferungen", "Nato-Erweiterung")]),
            ["Passage: Gaslieferungen 0 | Energielieferungen 1", "Passage: Nato-Osterweiterung 0 | Nato-Erweiterung 1"]
        );
        // A prefix, an ellipsis and another day name no other thing.
        assert!(found(&[&text("Verhandlungen", "Sparvorschläge"), &text("Handlungen", "Vorschläge")]).is_empty());
        assert!(found(&[&text("Dienstagszüge", "Krise"), &text("Mittwochszüge", "Krise")]).is_empty());
    }

    #[test]
    fn only_words_that_two_reports_use_differently_are_given() {
        assert!(found(&[]).is_empty());
        assert!(found(&["Handelsstreit und Handelskrieg."]).is_empty());
        assert!(found(&["Handelsstreit und Handelskrieg.", "", "ä – Krise"]).is_empty());
        let both = "Der Handelsstreit wird ein Handelskrieg.";
        assert!(found(&[both, both]).is_empty());
        assert_eq!(found(&[both, "Ein Handelskrieg."]), ["Heads: Handelsstreit 0 | Handelskrieg 0,1"]);
        for (a, b) in [
            ("Bundespräsident", "Bundesvorsitzende"),
            ("Wirtschaftskrise", "Wirtschaftskrieg"),
            ("Kommissionschef", "Kommissionschefin"),
            ("Handelsstreit", "Handelsvertrag"),
            ("Ukraine-Krise", "Syrien-Konflikt"),
        ] {
            assert!(found(&[a, b]).is_empty(), "{a}, {b}");
        }
        // Passages of texts that there are not.
        let piece = Piece { kind: Kind::Changed, a: Span::new(1, 90), b: Span::new(3, 4), words: (1, 1), content: true };
        let passage = crate::reuse::Passage { a: piece.a, b: piece.b, pieces: vec![piece] };
        let pair = |b: u32| SharedPassages { a: 0, b, passages: vec![passage.clone()] };
        assert!(designations(&["ä Ö", "ß"], &[pair(1), pair(7), pair(99)]).is_empty());
    }
}
