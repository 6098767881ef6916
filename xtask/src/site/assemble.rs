//! From the compiled app and the articles to the files of a site; touches no disk.
//!
//! ```text
//! index.html            the articles (or the beginning of their list), then the app
//! liste-2.html …        the rest of the list, where it is long
//! artikel/ID.html       each article by itself, without a script
//! ueber.html …          fixed pages, tasks, tours, imprint, without a script
//! 404.html  .nojekyll   for static hosts
//! style-HASH.css  boot-HASH.js  app-HASH.js  app-HASH.wasm.bin
//! data/PART-HASH.bin    the parts of the bundle, in gzip form
//! ```
//!
//! Compressed files are called `.bin`: a server that saw `.gz` might declare a transfer encoding of its own.

use super::html::escape;
use super::pack;
use super::page::{Page, Policy};
use super::papers;
use super::prerender::{Renderer, facts};
use super::recogniser::Recogniser;
use super::shell::Shell;
use crate::errors::Failure;
use std::collections::{BTreeMap, BTreeSet};
use zeitlupe::address::{self, Address};
use zeitlupe::format;
use zeitlupe::words::Lang;
use zeitlupe_core::article::Article;
use zeitlupe_core::bundle::Papers;

/// The files of a site by their path, with `/` between folders.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The loader, which starts the app in the page and in its worker.
const BOOT: &str = include_str!("boot.js");

/// The loader's script without its comments and indentation; it holds no text of several lines.
fn boot_script() -> String {
    let lines = BOOT.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Up to so many bytes of text the first page holds every article in full.
const ALL_ON_ONE_PAGE: usize = 200_000;

/// So many titles stand on a page of the list.
const TITLES_A_PAGE: usize = 100;

/// What the site shows.
#[derive(Default)]
pub struct Content<'a> {
    /// Name of the collection; empty if it has none.
    pub title: &'a str,
    /// The articles, in order.
    pub articles: &'a [Article],
    /// The parts of the bundle: name of the file in `data/`, and its bytes.
    pub parts: &'a [(String, Vec<u8>)],
    /// Which of the parts is the base.
    pub base: &'a str,
    /// Fixed pages, tasks, tours, imprint; `None` leaves them out.
    pub papers: Option<&'a Papers>,
    /// The day on which this is built, like `2022-02-04`; empty where it is not to be said.
    pub built: &'a str,
}

impl Content<'_> {
    /// What the collection is called.
    pub fn name(&self) -> &str {
        if self.title.is_empty() { "Zeitlupe" } else { self.title }
    }

    fn description(&self) -> String {
        format!("Lesesaal: {} zum Lesen, Suchen und Vergleichen", count(self.articles.len()))
    }

    /// A part as it ships: of a small corpus as small as it gets, of a large one in bearable time.
    fn packed(&self, part: &[u8]) -> Result<Vec<u8>, Failure> {
        if self.is_small() { pack::lzma(part) } else { pack::gzip(part) }
    }

    fn is_small(&self) -> bool {
        self.articles.iter().map(|article| article.text.len()).sum::<usize>() <= ALL_ON_ONE_PAGE
    }
}

/// The site as a folder of files with relative addresses, for any place on any server.
pub fn folder(shell: &Shell, content: &Content) -> Result<Files, Failure> {
    let mut files = Files::new();
    let wasm = shell.packed_wasm()?;
    let style = pack::named("style", shell.css.as_bytes(), "css");
    let glue = pack::named("app", shell.glue.as_bytes(), "js");
    let script = boot_script();
    let boot = pack::named("boot", script.as_bytes(), "js");
    let module = pack::named("app", &shell.wasm, "wasm.bin");
    let base = format!("data/{}", content.base);
    let mut recognisers = String::new();
    for Recogniser { kind, wasm } in &shell.recognisers {
        let name = pack::named(&format!("recogniser-{kind}"), wasm, "bin");
        recognisers.push_str(&format!(" data-{kind}=\"{name}\""));
        files.insert(format!("data/{name}"), pack::lzma(wasm)?);
    }
    for (name, bytes) in content.parts {
        files.insert(format!("data/{name}"), content.packed(bytes)?);
    }

    let sheet = |up: &str| format!("<link rel=\"stylesheet\" href=\"{up}{style}\">\n");
    let early = |file: &str| format!("<link rel=\"preload\" href=\"{file}\" as=\"fetch\" crossorigin>\n");
    let stems = stems(content.articles);
    let pages = list_pages(content, &stems);
    let last = pages.len();
    for (n, list) in pages.into_iter().enumerate() {
        let is_first = n == 0;
        let list = if is_first { papers::links(content) + &list } else { list };
        let mut body = frame(content, &list);
        if is_first {
            body.push_str(&format!(
                "<script src=\"{glue}\"></script>\n\
                 <script src=\"{boot}\" data-base=\"{base}\" data-dir=\"data/\"{recognisers} data-glue=\"{glue}\" data-wasm=\"{module}\"></script>\n"
            ));
            body.push_str(shell.reload.as_deref().unwrap_or_default());
        }
        let policy = match (is_first, &shell.reload) {
            (true, Some(_)) => Policy::Development,
            (true, None) => Policy::Folder,
            (false, _) => Policy::Still,
        };
        let head = if is_first { sheet("") + &early(&module) + &built(content) } else { sheet("") };
        let title = if is_first { content.name().to_owned() } else { format!("{} – Liste {} von {last}", content.name(), n + 1) };
        let page = Page { title: &title, description: &content.description(), policy, head, body };
        files.insert(list_name(n), page.render().into_bytes());
    }
    files.extend(papers::files(content, &sheet("")).into_iter().map(|(name, page)| (name, page.into_bytes())));
    let renderer = Renderer::new(content.articles);
    for (article, stem) in content.articles.iter().zip(&stems) {
        let page = article_page(content, &renderer, article, sheet("../"));
        files.insert(format!("artikel/{stem}.html"), page.into_bytes());
    }
    files.insert("404.html".into(), missing_page(content).into_bytes());
    files.insert(".nojekyll".into(), Vec::new());
    files.insert(module, wasm);
    files.insert(style, shell.css.clone().into_bytes());
    files.insert(glue, shell.glue.clone().into_bytes());
    files.insert(boot, script.into_bytes());
    Ok(files)
}

/// The site as one page that holds everything and runs from a disk; everything but the recognisers: that of names is larger than all else together.
pub fn single(shell: &Shell, content: &Content) -> Result<String, Failure> {
    let script = boot_script();
    for (what, code) in [("the app's script", &shell.glue), ("the loader's script", &script), ("a style sheet", &shell.css)] {
        if code.contains("</script") || code.contains("</style") {
            return Err(Failure::new(format!("expected {what} to be safe inside a page, found an end tag in it")));
        }
    }
    let text = in_full(content, &stems(content.articles)) + &papers::sections(content);
    let mut body = frame(content, &text);
    let mut inline = |id: &str, packed: &[u8]| {
        body.push_str(&format!("<script type=\"text/plain\" id=\"{id}\">{}</script>\n", pack::base64(packed)));
    };
    for (name, bytes) in content.parts {
        inline(&format!("data/{name}"), &content.packed(bytes)?);
    }
    inline("app.wasm", &shell.packed_wasm()?);
    body.push_str(&format!(
        "<script id=\"glue\">{}</script>\n<script data-inline data-base=\"data/{}\" data-dir=\"data/\" data-wasm=\"app.wasm\">{script}</script>\n",
        shell.glue, content.base
    ));
    let page = Page {
        title: content.name(),
        description: &content.description(),
        policy: Policy::Single { scripts: &[&shell.glue, &script], style: &shell.css },
        head: format!("<style>{}</style>\n{}", shell.css, built(content)),
        body,
    };
    Ok(page.render())
}

/// What tells the app when this was built: in the page and not in the data, which are the same whenever they are built.
fn built(content: &Content) -> String {
    if content.built.is_empty() { String::new() } else { format!("<meta name=\"built\" content=\"{}\">\n", escape(content.built)) }
}

/// One line of a list.
struct Entry {
    label: String,
    facts: String,
    href: String,
}

impl Entry {
    fn new(article: &Article, href: String) -> Self {
        Self { label: article.label(), facts: facts(article), href }
    }
}

/// The list of articles; `first` is the number of its first entry.
fn list_html(entries: &[Entry], first: usize) -> String {
    let mut html = format!("<nav aria-label=\"Artikel\">\n<ol class=\"static-list\" start=\"{first}\">\n");
    for Entry { label, facts, href } in entries {
        html.push_str(&format!(
            "<li><a href=\"{}\">{}</a> <span class=\"static-facts\">{}</span></li>\n",
            escape(href),
            escape(label),
            escape(facts)
        ));
    }
    html + "</ol>\n</nav>\n"
}

/// The static content of a page, where the app will stand once it has started.
fn frame(content: &Content, inner: &str) -> String {
    format!("<div id=\"app\">\n<main class=\"static\">\n<h1>{}</h1>\n{inner}</main>\n</div>\n", escape(content.name()))
}

/// The list of all articles and all their texts.
fn in_full(content: &Content, stems: &[String]) -> String {
    let entries: Vec<Entry> = content.articles.iter().zip(stems).map(|(a, stem)| Entry::new(a, format!("#text-{stem}"))).collect();
    let renderer = Renderer::new(content.articles);
    let mut html = note(content) + &list_html(&entries, 1);
    for (article, stem) in content.articles.iter().zip(stems) {
        html.push_str(&format!("<article id=\"text-{stem}\"{}>\n{}</article>\n", lang(article), renderer.body(article, 2)));
    }
    html
}

/// The contents of the first page and of the further pages of the list.
fn list_pages(content: &Content, stems: &[String]) -> Vec<String> {
    if content.is_small() {
        return vec![in_full(content, stems)];
    }
    let entries: Vec<Entry> = content.articles.iter().zip(stems).map(|(a, stem)| Entry::new(a, format!("artikel/{stem}.html"))).collect();
    let pages = entries.len().div_ceil(TITLES_A_PAGE);
    entries
        .chunks(TITLES_A_PAGE)
        .enumerate()
        .map(|(n, chunk)| {
            let link = |n: usize, words: &str| format!("<a href=\"{}\">{words}</a>\n", list_name(n));
            let back = if n > 0 { link(n - 1, "Vorige Seite") } else { String::new() };
            let on = if n + 1 < pages { link(n + 1, "Nächste Seite") } else { String::new() };
            let intro = if n == 0 { note(content) } else { String::new() };
            format!(
                "{intro}{}<p class=\"static-pages\">Seite {} von {pages} {back}{on}</p>\n",
                list_html(chunk, n * TITLES_A_PAGE + 1),
                n + 1
            )
        })
        .collect()
}

fn list_name(page: usize) -> String {
    if page == 0 { "index.html".into() } else { format!("liste-{}.html", page + 1) }
}

fn count(articles: usize) -> String {
    let words = Lang::De.words();
    format::counted(u32::try_from(articles).unwrap_or(u32::MAX), &words.articles, Lang::De)
}

fn note(content: &Content) -> String {
    format!(
        "<p class=\"static-note\">{}.</p>\n<noscript><p class=\"static-note\">Suche, Namen und Zeitleiste brauchen JavaScript; \
         gelesen und gedruckt werden kann alles auch so.</p></noscript>\n",
        escape(&count(content.articles.len()))
    )
}

fn lang(article: &Article) -> String {
    format!(" lang=\"{}\"", escape(article.meta.lang.as_deref().unwrap_or("de")))
}

/// The page of one article.
fn article_page(content: &Content, renderer: &Renderer, article: &Article, head: String) -> String {
    let room = Address { page: address::Page::Article(article.meta.id.clone()), ..Address::default() }.href();
    let body = format!(
        "<div id=\"app\">\n<main class=\"static\">\n<p class=\"static-note\"><a href=\"../index.html\">{}</a> · \
         <a href=\"../index.html{}\">Im Lesesaal öffnen</a></p>\n<article{}>\n{}</article>\n</main>\n</div>\n",
        escape(content.name()),
        escape(&room),
        lang(article),
        renderer.body(article, 1)
    );
    let title = format!("{} – {}", article.label(), content.name());
    Page { title: &title, description: &facts(article), policy: Policy::Still, head, body }.render()
}

/// What a static host shows for an address that does not exist. It cannot know how deep that address was, so it links nowhere.
fn missing_page(content: &Content) -> String {
    let body = "<main class=\"static\">\n<h1>Diese Seite gibt es nicht</h1>\n<p>Der Lesesaal steht auf der Startseite dieser Adresse, in <code>index.html</code>.</p>\n</main>\n";
    Page { title: content.name(), description: "Diese Seite gibt es nicht", policy: Policy::Still, head: String::new(), body: body.into() }
        .render()
}

/// A file name for each article: its id in signs that every file system and server takes, and told apart without regard to case.
fn stems(articles: &[Article]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    articles
        .iter()
        .map(|article| {
            let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
            let plain: String = article.meta.id.chars().take(100).map(safe).collect();
            // Devices of Windows have short names such as `con` or `com1`; an underscore makes them harmless.
            let plain = if plain.len() <= 4 { format!("{plain}_") } else { plain };
            let mut stem = plain.clone();
            let mut n = 1;
            while !taken.insert(stem.to_ascii_lowercase()) {
                n += 1;
                stem = format!("{plain}-{n}");
            }
            stem
        })
        .collect()
}

#[cfg(test)]
mod tests;
