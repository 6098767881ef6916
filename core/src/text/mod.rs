//! Spans, tokens, sentences and folding: what every analysis stands on.

mod fold;
mod sentence;
mod span;
mod token;

pub use fold::fold;
pub use sentence::sentences;
pub use span::{CodePoints, Span};
pub use token::{Token, TokenKind, tokens};
