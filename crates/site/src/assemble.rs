//! From the compiled app and the articles to the files of a site; touches no disk.
//!
//! ```text
//! index.html            the articles (or the beginning of their list), then the app
//! liste-2.html …        the rest of the list, where it is long
//! artikel/ID.html       each article by itself; where scripts run, the app goes on from there
//! ueber.html …          fixed pages, tasks, tours, imprint, without a script
//! namen.html  zeit.html …   names and dates, with links to the articles
//! manifest.webmanifest  sw.js  icon-HASH.svg …   to install the room, and to read it without a network
//! sitemap.xml  robots.txt   for search engines, where the site's address is known
//! 404.html  .nojekyll   for static hosts
//! style-HASH.css  boot-HASH.js  app-HASH.js  app-HASH.wasm.bin
//! data/PART-HASH.bin    the parts of the bundle, in gzip form
//! ```
//!
//! Compressed files are called `.bin`: a server that saw `.gz` might declare a transfer encoding of its own.

use super::Error;
use super::address::SiteUrl;
use super::front::{self, Edges, Entry};
use super::html::escape;
use super::install::{self, Installable};
use super::listing::Listing;
use super::lists::{self, Links, ListPage};
use super::pack;
use super::page::{Page, Policy};
use super::papers;
use super::prerender::Renderer;
use super::preview;
use super::shell::{Recogniser, Shell};
use std::collections::{BTreeMap, BTreeSet};
use zeitlupe_core::article::page_name;
use zeitlupe_core::article::{Article, Precision};
use zeitlupe_core::view::SiteInfo;
use zeitlupe_words::Lang;
use zeitlupe_words::address::{self, Address};
use zeitlupe_words::format;

/// The files of a site by their path, with `/` between folders.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The loader, which starts the app in the page and in its worker.
const BOOT: &str = include_str!("boot.js");

/// A script without its comments and indentation; it must hold no text of several lines.
pub(super) fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Up to so many bytes of text the first page holds every article in full.
const ALL_ON_ONE_PAGE: usize = 200_000;

/// Up to so many names, and so many dates, the single page holds as text.
const MOST_IN_FULL: usize = 500;

/// So many titles stand on a page of the list.
const TITLES_A_PAGE: usize = 100;

/// Says to readers without scripts what they miss.
const NO_SCRIPT: &str = "<noscript><p class=\"static-note\">Suche, Namen und Zeitleiste brauchen JavaScript; \
    gelesen und gedruckt werden kann alles auch so.</p></noscript>\n";

/// Keeps browsers from looking for an icon beside a page that holds everything itself. With one inside, Firefox complains when the page is left early.
const NO_ICON: &str = "<link rel=\"icon\" href=\"data:,\">\n";

/// What stands at the foot of a page that is for a class only.
const CLASS_ONLY: &str = "Nur für den Unterricht (§\u{a0}60a UrhG), nicht zur Veröffentlichung.";

/// What the site shows.
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
    pub papers: Option<&'a SiteInfo>,
    /// The day on which this is built, like `2022-02-04`; empty where it is not to be said.
    pub built: &'a str,
    /// Names and dates, for readers without scripts.
    pub listing: &'a Listing,
    /// Where the site will stand, if that is known.
    pub url: Option<&'a SiteUrl>,
    /// Whether it is for a class only, and no one else is to find it.
    pub class: bool,
}

impl Content<'_> {
    /// What the collection is called.
    pub fn name(&self) -> &str {
        if self.title.is_empty() { Lang::De.words().untitled } else { self.title }
    }

    /// One sentence on what there is.
    pub fn description(&self) -> String {
        format!("Lesesaal: {} zum Lesen, Suchen und Vergleichen", count(self.articles.len()))
    }

    /// A part as it ships: of a small corpus as small as it gets, of a large one in bearable time.
    fn packed(&self, part: &[u8]) -> Result<Vec<u8>, Error> {
        if self.is_small() { pack::lzma(part) } else { pack::gzip(part) }
    }

    fn is_small(&self) -> bool {
        self.articles.iter().map(|article| article.text.len()).sum::<usize>() <= ALL_ON_ONE_PAGE
    }
}

/// The files that every page with the app links, by their names.
struct Frame {
    style: String,
    glue: String,
    boot: String,
    module: String,
    base: String,
    /// Attributes that name the recognisers and, of a release, the service worker.
    extras: String,
    install: Installable,
}

impl Frame {
    /// Links to style and icons; `up` leads to the top of the site: nothing, or `../`.
    fn head(&self, up: &str) -> String {
        format!("<link rel=\"stylesheet\" href=\"{up}{}\">\n{}", self.style, self.install.links(up))
    }

    /// The app. Names in the attributes are seen from the top of the site; `attributes` says where that is, and which article to begin with.
    fn app(&self, up: &str, attributes: &str) -> String {
        let Self { glue, boot, module, base, extras, .. } = self;
        format!(
            "<script src=\"{up}{glue}\"></script>\n\
             <script src=\"{up}{boot}\"{attributes} data-base=\"{base}\" data-dir=\"data/\"{extras} data-glue=\"{glue}\" data-wasm=\"{module}\"></script>\n"
        )
    }
}

/// The site as a folder of files with relative addresses, for any place on any server.
pub fn folder(shell: &Shell, content: &Content) -> Result<Files, Error> {
    let mut files = Files::new();
    let mut keep = |stem: &str, bytes: &[u8], ending: &str, packed: Vec<u8>| {
        let name = pack::named(stem, bytes, ending);
        files.insert(name.clone(), packed);
        name
    };
    let script = bare(BOOT);
    let mut extras = String::new();
    for Recogniser { kind, wasm } in &shell.recognisers {
        let name = keep(&format!("data/recogniser-{kind}"), wasm, "bin", pack::lzma(wasm)?);
        extras.push_str(&format!(" data-{kind}=\"{}\"", name.trim_start_matches("data/")));
    }
    if shell.reload.is_none() {
        // While somebody works on the app, nothing old must stand in the way.
        extras.push_str(&format!(" data-sw=\"{}\"", install::WORKER_FILE));
    }
    let mut as_it_is = |stem: &str, text: &str, ending: &str| keep(stem, text.as_bytes(), ending, text.into());
    let (style, glue, boot) = (as_it_is("style", &shell.css, "css"), as_it_is("app", &shell.glue, "js"), as_it_is("boot", &script, "js"));
    let module = keep("app", &shell.wasm, "wasm.bin", shell.packed_wasm()?);
    for (name, bytes) in content.parts {
        files.insert(format!("data/{name}"), content.packed(bytes)?);
    }
    let install = install::add(&mut files, content.name(), &shell.css);
    let frame = Frame { style, glue, boot, module, base: format!("data/{}", content.base), extras, install };

    let stems = stems(content.articles);
    let href = |at: usize| stems.get(at).map(|stem| article_file(stem)).unwrap_or_default();
    let edges = Edges::new("", content);
    let pages = list_pages(content, &stems);
    let last = pages.len();
    for (n, list) in pages.into_iter().enumerate() {
        let is_first = n == 0;
        let inner = list + &edges.foot;
        let mut body = if is_first { front_page(content, &href, &edges.head, &inner) } else { body(&edges.head, content.name(), &inner) };
        if is_first {
            body.push_str(&frame.app("", ""));
            body.push_str(shell.reload.as_deref().unwrap_or_default());
        }
        let policy = match (is_first, &shell.reload) {
            (true, Some(_)) => Policy::Development,
            (true, None) => Policy::Folder,
            (false, _) => Policy::Still,
        };
        let own = if is_first { preview::of_site(content) + &built(content) } else { String::new() };
        let head = frame.head("") + &own + &preview::canonical(content, &lists::file("liste", n));
        let title = if is_first { content.name().to_owned() } else { format!("{} – Liste {} von {last}", content.name(), n + 1) };
        let page = Page { title: &title, description: &content.description(), policy, head, body };
        files.insert(lists::file("liste", n), page.render().into_bytes());
    }
    for ListPage { file, title, html } in lists::pages(content.listing, &Links::by_label(content.articles, &href)) {
        let title = format!("{title} – {}", content.name());
        let inner = html + &edges.foot;
        let head = frame.head("") + &preview::canonical(content, &file);
        let page = Page {
            title: &title,
            description: &content.description(),
            policy: Policy::Still,
            head,
            body: body(&edges.head, &title, &inner),
        };
        files.insert(file, page.render().into_bytes());
    }
    files.extend(papers::files(content, &frame.head(""), &edges).into_iter().map(|(name, page)| (name, page.into_bytes())));
    let (renderer, edges) = (Renderer::new(content.articles), Edges::new("../", content));
    for (article, stem) in content.articles.iter().zip(&stems) {
        let page = article_page(content, &renderer, article, stem, &frame, &edges);
        files.insert(article_file(stem), page.into_bytes());
    }
    files.insert("404.html".into(), missing_page(content).into_bytes());
    files.insert(".nojekyll".into(), Vec::new());
    if let Some(url) = content.url {
        files.insert("sitemap.xml".into(), url.sitemap(&files, &dates_of_pages(content, &stems)).into_bytes());
        files.insert("robots.txt".into(), url.robots().into_bytes());
    }
    if shell.reload.is_none() {
        let worker = install::worker(&files);
        files.insert(install::WORKER_FILE.into(), worker.into_bytes());
    }
    Ok(files)
}

/// The site as one page that holds everything and runs from a disk; everything but the recognisers: that of names is larger than all else together.
pub fn single(shell: &Shell, content: &Content) -> Result<String, Error> {
    let script = bare(BOOT);
    for (what, code) in [("the app's script", &shell.glue), ("the loader's script", &script), ("a style sheet", &shell.css)] {
        if code.contains("</script") || code.contains("</style") {
            return Err(Error::EndTag(what));
        }
    }
    let entries: Vec<Entry> = content.articles.iter().enumerate().map(|(n, article)| Entry::new(article, text_anchor(n))).collect();
    let note = format!("<p class=\"static-note\">{}.</p>\n{NO_SCRIPT}", escape(&count(content.articles.len())));
    let mut text = note
        + &front::list(&entries, 1)
        + &in_full(content)
        + &lists_in_full(content.listing, content.articles)
        + &papers::sections(content);
    if content.class {
        text.push_str(&format!("<footer class=\"static-foot\">\n<p>{CLASS_ONLY}</p>\n</footer>\n"));
    }
    let mut body = body("", content.name(), &text);
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
    let unlisted = if content.class { "<meta name=\"robots\" content=\"noindex\">\n" } else { "" };
    let page = Page {
        title: content.name(),
        description: &content.description(),
        policy: Policy::Single { scripts: &[&shell.glue, &script], style: &shell.css },
        head: format!("{unlisted}{NO_ICON}<style>{}</style>\n{}", shell.css, built(content)),
        body,
    };
    Ok(page.render())
}

/// What tells the app when this was built: in the page and not in the data, which are the same whenever they are built.
fn built(content: &Content) -> String {
    if content.built.is_empty() { String::new() } else { format!("<meta name=\"built\" content=\"{}\">\n", escape(content.built)) }
}

/// The static content of a page, where the app will stand once it has started, under the head that all pages of a folder have.
fn body(head: &str, heading: &str, inner: &str) -> String {
    format!("<div id=\"app\">\n{head}<main class=\"static\">\n<h1>{}</h1>\n{inner}</main>\n</div>\n", escape(heading))
}

/// The first page of a folder: below `head` its articles as the app will show them, then `inner`.
fn front_page(content: &Content, href: &dyn Fn(usize) -> String, head: &str, inner: &str) -> String {
    format!(
        "<div id=\"app\">\n{head}<main class=\"front\">\n{}{NO_SCRIPT}{}{}<div class=\"static\">\n{inner}</div>\n</main>\n</div>\n",
        front::masthead(content),
        papers::lesson(content),
        front::stories(&content.listing.stories, href),
    )
}

/// All articles in full.
fn in_full(content: &Content) -> String {
    let renderer = Renderer::new(content.articles);
    let mut html = String::new();
    for (n, article) in content.articles.iter().enumerate() {
        html.push_str(&format!("<article id=\"text-{}\"{}>\n{}</article>\n", n + 1, lang(article), renderer.body(article, 2)));
    }
    html
}

/// The link to an article on a page that holds all.
fn text_anchor(n: usize) -> String {
    format!("#text-{}", n + 1)
}

/// Names and dates on the page that holds everything, where they are not too many.
fn lists_in_full(listing: &Listing, articles: &[Article]) -> String {
    let Listing { names, dates, .. } = listing;
    if names.len() > MOST_IN_FULL || dates.len() > MOST_IN_FULL {
        return String::new();
    }
    let words = Lang::De.words();
    let links = Links::by_number(articles, &text_anchor);
    let section = |id: &str, heading: &str, inner: String| {
        let html = format!("<section id=\"{id}\">\n<h2>{heading}</h2>\n{inner}</section>\n");
        if inner.is_empty() { String::new() } else { html }
    };
    section("text-namen", words.names, lists::names(names, &links, 3)) + &section("text-zeit", words.time, lists::dates(dates, &links, 3))
}

/// The pages of the list, without what all pages have; of a small collection there is one, and it holds the texts, too.
/// On the first, the articles that stand there as stories are left out of the list.
fn list_pages(content: &Content, stems: &[String]) -> Vec<String> {
    let stories = content.listing.stories.len();
    if content.is_small() {
        let rest = content.articles.iter().enumerate().skip(stories).map(|(n, article)| Entry::new(article, text_anchor(n)));
        return vec![front::list(&rest.collect::<Vec<_>>(), stories + 1) + &in_full(content)];
    }
    let entries: Vec<Entry> = content.articles.iter().zip(stems).map(|(a, stem)| Entry::new(a, article_file(stem))).collect();
    let pages = entries.len().div_ceil(TITLES_A_PAGE);
    let list = |(n, chunk): (usize, &[Entry])| {
        let shown = if n == 0 { stories.min(chunk.len()) } else { 0 };
        front::list(&chunk[shown..], n * TITLES_A_PAGE + shown + 1) + &lists::turn("liste", n, pages)
    };
    entries.chunks(TITLES_A_PAGE).enumerate().map(list).collect()
}

/// The file of an article's own page.
fn article_file(stem: &str) -> String {
    format!("artikel/{stem}.html")
}

fn count(articles: usize) -> String {
    let words = Lang::De.words();
    format::counted(u32::try_from(articles).unwrap_or(u32::MAX), &words.articles, Lang::De)
}

fn lang(article: &Article) -> String {
    format!(" lang=\"{}\"", escape(article.meta.lang.as_deref().unwrap_or("de")))
}

/// The page of one article.
fn article_page(content: &Content, renderer: &Renderer, article: &Article, stem: &str, frame: &Frame, edges: &Edges) -> String {
    let id = &article.meta.id;
    let room = Address { page: address::Page::Article(id.clone()), ..Address::default() }.href();
    let mut body = format!(
        "<div id=\"app\">\n{}<main class=\"static\">\n<p class=\"static-note\">\
         <a href=\"../index.html{}\">Im Lesesaal öffnen</a></p>\n<article{}>\n{}</article>\n{}</main>\n</div>\n",
        edges.head,
        escape(&room),
        lang(article),
        renderer.body(article, 1),
        edges.foot
    );
    body.push_str(&frame.app("../", &format!(" data-root=\"../\" data-article=\"{}\"", escape(id))));
    let title = format!("{} – {}", article.label(), content.name());
    let description = preview::description(article);
    let head = frame.head("../")
        + &built(content)
        + &preview::of_article(content, article, &description)
        + &preview::canonical(content, &article_file(stem));
    Page { title: &title, description: &description, policy: Policy::Folder, head, body }.render()
}

/// When what stands on the pages of articles appeared, by their files, where the day is known.
fn dates_of_pages(content: &Content, stems: &[String]) -> BTreeMap<String, String> {
    let day = |article: &Article| {
        let date = article.meta.date.as_ref().filter(|date| date.precision == Precision::Day)?;
        Some(date.earliest.iso())
    };
    content.articles.iter().zip(stems).filter_map(|(article, stem)| Some((article_file(stem), day(article)?))).collect()
}

/// What a static host shows for an address that does not exist. It cannot know how deep that address was, so it links nowhere.
fn missing_page(content: &Content) -> String {
    let body = "<main class=\"static\">\n<h1>Diese Seite gibt es nicht</h1>\n<p>Der Lesesaal steht auf der Startseite dieser Adresse, in <code>index.html</code>.</p>\n</main>\n";
    Page {
        title: content.name(),
        description: "Diese Seite gibt es nicht",
        policy: Policy::Still,
        head: "<link rel=\"icon\" href=\"data:,\">\n".into(),
        body: body.into(),
    }
    .render()
}

/// A file name for each article: its id in signs that every file system and server takes, and told apart without regard to case.
///
/// An id that is such a name itself keeps it, whatever the others are: see [`page_name`].
pub(super) fn stems(articles: &[Article]) -> Vec<String> {
    let own: Vec<Option<String>> = articles.iter().map(|article| page_name(&article.meta.id)).collect();
    let mut taken: BTreeSet<String> = own.iter().flatten().map(|name| name.to_ascii_lowercase()).collect();
    let mut first = BTreeSet::new();
    articles
        .iter()
        .zip(own)
        .map(|(article, own)| {
            // Two ids of one corpus may not differ by case alone; if they do, the first one has the name.
            if let Some(own) = own.filter(|own| first.insert(own.to_ascii_lowercase())) {
                return own;
            }
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
