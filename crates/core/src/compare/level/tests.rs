//! Made-up reports side by side.

use super::*;
use crate::article::{Article, Role, Section};
use crate::compare::{Comparison, Mark, Source, compare};
use crate::statements::Statements;
use crate::text::sentences;

/// Sentences without a word in common.
const S: [&str; 6] = [
    "Die Ministerin kündigte am Abend eine Ausweitung der Hilfen für alle Betriebe in der Region an.",
    "Das Geld stammt aus dem Haushalt des Landes und wird im März an Antragsteller verteilt.",
    "Ein Sprecher der Gewerkschaft nannte den Plan unzureichend und forderte höhere Löhne für Pflegekräfte.",
    "Bei dem Unwetter stürzten mehrere Bäume auf Bahngleise zwischen Kassel und Göttingen, Züge fielen aus.",
    "Forscher entdeckten unter dem Eis einen See, dessen Wasser seit Jahrtausenden kein Licht gesehen hatte.",
    "Zum Auftakt spielte das Orchester eine Suite von Bach, danach sprach der Intendant über Kürzungen.",
];

/// The comparison of reports without quotations and numbers.
fn compared(texts: &[&AnalysedArticle]) -> Comparison {
    let statements = Statements::default();
    compare(&texts.iter().map(|document| Source { document, statements: &statements }).collect::<Vec<_>>(), &[])
}

/// A sentence that begins with a word and is too long to be skipped within a passage.
fn filler(word: &str) -> String {
    let words: String = (0..40).map(|n| format!(" {}{n}", word.to_lowercase())).collect();
    format!("{word}{words}.")
}

/// A report of lines; `# ` begins a title, `## ` a heading.
fn report(lines: &[&str]) -> AnalysedArticle {
    let (mut text, mut sections) = (String::new(), Vec::new());
    for line in lines {
        let (role, words) = match (line.strip_prefix("## "), line.strip_prefix("# ")) {
            (Some(words), _) => (Role::Heading, words),
            (_, Some(words)) => (Role::Title, words),
            _ => (Role::Paragraph, *line),
        };
        if !text.is_empty() {
            text.push('\n');
        }
        sections.push(Section { role, span: Span::new(text.len(), text.len() + words.len()) });
        text.push_str(words);
    }
    let sentences = sentences(&text);
    AnalysedArticle { article: Article { text, sections, ..Article::default() }, sentences, ..AnalysedArticle::default() }
}

/// The grid of these reports: a line for each row, ` || ` between columns, ` | ` between blocks, each with its sign: `=` and `~` shared, with
/// the letters of the columns, `auch` elsewhere, `+` alone.
fn shown(reports: &[AnalysedArticle], chosen: &[u32]) -> Vec<String> {
    let texts: Vec<&AnalysedArticle> = reports.iter().collect();
    let found = level(&texts, &compared(&texts), chosen);
    no_word_is_lost(&texts, &found);
    let block = |column: usize, block: &Block| {
        let words = block.span.of(&texts[found.reports[column] as usize].article.text);
        let short: String = words.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        match &block.kind {
            BlockKind::Shared(shared) => {
                let twins: String = shared.twins.iter().map(|twin| char::from(b'A' + twin.column as u8)).collect();
                format!("{}{twins} {short}", if shared.is_verbatim { '=' } else { '~' })
            }
            BlockKind::Elsewhere(_) => format!("auch {short}"),
            BlockKind::Alone => format!("+ {short}"),
        }
    };
    let cell = |(n, cell): (usize, &Vec<Block>)| cell.iter().map(|one| block(n, one)).collect::<Vec<_>>().join(" | ");
    found.rows.iter().map(|row| row.cells.iter().enumerate().map(cell).collect::<Vec<_>>().join(" || ")).collect()
}

/// Asserts that the columns have all letters of their texts but those of the title, in order.
fn no_word_is_lost(texts: &[&AnalysedArticle], found: &Level) {
    for (column, &report) in found.reports.iter().enumerate() {
        let article = &texts[report as usize].article;
        let blocks = found.rows.iter().flat_map(|row| &row.cells[column]);
        let lines = blocks.flat_map(|block| block.lines.iter().chain(block.rest.iter().flat_map(|rest| &rest.lines)));
        let pieces = lines.flat_map(|line| &line.segments).map(|segment| segment.span.of(&article.text));
        let plain = |words: String| words.split_whitespace().collect::<String>();
        let body = article.sections.iter().filter(|section| section.role != Role::Title).map(|section| section.span.of(&article.text));
        assert_eq!(plain(pieces.collect()), plain(body.collect()));
    }
}

#[test]
fn what_is_in_the_same_order_stands_level() {
    let one = report(&["# Hilfen", S[0], &filler("Nur"), S[1]]);
    let two = report(&["Vorab steht etwas.", S[0], &filler("Auch"), S[1], "Und danach."]);
    assert_eq!(
        shown(&[one, two], &[0, 1]),
        [
            " || + Vorab steht",
            "=B Die Ministerin | + Nur nur0 || =A Die Ministerin | + Auch auch0",
            "=B Das Geld || =A Das Geld | + Und danach."
        ]
    );
}

#[test]
fn a_passage_that_changed_place_stays_there() {
    let one = report(&[S[0], &filler("Mitte"), S[1], &filler("Ja"), S[2]]);
    let two = report(&[S[2], &filler("Hier"), S[0], &filler("Da"), S[1]]);
    let reports = [one, two];
    assert_eq!(
        shown(&reports, &[0, 1]),
        [
            " || =A Ein Sprecher | + Hier hier0",
            "=B Die Ministerin | + Mitte mitte0 || =A Die Ministerin | + Da da0",
            "=B Das Geld | + Ja ja0 | =B Ein Sprecher || =A Das Geld",
        ]
    );
    let found = level(&[&reports[0], &reports[1]], &compared(&[&reports[0], &reports[1]]), &[0, 1]);
    let is_level: Vec<bool> = found.ribbons.iter().map(|ribbon| ribbon.is_level).collect();
    assert_eq!(is_level, [true, true, false]);
    // Without the full stop.
    assert!(found.ribbons[2].ends[0].to > WHOLE * 99 / 100 && found.ribbons[2].ends[1].from == 0);
}

#[test]
fn columns_can_be_exchanged() {
    let (one, two) = (report(&[S[0]]), report(&[&S[0].replace("Ministerin", "Senatorin"), "Und danach."]));
    let reports = [one, two];
    let found = level(&[&reports[0], &reports[1]], &compared(&[&reports[0], &reports[1]]), &[1, 0, 7, 1]);
    assert_eq!(found.reports, [1, 0]);
    let segments = &found.rows[0].cells[0][0].lines[0].segments;
    let changed: Vec<&str> = segments.iter().filter(|s| s.mark == Mark::Changed).map(|s| s.span.of(&reports[1].article.text)).collect();
    assert_eq!(changed, ["Senatorin"]);
    assert_eq!(found.ribbons[0].ends.map(|end| end.column), [0, 1]);
}

#[test]
fn odd_texts_are_no_errors() {
    assert_eq!(level(&[], &compared(&[]), &[0]), Level::default());
    let (one, two) = (report(&[S[0]]), report(&[S[3]]));
    assert_eq!(shown(&[one.clone(), two], &[0, 1]), ["+ Die Ministerin || + Bei dem"]);
    assert_eq!(shown(&[one.clone(), report(&[])], &[0, 1]), ["+ Die Ministerin || "]);
    assert_eq!(shown(&[report(&[]), report(&[""])], &[0, 1]), Vec::<String>::new());
    assert_eq!(shown(&[one.clone(), one.clone()], &[0, 1]), ["=B Die Ministerin || =A Die Ministerin"]);
    assert_eq!(shown(&[one.clone(), one], &[1]), ["auch Die Ministerin"]);
    let all = report(&["## Alles", S[0], S[1], S[2]]);
    assert_eq!(shown(&[all.clone(), all], &[0, 1]).len(), 1);
}

#[test]
fn a_passage_is_cut_where_little_of_the_sentence_is_in_it() {
    let words = "Wir werden die Verträge mit allen Partnern in den nächsten Monaten sorgfältig prüfen";
    let long = format!(
        "Zum Abschluss erklärte sie vor hundert Zuhörern, die an dem Abend lange vor der Halle in der Kälte gewartet hatten: „{words}.“ So war es."
    );
    let reports = [report(&[&format!("„{words}“, sagte sie.")]), report(&[&long])];
    assert_eq!(shown(&reports, &[0, 1]), [" || + Zum Abschluss", "=B „Wir werden || =A „Wir werden | + So war"]);
    let found = level(&[&reports[0], &reports[1]], &compared(&[&reports[0], &reports[1]]), &[0, 1]);
    assert_eq!(found.rows[1].cells[1][0].span.of(&long), format!("„{words}.“"));
    assert_eq!(found.rows[1].cells[0][0].span.of(&reports[0].article.text), format!("„{words}“, sagte sie."));
}

#[test]
fn three_texts_share_one_grid() {
    let one = report(&[S[0], &filler("Eins"), S[1], &filler("Ende"), S[2]]);
    let two = report(&["Zwei.", S[0], &filler("Hier"), S[2], S[3]]);
    let three = report(&[S[3], "Drei.", S[2], S[1]]);
    assert_eq!(
        shown(&[one.clone(), two.clone(), three.clone()], &[0, 1, 2]),
        [
            " || + Zwei. || =B Bei dem | + Drei.",
            "=B Die Ministerin | + Eins eins0 | =C Das Geld | + Ende ende0 || =A Die Ministerin | + Hier hier0 || ",
            "=BC Ein Sprecher || =AC Ein Sprecher | =C Bei dem || =BA Ein Sprecher | =A Das Geld",
        ]
    );
    let pair = shown(&[one, two, three], &[0, 1]);
    assert_eq!(pair[1], "=B Die Ministerin | + Eins eins0 | auch Das Geld | + Ende ende0 || =A Die Ministerin | + Hier hier0");
    assert_eq!(pair[2], "=B Ein Sprecher || =A Ein Sprecher | auch Bei dem");
}

#[test]
fn a_long_block_of_one_text_can_be_folded() {
    let many = ["Eins ist da. Zwei kommt. Drei geht.", "## Die Wende", "Vier bleibt. Fünf singt. Sechs lacht laut."];
    let one = report(&many);
    let two = report(&[S[0]]);
    let found = level(&[&one, &two], &compared(&[&one, &two]), &[0, 1]);
    let block = &found.rows[0].cells[0][0];
    let rest =
        block.rest.as_ref().map(|rest| (rest.lines.len(), rest.sentences, rest.words, rest.heading.map(|h| h.of(&one.article.text))));
    assert_eq!((block.lines.len(), block.sentences, rest), (1, Some((1, 6)), Some((3, 4, 11, Some("Die Wende")))));
}
