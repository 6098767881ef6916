//! Whole sites, as a folder and as one file.

use super::*;
use zeitlupe_core::article::{Article, Metadata, Role, Section};
use zeitlupe_core::bundle::Bundle;
use zeitlupe_core::day::Day;
use zeitlupe_core::entity::EntityKind;
use zeitlupe_core::event::Mode;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::text::Span;
use zeitlupe_core::view::{CorpusView, SiteInfo, Story, Summary};

fn shell() -> Shell {
    Shell {
        glue: "let wasm_bindgen = 1;".into(),
        loader: "boot();".into(),
        wasm: b"\0asm".repeat(40),
        room: b"\0asm".repeat(30),
        whole: Some(b"\0asm".repeat(60)),
        parts: PARTS.map(|name| Part { name, wasm: Some(b"\0asm".repeat(20 + name.len())), css: format!("{name}{{color:red}}") }).into(),
        recognisers: [("names", 50), ("times", 60)].map(|(kind, size)| Recogniser { kind, wasm: b"\0asm".repeat(size) }).into(),
        css: "p{color:red}".into(),
        reload: None,
    }
}

fn article(id: &str, text: &str) -> Article {
    let sections = vec![Section { role: Role::Paragraph, span: Span::new(0, text.len()) }];
    Article { meta: Metadata { id: id.into(), ..Metadata::default() }, text: text.into(), sections, furniture: Vec::new() }
}

/// Two parts with arbitrary bytes; nothing reads them here.
fn bundle() -> Bundle {
    let parts = vec![(PartKey::Base, b"base".to_vec()), (PartKey::Entities, b"terms".to_vec())];
    Bundle { corpus: 1, parts, stale: Vec::new(), failed: Vec::new() }
}

/// One name and one date in the first article.
fn listing() -> Listing {
    let day = Day::from_civil(2022, 2, 4).expect("a day");
    Listing {
        corpus: CorpusView { articles: 2, words: 1234, ..CorpusView::default() },
        names: vec![Name { kind: EntityKind::Per, name: "A<b>".into(), mentions: 2, articles: vec![0] }],
        all_names: 1,
        dates: vec![Dated { days: (day, day), is_report: false, mode: Mode::Past, text: "Es geschah".into(), articles: vec![0] }],
        ..Listing::default()
    }
}

/// The input of a site without fixed pages.
struct Made {
    articles: Vec<Article>,
    bundle: Bundle,
    listing: Listing,
    site_info: SiteInfo,
}

impl Made {
    fn new(articles: &[Article]) -> Self {
        let site_info = SiteInfo::new(articles, &Default::default(), &zeitlupe_ingest::pages());
        Self { articles: articles.to_vec(), bundle: bundle(), listing: listing(), site_info }
    }

    fn content(&self) -> Content<'_> {
        let Self { articles, bundle, listing, site_info } = self;
        Content {
            title: "Gipfel & Krise",
            articles,
            bundle,
            listing,
            site_info,
            built_on: Day::from_civil(2026, 1, 31),
            url: None,
            class: false,
        }
    }
}

fn build(articles: &[Article]) -> Files {
    folder(&shell(), &Made::new(articles).content()).expect("everything is in memory")
}

fn build_single(articles: &[Article]) -> String {
    single(&shell(), &Made::new(articles).content()).expect("everything is in memory")
}

/// The file of the base part.
fn base() -> String {
    format!("data/{}", PartKey::Base.file(1))
}

fn text_of(files: &Files, name: &str) -> String {
    String::from_utf8(files[name].clone()).expect(name)
}

/// The values of an attribute in a page, unescaped as far as addresses need it.
fn values(page: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).map(|value| value.replace("&amp;", "&")).collect()
}

#[test]
fn two_builds_are_identical() {
    let articles = [article("a", "Eins."), article("b", "Zwei.")];
    assert_eq!(build(&articles), build(&articles));
    assert_eq!(build_single(&articles), build_single(&articles));
}

#[test]
fn every_address_is_relative_and_exists() {
    let long = "Ein Satz. ".repeat(3_000);
    let articles: Vec<Article> = (0..250).map(|n| article(&format!("artikel-{n}"), &long)).collect();
    for files in [build(&articles), build(&articles[..2])] {
        for name in files.keys().filter(|name| name.ends_with(".html")) {
            let page = text_of(&files, name);
            for address in values(&page, "href").into_iter().chain(values(&page, "src")) {
                let (file, fragment) = address.split_once('#').unwrap_or((&address, ""));
                let target = match file.strip_prefix("../") {
                    // The empty icon; and links, from which nothing is loaded.
                    _ if file == "data:," || file.starts_with("https://") => continue,
                    None if file.is_empty() => name.clone(),
                    None => file.to_owned(),
                    Some(above) => above.to_owned(),
                };
                assert!(files.contains_key(&target), "{name} links {address}");
                let is_view = fragment.starts_with('/');
                assert!(
                    fragment.is_empty() || is_view || text_of(&files, &target).contains(&format!("id=\"{fragment}\"")),
                    "{name}: {address}"
                );
            }
        }
    }
}

#[test]
fn a_small_collection_is_on_the_front_page() {
    let page = text_of(&build(&[article("a", "Der erste Text."), article("b", "Der zweite Text.")]), "index.html");
    assert!(page.contains("<p>Der erste Text.</p>") && page.contains("<p>Der zweite Text.</p>"));
    assert!(page.contains("<h1>Gipfel &amp; Krise</h1>"));
}

#[test]
fn the_front_page_begins_like_the_app_and_lists_the_other_articles() {
    let articles: Vec<Article> = (0..150).map(|n| article(&format!("n{n:04}"), &"Satz. ".repeat(300))).collect();
    let story = |label: &str| Story { summary: Summary { label: label.into(), ..Summary::default() }, ..Story::default() };
    for (articles, expected) in [(&articles[..3], 3), (&articles[..], 100)] {
        let mut made = Made::new(articles);
        made.listing.stories = vec![story("Eins"), story("Zwei")];
        let files = folder(&shell(), &made.content()).expect("everything is in memory");
        let page = text_of(&files, "index.html");
        assert!(page.contains("<p class=\"meta\">2\u{a0}Artikel\u{a0}· 1.234\u{a0}Wörter\u{a0}· 0\u{a0}Namen</p>"), "{page}");
        assert!(
            page.contains("<h2><a href=\"artikel/n0001.html\">Zwei</a></h2>") && page.contains("<ol class=\"static-list\" start=\"3\">")
        );
        let listed = page.rsplit_once("<footer class=\"static-foot\"").expect("links to the fixed pages").0;
        assert_eq!(listed.matches("<article class=\"story\"").count() + listed.matches("<li><a ").count(), expected);
    }
}

#[test]
fn a_large_collection_has_pages_of_its_list_and_a_page_per_article() {
    let articles: Vec<Article> = (0..250).map(|n| article(&format!("n{n:04}"), &"Satz. ".repeat(200))).collect();
    let files = build(&articles);
    assert!(files.contains_key("liste-3.html") && !files.contains_key("liste-4.html"));
    assert_eq!(values(&text_of(&files, "liste-3.html"), "href").iter().filter(|href| href.starts_with("artikel/")).count(), 50);
    assert_eq!(files.keys().filter(|name| name.starts_with("artikel/")).count(), 250);
    let page = text_of(&files, "artikel/n0249.html");
    assert!(
        page.contains("href=\"../index.html#/artikel/n0249\"") && page.contains("Satz. Satz.") && page.contains(" data-article=\"n0249\"")
    );
    for list in ["liste-3.html", "namen.html", "zeit.html"] {
        let page = text_of(&files, list);
        assert!(page.contains("script-src 'none'") && page.contains("href=\"index.html"), "{list}");
    }
}

#[test]
fn compressed_files_decompress_to_their_input() {
    let files = build(&[article("a", "Eins.")]);
    let wasm = |stem: &str| files.keys().find(|name| name.starts_with(stem) && name.ends_with(".wasm.bin")).expect("a wasm").clone();
    for (name, expected) in [
        (wasm("app-"), shell().wasm),
        (wasm("room-"), shell().room),
        (wasm("late-"), shell().parts[0].wasm.clone().expect("it is divided")),
        (wasm("compare-"), shell().parts[1].wasm.clone().expect("it is divided")),
        (base(), b"base".to_vec()),
    ] {
        assert_eq!(files[&name], pack::lzma(&expected).expect("memory is no disk"), "{name}");
    }
    assert!(files.keys().all(|name| !name.ends_with(".gz")));
}

#[test]
fn parts_for_every_reader_are_lzma_at_any_size() {
    let entities = format!("data/{}", PartKey::Entities.file(1));
    for (text, pack) in [("Eins.", pack::lzma as fn(&[u8]) -> _), (&"Satz. ".repeat(50_000), pack::gzip)] {
        let files = build(&[article("a", text)]);
        assert_eq!(files[&base()], pack::lzma(b"base").expect("memory is no disk"));
        assert_eq!(files[&entities], pack(b"terms").expect("memory is no disk"));
    }
}

#[test]
fn the_page_lists_all_recognisers_and_the_single_page_none() {
    let files = build(&[article("a", "Eins.")]);
    for Recogniser { kind, wasm } in shell().recognisers {
        let name = values(&text_of(&files, "index.html"), &format!("data-{kind}")).concat();
        assert!(name.starts_with(&format!("recogniser-{kind}-")), "{name}");
        assert_eq!(files[&format!("data/{name}")], pack::lzma(&wasm).expect("memory is no disk"));
        assert!(values(&build_single(&[]), &format!("data-{kind}")).is_empty());
    }
}

#[test]
fn only_a_single_page_is_recognised_as_one() {
    let articles = [article("a", "<script type=\"text/plain\" id=\"app.wasm\">")];
    assert!(is_single(build_single(&articles).as_bytes()));
    for (name, bytes) in build(&articles) {
        assert!(!is_single(&bytes), "{name}");
    }
    assert!(!is_single(b"") && !is_single(b"<!DOCTYPE html><p>app.wasm</p>"));
}

#[test]
fn the_single_page_runs_only_what_its_policy_allows() {
    let page = build_single(&[article("a", "Eins.")]);
    let policy = &values(&page, "content")[0];
    let mut ran = 0;
    for tag in page.split("<script").skip(1).filter(|tag| !tag.starts_with(" type=\"text/plain\"")) {
        let code = tag.split_once('>').and_then(|(_, rest)| rest.split_once("</script>")).expect("a whole element").0;
        assert!(policy.contains(&pack::csp_hash(code)));
        ran += 1;
    }
    assert_eq!(ran, 2);
    assert!(values(&page, "src").is_empty(), "nothing is loaded");
    for id in [base().as_str(), "app.wasm", "room.wasm"] {
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn code_with_its_own_end_tag_is_rejected() {
    let shell = Shell { glue: "const a = '</script>';".into(), ..shell() };
    let said = single(&shell, &Made::new(&[]).content()).expect_err("it would break the page").to_string();
    assert!(said.contains("the app's script"));
}

#[test]
fn an_article_page_has_metadata_and_starts_the_app_from_the_root() {
    let mut one = article("artikel-1", "Der \"erste\" Text.");
    one.meta.title = Some("Was war".into());
    let files = build(std::slice::from_ref(&one));
    let page = text_of(&files, "artikel/artikel-1.html");
    for tag in [
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:title\" content=\"Was war\">",
        "<meta property=\"og:description\" content=\"Der &quot;erste&quot; Text.\">",
        "<meta property=\"og:site_name\" content=\"Gipfel &amp; Krise\">",
        "<meta property=\"og:locale\" content=\"de_DE\">",
        "<meta name=\"description\" content=\"Der &quot;erste&quot; Text.\">",
        &format!(" data-root=\"../\" data-article=\"artikel-1\" data-base=\"{}\"", base()),
        "<link rel=\"manifest\" href=\"../manifest.webmanifest\">",
    ] {
        assert!(page.contains(tag), "{tag} in {page}");
    }
    assert!(!page.contains("canonical") && !page.contains("published_time"));
    let policy = |page: &str| values(page, "content")[0].clone();
    assert_eq!(policy(&page), policy(&text_of(&files, "index.html")));
}

#[test]
fn with_an_address_there_are_canonical_links_and_a_site_map() {
    let articles = [article("artikel-1", "Text.")];
    let url = SiteUrl::parse("https://x.example/room").expect("an address");
    let made = Made::new(&articles);
    let files = folder(&shell(), &Content { url: Some(&url), ..made.content() }).expect("everything is in memory");
    for (file, address) in [("index.html", ""), ("artikel/artikel-1.html", "artikel/artikel-1.html"), ("zeit.html", "zeit.html")] {
        let address = format!("https://x.example/room/{address}");
        let page = text_of(&files, file);
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{file}");
        assert!(page.contains(&format!("<meta property=\"og:url\" content=\"{address}\">")), "{file}");
        assert!(text_of(&files, "sitemap.xml").contains(&format!("<loc>{address}</loc>")), "{file}");
    }
    assert!(!build(&articles).keys().any(|name| name == "sitemap.xml" || name == "robots.txt"));
}

#[test]
fn the_single_page_lists_names_and_dates_and_marks_class_only() {
    let articles = [article("a", "Text.")];
    let page = build_single(&articles);
    for part in ["<section id=\"text-namen\">", "<b>A&lt;b&gt;</b> 2 ", "Es geschah", "<a href=\"#text-1\">1</a>"] {
        assert!(page.contains(part), "{part}");
    }
    let made = Made::new(&articles);
    let for_class = single(&shell(), &Content { class: true, ..made.content() }).expect("everything is in memory");
    for part in ["<meta name=\"robots\" content=\"noindex\">", "§\u{a0}60a UrhG"] {
        assert!(for_class.contains(part) && !page.contains(part), "{part}");
    }
}

#[test]
fn only_a_release_has_a_service_worker() {
    let files = build(&[article("a", "Text.")]);
    assert!(files.contains_key("sw.js") && text_of(&files, "index.html").contains(" data-sw=\"sw.js\""));
    let shell = Shell { reload: Some("<script>reload()</script>".into()), ..shell() };
    let files = folder(&shell, &Made::new(&[]).content()).expect("everything is in memory");
    assert!(!files.contains_key("sw.js") && !text_of(&files, "index.html").contains("data-sw"));
}
