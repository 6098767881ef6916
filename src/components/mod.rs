//! Components of the views; each maps plain data to elements.
//!
//! Components without state are plain functions: every component type costs about ten kilobytes of wasm. A component always renders an
//! element: beside one without any, Yew 0.23 crashes when one neighbour appears and the other goes (yew#4092).

mod aloud;
mod article_text;
mod aside;
mod bars;
mod card;
mod chips;
mod close;
mod concordance;
mod copy;
mod correcting;
mod display;
mod facets;
mod facts;
mod fault;
mod header;
mod hit_list;
mod legend;
mod map;
mod marking;
mod name_table;
mod network;
mod notes;
mod notices;
mod offer;
mod prose;
mod save;
mod share;
mod sortable_table;
mod timeline;
mod together;
mod tour;
mod trend;

pub use aloud::{aloud_bar, spoken, use_aloud};
pub use article_text::{Overlay, article_text};
pub use aside::set_aside;
pub use bars::{Row, bars};
pub use card::{name_card, time_card};
pub use chips::{chips, filter_ids, tabs};
pub use close::close_card;
pub use concordance::concordance;
pub use copy::copy_button;
pub use correcting::{add_form, correct_form, corrections, offered};
pub use display::{display_bar, display_panel, use_display};
pub use facets::facet_panel;
pub use facts::facts;
pub use fault::{fault, inline_fault, instead_of, missing, notice, update_notice, use_update, waiting};
pub use header::{use_header, with_query};
pub use hit_list::{hit_list, order};
pub use legend::legend;
pub use map::map;
pub use marking::{
    comment_field, group_field, groups_offered, mark_form, mark_sentence, marking_bar, note_card, remove_button, use_selected,
};
pub use name_table::name_table;
pub use network::network;
pub use notes::{notes_in, passage_at};
pub use notices::{noted_notice, undo_notice};
pub use offer::Offer;
pub use prose::{prose, titled, words as line};
pub use save::{save_button, save_drawing};
pub use share::{Sharing, Sheets, passage_link, quotation_text, share_sheet, share_wall, use_share};
pub use timeline::{Chart, Frame, ItemTexts, Rows, files};
pub use together::{Pair, together};
pub use tour::{lesson_links, use_tour};
pub use trend::trend;

/// At most 60 characters of an untrusted text, for messages.
pub fn shown(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(59).chain(['…']).collect() }
}
