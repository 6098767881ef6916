//! Markdown and the blocks it becomes.

use super::target::target;
use super::*;
use crate::pages;
use zeitlupe_core::prose::{Piece, Style};

/// The pieces of a text in the markup of their style, links as `<words|target>`.
fn shown(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| {
        let sign = match piece.style {
            Style::Plain => "",
            Style::Strong => "**",
            Style::Emphasis => "*",
            Style::Code => "`",
        };
        let words = format!("{sign}{}{sign}", piece.text);
        piece.link.as_ref().map_or(words.clone(), |link| format!("<{words}|{link}>"))
    };
    pieces.iter().map(one).collect()
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let found = parts(text);
    assert!(found.len() <= 1, "{found:?}");
    assert_eq!(found.first().map_or_else(String::new, |part| shown(&part.pieces)), expected, "{text}");
}

#[test]
fn inline_markup_becomes_styles() {
    check("Das ist **sehr** _wichtig_ und *neu*.", "Das ist **sehr** *wichtig* und *neu*.");
    check("`a_b` und __fest__", "`a_b` und **fest**");
    check("***beides***", "**beides**");
    check("**fest und *betont* darin**", "**fest und betont darin**");
    check("Bürger*innen und 2 * 3, a_b_c", "Bürger*innen und 2 * 3, a_b_c");
    check("*offen bleibt, ** auch", "*offen bleibt, ** auch");
    check("ein ` allein und `` zwei", "ein ` allein und `` zwei");
    check("\\*kein\\* Stern \\[x]", "*kein* Stern [x]");
    check("<b>fett</b> &amp; <script>alert(1)</script>", "<b>fett</b> & <script>alert(1)</script>");
    check("<script>alert(1)</script>", "<script>alert(1)</script>");
    check("Bürger*innen und Lehrer*innen, *neu*", "Bürger*innen und Lehrer*innen, *neu*");
    check("", "");
}

#[test]
fn only_allowed_link_targets_are_kept() {
    check("[Gas](#/suche?q=Gas)", "<Gas|#/suche?q=Gas>");
    check("[Gas](https://schule.example/saal/index.html#/zeit?liste)", "<Gas|#/zeit?liste>");
    check("[*Gas* **und** Öl](#/)", "<*Gas*|#/>< |#/><**und**|#/>< Öl|#/>");
    check("**[Gas](#/)**", "<**Gas**|#/>");
    check("[dpa](https://dpa.example/a_(b) \"Titel\")", "<dpa|https://dpa.example/a_(b)>");
    check("[Post](mailto:a@b.example) [Netz](HTTP://b.example)", "<Post|mailto:a@b.example> <Netz|HTTP://b.example>");
    for bad in ["javascript:alert(1)", "JavaScript:alert(1)#/", "data:text/html,x", "//b.example", "datei.html", "", " "] {
        check(&format!("[x]({bad})"), "x");
    }
    check("[x](java\tscript:x)", "[x](java\tscript:x)");
    check("[x][1] und [sic] und [offen](", "[x][1] und [sic] und [offen](");
    assert_eq!(
        links("a\n[b](#/) [c](http://x.example/#/zeit)\n\n- [*d* e](#/namen)\n"),
        [(2, "#/".into()), (2, "#/zeit".into()), (4, "#/namen".into()),]
    );
}

#[test]
fn headings_paragraphs_and_lists_become_blocks() {
    let text = "\u{feff}# Titel #\r\nErster Absatz,\r\nzweite Zeile.\n\n### Tief\n##### Tiefer\n- eins\n  geht weiter\n* zwei\n1. drei\n2) vier\n\n---\nEnde\n#kein Titel\n4.Februar\n2022. Ein Jahr";
    let seen: Vec<String> = read(text)
        .iter()
        .map(|block| match block {
            Block::Heading(level, pieces) => format!("{level} {}", shown(pieces)),
            Block::Paragraph(pieces) => shown(pieces),
            Block::List(numbered, items) => {
                format!("{} {}", if *numbered { "1." } else { "-" }, items.iter().map(|item| shown(item)).collect::<Vec<_>>().join(" / "))
            }
        })
        .collect();
    assert_eq!(
        seen,
        [
            "1 Titel",
            "Erster Absatz, zweite Zeile.",
            "3 Tief",
            "3 Tiefer",
            "- eins geht weiter / zwei",
            "1. drei / vier",
            "Ende #kein Titel 4.Februar 2022. Ein Jahr",
        ]
    );
    assert!(read("\n \n---\n").is_empty());
}

/// No text makes the parser fail, and no word is lost or made up.
#[test]
fn any_text_is_read() {
    let signs = ["*", "**", "_", "`", "[", "](", ")", "#/", "\\", "ä", " ", "\n", "- ", "1. ", "# ", "http://", "\u{0}"];
    let mut seed = 7_u32;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(signs[(seed >> 16) as usize % signs.len()]);
        }
        for block in read(&text) {
            let (Block::Heading(_, pieces) | Block::Paragraph(pieces)) = block else { continue };
            for piece in pieces {
                assert!(!piece.text.is_empty(), "{text:?}");
                assert!(piece.link.is_none_or(|link| target(&link) == Some(link.clone())), "{text:?}");
            }
        }
        links(&text);
    }
}

#[test]
fn each_fixed_page_has_one_title_in_both_languages() {
    for pages in pages() {
        for page in [&pages.about, &pages.limits, &pages.privacy, &pages.access] {
            let headings: Vec<u8> =
                page.iter().filter_map(|block| if let Block::Heading(level, _) = block { Some(*level) } else { None }).collect();
            assert_eq!(headings.iter().filter(|level| **level == 1).count(), 1, "{page:?}");
            assert!(headings.len() > 2 && matches!(page[0], Block::Heading(1, _)));
        }
    }
    let [de, en] = pages();
    for (de, en) in [(de.about, en.about), (de.limits, en.limits), (de.privacy, en.privacy), (de.access, en.access)] {
        assert_eq!(de.len(), en.len(), "the two languages say the same: {:?}", de[0]);
    }
}
