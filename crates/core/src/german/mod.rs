//! What is peculiar to German: stems, compounds, stop words.

pub mod abbreviations;
mod compound;
mod stem;
mod stopwords;

pub use compound::{Vocabulary, inflection, is_same_word, steps};
pub use stem::stem;
pub use stopwords::is_stop_word;
