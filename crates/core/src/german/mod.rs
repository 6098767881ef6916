//! The German language: stems, compounds, and word lists that several analyses use.
//!
//! ```
//! use zeitlupe_core::german::{is_same_word, stem};
//! assert_eq!(stem("gipfeln"), stem("gipfels"));
//! assert!(is_same_word("lieferungen", "lieferung"));
//! ```

pub mod abbreviations;
mod acts;
mod agencies;
mod calendar;
mod compound;
mod determiners;
mod frequent;
mod function_words;
mod happenings;
mod heads;
mod list;
mod marks;
mod numerals;
mod openers;
mod saying;
mod speech;
mod stem;
mod stopwords;
mod verbs;

pub use acts::acts;
pub use agencies::is_agency;
pub use calendar::{MONTHS, WEEKDAYS, leading_weekday};
pub use compound::{Vocabulary, inflection, is_same_word, steps};
pub use determiners::{BEFORE_ATTRIBUTES, DETERMINERS, is_determiner};
pub use frequent::{is_common_stem, is_content_word};
pub use function_words::{CONJUNCTIONS, MAYBE_SUBORDINATORS, OBLIQUE, PREPOSITIONS, RELATIVES, SUBJECTS, SUBORDINATORS};
pub use happenings::is_happening;
pub use heads::{Headed, headed};
pub use list::Words;
pub(crate) use list::words;
pub use marks::{closing_marks, is_double_mark, is_quotation_mark};
pub use numerals::numeral;
pub use openers::opens_sentence;
pub use saying::{ATTRIBUTIONS, BEFORE_SPEAKERS, REPORTS, SAYS, VERBS_OF_SPEECH};
pub use speech::{Colour, REPORTED, REPORTED_TOO, SpeechForm, VerbForm, is_noun_of_speech, speech_forms, takes_content};
pub use stem::stem;
pub use stopwords::is_stop_word;
pub use verbs::{PAST_OF_DATES, SEPARABLE, SEPARABLE_OF_PARTICIPLES, STRONG_PAST};
