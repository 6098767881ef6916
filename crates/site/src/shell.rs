//! The compiled app as built by Trunk: script, wasm, style sheets. The page around them is written by this crate.

use super::{Error, pack, script, streams};
use dom_query::Document;
use std::collections::BTreeMap;

/// The page that Trunk writes.
const PAGE: &str = "index.html";
/// The script that wasm-bindgen writes.
const GLUE: &str = "zeitlupe.js";
/// The file name of the app's wasm, as wasm-bindgen writes it.
pub const APP_FILE: &str = "zeitlupe_bg.wasm";
/// The names of the parts of the app that are not needed first: what the late views have in common, then views of their own, each of which needs the
/// first part. The loader knows them.
pub const PARTS: [&str; 2] = ["late", "compare"];
/// The file name of the app's wasm before it was divided, in the output of Trunk.
pub const WHOLE_FILE: &str = "whole.wasm";
/// The file name of the minified loader in the output of Trunk.
pub const LOADER_FILE: &str = "loader.js";
/// The file name of the room's wasm in the output of Trunk.
pub const ROOM_FILE: &str = "room.wasm";

/// The names of the recognisers; each is a separate wasm.
pub const RECOGNISERS: [&str; 2] = ["names", "times"];

/// The compiled app, without articles.
///
/// ```
/// use zeitlupe_site::Shell;
/// let files = [("index.html", "<p>"), ("zeitlupe.js", "start()"), ("zeitlupe_bg.wasm", "\0asm"), ("room.wasm", "\0asm")];
/// let shell = Shell::from_files(files.map(|(name, text)| (name.to_owned(), text.into())).into())?;
/// assert_eq!(shell.glue, "start()");
/// assert!(Shell::from_files(Default::default()).is_err());
/// # Ok::<(), zeitlupe_site::Error>(())
/// ```
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shell {
    /// The script that wasm-bindgen writes (target `no-modules`, so that it runs in a page and inside one file).
    pub glue: String,
    /// The loader ([`script::loader`]).
    pub loader: String,
    /// The wasm of the app; if it was divided, what is needed first.
    pub wasm: Vec<u8>,
    /// All of it in one, which is smaller than the parts, for the single file; `None` if it was not divided, as in development.
    pub whole: Option<Vec<u8>>,
    /// What is loaded later, for each of [`PARTS`].
    pub parts: Vec<Part>,
    /// The wasm of the room (crate `zeitlupe-room`), which answers its questions.
    pub room: Vec<u8>,
    /// The recognisers, which are loaded on first use; empty during development, because they take half a minute to build.
    pub recognisers: Vec<Recogniser>,
    /// The style sheets that are needed first, concatenated in the order of `index.html`.
    pub css: String,
    /// The script with which Trunk's server reloads the page; `None` in a release.
    pub reload: Option<String>,
}

/// A part of the app that is loaded later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name: one of [`PARTS`].
    pub name: &'static str,
    /// Its wasm, which joins that of the app; `None` if that was not divided.
    pub wasm: Option<Vec<u8>>,
    /// The style sheets whose names begin with its name and a hyphen.
    pub css: String,
}

/// A compiled recogniser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recogniser {
    /// Its name: one of [`RECOGNISERS`].
    pub kind: &'static str,
    /// Its wasm.
    pub wasm: Vec<u8>,
}

impl Shell {
    /// Takes the output of Trunk by file name; other files are ignored, recognisers are optional.
    ///
    /// # Errors
    ///
    /// If a file is missing or not UTF-8.
    pub fn from_files(mut files: BTreeMap<String, Vec<u8>>) -> Result<Self, Error> {
        let mut take = |name: &str| files.remove(name).ok_or_else(|| Error::Shell(name.to_owned()));
        let text = |name: &str, bytes: Vec<u8>| String::from_utf8(bytes).map_err(|_| Error::Shell(format!("{name} in UTF-8")));
        let page = text(PAGE, take(PAGE)?)?;
        let mut css = String::new();
        let mut parts: Vec<Part> =
            PARTS.into_iter().map(|name| Part { name, wasm: take(&part_file(name)).ok(), css: String::new() }).collect();
        for name in style_sheets(&page) {
            let part = parts.iter_mut().find(|part| name.strip_prefix(part.name).is_some_and(|rest| rest.starts_with('-')));
            part.map_or(&mut css, |part| &mut part.css).push_str(&text(&name, take(&name)?)?);
        }
        let (glue, wasm, room) = (text(GLUE, take(GLUE)?)?, take(APP_FILE)?, take(ROOM_FILE)?);
        let whole = take(WHOLE_FILE).ok();
        let loader = take(LOADER_FILE).map_or_else(|_| Ok(script::minified(&script::loader(&[]))), |loader| text(LOADER_FILE, loader))?;
        let compiled = RECOGNISERS.into_iter().filter_map(|kind| Some(Recogniser { kind, wasm: take(&recogniser_file(kind)).ok()? }));
        Ok(Self { glue, loader, wasm, whole, parts, room, recognisers: compiled.collect(), css, reload: reload_script(&page) })
    }

    /// A wasm compressed for readers: small, or, during development, quick to make.
    pub fn packed(&self, wasm: &[u8]) -> Result<Vec<u8>, Error> {
        match streams::split(wasm) {
            _ if self.reload.is_some() => pack::gzip(wasm),
            Some(sorted) => pack::lzma(&sorted),
            None => pack::lzma(wasm),
        }
    }
}

/// The file name of the wasm of one of [`PARTS`] in the output of Trunk.
pub fn part_file(name: &str) -> String {
    format!("{name}.wasm")
}

/// The file name of a recogniser in the output of Trunk.
pub fn recogniser_file(kind: &str) -> String {
    format!("recogniser-{kind}.wasm")
}

/// The files that the site replaces, according to the page written by Trunk: that page, scripts, wasms and style sheets. Not every build has all.
pub fn replaced(page: &str) -> Vec<String> {
    let files = [PAGE, GLUE, APP_FILE, LOADER_FILE, ROOM_FILE, WHOLE_FILE].map(str::to_owned);
    files.into_iter().chain(PARTS.map(part_file)).chain(style_sheets(page)).collect()
}

/// The style sheets linked from Trunk's page, in order, without the public address.
fn style_sheets(page: &str) -> Vec<String> {
    let page = Document::from(page);
    let links = page.select("link[rel=stylesheet]");
    let addresses = links.nodes().iter().filter_map(|link| link.attr("href"));
    addresses.map(|address| address.rsplit('/').next().unwrap_or_default().to_owned()).collect()
}

/// The script that Trunk adds to reload the page, recognised by the placeholders of its server.
fn reload_script(page: &str) -> Option<String> {
    page.split("<script").skip(1).find(|tag| tag.contains("__TRUNK_ADDRESS__")).and_then(|tag| {
        let end = tag.find("</script>")?;
        Some(format!("<script{}</script>\n", &tag[..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_keep_their_order() {
        let page =
            r#"<link rel="stylesheet" href="/tokens.css"/><link rel="preload" href="/x.wasm"><link rel="stylesheet" href="./base.css"/>"#;
        assert_eq!(style_sheets(page), ["tokens.css", "base.css"]);
        assert_eq!(
            style_sheets("<link href=./tokens.css rel=stylesheet><link href=./base.css rel=stylesheet>"),
            ["tokens.css", "base.css"]
        );
        assert!(style_sheets("<p>no sheet</p>").is_empty());
    }

    #[test]
    fn only_the_reload_script_is_kept() {
        let page = "<script type=\"module\">init()</script><script>const a = '{{__TRUNK_ADDRESS__}}';</script>";
        assert_eq!(reload_script(page).as_deref(), Some("<script>const a = '{{__TRUNK_ADDRESS__}}';</script>\n"));
        assert_eq!(reload_script("<script>init()</script>"), None);
    }
}
