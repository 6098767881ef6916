//! Front page, names and dates for static pages, from the same room that answers in the browser.

use super::Error;
use super::source::Source;
use zeitlupe_core::bundle::{Bundle, STORIES};
use zeitlupe_core::day::Day;
use zeitlupe_core::entity::{Entity, EntityKind};
use zeitlupe_core::event::Mode;
use zeitlupe_core::room::question;
use zeitlupe_core::timeline::{ItemKind, Timeline};
use zeitlupe_core::view::{CorpusView, Story};

/// The most names that are listed.
const MAX_NAMES: usize = 1000;
/// The number of items per request: those of one part of the bundle.
const BATCH: usize = 256;

/// What static pages list of a corpus. Articles are given by index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The corpus as a whole.
    pub corpus: CorpusView,
    /// The first articles, as shown on the front page.
    pub stories: Vec<Story>,
    /// The most frequent names, sorted by kind, then by frequency.
    pub names: Vec<Name>,
    /// The number of all names.
    pub all_names: usize,
    /// Reports and events in order of time; undated ones are left out.
    pub dates: Vec<Dated>,
}

/// A name and the articles that mention it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The kind.
    pub kind: EntityKind,
    /// The name.
    pub name: String,
    /// The number of mentions.
    pub mentions: u32,
    /// The articles that mention it, those with the most mentions first.
    pub articles: Vec<u32>,
}

/// An item of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The first and last day it can mean.
    pub days: (Day, Day),
    /// Whether it is a report, that is, an article's publication; else it is an event.
    pub is_report: bool,
    /// The modality: past, planned, denied …
    pub mode: Mode,
    /// The text of the clause; empty for a report.
    pub text: String,
    /// The articles that report it.
    pub articles: Vec<u32>,
}

impl Listing {
    /// Lists the contents of a bundle.
    ///
    /// ```
    /// use zeitlupe_core::bundle::{Corpus, build};
    /// let listing = zeitlupe_site::Listing::of(&build(&Corpus::default(), &mut |_| ()))?;
    /// assert_eq!((listing.corpus.articles, listing.names.len()), (0, 0));
    /// # Ok::<(), zeitlupe_site::Error>(())
    /// ```
    pub fn of(bundle: &Bundle) -> Result<Self, Error> {
        let source = Source::open(bundle)?;
        let corpus = source.ask(question::Corpus)?;
        let stories = source.ask(question::Stories(STORIES))?;
        let entities = source.ask(question::Entities)?;
        let timeline = source.ask(question::Timeline(Vec::new()))?;
        let all_names = entities.len();
        Ok(Self { corpus, stories, names: most_frequent(entities), all_names, dates: dates(&source, &timeline)? })
    }
}

/// The most frequent names, by kind.
fn most_frequent(entities: Vec<Entity>) -> Vec<Name> {
    let mut names: Vec<Name> = entities.into_iter().map(name).filter(|name| name.mentions > 0).collect();
    names.sort_by(|a, b| (b.mentions, &a.name).cmp(&(a.mentions, &b.name)));
    names.truncate(MAX_NAMES);
    names.sort_by_key(|name| name.kind);
    names
}

fn name(Entity { kind, name, mut counts, .. }: Entity) -> Name {
    counts.sort_by_key(|&(article, count)| (std::cmp::Reverse(count), article));
    let mentions = counts.iter().map(|(_, count)| count).sum();
    Name { kind, name, mentions, articles: counts.into_iter().map(|(article, _)| article.0).collect() }
}

/// The dated items of the timeline.
fn dates(source: &Source, timeline: &Timeline) -> Result<Vec<Dated>, Error> {
    let placed: Vec<_> = timeline.items.iter().filter_map(|item| Some((item, item.days?))).collect();
    let mut dates = Vec::with_capacity(placed.len());
    for batch in placed.chunks(BATCH) {
        let numbers = batch.iter().map(|(item, _)| item.number).collect();
        let told = source.ask(question::Witnesses(numbers))?;
        for ((item, days), (_, witnesses)) in batch.iter().zip(told) {
            let (is_report, mode) = match item.kind {
                ItemKind::Report => (true, Mode::Open),
                ItemKind::Event(mode) => (false, mode),
            };
            let text = witnesses.into_iter().next().map(|witness| witness.text).filter(|_| !is_report).unwrap_or_default();
            let articles = timeline.articles(item).map(|article| article.0).collect();
            dates.push(Dated { days: *days, is_report, mode, text, articles });
        }
    }
    Ok(dates)
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_core::bundle::{Corpus, build};
    use zeitlupe_ingest::plain;

    #[test]
    fn names_and_dates_of_the_bundle_are_listed() {
        let texts = [
            "Gipfel in Wien\n\n04.02.2022\nAngela Merkel reiste am 3. Februar 2022 nach Wien. Angela Merkel traf dort Emmanuel Macron.",
            "Reise nach Berlin\n\n10.02.2022\nAngela Merkel will am 15. Februar 2022 nach Berlin reisen.",
        ];
        let articles = texts.iter().map(|text| plain(text, Default::default()).article).collect();
        let bundle = build(&Corpus { articles, ..Corpus::default() }, &mut |_| ());
        let listing = Listing::of(&bundle).expect("the parts are whole");
        let first = &listing.names[0];
        assert_eq!((first.kind, first.name.as_str(), &first.articles[..]), (EntityKind::Per, "Angela Merkel", &[0, 1][..]));
        assert!(listing.names.is_sorted_by_key(|name| name.kind));
        let days: Vec<_> = listing.dates.iter().map(|dated| (dated.days.0.iso(), dated.is_report, dated.mode == Mode::Planned)).collect();
        let day = |day: &str, is_report, planned| (day.to_owned(), is_report, planned);
        assert_eq!(
            days,
            [
                day("2022-02-03", false, false),
                day("2022-02-04", true, false),
                day("2022-02-10", true, false),
                day("2022-02-15", false, true)
            ]
        );
        assert!(listing.dates[0].text.contains("nach Wien"), "{:?}", listing.dates[0]);
    }
}
