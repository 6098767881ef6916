//! What makes a site installable and readable offline: manifest, icons, service worker.

use super::pack;
use super::paths::{FIRST, Files, MISSING};
use super::script;
use maud::{Markup, html};
use serde_json::{Value, json};
use zeitlupe_core::article::shorten;

/// The icon for the browser's tab.
const ICON: &str = include_str!("icons/icon.svg");
/// Raster icons: stem, edge length in pixels, purpose in the manifest, file. Made from `icon.svg` by hand.
const PICTURES: [(&str, u32, &str, &[u8]); 3] = [
    ("icon-192", 192, "any", include_bytes!("icons/icon-192.png")),
    ("icon-512", 512, "any", include_bytes!("icons/icon-512.png")),
    ("maskable-512", 512, "maskable", include_bytes!("icons/maskable-512.png")),
];
/// The icon for the home screen of an iPad, which ignores the manifest.
const TOUCH: &[u8] = include_bytes!("icons/apple-180.png");
/// The file of the manifest.
const MANIFEST: &str = "manifest.webmanifest";

/// The file of the service worker. The name must never change: browsers check it for updates.
pub const WORKER_FILE: &str = "sw.js";
/// Up to this many bytes, the whole site is cached for offline reading.
const MAX_CACHED_WHOLE: usize = 8_000_000;
/// The longest name below an icon, in characters.
const MAX_SHORT_NAME: usize = 20;

/// The files that make the site installable, to be linked from pages.
pub struct Installable {
    icon: String,
    touch: String,
    /// The window colours of the light and the dark theme, if known.
    colours: Vec<String>,
}

/// Adds manifest and icons to `files`. `name` is the title of the collection; the window colours are taken from the style sheets.
pub fn add(files: &mut Files, name: &str, css: &str) -> Installable {
    let mut keep = |stem: &str, bytes: &[u8], ending: &str| {
        let file = pack::named(stem, bytes, ending);
        files.insert(file.clone(), bytes.to_vec());
        file
    };
    let icon = keep("icon", ICON.trim().as_bytes(), "svg");
    let touch = keep("apple", TOUCH, "png");
    let picture = |(stem, edge, purpose, bytes): (&str, u32, &str, &[u8])| json!({ "src": keep(stem, bytes, "png"), "sizes": format!("{edge}x{edge}"), "type": "image/png", "purpose": purpose });
    let icons: Vec<_> = PICTURES.into_iter().map(picture).collect();
    let colours = page_colours(css);
    files.insert(MANIFEST.into(), manifest(name, &icons, colours.first()).to_string().into_bytes());
    Installable { icon, touch, colours }
}

/// The manifest (<https://www.w3.org/TR/appmanifest/>).
fn manifest(name: &str, icons: &[Value], colour: Option<&String>) -> Value {
    let mut manifest = json!({
        "name": name, "short_name": shorten(name, MAX_SHORT_NAME), "lang": "de", "dir": "ltr", "id": "./", "start_url": ".", "scope": ".",
        "display": "standalone", "icons": icons,
    });
    if let Some(colour) = colour {
        manifest["theme_color"] = json!(colour);
        manifest["background_color"] = json!(colour);
    }
    manifest
}

impl Installable {
    /// The links for the head of a page; `up` (nothing, or `../`) leads from the page to the root of the site.
    pub fn links(&self, up: &str) -> Markup {
        html! {
            @for (colour, scheme) in self.colours.iter().zip(["light", "dark"]) {
                meta name="theme-color" content=(colour) media={ "(prefers-color-scheme: " (scheme) ")" };
            }
            link rel="icon" href={ (up) (self.icon) } type="image/svg+xml";
            link rel="apple-touch-icon" href={ (up) (self.touch) };
            link rel="manifest" href={ (up) (MANIFEST) };
        }
    }
}

/// The page background of the light and the dark theme, if the style sheets define it.
fn page_colours(css: &str) -> Vec<String> {
    let values = css.split("--paper:").skip(1).filter_map(|rest| rest.split([';', '}']).next());
    values.map(|value| value.trim().to_owned()).filter(|value| value.starts_with('#')).take(2).collect()
}

/// The service worker of a site; must be made last, because it needs all other files.
///
/// It caches a small site as a whole; of a large one what the front page needs, and parts when they are used.
/// Files that only scripts or hosts request are not cached in advance.
pub fn worker(files: &Files) -> String {
    let digests: Vec<(&str, String)> = files.iter().map(|(name, bytes)| (name.as_str(), pack::digest(&[bytes]))).collect();
    let size: usize = files.iter().filter(|(name, _)| !is_apart(name)).map(|(_, bytes)| bytes.len()).sum();
    let is_kept = |name: &str| !is_apart(name) && (size <= MAX_CACHED_WHOLE || is_needed_first(name));
    let list: serde_json::Map<_, _> =
        digests.iter().filter(|(name, _)| is_kept(name)).map(|(name, digest)| ((*name).to_owned(), json!(digest))).collect();
    // The version is the digest of all names and digests.
    let all: Vec<&[u8]> = digests.iter().flat_map(|(name, digest)| [name.as_bytes(), digest.as_bytes()]).collect();
    script::minified(script::WORKER).replacen("VERSION", &pack::digest(&all), 1).replacen("FILES", &Value::Object(list).to_string(), 1)
}

/// Whether only scripts or hosts request a file.
fn is_apart(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("data/recogniser-") || matches!(name, MISSING | "robots.txt" | "sitemap.xml")
}

/// Whether the front page needs the file to start.
fn is_needed_first(name: &str) -> bool {
    let is_other_page = name.ends_with(".html") && name != FIRST;
    !is_other_page && (!name.contains('/') || name.starts_with("data/base-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[(&str, usize)]) -> Files {
        names.iter().map(|(name, size)| ((*name).to_owned(), vec![b'x'; *size])).collect()
    }

    /// The files that a worker caches in advance.
    fn cached(files: &Files) -> Vec<String> {
        let worker = worker(files);
        let list = worker.split(';').find_map(|part| part.trim().strip_prefix("const files = ")).expect("a list of files");
        let list: serde_json::Map<String, serde_json::Value> = serde_json::from_str(list).expect("an object");
        list.into_iter().map(|(name, _)| name).collect()
    }

    const NAMES: [(&str, usize); 9] = [
        (".nojekyll", 0),
        ("404.html", 1),
        ("artikel/a.html", 1),
        ("data/articles-0-1.bin", 1),
        ("data/base-1.bin", 1),
        ("data/recogniser-names-1.bin", 1),
        ("index.html", 1),
        ("liste-2.html", 1),
        ("style-1.css", 1),
    ];

    #[test]
    fn a_small_site_is_cached_whole_and_of_a_large_one_the_shell() {
        let mut all = files(&NAMES);
        assert_eq!(
            cached(&all),
            ["artikel/a.html", "data/articles-0-1.bin", "data/base-1.bin", "index.html", "liste-2.html", "style-1.css"]
        );
        all.insert("data/articles-1-1.bin".into(), vec![b'x'; MAX_CACHED_WHOLE]);
        assert_eq!(cached(&all), ["data/base-1.bin", "index.html", "style-1.css"]);
    }

    #[test]
    fn a_change_in_any_file_makes_a_new_version() {
        let version = |files: &Files| worker(files).split(';').find(|part| part.contains("const version")).expect("a version").to_owned();
        let all = files(&NAMES);
        assert_eq!(version(&all), version(&all));
        for (name, _) in NAMES {
            let mut changed = all.clone();
            changed.insert(name.into(), b"y".to_vec());
            assert_ne!(version(&changed), version(&all), "{name}");
        }
        assert!(!worker(&all).contains("VERSION") && !worker(&all).contains("FILES"));
    }

    #[test]
    fn the_manifest_lists_existing_files_and_the_colours_of_the_style_sheets() {
        let mut all = Files::new();
        let css = ":root{--paper:#fbfaf6;--ink:#000}@media (prefers-color-scheme: dark){:root{--paper: #171613}}";
        let links = add(&mut all, "Vier Wochen im Februar – ein Lesesaal", css).links("../").into_string();
        let manifest: serde_json::Value = serde_json::from_slice(&all["manifest.webmanifest"]).expect("JSON");
        assert_eq!(manifest["theme_color"], "#fbfaf6");
        assert_eq!(manifest["short_name"], "Vier Wochen im …");
        for icon in manifest["icons"].as_array().expect("a list") {
            assert!(all.contains_key(icon["src"].as_str().expect("a name")), "{icon}");
        }
        assert!(links.contains("content=\"#171613\" media=\"(prefers-color-scheme: dark)\"") && links.contains("href=\"../icon-"));
        assert!(add(&mut all, "x", "p{}").links("").0.starts_with("<link rel=\"icon\""), "no colour is made up");
    }
}
