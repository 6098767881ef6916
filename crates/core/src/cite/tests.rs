use super::*;
use crate::article::{Evidence, Origin};
use serde_json::{Value, json};

fn on(year: i32, month: u32, day: u32) -> Day {
    Day::from_civil(year, month, day).expect("a day of the calendar")
}

fn dated(precision: Precision, origin: Origin) -> Option<PubDate> {
    let evidence = Evidence { origin, quote: String::new(), line: None, shared_words: 0 };
    Some(PubDate { earliest: on(2022, 2, 4), latest: on(2022, 2, 4), precision, minutes: None, evidence })
}

fn full() -> Metadata {
    Metadata {
        id: "003_436c".into(),
        title: Some("Größe & Maß".into()),
        author: Some("Ursula von der Höh".into()),
        source: Some("Neue Zeitung".into()),
        date: dated(Precision::Day, Origin::Record),
        url: Some("https://zeitung.example/a_b?c=1&d=50%25".into()),
        ..Metadata::default()
    }
}

fn source(meta: &Metadata) -> Source<'_> {
    Source {
        meta, label: "Nach Angaben des Kremls …", link: "https://schule.example/#/artikel/003_436c", accessed: Some(on(2026, 11, 26))
    }
}

#[track_caller]
fn check(change: impl Fn(&mut Metadata), expected: &str) {
    let mut meta = full();
    change(&mut meta);
    assert_eq!(source(&meta).short().replace('\u{a0}', " "), expected);
}

#[test]
fn the_short_form_has_only_what_is_known() {
    const END: &str = "https://zeitung.example/a_b?c=1&d=50%25 (Abruf: 26. November 2026).";
    check(|_| {}, &format!("Höh, Ursula von der: Größe & Maß. In: Neue Zeitung, 4. Februar 2022. {END}"));
    check(|m| m.author = None, &format!("o. A.: Größe & Maß. In: Neue Zeitung, 4. Februar 2022. {END}"));
    check(|m| m.author = Some("dpa".into()), &format!("dpa: Größe & Maß. In: Neue Zeitung, 4. Februar 2022. {END}"));
    check(
        |m| m.author = Some("Anna Müller und Jo Kern".into()),
        &format!("Müller, Anna; Kern, Jo: Größe & Maß. In: Neue Zeitung, 4. Februar 2022. {END}"),
    );
    check(
        |m| m.author = Some("Anna Alt, Berta Bau, Carl Cohn und Dora Dau".into()),
        &format!("Alt, Anna u. a.: Größe & Maß. In: Neue Zeitung, 4. Februar 2022. {END}"),
    );
    check(|m| m.date = None, &format!("Höh, Ursula von der: Größe & Maß. In: Neue Zeitung, o. D. {END}"));
    check(
        |m| m.date = dated(Precision::Month, Origin::Record),
        &format!("Höh, Ursula von der: Größe & Maß. In: Neue Zeitung, Februar 2022. {END}"),
    );
    check(|m| m.date = dated(Precision::Year, Origin::Record), &format!("Höh, Ursula von der: Größe & Maß. In: Neue Zeitung, 2022. {END}"));
    check(
        |m| m.date = dated(Precision::Day, Origin::SharedPassages),
        &format!("Höh, Ursula von der: Größe & Maß. In: Neue Zeitung, wohl 4. Februar 2022. {END}"),
    );
    check(|m| m.source = Some(String::new()), &format!("Höh, Ursula von der: Größe & Maß. Quelle unbekannt, 4. Februar 2022. {END}"));
    for (named, said) in [("dpa", "dpa"), ("dpa, AFP", "dpa; AFP"), ("Reuters/APA", "Reuters; APA"), ("(dpa)", "")] {
        let alone = |m: &mut Metadata| (m.author, m.source) = (None, Some(named.into()));
        let expected = format!("{said}: Größe & Maß. Agenturmeldung, 4. Februar 2022. {END}");
        let medium = format!("o. A.: Größe & Maß. In: {named}, 4. Februar 2022. {END}");
        check(alone, if said.is_empty() { &medium } else { &expected });
    }
    check(|m| m.source = Some("dpa".into()), &format!("Höh, Ursula von der: Größe & Maß. Agentur: dpa, 4. Februar 2022. {END}"));
    check(
        |m| m.source = Some("dpa, AFP".into()),
        &format!("Höh, Ursula von der: Größe & Maß. Agenturen: dpa, AFP, 4. Februar 2022. {END}"),
    );
    check(
        |m| m.title = Some("Wer\n war  das?".into()),
        &format!("Höh, Ursula von der: Wer war das? In: Neue Zeitung, 4. Februar 2022. {END}"),
    );
    check(|m| m.title = None, &format!("Höh, Ursula von der: [Nach Angaben des Kremls …]. In: Neue Zeitung, 4. Februar 2022. {END}"));
    let room = "https://schule.example/#/artikel/003_436c (Abruf: 26. November 2026).";
    for odd in [None, Some("javascript:alert(1)".to_owned()), Some("https://a b".to_owned()), Some("https://a\n.de".to_owned())] {
        check(|m| m.url = odd.clone(), &format!("Höh, Ursula von der: Größe & Maß. In: Neue Zeitung, 4. Februar 2022. {room}"));
    }
    let bare = Metadata::default();
    let nothing = Source { meta: &bare, label: "x", link: "", accessed: Some(on(2026, 11, 26)) };
    assert_eq!(nothing.short(), "o.\u{a0}A.: [x]. Quelle unbekannt, o.\u{a0}D.");
}

#[test]
fn a_quotation_has_its_source() {
    let mut meta = full();
    let quotation = source(&meta).quotation("Beide  zeigten sich\n„zutiefst besorgt“. ", Some((3, 4)));
    assert_eq!(
        quotation.replace('\u{a0}', " "),
        "„Beide zeigten sich ‚zutiefst besorgt‘.“ (Z. 3–4)\n\
         Höh, Ursula von der: Größe & Maß. In: Neue Zeitung, 4. Februar 2022. https://zeitung.example/a_b?c=1&d=50%25 (Abruf: 26. November 2026).\n\
         https://schule.example/#/artikel/003_436c"
    );
    meta.url = None;
    assert_eq!(
        source(&meta).quotation("Ja", None).replace('\u{a0}', " "),
        "„Ja“\nHöh, Ursula von der: Größe & Maß. In: Neue Zeitung, 4. Februar 2022 (Abruf: 26. November 2026).\nhttps://schule.example/#/artikel/003_436c"
    );
    meta.date = None;
    assert!(source(&meta).quotation("Ja", None).contains("Neue Zeitung, o.\u{a0}D. (Abruf: 26.\u{a0}November 2026).\n"));
    assert!(source(&meta).quotation("Ja", Some((7, 7))).starts_with("„Ja“ (Z.\u{a0}7)\n"));
    let alone = Source { link: "", ..source(&meta) };
    assert_eq!(alone.quotation("Ja", None).lines().count(), 2);
    for (words, inside) in [
        ("„a“ und \"b\", “c” und »d« (\"e\")", "‚a‘ und ‚b‘, ‚c‘ und ‚d‘ (‚e‘)"),
        ("besorgt“, heißt es", "besorgt‘, heißt es"),
        ("„Er sagte: ‚Nein‘“", "‚Er sagte: ‚Nein‘‘"),
        ("Putin’s", "Putin’s"),
    ] {
        assert_eq!(inner(words), inside);
    }
}

#[test]
fn bibtex_is_escaped() {
    assert_eq!(
        source(&full()).bibtex(),
        r#"@article{zeitlupe-003_436c,
  author = {von der H{\"o}h, Ursula},
  title = {{Gr{\"o}{\ss}e \& Ma{\ss}}},
  journaltitle = {Neue Zeitung},
  date = {2022-02-04},
  url = {https://zeitung.example/a_b?c=1&d=50%25},
  urldate = {2026-11-26},
  langid = {german}
}
"#
    );
    for (title, expected) in [
        ("Der \"alte\" Kanzler", r"Der {\symbol{34}}alte{\symbol{34}} Kanzler"),
        ("\"uns\" und \"oben\"", r"{\symbol{34}}uns{\symbol{34}} und {\symbol{34}}oben{\symbol{34}}"),
        ("5\" Zoll", r"5{\symbol{34}} Zoll"),
        ("„Größe“", "„Gr{\\\"o}{\\ss}e“"),
    ] {
        let meta = Metadata { title: Some(title.into()), ..full() };
        assert!(source(&meta).bibtex().contains(&format!("title = {{{{{expected}}}}}")), "{}", source(&meta).bibtex());
    }
    let agency = Metadata { author: None, source: Some("dpa, AFP".into()), ..full() };
    let written = [source(&agency).bibtex(), source(&agency).ris(), source(&agency).csl_json()];
    assert!(written[0].starts_with("@online{") && written[0].contains("author = {{dpa} and {AFP}}"), "{}", written[0]);
    assert!(!written[0].contains("journaltitle") && !written[1].contains("T2  -") && !written[2].contains("container-title"));
    let mut meta = full();
    meta.id = "ä/1".into();
    (meta.source, meta.author, meta.date) = (None, Some("dpa & AFP".into()), dated(Precision::Month, Origin::SharedChain));
    let entry = source(&meta).bibtex();
    assert!(entry.starts_with("@online{zeitlupe-.228..47.1,\n  author = {{dpa} and {AFP}},"), "{entry}");
    assert!(entry.contains("date = {2022-02?},"), "{entry}");
}

#[test]
fn ris_follows_its_specification() {
    assert_eq!(
        source(&full()).ris(),
        "TY  - NEWS\r\nAU  - Höh, Ursula von der\r\nTI  - Größe & Maß\r\nT2  - Neue Zeitung\r\nPY  - 2022\r\nDA  - 2022/02/04/\r\n\
         UR  - https://zeitung.example/a_b?c=1&d=50%25\r\nY2  - 2026/11/26/\r\nLA  - de\r\nER  - \r\n"
    );
    let mut meta = full();
    (meta.source, meta.date) = (None, dated(Precision::Month, Origin::SharedPassages));
    let record = source(&meta).ris();
    assert!(record.starts_with("TY  - ELEC\r\n") && record.contains("DA  - 2022/02//wohl\r\n"), "{record}");
    meta.date = dated(Precision::Year, Origin::Record);
    assert!(source(&meta).ris().contains("DA  - 2022///\r\n"));
}

#[test]
fn csl_follows_its_schema() {
    let read = |meta: &Metadata| serde_json::from_str::<Value>(&source(meta).csl_json()).expect("JSON");
    assert_eq!(
        read(&full()),
        json!([{
            "id": "zeitlupe-003_436c", "type": "article-newspaper", "title": "Größe & Maß", "container-title": "Neue Zeitung",
            "author": [{ "family": "Höh", "given": "Ursula", "non-dropping-particle": "von der" }],
            "issued": { "date-parts": [[2022, 2, 4]] }, "accessed": { "date-parts": [[2026, 11, 26]] },
            "URL": "https://zeitung.example/a_b?c=1&d=50%25", "language": "de",
        }])
    );
    let mut meta = full();
    (meta.source, meta.author, meta.date) = (None, Some("dpa".into()), dated(Precision::Month, Origin::SharedPassages));
    let item = &read(&meta)[0];
    assert_eq!((&item["type"], &item["author"]), (&json!("webpage"), &json!([{ "literal": "dpa" }])));
    assert_eq!(item["issued"], json!({ "date-parts": [[2022, 2]], "circa": true }));
}

#[test]
fn hostile_text_stays_text() {
    let hostile = "\"}, \\input{/etc/passwd} % {{ } $x^2$ #1\r\nER  - \r\nTY  - BOOK \u{1b}~";
    let meta = Metadata {
        id: "a},b={".into(),
        title: Some(hostile.into()),
        author: Some(hostile.into()),
        source: Some(hostile.into()),
        url: Some("https://x.example/{}\\}".into()),
        lang: Some("de\r\nER".into()),
        ..Metadata::default()
    };
    let cited = source(&meta);
    let ris = cited.ris();
    assert_eq!(ris.matches("\r\n").count(), ris.lines().count());
    assert!(ris.lines().all(|line| line.get(2..6) == Some("  - ")), "{ris}");
    assert_eq!(
        (ris.lines().filter(|line| line.starts_with("ER")).count(), ris.lines().filter(|line| line.starts_with("TY")).count()),
        (1, 1)
    );
    let item: Value = serde_json::from_str(&cited.csl_json()).expect("JSON");
    assert_eq!(item[0]["title"], json!(one_line(hostile)));
    let entry = cited.bibtex();
    // Depth of braces, none of which is escaped: the entry ends where its first brace is closed, and that is its end.
    let mut depth = 0;
    for (at, c) in entry.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        assert!(depth > 0 || at < "@article".len() || at + 2 == entry.len() || c == '\n', "{at} in {entry}");
    }
    assert_eq!(depth, 0);
    assert!(!entry.contains("\\input") && entry.contains("\\%") && entry.contains("\\$x{\\textasciicircum}2\\$ \\#1"), "{entry}");
    assert!(entry.lines().all(|line| line.starts_with('@') || line.starts_with("  ") || line == "}"), "{entry}");
    assert!(cited.short().lines().count() == 1);
}
