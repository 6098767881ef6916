//! Starts the reading room: the page, or the worker that the page has called.

fn main() {
    match zeitlupe::platform::role() {
        zeitlupe::platform::Role::Page => zeitlupe::app::start(),
        zeitlupe::platform::Role::Worker => zeitlupe::service::serve(),
    }
}
