//! Bad input of many kinds: each gives a message with file, line and expectation, and the rest is read.

use std::io::Write;
use zeitlupe_core::remark::Severity;
use zeitlupe_ingest::{Reading, read};

/// A good article next to the bad file.
const GOOD: &[u8] = "Guter Artikel\n\nDieser Artikel ist in Ordnung und wird in jedem Fall gelesen.".as_bytes();
const BODY: &str = "Die Ministerin reiste am Freitag nach Wien und sprach dort mit ihrem Kollegen.";

/// Reads a folder with one bad and one good file. Some problem must begin with `message` (`severity: place`) and contain `words`;
/// `articles` is the number of articles read, including the good one.
fn check(name: &str, bytes: &[u8], message: &str, words: &str, articles: usize) {
    let reading = read([("zz-gut.txt", GOOD), (name, bytes)]);
    let said = problems(&reading);
    assert!(
        said.iter().any(|line| line.starts_with(message) && line.contains(words)),
        "{name}: expected {message} … {words}, found {said:#?}"
    );
    assert!(said.iter().any(|line| line.contains("expected ")), "{said:?}");
    assert_eq!(reading.articles.len(), articles, "{said:#?}");
    assert!(reading.articles.iter().any(|article| article.meta.file == "zz-gut.txt"), "the good one is read in any case");
}

fn problems(reading: &Reading) -> Vec<String> {
    reading.problems.iter().map(ToString::to_string).collect()
}

/// The texts of the articles that were read, except the good one.
fn texts(files: &[(&str, &[u8])]) -> Vec<String> {
    read(files.iter().copied()).articles.into_iter().map(|article| article.text).collect()
}

#[test]
fn a_file_that_is_not_text_is_an_error() {
    check("a.txt", b"", "error: a.txt:", "an empty file", 1);
    check("a.txt", b"\n  \n\t\n", "error: a.txt:", "nothing but white space", 1);
    check("a.txt", b"%PDF-1.4\n%\xe2\xe3", "error: a.txt:", "a PDF file", 1);
    check("a.txt", b"PK\x03\x04\x14\0\x06\0word/document.xml", "error: a.txt:", "a zip archive", 1);
    check("a.md", b"{\\rtf1\\ansi Text}", "error: a.md:", "an RTF file", 1);
    check("a.html", b"\xff\xd8\xff\xe0\0\x10JFIF", "error: a.html:", "an image", 1);
    check("a.txt", b"\x00\x01\x02\x03ELF\x04\x05\x00\x00\x00abc\x00\x07", "error: a.txt:", "binary data", 1);
    check("a.txt", b"\0\0\xfe\xff\0\0\0a", "error: a.txt:", "UTF-32", 1);
    check("a.pdf", b"%PDF-1.4", "note: a.pdf:", "another kind of file", 1);
}

#[test]
fn other_encodings_than_utf8_give_a_warning() {
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(BODY.replace("Die", "Größe: Die").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    check("a.txt", &wide, "warning: a.txt:", "UTF-16LE", 2);
    let latin: Vec<u8> = "Größe\n\nDie Straße ist für alle da.".chars().map(|c| c as u8).collect();
    check("a.txt", &latin, "warning: a.txt:1:", "windows-1252", 2);
    assert_eq!(texts(&[("a.txt", &latin)]), ["Größe\nDie Straße ist für alle da."]);
    check("a.txt", b"\xc3\xa4\xc3\xb6\xc3\xbc sind heil, das nicht:\nM\xc3nchen, sagt man.", "warning: a.txt:2:", "1 damaged", 2);
    check("a.txt", "Titel\n\nDas MÃ¤dchen fÃ¼r alles.".as_bytes(), "warning: a.txt:3:", "wrong encoding", 2);
    check("a.jsonl", b"{\"body\":\"M\xfcnchen\"}\n", "error: a.jsonl:1:", "expected UTF-8", 1);
}

#[test]
fn invisible_characters_give_a_warning() {
    check(
        "a.txt",
        "Titel\n\nEin Satz mit NUL\0 darin, der trotzdem gelesen wird.".as_bytes(),
        "warning: a.txt:3:",
        "1 control characters",
        2,
    );
    check("a.txt", "Titel\n\nEin \u{202e}verdrehter\u{202c} Satz.".as_bytes(), "warning: a.txt:3:", "2 bidirectional", 2);
    check("a.txt", "Titel\n\nEin verlorenes Zeichen: M\u{fffd}nchen.".as_bytes(), "warning: a.txt:3:", "U+FFFD", 2);
    // What is only unusual gives no message.
    let same = [
        "Titel\n\nEin Satz für alle.",
        "Titel\r\n\r\nEin Satz für alle.\r\n",
        "Titel\r\rEin Satz für alle.\r",
        "\u{feff}Titel\n\nEin Satz fu\u{308}r alle.",
    ];
    for text in same {
        let reading = read([("a.txt", text.as_bytes())]);
        assert_eq!(reading.articles[0].text, "Titel\nEin Satz für alle.");
        assert!(reading.is_clean(), "{:?}", problems(&reading));
    }
}

#[test]
fn broken_front_matter_gives_a_remark_and_the_rest_is_read() {
    check("a.md", format!("---\ntitle: Titel\n{BODY}").as_bytes(), "warning: a.md:2:", "expected \"---\" below the front matter", 2);
    check("a.md", format!("---\ntitle: Titel\nkein Feld\n---\n{BODY}").as_bytes(), "warning: a.md:3:", "expected \"key: value\"", 2);
    check("a.md", format!("+++\ntitle \"Titel\"\n+++\n{BODY}").as_bytes(), "warning: a.md:2:", "expected \"key = ", 2);
    check("a.md", format!("---\ntags: wien\n---\n{BODY}").as_bytes(), "note: a.md:2:", "found \"tags\"", 2);
    check("a.md", b"---\ntitle: Nur ein Titel\n---\n", "warning: a.md:", "expected running text", 2);
}

#[test]
fn impossible_dates_give_a_warning() {
    for (date, words) in [
        ("4.2.22", "a date like 2022-02-04"),
        ("31.02.2022", "a day that the calendar has"),
        ("0000-01-01", "a year between"),
        ("2022-13", "the calendar"),
        ("gestern", "a date like"),
    ] {
        check("a.md", format!("---\ndate: {date}\n---\n{BODY}").as_bytes(), "warning: a.md:2:", words, 2);
        check("a.jsonl", format!("\n{{\"date\":\"{date}\",\"body\":\"{BODY}\"}}").as_bytes(), "warning: a.jsonl:2:", words, 2);
    }
    check("a.txt", format!("Titel: Ein Titel\nDatum: 4.2.22\n\n{BODY}").as_bytes(), "warning: a.txt:2:", "found \"4.2.22\"", 2);
    check(
        "a.html",
        format!("<meta name=date content='heute'><h1>Titel</h1><p>{BODY}</p>").as_bytes(),
        "warning: a.html:",
        "found \"heute\"",
        2,
    );
}

#[test]
fn broken_records_are_errors_with_their_line() {
    let lines = |bad: &str| format!("{{\"id\":\"a\",\"body\":\"{BODY}\"}}\n{bad}\n\n{{\"id\":\"b\",\"body\":\"{BODY}\"}}\n").into_bytes();
    for (bad, words) in [
        ("{\"id\":\"x\",", "expected a JSON object, found at column"),
        ("kein JSON", "expected a JSON object, found at column 1"),
        ("[1, 2]", "found a list"),
        ("null", "found null"),
        ("{\"body\":\"\\ud83d\"}", "expected a JSON object, found at column"),
        ("{\"title\":\"Ohne Text\"}", "expected words in \"body\", found none"),
        ("{\"body\":\"  \"}", "expected words in \"body\", found none"),
        ("{\"body\":{\"p\":1}}", "expected text for \"body\", found an object"),
        ("{\"body\":17}", "expected text for \"body\", found a number"),
    ] {
        check("a.jsonl", &lines(bad), "error: a.jsonl:2:", words, 3);
    }
    check(
        "a.jsonl",
        &lines(&format!("{{\"title\":{{}},\"body\":\"{BODY}\"}}")),
        "warning: a.jsonl:2:",
        "expected text for \"title\", found an object",
        4,
    );
    check("a.jsonl", &lines(&format!("{{\"section\":\"x\",\"body\":\"{BODY}\"}}")), "note: a.jsonl:2:", "found \"section\"", 4);
    check("a.jsonl", b"\n\n", "error: a.jsonl:", "found no article", 1);
    check("a.jsonl", b"[\n{}\n]", "error: a.jsonl:1:", "expected a JSON object", 1);
}

#[test]
fn a_truncated_gzip_file_is_read_as_far_as_it_goes() {
    let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    for id in 0..200 {
        writeln!(zipped, "{{\"id\":\"a{id}\",\"body\":\"{BODY} {}\"}}", id * 7919).expect("memory can be written");
    }
    let whole = zipped.finish().expect("memory can be written");
    let read = |bytes: &[u8]| read([("a.jsonl.gz", bytes)]);
    assert_eq!(read(&whole).articles.len(), 200);
    let cut = read(&whole[..whole.len() * 2 / 3]);
    assert!(cut.articles.len() < 200 && cut.count(Severity::Error) >= 1, "{}", cut.summary());
    assert!(cut.problems.iter().any(|problem| problem.message.starts_with("expected a whole file")), "{:?}", cut.problems);
    check("b.jsonl.gz", b"\x1f\x8b\x08\0kaputt", "error: b.jsonl.gz:", "expected a whole file", 1);
}

#[test]
fn ids_in_use_or_unsafe_are_changed() {
    let record = |id: &str| format!("{{\"id\":\"{id}\",\"body\":\"{BODY}\"}}\n");
    check("a.jsonl", (record("x") + &record("x")).as_bytes(), "error: a.jsonl:2:", "found \"x\", which", 3);
    check("a.jsonl", (record("x") + &record("X")).as_bytes(), "error: a.jsonl:2:", "read as \"X-2\"", 3);
    check("a.jsonl", record("../../etc/passwd").as_bytes(), "warning: a.jsonl:1:", "read as \"etc-passwd\"", 2);
    check("a.jsonl", record("<b>").as_bytes(), "warning: a.jsonl:1:", "read as \"b\"", 2);
    check("über uns.txt", GOOD, "note: über uns.txt:", "read as \"ueber-uns\"", 2);
    let reading = read([("a/x.txt", GOOD), ("b/x.txt", GOOD), ("c/x.md", GOOD)]);
    let ids: Vec<_> = reading.articles.iter().map(|article| article.meta.id.as_str()).collect();
    assert_eq!(ids, ["x", "x-2", "x-3"]);
    let said = problems(&reading);
    assert!(
        said.contains(&"error: b/x.txt: expected an id of its own, found \"x\", which a/x.txt has: read as \"x-2\"".to_owned()),
        "{said:#?}"
    );
}

#[test]
fn a_page_without_an_article_is_an_error() {
    check("a.html", b"<html><head><title>Leer</title></head><body></body></html>", "error: a.html:", "found no running text", 1);
    check("a.html", b"<nav><a href=x>Start</a></nav><script>var text = 'Hallo';</script>", "error: a.html:", "found no running text", 1);
    let deep = format!("{}<p>{BODY}</p>", "<div>".repeat(600));
    check("a.html", deep.as_bytes(), "error: a.html:", "at most 200 elements in one another", 1);
    let broad = format!("<p {}>{BODY}</p>", (0..1001).map(|n| format!("a{n}=b ")).collect::<String>());
    check("a.html", broad.as_bytes(), "error: a.html:", "at most 1000 attributes of an element", 1);
    check("a.html", format!("<html lang=en><h1>Titel</h1><p>{BODY}</p></html>").as_bytes(), "note: a.html:", "found lang=\"en\"", 2);
    check(
        "a.html",
        format!("<link rel=canonical href='http://a b'><h1>Titel</h1><p>{BODY}").as_bytes(),
        "warning: a.html:",
        "expected an address",
        2,
    );
    // Broken markup and broken JSON-LD are common and do not matter.
    let page = format!(
        "<script type='application/ld+json'>{{\"headline\": kaputt</script><div><h1>Ein Titel</h1><p>{BODY}<p>Noch <b>ein Satz.</div></span>"
    );
    assert_eq!(texts(&[("a.html", page.as_bytes())]), [format!("Ein Titel\n{BODY}\nNoch ein Satz.")]);
    let attack = format!(
        "<h1>Titel</h1><p onclick=x>{BODY} &lt;script&gt;alert(1)&lt;/script&gt;</p><script>alert(2)</script><img src=x onerror=alert(3)>"
    );
    assert_eq!(
        texts(&[("a.html", attack.as_bytes())]),
        [format!("Titel\n{BODY} <script>alert(1)</script>")],
        "markup that was text stays text"
    );
}

#[test]
fn invalid_sidecar_entries_give_a_warning() {
    check("articles.toml", b"[\"zz-gut.txt\"]\nsource = \"Der Bote\"\nfarbe = \"rot\"", "warning: articles.toml:3:", "found \"farbe\"", 1);
    check("articles.toml", b"title = \"T\"\n\n[\"fehlt.txt\"]\nsource = \"x\"", "warning: articles.toml:3:", "found \"fehlt.txt\"", 1);
    check("articles.toml", b"[zz-gut.txt]\ndate = 31.02.2022", "error: articles.toml:2:", "expected TOML", 1);
    check("articles.toml", b"[\"zz-gut.txt\"]\ndate = \"4.2.22\"", "warning: articles.toml:2:", "found \"4.2.22\"", 1);
    check("articles.toml", b"[\"zz-gut.txt\"]\nsource = true", "warning: articles.toml:2:", "expected text for \"source\"", 1);
    check("articles.toml", b"sprache = 1", "warning: articles.toml:1:", "found \"sprache\"", 1);
    check("articles.toml", b"\0\x01\x02\x03\x04\x05", "error: articles.toml:", "binary data", 1);
}

#[test]
fn invalid_corrections_give_a_warning() {
    check("names.toml", b"[[remove]]\nnam = \"PER:X\"", "warning: names.toml:1:", "expected name = \"PER:Name\"", 1);
    check("names.toml", b"\n[[verschieben]]\n", "warning: names.toml:2:", "found [[verschieben]]", 1);
    check("names.toml", b"[[remove]]\nname = \"PER:X\"\nund = weiter so", "warning: names.toml:3:", "expected key = \"value\"", 1);
    let many = "[[remove]]\nname = \"PER:X\"\n".repeat(20_001);
    check("names.toml", many.as_bytes(), "error: names.toml:40001:", "at most 20000 corrections, found 20001: the rest is left out", 1);
    check("names.toml", b"\0\x01\x02\x03\x04\x05", "error: names.toml:", "binary data", 1);
}

#[test]
fn invalid_tasks_tours_and_imprints_give_a_warning() {
    check("tasks.md", b"# Nur ein Titel", "warning: tasks.md:", "expected a heading with ## for each task", 1);
    check("tasks.md", b"## A\n\n## A\n", "warning: tasks.md:3:", "found \"A\" again", 1);
    check("tasks.md", b"## A\n[x](#/artikel/fehlt)", "warning: tasks.md:2:", "found \"fehlt\"", 1);
    check("tour.md", b"# Weg\n1. ohne Ziel\n2. [x](#/)", "warning: tour.md:2:", "expected a station with a link", 1);
    check("tour.md", b"# Weg\n1. [x](#/nirgends)\n", "warning: tour.md:2:", "found \"/nirgends\"", 1);
    check("tour.md", b"# Weg\n\n- [x](#/zeit?unfug=1&punkt=fehlt;3;Freitag)", "warning: tour.md:3:", "found \"unfug=1\"", 1);
    check("tour.md", b"# Weg\n\n- [x](#/zeit?punkt=fehlt;3;Freitag)", "warning: tour.md:3:", "found \"fehlt\"", 1);
    check("Impressum.md", b"\n---\n", "warning: Impressum.md:", "expected who publishes this collection", 1);
    check("impressum.md", b"\0\x01\x02\x03\x04\x05", "error: impressum.md:", "binary data", 1);
}

#[test]
fn tasks_tours_and_imprint_are_not_articles() {
    let beside: &[(&str, &[u8])] = &[
        ("zz-gut.txt", GOOD),
        ("Tasks.md", b"# Stunde\n## Wer?\n[hier](https://x.example/#/artikel/zz-gut)\n"),
        ("tour.md", b"# Weg\n1. [Los](#/artikel/zz-gut)\n"),
        ("impressum.md", b"Schule am Park"),
    ];
    let reading = read(beside.iter().copied());
    assert_eq!((reading.articles.len(), problems(&reading)), (1, Vec::new()));
    let beside = &reading.extras;
    assert_eq!((beside.tasks.tasks.len(), beside.tours.len(), beside.imprint.len()), (1, 1, 1));
}

#[test]
fn files_that_accompany_articles_are_skipped_with_a_note() {
    for name in ["README.md", "LICENSE", "tief/LIZENZ.txt", "names.txt", "bild.jpg", "tabelle.csv"] {
        check(name, b"Etwas anderes.", &format!("note: {name}:"), "left out", 1);
    }
    let hidden = read([("a.txt", GOOD), (".versteckt.txt", GOOD), (".git/x.txt", GOOD)]);
    assert_eq!((hidden.articles.len(), hidden.problems.len()), (1, 0));
}

#[test]
fn a_sidecar_corrects_and_adds() {
    let sidecar = "title = \"Sammlung\"\n[\"a.txt\"]\ntitle = \"Neu\"\ndate = 2022-02-04\nauthor = [\"Anna\", \"Peter\"]\n[r2]\nid = \"zwei\"\nsource = \"Der Bote\"\n";
    let records = format!("{{\"id\":\"r1\",\"body\":\"{BODY}\"}}\n{{\"id\":\"r2\",\"date\":\"2022-02\",\"body\":\"{BODY}\"}}\n");
    let reading = read([("articles.toml", sidecar.as_bytes()), ("a.txt", GOOD), ("r.jsonl", records.as_bytes())]);
    assert_eq!(problems(&reading), [""; 0]);
    assert_eq!(reading.corpus_title.as_deref(), Some("Sammlung"));
    let facts: Vec<String> = reading
        .articles
        .iter()
        .map(|article| {
            let meta = &article.meta;
            let date = meta.date.as_ref().map(|date| format!("{} {:?} {:?}", date.iso(), date.evidence.origin, date.evidence.line));
            format!("{} {:?} {:?} {:?} {}", meta.id, meta.title, meta.author, meta.source, date.unwrap_or_default())
        })
        .collect();
    assert_eq!(
        facts,
        [
            "a Some(\"Neu\") Some(\"Anna, Peter\") None 2022-02-04 Sidecar Some(4)",
            "r1 None None None ",
            "zwei None None Some(\"Der Bote\") 2022-02 Record Some(2)",
        ]
    );
    assert!(reading.articles[0].text.starts_with("Neu\n") && reading.articles[0].furniture == ["Guter Artikel"]);
}

#[test]
fn a_file_over_the_size_limit_is_an_error() {
    let reading = read([("zz-gut.txt", GOOD), ("a.txt", &vec![b'x'; 50_000_002]), ("b.jsonl", &vec![b'x'; 50_000_002])]);
    let said = problems(&reading);
    assert!(said.iter().any(|line| line == "error: a.txt: expected at most 50 MB, found more"), "{said:#?}");
    assert!(said.iter().any(|line| line.starts_with("error: b.jsonl:1: expected a line of at most 50 MB")), "{said:#?}");
    assert_eq!(reading.articles.len(), 1);
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let files: [(&str, &[u8]); 4] =
        [("b.txt", GOOD), ("a/b.txt", GOOD), ("articles.toml", b"[\"b.txt\"]\nsource = \"Der Bote\""), ("c.txt", b"")];
    let reversed = files.iter().rev().copied();
    assert_eq!(read(files), read(reversed));
    let places: Vec<_> = read(files).articles.iter().map(|article| article.meta.file.clone()).collect();
    assert_eq!(places, ["a/b.txt", "b.txt"]);
}

#[test]
fn the_summary_counts_problems_and_notes_are_clean() {
    let reading = read([("a.txt", GOOD), ("b.txt", b""), ("c.md", b"---\ndate: x\n---\nEin Satz."), ("README.md", b"x")]);
    assert_eq!(reading.summary(), "2 articles from 3 files: 1 error, 1 warning, 1 note");
    assert!(!reading.is_clean());
    assert!(read([("a.txt", GOOD), ("README.md", b"x")]).is_clean());
}

#[test]
fn files_beside_the_articles_are_found_in_capitals_too() {
    let table: &[u8] = b"title = \"Wien\"\n";
    let names: &[u8] = b"[[remove]]\nname = \"PER:Niemand\"\n";
    let tasks: &[u8] = "## Wer reiste?\nLies den Artikel.\n".as_bytes();
    let imprint: &[u8] = "Anna Schmidt, Wien".as_bytes();
    let files = [("Articles.toml", table), ("NAMES.TOML", names), ("Tasks.md", tasks), ("Impressum.MD", imprint), ("gut.txt", GOOD)];
    let reading = read(files);
    assert_eq!((reading.corpus_title.as_deref(), reading.corrections.len()), (Some("Wien"), 1));
    assert_eq!((reading.extras.tasks.tasks.len(), reading.extras.imprint.is_empty(), reading.articles.len()), (1, false, 1));
}

#[test]
fn a_file_beside_the_articles_is_used_or_left_out_with_a_warning() {
    let table: &[u8] = b"title = \"Wien\"\n";
    let reading =
        read([("articles.toml", b"title = \"Graz\"\n".as_slice()), ("Articles.toml", table), ("unten/tour.md", GOOD), ("gut.txt", GOOD)]);
    assert_eq!((reading.corpus_title.as_deref(), reading.articles.len()), (Some("Wien"), 1));
    assert_eq!(
        problems(&reading),
        [
            "warning: unten/tour.md: expected tour.md in the folder itself, found it in a folder below: left out",
            "warning: articles.toml: expected one file of this name, found Articles.toml as well, which is used: left out",
        ]
    );
}

#[test]
fn a_file_without_an_end_is_an_error() {
    let reading = read([("a.txt", Box::new(std::io::repeat(b'x')) as Box<dyn std::io::Read>), ("zz-gut.txt", Box::new(GOOD))]);
    assert_eq!(problems(&reading), ["error: a.txt: expected at most 50 MB, found more"]);
    assert_eq!(reading.articles.len(), 1);
}

#[test]
fn a_fault_of_the_reader_costs_one_file() {
    use zeitlupe_ingest::{Format, Parse, Reader};
    let breaks = Format { ending: ".bad", also: &[], parse: Parse::Text(|text, _| panic!("at byte {}", text.len())) };
    let records: Parse = Parse::Records(|_, _, sink| {
        sink(1, Ok(zeitlupe_ingest::plain("Der erste Satz steht hier.", Default::default())));
        panic!("after the first")
    });
    let mut reader = Reader::new("").with_format(breaks).with_format(Format { ending: ".half", also: &[], parse: records });
    reader.file("a.bad", "Ein Satz.".as_bytes());
    reader.file("b.half", "Ein Satz.".as_bytes());
    reader.file("zz-gut.txt", GOOD);
    let reading = reader.finish();
    let said = problems(&reading);
    for (file, reason) in [("a.bad", "at byte 9"), ("b.half", "after the first")] {
        let begin = format!("error: {file}: expected something to read, found a fault of this program ({reason})");
        assert!(said.iter().any(|line| line.starts_with(&begin)), "{said:#?}");
    }
    assert_eq!(reading.articles.len(), 2, "the record before the fault, and the good file");
}
