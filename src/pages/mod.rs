//! The views.

mod about;
mod evidence;
mod names;
mod overview;
mod paper;
mod reader;
mod search;
mod tasks;
mod time;

pub use about::About;
pub use evidence::Evidence;
pub use names::Names;
pub use overview::Overview;
pub use paper::paper;
pub use reader::reader;
pub use search::{Search, use_search};
pub use tasks::Tasks;
pub use time::Time;

use crate::state::Desk;
use yew::Properties;

/// What a view needs.
#[derive(Properties, PartialEq)]
pub struct ViewProps {
    /// The state, and who answers questions.
    pub desk: Desk,
}
