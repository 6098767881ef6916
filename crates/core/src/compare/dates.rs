//! Infers the date of an article from another one that shares long passages with it.

use super::shingles::{LENGTH, shingles};
use crate::article::{Article, Evidence, Origin, Precision, PubDate};
use crate::bundle::Corpus;
use crate::caught::caught;
use crate::parallel::map_in_order;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Number of articles above which a shingle is boilerplate, and ignored.
const BOILERPLATE: u32 = 50;

/// How much two articles must share, in runs of at least [`LENGTH`] words, to infer the date of one from the other.
struct Bounds {
    /// Fewest shared words.
    words: u32,
    /// The shared words must be at least one in this number of words of the shorter text.
    share: u32,
}

/// If the other article's day was read.
const BY_READ: Bounds = Bounds { words: 40, share: 10 };
/// If it was itself inferred, so that one guess depends on another.
const BY_CONCLUDED: Bounds = Bounds { words: 80, share: 4 };

/// Dates articles without a day by articles with a day that share long passages with them; in a second and last round also by those dated in the
/// first.
///
/// A day is only inferred if all such articles are of the same day, and if it agrees with a known month or year. The evidence names the article
/// that shares the most.
///
/// ```
/// use zeitlupe_core::article::{Article, Evidence, Origin, Precision, PubDate};
/// use zeitlupe_core::{bundle::Corpus, compare::date_by_shared_passages, day::Day};
/// let words = |range: std::ops::Range<u32>| range.map(|n| format!("wort{n} ")).collect::<String>();
/// let mut articles = vec![Article { text: words(0..100), ..Article::default() }, Article { text: words(50..200), ..Article::default() }];
/// let day = Day::from_civil(2022, 2, 4).expect("a day of the calendar");
/// let evidence = Evidence { origin: Origin::Record, quote: String::new(), line: None, shared_words: 0 };
/// articles[0].meta.date = Some(PubDate { earliest: day, latest: day, precision: Precision::Day, minutes: None, evidence });
/// let mut corpus = Corpus { articles, ..Corpus::default() };
/// date_by_shared_passages(&mut corpus);
/// assert_eq!(corpus.articles[1].meta.date.as_ref().map(PubDate::iso).as_deref(), Some("2022-02-04"));
/// ```
pub fn date_by_shared_passages(corpus: &mut Corpus) {
    let mut shared = Shared::new(&corpus.articles);
    for _ in 0..2 {
        let concluded = shared.conclude(&corpus.articles);
        for (number, date) in concluded {
            let Open { article, words, ref shingles } = shared.open[number as usize];
            let shingles: BTreeSet<u64> = shingles.iter().copied().collect();
            shared.grounds.push(Ground { article, words, shingles: shingles.into_iter().collect() });
            corpus.articles[article].meta.date = Some(date);
        }
    }
}

/// An article without a day.
struct Open {
    article: usize,
    words: u32,
    /// All its shingles, in text order.
    shingles: Vec<u64>,
}

/// An article with a day.
struct Ground {
    article: usize,
    words: u32,
    /// Those of its shingles that are also in an article without a day, each once.
    shingles: Vec<u64>,
}

/// The occurrences of a shingle.
#[derive(Default)]
struct Seen {
    /// Number of an open article, and position in it.
    open: Vec<(u32, u32)>,
    /// Number of articles with it.
    articles: u32,
}

/// What articles without a day share with those that have one. Each text is read once.
struct Shared {
    open: Vec<Open>,
    seen: FxHashMap<u64, Seen>,
    grounds: Vec<Ground>,
}

impl Shared {
    fn new(articles: &[Article]) -> Self {
        let (dated, undated): (Vec<usize>, Vec<usize>) = (0..articles.len()).partition(|&n| day_of(&articles[n]).is_some());
        let mut shared = Self { open: Vec::new(), seen: FxHashMap::default(), grounds: Vec::new() };
        if dated.is_empty() {
            return shared;
        }
        for article in undated {
            let (list, words) = words_of(&articles[article]);
            let number = shared.open.len() as u32;
            for (place, &shingle) in list.iter().enumerate() {
                let entry = shared.seen.entry(shingle).or_default();
                entry.articles += u32::from(entry.open.last().is_none_or(|(last, _)| *last != number));
                entry.open.push((number, place as u32));
            }
            shared.open.push(Open { article, words: words as u32, shingles: list });
        }
        if shared.open.is_empty() {
            return shared;
        }
        let in_common = |n: usize| {
            let (list, words) = words_of(&articles[dated[n]]);
            let common: BTreeSet<u64> = list.into_iter().filter(|shingle| shared.seen.contains_key(shingle)).collect();
            (common.into_iter().collect(), words as u32)
        };
        let mut grounds = Vec::new();
        map_in_order(dated.len(), in_common, |n, (shingles, words)| grounds.push(Ground { article: dated[n], words, shingles }));
        for shingle in grounds.iter().flat_map(|ground| &ground.shingles) {
            shared.seen.entry(*shingle).and_modify(|entry| entry.articles += 1);
        }
        Self { grounds, ..shared }
    }

    /// The inferred dates of articles that are still open, by their number.
    fn conclude(&self, articles: &[Article]) -> Vec<(u32, PubDate)> {
        let mut best: BTreeMap<u32, Vec<(usize, u32)>> = BTreeMap::new();
        for &Ground { article: n, words, ref shingles } in &self.grounds {
            let bounds = if day_of(&articles[n]).is_some_and(PubDate::is_inferred) { BY_CONCLUDED } else { BY_READ };
            let mut shared: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
            for entry in shingles.iter().filter_map(|shingle| self.seen.get(shingle)).filter(|entry| entry.articles <= BOILERPLATE) {
                for &(number, place) in &entry.open {
                    shared.entry(number).or_default().push(place);
                }
            }
            for (number, places) in shared {
                let Open { article, words: length, .. } = self.open[number as usize];
                let common = covered(places);
                let enough = common >= bounds.words && common * bounds.share >= length.min(words);
                if enough && day_of(&articles[article]).is_none() {
                    best.entry(number).or_default().push((n, common));
                }
            }
        }
        let dated = |(number, found): (u32, Vec<_>)| Some((number, one_day(articles, self.open[number as usize].article, &found)?));
        best.into_iter().filter_map(dated).collect()
    }
}

/// The shingles of an article and the number of its words. One at which this breaks down shares nothing; the build leaves it out.
fn words_of(article: &Article) -> (Vec<u64>, usize) {
    caught(|| shingles(&article.text)).unwrap_or_default()
}

/// The date that all articles with shared passages agree on.
fn one_day(articles: &[Article], article: usize, found: &[(usize, u32)]) -> Option<PubDate> {
    let &(source, shared_words) = found.iter().max_by_key(|(n, common)| (*common, std::cmp::Reverse(*n)))?;
    let ground = day_of(&articles[source])?;
    let day = ground.earliest;
    let agree = found.iter().all(|(n, _)| day_of(&articles[*n]).is_some_and(|date| date.earliest == day));
    let known = articles[article].meta.date.as_ref();
    if !agree || known.is_some_and(|date| day < date.earliest || date.latest < day) {
        return None;
    }
    let origin = if ground.is_inferred() { Origin::SharedChain } else { Origin::SharedPassages };
    let evidence = Evidence { origin, quote: articles[source].meta.id.clone(), line: None, shared_words };
    Some(PubDate { earliest: day, latest: day, precision: Precision::Day, minutes: None, evidence })
}

/// The date of an article whose day is known.
fn day_of(article: &Article) -> Option<&PubDate> {
    article.meta.date.as_ref().filter(|date| date.precision == Precision::Day)
}

/// Number of words covered by shingles at these positions.
fn covered(mut places: Vec<u32>) -> u32 {
    places.sort_unstable();
    places.dedup();
    let mut words = 0;
    let mut end = 0;
    for place in places {
        let next = place + LENGTH as u32;
        words += next - end.max(place).min(next);
        end = next;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;

    fn date(text: &str) -> PubDate {
        let number = |range: std::ops::Range<usize>| text.get(range).map_or(0, |n| n.parse().unwrap());
        let (year, month, day) = (number(0..4), number(5..7) as u32, number(8..10) as u32);
        let first = Day::from_civil(year, month, day.max(1)).unwrap();
        let latest = if day > 0 { first } else { first.plus(27) };
        let precision = if day > 0 { Precision::Day } else { Precision::Month };
        let evidence = Evidence { origin: Origin::FrontMatter, quote: text.into(), line: None, shared_words: 0 };
        PubDate { earliest: first, latest, precision, minutes: None, evidence }
    }

    /// A text of `to - from` words, no two alike.
    fn words(from: u32, to: u32) -> String {
        (from..to).map(|n| format!("wort{n}")).collect::<Vec<_>>().join(" ")
    }

    fn check(articles: &[(&str, String)], expected: &str) {
        let mut corpus = Corpus::default();
        for (n, (day, text)) in articles.iter().enumerate() {
            let mut article = Article { text: text.clone(), ..Article::default() };
            article.meta.id = format!("a{n}");
            article.meta.date = (!day.is_empty()).then(|| date(day));
            corpus.articles.push(article);
        }
        date_by_shared_passages(&mut corpus);
        let show = |article: &Article| {
            let inferred = article.meta.date.as_ref().filter(|date| date.is_inferred());
            inferred.map(|d| format!("{} {} {} {}", article.meta.id, d.iso(), d.evidence.quote, d.evidence.shared_words))
        };
        assert_eq!(corpus.articles.iter().filter_map(show).collect::<Vec<_>>().join("; "), expected);
    }

    #[test]
    fn long_shared_passages_date_an_article() {
        check(&[("2022-02-04", words(0, 100)), ("", words(50, 200))], "a1 2022-02-04 a0 50");
        check(&[("2022-02-04", words(0, 100)), ("2022-02", words(50, 200))], "a1 2022-02-04 a0 50");
        check(&[("2022-02-04", words(0, 100)), ("", words(50, 200)), ("2022-02-04", words(0, 180))], "a1 2022-02-04 a2 130");
    }

    #[test]
    fn short_or_contradicting_passages_do_not_date_an_article() {
        check(&[("2022-02-04", words(0, 100)), ("", words(61, 200))], "");
        check(&[("2022-02-04", words(0, 1000)), ("", words(950, 1950))], "");
        check(&[("2022-02-04", words(0, 100)), ("", words(0, 100)), ("2022-02-05", words(0, 100))], "");
        check(&[("2022-02-04", words(0, 100)), ("2022-03", words(0, 100))], "");
        check(&[("2022-02", words(0, 100)), ("", words(0, 100))], "");
        check(&[("2022-02-04", words(0, 100)), ("2022-02-05", words(0, 100))], "");
    }

    #[test]
    fn inferred_dates_need_longer_passages_and_are_used_once() {
        let chain = |shared: u32| vec![("2022-02-04", words(0, 100)), ("", words(50, 250)), ("", words(250 - shared, 450 - shared))];
        check(&chain(79), "a1 2022-02-04 a0 50");
        check(&chain(80), "a1 2022-02-04 a0 50; a2 2022-02-04 a1 80");
        let longer = [chain(80), vec![("", words(270, 500))]].concat();
        check(&longer, "a1 2022-02-04 a0 50; a2 2022-02-04 a1 80");
        // Dates that were read also count in the second round.
        check(&[chain(80), vec![("2022-02-05", words(310, 400))]].concat(), "a1 2022-02-04 a0 50; a2 2022-02-05 a3 60");
        check(&[chain(80), vec![("2022-02-05", words(310, 400)), ("2022-02-06", words(310, 400))]].concat(), "a1 2022-02-04 a0 50");
    }

    #[test]
    fn boilerplate_is_ignored() {
        let mut many = vec![("", words(0, 100))];
        many.extend((0..60).map(|_| ("2022-02-04", words(0, 100))));
        check(&many, "");
    }

    /// Three of the seeds share agency text: the second with the third, whose day is known; the first with the second.
    #[test]
    fn the_seeds_are_dated() {
        let mut corpus = crate::room::fixture::seeds();
        corpus.articles[2].meta.date = Some(date("2022-02-04"));
        corpus.articles[3].meta.date = Some(date("2023-02-22"));
        corpus.articles[4].meta.date = Some(date("2022-02"));
        date_by_shared_passages(&mut corpus);
        let concluded = |n: usize| {
            let date = corpus.articles[n].meta.date.as_ref().filter(|date| date.is_inferred());
            date.map(|d| (d.iso(), d.evidence.origin, d.evidence.quote.as_str(), d.evidence.shared_words))
        };
        let day = || "2022-02-04".to_owned();
        let first = Some((day(), Origin::SharedChain, "b", 134));
        assert_eq!([0, 1, 2, 3, 4].map(concluded), [first, Some((day(), Origin::SharedPassages, "c", 57)), None, None, None]);
    }
}
