//! What a reader asks of the corpus, and the answers, as plain data.
//!
//! [`Room`] holds the parts of a bundle that have been loaded. It never loads anything itself:
//! asked for something that it lacks, it names the parts that are needed; whoever asked fetches them
//! (from files, from the page, from memory), feeds them in and asks again. So the same room serves
//! the worker, the page without a worker, the command line and the tests.

mod view;

pub use view::*;
