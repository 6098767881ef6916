//! The front page, names and dates as the room shows them, for pages without scripts: asked of the same room that answers in the browser.

use super::Error;
use super::source::Source;
use zeitlupe_core::bundle::{Bundle, STORIES};
use zeitlupe_core::day::Day;
use zeitlupe_core::entity::{Entity, EntityKind};
use zeitlupe_core::event::Mode;
use zeitlupe_core::room::question;
use zeitlupe_core::timeline::{ItemKind, Timeline};
use zeitlupe_core::view::{CorpusView, Story};

/// So many names are listed, the most frequent.
const NAMES: usize = 1000;
/// So many items are asked for at once: those of one part of the bundle.
const AT_ONCE: usize = 256;

/// What is listed of a corpus. Articles are told by their place in the list of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The corpus as a whole.
    pub corpus: CorpusView,
    /// The first articles as the front page shows them.
    pub stories: Vec<Story>,
    /// The names that are named most, by kind, in each the most frequent first.
    pub names: Vec<Name>,
    /// How many names there are in all.
    pub all_names: usize,
    /// Reports and what is told, in order of time; what has no place in time is left out.
    pub dates: Vec<Dated>,
}

/// A name and who names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// What it is.
    pub kind: EntityKind,
    /// The name.
    pub name: String,
    /// How often it is named.
    pub mentions: u32,
    /// The articles that name it, those that do so most often first.
    pub articles: Vec<u32>,
}

/// An item of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// First and last day that it can mean.
    pub days: (Day, Day),
    /// Whether an article appeared then; else something is told of it.
    pub is_report: bool,
    /// Whether it is told as to come, or as not so.
    pub mode: Mode,
    /// The words of the clause; empty for a report.
    pub text: String,
    /// The articles that tell it.
    pub articles: Vec<u32>,
}

impl Listing {
    /// Asks the room of a bundle.
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
    names.truncate(NAMES);
    names.sort_by_key(|name| name.kind);
    names
}

fn name(Entity { kind, name, mut counts, .. }: Entity) -> Name {
    counts.sort_by_key(|&(article, count)| (std::cmp::Reverse(count), article));
    let mentions = counts.iter().map(|(_, count)| count).sum();
    Name { kind, name, mentions, articles: counts.into_iter().map(|(article, _)| article.0).collect() }
}

/// What the timeline places in time.
fn dates(source: &Source, timeline: &Timeline) -> Result<Vec<Dated>, Error> {
    let placed: Vec<_> = timeline.items.iter().filter_map(|item| Some((item, item.days?))).collect();
    let mut dates = Vec::with_capacity(placed.len());
    for batch in placed.chunks(AT_ONCE) {
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
