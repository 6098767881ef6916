//! The reading room: a Yew app over the analysis of `zeitlupe-core`.
//!
//! The same pieces render natively with Yew's server renderer: for the tests.

pub mod anchors;
pub mod api;
pub mod app;
pub mod components;
pub mod correct;
pub mod hooks;
pub mod pages;
pub mod platform;
pub mod qr;
pub mod recogniser;
pub mod segments;
pub mod service;
pub mod share;
pub mod state;
pub mod submission;

/// The recipes for contributors: their code is compiled and run with the other examples.
#[cfg(doctest)]
#[doc = include_str!("../CONTRIBUTING.md")]
pub struct Contributing;
