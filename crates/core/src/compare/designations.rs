//! Different words for one thing: `Ukraine-Krise` in one report, `Ukraine-Konflikt` in another.
//!
//! Terminology calls it denominative variation (Freixa, "Causes of denominative variation in terminology", 2006), studies of political language
//! competing designations (Klein, "Wortschatz, Wortkampf, Wortfelder in der Politik", 1989).

use super::shares::Version;
use super::source::MOST;
use crate::german::{headed, inflection};
use crate::search::key_of;
use crate::text::{Document, Span, TokenKind};
use std::collections::{BTreeMap, BTreeSet};

/// Words that probably name one thing, of which two reports do not use the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Designations {
    /// The words, at least two, in the order in which they are first used.
    pub words: Vec<Designation>,
}

/// One of several words for a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Designation {
    /// The form that stands first.
    pub word: String,
    /// Where it stands, in any form and spelling, in the order of the reports and their texts.
    pub places: Vec<Version>,
}

/// The sets of words that probably name one thing in these texts: compounds with the same first part, and last parts that are said of one thing;
/// `names` are the spans of the names of each text. Only sets of which two texts use different words. Those that most texts use come first. Texts
/// beyond [`MOST`] are left out.
///
/// ```
/// use zeitlupe_core::compare::designations;
/// let found = designations(&["Der Handelsstreit dauert an.", "Ein Ende des Handelskriegs ist fern."], &[]);
/// let words: Vec<&str> = found[0].words.iter().map(|word| word.word.as_str()).collect();
/// assert_eq!((found.len(), words), (1, vec!["Handelsstreit", "Handelskriegs"]));
/// ```
pub fn designations(texts: &[&str], names: &[Vec<Span>]) -> Vec<Designations> {
    let texts = &texts[..texts.len().min(MOST)];
    let documents: Vec<Document> = texts.iter().map(|text| Document::new(text)).collect();
    let mut nouns = Nouns::default();
    for (report, document) in (0..).zip(&documents) {
        nouns.read(report, document);
    }
    let named: BTreeSet<String> =
        texts.iter().zip(names).flat_map(|(text, names)| names.iter().map(|name| key_of(name.of(text)))).collect();
    let mut sets = Sets((0..nouns.list.len()).collect());
    let mut behind: BTreeMap<(String, usize), usize> = BTreeMap::new();
    for (n, noun) in nouns.list.iter().enumerate() {
        let Some(found) = headed(&noun.folded) else { continue };
        for row in found.rows(named.contains(&first_part(noun.written, found.first))) {
            let other = *behind.entry((inflection(found.first).to_owned(), row)).or_insert(n);
            sets.join(n, other);
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
        let word = |n: usize| Designation { word: nouns.list[n].written.to_owned(), places: nouns.list[n].places.clone() };
        Designations { words: members.into_iter().map(word).collect() }
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

/// What stands before the last hyphen of a compound, or else its first part, folded.
fn first_part(written: &str, first: &str) -> String {
    let before = written.rsplit_once('-').map(|(before, _)| before).or_else(|| written.get(..first.len()));
    key_of(before.unwrap_or_default())
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

    /// The sets of words of some texts, each as `word report,report`.
    fn found(texts: &[&str]) -> Vec<String> {
        let names: Vec<Vec<Span>> = texts
            .iter()
            .map(|text| {
                ["Ukraine", "Syrien"]
                    .iter()
                    .flat_map(|name| text.match_indices(name))
                    .map(|(at, name)| Span::new(at, at + name.len()))
                    .collect()
            })
            .collect();
        let places = |word: &Designation| word.places.iter().map(|place| place.report.to_string()).collect::<Vec<_>>().join(",");
        let shown =
            |set: &Designations| set.words.iter().map(|word| format!("{} {}", word.word, places(word))).collect::<Vec<_>>().join(" | ");
        designations(texts, &names).iter().map(shown).collect()
    }

    #[test]
    fn compounds_with_heads_of_one_row_are_found() {
        let one = "In der Ukraine-Krise und im Atomstreit gab es einen Gasvertrag.";
        let two = "Der Ukrainekonflikt dauert an. Das Gasabkommen beendet keine Ukraine-Krisen.";
        let three = "Nach dem Gipfel ist der Atom-Konflikt beendet.";
        assert_eq!(
            found(&[one, two, three]),
            ["Ukraine-Krise 0,1 | Ukrainekonflikt 1", "Atomstreit 0 | Atom-Konflikt 2", "Gasvertrag 0 | Gasabkommen 1"]
        );
    }

    #[test]
    fn only_words_that_two_reports_use_differently_are_given() {
        assert!(found(&[]).is_empty());
        assert!(found(&["Handelsstreit und Handelskrieg."]).is_empty());
        assert!(found(&["Handelsstreit und Handelskrieg.", "", "ä – Krise"]).is_empty());
        let both = "Der Handelsstreit wird ein Handelskrieg.";
        assert!(found(&[both, both]).is_empty());
        assert_eq!(found(&[both, "Ein Handelskrieg."]), ["Handelsstreit 0 | Handelskrieg 0,1"]);
        for (a, b) in [
            ("Bundespräsident", "Bundesvorsitzende"),
            ("Wirtschaftskrise", "Wirtschaftskrieg"),
            ("Kommissionschef", "Kommissionschefin"),
            ("Handelsstreit", "Handelsvertrag"),
            ("Ukraine-Krise", "Syrien-Konflikt"),
        ] {
            assert!(found(&[a, b]).is_empty(), "{a}, {b}");
        }
    }
}
