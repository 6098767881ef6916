//! References: common nouns for somebody named in the same text: `der russische Präsident` after `der russische Präsident Wladimir Putin`.
//!
//! Only references that are certain from the text itself: an office that the text gives to exactly one person, an age after the only named person.

use super::offices::Office;
use crate::entity::doc::Doc;
use crate::entity::lexicon::{Class, Gender, Lexicon};
use crate::entity::variants::given_name;
use crate::entity::{EntityKind, Form, Mention, Why};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Nouns that refer to a country or organisation if the text names it, and none of the others.
const NOUNS: [(&str, EntityKind, &str, &[&str]); 4] = [
    ("Volksrepublik", EntityKind::Loc, "China", &["Nordkorea", "Donezk", "Luhansk"]),
    ("Alpenrepublik", EntityKind::Loc, "Österreich", &["Schweiz"]),
    ("Eidgenossenschaft", EntityKind::Loc, "Schweiz", &[]),
    ("Militärallianz", EntityKind::Org, "Nato", &["AUKUS", "Warschauer Pakt"]),
];

/// The references of `doc`, without overlaps with its names `mentions`, which are in text order.
pub(in crate::entity) fn find(doc: &Doc, mentions: &[Mention], offices: &[Office]) -> Vec<Mention> {
    let mut found = by_office(doc, mentions, offices);
    found.extend(by_age(doc, mentions));
    for (noun, kind, name, others) in NOUNS {
        let named = |name: &str| mentions.iter().any(|m| m.canonical == name);
        if named(name) && !others.iter().any(|other| named(other)) {
            let places = (0..doc.words.len()).filter(|&at| doc.word(at) == noun && !doc.upper(at + 1) && is_definite(doc.before(at)));
            found.extend(places.map(|at| reference(doc.words[at].span, kind, name)));
        }
    }
    found.retain(|reference| {
        let next = mentions.partition_point(|m| m.span.end <= reference.span.start);
        mentions.get(next).is_none_or(|m| !m.span.overlaps(reference.span))
    });
    found
}

fn reference(span: Span, kind: EntityKind, canonical: &str) -> Mention {
    Mention { span, kind, form: Form::Reference, canonical: canonical.to_owned(), why: Why::Memory, confidence: 70, role: None }
}

/// An office with its country or organisation; `None` for any.
type Post = (String, Option<String>);

/// The holders of offices according to the text.
#[derive(Default)]
struct Holders<'m> {
    by_post: BTreeMap<Post, BTreeSet<&'m str>>,
    /// The word at which an office is first given to somebody.
    since: BTreeMap<Post, usize>,
}

impl<'m> Holders<'m> {
    fn of(doc: &Doc, mentions: &'m [Mention], offices: &[Office]) -> Self {
        let mut holders = Self::default();
        let mut last: Option<&Office> = None;
        for office in offices.iter().filter(|office| !office.other_time) {
            let Some(holder) = office.holder else { continue };
            let mut key = office.key.clone();
            if office.is_counterpart() {
                // "der russische Präsident Putin und sein chinesischer Amtskollege Xi"
                let same =
                    last.filter(|other| is_one_sentence(doc, other.at, office.at) && other.place.is_some() && office.place.is_some());
                let Some(other) = same else { continue };
                let base = other.key.strip_suffix("in").unwrap_or(&other.key);
                key = format!("{base}{}", if office.key.ends_with("in") { "in" } else { "" });
            }
            last = Some(office);
            for (key, place) in posts(&key, office.place.as_deref()) {
                holders.add(key, place.as_deref(), &mentions[holder].canonical, office.at);
            }
        }
        holders.add_members(doc, mentions);
        holders
    }

    fn add(&mut self, key: String, place: Option<&str>, person: &'m str, at: usize) {
        for post in [(key.clone(), None), (key, place.map(str::to_owned))] {
            self.by_post.entry(post.clone()).or_default().insert(person);
            self.since.entry(post).or_insert(at);
        }
    }

    /// `Karl Lauterbach (SPD)`: a party in parentheses after a person makes them a politician of it.
    fn add_members(&mut self, doc: &Doc, mentions: &'m [Mention]) {
        for pair in mentions.windows(2) {
            let [person, party] = pair else { continue };
            let between = &doc.text[person.span.end as usize..party.span.start as usize];
            let bracketed = between == " (" && doc.text[party.span.end as usize..].starts_with(')');
            let named = |m: &Mention, kind| m.kind == kind && m.form == Form::Name;
            if bracketed && named(person, EntityKind::Per) && named(party, EntityKind::Org) {
                let at = doc.words.partition_point(|word| word.span.start < party.span.start);
                for key in ["politiker", "politikerin"] {
                    self.add(key.to_owned(), Some(&party.canonical), &person.canonical, at);
                }
            }
        }
    }

    /// The only holder of an office.
    fn only(&self, post: &Post) -> Option<&'m str> {
        self.by_post.get(post).filter(|persons| persons.len() == 1)?.first().copied()
    }
}

/// All offices that the holder of this one also holds: a chancellor heads a government, the president of a country is its head of state.
fn posts(key: &str, place: Option<&str>) -> Vec<(String, Option<String>)> {
    let (key, place) = match (key, place) {
        ("chef", Some("Kreml")) => ("präsident", Some("Russland")),
        _ => (key, place),
    };
    let (base, ending) = key.strip_suffix("in").map_or((key, ""), |base| (base, "in"));
    let also: &[&str] = match base {
        "bundespräsident" | "staatspräsident" => &["präsident", "staatschef", "staatsoberhaupt"],
        "präsident" if place.is_some_and(|place| !is_body(place)) => &["staatschef", "staatsoberhaupt"],
        "kanzler" | "bundeskanzler" => &["kanzler", "bundeskanzler", "regierungschef"],
        "premier" | "premierminister" | "ministerpräsident" => &["premier", "premierminister", "ministerpräsident", "regierungschef"],
        _ if base.ends_with("minister") => &["minister"],
        _ => &[],
    };
    let also = also.iter().map(|office| if *office == "staatsoberhaupt" { (*office).to_owned() } else { format!("{office}{ending}") });
    std::iter::once(key.to_owned()).chain(also).map(|key| (key, place.map(str::to_owned))).collect()
}

/// Whether two words are in the same sentence.
fn is_one_sentence(doc: &Doc, from: usize, to: usize) -> bool {
    !doc.words[from + 1..=to].iter().any(|word| word.opens)
}

/// Whether the place of an office is not a country, so that its president is not a head of state.
fn is_body(place: &str) -> bool {
    Lexicon::get().single(place).is_none_or(|entry| entry.class != Class::Country)
}

/// Offices without a name next to them, linked to their only holder.
fn by_office(doc: &Doc, mentions: &[Mention], offices: &[Office]) -> Vec<Mention> {
    let holders = Holders::of(doc, mentions, offices);
    let mut found = Vec::new();
    for office in offices.iter().filter(|office| office.holder.is_none() && !office.other_time) {
        let Some(post) = post_of(office) else { continue };
        if !stands_alone(doc, office) || !is_one(doc, office) {
            continue;
        }
        let Some(person) = holders.only(&post) else { continue };
        let certain = if is_held_by_one(&post.0) {
            office.place.is_some() || !is_held_elsewhere(offices, &holders, &post.0)
        } else {
            holders.since.get(&post).is_some_and(|&since| since < office.at) && !is_held_by_others(doc, offices, &post.0)
        };
        if certain && fits_gender(doc, person, &post.0) {
            found.push(reference(office.noun, EntityKind::Per, person));
        }
    }
    found
}

/// The office to look up for one without a name; `None` if such offices are never resolved: a mere `Chef` can be anybody.
fn post_of(office: &Office) -> Option<Post> {
    let (key, place) = posts(&office.key, office.place.as_deref()).swap_remove(0);
    let vague = matches!(key.as_str(), "chef" | "chefin" | "politiker" | "politikerin" | "leiter" | "leiterin" | "experte" | "expertin");
    let resolved = !vague || office.place.is_some();
    let titles = ["vorsitzende", "vorsitzender", "abgeordnete", "abgeordneter", "beauftragte", "beauftragter", "meister", "meisterin"];
    (resolved && !titles.iter().any(|title| key == *title)).then_some((key, place))
}

/// Whether only one person at a time holds such an office, so that the reference is unambiguous.
fn is_held_by_one(key: &str) -> bool {
    const OFFICES: [&str; 12] = [
        "präsident",
        "kanzler",
        "minister",
        "staatschef",
        "regierungschef",
        "parteichef",
        "oberhaupt",
        "premier",
        "papst",
        "könig",
        "bürgermeister",
        "generalsekretär",
    ];
    let base = key.strip_suffix("in").unwrap_or(key);
    OFFICES.iter().any(|office| base.ends_with(office))
}

/// Whether the text mentions the same office in a country without naming its holder.
fn is_held_elsewhere(offices: &[Office], holders: &Holders, key: &str) -> bool {
    let elsewhere = |office: &&Office| office.key == key && office.place.is_some() && office.holder.is_none();
    offices.iter().filter(elsewhere).any(|office| post_of(office).is_none_or(|post| holders.only(&post).is_none()))
}

/// Whether the text mentions an unnamed person in such a role: `ein Sprecher sagte`.
fn is_held_by_others(doc: &Doc, offices: &[Office], key: &str) -> bool {
    let unnamed = |office: &&Office| office.key == key && office.holder.is_none();
    offices.iter().filter(unnamed).any(|office| !is_definite(determiner(doc, office)))
}

/// The word before the office and its country.
fn determiner<'t>(doc: &Doc<'t>, office: &Office) -> &'t str {
    let first = doc.words.partition_point(|word| word.span.start < office.span.start);
    doc.before(first)
}

/// Whether the office is not followed by a specification: a name, an attribute, a second office.
fn stands_alone(doc: &Doc, office: &Office) -> bool {
    let named = doc.upper(office.end) && doc.follows_on(office.end);
    let more = matches!(doc.word(office.end), "des" | "der" | "von" | "vom" | "für" | "in" | "-" | "und" | "a" | "beim" | "im");
    !named && !more
}

fn is_definite(word: &str) -> bool {
    matches!(
        word,
        "der"
            | "die"
            | "das"
            | "dem"
            | "den"
            | "des"
            | "Der"
            | "Die"
            | "Das"
            | "Dem"
            | "Den"
            | "Des"
            | "vom"
            | "zum"
            | "zur"
            | "beim"
            | "Vom"
            | "Beim"
    )
}

/// Whether the office has a definite article in the singular, or follows a country in the genitive.
fn is_one(doc: &Doc, office: &Office) -> bool {
    let noun = office.noun.of(doc.text).to_lowercase();
    let bare = noun == office.key;
    let genitive = office.span.start < doc.words[office.at].span.start
        && doc.before(office.at).ends_with('s')
        && doc.before(office.at).starts_with(char::is_uppercase);
    if genitive {
        return bare;
    }
    let article = determiner(doc, office).to_lowercase();
    let first = doc.words.partition_point(|word| word.span.start < office.span.start);
    let preposition = first.checked_sub(2).map_or("", |at| doc.word(at));
    let dative = matches!(preposition, "mit" | "Mit" | "von" | "zwischen" | "bei" | "nach" | "aus" | "seit" | "unter");
    let behind_noun = first >= 2 && doc.upper(first - 2);
    if noun.ends_with("oberhaupt") {
        return matches!(article.as_str(), "das" | "dem" | "vom" | "beim");
    }
    if noun.ends_with("in") {
        return bare && matches!(article.as_str(), "die" | "der");
    }
    match article.as_str() {
        // "der Minister" after a noun can be a genitive plural, "der Präsident" never.
        "der" => bare && !(behind_noun && noun.ends_with("er")),
        "dem" | "vom" | "beim" => true,
        "des" => !bare,
        "den" => !dative && (bare || noun.ends_with("en")),
        _ => false,
    }
}

fn fits_gender(doc: &Doc, person: &str, key: &str) -> bool {
    let gender = if key.ends_with("in") {
        Gender::Female
    } else if key.ends_with("oberhaupt") {
        return true;
    } else {
        Gender::Male
    };
    given_name(person).and_then(|first| doc.lexicon.gender(first)).is_none_or(|of_name| of_name == gender)
}

/// `Der 62-Jährige`: refers to the only person named before it in its sentence, else in the previous one.
fn by_age(doc: &Doc, mentions: &[Mention]) -> Vec<Mention> {
    let ages: Vec<(usize, Gender)> = (0..doc.words.len()).filter_map(|at| Some((at, age(doc, at)?))).collect();
    if ages.is_empty() {
        return Vec::new();
    }
    let sentences: Vec<Span> = doc.document.sentences().collect();
    let unnamed: BTreeSet<&str> = (0..doc.words.len()).filter_map(|at| unnamed_age(doc, at)).collect();
    let mut found = Vec::new();
    for (at, gender) in ages {
        let word = &doc.words[at];
        let number = word.text.split('-').next().unwrap_or_default();
        if unnamed.contains(number) {
            continue;
        }
        let here = doc.document.sentence_at(word.span.start);
        let named_in = |from: u32, to: u32| -> BTreeSet<&str> {
            let persons = mentions.iter().filter(|m| m.kind == EntityKind::Per && m.form == Form::Name);
            persons.filter(|m| m.span.start >= from && m.span.end <= to).map(|m| m.canonical.as_str()).collect()
        };
        let mut persons = sentences.get(here).map(|sentence| named_in(sentence.start, word.span.start)).unwrap_or_default();
        if persons.is_empty()
            && let Some(before) = here.checked_sub(1).and_then(|i| sentences.get(i))
        {
            persons = named_in(before.start, before.end);
        }
        let only = persons.first().filter(|_| persons.len() == 1);
        let fits = |name: &&&str| given_name(name).and_then(|first| doc.lexicon.gender(first)).is_none_or(|other| other == gender);
        if let Some(person) = only.filter(fits) {
            found.push(reference(word.span, EntityKind::Per, person));
        }
    }
    found
}

/// Whether word `at` is an age with a definite article in the singular, and the gender according to the article.
fn age(doc: &Doc, at: usize) -> Option<Gender> {
    let (number, noun) = doc.word(at).split_once('-')?;
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) || (doc.upper(at + 1) && doc.follows_on(at + 1)) {
        return None;
    }
    let preposition = at.checked_sub(2).map_or("", |i| doc.word(i));
    match (doc.before(at), noun) {
        ("Der" | "der", "Jährige") | ("dem" | "Dem" | "des" | "Des" | "vom" | "beim" | "zum", "Jährigen") => Some(Gender::Male),
        ("den" | "Den", "Jährigen") if !matches!(preposition, "mit" | "von" | "bei" | "unter" | "zwischen") => Some(Gender::Male),
        ("Die" | "die", "Jährige") | ("der" | "Der" | "zur", "Jährigen") => Some(Gender::Female),
        _ => None,
    }
}

/// The age of an unnamed person at word `at`: `ein 62-Jähriger`, `eine 45-jährige Frau`.
fn unnamed_age<'t>(doc: &Doc<'t>, at: usize) -> Option<&'t str> {
    let (number, noun) = doc.word(at).split_once('-')?;
    let indefinite = matches!(doc.before(at).to_lowercase().as_str(), "ein" | "eine" | "einen" | "einem" | "einer" | "eines");
    (indefinite && (noun.starts_with("Jährig") || noun.starts_with("jährig"))).then_some(number)
}
