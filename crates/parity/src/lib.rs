//! Builds a whole site from files in memory, natively or as wasm, so that a test can compare the two byte for byte; and reads texts of many
//! kinds, so that a test can count the instructions that the wasm needs for them.
//!
//! ```
//! use zeitlupe_parity::{Input, build};
//!
//! let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
//! let app = vec![file("index.html", "<p>"), file("zeitlupe.js", "start()"), file("zeitlupe_bg.wasm", "\0asm"), file("room.wasm", "\0asm")];
//! let articles = vec![file("gipfel.txt", "Gipfel in Wien\n\nDie Minister trafen sich.")];
//! let files = build(Input { app, articles, day: 19_000 })?;
//! assert!(files.iter().any(|(name, _)| name == "parts/base") && files.iter().any(|(name, _)| name == "folder/index.html"));
//! # Ok::<(), String>(())
//! ```

use std::cell::RefCell;
use zeitlupe_core::annotation::{Change, Notebook, inside, read};
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::day::Day;
use zeitlupe_core::json::Json;
use zeitlupe_core::room::{DrawingRequest, LoadedRoom, SearchRequest, question};
use zeitlupe_core::text::Document;
use zeitlupe_core::{entity, number, quote};
use zeitlupe_site::{Content, Listing, Options, Shell, folder, prepare, single};
use zeitlupe_words::address::Address;

/// A file: name and bytes.
pub type File = (String, Vec<u8>);

/// The input of a site.
#[derive(Debug)]
pub struct Input {
    /// The files of the compiled app.
    pub app: Vec<File>,
    /// The articles and the files next to them.
    pub articles: Vec<File>,
    /// The day of the build, counted from 1 January 1970.
    pub day: i32,
}

/// Builds the site: all parts of the bundle below `parts/`, all files of the folder below `folder/`, and the single file as `single`.
///
/// # Errors
/// The message of [`zeitlupe_site::Error`].
pub fn build(Input { app, articles, day }: Input) -> Result<Vec<File>, String> {
    let say = |error: zeitlupe_site::Error| error.to_string();
    let shell = Shell::from_files(app.into_iter().collect()).map_err(say)?;
    let reading = zeitlupe_ingest::read(articles.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    let built = prepare(reading, &Options::default(), &mut |_| ()).map_err(say)?;
    let listing = Listing::of(&built.bundle).map_err(say)?;
    let content = Content { built_on: Some(Day(day)), ..Content::new(&built, &listing) };
    let pages = folder(&shell, &content).map_err(say)?;
    let page = single(&shell, &content).map_err(say)?;
    let parts = built.bundle.parts.iter().map(|(key, bytes)| (format!("parts/{}", key.name()), bytes.clone()));
    let files = pages.into_iter().map(|(name, bytes)| (format!("folder/{name}"), bytes));
    Ok(parts.chain(files).chain([("single".to_owned(), page.into_bytes())]).collect())
}

/// Does what is done with a text that somebody hands in, so that its steps can be counted. `kind` is the name of a file that an article lies
/// beside, or `folder` (articles, separated by form feeds), `query`, `address` or `notebook` (which is imported twice). Returns the number of
/// articles, hits, warnings or notes.
///
/// ```
/// assert_eq!(zeitlupe_parity::process("a.txt", "Gipfel in Wien"), 2);
/// assert_eq!(zeitlupe_parity::process("address", "#/suche?q=Wien"), 0);
/// ```
pub fn process(kind: &str, text: &str) -> usize {
    let other = ("zz.txt", "Die Ministerin reiste nach Wien.");
    match kind {
        "query" => {
            let query = SearchRequest { query: text.to_owned(), limit: 10, passages: true, ..SearchRequest::default() };
            room([other]).and_then(|room| room.ask(query).ok()).map_or(0, |view| view.hits.len())
        }
        "address" => Address::parse(text).1.len(),
        "notebook" => imported(text),
        "speech" => speech(text),
        "folder" => {
            let files: Vec<(String, &str)> = text.split('\u{c}').enumerate().map(|(n, text)| (format!("{n}.txt"), text)).collect();
            room(files.iter().map(|(name, text)| (name.as_str(), *text))).map_or(0, |room| visit(&room))
        }
        file => room([(file, text), other]).map_or(0, |room| visit(&room)),
    }
}

/// Finds quotations and numbers; returns how many there are.
fn speech(text: &str) -> usize {
    let document = Document::new(text);
    let names = entity::recognise_in(&document, None);
    quote::quotes(&document, &names).len() + number::numbers(&document, &[]).len()
}

/// The room of these files.
fn room<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Option<LoadedRoom<'static>> {
    let reading = zeitlupe_ingest::read(files.into_iter().map(|(name, text)| (name, text.as_bytes())));
    LoadedRoom::of(prepare(reading, &Options::default(), &mut |_| ()).ok()?.bundle).ok()
}

/// Opens every view once; returns the number of articles.
fn visit(room: &LoadedRoom<'_>) -> usize {
    let articles = room.ask(question::Summaries).map_or(0, |summaries| summaries.len());
    let all: Vec<ArticleId> = (0..articles as u32).map(ArticleId).collect();
    let opened = room.ask(question::Articles(all)).is_ok()
        && room.ask(question::Entities).is_ok()
        && room.ask(DrawingRequest::default()).is_ok()
        && room.ask(question::Timeline(Vec::new())).is_ok()
        && room.ask(SearchRequest { query: "Wien".into(), limit: 10, passages: true, ..SearchRequest::default() }).is_ok();
    if opened { articles } else { 0 }
}

/// Imports the notes of a file, and the same file again.
fn imported(text: &str) -> usize {
    let mut notebook = Notebook::default();
    for _ in 0..2 {
        let json = inside(text).ok().and_then(|json| serde_json::from_str::<Json>(json).ok());
        if let Some((other, _)) = json.as_ref().and_then(read) {
            notebook.apply(Change::Merge(other));
        }
    }
    notebook.notes.len()
}

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Reserves `length` bytes for the input and returns their address.
// Only the exported name is unsafe; it is unique.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|input| {
        input.clear();
        input.resize(length, 0);
        input.as_mut_ptr()
    })
}

/// Builds the site from the input in the reserved memory, `(app, articles, day)` in postcard. Returns the length of the output,
/// the result of [`build`] in postcard.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn build_site() -> usize {
    let built = INPUT.with_borrow(|input| {
        let (app, articles, day) = postcard::from_bytes(input).map_err(|error| error.to_string())?;
        build(Input { app, articles, day })
    });
    let output = postcard::to_allocvec(&built).unwrap_or_default();
    let length = output.len();
    OUTPUT.set(output);
    length
}

/// Calls [`process`] with the input in the reserved memory, `(kind, text)` in postcard.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn process_input() -> usize {
    INPUT.with_borrow(|input| postcard::from_bytes::<(&str, &str)>(input).map_or(usize::MAX, |(kind, text)| process(kind, text)))
}

/// The address of the last output.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(|output| output.as_ptr())
}
