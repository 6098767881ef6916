//! Kinds of faults of saved pages and files, each with several inputs.

use zeitlupe_core::article::{Article, Role};
use zeitlupe_core::remark::Severity;
use zeitlupe_ingest::{Reading, read};

const TEXT: [&str; 4] = [
    "Der Gemeinderat hat am Abend beschlossen, das alte Schulhaus am Anger zu einem Treffpunkt für alle Vereine umzubauen.",
    "Die Arbeiten sollen im Frühjahr beginnen und anderthalb Jahre dauern, solange weichen die Vereine in die Turnhalle aus.",
    "Bezahlt wird der Umbau zur Hälfte vom Land, den Rest bringt die Gemeinde aus dem Verkauf von zwei Bauplätzen auf.",
    "Gegen den Plan stimmten drei Räte, die lieber ein neues Haus am Ortsrand gebaut hätten, wo es mehr Parkplätze gibt.",
];

fn paragraphs(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("<p>{text}</p>\n")).collect()
}

fn page(head: &str, body: &str) -> String {
    format!("<html lang=\"de\"><head><meta charset=\"utf-8\"><title>Schulhaus</title>{head}</head><body>{body}</body></html>")
}

/// An article with these elements between headline and text, and after the text.
fn article(head: &str, above: &str, below: &str) -> String {
    page(head, &format!("<article><h1>Aus der Schule wird ein Treffpunkt</h1>{above}{}{below}</article>", paragraphs(&TEXT)))
}

fn reading(name: &str, text: &str) -> Reading {
    let reading = read([(name, text.as_bytes())]);
    assert_eq!(reading.articles.len(), 1, "{text}\n{:?}", reading.problems);
    reading
}

fn only(text: &str) -> Article {
    reading("a.html", text).articles.remove(0)
}

fn date(article: &Article) -> String {
    article.meta.date.as_ref().map(|date| date.iso().chars().take(10).collect()).unwrap_or_default()
}

/// The text without title and kicker.
fn body(article: &Article) -> String {
    let sections = article.sections.iter().filter(|section| section.role >= Role::Lead);
    sections.map(|section| section.span.of(&article.text)).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check_body(text: &str) {
    let article = only(text);
    assert_eq!(body(&article), TEXT.join("\n"), "{text}\n{:?}", article.furniture);
}

#[test]
fn the_date_below_the_headline_is_not_that_of_a_teaser_comment_or_event() {
    let shown = [
        "<div class=\"info\">Von Nora Eber | 9. Mai 2017</div>",
        "<p>Von Nora Eber, 9. Mai 2017</p>",
        "<p>Nora Eber schreibt:</p><p>Am 9. Mai 2017 von Nora Eber</p>",
        "<span itemprop=\"datePublished\">9. Mai 2017 um 10.20 Uhr</span>",
        "<p>09.05.2017, 10:20 Uhr</p>",
        "<time datetime=\"2017-05-09T10:20:00+02:00\">Dienstag</time>",
    ];
    let others = [
        "<aside class=\"teaser\"><h3>Mehr</h3><time datetime=\"2020-02-02\">2.2.2020</time></aside>",
        "<div class=\"comments\"><article><time datetime=\"2018-08-08\">8.8.2018</time><p>Ein guter Plan!</p></article></div>",
        "<div class=\"termine\"><h3>Termine</h3><time datetime=\"2017-12-24\">24.12.2017</time><p>Konzert in der Kirche</p></div>",
        "<section class=\"related\"><article><time datetime=\"2021-01-01\">1.1.2021</time><p>Neues aus dem Rat</p></article></section>",
    ];
    for shown in shown {
        for other in others {
            let inside = only(&article("", shown, other));
            assert_eq!(date(&inside), "2017-05-09", "{shown} {other}");
            let beside = page(
                "",
                &format!("<div class=artikel><h1>Aus der Schule wird ein Treffpunkt</h1>{shown}{}</div>{other}", paragraphs(&TEXT)),
            );
            assert_eq!(date(&only(&beside)), "2017-05-09", "{shown} {other}");
        }
    }
}

#[test]
fn a_change_is_not_the_publication() {
    for (head, shown) in [
        (
            "<meta http-equiv=\"last-modified\" content=\"Thu, 18 May 2017 10:00:00 GMT\">",
            "<p>Veröffentlicht am 09.05.2017 um 10:20 Uhr</p>",
        ),
        ("<meta property=\"article:modified_time\" content=\"2017-05-18T10:00:00+02:00\">", "<p>9. Mai 2017</p>"),
        ("", "<p>Aktualisiert am 18.05.2017, veröffentlicht am 09.05.2017</p>"),
        ("", "<p>Zuletzt geändert: 18.05.2017, 08:00 Uhr</p><p>Erstellt: 09.05.2017, 10:20 Uhr</p>"),
        (
            "",
            "<time class=\"updated\" datetime=\"2017-05-18\">18. Mai 2017</time> <time class=\"published\" datetime=\"2017-05-09\">9. Mai 2017</time>",
        ),
        (
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"dateModified\":\"2017-05-18\"}</script>",
            "<p>Stand: 09.05.2017</p>",
        ),
    ] {
        assert_eq!(date(&only(&article(head, shown, ""))), "2017-05-09", "{head} {shown}");
    }
    // A change is better than nothing.
    let changed = article("<meta property=\"article:modified_time\" content=\"2017-05-18T10:00:00+02:00\">", "", "");
    assert_eq!(date(&only(&changed)), "2017-05-18");
    for line in [
        "Aktualisiert am 18.05.2017, veröffentlicht am 09.05.2017",
        "Zuletzt aktualisiert: 18.05.2017 | Erschienen: 09.05.2017",
        "Letzte Änderung: 18. Mai 2017 – Veröffentlichung: 9. Mai 2017",
        "Aktualisiert: 18.05.2017\nVeröffentlicht: 09.05.2017",
    ] {
        let text = format!("Aus der Schule wird ein Treffpunkt\n\n{line}\n\n{}\n", TEXT.join("\n\n"));
        assert_eq!(date(&reading("a.txt", &text).articles[0]), "2017-05-09", "{line}");
    }
}

#[test]
fn the_headline_is_the_one_that_a_reader_sees() {
    let head = "<meta property=\"og:title\" content=\"Umbau in Angerdorf: Was mit dem Schulhaus passiert\">";
    for (heading, kicker) in [
        ("<h1>Aus der Schule wird ein Treffpunkt</h1>", None),
        ("<h1><span class=\"k1\">Angerdorf</span><span class=\"k2\">Aus der Schule wird ein Treffpunkt</span></h1>", Some("Angerdorf")),
        ("<h1><span class=\"article-kicker\">Angerdorf</span> Aus der Schule wird ein Treffpunkt</h1>", Some("Angerdorf")),
        ("<h1><small>Angerdorf:</small> Aus der Schule wird ein Treffpunkt</h1>", Some("Angerdorf")),
        ("<p class=\"dachzeile\">Angerdorf</p><h1>Aus der Schule wird ein Treffpunkt</h1>", Some("Angerdorf")),
        (
            "<div class=\"top\"><span class=\"overline\">Angerdorf</span></div><div><h1>Aus der Schule wird ein Treffpunkt</h1></div>",
            Some("Angerdorf"),
        ),
        ("<p>Angerdorf</p><h1>Aus der Schule wird ein Treffpunkt</h1>", Some("Angerdorf")),
        ("<p>9. Mai 2017</p><h1>Aus der Schule wird ein Treffpunkt</h1>", None),
        ("<h1><small>Angerdorf</small><br>Aus der Schule wird ein Treffpunkt</h1>", Some("Angerdorf")),
        ("<h1>Aus der Schu&shy;le wird ein Treff\u{ad}punkt</h1>", None),
        ("<h1>Aus der Schule <em>wird</em> ein<br>Treffpunkt</h1>", None),
        ("<h1><span>Aus der Schule</span> <span>wird ein Treffpunkt</span></h1>", None),
        ("<h1><span class=\"block\">Angerdorf</span>Aus der Schule wird ein Treffpunkt</h1>", Some("Angerdorf")),
        (
            "<h2 class=\"headline\"><span class=\"topline\">Angerdorf</span><span class=\"main\">Aus der Schule wird ein Treffpunkt</span></h2>",
            Some("Angerdorf"),
        ),
        ("<h1><span class=\"sr-only\">Artikel:</span>Aus der Schule wird ein Treffpunkt <span class=\"badge\">Plus</span></h1>", None),
    ] {
        let article = only(&page(head, &format!("<article><header>{heading}</header>{}</article>", paragraphs(&TEXT))));
        assert_eq!(article.meta.title.as_deref(), Some("Aus der Schule wird ein Treffpunkt"), "{heading}");
        assert_eq!(article.meta.kicker.as_deref(), kicker, "{heading}");
    }
    // A layout with the kicker as the first heading, and one whose frame has a class of what surrounds articles.
    let pair = "<meta property=\"og:title\" content=\"Angerdorf: Aus der Schule wird ein Treffpunkt\">";
    let old = page(pair, &format!("<h1>Angerdorf</h1><h2>Aus der Schule wird ein Treffpunkt</h2>{}", paragraphs(&TEXT)));
    assert_eq!(only(&old).meta.title.as_deref(), Some("Aus der Schule wird ein Treffpunkt"));
    assert_eq!(only(&old).meta.kicker.as_deref(), Some("Angerdorf"));
    let framed = page(
        head,
        &format!(
            "<div class=\"content-with-sidebar\"><article><h1>Aus der Schule wird ein Treffpunkt</h1>{}</article></div>",
            paragraphs(&TEXT)
        ),
    );
    assert_eq!(only(&framed).meta.title.as_deref(), Some("Aus der Schule wird ein Treffpunkt"));
    // Without a heading, the metadata has it.
    let bare = page(head, &format!("<article>{}</article>", paragraphs(&TEXT)));
    assert_eq!(only(&bare).meta.title.as_deref(), Some("Umbau in Angerdorf: Was mit dem Schulhaus passiert"));
}

#[test]
fn notices_before_the_article_are_left_out() {
    let notice = paragraphs(&[
        "Wir haben unsere Nutzungsbedingungen zum 1. März geändert und bitten Sie, die neue Fassung in Ruhe durchzulesen, bevor Sie fortfahren.",
        "Ihr Browser unterstützt einige Funktionen dieser Seite nicht mehr, deshalb werden manche Inhalte möglicherweise nicht richtig angezeigt.",
        "Mit Ihrer Einwilligung verarbeiten wir und unsere Partner Daten von Ihrem Gerät, um Anzeigen und Inhalte besser an Sie anzupassen.",
        "Sie können Ihre Entscheidung jederzeit am Ende der Seite ändern, ohne dass Ihnen daraus ein Nachteil bei der Nutzung entsteht.",
    ]);
    let heading = "<h1>Aus der Schule wird ein Treffpunkt</h1>";
    let text = paragraphs(&TEXT);
    let divided: String = TEXT.iter().map(|text| format!("<div><p>{text}</p></div>")).collect();
    for body in [
        format!("<div class=\"x1\">{notice}</div><main><article><header>{heading}</header><section>{divided}</section></article></main>"),
        format!("<section id=\"top\">{notice}</section><div class=\"inhalt\">{heading}{text}</div>"),
        format!("<main><div>{notice}</div><article>{heading}{text}</article></main>"),
        format!("<article><div class=\"x\">{notice}</div><div class=\"y\">{heading}{text}</div></article>"),
    ] {
        check_body(&page("<meta name=date content=2017-05-09>", &body));
    }
}

#[test]
fn an_offer_is_left_out_and_told() {
    for offer in [
        "<section class=\"offer-box\"><p>Weiterlesen mit Anger+. Monatlich kündbar, im ersten Monat nur einen Euro.</p><p>Sie haben schon ein Abo? <a href=\"#\">Hier anmelden</a></p></section>",
        "<div class=\"PaywallContainer\"><p>Jetzt weiterlesen für 1,95 Euro pro Woche. Jederzeit kündbar, nur für Neukunden.</p></div>",
        "<div class=\"x7\"><h3>Wie wollen Sie weiterlesen?</h3><p>Testen Sie unser Digital-Abo vier Wochen gratis.</p><p>Bereits Abonnent? Anmelden</p></div>",
        "<p>Dieser Artikel ist nur für Abonnenten lesbar.</p><p>Jetzt kostenlos testen und alle Artikel lesen</p>",
    ] {
        let text = article("<meta name=date content=2017-05-09>", "", offer);
        check_body(&text);
        let told =
            |problem: &zeitlupe_ingest::Problem| problem.severity == Severity::Warning && problem.message.contains("offer to subscribers");
        assert_eq!(reading("a.html", &text).problems.iter().filter(|problem| told(problem)).count(), 1, "{offer}");
    }
    assert!(reading("a.html", &article("<meta name=date content=2017-05-09>", "", "")).is_clean());
}

#[test]
fn authors_are_persons() {
    let ld = |rest: &str| format!("<script type=\"application/ld+json\">{{\"@context\":\"https://schema.org\",{rest}}}</script>");
    let site = "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Der Anger\"}";
    for (head, expected) in [
        (
            ld(
                "\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#p\"}},{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Nora Eber\"}]",
            ),
            Some("Nora Eber"),
        ),
        (
            ld(
                "\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#1\",\"name\":\"Nora Eber\"},{\"@type\":\"Person\",\"@id\":\"#2\",\"name\":\"Ole Brink\"},{\"@type\":\"Article\",\"author\":[{\"@id\":\"#1\"},{\"@id\":\"#2\"}]}]",
            ),
            Some("Nora Eber, Ole Brink"),
        ),
        (
            ld(
                "\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#o\"}},{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"Der Anger\"}]",
            ),
            None,
        ),
        (
            ld(&format!(
                "\"@type\":\"NewsArticle\",\"author\":[{{\"@type\":\"Person\",\"name\":\"Nora Eber\"}},{{\"@type\":\"Organization\",\"name\":\"Der Anger\"}}],{site}"
            )),
            Some("Nora Eber"),
        ),
        (ld(&format!("\"@type\":\"NewsArticle\",\"author\":{{\"@type\":\"Person\",\"name\":\"DER ANGER\"}},{site}")), None),
        (
            "<meta property=\"og:site_name\" content=\"DER ANGER\"><meta name=\"author\" content=\"Nora Eber, DER ANGER\">".into(),
            Some("Nora Eber"),
        ),
        ("<meta property=\"og:site_name\" content=\"Der Anger\"><meta name=\"author\" content=\"Der Anger/dpa\">".into(), None),
        ("<meta name=\"author\" content=\"[[autor]]\">".into(), None),
        ("<meta name=\"author\" content=\"{{author.name}}\">".into(), None),
        ("<meta name=\"author\" content=\"$author$\">".into(), None),
    ] {
        assert_eq!(only(&article(&head, "", "")).meta.author.as_deref(), expected, "{head}");
    }
}

#[test]
fn credits_are_aside_and_name_the_agency() {
    for (credit, source) in [
        ("<p><em>(dpa/ne)</em></p>", Some("dpa")),
        ("<p>dpa/lno</p>", Some("dpa")),
        ("<p>AFP/jan</p>", Some("AFP")),
        ("<p>(NE, dpa)</p>", Some("dpa")),
        ("<p class=\"x\">(APA/red)</p>", Some("APA")),
        ("<p>epd lbm ne</p>", Some("epd")),
        ("<div>(ne/mo)</div>", None),
    ] {
        let text = article("<meta name=date content=2017-05-09>", "", credit);
        check_body(&text);
        assert_eq!(only(&text).meta.source.as_deref(), source, "{credit}");
    }
    let inline = page(
        "",
        &format!("<article><h1>Aus der Schule wird ein Treffpunkt</h1>{}<p>{} (dpa/ne)</p></article>", paragraphs(&TEXT[..3]), TEXT[3]),
    );
    check_body(&inline);
    // A remark in brackets is no credit.
    let remark = page(
        "",
        &format!("<article><h1>Aus der Schule wird ein Treffpunkt</h1>{}<p>{} (Seite 3)</p></article>", paragraphs(&TEXT[..3]), TEXT[3]),
    );
    assert!(body(&only(&remark)).ends_with("(Seite 3)"));
}

#[test]
fn divided_words_and_soft_hyphens_are_whole_in_every_format() {
    let whole = "Die neue Gesundheitsreform tritt in Kraft, sagte Merkel am Montag in München.";
    let wrapped = "Die neue Gesund-\nheitsreform tritt in Kraft, sagte Mer\u{ad}kel am Montag in Mün\u{ad}chen.";
    for (name, text) in [
        ("a.txt", format!("Reform in Kraft\n\n{wrapped}\n")),
        ("a.md", format!("# Reform in Kraft\n\n{wrapped}\n")),
        ("a.html", format!("<h1>Reform in Kraft</h1><p>{}</p>", wrapped.replace('\n', "<br>").replace('\u{ad}', "&shy;"))),
        (
            "a.jsonl",
            format!("{{\"title\":\"Re\\u00adform in Kraft\",\"body\":\"{}\"}}", wrapped.replace('\n', "\\n").replace('\u{ad}', "\\u00ad")),
        ),
    ] {
        let reading = reading(name, &text);
        let article = &reading.articles[0];
        assert_eq!(article.meta.title.as_deref(), Some("Reform in Kraft"), "{name}");
        assert_eq!(body(article), whole, "{name}");
        let last = article.sections.last().expect("there is text");
        assert_eq!(last.span.of(&article.text), whole, "{name}");
    }
}
