//! The parts of an address: display settings, layers, passages, items, and the ways to show results.

use std::fmt;
use zeitlupe_core::entity::{EntityKind, Quotation};
use zeitlupe_core::text::Span;

/// The display settings, which apply to all views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Display {
    /// Steps by which text is larger or smaller than usual.
    pub size: i8,
    /// Steps by which the line spacing is wider than usual.
    pub spacing: u8,
    /// Large and in high contrast, for a projector.
    pub projector: bool,
    /// Only the text, without tools.
    pub text_only: bool,
    /// Articles with line numbers.
    pub numbers: bool,
}

impl Display {
    /// The smallest and the largest size.
    pub const SIZES: (i8, i8) = (-2, 6);
    /// The widest spacing.
    pub const SPACINGS: u8 = 3;
}

/// The current station of a guided tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The number of the tour, from 1.
    pub tour: u32,
    /// The number of the station, from 1.
    pub station: u32,
}

impl Stop {
    /// Reads `1,4`.
    pub(super) fn parse(value: &str) -> Option<Self> {
        let (tour, station) = value.split_once(',')?;
        let number = |text: &str| text.parse().ok().filter(|n| *n > 0);
        Some(Self { tour: number(tour)?, station: number(station)? })
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", self.tour, self.station)
    }
}

/// A layer of marks in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Names of one kind.
    Names(EntityKind),
    /// Dates and times.
    Times,
}

impl Layer {
    /// All layers, in the order of the legend.
    pub const ALL: [Layer; 6] = [
        Layer::Names(EntityKind::Per),
        Layer::Names(EntityKind::Loc),
        Layer::Names(EntityKind::Org),
        Layer::Names(EntityKind::Evt),
        Layer::Names(EntityKind::Misc),
        Layer::Times,
    ];

    /// Its code in addresses: `PER` … `TIME`.
    pub fn code(self) -> &'static str {
        match self {
            Layer::Names(kind) => kind.code(),
            Layer::Times => "TIME",
        }
    }

    /// Its class in style sheets.
    pub fn class(self) -> &'static str {
        match self {
            Layer::Names(EntityKind::Per) => "per",
            Layer::Names(EntityKind::Loc) => "loc",
            Layer::Names(EntityKind::Org) => "org",
            Layer::Names(EntityKind::Evt) => "evt",
            Layer::Names(EntityKind::Misc) => "misc",
            Layer::Times => "time",
        }
    }
}

/// A passage by quotation and position, so that it is found again after the article was edited.
///
/// ```
/// use zeitlupe_words::address::Passage;
/// let passage = Passage { start: 4, quote: "Putin".into() };
/// let found = passage.find("Der Präsident Putin sprach.").expect("the quotation is there");
/// assert_eq!(found.of("Der Präsident Putin sprach."), "Putin");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The byte of the article's text at which it began.
    pub start: u32,
    /// Its words.
    pub quote: String,
}

impl Passage {
    pub(super) fn parse(value: &str) -> Option<Self> {
        let (start, quote) = value.split_once(';')?;
        Some(Self { start: start.parse().ok()?, quote: (!quote.is_empty()).then(|| quote.to_owned())? })
    }

    /// Finds the quotation in `text`: the occurrence nearest to the old position.
    ///
    /// A link has no surroundings that could fit. So a word or two must still stand near that position: elsewhere it is another word.
    pub fn find(&self, text: &str) -> Option<Span> {
        let span = Quotation { quote: self.quote.clone(), start: self.start, ..Quotation::default() }.find(text)?;
        let is_near = span.start.abs_diff(self.start) <= NEAR;
        (is_near || self.quote.split_whitespace().count() > 2).then_some(span)
    }
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{};{}", self.start, self.quote)
    }
}

/// The most bytes that a word or two may have moved: an edit in the same sentence.
const NEAR: u32 = 120;

/// How the results of a search are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Results {
    /// By article.
    #[default]
    Hits,
    /// As a concordance.
    Lines,
    /// As frequencies over time.
    Trend,
}

/// What the lanes of the timeline stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lanes {
    /// One lane for reports, one for events.
    #[default]
    Kind,
    /// One lane per article.
    Article,
    /// One lane per source.
    Source,
    /// One lane for each of the most frequent names.
    Name,
}

/// How the timeline is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeView {
    /// A drawing with a list below.
    Chart,
    /// As a list.
    List,
    /// As a table.
    Table,
}

/// The views and lanes of the timeline in addresses.
pub(super) const TIME_VIEWS: [(&str, TimeView); 3] =
    [("zeichnung", TimeView::Chart), ("liste", TimeView::List), ("tabelle", TimeView::Table)];
pub(super) const LANES: [(&str, Lanes); 3] = [("artikel", Lanes::Article), ("quelle", Lanes::Source), ("name", Lanes::Name)];

/// An item of the timeline: an article's date, or a time in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemName {
    /// The id of the article.
    pub article: String,
    /// The time in its text; `None` for the date of the article itself.
    pub passage: Option<Passage>,
}

impl ItemName {
    /// Reads `003_436c;512;Freitag` or `003_436c`.
    pub(super) fn parse(value: &str) -> Option<Self> {
        let Some((article, passage)) = value.split_once(';') else {
            return (!value.is_empty()).then(|| Self { article: value.to_owned(), passage: None });
        };
        Some(Self { article: article.to_owned(), passage: Some(Passage::parse(passage)?) })
    }
}

impl fmt::Display for ItemName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.article)?;
        self.passage.as_ref().map_or(Ok(()), |passage| write!(f, ";{passage}"))
    }
}

/// How the names are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NamesView {
    /// As a table.
    #[default]
    Table,
    /// As a network of names that occur together.
    Net,
    /// As a map.
    Map,
}
