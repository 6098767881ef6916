//! Authors: persons, told apart from media, agencies, places and placeholders.

use zeitlupe_core::german::is_agency;

/// Small words within a name.
const PARTICLES: [&str; 22] = [
    "von", "vom", "van", "zu", "zum", "zur", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le", "ten", "ter", "al", "el",
    "bin", "und",
];
/// Ends of words that say what somebody does, before the name: "Bote-Redakteurin Anna Merz".
const OFFICES: [&str; 9] =
    ["redakteur", "redakteurin", "autor", "autorin", "reporter", "reporterin", "korrespondent", "korrespondentin", "volontärin"];
/// Ends of words that no name of a person has.
const BODIES: [&str; 22] = [
    "redaktion",
    "zeitung",
    "studio",
    "rundfunk",
    "nachrichten",
    "nachrichtenagentur",
    "agentur",
    "online",
    "presse",
    "team",
    "verlag",
    "magazin",
    "newsroom",
    "desk",
    "dienst",
    "media",
    "news",
    "gmbh",
    "redakteure",
    "korrespondenten",
    "archiv",
    "gruppe",
];
/// What templates leave where a name is missing.
const EMPTY: [&str; 10] = ["author", "autor", "admin", "null", "undefined", "unknown", "unbekannt", "none", "name", "gast"];
/// What stands between two names.
const JOINTS: [&str; 8] = [", ", "; ", " und ", " and ", " & ", " / ", "/", " | "];

/// The persons that a text names, joined by commas; `None` if there are none. `media` are the names of the medium.
///
/// A single word is a name only if the whole text is that word.
pub(crate) fn persons(text: &str, media: &[String]) -> Option<String> {
    // Such a family name has an "und" of its own.
    let text = text.replace("von und zu ", "von und\u{a0}zu ");
    let mut parts = vec![text.trim()];
    for joint in JOINTS {
        parts = parts.into_iter().flat_map(|part| part.split(joint)).collect();
    }
    let alone = parts.len() == 1;
    let mut names: Vec<&str> = Vec::new();
    for part in parts.into_iter().map(bare) {
        let sound = is_person(part) || alone && is_single(part);
        if sound && !is_medium(part, media) && !names.contains(&part) && names.len() < MAX_PERSONS {
            names.push(part);
        }
    }
    (!names.is_empty()).then(|| names.join(", ").replace('\u{a0}', " "))
}

/// The most persons that are named.
const MAX_PERSONS: usize = 12;

/// The agencies that a text names as the author.
pub(crate) fn agencies(text: &str) -> Vec<&str> {
    let parts = text.split([',', '/', ';', '|', '&', '(', ')']).map(str::trim);
    parts.filter(|part| is_agency(part)).take(MAX_PERSONS).collect()
}

/// A name without "Von", office and brackets.
fn bare(part: &str) -> &str {
    let mut part = part.trim().trim_end_matches(['.', ':']);
    part = ["Von: ", "Von ", "von ", "VON ", "by ", "By "].into_iter().find_map(|start| part.strip_prefix(start)).unwrap_or(part).trim();
    part = part.split_once(" (").map_or(part, |(name, _)| name);
    while let Some((_, rest)) = part.split_once(' ').filter(|(first, _)| is_office(first)) {
        part = rest;
    }
    part.trim()
}

fn is_office(word: &str) -> bool {
    let lower = word.to_lowercase();
    OFFICES.iter().any(|end| lower.ends_with(end))
}

/// Whether these can be the first and last name of a person.
pub(crate) fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| {
        let sound = word.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c));
        sound && (word.starts_with(char::is_uppercase) || PARTICLES.contains(word))
    };
    let named = |word: Option<&&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    // "ARD Berlin", but not "ANNA MERZ".
    let is_large = |word: &&str| word.chars().all(|c| !c.is_lowercase());
    let station = words.iter().any(|word| is_large(word) && (2..=4).contains(&word.len()) && !word.contains('.'));
    (2..=6).contains(&words.len())
        && (!station || words.iter().all(is_large))
        && name.chars().count() <= 60
        && named(words.first())
        && named(words.last())
        && words.iter().all(is_name)
        && !words.iter().any(|word| is_body(word))
}

fn is_body(word: &str) -> bool {
    let lower = word.to_lowercase();
    let abbreviation = |part: &str| (2..=5).contains(&part.chars().count()) && part.chars().all(char::is_uppercase);
    let part = word.contains('-') && word.split('-').any(abbreviation);
    part || is_agency(word) || BODIES.iter().any(|end| lower.ends_with(end))
}

/// Whether one word can be the name of an author.
fn is_single(word: &str) -> bool {
    let lower = word.to_lowercase();
    !word.contains(' ')
        && word.chars().count() >= 3
        && word.chars().all(|c| c.is_alphanumeric() || "-_.'’".contains(c))
        && word.starts_with(char::is_uppercase)
        && !word.contains('.')
        && !is_body(word)
        && !EMPTY.contains(&lower.as_str())
}

/// Whether a name is that of the medium, perhaps with a word such as "Redaktion".
fn is_medium(name: &str, media: &[String]) -> bool {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let name = plain(name);
    media
        .iter()
        .map(|medium| plain(medium))
        .any(|medium| !medium.is_empty() && (name == medium || name.len() > 3 && medium.contains(&name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_told_apart_from_media_agencies_and_placeholders() {
        let media = ["DER BOTE".to_owned(), "bote.example".to_owned(), "Die Woche".to_owned()];
        for (text, expected) in [
            ("Jana Feldhaus", Some("Jana Feldhaus")),
            ("Jana Feldhaus, DER BOTE", Some("Jana Feldhaus")),
            ("Der Bote", None),
            ("Die Woche, Ole Brink", Some("Ole Brink")),
            ("Jana Feldhaus und Ole Brink", Some("Jana Feldhaus, Ole Brink")),
            ("Von Jana Feldhaus/dpa", Some("Jana Feldhaus")),
            ("Jana Feldhaus, Werlau", Some("Jana Feldhaus")),
            ("Hanna Ried, ARD-Studio Kiew", Some("Hanna Ried")),
            ("Bote-online-Redakteurin Lena Kraus", Some("Lena Kraus")),
            ("Ole von und zu Brink", Some("Ole von und zu Brink")),
            ("dpa", None),
            ("ARD Berlin", None),
            ("ANNA MERZ", Some("ANNA MERZ")),
            ("K.-H. Merz", Some("K.-H. Merz")),
            ("Online-Redaktion", None),
            ("[[author]]", None),
            ("{{ article.author }}", None),
            ("%AUTHOR%", None),
            ("admin", None),
            ("Platon", Some("Platon")),
            ("", None),
        ] {
            assert_eq!(persons(text, &media).as_deref(), expected, "{text}");
        }
        assert_eq!(agencies("dpa/AFP, Jana Feldhaus"), ["dpa", "AFP"]);
    }
}
