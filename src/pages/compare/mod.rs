//! Articles of one event, compared.

mod block;
mod options;
mod parts;
pub mod passages;
pub mod side;
mod strip;
