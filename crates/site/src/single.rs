//! The site as a single file that runs from a disk.

use super::Error;
use super::content::Content;
use super::fixed_pages;
use super::front_page;
use super::listing::Listing;
use super::lists::{self, Links};
use super::pack;
use super::page::{Page, Policy};
use super::shell::Shell;
use maud::{Markup, PreEscaped, html};
use zeitlupe_core::article::Article;
use zeitlupe_words::Lang;

/// The most names, and the most dates, that the page lists as text.
const MAX_LISTED: usize = 500;

/// The notice in the footer of a page that is for a class only.
const CLASS_ONLY: &str = "Nur für den Unterricht (§\u{a0}60a UrhG), nicht zur Veröffentlichung.";

/// The site as a single page, without the recognisers: that of names is larger than everything else together.
///
/// # Errors
///
/// If a script or style sheet contains its own end tag.
pub fn single(shell: &Shell, content: &Content) -> Result<String, Error> {
    let (glue, loader) = (&shell.glue, &shell.loader);
    let css = &[&shell.css].into_iter().chain(shell.parts.iter().map(|part| &part.css)).map(String::as_str).collect::<String>();
    for (what, code) in [("the app's script", glue), ("the loader's script", loader), ("a style sheet", css)] {
        if code.contains("</script") || code.contains("</style") {
            return Err(Error::EndTag(what));
        }
    }
    // With an inline icon, Firefox reports an error when the page is left early; without any, browsers request one.
    let head = html! {
        @if content.class { meta name="robots" content="noindex"; }
        link rel="icon" href="data:,";
        (content.built_tag())
    };
    let page = Page {
        title: content.name(),
        description: &content.description(),
        policy: Policy::Single { scripts: &[glue, loader], style: css },
        head,
        body: body(content),
        style: Some(css),
        scripts: scripts(shell, content, glue, loader)?,
    };
    Ok(page.render())
}

/// The static content.
fn body(content: &Content) -> Markup {
    let entries: Vec<_> = content.articles.iter().enumerate().map(|(n, article)| (n, article, text_anchor(n))).collect();
    html! {
        div #app {
            main.static {
                h1 { (content.name()) }
                p.static-note { (content.count()) "." }
                (front_page::no_script())
                (front_page::list(&entries))
                (front_page::in_full(content, 2))
                (names_and_dates(content.listing, content.articles))
                (fixed_pages::sections(content))
                @if content.class { footer.static-foot { p { (CLASS_ONLY) } } }
            }
        }
    }
}

/// The name of the app's wasm inside the page.
const WASM: &str = "app.wasm";
/// The name of the room's.
const ROOM: &str = "room.wasm";

/// Whether a file is a page that [`single`] made, of this or another collection: it carries the app. No text of an article can look so,
/// because `<` is escaped in it.
pub fn is_single(page: &[u8]) -> bool {
    let mark = format!("<script type=\"text/plain\" id=\"{WASM}\">");
    page.starts_with(b"<!DOCTYPE html>") && page.windows(mark.len()).any(|bytes| bytes == mark.as_bytes())
}

/// The parts and the wasms as text, then the scripts.
fn scripts(shell: &Shell, content: &Content, glue: &str, loader: &str) -> Result<Markup, Error> {
    let mut inside: Vec<(String, Vec<u8>)> = content.packed_parts()?;
    inside.iter_mut().for_each(|(name, _)| name.insert_str(0, "data/"));
    inside.push((WASM.to_owned(), shell.packed(shell.whole.as_ref().unwrap_or(&shell.wasm))?));
    inside.push((ROOM.to_owned(), shell.packed(&shell.room)?));
    Ok(html! {
        @for (id, packed) in &inside { script type="text/plain" id=(id) { (PreEscaped(pack::text(packed))) } }
        script { (PreEscaped(glue)) }
        script data-inline data-base={ "data/" (content.base()) } data-dir="data/" data-app=(WASM) data-room=(ROOM) { (PreEscaped(loader)) }
    })
}

/// The link to an article on the same page.
fn text_anchor(n: usize) -> String {
    format!("#{}", front_page::text_id(n))
}

/// Names and dates, unless there are too many.
fn names_and_dates(listing: &Listing, articles: &[Article]) -> Markup {
    let Listing { names, dates, .. } = listing;
    if names.len() > MAX_LISTED || dates.len() > MAX_LISTED {
        return html! {};
    }
    let words = Lang::De.words();
    let links = Links::by_number(articles, &text_anchor);
    html! {
        @if !names.is_empty() { section #text-namen { h2 { (words.names.title) } (lists::names(names, &links, 3)) } }
        @if !dates.is_empty() { section #text-zeit { h2 { (words.timeline.title) } (lists::dates(dates, &links, 3)) } }
    }
}
