//! Articles of one event, compared.

mod block;
mod chosen;
mod compared;
mod offer;
mod options;
mod page;
mod parts;
pub mod passages;
mod raster;
mod rows;
pub mod side;
mod strip;
mod table;
mod weave;

pub use offer::Offer;
pub use page::Compare;
