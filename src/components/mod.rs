//! Pieces of which the views are made; each maps plain data to elements.
//!
//! What has no state of its own is a plain function: every component type costs some ten kilobytes of wasm.

mod article_text;
mod bars;
mod card;
mod chips;
mod correcting;
mod facets;
mod facts;
mod fault;
mod header;
mod hit_list;
mod legend;
mod lines;
mod map;
mod name_table;
mod network;
mod save;
mod sheet;
mod timeline;
mod together;
mod trend;

pub use article_text::{Overlay, article_text};
pub use bars::{Row, bars};
pub use card::{close_card, name_card, time_card};
pub use chips::{chips, filter_ids, tabs};
pub use correcting::{add_form, correct_form, corrections, offered, undo_notice};
pub use facets::facet_panel;
pub use facts::facts;
pub use fault::{fault, hitch, notice, renewal_notice, use_renewal, waiting};
pub use header::use_header;
pub use hit_list::{hit_list, order};
pub use legend::legend;
pub use lines::concordance;
pub use map::map;
pub use name_table::name_table;
pub use network::network;
pub use save::{save_button, save_drawing};
pub use timeline::{Chart, Frame, Rows, Words, files};
pub use together::{Pair, together};
pub use trend::trend;

/// At most 60 characters of something that came from outside.
fn shown(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(59).chain(['…']).collect() }
}
