//! Tests the release build in real browsers over WebDriver.
//!
//! | module | does |
//! | --- | --- |
//! | [`settings`] | reads from the environment where the site is and which browsers to run |
//! | [`process`] | starts a driver or a display, waits until it responds, and always ends it |
//! | [`browser`] | opens a session of Chromium, Firefox or WebKit with a fresh profile |
//! | [`server`] | serves a folder under a sub-path, plainly or like a public host, and logs the requests |
//! | [`place`] | where the reading room is opened from: a server, or the disk |
//! | [`page`] | what a reader does: open, click, type, and wait for something to appear |
//! | [`trap`] | a proxy that catches requests to other origins |
//! | [`watch`] | what must not happen: console errors, foreign requests, stored data, accessibility violations |
//! | [`folder`] | temporary folders |
//! | [`tally`] | runs cases one after the other and counts them |
//!
//! There are no fixed waits: every wait is for a condition, with a timeout.

pub mod browser;
pub mod folder;
pub mod page;
pub mod place;
pub mod process;
pub mod server;
pub mod settings;
pub mod tally;
pub mod trap;
pub mod watch;
