//! Starts the reading room in the page.

fn main() {
    zeitlupe::app::start();
}
