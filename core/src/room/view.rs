//! Requests and replies: public fields, ready to be shown, sent between threads with postcard.

use crate::article::{Article, ArticleId, PubDate, Role, shorten};
use crate::bundle::{Damage, Document, Papers, PartKey};
use crate::drawing::{Frame, Mark};
use crate::entity::{Companion, Correction, Entity, EntityId, EntityKind, Form};
use crate::event::Mode;
use crate::text::Span;
use crate::time::{Day, TimeExpression};
use crate::timeline::Timeline;
use serde::{Deserialize, Serialize};

/// What a reader can ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// The corpus as a whole: answered by [`Reply::Corpus`].
    Corpus,
    /// What all articles are called, their dates and sources: [`Reply::Summaries`].
    Summaries,
    /// A search: answered by [`Reply::Search`].
    Search(SearchRequest),
    /// The first articles as a front page shows them, at most so many: [`Reply::Stories`].
    Stories(u32),
    /// Articles with their marks, in the order asked for; unknown ids are left out: [`Reply::Articles`].
    Articles(Vec<ArticleId>),
    /// The article of this id: [`Reply::Opened`].
    Open(String),
    /// Where the words of a query stand in one article: [`Reply::Marks`].
    Marks {
        /// The article.
        article: ArticleId,
        /// The query as typed.
        query: String,
    },
    /// Every place of a query with what stands around it: [`Reply::Concordance`].
    Concordance(ConcordanceRequest),
    /// How often a query is found over time: [`Reply::Trend`].
    Trend {
        /// The query as typed.
        query: String,
        /// Only these articles.
        filter: Filter,
    },
    /// What the query that is being typed could become: [`Reply::Suggestions`].
    Suggest(String),
    /// All entities: [`Reply::Entities`].
    Entities,
    /// The places of one entity: [`Reply::Places`].
    Places(EntityId),
    /// Who is named together with one entity: [`Reply::Together`].
    Together(EntityId),
    /// Names to be drawn, as a network or on a map: [`Reply::Drawing`].
    Drawing(DrawingRequest),
    /// All items of the timeline from articles that name all of these: [`Reply::Timeline`].
    Timeline(Vec<EntityId>),
    /// The words of these items of the timeline, by number; unknown ones are left out: [`Reply::Told`].
    Told(Vec<u32>),
    /// Those who are named most often in the sentences of the timeline, at most so many, from articles that name all of these: [`Reply::Cast`].
    Cast {
        /// Only items from articles that name all of these.
        with: Vec<EntityId>,
        /// How many.
        most: u32,
    },
    /// Which articles belong to a stretch of time: [`Reply::Within`].
    Within(Period),
    /// The fixed pages, and what lies beside the articles: [`Reply::Papers`].
    Papers,
    /// These corrections of names count from now on, and none that were given before: [`Reply::Corrected`].
    Correct(Vec<Correction>),
}

/// The answer to the [`Request`] of the same name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// To [`Request::Corpus`].
    Corpus(CorpusView),
    /// To [`Request::Summaries`]; the place in the list is the [`ArticleId`].
    Summaries(Vec<Summary>),
    /// To [`Request::Search`].
    Search(SearchView),
    /// To [`Request::Stories`].
    Stories(Vec<Story>),
    /// To [`Request::Articles`].
    Articles(Vec<(ArticleId, Document)>),
    /// To [`Request::Open`]; `None` where the corpus has no such article.
    Opened(Option<Box<Opened>>),
    /// To [`Request::Marks`]: spans into the article's text, in order, not overlapping.
    Marks(Vec<Span>),
    /// To [`Request::Concordance`].
    Concordance(Concordance),
    /// To [`Request::Trend`]: the stretches of time in order, those without a date last.
    Trend(Vec<TrendPoint>),
    /// To [`Request::Suggest`], the best first.
    Suggestions(Vec<Suggestion>),
    /// To [`Request::Entities`], the most frequent first, without regard to the reader's corrections; the place in the list is the
    /// [`EntityId`]. One that a correction took away has no mentions.
    Entities(Vec<Entity>),
    /// To [`Request::Places`].
    Places(Vec<Place>),
    /// To [`Request::Together`], those first that share most sentences.
    Together(Vec<Companion>),
    /// To [`Request::Drawing`].
    Drawing(Drawing),
    /// To [`Request::Timeline`].
    Timeline(Timeline),
    /// To [`Request::Told`], in the order asked for: the number of each item, and those who tell it.
    Told(Vec<(u32, Vec<Witness>)>),
    /// To [`Request::Cast`], those with the most items first, each with the numbers of its items: the events in whose sentences it is
    /// named, the reports that name it. Ascending.
    Cast(Vec<(EntityId, Vec<u32>)>),
    /// To [`Request::Within`]: for each article whether it belongs; `None`: all do.
    Within(Option<Vec<bool>>),
    /// To [`Request::Papers`].
    Papers(Box<Papers>),
    /// To [`Request::Correct`].
    Corrected(Corrected),
}

/// What became of corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// Those, by their place in the list, that found nothing to correct.
    pub stale: Vec<u32>,
    /// The corrections that the room was built with, on which the reader's rest.
    pub built_in: Vec<Correction>,
}

/// Why there is no reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// A part cannot be used.
    Damaged(PartKey, Damage),
    /// A part could not be loaded; the words are the loader's.
    Missing(PartKey, String),
}

/// One article in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Unique in the corpus, stable over rebuilds.
    pub id: String,
    /// What to call it, also where it has no title.
    pub label: String,
    /// When it appeared; how that is known says only whether it was read or concluded. [`Document`] says more.
    pub date: Option<PubDate>,
    /// Medium or agency, as given.
    pub source: Option<String>,
    /// BCP 47 tag, where it is not German.
    pub lang: Option<String>,
}

/// An article as a front page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// What it is called, its date and source.
    pub summary: Summary,
    /// The short line above its title.
    pub kicker: Option<String>,
    /// Its lead, or the beginning of its text where the title does not say it already.
    pub teaser: Option<String>,
    /// Words in it.
    pub words: u32,
}

/// The longest teaser, in characters.
const TEASER: usize = 260;

impl Story {
    /// What a front page shows of an article.
    pub fn of(document: &Document) -> Self {
        let meta = &document.article.meta;
        let date = meta.date.clone();
        let summary =
            Summary { id: meta.id.clone(), label: document.article.label(), date, source: meta.source.clone(), lang: meta.lang.clone() };
        Self { summary, kicker: meta.kicker.clone(), teaser: teaser(&document.article), words: document.words }
    }
}

fn teaser(article: &Article) -> Option<String> {
    let of = |role: Role| article.sections.iter().filter(move |section| section.role == role).map(|s| s.span.of(&article.text));
    let lead = of(Role::Lead).next();
    let paragraph = of(Role::Paragraph).find(|text| text.chars().count() > 60);
    let words = match (lead, &article.meta.title) {
        (Some(lead), _) => lead.to_owned(),
        (None, Some(_)) => paragraph?.to_owned(),
        // Without a title the label is the beginning of the text: the teaser goes on from there.
        (None, None) => {
            let label = article.label();
            format!("… {}", paragraph?.strip_prefix(label.trim_end_matches(" …"))?.trim_start())
        }
    };
    Some(shorten(&words, TEASER))
}

/// An article that was opened by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Its number, if it has one in this corpus.
    pub article: u32,
    /// The article, and what was found in it.
    pub document: Document,
    /// What the article is called whose date this one's was concluded from.
    pub dated_by: Option<String>,
}

/// The corpus as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorpusView {
    /// The name of the collection; may be empty.
    pub title: String,
    /// How many articles there are.
    pub articles: u32,
    /// Words in all of them.
    pub words: u32,
    /// The first day on which one can have appeared.
    pub first: Option<Day>,
    /// The last one.
    pub last: Option<Day>,
    /// How many entities there are.
    pub entities: u32,
    /// Bytes of the part that holds them, uncompressed.
    pub entity_bytes: u32,
    /// Parts that hold texts.
    pub text_chunks: u32,
    /// Items of the timeline.
    pub items: u32,
    /// For each kind the names that are named most often, with how often.
    pub most_named: Vec<(EntityKind, String, u32)>,
    /// Tasks that lie beside the articles.
    pub tasks: u32,
    /// Guided tours.
    pub tours: u32,
    /// Whether the publisher has given an imprint.
    pub imprint: bool,
    /// Sixteen hexadecimal digits that change with the content.
    pub hash: String,
}

/// A corpus with at most so many parts of texts is read as a whole without a second thought.
const FEW_TEXTS: u32 = 4;
/// A table of entities of at most so many bytes, too.
const FEW_ENTITIES: u32 = 256 * 1024;

impl CorpusView {
    /// Whether a search may load what it shows beside its hits without being asked: their passages, and the names in them.
    pub fn is_small(&self) -> bool {
        self.text_chunks <= FEW_TEXTS && self.entity_bytes <= FEW_ENTITIES
    }
}

/// In which order hits come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// The newest first; undated ones last.
    Newest,
    /// The oldest first; undated ones last.
    Oldest,
}

/// A stretch of time, by which articles are chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// May have appeared on or after this day.
    pub from: Option<Day>,
    /// May have appeared on or before this day.
    pub to: Option<Day>,
    /// Also those that tell of something on these days, of which see [`Timeline::telling_of`].
    pub told: bool,
}

impl Period {
    /// Whether it holds all of time.
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// Only articles that fit all of these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// This source (the empty string: no source known).
    pub source: Option<String>,
    /// This month, `2022-02`, or `-` for no date known.
    pub month: Option<String>,
    /// Each of these entities is named.
    pub entities: Vec<EntityId>,
    /// Belongs to this stretch of time.
    pub period: Period,
}

/// A search.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchRequest {
    /// As typed; anything is a valid query. An empty one finds every article that fits the filter.
    pub query: String,
    /// Only these.
    pub filter: Filter,
    /// In this order.
    pub sort: Sort,
    /// At most so many hits.
    pub limit: u32,
    /// With the best passage of each, for which its text is loaded.
    pub passages: bool,
    /// With the names in the found articles, for which the table of all entities is loaded.
    pub names: bool,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    /// Articles found, also beyond the limit.
    pub total: u32,
    /// Places found in all of them.
    pub places: u32,
    /// Whether no article has everything that was asked for, so that those were taken that have some of it.
    pub some: bool,
    /// The first of them.
    pub hits: Vec<Hit>,
    /// Values to narrow the search by, with counts under this query and filter.
    pub facets: Facets,
    /// How each typed word was understood.
    pub understood: Vec<Understood>,
    /// Operators and fields that could not be used, as typed.
    pub ignored: Vec<String>,
    /// Articles found without the filter, where there is one and nothing was found with it.
    pub unfiltered: u32,
}

/// An article found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Which one.
    pub article: ArticleId,
    /// What it is called, its date and source.
    pub summary: Summary,
    /// The score; comparable within one answer only.
    pub score: f32,
    /// Places in it.
    pub places: u32,
    /// The best passage: pieces of text, `true` where a hit is to be marked. Empty where none was asked for.
    pub snippet: Vec<(String, bool)>,
    /// Where in the text the hits stand, each in thousandths of its length. Empty where no passage was asked for.
    pub strip: Vec<u16>,
}

/// How a typed word was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Understood {
    /// As typed.
    pub typed: String,
    /// Forms in the corpus that it stands for, the best first, at most eight.
    pub forms: Vec<String>,
    /// How many more there are.
    pub more: u32,
    /// As what the best of them was found.
    pub how: How,
    /// Articles that hold one of them.
    pub articles: u32,
}

/// As what a word was found, at best.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// Not at all.
    #[default]
    Nothing,
    /// As typed.
    Exact,
    /// In another form or spelling, as a part of a compound, or as the beginning of a word.
    Form,
    /// As another name of the same bearer.
    Name,
    /// As a word of the same stem.
    Related,
    /// With a typo put right.
    Typo,
}

/// A concordance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConcordanceRequest {
    /// As typed.
    pub query: String,
    /// Only these articles.
    pub filter: Filter,
    /// In which order the lines come.
    pub order: LineOrder,
    /// At most so many articles are read, the best first.
    pub articles: u32,
}

/// In which order the lines of a concordance come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineOrder {
    /// By article, the best first, then by place.
    #[default]
    Place,
    /// By the word before the hit, then the one before that.
    Left,
    /// By the word behind the hit.
    Right,
}

/// Every place of a query with what stands around it: keyword in context.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concordance {
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// The articles that they stand in.
    pub articles: Vec<(ArticleId, Summary)>,
    /// Articles found in all; where more than were read, the lines are not all.
    pub total: u32,
}

/// One line of a concordance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// In this article.
    pub article: ArticleId,
    /// The hit in the article's text.
    pub span: Span,
    /// What stands before it, the hit, what stands behind it; without line ends.
    pub text: [String; 3],
}

/// A stretch of time of a trend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// Year and month, `2022-02`; `-` where no month is known.
    pub month: String,
    /// Places found in it.
    pub places: u32,
    /// Articles found in it.
    pub found: u32,
    /// All its articles that fit the filter.
    pub articles: u32,
    /// Words in these.
    pub words: u32,
}

/// What a query in the making could become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// A word, a name, a title.
    pub text: String,
    /// Articles that hold it; 1 for a title.
    pub articles: u32,
}

/// What a suggestion is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SuggestionKind {
    /// A word of the corpus.
    Word,
    /// A name of this kind.
    Name(EntityKind),
    /// The title of the article with this id.
    Title(String),
}

/// Values to narrow a search by. Each list has the most frequent first and at most twelve values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// Sources; the empty string stands for "not known".
    pub sources: Vec<(String, u32)>,
    /// Months as `2022-02`, in order of time, all of them; `-` for no date.
    pub months: Vec<(String, u32)>,
    /// Entities by kind, with the number of articles that name them.
    pub entities: Vec<(EntityId, EntityKind, String, u32)>,
}

/// A place where an entity stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// In this article.
    pub article: ArticleId,
    /// The mention in the article's text.
    pub span: Span,
    /// In which form it stands.
    pub form: Form,
    /// Its sentence, in three pieces: before, the mention, after.
    pub sentence: [String; 3],
}

/// A drawing of names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawingRequest {
    /// On the map, not as a network.
    pub map: bool,
    /// Only names of this kind.
    pub kind: Option<EntityKind>,
    /// On the map, only what articles hold that name all of these.
    pub with: Vec<EntityId>,
    /// On the map, only what articles of this stretch of time hold.
    pub period: Period,
    /// In the network, those named together with this one; on the map, the place in the middle where it is shown closer.
    pub around: Option<EntityId>,
    /// On the map, 0 where most places lie, more: closer, less: further away, up to the whole world.
    pub zoom: i8,
    /// As a phone shows it.
    pub narrow: bool,
}

/// Names where they are drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    /// Its size.
    pub frame: Frame,
    /// The names. In a network around one, that one comes first; on the map the most named.
    pub marks: Vec<Mark>,
    /// In a network, who of them is named with whom, the strongest first.
    pub edges: Vec<Edge>,
    /// On a map, the land, as a path of SVG in tenths of a pixel.
    pub land: String,
    /// On a map, places that lie elsewhere, or are too many.
    pub beyond: u32,
    /// Names of places without a position.
    pub without: u32,
    /// The most frequent of them.
    pub unplaced: Vec<EntityId>,
    /// How close the map is.
    pub zoom: i8,
    /// The zoom that shows the whole world.
    pub furthest: i8,
}

/// Two that are named together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// The two, by their places in the list of marks.
    pub ends: (u32, u32),
    /// Sentences that name both; where there is none, at least one article does.
    pub sentences: u32,
    /// Articles that name both.
    pub articles: u32,
}

/// Who tells an item of the timeline, and in which words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// In this article.
    pub article: ArticleId,
    /// The time, and how it is known; `None` for a report.
    pub time: Option<TimeExpression>,
    /// How it is told.
    pub mode: Mode,
    /// The words that name the time; empty for a report.
    pub surface: String,
    /// The clause around it, without a place in time the sentence; for a report what the article is called.
    pub text: String,
}
