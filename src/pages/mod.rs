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
pub use reader::reader;
pub use search::{Search, use_search};
pub use time::Time;

use crate::state::Desk;
use yew::Properties;

/// What a view needs.
#[derive(Properties, PartialEq)]
pub struct ViewProps {
    /// The state, and who answers questions.
    pub desk: Desk,
}
