//! The site as a folder of files with relative addresses, for any folder on any server.
//!
//! ```text
//! index.html            the articles (or the first page of their list), and the app
//! liste-2.html …        the rest of a long list
//! artikel/ID.html       one article each; with scripts, the app starts on it
//! ueber.html …          fixed pages, tasks, tours, imprint, without scripts
//! namen.html  zeit.html …   names and dates, with links to the articles
//! manifest.webmanifest  sw.js  icon-HASH.svg …   to install the site, and to read it offline
//! sitemap.xml  robots.txt   for search engines, if the site's address is known
//! 404.html  .nojekyll   for static hosts
//! style-HASH.css  boot-HASH.js  app-HASH.js  app-HASH.wasm.bin  late-HASH.wasm.bin  room-HASH.wasm.bin
//! data/PART-HASH.bin    the parts of the bundle, compressed
//! ```
//!
//! Compressed files end with `.bin`: for `.gz`, a server might add a `Content-Encoding`.

use super::Error;
use super::article::{Renderer, article_lang};
use super::content::Content;
use super::fixed_pages;
use super::front_page;
use super::header_footer::HeaderFooter;
use super::install::{self, Installable};
use super::lists::{self, Links};
use super::pack;
use super::page::{Page, Policy};
use super::paths::{FIRST, Files, MISSING, article_page, list_page, stems};
use super::preview;
use super::shell::{Recogniser, Shell};
use maud::{Markup, PreEscaped, html};
use std::collections::BTreeMap;
use zeitlupe_core::article::{Article, Precision};
use zeitlupe_words::address::{self, Address};

/// The number of titles on a page of the list.
const TITLES_PER_PAGE: usize = 100;

/// The files of the site by path.
pub fn folder(shell: &Shell, content: &Content) -> Result<Files, Error> {
    let mut files = Files::new();
    let frame = Frame::new(shell, content, &mut files)?;
    files.extend(content.packed_parts()?.into_iter().map(|(name, packed)| (format!("data/{name}"), packed)));
    let stems = stems(content.articles);
    let href = |at: usize| stems.get(at).map(|stem| article_page(stem)).unwrap_or_default();
    let header_footer = HeaderFooter::new("", content);
    files.extend(list_pages(content, &frame, &header_footer, &href));
    files.extend(static_pages(content, &frame, &header_footer, &href));
    files.extend(article_pages(content, &frame, &stems));
    files.insert(MISSING.into(), missing_page(content));
    files.insert(".nojekyll".into(), Vec::new());
    if let Some(url) = content.url {
        files.insert("sitemap.xml".into(), url.sitemap(&files, &page_dates(content, &stems)).into_bytes());
        files.insert("robots.txt".into(), url.robots().into_bytes());
    }
    if shell.reload.is_none() {
        let worker = install::worker(&files);
        files.insert(install::WORKER_FILE.into(), worker.into_bytes());
    }
    Ok(files)
}

/// The names of the files that every page with the app links to.
struct Frame<'a> {
    style: String,
    glue: String,
    boot: String,
    app: String,
    room: String,
    base: String,
    /// Attributes with the names of the recognisers and, in a release, of the service worker.
    extras: String,
    install: Installable,
    reload: Option<&'a str>,
}

impl<'a> Frame<'a> {
    /// Adds the files to `files`.
    fn new(shell: &'a Shell, content: &Content, files: &mut Files) -> Result<Self, Error> {
        let mut keep = |stem: &str, bytes: &[u8], ending: &str, packed: Vec<u8>| {
            let name = pack::named(stem, bytes, ending);
            files.insert(name.clone(), packed);
            name
        };
        let mut extras = String::new();
        for Recogniser { kind, wasm } in &shell.recognisers {
            let name = keep(&format!("data/recogniser-{kind}"), wasm, "bin", pack::lzma(wasm)?);
            extras.push_str(&format!(" data-{kind}=\"{}\"", name.trim_start_matches("data/")));
        }
        if shell.reload.is_none() {
            // During development, nothing may be cached.
            extras.push_str(&format!(" data-sw=\"{}\"", install::WORKER_FILE));
        }
        let mut wasm = |stem: &str, wasm: &[u8]| Ok(keep(stem, wasm, "wasm.bin", shell.packed(wasm)?));
        let (app, room) = (wasm("app", &shell.wasm)?, wasm("room", &shell.room)?);
        for part in &shell.parts {
            if let Some(code) = &part.wasm {
                extras.push_str(&format!(" data-{}=\"{}\"", part.name, wasm(part.name, code)?));
            }
        }
        let mut text = |stem: &str, text: &str, ending: &str| keep(stem, text.as_bytes(), ending, text.into());
        for part in shell.parts.iter().filter(|part| !part.css.is_empty()) {
            extras.push_str(&format!(" data-{}-style=\"{}\"", part.name, text(part.name, &part.css, "css")));
        }
        let (style, glue) = (text("style", &shell.css, "css"), text("app", &shell.glue, "js"));
        let boot = text("boot", &shell.loader, "js");
        let install = install::add(files, content.name(), &shell.css);
        let base = format!("data/{}", content.base());
        Ok(Self { style, glue, boot, app, room, base, extras, install, reload: shell.reload.as_deref() })
    }

    /// Links to style sheet and icons; `up` (nothing, or `../`) leads to the root of the site.
    fn head(&self, up: &str) -> Markup {
        html! { link rel="stylesheet" href={ (up) (self.style) }; (self.install.links(up)) }
    }

    /// The script elements of the app. File names are relative to the root; `attributes` says where that is, and which article to open.
    fn app(&self, up: &str, attributes: &str) -> Markup {
        let Self { glue, boot, app, room, base, extras, .. } = self;
        PreEscaped(format!(
            "<script src=\"{up}{glue}\"></script>\
             <script src=\"{up}{boot}\"{attributes} data-base=\"{base}\" data-dir=\"data/\"{extras} data-glue=\"{glue}\" data-app=\"{app}\" data-room=\"{room}\"></script>"
        ))
    }
}

/// A page without scripts.
fn static_page(content: &Content, frame: &Frame, file: &str, (title, description): (&str, &str), body: Markup) -> Vec<u8> {
    let head = html! { (frame.head("")) (preview::canonical(content, file)) };
    Page { title, description, policy: Policy::Still, head, body, style: None, scripts: html! {} }.render().into_bytes()
}

/// The pages of the list of articles; the first is the front page.
fn list_pages(content: &Content, frame: &Frame, header_footer: &HeaderFooter, href: &dyn Fn(usize) -> String) -> Vec<(String, Vec<u8>)> {
    let lists = article_lists(content, href);
    let (last, description) = (lists.len(), content.description());
    let page = |(n, list): (usize, Markup)| {
        let file = list_page("liste", n);
        if n == 0 {
            return (
                file,
                first_page(content, frame, front_page::body(content, href, &header_footer.head, &html! { (list) (header_footer.foot) })),
            );
        }
        let title = format!("{} – Liste {} von {last}", content.name(), n + 1);
        let page = static_page(content, frame, &file, (&title, &description), header_footer.around(content.name(), &list));
        (file, page)
    };
    lists.into_iter().enumerate().map(page).collect()
}

/// The contents of these pages. A small collection has one page, which also has the texts.
/// On the front page, articles shown as stories are not listed again.
fn article_lists(content: &Content, href: &dyn Fn(usize) -> String) -> Vec<Markup> {
    let stories = content.listing.stories.len();
    let all = content.articles.iter().enumerate();
    if content.is_small() {
        let rest: Vec<_> = all.skip(stories).map(|(n, article)| (n, article, format!("#{}", front_page::text_id(n)))).collect();
        return vec![html! { (front_page::list(&rest)) (front_page::in_full(content, 2)) }];
    }
    let entries: Vec<_> = all.map(|(n, article)| (n, article, href(n))).collect();
    let pages = entries.len().div_ceil(TITLES_PER_PAGE);
    let list = |(n, chunk): (usize, &[(usize, &Article, String)])| {
        let shown = if n == 0 { stories.min(chunk.len()) } else { 0 };
        html! { (front_page::list(&chunk[shown..])) (lists::page_links("liste", n, pages)) }
    };
    entries.chunks(TITLES_PER_PAGE).enumerate().map(list).collect()
}

/// The front page, with the app.
fn first_page(content: &Content, frame: &Frame, body: Markup) -> Vec<u8> {
    let head = html! { (frame.head("")) (preview::of_site(content)) (content.built_tag()) (preview::canonical(content, FIRST)) };
    let scripts = html! { (frame.app("", "")) @if let Some(reload) = frame.reload { (PreEscaped(reload)) } };
    let policy = if frame.reload.is_some() { Policy::Development } else { Policy::Folder };
    Page { title: content.name(), description: &content.description(), policy, head, body, style: None, scripts }.render().into_bytes()
}

/// Names, dates and the fixed pages.
fn static_pages(content: &Content, frame: &Frame, header_footer: &HeaderFooter, href: &dyn Fn(usize) -> String) -> Vec<(String, Vec<u8>)> {
    let description = content.description();
    let named = |title: &str| format!("{title} – {}", content.name());
    let lists = lists::pages(content.listing, &Links::by_label(content.articles, href)).into_iter().map(|list| {
        let title = named(&list.title);
        let page = static_page(content, frame, &list.file, (&title, &description), header_footer.around(&title, &list.body));
        (list.file, page)
    });
    let fixed = fixed_pages::all(content).into_iter().map(|page| {
        let body = html! { (header_footer.head) main.static { h1 { (page.title) } (page.body) (header_footer.foot) } };
        let written = static_page(content, frame, &page.file, (&named(&page.title), &page.title), body);
        (page.file, written)
    });
    lists.chain(fixed).collect()
}

/// The pages of the articles.
fn article_pages<'a>(content: &'a Content, frame: &'a Frame, stems: &'a [String]) -> impl Iterator<Item = (String, Vec<u8>)> + 'a {
    let (renderer, header_footer, links) = (Renderer::new(content.articles), HeaderFooter::new("../", content), frame.head("../"));
    content.articles.iter().zip(stems).map(move |(article, stem)| {
        let file = article_page(stem);
        let description = preview::description(article);
        let head = html! {
            (links) (content.built_tag()) (preview::of_article(content, article, &description)) (preview::canonical(content, &file))
        };
        let page = Page {
            title: &format!("{} – {}", article.label(), content.name()),
            description: &description,
            policy: Policy::Folder,
            head,
            body: article_body(article, &renderer, &header_footer),
            style: None,
            scripts: frame.app("../", &article_attributes(&article.meta.id)),
        };
        (file, page.render().into_bytes())
    })
}

/// The attributes for the loader on the page of an article: where the root is, and which article to open.
fn article_attributes(id: &str) -> String {
    let escaped = html! { (id) };
    format!(" data-root=\"../\" data-article=\"{}\"", escaped.0)
}

fn article_body(article: &Article, renderer: &Renderer, header_footer: &HeaderFooter) -> Markup {
    let room = Address { page: address::Page::Article(article.meta.id.clone()), ..Address::default() }.href();
    html! {
        div #app {
            (header_footer.head)
            main.static {
                p.static-note { a href={ "../" (FIRST) (room) } { "Im Lesesaal öffnen" } }
                article lang=(article_lang(article)) { (renderer.body(article, 1)) }
                (header_footer.foot)
            }
        }
    }
}

/// The publication days of articles by the files of their pages, if known.
fn page_dates(content: &Content, stems: &[String]) -> BTreeMap<String, String> {
    let day = |article: &Article| {
        let date = article.meta.date.as_ref().filter(|date| date.precision == Precision::Day)?;
        Some(date.earliest.iso())
    };
    content.articles.iter().zip(stems).filter_map(|(article, stem)| Some((article_page(stem), day(article)?))).collect()
}

/// The page for addresses that do not exist. It has no links, because it may be shown in any folder.
fn missing_page(content: &Content) -> Vec<u8> {
    let title = "Diese Seite gibt es nicht";
    let body = html! {
        main.static {
            h1 { (title) }
            p { "Der Lesesaal steht auf der Startseite dieser Adresse, in " code { (FIRST) } "." }
        }
    };
    let head = html! { link rel="icon" href="data:,"; };
    let page = Page { title: content.name(), description: title, policy: Policy::Still, head, body, style: None, scripts: html! {} };
    page.render().into_bytes()
}
