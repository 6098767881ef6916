//! The analysis behind Zeitlupe: pure, deterministic, the same natively and in the browser.
//!
//! The build and the reader's browser call the same functions, so that words are always split, folded and stemmed in the same way.
//! The original text is never changed; results refer to it by a [`text::Span`] of bytes.
//!
//! # From a file to an article
//!
//! `zeitlupe-ingest` recognises title, date, source and headings by their form, and records how the date is known.
//!
//! ```
//! use zeitlupe_core::article::Origin;
//! let text = "Gipfel in Wien\n\nStand: 04.02.2022 12:01 Uhr\nDie Minister trafen sich am Donnerstag in Wien.\nQuelle: dpa";
//! let article = zeitlupe_ingest::plain(text, Default::default()).article;
//! let date = article.meta.date.as_ref().expect("the text gives one");
//! assert_eq!((date.iso().as_str(), date.evidence.origin), ("2022-02-04T12:01", Origin::Line));
//! assert_eq!(article.meta.source.as_deref(), Some("dpa"));
//! ```
//!
//! # From a text to names and times
//!
//! [`entity`] and [`time`] work on any text and never fail; relative times are resolved against the date of publication.
//!
//! ```
//! use zeitlupe_core::{entity, article::{Evidence, Origin}, time};
//! use zeitlupe_ingest::Moment;
//! let text = "Putin reiste am Donnerstag nach Peking, wo Wladimir Putin russische Pläne vorstellte.";
//! let names: Vec<_> = entity::recognise(text).into_iter().map(|m| (m.span.of(text).to_owned(), m.canonical)).collect();
//! assert_eq!(names[0], ("Putin".into(), "Wladimir Putin".into()));
//! assert_eq!(names[3], ("russische".into(), "Russland".into()));
//!
//! let evidence = Evidence { origin: Origin::Record, quote: "2022-02-04".into(), line: None, shared_words: 0 };
//! let published = Moment::read("2022-02-04").expect("a date").published(evidence);
//! let times = time::recognise(text, Some(&published));
//! assert_eq!((times[0].span.of(text), times[0].value.as_str()), ("Donnerstag", "2022-02-03"));
//! ```
//!
//! # From many articles to answers
//!
//! [`bundle::build`] analyses a corpus and stores the results as parts; [`room::Room`] answers requests from them, or returns the parts that it
//! needs first.
//!
//! ```
//! use zeitlupe_core::{bundle::{Corpus, build}, room::{LoadedRoom, SearchRequest}};
//! let article = zeitlupe_ingest::plain("Neue Leitung\n\nGaslieferungen nach China werden steigen.", Default::default()).article;
//! let bundle = build(&Corpus { title: "Gas".into(), articles: vec![article], ..Corpus::default() }, &mut |_| ());
//! let room = LoadedRoom::of(bundle)?;
//! let found = room.ask(SearchRequest { query: "Lieferung".into(), limit: 10, ..SearchRequest::default() })?;
//! assert_eq!((found.total, found.understood[0].forms[0].as_str()), (1, "Gaslieferungen"));
//! # Ok::<(), zeitlupe_core::room::Fault>(())
//! ```
//!
//! # Where things are
//!
//! * [`article`]: an article as read: its text in sections, its metadata, how its date is known
//! * [`text`]: spans, tokens, sentences, folding
//! * [`german`]: stemming, compounds, word lists
//! * [`entity`]: names of persons, places, organisations and events, and linking them to entities
//! * [`time`]: dates and times with TIMEX3 values
//! * [`event`]: what happens at a date: the clause around it, its mode, and the same event in several articles
//! * [`number`]: numbers with their unit and bound
//! * [`quote`]: quotations and reported speech with their speakers
//! * [`timeline`]: items, lanes and geometry of the timeline
//! * [`search`]: inverted index, queries, ranking, snippets
//! * [`group`]: which articles report the same event
//! * [`compare`]: what chosen articles share, change and leave out
//! * [`reuse`]: passages that articles share, and dates inferred from them
//! * [`drawing`]: geometry of networks and maps of names
//! * [`annotation`]: what readers mark, note and answer
//! * [`prose`]: pages of text
//! * [`remark`]: problems with a file
//! * [`lesson`]: tasks, guided tours and the publisher's imprint
//! * [`order`]: sorting with little wasm code
//! * [`parallel`]: parallel work with results in order
//! * [`caught`]: panics over one article or file
//! * [`cite`]: references and quotations with their source
//! * [`day`]: a day of the calendar
//! * [`codec`], [`json`], [`part`]: numbers and strings as bytes; JSON; keys and headers of the parts of a bundle
//! * [`view`]: plain data about articles and the corpus
//! * [`bundle`]: the analysed corpus as parts
//! * [`room`]: requests about the corpus, and replies as plain data
//!
//! # What it does not do
//!
//! It has no DOM, opens no files, reads no clock and uses no random numbers. It does not translate, summarise or judge, knows no language
//! but German, and never invents anything: what a text does not say stays empty.

pub mod annotation;
pub mod article;
pub mod bundle;
pub mod caught;
pub mod cite;
pub mod codec;
pub mod compare;
pub mod day;
pub mod drawing;
pub mod entity;
pub mod event;
pub mod german;
pub mod group;
pub mod json;
pub mod lesson;
pub mod number;
pub mod order;
pub mod parallel;
pub mod part;
pub mod prose;
pub mod quote;
pub mod remark;
pub mod reuse;
pub mod room;
pub mod search;
pub mod statements;
pub mod text;
pub mod time;
pub mod timeline;
pub mod view;
