//! Whole texts, as they occur.

use super::lines;
use crate::{markdown, plain, plain::uncounted as split};
use zeitlupe_core::article::{Article, Metadata};
use zeitlupe_core::article::{Origin, Role};

/// The article as lines: `K` kicker, `T` title, `L` lead, `H` heading, blank paragraph, `-` furniture; then date, source and author, where known.
fn outline(article: &Article) -> String {
    let mut out = Vec::new();
    for section in &article.sections {
        let sign = match section.role {
            Role::Kicker => "K ",
            Role::Title => "T ",
            Role::Lead => "L ",
            Role::Heading => "H ",
            Role::Paragraph => "  ",
        };
        out.push(format!("{sign}{}", section.span.of(&article.text)));
    }
    out.extend(article.furniture.iter().map(|line| format!("- {line}")));
    let meta = &article.meta;
    let date = meta.date.as_ref().map(|date| format!("{} ({}, line {})", date.iso(), date.evidence.quote, date.evidence.line.unwrap_or(0)));
    let facts = [("date", date), ("source", meta.source.clone()), ("author", meta.author.clone())];
    out.extend(facts.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}", value?))));
    out.join("\n")
}

fn check(text: &str, expected: &[&str]) {
    let import = plain(text, Metadata::default());
    assert_eq!(outline(&import.article), expected.join("\n"), "\n{text}");
}

const LONG: &str = "Die Ministerin hat am Freitag in Wien mit ihrem Kollegen über die Lage gesprochen und dabei angekündigt, dass die Verhandlungen in der kommenden Woche weitergehen sollen.";
const LONGER: &str = "Der Kollege sagte nach dem Treffen, die Gespräche seien offen und sachlich verlaufen, auch wenn man sich in einigen wichtigen Fragen noch nicht habe einigen können; beide Seiten wollten nun prüfen.";

#[test]
fn a_date_on_the_first_line_is_replaced_by_a_more_precise_one() {
    check(
        &format!(" date 2023-02 Besuch im Rathaus Einigung mit Verzögerung Stand: 22.02.2023 16:00 Uhr\n\n{LONG}"),
        &[
            "K Besuch im Rathaus",
            "T Einigung mit Verzögerung",
            &format!("  {LONG}"),
            "- date 2023-02",
            "date: 2023-02-22T16:00 (Stand: 22.02.2023 16:00 Uhr, line 1)",
        ],
    );
    check(
        &format!("date: 2022-02 Minister reist nach Wien\n\n{LONG}"),
        &["T Minister reist nach Wien", &format!("  {LONG}"), "date: 2022-02 (date: 2022-02, line 1)"],
    );
    check(
        &format!("2022-02-04 Minister reist nach Wien\n\n{LONG}"),
        &["T Minister reist nach Wien", &format!("  {LONG}"), "date: 2022-02-04 (2022-02-04, line 1)"],
    );
    check(
        &format!("Minister reist nach Wien 04.02.2022 | 12:01 Uhr\n\n{LONG}"),
        &["T Minister reist nach Wien", &format!("  {LONG}"), "date: 2022-02-04T12:01 (04.02.2022 | 12:01 Uhr, line 1)"],
    );
}

#[test]
fn a_date_in_the_title_of_a_record_is_cut_off() {
    let check = |title: &str, expected: &[&str]| {
        let known = Metadata { title: Some(title.into()), ..Metadata::default() };
        assert_eq!(outline(&lines(split(LONG), known).article), expected.join("\n"), "{title}");
    };
    let long = format!("  {LONG}");
    check(
        " date 2023-02 Besuch im Rathaus Einigung mit Verzögerung Stand: 22.02.2023 16:00 Uhr",
        &[
            "K Besuch im Rathaus",
            "T Einigung mit Verzögerung",
            &long,
            "- date 2023-02",
            "date: 2023-02-22T16:00 (Stand: 22.02.2023 16:00 Uhr, line 0)",
        ],
    );
    check(": Minister einig", &["T Minister einig", &long]);
    check("date 2022-02 Einig", &["T Einig", &long, "date: 2022-02 (date 2022-02, line 0)"]);
    for whole in ["#MeToo und die Folgen", "Rückblick auf den 4. Februar 2022", "2022: Das Jahr", "Einig.", "04.02.2022"] {
        check(whole, &[&format!("T {whole}"), &long]);
    }
}

#[test]
fn a_date_line_that_contradicts_the_date_field_is_ignored() {
    check(
        &format!("date 2023-02 Einigung\n\nStand: 03.03.2023\n\n{LONG}"),
        &["T Einigung", &format!("  {LONG}"), "- Stand: 03.03.2023", "date: 2023-02 (date 2023-02, line 1)"],
    );
}

#[test]
fn a_date_line_below_the_title_gives_the_date() {
    for line in [
        "04.02.2022 | 12:01 Uhr",
        "Stand: 04.02.2022, 12.01 Uhr",
        "Veröffentlicht am 4. Februar 2022 um 12:01 Uhr",
        "Fr., 4. Feb. 2022, 12:01 Uhr",
    ] {
        check(
            &format!(": Wien: Minister einig\n\n{line}\n{LONG}\n{LONGER}"),
            &["T Wien: Minister einig", &format!("L {LONG}"), &format!("  {LONGER}"), &format!("date: 2022-02-04T12:01 ({line}, line 3)")],
        );
    }
}

#[test]
fn a_repeated_title_separates_the_kicker() {
    check(
        &format!("Ukraine-Krise Minister einig\nMinister einig\n\n{LONG}"),
        &["K Ukraine-Krise", "T Minister einig", &format!("  {LONG}")],
    );
    check(
        &format!("Ukraine-Krise\nMinister in Wien sind sich einig\n\n{LONG}"),
        &["K Ukraine-Krise", "T Minister in Wien sind sich einig", &format!("  {LONG}")],
    );
}

#[test]
fn a_text_may_have_no_title_and_no_date() {
    check(&format!("{LONG}\n{LONGER}"), &[&format!("  {LONG}"), &format!("  {LONGER}")]);
    check("Nur ein kurzer Satz.", &["  Nur ein kurzer Satz."]);
    check("", &[]);
    check("\n \n", &[]);
}

#[test]
fn a_lead_is_shorter_than_what_follows() {
    check(
        &format!("Minister einig\n\nDie beiden haben gesprochen.\npeking {LONG}\n{LONGER}"),
        &["T Minister einig", "L Die beiden haben gesprochen.", &format!("  peking {LONG}"), &format!("  {LONGER}")],
    );
    check(&format!("Minister einig\n\n{LONGER}\n{LONG}"), &["T Minister einig", &format!("  {LONGER}"), &format!("  {LONG}")]);
    let agency = format!("WIEN (dpa) – {LONG}");
    check(
        &format!("Minister einig\n\n{agency}\n{LONGER} {LONG}"),
        &["T Minister einig", &format!("  {agency}"), &format!("  {LONGER} {LONG}")],
    );
}

#[test]
fn headings_stand_between_paragraphs() {
    check(
        &format!("{LONG}\n\nNeuer Anlauf\n{LONGER}\nStreit um „grünes“ Gas\n{LONG}"),
        &[&format!("  {LONG}"), "H Neuer Anlauf", &format!("  {LONGER}"), "H Streit um „grünes“ Gas", &format!("  {LONG}")],
    );
    // A wrapped sentence and a list are not headings.
    check(
        &format!("{LONG}\nEr forderte alle auf,\n\n\"den Dialog zu stärken und zusammenzuarbeiten\".\n\n{LONGER}"),
        &[&format!("  {LONG}"), "  Er forderte alle auf,", "  \"den Dialog zu stärken und zusammenzuarbeiten\".", &format!("  {LONGER}")],
    );
    check(&format!("{LONG}\nBerlin 3\nWien 4\nParis 5"), &[&format!("  {LONG}"), "  Berlin 3", "  Wien 4", "  Paris 5"]);
}

#[test]
fn a_caption_with_a_playing_time_is_not_the_article() {
    check(
        &format!(
            "Minister einig\n04.02.2022 | 12:01 Uhr\n{LONG}\n{LONGER}\n\nDer Minister vor der Reise.\n\n03.02.2022 | 01:41 min\n\nNeuer Anlauf\n\n{LONG}"
        ),
        &[
            "T Minister einig",
            &format!("L {LONG}"),
            &format!("  {LONGER}"),
            "H Neuer Anlauf",
            &format!("  {LONG}"),
            "- Der Minister vor der Reise.",
            "- 03.02.2022 | 01:41 min",
            "date: 2022-02-04T12:01 (04.02.2022 | 12:01 Uhr, line 2)",
        ],
    );
}

#[test]
fn credits_bylines_and_related_links_become_furniture() {
    check(
        &format!("Minister in Wien einig\nVon Anna Schmidt, Wien\n\n{LONG}\n{LONGER}\nQuelle: dpa, AFP\n\nMehr zu Wien\nWien feiert\n"),
        &[
            "T Minister in Wien einig",
            &format!("L {LONG}"),
            &format!("  {LONGER}"),
            "- Von Anna Schmidt, Wien",
            "- Quelle: dpa, AFP",
            "- Mehr zu Wien",
            "- Wien feiert",
            "source: dpa, AFP",
            "author: Anna Schmidt",
        ],
    );
}

#[test]
fn fields_above_the_text_give_metadata() {
    check(
        &format!("Titel: Minister einig\nDatum: 04.02.2022\nQuelle: Der Bote\n\n{LONG}"),
        &[
            "T Minister einig",
            &format!("  {LONG}"),
            "- Datum: 04.02.2022",
            "- Quelle: Der Bote",
            "date: 2022-02-04 (04.02.2022, line 2)",
            "source: Der Bote",
        ],
    );
}

#[test]
fn known_metadata_takes_precedence_over_the_text() {
    let known = Metadata { title: Some("Minister einig".into()), source: Some("Der Bote".into()), ..Metadata::default() };
    let article = plain(&format!("MINISTER EINIG\n\n{LONG}\n\nQuelle: dpa"), known).article;
    assert_eq!(outline(&article), format!("T Minister einig\n  {LONG}\n- Quelle: dpa\nsource: Der Bote"));
}

#[test]
fn markdown_may_have_front_matter() {
    let text = format!("---\ntitle: Minister einig\ndate: 2022-02-04\n---\n# Minister einig\n\n{LONG}\n\n## Neuer *Anlauf*\n\n{LONGER}\n");
    let article = markdown(&text, Metadata::default()).article;
    assert_eq!(outline(&article), format!("T Minister einig\n  {LONG}\nH Neuer Anlauf\n  {LONGER}\ndate: 2022-02-04 (2022-02-04, line 3)"));
    assert_eq!(article.meta.date.unwrap().evidence.origin, Origin::FrontMatter);
}

/// Every word of a text, in the article's text, its furniture or its evidence, as often as it stands there.
#[test]
fn no_word_is_lost() {
    let heads = [
        "",
        "Minister einig\n",
        " date 2022-02 Besuch im Rathaus Einigung mit Folgen Stand: 04.02.2022 10:00 Uhr\n",
        ": Wien: Einigung\n\n",
        "Wien\nMinister sind sich dort einig\n",
    ];
    let facts = ["", "04.02.2022 | 12:01 Uhr\n", "Stand: März 2023\nVon Anna Schmidt\n", "03.02.2022 | 01:41 min\n", "dpa\n"];
    let bodies = [
        LONG,
        "Kurzer Satz.\n\nNeuer Anlauf\n",
        "Er rief alle auf,\n\n\"mehr zu tun\".\n\nMehr zu Wien\nWien feiert\n",
        "Bildtext.\n\n01.02.2022 | 00:40 min\n\nQuelle: dpa\n",
    ];
    let words = |text: &str| {
        let mut found: Vec<String> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        found.sort();
        found
    };
    for head in heads {
        for fact in facts {
            for body in bodies {
                for tail in ["", LONGER, "Quelle: dpa", "Stand: 01.02.2022"] {
                    let text = format!("{head}{fact}{body}\n{tail}");
                    let article = plain(&text, Metadata::default()).article;
                    let evidence = article.meta.date.as_ref().map_or("", |date| &date.evidence.quote);
                    let kept = words(&format!("{}\n{}\n{evidence}", article.text, article.furniture.join("\n")));
                    let mut rest = kept.into_iter().peekable();
                    for word in words(&text) {
                        while rest.next_if(|kept| *kept < word).is_some() {}
                        assert_eq!(rest.next().as_ref(), Some(&word), "{text}\n---\n{}", outline(&article));
                    }
                }
            }
        }
    }
}

#[test]
fn sections_cover_the_text() {
    let article = plain(&format!("Minister einig\n\n{LONG}\n\nNeuer Anlauf\n\n{LONGER}"), Metadata::default()).article;
    let lines: Vec<&str> = article.text.lines().collect();
    let sections: Vec<&str> = article.sections.iter().map(|section| section.span.of(&article.text)).collect();
    assert_eq!(lines, sections);
}
