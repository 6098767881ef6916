//! Articles of one event, compared.

mod parts;
pub mod passages;
pub mod side;
