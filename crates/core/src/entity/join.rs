//! Joins the mentions found by the rules with those found by the tagger.
//!
//! Every mention of either is a candidate. Its [`Evidence`] determines how often such candidates were right; if two overlap, the one with the
//! higher confidence stays, and candidates with too low a confidence are dropped.

use super::doc::{Candidate, Doc, without_genitive};
use super::recognise::MAX_NAME;
use super::recognise::memory::Memory;
use super::recognise::organisations::is_term;
use crate::entity::model::evidence::{Evidence, Ground, Stance};
use crate::entity::model::{Model, Tagged, Tagging, What};
use crate::entity::variants::generation;
use crate::entity::{EntityKind, Form, Mention, Why};
use crate::text::Span;
use std::collections::{BTreeSet, HashSet};

/// Lowest confidence of a name. F1 is maximal with all candidates whose precision is at least half of F1 itself
/// (Lipton, Elkan, Naryanaswamy, "Optimal thresholding of classifiers to maximize F1 measure", 2014).
const LEAST_CONFIDENCE: u8 = 35;
/// Confidence from which the tagger's names overrule those of lists and memory that they overlap: `Financial Times Deutschland`.
const OVERRULES: u8 = 40;
/// Confidence above which the family name of a full name found by the tagger is remembered for the text.
const REMEMBERED: u8 = 55;

/// The names of `doc` from `mentions` (by rules, without overlaps) and those that `model` finds; in text order, without overlaps.
pub(super) fn join(doc: &Doc, mentions: Vec<Mention>, model: &Model) -> Vec<Mention> {
    let rules = mentions.clone();
    let weighed = candidates(doc, mentions, model).into_iter();
    let weighed = weighed.map(|(mention, evidence)| Mention { confidence: model.confidence(evidence), ..mention });
    let (tagged, ruled): (Vec<Mention>, Vec<Mention>) = weighed.partition(|m| m.why == Why::Model);
    let (contradicted, mut found): (Vec<Mention>, Vec<Mention>) = tagged.into_iter().partition(|m| is_contradicted(doc, m, &rules));
    found.retain(|m| m.confidence >= LEAST_CONFIDENCE);
    // Where the tagger is wrong about a place, it is no evidence against what the rules found there.
    let stays = |m: &Mention| m.confidence >= LEAST_CONFIDENCE || !is_vetoable(doc, m) || !around(&contradicted, m.span).is_empty();
    found.extend(ruled.into_iter().filter(stays));
    found = settle(doc, found);
    let remembered = remember(doc, &found);
    if !remembered.is_empty() {
        // The rest of the text outweighs the tagger's result for a single word.
        let places: BTreeSet<Span> = remembered.iter().map(|m| m.span).collect();
        found.retain(|m| m.why != Why::Model || !places.contains(&m.span));
        found.extend(remembered);
        found = settle(doc, found);
    }
    found.sort_by_key(|m| m.span);
    found
}

/// Whether the tagger may reject a mention found by a list or a rule: a name of a kind that it was taught. It only knows single sentences, so that
/// names from elsewhere in the text stay.
fn is_vetoable(doc: &Doc, mention: &Mention) -> bool {
    mention.form == Form::Name
        && matches!(mention.kind, EntityKind::Per | EntityKind::Loc | EntityKind::Org)
        && mention.why != Why::Memory
        && (mention.kind != EntityKind::Per || mention.why != Why::List)
        // The training data have no names written small: `spd`.
        && mention.span.of(doc.text).starts_with(char::is_uppercase)
        && !is_body(doc, mention)
}

/// Whether a mention is a body of a state or the West: that these are names although they are called by common nouns is defined by the rules, not
/// by the tagger's training data.
fn is_body(doc: &Doc, mention: &Mention) -> bool {
    const BODIES: [&str; 13] = [
        "regierung",
        "ministerium",
        "amt",
        "zentralbank",
        "notenbank",
        "gericht",
        "anwaltschaft",
        "westen",
        "rat",
        "rate",
        "parlament",
        "bundestag",
        "landtag",
    ];
    let noun = without_genitive(mention.span.of(doc.text)).to_lowercase();
    let noun = noun.strip_suffix('s').unwrap_or(&noun);
    mention.form == Form::Name && BODIES.iter().any(|body| noun.ends_with(body))
}

/// Whether the tagger's mention contradicts certain results of the rules.
fn is_contradicted(doc: &Doc, mention: &Mention, rules: &[Mention]) -> bool {
    let known = |m: &Mention| m.form == Form::Name && matches!(m.why, Why::List | Why::Memory);
    // What the tagger was not taught it cannot weigh: events, treaties, bodies of a state.
    let untaught = |m: &Mention| {
        !matches!(m.kind, EntityKind::Per | EntityKind::Loc | EntityKind::Org) || m.span == mention.span && !is_vetoable(doc, m)
    };
    let other = |m: &Mention| {
        // A part of a name does not overrule it: `Leyen` of `von der Leyen`.
        let is_part = m.span.contains(mention.span) && m.span != mention.span;
        known(m) && (mention.confidence < OVERRULES || untaught(m) || is_part)
            || m.kind == EntityKind::Org && is_body(doc, m) && mention.kind != EntityKind::Org
    };
    is_direction(mention.span.of(doc.text))
        || is_term(mention.span.of(doc.text))
        || is_cut(doc, mention, rules)
        || mention.kind == EntityKind::Per && is_thing(doc, mention.span)
        || around(rules, mention.span).iter().any(other)
        || is_row_of_names(doc, mention, rules)
        || is_known_compound(doc, mention.span, rules)
}

/// Whether a name is a mere direction; a separate rule decides if it names a bloc of states.
fn is_direction(name: &str) -> bool {
    ["Norden", "Süden", "Osten", "Westen"].contains(&name.strip_suffix('s').unwrap_or(name))
}

/// Whether the tagger's mention is a part of an organisation with its purpose (`Bundesamt für Migration` of `… und Flüchtlinge`), or goes beyond
/// the genitive of a person (`Marias Haus`).
fn is_cut(doc: &Doc, mention: &Mention, rules: &[Mention]) -> bool {
    around(rules, mention.span).iter().any(|rule| {
        let purpose = rule.kind == EntityKind::Org && rule.canonical.contains(" für ") && rule.span.len() > mention.span.len();
        let owner = rule.kind == EntityKind::Per && mention.kind == EntityKind::Per && rule.span.start == mention.span.start;
        let apostrophe = doc.text[rule.span.end as usize..].starts_with(['’', '\'']);
        let genitive = (apostrophe || rule.canonical.len() < rule.span.len()) && !rule.canonical.contains(' ');
        matches!(rule.why, Why::Rule | Why::Memory)
            && (purpose && rule.span.contains(mention.span) || owner && genitive && rule.span.len() < mention.span.len())
    })
}

/// Whether the single word at `span` is a thing rather than a person: it has an article (`die Covax`) or follows a noun for a thing
/// (`der Impfstoff Comirnaty`, `die Initiative Covax`).
fn is_thing(doc: &Doc, span: Span) -> bool {
    const THINGS: [&str; 24] = [
        "initiative",
        "kampagne",
        "programm",
        "projekt",
        "impfstoff",
        "medikament",
        "mittel",
        "wirkstoff",
        "präparat",
        "app",
        "dienst",
        "system",
        "software",
        "modell",
        "reihe",
        "serie",
        "marke",
        "variante",
        "virus",
        "molekül",
        "verfahren",
        "plattform",
        "fähre",
        "rakete",
    ];
    let Ok(at) = doc.words.binary_search_by_key(&span.start, |word| word.span.start) else { return false };
    let noun = doc.before(at).to_lowercase();
    let noun = noun.strip_suffix("es").or_else(|| noun.strip_suffix('s')).unwrap_or(&noun);
    let named = doc.follows_on(at) && doc.upper(at.saturating_sub(1)) && THINGS.iter().any(|thing| noun.ends_with(thing));
    doc.words[at].span == span && doc.lexicon.first_name(doc.word(at)).is_none() && (doc.takes_article(doc.word(at)) || named)
}

/// Those of `mentions` (in text order, without overlaps) that overlap `span`.
fn around(mentions: &[Mention], span: Span) -> &[Mention] {
    let from = mentions.partition_point(|m| m.span.end <= span.start);
    let count = mentions[from..].iter().take_while(|m| m.span.start < span.end).count();
    &mentions[from..from + count]
}

/// Whether `mention` is only a sequence of several names found by rules: `China Russlands` are two.
fn is_row_of_names(doc: &Doc, mention: &Mention, rules: &[Mention]) -> bool {
    let span = mention.span;
    let names = around(rules, span);
    let from = doc.words.partition_point(|w| w.span.end <= span.start);
    let mut words = doc.words[from..].iter().map(|w| w.span).take_while(|w| w.start < span.end);
    // "Financial Times Deutschland" is one.
    let edition = |names: &[Mention]| {
        let [first, last] = names else { return false };
        first.kind == EntityKind::Org && last.kind == EntityKind::Loc && last.span.of(doc.text) == last.canonical
    };
    names.len() > 1
        && !(mention.kind == EntityKind::Org && edition(names))
        && names.iter().all(|m| span.contains(m.span))
        && words.all(|w| names.iter().any(|m| m.span.overlaps(w)))
}

/// Whether `span` is a compound that the rules know as a name and a common noun: `Pazifikraum`.
fn is_known_compound(doc: &Doc, span: Span, rules: &[Mention]) -> bool {
    let one_word = doc.words.binary_search_by_key(&span.start, |w| w.span.start).is_ok_and(|at| doc.words[at].span == span);
    one_word && around(rules, span).iter().any(|m| m.form == Form::Part && m.why == Why::List)
}

/// All mentions of rules and tagger with their evidence; a mention found by both is there once. They may overlap.
pub(super) fn candidates(doc: &Doc, mentions: Vec<Mention>, model: &Model) -> Vec<(Mention, Evidence)> {
    let tagging = model.tag(doc, &mentions);
    let mut out: Vec<(Mention, Evidence)> = Vec::with_capacity(mentions.len() + tagging.found.len());
    let mut agreed = vec![false; tagging.found.len()];
    for mention in mentions {
        let first = tagging.found.partition_point(|t| span(doc, t).end <= mention.span.start);
        let same = tagging.found.get(first).filter(|t| agrees(doc, &mention, t));
        let margin = same.map_or_else(|| margin_against(doc, &tagging, mention.span), |t| t.margin);
        if same.is_some() {
            agreed[first] = true;
        }
        let stance = match same {
            Some(_) => Stance::Agrees,
            None if overlaps(doc, &tagging.found[first..], mention.span) => Stance::Differs,
            None => Stance::Silent,
        };
        out.push((mention.clone(), Evidence { ground: Ground::of(&mention, stance), margin }));
    }
    let ends: HashSet<&str> = tagging.found.iter().map(|t| doc.word(t.to - 1)).collect();
    let alone = tagging.found.iter().zip(agreed).filter(|(_, agreed)| !agreed).filter_map(|(tagged, _)| {
        let mention = mention(doc, tagged, &ends)?;
        let evidence = Evidence { ground: Ground::of(&mention, Stance::Agrees), margin: tagged.margin };
        Some((mention, evidence))
    });
    out.extend(alone);
    out
}

fn span(doc: &Doc, tagged: &Tagged) -> Span {
    Span { start: doc.words[tagged.from].span.start, end: doc.words[tagged.to - 1].span.end }
}

/// Whether the first of the tagger's results `found` overlaps `place`.
fn overlaps(doc: &Doc, found: &[Tagged], place: Span) -> bool {
    found.first().is_some_and(|first| span(doc, first).start < place.end)
}

fn agrees(doc: &Doc, mention: &Mention, tagged: &Tagged) -> bool {
    let found = span(doc, tagged);
    // The tagger was not taught that `senior` belongs to the name.
    let without_generation = found.start == mention.span.start && found.end < mention.span.end && generation(doc.word(tagged.to)).is_some();
    let same = found == mention.span || without_generation;
    match tagged.what {
        What::Name(sort) => same && mention.form == Form::Name && sort.kind() == Some(mention.kind),
        What::Derived => same && mention.form == Form::Derived,
        // The tagger marks the whole compound.
        What::Part(kind) => mention.form == Form::Part && mention.kind == kind && span(doc, tagged).contains(mention.span),
    }
}

/// The greatest margin of the tagger at the words of a mention that it does not agree with.
fn margin_against(doc: &Doc, tagging: &Tagging, span: Span) -> i32 {
    let from = doc.words.partition_point(|w| w.span.end <= span.start);
    let words = doc.words[from..].iter().zip(&tagging.margins[from..]);
    words.take_while(|(word, _)| word.span.start < span.end).map(|(_, margin)| *margin).max().unwrap_or(0)
}

/// A result of the tagger as a mention; `None` for kinds that are not shown, and where it is longer than a name.
///
/// `ends` are the last words of all its results: if the last word of this one without its -s is among them, it is a genitive.
fn mention(doc: &Doc, tagged: &Tagged, ends: &HashSet<&str>) -> Option<Mention> {
    let (kind, form) = match tagged.what {
        What::Name(sort) => (sort.kind()?, Form::Name),
        What::Derived => (EntityKind::Loc, Form::Derived),
        What::Part(_) => return None,
    };
    let span = span(doc, tagged);
    if span.len() > MAX_NAME {
        return None;
    }
    let name = doc.name(tagged.from, tagged.to);
    let genitive = doc.word(tagged.to - 1).strip_suffix('s').is_some_and(|base| ends.contains(base));
    let canonical = if genitive { name[..name.len() - 1].to_owned() } else { without_genitive(&name) };
    Some(Mention { span, kind, form, canonical, why: Why::Model, confidence: 0, role: None })
}

/// Resolves overlaps: the candidate with the highest confidence stays, then the longest; in text order.
fn settle(doc: &Doc, mut found: Vec<Mention>) -> Vec<Mention> {
    found.sort_by_key(|m| (std::cmp::Reverse((m.confidence, m.span.len())), m.span));
    let mut taken = vec![false; doc.text.len()];
    found.retain(|mention| {
        let place = &mut taken[mention.span.range()];
        let free = !place.contains(&true);
        if free {
            place.fill(true);
        }
        free
    });
    found.sort_by_key(|m| m.span);
    found
}

/// The mentions by family name alone of persons whose full name only the tagger found.
fn remember(doc: &Doc, mentions: &[Mention]) -> Vec<Mention> {
    let full = |m: &&Mention| {
        m.why == Why::Model && m.kind == EntityKind::Per && m.form == Form::Name && m.confidence >= REMEMBERED && m.canonical.contains(' ')
    };
    // A remembered name needs more confidence than a rule's weakest guess.
    let persons: Vec<Candidate> =
        mentions.iter().filter(full).map(|m| Candidate { mention: Mention { confidence: 100, ..m.clone() }, rank: 2 }).collect();
    let mut found = Vec::new();
    if !persons.is_empty() {
        Memory::of(&persons).find(doc, &mut found);
    }
    let free = |m: &Mention| around(mentions, m.span).iter().all(|other| other.why == Why::Model && other.span == m.span);
    found.into_iter().map(|c| c.mention).filter(free).collect()
}
