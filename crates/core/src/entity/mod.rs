//! Named entities: finds persons, places, organisations and events, and links mentions of the same entity.

mod common_words;
mod corrections;
mod doc;
mod join;
mod known;
mod lexicon;
mod link;
pub mod model;
mod name;
mod offers;
mod pipeline;
mod recognise;
pub mod spread;
pub mod table;
pub mod training;
mod usual;
mod variants;

pub use common_words::remove_common_words;
pub use corrections::{Correction, Quotation, read as read_corrections, write as write_corrections};
pub use link::link;
pub use name::{Companion, Entity, EntityId, EntityKind, EntityName, Form, Known, Mention, Why};
pub use pipeline::{recognise, recognise_in};
