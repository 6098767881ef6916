//! Makes a site from the compiled app and the analysed articles.
//!
//! Everything is bytes in memory, without file system, clock or environment, so that the same code runs on the command line and in a browser.
//!
//! ```
//! use zeitlupe_core::day::Day;
//! use zeitlupe_site::{Content, Listing, Options, Shell, folder, prepare, single};
//!
//! // The output of Trunk, by file name.
//! let app = [("index.html", "<p>"), ("zeitlupe.js", "start()"), ("zeitlupe_bg.wasm", "\0asm"), ("room.wasm", "\0asm")];
//! let shell = Shell::from_files(app.map(|(name, text)| (name.to_owned(), text.into())).into())?;
//!
//! // Read and analyse the articles.
//! let reading = zeitlupe_ingest::read([("gipfel.txt", "Gipfel in Wien\n\nDie Minister trafen sich.".as_bytes())]);
//! let built = prepare(reading, &Options { title: Some("Wien".into()), ..Options::default() }, &mut |_| ())?;
//! let listing = Listing::of(&built.bundle)?;
//! let content = Content { built_on: Day::from_civil(2022, 2, 4), ..Content::new(&built, &listing) };
//!
//! let files = folder(&shell, &content)?;
//! assert!(files.contains_key("index.html") && files.contains_key("sw.js"));
//! let page = single(&shell, &content)?;
//! assert!(page.contains("<h1>Wien</h1>"));
//! # Ok::<(), zeitlupe_site::Error>(())
//! ```
//!
//! # Modules
//!
//! * [`Shell`]: the compiled app; [`Content`]: the contents of the site
//! * [`folder()`], [`single()`]: the site as a folder of files, and as one file
//! * [`prepare()`]: sorts and analyses the articles; [`Rights`]: which may be published in full
//! * [`Listing`]: what static pages list; [`Source`]: the room in memory that is asked for it
//! * [`pack`]: compression, names with hashes, hashes

mod address;
mod article;
mod content;
mod error;
mod excerpt;
mod fixed_pages;
mod folder;
mod front_page;
mod header_footer;
mod heading;
mod install;
mod licence;
mod listing;
mod lists;
pub mod pack;
mod page;
mod paths;
mod prepare;
mod preview;
mod prose;
mod rights;
mod script;
mod shell;
mod single;
mod source;
mod streams;
#[cfg(test)]
mod tests;

pub use address::SiteUrl;
pub use content::{Content, is_dense};
pub use error::Error;
pub use folder::folder;
pub use listing::{Dated, Listing, Name};
pub use paths::Files;
pub use prepare::{Built, Options, prepare};
pub use rights::Rights;
pub use script::loader;
pub use shell::{
    APP_FILE, LOADER_FILE, PARTS, Part, RECOGNISERS, ROOM_FILE, Recogniser, Shell, WHOLE_FILE, part_file, recogniser_file, replaced,
};
pub use single::{is_single, single};
pub use source::Source;
