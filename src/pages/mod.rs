//! The views.

mod about;
mod evidence;
mod fixed_page;
mod names;
mod overview;
mod reader;
mod search;
mod tasks;
mod time;

pub use about::About;
pub use evidence::Evidence;
pub use fixed_page::{access, imprint, privacy};
pub use names::Names;
pub use overview::Overview;
pub use reader::reader;
pub use search::{Search, use_search};
pub use tasks::tasks;
pub use time::Time;

use crate::components::{fault, waiting};
use crate::hooks::{Cached, fetch};
use crate::state::{AppContext, Load};
use yew::{Callback, Html, Properties};
use zeitlupe_core::view::SiteInfo;

/// Properties of a view.
#[derive(Properties, PartialEq)]
pub struct ViewProps {
    /// The context.
    pub context: AppContext,
}

/// A view of fixed pages, tasks or tours, once loaded.
fn site_info_or(context: &AppContext, view: impl FnOnce(&SiteInfo) -> Html) -> Html {
    match &context.state.site_info {
        Load::Waiting => waiting(context.words()),
        Load::Failed(trouble) => {
            let asker = context.clone();
            fault(context.words(), trouble, &Callback::from(move |()| fetch(&asker, Cached::SiteInfo)))
        }
        Load::Ready(info) => view(info),
    }
}
