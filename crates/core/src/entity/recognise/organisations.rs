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
        }
        introduced(doc, at, out);
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
    let bracketed = at > 0 && doc.before(at) == "(" && doc.word(at + 1) == ")" && at >= 2 && doc.upper(at - 2);
    if bracketed && is_short_name(word) {
        push(doc, (at, at + 1), 70, out);
    }
}

/// Two to six capitals that are neither a Roman numeral nor a unit.
pub(super) fn is_short_name(word: &str) -> bool {
    const OTHERS: [&str; 34] = [
        "TV", "PC", "CD", "DVD", "USB", "LKW", "PKW", "EDV", "IT", "AIDS", "HIV", "DNA", "GPS", "SMS", "UV", "PS", "KW", "MW", "GW", "KM",
        "WM", "EM", "OB", "AG", "KG", "SE", "CO", "BIP", "LED", "MEZ", "DM", "EUR", "USD", "PDF",
    ];
    is_all_caps(word)
        && (2..=6).contains(&word.len())
        && !OTHERS.contains(&word)
        && !word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C' | b'M'))
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
    if doc.word(at + 1) != "für" || !doc.upper(at + 2) {
        return;
    }
    let definite =
        matches!(doc.before(at), "das" | "die" | "der" | "des" | "dem" | "vom" | "am" | "im" | "beim" | "Das" | "Die" | "Der" | "Beim");
    let word = without_genitive(doc.word(at)).to_lowercase();
    if !definite || !BODIES.iter().any(|body| word.ends_with(body)) {
        return;
    }
    let to = if doc.word(at + 3) == "und" && doc.upper(at + 4) { at + 5 } else { at + 3 };
    push(doc, (at, to), 70, out);
}

/// Whether word `at` is a listed city or other place.
fn is_city(doc: &Doc, at: usize) -> bool {
    doc.upper(at) && doc.lexicon.single(doc.word(at)).is_some_and(|e| e.kind == EntityKind::Loc && e.class != Class::Country)
}
