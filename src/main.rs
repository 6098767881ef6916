//! Starts the reading room in the browser.

fn main() {}
