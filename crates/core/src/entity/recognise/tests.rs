//! Cases as marked sentences: `[PER Angela Merkel]`, `[LOC:d russische]` for derived forms, `[ORG:p Nato]-Gipfel` for parts.

use super::*;

fn recognise(text: &str) -> Vec<Mention> {
    crate::entity::recognise_in(&Document::new(text), None)
}

/// Asserts that exactly the marks of `marked` are found in its text.
fn check(marked: &str) {
    let mut text = String::new();
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        let close = rest[open..].find(']').expect("a closing bracket") + open;
        let (_, name) = rest[open + 1..close].split_once(' ').expect("a kind and a name");
        text.push_str(&rest[..open]);
        text.push_str(name);
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    let mut found = String::new();
    let mut at = 0;
    for mention in recognise(&text) {
        found.push_str(&text[at..mention.span.start as usize]);
        let form = match mention.form {
            Form::Name => "",
            Form::Derived => ":d",
            Form::Part => ":p",
            Form::Reference => ":r",
        };
        found.push_str(&format!("[{}{form} {}]", mention.kind.code(), mention.span.of(&text)));
        at = mention.span.end as usize;
    }
    found.push_str(&text[at..]);
    assert_eq!(found, marked);
}

fn canonical(text: &str) -> Vec<String> {
    recognise(text).into_iter().map(|m| m.canonical).collect()
}

#[test]
fn persons_are_found_by_first_name() {
    check("[PER Angela Merkel] reiste nach [LOC Paris].");
    check("Das schrieb [PER Hans-Peter Friedrich] an [PER George W. Bush] und [PER J. G. Fichte].");
    check("Sie traf [PER Ursula von der Leyen] und [PER Baschar al-Assad].");
    check("[PER Von der Leyen], die in [LOC Brüssel] geboren wurde, kam. [PER De Maizière] schwieg.");
    check("[PER Anna von Brinkmeyer] kam. [PER Von Brinkmeyer] sprach.");
    check("Papst [PER Benedikt XVI.] betete. Danach ging er.");
    check("Der Ernst der Lage. Im August Regen. Die Mark war stark.");
    check("[PER Sabine Leutheusser-Schnarrenberger] ([ORG FDP]) lehnte ab.");
}

#[test]
fn persons_named_like_common_words_are_found() {
    check("Kanzleramtschef [PER Helge Braun] und [PER Sebastian Klein] kamen. Das Haus ist braun.");
    check("Eigentlich wollte er gehen. Will [PER Merkel] das?");
}

#[test]
fn persons_in_east_asian_order_are_found() {
    check("[PER Xi Jinping] traf [PER Kim Jong Un] und [PER Ban Ki-moon].");
    check("Der Song Contest und der Park Sanssouci sind keine Personen.");
    check("Es kam [PER Wang Yi]. [PER Wang] sagte nichts.");
}

#[test]
fn persons_are_found_by_title() {
    check("Außenminister [PER Lawrow] sprach mit Präsident [PER Tokajew].");
    check("[ORG:p CDU]-Chefin [PER Schulze-Neuhoff] und Frau Dr. [PER Petersen] kamen.");
    check("Der Präsident [LOC Frankreichs] schwieg. Der Minister Anfang Mai auch.");
    check("[ORG:p Kreml]-Sprecher [PER Orlowski] sagte das.");
}

#[test]
fn persons_are_found_by_verbs_of_saying() {
    check("Das sei falsch, sagte [PER Pischetsrieder]. [PER Hurrelmann] wollte das nicht. [PER Pischetsrieders] Rede.");
    check("Kritik kam, sagte Experten zufolge niemand. Opposition fordert Antworten.");
}

#[test]
fn well_known_persons_are_found() {
    check("Das Haus gehört Müller und [PER Goethes] Freunden. Der Müller mahlt.");
    check("In [PER Goethes] Haus traf [PER Schmidt] den Gast.");
    assert_eq!(canonical("Das ist Beethovens Werk."), ["Beethoven"]);
}

#[test]
fn names_are_remembered_within_a_text() {
    check("[PER Meyenburg] kam. Später sprach [PER Erika Meyenburg]. [PER Meyenburgs] Rede war lang.");
    check("Eine Erklärung, die [PER Meyenburg] mit [PER Olga Meyenburg] verfasste.");
    check("Meyenburgs Freund ist nicht bekannt.");
    assert_eq!(canonical("Putin sprach. Putins Rede."), ["Wladimir Putin", "Wladimir Putin"]);
    assert_eq!(canonical("Igor Putin sprach. Putins Rede."), ["Igor Putin", "Igor Putin"]);
    assert_eq!(canonical("Udo Merz und Anna Merz. Merz sprach."), ["Udo Merz", "Anna Merz", "Merz"]);
    check("Die [ORG Foobar AG] wächst. [ORG Foobar] hofft.");
    check("Die Umwelthilfe ([ORG DUH]) klagt. Die [ORG DUH] hofft.");
}

#[test]
fn neighbouring_names_are_split() {
    check("[LOC China] [LOC Russlands] Forderungen, [ORG CCTV] [PER Putin], [PER Xi Jinping] [LOC Russland].");
    check("[LOC Chinas] Präsident [PER Xi Jinping] und Präsident [PER Wladimir Putin] [LOC China] das Gas.");
}

#[test]
fn derived_forms_are_found() {
    check("Der [LOC:d russische] Präsident und die [LOC:d Ukrainer] in der [LOC:d deutsch]-[LOC:d französischen] Brigade.");
    check("Die [LOC:d Berliner] und die [LOC:d prorussischen] Kräfte. [LOC:d Türkische] Medien.");
    check("Eine frische, politische und rasche Lösung.");
    check("Die [LOC:d New Yorker] Börse, das [LOC:d Darmstädter] Theater, die [LOC:d Aulendorfer] Bürgermeisterin. Der Aulendorfer kam.");
    assert_eq!(canonical("am Birkenstädter Ring"), ["Birkenstadt"]);
}

#[test]
fn parts_of_compounds_are_found() {
    check("Die [ORG:p Nato]-Osterweiterung, der [LOC:p US]-Präsident, die [LOC:p Ukraine]-Krise.");
    check("Der [LOC:p China]besuch des [ORG:p Kreml]chefs im [LOC:p Pazifik]raum.");
    check("Der Polentz, die Romanze, die Malitätigkeit, das U-Boot, der TV-Sender.");
    check("[LOC Baden-Württemberg] und [LOC Saudi-Arabien] sind keine Teile. [PER Gabi Kohler] kam, die [PER:p Kohler]-Rede.");
}

#[test]
fn organisations_are_found() {
    check("Die [ORG Universität Leipzig] und die [ORG Münchner Philharmoniker] gegen den [ORG 1. FC Köln] und [ORG VfB Stuttgart].");
    check("Das [LOC:d norwegische] [ORG Finanzministerium] und das [ORG Auswärtige Amt] des [ORG Internationalen Währungsfonds].");
    check("Die [ORG Nato], die [ORG NATO], die [ORG Grünen], die grünen Wiesen. Grüne Wiesen.");
    assert_eq!(canonical("das russische Außenministerium"), ["Russland", "Außenministerium (Russland)"]);
    assert_eq!(canonical("Der Sicherheitsrat tagte."), ["Sicherheitsrat"]);
    assert_eq!(canonical("Der Sicherheitsrat, der Nationale Sicherheitsrat."), ["Nationaler Sicherheitsrat"; 2]);
    check(
        "Das [ORG Robert Koch-Institut], das [ORG Max-Planck-Institut] und das [ORG Landesamt für Umwelt und Natur], ein Institut für Umwelt.",
    );
    assert_eq!(canonical("des Landesamtes für Umwelt, des Pariser Abkommens"), ["Landesamt für Umwelt", "Pariser Klimaabkommen"]);
    assert_eq!(canonical("Präsident Wladimir\u{a0}Orlow, Orlows Rede"), ["Wladimir Orlow"; 2]);
    check("Die „[ORG Bild]“ schreibt, ein Bild zeigt es. Die Welt ist groß.");
}

#[test]
fn places_and_events_are_found() {
    check("Im Konflikt mit dem [LOC Westen], im Westen, nach Westen. [LOC:p Pazifik]region.");
    check("Die [EVT Olympischen Winterspiele], der [EVT Kalte Krieg] und die [EVT Münchner Sicherheitskonferenz].");
    check("Im Landkreis [LOC Wittmund], in [LOC Hergershausen], in der [LOC Konrad-Adenauer-Straße].");
    check("In [LOC Bad Segeberg], an der [LOC Teupitzer Straße], in [LOC San Remo].");
    check("Das [MISC Minsker Abkommen], der [MISC US-Dollar], [MISC Nord Stream 2] nach [LOC Essen]. Das Essen war gut.");
}

#[test]
fn certain_references_are_resolved() {
    check(
        "Der [LOC:d russische] Präsident [PER Orlow] kam. Der [LOC:d russische] [PER:r Präsident] ging. Der [LOC:d polnische] Präsident blieb.",
    );
    check("Bundeskanzlerin [PER Meyenburg] kam. Die [PER:r Bundeskanzlerin] ging. Die Bundeskanzlerin der Herzen.");
    check("Präsident [PER Orlow] traf Präsident [PER Tokajew]. Der Präsident schwieg.");
    check("[LOC China] ist groß. Die [LOC:r Volksrepublik] wächst.");
    check("Die Volksrepublik wächst. [LOC China] traf die Volksrepublik [LOC Donezk].");
    check("[ORG:p Nato]-Generalsekretär [PER Jens Stoltenberg] kam. Der [PER:r Generalsekretär] sprach.");
    check(
        "[PER Udo Merzdorf], Präsident [LOC Russlands], kam. [LOC Russlands] [PER:r Präsident] sprach, so der [ORG:p Kreml][PER:r chef].",
    );
    check("[LOC:p US]-Präsident [PER Orlow] kam. Der [LOC:p US]-[PER:r Präsident] sprach.");
    check("Kanzler [PER Orlow] kam. Die Rede des [PER:r Kanzlers] war lang, der [PER:r Regierungschef] müde.");
}

#[test]
fn counterparts_hold_the_same_office() {
    check(
        "Der [LOC:d russische] Präsident [PER Orlow] und sein [LOC:d chinesischer] Amtskollege [PER Xi Jinping] kamen. Der [LOC:d chinesische] [PER:r Staatschef] sprach.",
    );
    check("[PER Udo Merzdorf] und sein [LOC:d chinesischer] Amtskollege [PER Xi Jinping] kamen. Der [LOC:d chinesische] Präsident sprach.");
}

#[test]
fn references_to_members_and_ages_are_resolved() {
    check("[PER Udo Merzdorf] ([ORG SPD]) kam. Das sagte der [ORG:p SPD]-[PER:r Politiker].");
    check("[PER Udo Merzdorf] ([ORG SPD]) und [PER Anna Orlow] ([ORG SPD]) kamen. Das sagte der [ORG:p SPD]-Politiker.");
    check("[PER Udo Merzdorf] kam. Der [PER:r 62-Jährige] sprach. Die 62-Jährige nicht.");
    check("[PER Udo Merzdorf] und [PER Anna Orlow] kamen. Der 62-Jährige sprach. Die 62-Jährigen auch.");
    check("Ein 62-Jähriger starb. [PER Udo Merzdorf] kam. Der 62-Jährige lebte dort.");
    check("[PER Anna Orlow] kam. Dem 45-Jährigen gefiel das, der [PER:r 45-Jährigen] nicht.");
}

#[test]
fn ambiguous_references_are_not_resolved() {
    check("Der [LOC:d russische] Präsident [PER Orlow] traf den [LOC:d polnischen] Präsidenten. Der Präsident schwieg.");
    check("Der frühere Präsident [PER Orlow] kam. Der Präsident schwieg.");
    check("Ein Sprecher sagte das. Sprecher [PER Udo Merzdorf] kam. Der Sprecher ging.");
    check("Außenminister [PER Lawrow] kam zum Treffen der Außenminister. Alle Minister kamen, die Präsidenten nicht.");
    check("Kanzlerin [PER Anna Orlow] kam. Der Kanzler schwieg. Er machte sie zur Kanzlerin.");
    check("Trainer [PER Udo Merzdorf] kam. Der Chef schwieg, und der Präsident sprach.");
}

#[test]
fn genitives_of_first_names_end_before_the_noun() {
    check("In [PER Marias] Haus brannte Licht. [PER Lars]’ Mutter kam.");
    check("Sie fand [PER Annas] alten Koffer in [PER Ottos] Wohnung.");
    check("[PER Moritz]’ Schwester und [PER Felix]' Bruder stritten.");
    check("Die Rede [PER Angela Merkels] war lang.");
    assert_eq!(canonical("In Marias Haus brannte Licht. Lars’ Mutter kam."), ["Maria", "Lars"]);
}

#[test]
fn nobles_are_one_person() {
    check("Es kamen [PER Alexander Graf von Schwerin] und [PER Anna von Österreich].");
    check("[PER Karl-Theodor Freiherr von und zu Guttenberg] traf [PER Otto Graf Lambsdorff].");
    check("Das war [PER Katharina von Spanien], dann [PER Philipp II. von Spanien].");
    check("[PER Friedrich Fürst zu Waldeck] schrieb an [PER Elisabeth Prinzessin von Preußen].");
    check("[PER Peter Müller] von [LOC Deutschland] gewann.");
}

#[test]
fn a_place_is_known_by_its_office() {
    check("Der Bürgermeister von [LOC Molenbeek] wehrte sich. Später sprach man in [LOC Molenbeek] darüber.");
    check("Die Oberbürgermeisterin von [LOC Grünwedel] kam. [LOC Grünwedels] Schulen sind alt.");
    check("Der Landrat von [LOC Ostervelde] und der Bischof von [LOC Ermerode] kamen.");
    check("Alle Einwohner von Dörfern kamen. Die Einwohner von [LOC Kvitsund] auch.");
}

#[test]
fn bodies_have_their_whole_purpose() {
    check("Es prüft das [ORG Bundesamt für Migration und Flüchtlinge].");
    check(
        "Das [ORG Bundesamt für Sicherheit in der Informationstechnik] warnt, das [ORG Landesamt für Natur, Umwelt und Verbraucherschutz] nicht.",
    );
    check("Das [ORG Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung] zahlt.");
    check("Das [ORG Institut für Zeitgeschichte] und [PER Angela Merkel] kamen.");
    check("Das [ORG Institut für Zeitgeschichte] in [LOC München] forscht.");
}

#[test]
fn media_may_be_named_after_a_country() {
    check("Sie sprach im [ORG Zweiten Deutschen Fernsehen] und im [ORG Bayerischen Rundfunk].");
    check("Er schrieb für die [ORG Sächsische Zeitung] und die [ORG Norddeutsche Rundschau].");
    check("Der Bericht des [ORG Polnischen Rundfunks] lief im [LOC:d polnischen] Fernsehen.");
    assert_eq!(canonical("im Zweiten Deutschen Fernsehen, des Hessischen Rundfunks"), ["ZDF", "Hessischer Rundfunk"]);
}

#[test]
fn parties_named_like_common_words_stand_in_rows() {
    check("Bei der Wahl verloren [ORG Grüne], [ORG Linke] und [ORG FDP].");
    check("[ORG SPD], [ORG Grüne] und [ORG Linke] stimmten zu.");
    check("Im Bündnis mit [ORG CDU] und [ORG Grünen] sah sie Chancen.");
    check("Die [ORG spd] und die [ORG cdu] verloren, [ORG afd] und [ORG fdp] gewannen.");
    check("Grüne Wiesen und linke Hände. Rote, Grüne und Blaue spielten.");
}

#[test]
fn terms_are_no_organisations() {
    check("Die Ribonukleinsäure (RNA) ist ein Molekül. Die RNA wirkt.");
    check("Das Bruttoinlandsprodukt (BIP), die Ladesäulenverordnung (LSV) und die Magnetresonanztomographie (MRT).");
    check("Der Bund für Umwelt ([ORG BUND]) und der Hausärzteverband ([ORG HÄV]) klagen.");
}

#[test]
fn names_in_capitals_are_found() {
    let names = |text: &str| recognise(text).into_iter().map(|m| (m.kind.code(), m.canonical)).collect::<Vec<_>>();
    let expected = |list: &[(&'static str, &str)]| list.iter().map(|(kind, name)| (*kind, (*name).to_owned())).collect::<Vec<_>>();
    assert_eq!(
        names("BERLIN – ANGELA MERKEL und OLAF SCHOLZ sprachen am Abend."),
        expected(&[("LOC", "Berlin"), ("PER", "Angela Merkel"), ("PER", "Olaf Scholz")])
    );
    assert_eq!(names("PARIS. Die NATO tagt."), expected(&[("LOC", "Paris"), ("ORG", "Nato")]));
    assert_eq!(names("So sprach URSULA VON DER LEYEN in MADRID."), expected(&[("PER", "Ursula von der Leyen"), ("LOC", "Madrid")]));
}

#[test]
fn names_with_soft_hyphens_are_found() {
    check("Sie kam nach [LOC Mün\u{ad}chen] und sprach mit [PER Mer\u{ad}kel] über [LOC Russ\u{ad}land].");
    assert_eq!(canonical("Mit Pu\u{ad}tin in Ber\u{ad}lin, Wien."), ["Wladimir Putin", "Berlin", "Wien"]);
}

#[test]
fn names_in_offers_do_not_count() {
    check("[LOC Berlin] wählt. Folgen Sie uns auf Facebook und Twitter! [PER Angela Merkel] kam.");
    check(
        "Wenn Sie mehr wollen, empfehlen wir Ihnen unsere App, die Sie hier für Apple- und Android-Geräte herunterladen können. [LOC Rom] ruht.",
    );
    check("Laden Sie unsere App im App Store von Apple. In [LOC Paris] regnet es.");
}

#[test]
fn any_text_can_be_analysed() {
    for text in
        ["", " ", "Präsident", "Dr.", "A.", "Xi", "von", "-", "„“", "Karl V", "St.", "1. FC", "GmbH", "(EU)", "\u{ad}", "Peter\nMüller"]
    {
        let mentions = recognise(text);
        assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        assert!(mentions.iter().all(|m| !m.span.of(text).is_empty() && !m.canonical.is_empty()));
    }
}
