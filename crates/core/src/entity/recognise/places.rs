//! Places and events by patterns and context.

use crate::entity::doc::{Candidate, Doc, without_genitive};
use crate::entity::{EntityKind, Why};

/// Adds the results of the rules below to `out`.
pub(super) fn find(doc: &Doc, out: &mut Vec<Candidate>) {
    for at in 0..doc.words.len() {
        if !doc.upper(at) {
            continue;
        }
        named_kind(doc, at, out);
        governed(doc, at, out);
        settlement(doc, at, out);
        street(doc, at, out);
        the_west(doc, at, out);
        with_front_word(doc, at, out);
        city_event(doc, at, out);
    }
}

fn push(doc: &Doc, (from, to): (usize, usize), kind: EntityKind, confidence: u8, out: &mut Vec<Candidate>) {
    out.push(doc.candidate((from, to), kind, without_genitive(&doc.name(from, to)), Why::Rule, confidence, 5));
}

/// `Landkreis Stade`, `Insel Kos`: a word for the type of place, then its name.
fn named_kind(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    const KINDS: [&str; 20] = [
        "Landkreis",
        "Kreis",
        "Gemeinde",
        "Provinz",
        "Ortsteil",
        "Stadtteil",
        "Insel",
        "Bezirk",
        "Kanton",
        "Dorf",
        "Ortschaft",
        "Hauptstadt",
        "Hafenstadt",
        "Bundesstaat",
        "Großstadt",
        "Kleinstadt",
        "Stadtbezirk",
        "Region",
        "Millionenstadt",
        "Département",
    ];
    if KINDS.contains(&doc.before(at))
        && doc.follows_on(at)
        && doc.is_surname_like(at)
        && !doc.lexicon.first_names.contains_key(doc.word(at))
    {
        push(doc, (at, at + 1), EntityKind::Loc, 75, out);
    }
}

/// `der Bürgermeister von Molenbeek`: an office of a place, with its article, then "von" and the name.
fn governed(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    const OFFICES: [&str; 14] = [
        "bürgermeister",
        "bürgermeisterin",
        "bürgermeisters",
        "landrat",
        "landrätin",
        "gouverneur",
        "gouverneurin",
        "gouverneurs",
        "bischof",
        "bischöfin",
        "bischofs",
        "stadtrat",
        "einwohner",
        "bewohner",
    ];
    let office = at.checked_sub(2).filter(|office| doc.before(at) == "von" && doc.has_article(*office) && doc.follows_on(at));
    let Some(office) = office.map(|office| doc.word(office).to_lowercase()) else { return };
    let named = doc.is_surname_like(at) && doc.lexicon.first_name(doc.word(at)).is_none() && doc.lexicon.single(doc.word(at)).is_none();
    if named && OFFICES.iter().any(|ending| office.ends_with(ending)) {
        push(doc, (at, at + 1), EntityKind::Loc, 80, out);
    }
}

/// `in Heimburg`, `aus Wolfsdorf`: an ending of German places, after a preposition without an article.
fn settlement(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    const ENDINGS: [&str; 17] = [
        "burg", "dorf", "heim", "hausen", "furt", "kirchen", "bach", "stadt", "stedt", "münde", "brück", "rode", "weiler", "hofen",
        "felden", "stein", "ingen",
    ];
    const COMMON: [&str; 14] = [
        "Innenstadt",
        "Altstadt",
        "Hauptstadt",
        "Großstadt",
        "Dingen",
        "Ringen",
        "Springen",
        "Singen",
        "Gelingen",
        "Misslingen",
        "Feuerstein",
        "Bernstein",
        "Heimatstadt",
        "Kleinstadt",
    ];
    let word = doc.word(at);
    let placed = matches!(doc.before(at), "in" | "aus" | "nach" | "bei" | "In" | "Aus" | "Nach" | "Bei");
    if placed
        && word.len() > 6
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !COMMON.contains(&word)
        && !doc.takes_article(word)
        && doc.lexicon.single(word).is_none()
    {
        push(doc, (at, at + 1), EntityKind::Loc, 65, out);
    }
}

/// `Bahnhofstraße`, `Berliner Straße`, `Konrad-Adenauer-Allee`.
fn street(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    const COMMON: [&str; 12] = [
        "Bundesstraße",
        "Landstraße",
        "Seitenstraße",
        "Einbahnstraße",
        "Wasserstraße",
        "Kreisstraße",
        "Hauptverkehrsstraße",
        "Durchgangsstraße",
        "Nebenstraße",
        "Straße",
        "Dorfstraße",
        "Ausfallstraße",
    ];
    let word = doc.word(at);
    if (word.ends_with("straße") || word.ends_with("-Straße") || word.ends_with("-Platz") || word.ends_with("-Allee"))
        && !COMMON.contains(&word)
    {
        push(doc, (at, at + 1), EntityKind::Loc, 75, out);
        return;
    }
    let before = doc.before(at);
    if at == 0 || !doc.follows_on(at) {
        return;
    }
    let by_city = matches!(word, "Platz" | "Tor") && doc.lexicon.inhabitants.contains_key(before);
    let by_shape =
        matches!(word, "Straße" | "Allee" | "Chaussee") && doc.upper(at - 1) && before.ends_with("er") && !doc.words[at - 1].opens;
    if by_city || by_shape {
        push(doc, (at - 1, at + 1), EntityKind::Loc, 75, out);
    }
}

/// `Bad Segeberg`, `Sankt Blasien`, `Mont Ventoux`, `San Remo`: a first word that only occurs in names of places.
fn with_front_word(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    const FRONT: [&str; 19] = [
        "Bad", "Sankt", "Mont", "Monte", "Mount", "Lake", "Fort", "Castel", "Saint", "San", "Santa", "Santo", "São", "Port", "Los", "Las",
        "Burg", "Schloss", "Cape",
    ];
    let named = doc.upper(at + 1) && doc.follows_on(at + 1) && !doc.is_common(doc.word(at + 1)) && doc.role(at + 1).is_none();
    // "Ein Bad Anfang Mai", "das Schloss Neuschwanstein": an article is allowed, but not a listed name or the ending of an adjective.
    if FRONT.contains(&doc.word(at)) && named && doc.lexicon.adjective(doc.word(at + 1)).is_none() {
        push(doc, (at, at + 2), EntityKind::Loc, 70, out);
    }
}

/// `der Westen` as a bloc of states: with an article, without a genitive ("im Westen Afrikas") or "von" after it; the direction ("im Westen", "nach Westen") does not count.
fn the_west(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    let article = matches!(doc.before(at), "der" | "Der" | "dem" | "Dem" | "den" | "Den" | "des" | "Des");
    if !matches!(doc.word(at), "Westen" | "Westens") || !article {
        return;
    }
    let located = at >= 2 && matches!(doc.word(at - 2), "in" | "In" | "durch");
    let divided = matches!(doc.word(at + 1), "von" | "des" | "der" | "und") || doc.lexicon.single(doc.word(at + 1)).is_some();
    if !located && !divided {
        out.push(doc.candidate((at, at + 1), EntityKind::Loc, "Westen".to_owned(), Why::Rule, 75, 5));
    }
}

/// `Wiener Kongress`, `Leipziger Messe`; `Minsker Abkommen`, `Pariser Verträge`: named after a city.
fn city_event(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    if at == 0 || !doc.follows_on(at) || !doc.lexicon.inhabitants.contains_key(doc.before(at)) || !doc.before(at).ends_with("er") {
        return;
    }
    let word = doc.word(at);
    const EVENTS: [&str; 9] =
        ["konferenz", "kongress", "messe", "festspiele", "filmfestspiele", "marathon", "biennale", "prozesse", "frühling"];
    const TREATIES: [&str; 7] = ["abkommen", "verträge", "vertrag", "protokoll", "konvention", "erklärung", "klimavertrag"];
    let ends = |list: &[&str]| list.iter().any(|noun| word.to_lowercase().trim_end_matches('s').ends_with(noun));
    if ends(&EVENTS) {
        push(doc, (at - 1, at + 1), EntityKind::Evt, 70, out);
    } else if ends(&TREATIES) {
        push(doc, (at - 1, at + 1), EntityKind::Misc, 70, out);
    }
}
