//! Eight times the input costs at most ten times the steps, whatever the input is.
//!
//! Steps are instructions of the wasm, which do not depend on the machine. `cargo xtask test --only growth` runs this with
//! `ZEITLUPE_PARITY`, the path of the wasm.

mod wasm;

use std::fs;
use wasm::{Wasm, given};
use wasmi::{Config, Engine};

/// How much longer the second input is, and how much more it may cost.
const LONGER: usize = 8;
const DEARER: u64 = 10;

const BODY: &str = "Ein Satz, der lang genug ist, um als fortlaufender Text zu gelten, und noch etwas länger.";

/// A text repeated so often: the name of the case, the kind of input, the beginning, what is repeated (`¤` is a number), the end, how often.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, usize);

/// Inputs that differ in one repeated piece only.
const ROWS: &[Row] = &[
    ("plain paragraphs", "a.txt", "Titel\n\n", "Die Ministerin Anna Schmidt reiste am Freitag nach Wien, sagte sie.\n", "", 20),
    ("one long line", "a.txt", "", "abcdefghij", "", 400),
    ("words in one line", "a.txt", "Titel\n\n", "und noch ein Wort ", "", 200),
    ("weekdays joined by and", "a.txt", "", "Montag und ", "", 60),
    ("years joined by hyphens", "a.txt", "", "2022-", "", 600),
    ("titles without a name", "a.txt", "", "Dr. ", "", 600),
    ("initials", "a.txt", "", "A. ", "", 600),
    ("ordinals", "a.txt", "", "1. ", "", 600),
    ("days of a list", "a.txt", "", "am 3., ", "", 200),
    ("periods", "a.txt", "", "3. bis ", "", 200),
    ("hours", "a.txt", "", "7 Uhr und ", "", 200),
    ("clock times", "a.txt", "", "00:", "", 600),
    ("numbers as words", "a.txt", "", "einundzwanzig", "", 100),
    ("fractions", "a.txt", "", "1/2/", "", 400),
    ("days without a year", "a.txt", "", "1.1.", "", 400),
    ("a time after another", "a.txt", "", "zwei Tage nach ", "", 100),
    ("parts of a month", "a.txt", "", "Ende Anfang Mitte ", "", 100),
    ("noble names", "a.txt", "", "Anna von ", "", 200),
    ("hyphenated names", "a.txt", "", "Anna-", "", 400),
    ("one name", "a.txt", "", "Wladimir Putin ", "", 100),
    ("different names", "a.txt", "", "Anna Muster¤ traf Bert Beispiel¤. ", "", 60),
    ("offices", "a.txt", "", "Präsident ", "", 200),
    ("an authority", "a.txt", "das Bundesamt für ", "Migration und ", "", 200),
    ("verbs of saying", "a.txt", "", "sagte am Montag, ", "", 150),
    ("opening brackets", "a.txt", "", "(", "", 1500),
    ("opening quotation marks", "a.txt", "", "„", "", 800),
    ("straight quotation marks", "a.txt", "", "\" ", "", 800),
    ("abbreviations", "a.txt", "", "z. B. ", "", 400),
    ("combining diaereses", "a.txt", "", "a\u{308} \u{308}", "", 400),
    ("brackets in Markdown", "a.md", "", "[", "", 1500),
    ("angles in Markdown", "a.md", "", "<", "", 1500),
    ("open tags in Markdown", "a.md", "", "<a ", "", 800),
    ("open comments in Markdown", "a.md", "", "<!--", "", 500),
    ("asterisks in Markdown", "a.md", "", "*a **b ", "", 400),
    ("quotations in Markdown", "a.md", "", "> ", "x", 500),
    ("backticks in Markdown", "a.md", "", "`a``b", "", 400),
    ("links in Markdown", "a.md", "", "[a](b) ", "", 400),
    ("definitions in Markdown", "a.md", "[a1]\n\n", "[a¤]: https://example.org/¤\n", "", 200),
    ("lists in Markdown", "a.md", "", "- Punkt ¤\n", "", 200),
    ("keys in front matter", "a.md", "---\n", "key¤: \"x\"\n", "---\nEin Satz.\n", 200),
    ("nested elements", "a.html", "", "<div>", "<p>Ein Satz.</p>", 60),
    ("unclosed elements", "a.html", "", "<b><p>x", "", 60),
    ("captions", "a.html", "<article><p>Ein Satz.</p>", "<figure><figcaption>Bild ¤</figcaption></figure>", "</article>", 100),
    ("paragraphs in HTML", "a.html", "<article>", "<p>¤ Ein Satz, der lang genug ist, um als Text zu gelten.</p>", "</article>", 50),
    ("attributes", "a.html", "<p ", "a¤=b ", ">Ein Satz.</p>", 200),
    ("metadata", "a.html", "", "<meta property=\"og:title\" content=\"Titel ¤\">", "<p>Ein Satz.</p>", 100),
    ("lists of links", "a.html", "<article><p>Ein Satz.</p><ul>", "<li><a href=\"¤\">Mehr ¤</a></li>", "</ul></article>", 100),
    ("records with one id", "a.jsonl", "", "{\"id\":\"x\",\"title\":\"T\",\"body\":\"Ein Satz.\"}\n", "", 30),
    ("records without ids", "a.jsonl", "", "{\"title\":\"T\",\"body\":\"Ein Satz ¤.\"}\n", "", 30),
    ("keys of a record", "a.jsonl", "{\"body\":\"Ein Satz.\"", ",\"key¤\":1", "}\n", 200),
    ("the table of articles", "articles.toml", "", "[\"¤.txt\"]\ndate = \"2022-02-04\"\n", "", 100),
    ("equal tasks", "tasks.md", "", "## Wer?\nText\n\n", "", 60),
    ("stations of a tour", "tour.md", "# Weg\n", "1. [Los](#/artikel/zz)\n", "", 100),
    ("tours", "tour.md", "", "# Weg\n1. [Los](#/artikel/zz)\n", "", 60),
    ("paragraphs of the imprint", "impressum.md", "", "Anna Schmidt, Wien\n\n", "", 100),
    ("removed names", "names.toml", "", "[[remove]]\nname = \"PER:Anna Muster¤\"\n\n", "", 60),
    ("merged names", "names.toml", "", "[[merge]]\nname = \"PER:Anna¤\"\ninto = \"PER:Berta¤\"\n\n", "", 60),
    (
        "marked names",
        "names.toml",
        "",
        "[[mark]]\narticle = \"zz\"\nquote = \"Wien\"\nbefore = \"nach \"\nafter = \".\"\nstart = 27\nname = \"MISC:W¤\"\n\n",
        "",
        40,
    ),
    ("words of a query", "query", "", "reiste ", "", 40),
    ("different words of a query", "query", "", "wort¤ ", "", 40),
    ("brackets of a query", "query", "", "(", "", 200),
    ("closed brackets of a query", "query", "", "(Wien) ", "", 40),
    ("alternatives", "query", "Wien", " OR Wien", "", 40),
    ("exclusions", "query", "", "-Wien ", "", 40),
    ("patterns", "query", "", "W*n* ", "", 40),
    ("a phrase", "query", "\"", "nach Wien ", "\"", 40),
    ("a long word", "query", "", "ministerin", "", 60),
    ("parameters of an address", "address", "#/suche?q=a", "&x¤=y", "", 200),
    ("a long parameter", "address", "#/suche?q=", "%20a", "", 400),
    ("names in an address", "address", "#/suche?name=", "PER:Anna¤,", "", 200),
    ("the signs of a link", "link", "", "AAAA", "", 400),
];

/// Inputs that are nested, or repeat at two places.
fn nested(name: &str, n: usize) -> (&'static str, String) {
    match name {
        "nested links in Markdown" => ("a.md", format!("{}x{}", "[".repeat(n * 300), "](y)".repeat(n * 300))),
        "nested quotations in Markdown" => ("a.md", format!("{}x", "> ".repeat(n * 60))),
        "deep pages" => {
            let paragraphs = format!("<p>{BODY}</p>").repeat(n * 20);
            ("a.html", format!("{}{paragraphs}{}", "<div class=teaser>".repeat(190), "</div>".repeat(190)))
        }
        "nested JSON" => ("a.jsonl", format!("{{\"body\":\"Ein Satz.\",\"x\":{}{}}}", "[".repeat(n * 15), "]".repeat(n * 15))),
        "imported notes" => {
            let note = |k: usize| {
                format!(
                    "{{\"type\":\"Annotation\",\"id\":\"#n{k}\",\"body\":[{{\"type\":\"TextualBody\",\"value\":\"Notiz {k}\"}}],\
                     \"target\":{{\"source\":\"index.html#/artikel/zz\",\"selector\":[{{\"type\":\"TextQuoteSelector\",\"exact\":\"Wien {k}\"}},\
                     {{\"type\":\"TextPositionSelector\",\"start\":{k},\"end\":{}}}]}}}}",
                    k + 4
                )
            };
            ("notebook", format!("{{\"items\":[{}]}}", (0..n * 40).map(note).collect::<Vec<_>>().join(",")))
        }
        other => panic!("no case is called {other}"),
    }
}

const NESTED: [&str; 5] = ["nested links in Markdown", "nested quotations in Markdown", "deep pages", "nested JSON", "imported notes"];

fn main() {
    let Some(wasm) = given("ZEITLUPE_PARITY") else {
        println!("not counted: no wasm was given; `cargo xtask test` builds one");
        return;
    };
    let module = fs::read(wasm).expect("the wasm can be read");
    let engine = Engine::new(Config::default().consume_fuel(true));
    let steps = |kind: &str, text: &str| steps(&engine, &module, kind, text);
    let mut cases: Vec<(&str, &str, [String; 3])> = Vec::new();
    for (name, kind, begin, piece, end, times) in ROWS {
        let text = |n: usize| format!("{begin}{}{end}", (0..n * times).map(|k| piece.replace('¤', &k.to_string())).collect::<String>());
        cases.push((name, kind, [text(0), text(1), text(LONGER)]));
    }
    for name in NESTED {
        let [(kind, none), (_, one), (_, many)] = [0, 1, LONGER].map(|n| nested(name, n));
        cases.push((name, kind, [none, one, many]));
    }
    let mut failures = Vec::new();
    for (name, kind, texts) in &cases {
        let [none, one, many] = texts.each_ref().map(|text| steps(kind, text));
        let (one, many) = (one.saturating_sub(none).max(1), many.saturating_sub(none));
        println!("{:>5.1} times the steps, {:>9} thousand: {name}", many as f64 / one as f64, many / 1000);
        if many > DEARER * one {
            failures.push(format!("{name}: {} times the input costs {:.1} times the steps", LONGER, many as f64 / one as f64));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
    println!("{} kinds of input grow in proportion", cases.len());
}

/// The instructions that the wasm executes for a text.
fn steps(engine: &Engine, module: &[u8], kind: &str, text: &str) -> u64 {
    let mut wasm = Wasm::start(engine, module);
    wasm.store.set_fuel(u64::MAX).expect("fuel is counted");
    wasm.give(&postcard::to_allocvec(&(kind, text)).expect("two texts can be written"));
    let before = wasm.store.get_fuel().expect("fuel is counted");
    assert_ne!(wasm.call("process_input"), u32::MAX as usize, "the input is a kind and a text");
    before - wasm.store.get_fuel().expect("fuel is counted")
}
