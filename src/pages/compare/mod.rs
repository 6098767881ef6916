//! Articles of one event, compared.

mod block;
mod chosen;
mod compared;
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

pub use page::Compare;
