//! The inputs.

const BODY: &str = "Ein Satz, der lang genug ist, um als fortlaufender Text zu gelten, und noch etwas länger.";

const ARTICLE: &str = "Gipfel ¤ in Wien\n\nStand: 04.02.2022 12:01 Uhr\nDie Minister trafen sich am Freitag mit Anna Muster¤ in Wien. \
    Danach sprach Kanzler Olaf Scholz über Gas, am 7. Februar reise er nach Rom ¤.\n\u{c}";

/// A kind of input.
pub struct Case {
    /// What it consists of.
    pub name: &'static str,
    /// How it is read: see `zeitlupe_parity::process`.
    pub kind: &'static str,
    /// The text of a length.
    pub text: Box<dyn Fn(usize) -> String + Sync>,
}

/// All kinds.
pub fn cases() -> Vec<Case> {
    let row = |&(name, kind, begin, piece, end, times): &Row| {
        let text =
            move |n: usize| format!("{begin}{}{end}", (0..n * times).map(|k| piece.replace('¤', &k.to_string())).collect::<String>());
        Case { name, kind, text: Box::new(text) }
    };
    let nested = |&(name, kind, text): &Nested| Case { name, kind, text: Box::new(text) };
    ROWS.iter().map(row).chain(NESTED.iter().map(nested)).collect()
}

/// A text repeated so often: the name of the case, the kind of input, the beginning, what is repeated (`¤` is a number), the end, how often
/// for the least length.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, usize);

/// Inputs that differ in one repeated piece only.
const ROWS: &[Row] = &[
    ("plain paragraphs", "a.txt", "Titel\n\n", "Die Ministerin Anna Schmidt reiste am Freitag nach Wien, sagte sie.\n", "", 2),
    ("one long line", "a.txt", "", "abcdefghij", "", 50),
    ("words in one line", "a.txt", "Titel\n\n", "und noch ein Wort ", "", 10),
    ("weekdays joined by and", "a.txt", "", "Montag und ", "", 8),
    ("years joined by hyphens", "a.txt", "", "2022-", "", 15),
    ("titles without a name", "a.txt", "", "Dr. ", "", 15),
    ("initials", "a.txt", "", "A. ", "", 15),
    ("ordinals", "a.txt", "", "1. ", "", 15),
    ("days of a list", "a.txt", "", "am 3., ", "", 12),
    ("periods", "a.txt", "", "3. bis ", "", 25),
    ("hours", "a.txt", "", "7 Uhr und ", "", 8),
    ("clock times", "a.txt", "", "00:", "", 30),
    ("numbers as words", "a.txt", "", "einundzwanzig", "", 30),
    ("lengths as words", "a.txt", "", "einwöchig", "", 30),
    ("fractions", "a.txt", "", "1/2/", "", 8),
    ("days without a year", "a.txt", "", "1.1.", "", 150),
    ("a time after another", "a.txt", "", "zwei Tage nach ", "", 12),
    ("parts of a month", "a.txt", "", "Ende Anfang Mitte ", "", 8),
    ("noble names", "a.txt", "", "Anna von ", "", 12),
    ("hyphenated names", "a.txt", "", "Anna-", "", 50),
    ("one name", "a.txt", "", "Wladimir Putin ", "", 12),
    ("different names", "a.txt", "", "Anna Muster¤ traf Bert Beispiel¤. ", "", 8),
    ("offices", "a.txt", "", "Präsident ", "", 25),
    ("an authority", "a.txt", "das Bundesamt für ", "Migration und ", "", 12),
    ("quotations", "speech", "", "„Das ist so“, sagte Anna Muster¤. Er habe 5 Meter. ", "", 4),
    ("opening marks", "speech", "", "„", "", 60),
    ("closing marks", "speech", "", "“ „", "", 30),
    ("attributions", "speech", "", "so der, laut der Stadt, ", "", 8),
    ("verbs of speech in one sentence", "speech", "", "sagte, dass ", "", 12),
    ("prefixes", "speech", "", "teilte mit, ", "", 12),
    ("subjunctives", "speech", "", "Er sei da. ", "", 12),
    ("articles without a noun", "speech", "", "der des ", "", 20),
    ("numbers with units", "speech", "", "mehr als 5 Millionen Euro, ", "", 8),
    ("ranges of numbers", "speech", "", "5 bis ", "", 20),
    ("verbs of saying", "a.txt", "", "sagte am Montag, ", "", 6),
    ("opening brackets", "a.txt", "", "(", "", 30),
    ("opening quotation marks", "a.txt", "", "„", "", 30),
    ("straight quotation marks", "a.txt", "", "\" ", "", 30),
    ("abbreviations", "a.txt", "", "z. B. ", "", 8),
    ("combining diaereses", "a.txt", "", "a\u{308} \u{308}", "", 15),
    ("brackets in Markdown", "a.md", "", "[", "", 30),
    ("angles in Markdown", "a.md", "", "<", "", 30),
    ("open tags in Markdown", "a.md", "", "<a ", "", 16),
    ("open comments in Markdown", "a.md", "", "<!--", "", 62),
    ("asterisks in Markdown", "a.md", "", "*a **b ", "", 8),
    ("quotations in Markdown", "a.md", "", "> ", "x", 62),
    ("backticks in Markdown", "a.md", "", "`a``b", "", 20),
    ("links in Markdown", "a.md", "", "[a](b) ", "", 50),
    ("definitions in Markdown", "a.md", "[a1]\n\n", "[a¤]: https://example.org/¤\n", "", 25),
    ("lists in Markdown", "a.md", "", "- Punkt ¤\n", "", 10),
    ("keys in front matter", "a.md", "---\n", "key¤: \"x\"\n", "---\nEin Satz.\n", 25),
    ("nested elements", "a.html", "", "<div>", "<p>Ein Satz.</p>", 8),
    ("unclosed elements", "a.html", "", "<b><p>x", "", 8),
    ("captions", "a.html", "<article><p>Ein Satz.</p>", "<figure><figcaption>Bild ¤</figcaption></figure>", "</article>", 12),
    ("paragraphs in HTML", "a.html", "<article>", "<p>¤ Ein Satz, der lang genug ist, um als Text zu gelten.</p>", "</article>", 2),
    ("attributes", "a.html", "<p ", "a¤=b ", ">Ein Satz.</p>", 25),
    ("metadata", "a.html", "", "<meta property=\"og:title\" content=\"Titel ¤\">", "<p>Ein Satz.</p>", 12),
    ("headings", "a.html", "<article><p>Ein Satz.</p>", "<h1>Titel ¤ ist hier</h1>", "</article>", 8),
    ("parts of a headline", "a.html", "<article><h1>", "<span class=kicker>Wien ¤</span>", "</h1><p>Ein Satz.</p></article>", 12),
    (
        "notices above the headline",
        "a.html",
        "<div>",
        "<div><p>¤ Ein Satz, der lang genug ist, um als Text zu gelten.</p></div>",
        "</div><h1>Titel</h1><p>Ein Satz.</p>",
        2,
    ),
    ("times", "a.html", "<h1>Titel</h1><p>Ein Satz.</p>", "<time datetime=x>Von A ¤ | am 3. Mai</time> ", "", 6),
    ("authors", "a.html", "", "<span class=author>Anna Muster¤</span>", "<p>Ein Satz.</p>", 8),
    (
        "names of the medium",
        "a.html",
        "",
        "<meta name=publisher content=\"Bote ¤\"><meta name=author content=\"Bote ¤, dpa\">",
        "<p>Ein Satz.</p>",
        8,
    ),
    ("offers", "a.html", "<article><p>Ein Satz.</p>", "<p>Jetzt weiterlesen: Abo ¤.</p>", "</article>", 8),
    ("soft hyphens", "a.txt", "Wort", "\u{ad}a", "", 30),
    ("divided words", "a.txt", "", "a-\n", "", 30),
    ("credits", "a.txt", "", "(dpa/jf)\n", "", 12),
    ("lists of links", "a.html", "<article><p>Ein Satz.</p><ul>", "<li><a href=\"¤\">Mehr ¤</a></li>", "</ul></article>", 12),
    ("records with one id", "a.jsonl", "", "{\"id\":\"x\",\"title\":\"T\",\"body\":\"Ein Satz.\"}\n", "", 4),
    ("records without ids", "a.jsonl", "", "{\"title\":\"T\",\"body\":\"Ein Satz ¤.\"}\n", "", 4),
    ("keys of a record", "a.jsonl", "{\"body\":\"Ein Satz.\"", ",\"key¤\":1", "}\n", 25),
    ("the table of articles", "articles.toml", "", "[\"¤.txt\"]\ndate = \"2022-02-04\"\n", "", 12),
    ("equal tasks", "tasks.md", "", "## Wer?\nText\n\n", "", 8),
    ("stations of a tour", "tour.md", "# Weg\n", "1. [Los](#/artikel/zz)\n", "", 12),
    ("tours", "tour.md", "", "# Weg\n1. [Los](#/artikel/zz)\n", "", 8),
    ("paragraphs of the imprint", "impressum.md", "", "Anna Schmidt, Wien\n\n", "", 12),
    ("removed names", "names.toml", "", "[[remove]]\nname = \"PER:Anna Muster¤\"\n\n", "", 8),
    ("merged names", "names.toml", "", "[[merge]]\nname = \"PER:Anna¤\"\ninto = \"PER:Berta¤\"\n\n", "", 8),
    (
        "marked names",
        "names.toml",
        "",
        "[[mark]]\narticle = \"zz\"\nquote = \"Wien\"\nbefore = \"nach \"\nafter = \".\"\nstart = 27\nname = \"MISC:W¤\"\n\n",
        "",
        5,
    ),
    ("articles of a folder", "folder", "", ARTICLE, "", 1),
    (
        "the same article again and again",
        "folder",
        "",
        "Gipfel in Wien\n\nAm Freitag sprach Kanzler Olaf Scholz in Wien über Gas.\n\u{c}",
        "",
        2,
    ),
    ("words of a query", "query", "", "reiste ", "", 1),
    ("different words of a query", "query", "", "wort¤ ", "", 1),
    ("brackets of a query", "query", "", "(", "", 25),
    ("closed brackets of a query", "query", "", "(Wien) ", "", 5),
    ("alternatives", "query", "Wien", " OR Wien", "", 5),
    ("exclusions", "query", "", "-Wien ", "", 5),
    ("patterns", "query", "", "W*n* ", "", 5),
    ("a phrase", "query", "\"", "nach Wien ", "\"", 5),
    ("a long word", "query", "", "ministerin", "", 8),
    ("parameters of an address", "address", "#/suche?q=a", "&x¤=y", "", 25),
    ("a long parameter", "address", "#/suche?q=", "%20a", "", 50),
    ("names in an address", "address", "#/suche?name=", "PER:Anna¤,", "", 25),
];

/// Inputs that are nested, or repeat at two places: name, kind, text of a length.
type Nested = (&'static str, &'static str, fn(usize) -> String);

const NESTED: &[Nested] = &[
    ("nested links in Markdown", "a.md", |n| format!("{}x{}", "[".repeat(n * 12), "](y)".repeat(n * 12))),
    ("nested quotations in Markdown", "a.md", |n| format!("{}x", "> ".repeat(n * 8))),
    ("deep pages", "a.html", |n| {
        let paragraphs = format!("<p>{BODY}</p>").repeat(n * 4);
        format!("{}{paragraphs}{}", "<div class=teaser>".repeat(60), "</div>".repeat(60))
    }),
    ("nested JSON", "a.jsonl", |n| format!("{{\"body\":\"Ein Satz.\",\"x\":{}{}}}", "[".repeat(n * 2), "]".repeat(n * 2))),
    ("imported notes", "notebook", |n| {
        let note = |k: usize| {
            format!(
                "{{\"type\":\"Annotation\",\"id\":\"#n{k}\",\"body\":[{{\"type\":\"TextualBody\",\"value\":\"Notiz {k}\"}}],\
                 \"target\":{{\"source\":\"index.html#/artikel/zz\",\"selector\":[{{\"type\":\"TextQuoteSelector\",\"exact\":\"Wien {k}\"}},\
                 {{\"type\":\"TextPositionSelector\",\"start\":{k},\"end\":{}}}]}}}}",
                k + 4
            )
        };
        format!("{{\"items\":[{}]}}", (0..n * 5).map(note).collect::<Vec<_>>().join(","))
    }),
];
