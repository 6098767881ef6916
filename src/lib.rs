//! The reading room: a Yew app over the analysis of `zeitlupe-core`.
//!
//! The same components render in the browser and, with the `ssr` feature, natively:
//! for the pages that are readable without JavaScript, and for the tests.

pub mod address;
pub mod api;
pub mod app;
pub mod components;
pub mod format;
pub mod hooks;
pub mod pages;
pub mod platform;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod segments;
pub mod service;
pub mod state;
pub mod words;
