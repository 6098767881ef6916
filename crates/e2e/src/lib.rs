//! Walks the release build in real browsers over WebDriver.
//!
//! | module | does |
//! | --- | --- |
//! | [`settings`] | reads from the environment which browsers there are and where the site lies |
//! | [`process`] | starts a driver or a display, waits until it answers, ends it whatever happens |
//! | [`browser`] | opens a session of Chromium, Firefox or WebKit with a fresh profile |
//! | [`server`] | serves a folder under a sub-path, plainly or like a public host, and keeps a log of the requests |
//! | [`place`] | the places that the reading room is opened from: a server, or the disk |
//! | [`page`] | what a reader does: open, click, type, and wait until something shows |
//! | [`trap`] | catches requests to other origins |
//! | [`watch`] | what must not happen: console errors, foreign requests, stored data, barriers |
//! | [`folder`] | folders for the time of a test |
//! | [`tally`] | runs cases one after the other and counts them |
//!
//! Nothing here waits for a fixed time: every wait is for a condition, with an upper bound.

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
