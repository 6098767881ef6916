//! Makes a site out of the compiled app and the analysed articles.
//!
//! Everything is bytes in memory: no file, no clock, no environment, so that the same code runs on the command line and in a browser.

pub mod address;
pub mod assemble;
mod error;
mod excerpt;
mod front;
mod html;
mod install;
mod licence;
pub mod listing;
mod lists;
pub mod pack;
mod page;
mod papers;
mod prerender;
mod preview;
mod prose;
pub mod rights;
pub mod shell;

pub use error::Error;
