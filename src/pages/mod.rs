//! The views.

mod about;
mod names;
mod overview;
mod reader;
mod search;
mod time;

pub use about::About;
pub use names::Names;
pub use overview::Overview;
pub use reader::Reader;
pub use search::{Search, search_request};
pub use time::Time;
