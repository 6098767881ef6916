//! The reading room: a Yew app over the analysis of `zeitlupe-core`.
//!
//! For tests, the components also render natively, with Yew's server renderer.

pub mod anchors;
pub mod app;
pub mod components;
pub mod correct;
pub mod corrected;
pub mod hooks;
pub mod late;
pub mod pages;
pub mod platform;
pub mod qr;
pub mod segments;
pub mod service;
pub mod share;
pub mod state;
pub mod submission;

/// The recipes for contributors, compiled and run as doctests.
#[cfg(doctest)]
#[doc = include_str!("../CONTRIBUTING.md")]
pub struct Contributing;
