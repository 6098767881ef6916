//! The analysis behind Zeitlupe: pure, deterministic, the same natively and in the browser.
//!
//! The build and the reader's browser call the same functions, so that a word is cut, folded and stemmed in one way only.
//! The original text is never changed; whatever is found in it is a [`text::Span`] of bytes into it.
//!
//! # From a file to an article
//!
//! `zeitlupe-ingest` tells title, date, source and headings by their shape, and says how it knows the date.
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
//! [`bundle::build`] analyses a corpus into parts of bytes; [`room::Room`] answers questions from them and names the parts that it lacks.
//!
//! ```
//! use zeitlupe_core::{bundle::{Corpus, build}, room::{LoadedRoom, SearchRequest}};
//! let article = zeitlupe_ingest::plain("Neue Leitung\n\nGaslieferungen nach China werden steigen.", Default::default()).article;
//! let bundle = build(&Corpus { title: "Gas".into(), articles: vec![article], ..Corpus::default() }, &mut |_| ());
//! let room = LoadedRoom::of(bundle)?;
//! let found = room.ask(SearchRequest { query: "Lieferung".into(), limit: 10, ..SearchRequest::default() })?;
//! assert_eq!((found.total, found.understood[0].forms[0].as_str()), (1, "gaslieferungen"));
//! # Ok::<(), zeitlupe_core::room::Fault>(())
//! ```
//!
//! # Where things are
//!
//! * [`article`]: an article as it was read: its text in sections, its metadata, how its date is known
//! * [`text`]: spans, tokens, sentences, folding
//! * [`german`]: stemming, compounds, stop words
//! * [`entity`]: names of persons, places, organisations, events; which of them are one
//! * [`time`]: dates and times with TIMEX3 values
//! * [`event`]: what happens at a date: the clause around it, its mood, the same event in several articles
//! * [`timeline`]: items, lanes and geometry of the timeline
//! * [`search`]: inverted index, queries, ranking, snippets
//! * [`compare`]: passages that articles share
//! * [`drawing`]: geometry of the network and the map of names
//! * [`prose`]: pages of text
//! * [`remark`]: what was not as expected in a file
//! * [`lesson`]: tasks, guided tours and the publisher's imprint
//! * [`order`]: sorting that costs little wasm
//! * [`cite`]: references and quotations with their source
//! * [`day`]: a day of the calendar
//! * [`codec`], [`part`]: numbers and strings as bytes; keys and headers of the parts of a bundle
//! * [`view`]: plain data about articles and the corpus
//! * [`bundle`]: the whole corpus, analysed, as parts of bytes and back
//! * [`room`]: what a reader asks of the corpus, and the answers, as plain data
//!
//! # What it does not do
//!
//! It has no DOM, opens no files, reads no clock and rolls no dice. It does not translate, summarise or judge, it knows no language
//! but German, and it invents nothing: what a text does not say stays empty.

pub mod annotation;
pub mod article;
pub mod bundle;
pub mod cite;
pub mod codec;
pub mod compare;
pub mod day;
pub mod drawing;
pub mod entity;
pub mod event;
pub mod german;
pub mod json;
pub mod lesson;
pub mod order;
pub mod parallel;
pub mod part;
pub mod prose;
pub mod remark;
pub mod room;
pub mod search;
pub mod text;
pub mod time;
pub mod timeline;
pub mod view;
