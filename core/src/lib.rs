//! The analysis behind Zeitlupe: pure, deterministic, the same natively and in the browser.
//!
//! This crate has no DOM, opens no files, reads no clock and rolls no dice.
//! The build and the reader's browser call the same functions, so that a word is cut,
//! folded and stemmed in one way only.
//!
//! * [`article`]: an article as it was read: its text in sections, its metadata, how its date is known
//! * [`import`]: from a file's text to an [`article::Article`]
//! * [`text`]: spans, tokens, sentences, folding
//! * [`german`]: stemming, compounds, stop words
//! * [`entity`]: names of persons, places, organisations, events; which of them are one
//! * [`time`]: dates and times with TIMEX3 values; the timeline's geometry
//! * [`search`]: inverted index, queries, ranking, snippets
//! * [`compare`]: passages that articles share
//! * [`order`]: sorting that costs little wasm
//! * [`bundle`]: the whole corpus, analysed, as parts of bytes and back
//! * [`room`]: what a reader asks of the corpus, and the answers, as plain data

pub mod article;
pub mod bundle;
pub mod compare;
pub mod entity;
pub mod german;
pub mod import;
pub mod order;
pub mod room;
pub mod search;
pub mod text;
pub mod time;
