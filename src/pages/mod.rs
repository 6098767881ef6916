//! The views.

mod about;
pub mod compare;
mod evidence;
mod fixed_page;
mod names;
mod overview;
mod reader;
mod search;
mod tasks;
mod time;

pub use about::About;
pub use compare::Compare;
pub use evidence::Evidence;
pub use fixed_page::{access, imprint, privacy};
pub use names::Names;
pub use overview::Overview;
pub use reader::reader;
pub use search::{Search, use_search};
pub use tasks::tasks;
pub use time::Time;

use crate::components::instead_of;
use crate::state::{AppContext, Cached};
use yew::{Html, Properties};
use zeitlupe_core::view::SiteInfo;

/// Properties of a view.
#[derive(Properties, PartialEq)]
pub struct ViewProps {
    /// The context.
    pub context: AppContext,
}

/// A view of fixed pages, tasks or tours, once loaded.
fn site_info_or(context: &AppContext, view: impl FnOnce(&SiteInfo) -> Html) -> Html {
    match context.state.site_info.ready() {
        Some(info) => view(info),
        None => instead_of(context, &[Cached::SiteInfo]).unwrap_or_default(),
    }
}
