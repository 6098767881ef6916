//! Saved pages of several kinds. They are made up, with the structure of real ones.

use std::path::Path;
use zeitlupe_core::article::{Article, Role};

fn page(name: &str) -> Article {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages").join(name);
    let bytes = std::fs::read(path).expect("the page is there");
    let reading = zeitlupe_ingest::read([(name, &bytes[..])]);
    assert_eq!(reading.articles.len(), 1, "{:?}", reading.problems);
    reading.articles.into_iter().next().expect("there is one")
}

/// Checks kicker, title, date, source and author, joined by `|`, then lead and headings, and the beginning and end of the body.
fn check(name: &str, facts: &str, lead: Option<&str>, sub: &[&str], begins: &str, ends: &str) {
    let article = page(name);
    let meta = &article.meta;
    let date = meta.date.as_ref().map(|date| date.iso());
    let found = [&meta.kicker, &meta.title, &date, &meta.source, &meta.author].map(|fact| fact.as_deref().unwrap_or("-"));
    assert_eq!(found.join("|"), facts);
    let of = |role: Role| article.sections.iter().filter(move |section| section.role == role).map(|section| section.span.of(&article.text));
    assert_eq!(of(Role::Lead).next(), lead, "{}", article.text);
    assert_eq!(of(Role::Heading).collect::<Vec<_>>(), sub, "{}", article.text);
    let body: Vec<&str> = of(Role::Paragraph).collect();
    assert!(body.first().is_some_and(|line| line.starts_with(begins)), "{body:#?}");
    assert!(body.last().is_some_and(|line| line.ends_with(ends)), "{body:#?}");
    for foreign in [
        "Cookies",
        "Wind, Mond",
        "Jetzt anmelden",
        "Impressum",
        "Kommentare",
        "Teilen mit",
        "schöner Bericht",
        "ANZEIGE",
        "Anzeige",
        "Sport",
        "Meistgelesen",
        "Start",
        "Foto:",
        "Lesen Sie auch",
        "Der Bund stellt",
    ] {
        assert!(!article.text.contains(foreign), "{name} has {foreign}: {}", article.text);
    }
}

#[test]
fn a_broadcaster() {
    check(
        "sender.html",
        "Nach der Sturmflut|Hafen von Nordhaven öffnet wieder|2023-11-06T15:20|senderschau.example|-",
        Some("Drei Tage nach der Sturmflut legen in Nordhaven wieder Schiffe an. Die Schäden sind größer als gedacht."),
        &["Kai muss erneuert werden"],
        "Am Montagmorgen hat",
        "in der kommenden Woche entschieden werden.",
    );
    let furniture = page("sender.html").furniture.join("\n");
    assert!(furniture.contains("Der beschädigte Kai am Sonntag") && furniture.contains("Über dieses Thema berichtete"), "{furniture}");
}

#[test]
fn a_magazine() {
    check(
        "magazin.html",
        "Bergdorf Sankt Alban|Warum ein Ort seine Schule rettet|2022-05-14T07:30|DAS MAGAZIN|Mira Oberhuber",
        Some("Nur noch sieben Kinder lernen in Sankt Alban. Die Bewohner wollen ihre Schule trotzdem behalten – und haben einen Plan."),
        &["Sieben Kinder, drei Klassen"],
        "Um zehn nach sieben",
        "Zwei haben schon zugesagt.",
    );
}

#[test]
fn a_blog() {
    check(
        "blog.html",
        "-|Der letzte Fährmann von Werden|2021-09-03T08:15|Ruhrblick|Jonas Brandt",
        Some(
            "Wer in Werden über die Ruhr will, nimmt heute die Brücke. Nur wer Zeit hat, wartet am Steg, bis Karl-Heinz Möller mit seinem Kahn herüberkommt.",
        ),
        &["Ein Nachfolger ist nicht in Sicht"],
        "Seit 1974 setzt er",
        "am Wochenende fahren können.",
    );
    assert_eq!(page("blog.html").meta.url.as_deref(), Some("https://ruhrblick.example/2021/09/03/der-letzte-faehrmann/"));
}

#[test]
fn a_page_laid_out_with_tables() {
    check(
        "tabelle.html",
        "-|Gemeinderat beschließt neues Hallenbad|2003-03-12|-|-",
        None,
        &[],
        "Moosbach. Nach fünf Stunden",
        "aus dem Gebäude wird, ist offen.",
    );
}

#[test]
fn an_amp_page() {
    check(
        "amp.html",
        "Nach dem Orkan|Zugverkehr im Süden läuft wieder|2020-02-11T11:45|Zeitblatt|Tom Keller",
        Some("Nach dem Orkan vom Montag fahren die meisten Fernzüge seit dem Morgen wieder nach Plan."),
        &["Hunderte übernachteten in Zügen"],
        "Die Bahn hat den Fernverkehr",
        "bis zum Wochenende nutzen.",
    );
}

#[test]
fn a_newspaper_without_metadata() {
    check(
        "zeitung.html",
        "Energie|Streit um Windräder im Kaufunger Wald|2019-08-21T17:40|-|Petra Lang",
        Some(
            "Im Kaufunger Wald sollen zehn Windräder entstehen. Eine Bürgerinitiative will das verhindern und hat am Mittwoch 4.300 Unterschriften übergeben.",
        ),
        &[],
        "Die Initiative fürchtet",
        "geplanten Standorten entfernt.",
    );
}
