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
mod save;
mod timeline;
mod trend;

pub use article_text::{Overlay, article_text};
pub use bars::{Row, bars};
pub use card::{close_card, name_card, time_card};
pub use chips::chips;
pub use correcting::{add_form, correct_form, corrections, undo_notice};
pub use facets::facet_panel;
pub use facts::facts;
pub use fault::{fault, hitch, notice, waiting};
pub use header::use_header;
pub use hit_list::{hit_list, order};
pub use legend::legend;
pub use lines::concordance;
pub use save::save_button;
pub use timeline::{Chart, item_list};
pub use trend::trend;

/// At most 60 characters of something that came from outside.
fn shown(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(59).chain(['…']).collect() }
}
