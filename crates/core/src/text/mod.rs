//! Spans, tokens, sentences and folding: what every analysis stands on.

mod case;
mod fold;
mod lines;
mod sentence;
mod span;
mod token;

pub use case::lower;
pub use fold::fold;
pub use lines::lines;
pub use sentence::sentences;
pub use span::{CodePoints, Span, whole_words};
pub use token::{Token, TokenKind, tokens};
