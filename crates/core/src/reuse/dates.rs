//! Infers the date of an article from another one that shares long passages with it.

use super::corpus::{Dated, SharedPassages, shared_passages};
use super::words::hashes;
use crate::article::{Article, Evidence, Origin, Precision, PubDate};
use crate::caught::caught;
use std::collections::BTreeMap;

/// How much two articles must share to infer the date of one from the other.
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
/// use zeitlupe_core::{day::Day, reuse::date_by_shared_passages};
/// let words = |range: std::ops::Range<u32>| range.map(|n| format!("wort{n} ")).collect::<String>();
/// let mut articles = vec![Article { text: words(0..100), ..Article::default() }, Article { text: words(50..200), ..Article::default() }];
/// let day = Day::from_civil(2022, 2, 4).expect("a day of the calendar");
/// let evidence = Evidence { origin: Origin::Record, quote: String::new(), line: None, shared_words: 0 };
/// articles[0].meta.date = Some(PubDate { earliest: day, latest: day, precision: Precision::Day, minutes: None, evidence });
/// date_by_shared_passages(&mut articles);
/// assert_eq!(articles[1].meta.date.as_ref().map(PubDate::iso).as_deref(), Some("2022-02-04"));
/// ```
pub fn date_by_shared_passages(articles: &mut [Article]) {
    let open: Vec<bool> = articles.iter().map(|article| day_of(article).is_none()).collect();
    if !(open.contains(&true) && open.contains(&false)) {
        return;
    }
    let texts: Vec<Dated> = articles.iter().map(Dated::of).collect();
    let shared = Shared::new(&texts, &shared_passages(&texts, |a, b| open[a as usize] || open[b as usize]));
    for _ in 0..2 {
        for (article, date) in shared.conclude(articles) {
            articles[article as usize].meta.date = Some(date);
        }
    }
}

/// What pairs of articles share.
struct Shared {
    /// Two articles, and the words that both have in passages.
    pairs: Vec<(u32, u32, u32)>,
    /// The number of words of each of them.
    lengths: BTreeMap<u32, u32>,
}

impl Shared {
    fn new(texts: &[Dated<'_>], shared: &[SharedPassages]) -> Self {
        let common = |pair: &SharedPassages| pair.passages.iter().map(|passage| passage.common()).sum::<u32>();
        let pairs: Vec<_> = shared.iter().map(|pair| (pair.a, pair.b, common(pair))).collect();
        let length = |n: u32| caught(|| hashes(texts[n as usize].text).len()).unwrap_or_default() as u32;
        let mut lengths = BTreeMap::new();
        for n in pairs.iter().flat_map(|&(a, b, _)| [a, b]) {
            lengths.entry(n).or_insert_with(|| length(n));
        }
        Self { pairs, lengths }
    }

    /// The inferred dates of articles that are still open, by their number.
    fn conclude(&self, articles: &[Article]) -> Vec<(u32, PubDate)> {
        let mut best: BTreeMap<u32, Vec<(usize, u32)>> = BTreeMap::new();
        for &(a, b, common) in &self.pairs {
            let (open, ground) = match [a, b].map(|n| day_of(&articles[n as usize])) {
                [None, Some(date)] => ((a, b), date),
                [Some(date), None] => ((b, a), date),
                _ => continue,
            };
            let bounds = if ground.is_inferred() { BY_CONCLUDED } else { BY_READ };
            if common >= bounds.words && common * bounds.share >= self.lengths[&a].min(self.lengths[&b]) {
                best.entry(open.0).or_default().push((open.1 as usize, common));
            }
        }
        let dated = |(open, mut found): (u32, Vec<_>)| {
            found.sort_unstable();
            Some((open, one_day(articles, open as usize, &found)?))
        };
        best.into_iter().filter_map(dated).collect()
    }
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
        let mut list = Vec::new();
        for (n, (day, text)) in articles.iter().enumerate() {
            let mut article = Article { text: text.clone(), ..Article::default() };
            article.meta.id = format!("a{n}");
            article.meta.date = (!day.is_empty()).then(|| date(day));
            list.push(article);
        }
        date_by_shared_passages(&mut list);
        let show = |article: &Article| {
            let inferred = article.meta.date.as_ref().filter(|date| date.is_inferred());
            inferred.map(|d| format!("{} {} {} {}", article.meta.id, d.iso(), d.evidence.quote, d.evidence.shared_words))
        };
        assert_eq!(list.iter().filter_map(show).collect::<Vec<_>>().join("; "), expected);
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
        let mut seeds = crate::room::fixture::seeds().articles;
        seeds[2].meta.date = Some(date("2022-02-04"));
        seeds[3].meta.date = Some(date("2023-02-22"));
        seeds[4].meta.date = Some(date("2022-02"));
        date_by_shared_passages(&mut seeds);
        let concluded = |n: usize| {
            let date = seeds[n].meta.date.as_ref().filter(|date| date.is_inferred());
            date.map(|d| (d.iso(), d.evidence.origin, d.evidence.quote.as_str(), d.evidence.shared_words))
        };
        let day = || "2022-02-04".to_owned();
        let first = Some((day(), Origin::SharedChain, "b", 182));
        assert_eq!([0, 1, 2, 3, 4].map(concluded), [first, Some((day(), Origin::SharedPassages, "c", 70)), None, None, None]);
    }
}
