//! Statements that two reports probably both make, in other words: two translations of a declaration, a paraphrase.

use super::shares::Version;
use super::source::MOST;
use super::statement::{Reading, bit};
use crate::reuse::SharedPassages;
use crate::text::{Document, Span};
use std::collections::BTreeMap;

/// A statement of one report that another one probably makes, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probable {
    /// The clauses in the report with the lower number.
    pub a: Version,
    /// The clauses in the other one.
    pub b: Version,
    /// How much they have in common, in hundredths of a bit; only to be compared with other scores.
    pub score: u32,
}

/// Most sentences with a word by which candidates are found.
const RARE: usize = 40;
/// Most words with a meaning of their own in a sentence that is compared: what has more is a list or a table.
const LONGEST: usize = 80;
/// Fewest words that two statements have in common; a name is one, and so is a hyphenated word.
const LEAST_WORDS: usize = 4;
/// Fewest of them that are not part of a name: who somebody is is no statement.
const LEAST_OWN: usize = 3;
/// Fewest of them that are in no more sentences than there are texts, or than [`FEW`]; one, if all are quoted by both.
const LEAST_RARE: usize = 3;
const FEW: usize = 4;
/// The smallest score, in bits.
const LEAST_SCORE: f64 = 17.0;
/// The smallest share of the words between the first and the last common one that both have, by weight.
const LEAST_SHARE: f64 = 0.5;
/// The score of what both quote, against that of what they only say.
const QUOTED: f64 = 1.25;

/// The statements that two of these texts probably both make in other words, in the order of the texts. `names` are the spans of the names of
/// persons, places and organisations in each text, a missing list is an empty one; `pairs` are the passages that the texts share, which are left out. No word of a text belongs to two statements that it has in common with the same other text. Texts beyond [`MOST`] and passages
/// of texts that there are not are left out. Every result is uncertain.
///
/// Two sentences are compared by the words with a meaning of their own that both have, in any form and order, each with its inverse document
/// frequency (Spärck Jones, "A statistical interpretation of term specificity", 1972) over the sentences of all texts and some of other news. Their
/// sum is weighted by the share of the common words in the stretch around them (Dice), once what is far off has been cut off. Statements with other numbers, or of which
/// only one is negated, are not the same.
///
/// ```
/// use zeitlupe_core::compare::probable;
/// let one = "Der Minister forderte das Bündnis auf, von ideologischen Ansätzen aus der Zeit des Kalten Krieges Abstand zu nehmen.";
/// let two = "Das Bündnis müsse die ideologischen Ansätze der Ära des Kalten Krieges aufgeben, so der Minister.";
/// let found = probable(&[one, two], &[], &[]);
/// assert_eq!(found.len(), 1);
/// assert!(found[0].a.span.of(one).ends_with("von ideologischen Ansätzen aus der Zeit des Kalten Krieges Abstand zu nehmen"));
/// ```
pub fn probable(texts: &[&str], names: &[Vec<Span>], pairs: &[SharedPassages]) -> Vec<Probable> {
    let texts = &texts[..texts.len().min(MOST)];
    let documents: Vec<Document> = texts.iter().map(|text| Document::new(text)).collect();
    let mut reading = Reading::new(&documents, names);
    reading.leave_out(pairs);
    let mut candidates: Vec<(u32, usize, usize)> =
        reading.candidates().into_iter().filter_map(|(s, t)| Some((reading.compare(s, t)?.score, s, t))).collect();
    candidates.sort_unstable_by_key(|&(score, s, t)| (std::cmp::Reverse(score), s, t));
    let mut out = Vec::new();
    for (_, s, t) in candidates {
        if let Some(common) = reading.compare(s, t) {
            let (a, b) = (reading.sentences[s].report, reading.sentences[t].report);
            let place = |n: usize, at: &[usize]| Version { report: reading.sentences[n].report, span: reading.clauses(n, at) };
            out.push(Probable { a: place(s, &common.of_a), b: place(t, &common.of_b), score: common.score });
            reading.take(&common, (a, b));
        }
    }
    out.sort_unstable_by_key(|found| (found.a.report, found.a.span, found.b.report, found.b.span));
    out
}

/// What two sentences have in common: words of each, in no order, and the score.
struct Common {
    of_a: Vec<usize>,
    of_b: Vec<usize>,
    score: u32,
}

impl Reading<'_> {
    /// The pairs of sentences of two reports that have enough rare words in common.
    fn candidates(&self) -> Vec<(usize, usize)> {
        let mut met: BTreeMap<(u32, u32), usize> = BTreeMap::new();
        for places in self.places.iter().filter(|places| places.len() <= RARE) {
            for (n, &s) in places.iter().enumerate() {
                let others = places[n + 1..].iter().filter(|&&t| self.sentences[t as usize].report != self.sentences[s as usize].report);
                others.for_each(|&t| *met.entry((s, t)).or_default() += 1);
            }
        }
        let long = |n: u32| self.range(n as usize).len() > LONGEST;
        let fits = |&((s, t), count): &((u32, u32), usize)| count >= LEAST_RARE && !long(s) && !long(t);
        met.into_iter().filter(fits).map(|((s, t), _)| (s as usize, t as usize)).collect()
    }

    fn range(&self, sentence: usize) -> std::ops::Range<usize> {
        let (from, to) = self.sentences[sentence].words;
        from..to
    }

    /// What two sentences have in common, if they probably say the same.
    fn compare(&self, s: usize, t: usize) -> Option<Common> {
        let (a, b) = (self.sentences[s].report, self.sentences[t].report);
        let mut behind: BTreeMap<u32, usize> = BTreeMap::new();
        behind.extend(self.range(t).rev().filter(|&at| self.words[at].taken & bit(a) == 0).map(|at| (self.words[at].stem, at)));
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for at in self.range(s).filter(|&at| self.words[at].taken & bit(b) == 0) {
            if let Some(other) = behind.remove(&self.words[at].stem) {
                pairs.push((at, other));
            }
        }
        let mut best = self.score(&pairs)?;
        // Cuts off what stands apart from the rest, as long as this makes the score better.
        loop {
            let ends = [
                pairs.iter().enumerate().min_by_key(|(_, pair)| pair.0),
                pairs.iter().enumerate().max_by_key(|(_, pair)| pair.0),
                pairs.iter().enumerate().min_by_key(|(_, pair)| pair.1),
                pairs.iter().enumerate().max_by_key(|(_, pair)| pair.1),
            ];
            let mut better = None;
            for n in ends.into_iter().flatten().map(|(n, _)| n) {
                let mut rest = pairs.clone();
                rest.remove(n);
                if let Some(score) = self.score(&rest).filter(|score| *score > best) {
                    best = score;
                    better = Some(rest);
                }
            }
            match better {
                Some(rest) => pairs = rest,
                None => break,
            }
        }
        self.is_enough(&pairs, (s, t), best).then(|| {
            let (of_a, of_b) = pairs.into_iter().unzip();
            Common { of_a, of_b, score: (best * 100.0) as u32 }
        })
    }

    /// The weight of common words times their share in the stretches around them; `None` if there are too few.
    fn score(&self, pairs: &[(usize, usize)]) -> Option<f64> {
        let units = pairs.chunk_by(|x, y| self.words[x.0].unit == self.words[y.0].unit).map(|unit| unit[0].0);
        let (named, own): (Vec<usize>, Vec<usize>) = units.partition(|&at| self.words[at].named);
        if named.len() + own.len() < LEAST_WORDS || own.len() < LEAST_OWN {
            return None;
        }
        let common: f64 = pairs.iter().map(|&(at, _)| self.weight(at)).sum();
        let quoted: f64 =
            pairs.iter().filter(|&&(x, y)| self.words[x].quoted && self.words[y].quoted).map(|&(at, _)| self.weight(at)).sum();
        let bonus = if quoted * 2.0 >= common { QUOTED } else { 1.0 };
        Some(common * self.share(pairs, common) * bonus)
    }

    /// The share of common words of this weight in the stretches around them.
    fn share(&self, pairs: &[(usize, usize)], common: f64) -> f64 {
        let all = |at: fn(&(usize, usize)) -> usize| -> f64 {
            let (first, last) = pairs.iter().map(at).fold((usize::MAX, 0), |(first, last), at| (first.min(at), last.max(at)));
            (first..=last).map(|at| self.weight(at)).sum()
        };
        2.0 * common / (all(|pair| pair.0) + all(|pair| pair.1)).max(common)
    }

    fn is_enough(&self, pairs: &[(usize, usize)], (s, t): (usize, usize), score: f64) -> bool {
        let common: f64 = pairs.iter().map(|&(at, _)| self.weight(at)).sum();
        let few = self.documents.len().max(FEW);
        let rare = pairs.iter().filter(|(at, _)| self.places[self.words[*at].stem as usize].len() <= few).count();
        let quoted = pairs.iter().all(|&(x, y)| self.words[x].quoted && self.words[y].quoted);
        let least = if quoted { 1 } else { LEAST_RARE };
        if score < LEAST_SCORE || rare < least || self.share(pairs, common) < LEAST_SHARE {
            return false;
        }
        let (of_a, of_b): (Vec<usize>, Vec<usize>) = pairs.iter().copied().unzip();
        let negated = |n: usize, at: &[usize]| {
            let clauses = self.clauses(n, at);
            self.sentences[n].negations.iter().any(|negation| clauses.contains(*negation))
        };
        let numbers = |at: &[usize]| {
            let (first, last) = (at.iter().min().copied().unwrap_or(0), at.iter().max().copied().unwrap_or(0));
            let mut stems: Vec<u32> = self.words[first..=last].iter().filter(|word| word.number).map(|word| word.stem).collect();
            stems.sort_unstable();
            stems
        };
        let (of_first, of_second) = (numbers(&of_a), numbers(&of_b));
        let agree = of_first.is_empty() || of_second.is_empty() || of_first.iter().any(|number| of_second.contains(number));
        agree && negated(s, &of_a) == negated(t, &of_b)
    }

    /// Takes all words from the first to the last that two reports have in common.
    fn take(&mut self, common: &Common, (a, b): (u32, u32)) {
        for (at, other) in [(&common.of_a, b), (&common.of_b, a)] {
            if let (Some(&first), Some(&last)) = (at.iter().min(), at.iter().max()) {
                self.words[first..=last].iter_mut().for_each(|word| word.taken |= bit(other));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::{Words, passages};

    fn found(texts: &[&str]) -> Vec<String> {
        let shown = |version: Version| format!("{}: {}", version.report, version.span.of(texts[version.report as usize]));
        probable(texts, &[], &[]).into_iter().map(|found| format!("{} = {}", shown(found.a), shown(found.b))).collect()
    }

    const SHIP: &str = "Das Frachtschiff lief in der Nacht mit 1.200 Tonnen Weizen auf eine Sandbank vor der Küste auf.";

    #[test]
    fn a_paraphrase_is_found_in_any_order() {
        let other = "Niemand wurde verletzt. Beladen mit 1200 Tonnen Weizen sitzt seit der Nacht ein Frachtschiff auf einer Sandbank fest, hieß es.";
        assert_eq!(
            found(&[SHIP, other]),
            [format!(
                "0: {} = 1: Beladen mit 1200 Tonnen Weizen sitzt seit der Nacht ein Frachtschiff auf einer Sandbank fest",
                SHIP.trim_end_matches('.')
            )]
        );
    }

    #[test]
    fn other_numbers_and_negations_are_other_statements() {
        assert_eq!(found(&[SHIP, &SHIP.replace("1.200", "900")]).len(), 0);
        assert_eq!(found(&[SHIP, &SHIP.replace("auf eine", "nicht auf eine")]).len(), 0);
        assert_eq!(found(&[SHIP, &SHIP.replace("Das Frachtschiff lief", "Ein Frachtschiff lief")]).len(), 1);
    }

    #[test]
    fn two_statements_of_a_sentence_are_found_apart_and_each_once() {
        let one = "Er rief dazu auf, „die verkrusteten Strukturen der alten Verwaltung aufzubrechen“ sowie „den Wildwuchs der Vorschriften beherzt zu lichten“.";
        let two = "„Wir müssen verkrustete Strukturen in der alten Verwaltung aufbrechen“, sagte er. „Lichten wir beherzt den Wildwuchs der Vorschriften.“";
        let pairs = found(&[one, two]);
        assert_eq!(pairs.len(), 2, "{pairs:?}");
        assert_eq!(found(&[one, &format!("{two} {two}")]).len(), 2);
    }

    #[test]
    fn who_somebody_is_is_no_statement() {
        let one = "Gestern sprach Hannelore Kraftmann von der Wasserwacht Hintertupfing in Oberaudorf.";
        let two = "In Oberaudorf wohnt Hannelore Kraftmann, Wasserwacht Hintertupfing.";
        let name = |text: &str| -> Vec<Span> {
            let names = ["Hannelore Kraftmann", "Wasserwacht Hintertupfing", "Oberaudorf"];
            names.iter().filter_map(|name| text.find(name).map(|at| Span::new(at, at + name.len()))).collect()
        };
        assert!(!probable(&[one, two], &[], &[]).is_empty());
        assert!(probable(&[one, two], &[name(one), name(two)], &[]).is_empty());
    }

    #[test]
    fn what_is_shared_or_missing_gives_nothing() {
        assert!(found(&[]).is_empty() && found(&[SHIP]).is_empty() && found(&[SHIP, "", "„ä", "–"]).is_empty());
        let shared = |a: u32, b: u32| SharedPassages { a, b, passages: passages(&Words::new(SHIP), &Words::new(SHIP)) };
        assert_eq!(probable(&[SHIP, SHIP], &[], &[]).len(), 1);
        assert!(probable(&[SHIP, SHIP], &[], &[shared(0, 1)]).is_empty());
        // Passages and names of texts that there are not, and beyond their ends.
        let names = vec![vec![Span::new(5, 9000)], vec![], vec![Span::new(0, 1)]];
        assert_eq!(probable(&["ä ö", "ü"], &names, &[shared(0, 1), shared(3, 5), shared(8, 300)]), []);
        assert_eq!(probable(&[SHIP; 12], &[], &[]).iter().map(|found| found.b.report).max(), Some(7));
    }

    #[test]
    fn a_long_list_is_not_compared() {
        let list = SHIP.trim_end_matches('.').repeat(2000);
        assert!(found(&[&list, &list]).is_empty());
    }
}
