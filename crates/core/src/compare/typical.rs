//! Words that one report uses far more often than the others.

use super::shares::Version;
use super::source::MOST;
use crate::german::{is_content_word, stem};
use crate::search::{key_of, ln, plain_words};
use crate::text::{Document, Span};
use std::collections::BTreeMap;

/// Fewest places of a word in the report.
const LEAST_PLACES: usize = 3;
/// Fewest words of a report.
const LEAST_WORDS: usize = 150;
/// The smallest log-likelihood, in hundredths: the critical value of χ² with one degree of freedom for p < 0.01 is 6.63.
const LEAST_LIKELIHOOD: u32 = 663;
/// Most words for one report.
const MOST_TYPICAL: usize = 6;

/// A word that is typical of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typical {
    /// The form of the word that is written most often.
    pub word: String,
    /// Where it stands, in whatever form, in the order of the reports and their texts.
    pub places: Vec<Version>,
    /// How often the report has it, and how often all others together.
    pub counts: [u32; 2],
    /// The same for each 1,000 words, in tenths.
    pub rates: [u32; 2],
    /// The log-likelihood G², in hundredths: how certain it is that the report has it more often.
    pub likelihood: u32,
    /// The log ratio, in hundredths: how much more often. 100 is twice, 200 four times as often.
    pub ratio: u32,
}

/// For each text the words that are typical of it, compared with all others together: the most certain first, at most six.
///
/// Words of one stem count together. Only words with a meaning of their own count, and none that are part of `names`, the spans of names in each
/// text (a missing list is an empty one). Texts beyond [`MOST`] are left out. Nothing is typical of a text of fewer than 150 words; a word needs
/// three places in it, and a log-likelihood of 6.63 (p < 0.01).
///
/// With a of c words in the report and b of d in the others, G² = 2·(a·ln(a/E₁) + b·ln(b/E₂)), where E₁ = c·(a + b)/(c + d) and
/// E₂ = d·(a + b)/(c + d): Dunning, "Accurate methods for the statistics of surprise and coincidence", 1993, in the form of Rayson and Garside,
/// "Comparing corpora using frequency profiling", 2000. The effect size is the log ratio log₂((a/c)/(b/d)) of Hardie, "Log Ratio: an informal
/// introduction", 2014; as there, a word that the others lack counts as half a word.
///
/// ```
/// use zeitlupe_core::compare::typical;
/// let one = "Die Region braucht Hilfe. ".repeat(40);
/// let two = "Die Stadt braucht Hilfe. ".repeat(40);
/// let found = typical(&[&one, &two], &[]);
/// assert_eq!((found[0].len(), found[0][0].word.as_str(), found[0][0].counts), (1, "Region", [40, 0]));
/// ```
pub fn typical(texts: &[&str], names: &[Vec<Span>]) -> Vec<Vec<Typical>> {
    let texts = &texts[..texts.len().min(MOST)];
    let mut totals = Vec::with_capacity(texts.len());
    let mut words: BTreeMap<String, Word<'_>> = BTreeMap::new();
    for (report, text) in texts.iter().enumerate() {
        totals.push(read(report, text, names.get(report).map_or(&[], Vec::as_slice), &mut words));
    }
    let all: usize = totals.iter().sum();
    let of_report = |report: usize| {
        let (own, others) = (totals[report], all - totals[report]);
        if own < LEAST_WORDS || others == 0 {
            return Vec::new();
        }
        let mut found: Vec<(&str, Typical)> =
            words.iter().filter_map(|(key, word)| Some((key.as_str(), word.typical(report, own, others)?))).collect();
        found.sort_by_key(|(_, typical)| (std::cmp::Reverse(typical.likelihood), typical.places.first().map(|place| place.span)));
        found.truncate(MOST_TYPICAL);
        found.into_iter().map(|(_, typical)| typical).collect()
    };
    (0..texts.len()).map(of_report).collect()
}

/// All forms of a word.
#[derive(Default)]
struct Word<'t> {
    places: Vec<Version>,
    /// How often it is part of a name.
    named: usize,
    /// How often each form is written, and how often of these where a capital says nothing; with the first place.
    forms: BTreeMap<&'t str, (usize, usize, Version)>,
}

/// Adds the words of a text to those that are known; the number of all its words. `names` are sorted or not.
fn read<'t>(report: usize, text: &'t str, names: &[Span], words: &mut BTreeMap<String, Word<'t>>) -> usize {
    let document = Document::new(text);
    let mut names = names.to_vec();
    names.sort_unstable();
    let (mut total, mut next) = (0, 0);
    for span in plain_words(text, document.tokens()) {
        let written = span.of(text);
        let folded = key_of(written);
        if !folded.contains(char::is_alphanumeric) {
            continue;
        }
        total += 1;
        while names.get(next).is_some_and(|name| name.end <= span.start) {
            next += 1;
        }
        let letters = folded.chars().nth(1).is_some() && folded.chars().all(char::is_alphabetic);
        if !letters || !is_content_word(&folded) {
            continue;
        }
        let word = words.entry(stem(&folded)).or_default();
        if names.get(next).is_some_and(|name| name.overlaps(span)) {
            word.named += 1;
            continue;
        }
        let place = Version { report: report as u32, span };
        let opens = document.tokens().get(document.token_at(span.start)).is_some_and(|token| token.span.start == span.start && token.opens);
        let form = word.forms.entry(written).or_insert((0, 0, place));
        form.0 += usize::from(!opens);
        form.1 += 1;
        word.places.push(place);
    }
    total
}

impl Word<'_> {
    /// The word as it is typical of a report of `own` words, with `others` in all other reports; `None` if it is not.
    fn typical(&self, report: usize, own: usize, others: usize) -> Option<Typical> {
        let a = self.places.iter().filter(|place| place.report as usize == report).count();
        let b = self.places.len() - a;
        // A word that is mostly part of names is a name where none was recognised, too.
        if a < LEAST_PLACES || self.named > self.places.len() || a * others <= b * own {
            return None;
        }
        let (likelihood, ratio) = (likelihood(a, b, own, others), log_ratio(a, b, own, others));
        let rate = |count: usize, words: usize| (count * 10_000 + words / 2).checked_div(words).unwrap_or(0) as u32;
        (likelihood >= LEAST_LIKELIHOOD).then(|| Typical {
            word: self.usual_form().to_owned(),
            places: self.places.clone(),
            counts: [a as u32, b as u32],
            rates: [rate(a, own), rate(b, others)],
            likelihood,
            ratio,
        })
    }

    /// The form that is written most often; a capital at the beginning of a sentence only counts if there is nothing else.
    fn usual_form(&self) -> &str {
        let best = self.forms.iter().max_by_key(|(_, (inside, all, first))| (*inside, *all, std::cmp::Reverse((first.report, first.span))));
        best.map_or("", |(form, _)| form)
    }
}

/// G² in hundredths; 0 unless all of the numbers can be.
fn likelihood(a: usize, b: usize, c: usize, d: usize) -> u32 {
    let [a, b, c, d] = [a, b, c, d].map(|count| count as f64);
    let part = |observed: f64, words: f64| if observed > 0.0 { observed * quotient_ln(observed * (c + d), words * (a + b)) } else { 0.0 };
    hundredths(2.0 * (part(a, c) + part(b, d)))
}

/// The log ratio in hundredths, at least 0.
fn log_ratio(a: usize, b: usize, c: usize, d: usize) -> u32 {
    let b = if b == 0 { 0.5 } else { b as f64 };
    hundredths(quotient_ln(a as f64 * d as f64, b * c as f64) / std::f64::consts::LN_2)
}

/// The logarithm of x/y, for positive numbers.
fn quotient_ln(x: f64, y: f64) -> f64 {
    if x >= y { ln(x / y) } else { -ln(y / x) }
}

fn hundredths(x: f64) -> u32 {
    (x * 100.0 + 0.5).max(0.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(found: &[Typical]) -> Vec<&str> {
        found.iter().map(|typical| typical.word.as_str()).collect()
    }

    #[test]
    fn the_formulas_give_the_published_values() {
        // Rayson's calculator at ucrel.lancs.ac.uk/llwizard.html: 2·(10·ln(10/6) + 2·ln(2/6)), with as many words on both sides.
        assert_eq!(likelihood(10, 2, 1000, 1000), 582);
        assert_eq!(log_ratio(10, 2, 1000, 1000), 232);
        // As often in both: nothing.
        assert_eq!((likelihood(5, 10, 100, 200), log_ratio(5, 10, 100, 200)), (0, 0));
        assert_eq!(log_ratio(4, 0, 100, 100), 300);
        // log₂(1/4) is negative.
        assert_eq!(log_ratio(1, 4, 100, 100), 0);
    }

    #[test]
    fn forms_of_a_word_count_together_and_the_usual_one_is_shown() {
        let one = "Regionen leiden. Der Region fehlt viel, sagt die Region. Die Regionen der Region hoffen. ".repeat(12);
        let two = "Der Stadt fehlt viel. Die Stadt leidet, hofft und hofft. ".repeat(20);
        let found = typical(&[&one, &two], &[]);
        let region = found[0].iter().find(|typical| typical.word == "Region").expect("typical");
        assert_eq!((region.counts, region.places.len()), ([60, 0], 60));
        assert!(region.places.iter().all(|place| place.span.of(&one).starts_with("Region")));
        assert_eq!(region.rates, [3571, 0]);
        assert_eq!(shown(&found[1])[0], "Stadt");
    }

    #[test]
    fn names_numbers_and_function_words_are_left_out() {
        let one = "Meier sagte 2022, dass er über die Lage mit Meier und wegen Meier beraten habe. ".repeat(15);
        let two = "Die Sonne schien am Morgen auf alle Dächer der alten Stadt herab. ".repeat(15);
        let names: Vec<Span> = one.match_indices("Meier").map(|(at, name)| Span::new(at, at + name.len())).collect();
        let with = typical(&[&one, &two], &[]);
        let without = typical(&[&one, &two], &[names[1..].to_vec()]);
        assert!(shown(&with[0]).contains(&"Meier"));
        assert_eq!(shown(&without[0]), ["sagte", "Lage", "beraten"]);
    }

    #[test]
    fn short_and_equal_reports_have_no_typical_words() {
        let long = "Die Region braucht rasch Hilfe vom Land. ".repeat(40);
        assert!(typical(&[], &[]).is_empty());
        assert_eq!(typical(&[&long], &[]), [vec![]]);
        assert_eq!(typical(&[&long, &long], &[]), [vec![], vec![]]);
        assert_eq!(typical(&[&long, ""], &[]), [vec![], vec![]]);
        let short = "Die Stadt braucht Geld. ".repeat(30);
        let found = typical(&[&short, &long], &[]);
        assert_eq!((found[0].len(), found[1].is_empty()), (0, false));
        assert_eq!(typical(&[""; 12], &[]).len(), MOST);
        // Spans that fit no text, and places that are no border of a character.
        assert_eq!(typical(&["ä", &long], &[vec![Span::new(1, 900), Span::new(0, 1)]]).len(), 2);
    }

    #[test]
    fn no_more_than_six_are_given() {
        let many = "Apfel Birne Kirsche Pflaume Traube Melone Zitrone Orange. ".repeat(20);
        let other = "Das Haus an der Straße mit dem Dach. ".repeat(20);
        let found = typical(&[&many, &other], &[]);
        assert_eq!(shown(&found[0]), ["Apfel", "Birne", "Kirsche", "Pflaume", "Traube", "Melone"]);
    }
}
