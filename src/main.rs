//! Starts the reading room: in the page, or in the worker that the page started.

fn main() {
    match zeitlupe::platform::role() {
        zeitlupe::platform::Role::Page => zeitlupe::app::start(),
        zeitlupe::platform::Role::Worker => zeitlupe::service::serve(),
    }
}
