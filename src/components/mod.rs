//! Pieces of which the views are made; each maps plain data to elements.

mod article_text;
mod bars;
mod card;
mod chips;
mod facets;
mod facts;
mod fault;
mod header;
mod hit_list;
mod legend;
mod timeline;

pub use article_text::{ArticleText, ArticleTextProps};
pub use bars::Bars;
pub use card::{NameCard, TimeCard};
pub use chips::Chips;
pub use facets::FacetPanel;
pub use facts::{Facts, FactsProps, evidence_of};
pub use fault::{Fault, Notice, Waiting};
pub use header::Header;
pub use hit_list::{HitList, Order};
pub use legend::Legend;
pub use timeline::{Chart, ItemList};

/// At most 60 characters of something that came from outside.
fn shown(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(59).chain(['…']).collect() }
}
