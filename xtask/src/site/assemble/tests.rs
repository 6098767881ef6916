use super::*;
use zeitlupe_core::article::{Metadata, Role, Section};
use zeitlupe_core::text::Span;

fn shell() -> Shell {
    Shell {
        glue: "let wasm_bindgen = 1;".into(),
        wasm: b"\0asm".repeat(40),
        recognisers: [("names", 50), ("times", 60)].map(|(kind, size)| Recogniser { kind, wasm: b"\0asm".repeat(size) }).into(),
        css: "p{color:red}".into(),
        reload: None,
    }
}

fn article(id: &str, text: &str) -> Article {
    let sections = vec![Section { role: Role::Paragraph, span: Span::new(0, text.len()) }];
    Article { meta: Metadata { id: id.into(), ..Metadata::default() }, text: text.into(), sections, furniture: Vec::new() }
}

fn parts() -> Vec<(String, Vec<u8>)> {
    vec![("base-1.bin".into(), b"base".to_vec()), ("terms-2.bin".into(), b"terms".to_vec())]
}

fn build(articles: &[Article]) -> Files {
    let papers = Papers::new(articles, &Default::default());
    let (parts, papers) = (parts(), Some(&papers));
    let content = Content { title: "Gipfel & Krise", articles, parts: &parts, base: "base-1.bin", papers, built: "2026-01-31" };
    folder(&shell(), &content).expect("everything is in memory")
}

fn build_single(articles: &[Article]) -> String {
    let content = Content { title: "", articles, parts: &parts(), base: "base-1.bin", ..Content::default() };
    single(&shell(), &content).expect("everything is in memory")
}

fn text_of(files: &Files, name: &str) -> String {
    String::from_utf8(files[name].clone()).expect(name)
}

/// The values of an attribute in a page, unescaped so far as addresses need it.
fn values(page: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).map(|value| value.replace("&amp;", "&")).collect()
}

#[test]
fn two_builds_are_the_same_to_the_byte() {
    let articles = [article("a", "Eins."), article("b", "Zwei.")];
    assert_eq!(build(&articles), build(&articles));
    assert_eq!(build_single(&articles), build_single(&articles));
}

#[test]
fn every_address_is_relative_and_leads_somewhere() {
    let long = "Ein Satz. ".repeat(3_000);
    let articles: Vec<Article> = (0..250).map(|n| article(&format!("artikel-{n}"), &long)).collect();
    for files in [build(&articles), build(&articles[..2])] {
        for name in files.keys().filter(|name| name.ends_with(".html")) {
            let page = text_of(&files, name);
            for address in values(&page, "href").into_iter().chain(values(&page, "src")) {
                let (file, fragment) = address.split_once('#').unwrap_or((&address, ""));
                let target = match file.strip_prefix("../") {
                    // The icon that is none; and where a reader may go, but nothing is loaded from.
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
fn a_small_collection_stands_on_its_first_page() {
    let page = text_of(&build(&[article("a", "Der erste Text."), article("b", "Der zweite Text.")]), "index.html");
    assert!(page.contains("<p>Der erste Text.</p>") && page.contains("<p>Der zweite Text.</p>"));
    assert!(page.contains("<h1>Gipfel &amp; Krise</h1>"));
}

#[test]
fn a_large_collection_is_a_list_over_pages_and_every_article_a_page() {
    let articles: Vec<Article> = (0..250).map(|n| article(&format!("n{n:04}"), &"Satz. ".repeat(200))).collect();
    let files = build(&articles);
    assert!(files.contains_key("liste-3.html") && !files.contains_key("liste-4.html"));
    assert_eq!(values(&text_of(&files, "liste-3.html"), "href").iter().filter(|href| href.starts_with("artikel/")).count(), 50);
    assert_eq!(files.keys().filter(|name| name.starts_with("artikel/")).count(), 250);
    let page = text_of(&files, "artikel/n0249.html");
    assert!(page.contains("href=\"../index.html#/artikel/n0249\"") && page.contains("Satz. Satz.") && page.contains("script-src 'none'"));
}

#[test]
fn compressed_files_hold_what_was_put_in() {
    let files = build(&[article("a", "Eins.")]);
    let module = files.keys().find(|name| name.ends_with(".wasm.bin")).expect("the wasm");
    for (name, expected) in [(module.as_str(), shell().wasm), ("data/base-1.bin", b"base".to_vec())] {
        assert_eq!(files[name], pack::lzma(&expected).expect("memory is no disk"), "{name}");
    }
    assert!(files.keys().all(|name| !name.ends_with(".gz")));
}

#[test]
fn the_page_names_every_recogniser_and_the_single_page_none() {
    let files = build(&[article("a", "Eins.")]);
    for Recogniser { kind, wasm } in shell().recognisers {
        let name = values(&text_of(&files, "index.html"), &format!("data-{kind}")).concat();
        assert!(name.starts_with(&format!("recogniser-{kind}-")), "{name}");
        assert_eq!(files[&format!("data/{name}")], pack::lzma(&wasm).expect("memory is no disk"));
        assert!(values(&build_single(&[]), &format!("data-{kind}")).is_empty());
    }
}

#[test]
fn the_single_page_runs_only_what_its_policy_names() {
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
    for id in ["data/base-1.bin", "data/terms-2.bin", "app.wasm", "glue"] {
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn code_that_would_end_its_own_element_is_refused() {
    let shell = Shell { glue: "const a = '</script>';".into(), ..shell() };
    let content = Content { title: "", articles: &[], parts: &parts(), base: "base-1.bin", ..Content::default() };
    assert!(single(&shell, &content).expect_err("it would break the page").to_string().contains("the app's script"));
}

#[test]
fn file_names_suit_every_file_system() {
    let ids = ["Foo", "foo", "con", "ä/ö", "FOO-2", "x".repeat(300).as_str()].map(|id| article(id, "Text."));
    let stems = stems(&ids);
    assert_eq!(stems[..5], ["Foo_", "foo_-2", "con_", "---_", "FOO-2"]);
    assert_eq!(stems[5].len(), 100);
}
