//! What is peculiar to German: stems, compounds, and the lists of words that more than one analysis asks for.

pub mod abbreviations;
mod compound;
mod marks;
mod openers;
mod stem;
mod stopwords;

pub use compound::{Vocabulary, inflection, is_same_word, steps};
pub use marks::{closing_marks, is_double_mark, is_quotation_mark};
pub use openers::opens_sentence;
pub use stem::stem;
pub use stopwords::is_stop_word;
