//! Spans, tokens, sentences and folding, on which every analysis is based.
//!
//! [`Document`] is a text with its tokens and sentences, computed once for all layers of analysis.

mod case;
mod document;
mod fold;
mod lines;
mod pairs;
mod sentence;
mod span;
mod token;

pub use case::{lower, lower_into, upper};
pub use document::Document;
pub use fold::fold;
pub use lines::lines;
pub use sentence::sentences;
pub use span::{CodePoints, Span, whole_words};
pub use token::{Token, TokenKind, tokens};
