//! Organisations by patterns: legal forms, clubs, universities, ministries, abbreviations in parentheses.

use super::compounds::named_after;
use crate::entity::doc::{Candidate, Doc, is_all_caps, without_genitive};
use crate::entity::lexicon::{Class, shown};
use crate::entity::{EntityKind, Why};
use crate::text::TokenKind;

/// Adds the results of the rules below to `out`.
pub(super) fn find(doc: &Doc, out: &mut Vec<Candidate>) {
    for at in 0..doc.words.len() {
        legal_form(doc, at, out);
        if doc.words[at].capital {
            club(doc, at, out);
            institution(doc, at, out);
            named_seat(doc, at, out);
            body(doc, at, out);
            medium(doc, at, out);
        }
        introduced(doc, at, out);
        party(doc, at, out);
        in_honour(doc, at, out);
        devoted(doc, at, out);
    }
}

fn push(doc: &Doc, (from, to): (usize, usize), confidence: u8, out: &mut Vec<Candidate>) {
    let name = without_genitive(&doc.name(from, to));
    out.push(doc.candidate((from, to), EntityKind::Org, name, Why::Rule, confidence, 2));
}

/// `Müller Maschinenbau GmbH`, `Foo & Co. KG`: up to three capitalised words before a legal form.
fn legal_form(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    if !matches!(
        doc.word(at),
        "GmbH" | "AG" | "KG" | "SE" | "Inc" | "Ltd" | "LLC" | "plc" | "S.A" | "OHG" | "eG" | "KGaA" | "Corp" | "NV" | "AB" | "eV"
    ) {
        return;
    }
    let mut from = at;
    while from > 0 && at - from < 4 && doc.follows_on(from) {
        let sign = matches!(doc.word(from - 1), "&" | "+" | ".") && from >= 2;
        let named = doc.upper(from - 1) && !doc.words[from - 1].opens;
        if !sign && !named {
            break;
        }
        from -= 1;
    }
    if from < at && doc.upper(from) && doc.role(from).is_none() {
        push(doc, (from, at + 1), 85, out);
    }
}

/// `FC Augsburg`, `1. FC Köln`, `TSV 1860 München`, `VfB Stuttgart II`: the prefix of a sports club with a name after it.
fn club(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    const PREFIXES: [&str; 33] = [
        "FC", "SV", "TSV", "VfB", "VfL", "SC", "TuS", "SpVgg", "SG", "SSV", "FSV", "BSC", "SSC", "AC", "AS", "HSG", "TV", "TSG", "KSC",
        "VfR", "EHC", "ERC", "ESV", "RB", "FK", "NK", "TC", "HC", "BC", "MTV", "SpVg", "DJK", "ASV",
    ];
    if !PREFIXES.contains(&doc.word(at)) {
        return;
    }
    let mut to = at + 1;
    if doc.words.get(to).is_some_and(|w| w.kind == TokenKind::Number && w.text.len() <= 4) && doc.upper(to + 1) {
        to += 1;
    }
    let named = to;
    while doc.upper(to)
        && doc.follows_on(to)
        && to < named + 2
        && (to == named || is_city(doc, to) || matches!(doc.word(to), "II" | "Rauxel"))
    {
        to += 1;
    }
    if to == named || doc.is_common(doc.word(named)) {
        return;
    }
    if doc.words.get(to).is_some_and(|w| matches!(w.text, "04" | "05" | "96" | "98" | "07" | "09" | "1899")) {
        to += 1;
    }
    let numbered = at >= 2 && doc.word(at - 1) == "." && doc.word(at - 2) == "1";
    push(doc, (if numbered { at - 2 } else { at }, to), 85, out);
}

/// `Universität Leipzig`, `TU München`, `Hochschule für Musik`: an institution of learning or art with its place; `Stanford University`.
fn institution(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    const FRONT: [&str; 25] = [
        "Universität",
        "Uni",
        "TU",
        "Hochschule",
        "Fachhochschule",
        "FH",
        "Universitätsklinikum",
        "Klinikum",
        "Landgericht",
        "Amtsgericht",
        "Oberlandesgericht",
        "Verwaltungsgericht",
        "Sozialgericht",
        "Arbeitsgericht",
        "Stadtsparkasse",
        "Sparkasse",
        "Volksbank",
        "Staatsanwaltschaft",
        "Polizeipräsidium",
        "Landeskriminalamt",
        "Industrie- und Handelskammer",
        "IHK",
        "Handwerkskammer",
        "Erzbistum",
        "Bistum",
    ];
    const BACK: [&str; 10] =
        ["University", "College", "Institute", "Bank", "Foundation", "Records", "Airlines", "Group", "Company", "Verlag"];
    let word = doc.word(at);
    if FRONT.contains(&word) && is_city(doc, at + 1) && doc.follows_on(at + 1) {
        push(doc, (at, at + 2), 80, out);
    }
    if BACK.contains(&word)
        && at > 0
        && doc.follows_on(at)
        && doc.upper(at - 1)
        && !doc.words[at - 1].opens
        && !doc.is_common(doc.before(at))
        && doc.role(at - 1).is_none()
    {
        push(doc, (at - 1, at + 1), 75, out);
    }
}

/// `Münchner Philharmoniker`, `Kölner Landgericht`: the derived form of a city with an organisation in it.
fn named_seat(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    const BODIES: [&str; 22] = [
        "Philharmoniker",
        "Symphoniker",
        "Sinfoniker",
        "Landgericht",
        "Amtsgericht",
        "Oberlandesgericht",
        "Verwaltungsgericht",
        "Landtag",
        "Stadtrat",
        "Senat",
        "Staatsoper",
        "Oper",
        "Schauspielhaus",
        "Zoo",
        "Universität",
        "Zeitung",
        "Nachrichten",
        "Rundschau",
        "Tageblatt",
        "Anzeiger",
        "Morgenpost",
        "Allgemeine",
    ];
    if at > 0
        && BODIES.contains(&doc.word(at).trim_end_matches('s'))
        && doc.follows_on(at)
        && doc.lexicon.inhabitants.contains_key(doc.before(at))
    {
        push(doc, (at - 1, at + 1), 75, out);
    }
}

/// `Außenministerium`, `Zentralbank`, `Bundesumweltamt`: a state institution. Its country, if given by an adjective or genitive, is part of
/// the canonical name, so that ministries of different countries stay separate; the mention itself is only the noun.
fn body(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    let word = doc.word(at);
    if !doc.upper(at) || word.contains('-') {
        return;
    }
    let name = without_genitive(word);
    let name = name.as_str();
    let federal =
        name.starts_with("Bundes") && ["amt", "gericht", "hof", "anstalt", "agentur", "ministerium"].iter().any(|end| name.ends_with(end));
    let ministry = name.ends_with("ministerium") && name.len() > "ministerium".len();
    let listed = matches!(name, "Präsidialamt" | "Verfassungsgericht" | "Staatsanwaltschaft" | "Zentralbank" | "Notenbank");
    let country = country_of(doc, at);
    // "die Staatsanwaltschaft", "die Notenbank": ambiguous without a country.
    let open = matches!(name, "Staatsanwaltschaft" | "Notenbank" | "Zentralbank") && country.is_none();
    if (federal || ministry || listed) && !open {
        let canonical = country.filter(|_| !federal).map_or_else(|| name.to_owned(), |country| format!("{name} ({country})"));
        out.push(doc.candidate((at, at + 1), EntityKind::Org, canonical, Why::Rule, 75, 0));
    }
}

/// The country given by an adjective or genitive directly before word `at`, or by a genitive directly after it.
fn country_of(doc: &Doc, at: usize) -> Option<String> {
    let before = at.checked_sub(1).filter(|_| doc.follows_on(at)).map(|i| doc.word(i));
    if let Some(found) = before.and_then(|word| doc.lexicon.adjective(word)) {
        return Some(shown(found.canonical));
    }
    let genitive = |word: &str| {
        let entry = doc.lexicon.single(word)?;
        (entry.class == Class::Country && word.ends_with('s')).then(|| shown(entry.canonical))
    };
    before.and_then(genitive).or_else(|| genitive(doc.word(at + 1)))
}

/// `Deutsche Umwelthilfe (DUH)`: capitals in parentheses after a capitalised word are the short name of an organisation, which is then remembered.
fn introduced(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    let word = doc.word(at);
    let bracketed = at >= 2 && doc.before(at) == "(" && doc.word(at + 1) == ")" && doc.upper(at - 2);
    if bracketed && is_short_name(word) && (is_body(doc.word(at - 2)) || is_titled(doc, at - 2)) {
        push(doc, (at, at + 1), 70, out);
    }
}

/// Whether `word` is a noun for an organisation, or ends in one.
fn is_body(word: &str) -> bool {
    const BODIES: [&str; 44] = [
        "hilfe",
        "bund",
        "verband",
        "verein",
        "partei",
        "amt",
        "institut",
        "gesellschaft",
        "union",
        "agentur",
        "gewerkschaft",
        "kammer",
        "rat",
        "bank",
        "kasse",
        "stiftung",
        "zentrum",
        "dienst",
        "werk",
        "behörde",
        "ministerium",
        "kommission",
        "organisation",
        "fonds",
        "börse",
        "hochschule",
        "universität",
        "liga",
        "kirche",
        "front",
        "bewegung",
        "allianz",
        "konferenz",
        "forum",
        "akademie",
        "anstalt",
        "konzern",
        "gruppe",
        "funk",
        "komitee",
        "armee",
        "gericht",
        "hof",
        "vereinigung",
    ];
    let word = word.to_lowercase();
    let base = word.strip_suffix("es").or_else(|| word.strip_suffix('s')).unwrap_or(&word);
    BODIES.iter().any(|body| base.ends_with(body) || word.ends_with(body))
}

/// Whether a capitalised adjective stands before the noun at word `at`, within a sentence: `Deutsche Umwelthilfe`; or the noun has a purpose
/// (`für Umwelt`) or is itself no common noun.
fn is_titled(doc: &Doc, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|_| doc.follows_on(at));
    let adjective = before.is_some_and(|before| doc.upper(before) && !doc.words[before].opens && !doc.has_article(at));
    adjective || doc.before(at) == "für"
}

/// Two to six capitals that are neither a Roman numeral nor a unit.
pub(super) fn is_short_name(word: &str) -> bool {
    is_all_caps(word)
        && (2..=6).contains(&word.len())
        && !is_term(word)
        && !word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C' | b'M'))
}

/// Whether `word` is an abbreviation for a thing, not for a name: of science, technology, units, offices; or a disease, which is no name either.
pub(in crate::entity) fn is_term(word: &str) -> bool {
    const TERMS: [&str; 82] = [
        "TV",
        "PC",
        "CD",
        "DVD",
        "USB",
        "LKW",
        "PKW",
        "EDV",
        "IT",
        "AIDS",
        "HIV",
        "DNA",
        "GPS",
        "SMS",
        "UV",
        "PS",
        "KW",
        "MW",
        "GW",
        "KM",
        "WM",
        "EM",
        "OB",
        "AG",
        "KG",
        "SE",
        "CO",
        "BIP",
        "LED",
        "MEZ",
        "DM",
        "EUR",
        "USD",
        "PDF",
        "RNA",
        "RNS",
        "DNS",
        "mRNA",
        "PCR",
        "MRT",
        "CT",
        "EKG",
        "EEG",
        "KI",
        "ADHS",
        "COPD",
        "PTBS",
        "BMI",
        "FFP",
        "SUV",
        "ETF",
        "VPN",
        "WLAN",
        "LTE",
        "URL",
        "QR",
        "NFC",
        "ABS",
        "ESP",
        "MINT",
        "BSP",
        "UKW",
        "ATP",
        "LSD",
        "THC",
        "HPV",
        "TBC",
        "BSE",
        "Corona",
        "Covid",
        "Covid-19",
        "COVID-19",
        "COVID",
        "Long Covid",
        "Sars",
        "SARS",
        "Sars-CoV-2",
        "SARS-CoV-2",
        "Aids",
        "HIV/Aids",
        "Ebola",
        "Mers",
    ];
    TERMS.contains(&word)
}

/// `Max-Planck-Institut`, `Robert Koch-Stiftung`, `Konrad-Adenauer-Allee`: named after a person.
fn in_honour(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    let word = doc.word(at);
    let Some(kind) = word.rsplit_once('-').and_then(|(_, tail)| named_after(tail)) else {
        return;
    };
    let first_name = at > 0 && doc.follows_on(at) && doc.lexicon.first_name(doc.before(at)).is_some();
    let whole = word.matches('-').count() >= 2 && doc.lexicon.single(word.split('-').next().unwrap_or(word)).is_none();
    if first_name || whole {
        let from = if first_name { at - 1 } else { at };
        out.push(doc.candidate((from, at + 1), kind, doc.name(from, at + 1), Why::Rule, 75, 1));
    }
}

/// `das Institut für Zeitgeschichte`, `beim Landesamt für Umwelt und Natur`: an organisation with its purpose, after the definite article.
fn devoted(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    const BODIES: [&str; 13] = [
        "institut",
        "museum",
        "verband",
        "ministerium",
        "amt",
        "zentrum",
        "akademie",
        "anstalt",
        "hochschule",
        "behörde",
        "forum",
        "agentur",
        "kommission",
    ];
    if doc.word(at + 1) != "für" || !(doc.upper(at + 2) || is_adjective(doc.word(at + 2)) && doc.upper(at + 3)) {
        return;
    }
    let definite =
        matches!(doc.before(at), "das" | "die" | "der" | "des" | "dem" | "vom" | "am" | "im" | "beim" | "Das" | "Die" | "Der" | "Beim");
    let word = without_genitive(doc.word(at)).to_lowercase();
    if !definite || !BODIES.iter().any(|body| word.ends_with(body)) {
        return;
    }
    push(doc, (at, purpose(doc, at + 2)), 80, out);
}

/// The end of a purpose that begins at word `at`: `Umwelt`, `Migration und Flüchtlinge`, `Natur, Umwelt und Verbraucherschutz`,
/// `Sicherheit in der Informationstechnik`, `wirtschaftliche Zusammenarbeit`.
fn purpose(doc: &Doc, at: usize) -> usize {
    const ITEMS: usize = 4;
    // An item is no name: "das Institut für Zeitgeschichte und Angela Merkel".
    let noun = |at: usize| {
        let named = doc.lexicon.first_name(doc.word(at)).is_some() || doc.lexicon.single(doc.word(at)).is_some() || doc.role(at).is_some();
        (doc.upper(at) && !named && !is_all_caps(doc.word(at))).then_some(at + 1)
    };
    let item = |at: usize| noun(at).or_else(|| noun(at + 1).filter(|_| is_adjective(doc.word(at))));
    let Some(first) = item(at) else { return at + 1 };
    let mut end = first;
    for _ in 0..ITEMS {
        match (doc.word(end), item(end + 1)) {
            (",", Some(next)) => end = next,
            ("und" | "sowie", Some(next)) => return next,
            _ => break,
        }
    }
    let inside = doc.word(first) == "in" && matches!(doc.word(first + 1), "der" | "den" | "dem");
    noun(first + 2).filter(|_| inside).unwrap_or(first)
}

/// Whether `word` is written small and ends like an adjective.
fn is_adjective(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.len() > 4 && (word.ends_with('e') || word.ends_with("en"))
}

/// `Zweites Deutsches Fernsehen`, `Norddeutschen Rundfunks`: a medium with its capitalised adjectives.
fn medium(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    // With the ending of an adjective in the nominative.
    const MEDIA: [(&str, &str); 10] = [
        ("Fernsehen", "es"),
        ("Rundfunk", "er"),
        ("Zeitung", "e"),
        ("Tageszeitung", "e"),
        ("Rundschau", "e"),
        ("Presse", "e"),
        ("Volksblatt", "es"),
        ("Tageblatt", "es"),
        ("Anzeiger", "er"),
        ("Kurier", "er"),
    ];
    let noun = doc.word(at).trim_end_matches('s');
    let Some((noun, ending)) = MEDIA.iter().find(|(medium, _)| *medium == noun) else { return };
    let stem = |at: usize| {
        let word = doc.word(at);
        let stem = ["en", "em", "es", "er", "e"].iter().find_map(|ending| word.strip_suffix(ending))?;
        // At the beginning of a sentence any adjective is capitalised, so that only one in the form of a name counts.
        let named = !doc.words[at].opens || stem.ends_with("isch") || stem.ends_with("deutsch");
        (doc.upper(at) && named && stem.len() > 3 && !doc.lexicon.nouns.contains(word) && doc.follows_on(at + 1)).then_some(stem)
    };
    let mut from = at;
    let mut adjectives = Vec::new();
    while from > 0 && adjectives.len() < 2 {
        let Some(stem) = stem(from - 1) else { break };
        adjectives.push(format!("{stem}{ending}"));
        from -= 1;
    }
    // "Die Kölner Zeitung" is found by its city; "Frau Petersen Presse" is none.
    let adjectival = ["sch", "nd", "t", "eu", "rei"].iter().any(|end| stem(at.saturating_sub(1)).is_some_and(|stem| stem.ends_with(end)));
    if from < at && adjectival && doc.lexicon.first_name(doc.before(at)).is_none() {
        adjectives.reverse();
        adjectives.push((*noun).to_owned());
        out.push(doc.candidate((from, at + 1), EntityKind::Org, adjectives.join(" "), Why::Rule, 80, 1));
    }
}

/// `Grüne, Linke und FDP`: parties whose names are common words, in a row with one whose name is not.
fn party(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    let name = match doc.word(at) {
        "Grüne" | "Grünen" => "Grüne",
        "Linke" | "Linken" => "Die Linke",
        _ => return,
    };
    // "Linke Politik" and "Grüne Wiesen" are none.
    if doc.upper(at + 1) && doc.follows_on(at + 1) {
        return;
    }
    if in_row_with_party(doc, at) {
        out.push(doc.candidate((at, at + 1), EntityKind::Org, name.to_owned(), Why::Rule, 85, 1));
    }
}

/// Whether a party with an unambiguous name stands in the same row as word `at`, at most three items away.
fn in_row_with_party(doc: &Doc, at: usize) -> bool {
    const PARTIES: [&str; 18] = [
        "SPD",
        "CDU",
        "CSU",
        "FDP",
        "AfD",
        "BSW",
        "Union",
        "Linkspartei",
        "ÖVP",
        "SPÖ",
        "FPÖ",
        "Neos",
        "NEOS",
        "SVP",
        "Piraten",
        "NPD",
        "SSW",
        "Sozialdemokraten",
    ];
    let row = |word: &str| matches!(word, "," | "und" | "oder" | "sowie" | "/" | "noch" | "mit" | "wie" | "von" | "der" | "die" | "den");
    let is_party = |word: &str| PARTIES.contains(&word);
    let is_item = |word: &str| matches!(word, "Grüne" | "Grünen" | "Linke" | "Linken" | "Wähler" | "Freie");
    let passes = |places: &mut dyn Iterator<Item = usize>| {
        for place in places {
            let word = doc.word(place);
            if is_party(word) {
                return true;
            }
            if !row(word) && !is_item(word) {
                return false;
            }
        }
        false
    };
    const FARTHEST: usize = 7;
    passes(&mut (at + 1..at + 1 + FARTHEST)) || passes(&mut (at.saturating_sub(FARTHEST)..at).rev())
}

/// Whether word `at` is a listed city or other place.
fn is_city(doc: &Doc, at: usize) -> bool {
    doc.upper(at) && doc.lexicon.single(doc.word(at)).is_some_and(|e| e.kind == EntityKind::Loc && e.class != Class::Country)
}
