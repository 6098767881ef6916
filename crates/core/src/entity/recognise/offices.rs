//! Offices and their holders in a text: `der russische Präsident Wladimir Putin`, `Wladimir Putin, Präsident Russlands,`.

use crate::entity::doc::Doc;
use crate::entity::{EntityKind, Form, Mention};
use crate::text::Span;
use std::collections::BTreeMap;

/// An office in a text.
pub(in crate::entity) struct Office {
    /// The word with the noun.
    pub at: usize,
    /// The noun, without the name before it in a compound: `chef` of `Kremlchef`.
    pub noun: Span,
    /// All words of office, with the country or body, without an article.
    pub span: Span,
    /// The noun in the nominative, in lower case: `außenminister`.
    pub key: String,
    /// Its country or organisation, by canonical name.
    pub place: Option<String>,
    /// The word after the office and its country or organisation.
    pub end: usize,
    /// The holder, as an index into the list of mentions.
    pub holder: Option<usize>,
    /// Whether the holder's name is next to it, not after a verb.
    pub adjacent: bool,
    /// Whether it is in the past or future: `frühere Präsident`.
    pub other_time: bool,
}

impl Office {
    /// Whether it only means that the holder has the same office as somebody else: `Amtskollege`.
    pub fn is_counterpart(&self) -> bool {
        self.key.starts_with("amtskolleg")
    }
}

/// Nouns of offices, which can also end compounds, in the nominative.
const NOUNS: [&str; 72] = [
    "präsident",
    "präsidentin",
    "kanzler",
    "kanzlerin",
    "minister",
    "ministerin",
    "chef",
    "chefin",
    "oberhaupt",
    "premier",
    "sekretär",
    "sekretärin",
    "papst",
    "könig",
    "königin",
    "kaiser",
    "kaiserin",
    "prinz",
    "prinzessin",
    "meister",
    "meisterin",
    "gouverneur",
    "gouverneurin",
    "senator",
    "senatorin",
    "sprecher",
    "sprecherin",
    "botschafter",
    "botschafterin",
    "trainer",
    "trainerin",
    "kommissar",
    "kommissarin",
    "general",
    "admiral",
    "politiker",
    "politikerin",
    "diplomat",
    "diplomatin",
    "direktor",
    "direktorin",
    "bischof",
    "bischöfin",
    "kardinal",
    "landrat",
    "landrätin",
    "intendant",
    "intendantin",
    "manager",
    "managerin",
    "führer",
    "führerin",
    "leiter",
    "leiterin",
    "experte",
    "expertin",
    "ökonom",
    "ökonomin",
    "richter",
    "richterin",
    "anwalt",
    "anwältin",
    "kandidat",
    "kandidatin",
    "vorsitzende",
    "vorsitzender",
    "abgeordnete",
    "abgeordneter",
    "beauftragte",
    "beauftragter",
    "amtskollege",
    "amtskollegin",
];

/// The offices of `doc` with their holders among `mentions`, which are in text order.
pub(in crate::entity) fn find(doc: &Doc, mentions: &[Mention]) -> Vec<Office> {
    let names = Names::of(doc, mentions);
    (0..doc.words.len()).filter_map(|at| office(doc, &names, at)).collect()
}

/// Sets the roles of mentions.
pub(in crate::entity) fn attach(offices: &[Office], mentions: &mut [Mention]) {
    for office in offices.iter().filter(|office| office.adjacent && !office.is_counterpart()) {
        let Some(holder) = office.holder else { continue };
        // The office before the name has priority over one after it; it comes first.
        mentions[holder].role.get_or_insert(office.span);
    }
}

/// The mentions by the words at which they begin and end.
struct Names<'m> {
    mentions: &'m [Mention],
    /// Index of the mention and the word after it, by the byte at which it begins.
    starts: BTreeMap<u32, (usize, usize)>,
    /// Index of the mention by the word after it.
    ends: BTreeMap<usize, usize>,
}

impl<'m> Names<'m> {
    fn of(doc: &Doc, mentions: &'m [Mention]) -> Self {
        let word_behind = |end: u32| doc.words.partition_point(|word| word.span.start < end);
        let starts: BTreeMap<_, _> = mentions.iter().enumerate().map(|(i, m)| (m.span.start, (i, word_behind(m.span.end)))).collect();
        let ends = starts.values().map(|&(i, end)| (end, i)).collect();
        Self { mentions, starts, ends }
    }

    /// The mention that begins with word `at`, and the word after it.
    fn at(&self, doc: &Doc, at: usize) -> Option<(usize, usize)> {
        self.starts.get(&doc.words.get(at)?.span.start).copied()
    }

    /// The mention at byte `at`.
    fn over(&self, at: u32) -> Option<&'m Mention> {
        let (_, &(i, _)) = self.starts.range(..=at).next_back()?;
        Some(&self.mentions[i]).filter(|m| m.span.end > at)
    }

    fn person_at(&self, doc: &Doc, at: usize) -> Option<(usize, usize)> {
        self.at(doc, at).filter(|&(i, _)| self.mentions[i].kind == EntityKind::Per && self.mentions[i].form == Form::Name)
    }

    fn person_before(&self, at: usize) -> Option<usize> {
        self.ends.get(&at).copied().filter(|&i| self.mentions[i].kind == EntityKind::Per && self.mentions[i].form == Form::Name)
    }

    /// The country or organisation that begins with word `at`.
    fn place_at(&self, doc: &Doc, at: usize) -> Option<(usize, usize)> {
        let is_place = |m: &Mention| matches!(m.kind, EntityKind::Loc | EntityKind::Org) && m.form == Form::Name;
        self.at(doc, at).filter(|&(i, _)| is_place(&self.mentions[i]))
    }
}

/// The office at word `at`, with its context.
fn office(doc: &Doc, names: &Names, at: usize) -> Option<Office> {
    if !doc.upper(at) {
        return None;
    }
    let word = &doc.words[at];
    let part = names.over(word.span.start);
    if part.is_some_and(|m| m.form != Form::Part || m.span.start != word.span.start) {
        return None;
    }
    let from = part.map_or(0, |m| m.span.len());
    let noun = word.text.get(from..)?;
    let head = noun.trim_start_matches('-');
    let key = nominative(head)?;
    let noun = Span { start: word.span.end - head.len() as u32, end: word.span.end };
    let mut span = word.span;
    let mut place = part.map(|m| m.canonical.clone());

    let mut first = at;
    // "Staats- und Parteichef"
    if first >= 2 && doc.before(first) == "und" && doc.follows_on(first) {
        let from = if doc.word(first - 2) == "-" { first.saturating_sub(3) } else { first - 2 };
        let text = Span { start: doc.words[from].span.start, end: doc.words[first - 1].span.start }.of(doc.text);
        if doc.upper(from) && text.trim_end().ends_with('-') {
            first = from;
            span.start = doc.words[first].span.start;
        }
    }
    if let Some(before) = first.checked_sub(1).filter(|_| doc.follows_on(first))
        && let Some(mention) = country_before(doc, names, before)
    {
        place.get_or_insert_with(|| mention.canonical.clone());
        span.start = mention.span.start;
        first = before;
    }
    let mut end = at + 1;
    if let Some((i, behind)) = country_behind(doc, names, end)
        && place.is_none()
    {
        place = Some(names.mentions[i].canonical.clone());
        span.end = names.mentions[i].span.end;
        end = behind;
    }
    let (holder, adjacent) = match holder(doc, names, first, at, end) {
        Some((holder, adjacent)) => (Some(holder), adjacent),
        None => (None, false),
    };
    let other_time = is_other_time(doc.before(first)) && doc.follows_on(first);
    if other_time {
        span.start = doc.words[first - 1].span.start;
    }
    Some(Office { at, noun, span, key, place, end, holder, adjacent, other_time })
}

/// The mention of a country at word `at` that belongs to the office after it: an adjective or a genitive.
fn country_before<'m>(doc: &Doc, names: &Names<'m>, at: usize) -> Option<&'m Mention> {
    let (i, behind) = names.at(doc, at)?;
    let mention = &names.mentions[i];
    let word = doc.word(at);
    let adjective = mention.form == Form::Derived && word.starts_with(char::is_lowercase);
    let genitive = mention.form == Form::Name && mention.kind == EntityKind::Loc && word.ends_with('s') && word != mention.canonical;
    (behind == at + 1 && (adjective || genitive)).then_some(mention)
}

/// The country or organisation in the genitive from word `at`: `Russlands`, `der USA`, `von Belarus`; its index and the word after it.
fn country_behind(doc: &Doc, names: &Names, at: usize) -> Option<(usize, usize)> {
    if !doc.follows_on(at) {
        return None;
    }
    let at = match doc.word(at) {
        "der" | "des" | "von" if doc.follows_on(at + 1) => at + 1,
        _ => return names.place_at(doc, at).filter(|&(i, behind)| behind == at + 1 && is_genitive(doc.word(at), &names.mentions[i])),
    };
    // "der norwegischen Zentralbank": the country of the organisation precedes it.
    let adjective = names.at(doc, at).is_some_and(|(i, _)| names.mentions[i].form == Form::Derived);
    names.place_at(doc, if adjective { at + 1 } else { at })
}

fn is_genitive(word: &str, mention: &Mention) -> bool {
    word.ends_with('s') && word != mention.canonical
}

/// Whether a person's name is in the genitive.
fn is_possessor(doc: &Doc, mention: &Mention) -> bool {
    mention.span.of(doc.text).ends_with('s') && !mention.canonical.ends_with('s')
}

/// The holder of the office in the words `first..end` with its noun at `at`, and whether the name is next to it.
fn holder(doc: &Doc, names: &Names, first: usize, at: usize, end: usize) -> Option<(usize, bool)> {
    let mut next = at + 1;
    while matches!(doc.word(next), "Dr" | "Prof" | "." | "h" | "c") && doc.follows_on(next) && next < at + 6 {
        next += 1;
    }
    if let Some((person, _)) = names.person_at(doc, next)
        && doc.follows_on(next)
    {
        // "die Sprecherin Merkels" is somebody else.
        return Some((person, true)).filter(|_| !is_possessor(doc, &names.mentions[person]));
    }
    // "Präsident der USA Joe Biden", "der Präsident Russlands, Wladimir Putin,"
    let comma = doc.word(end) == ",";
    let name = if comma { end + 1 } else { end };
    if let Some((person, behind)) = names.person_at(doc, name)
        && doc.follows_on(end)
        && doc.follows_on(name)
        && (end > at + 1 || first < at && behind > name + 1)
        && (!comma || closes(doc, behind))
    {
        return Some((person, true));
    }
    let apposition = behind_the_name(doc, names, first).filter(|_| closes(doc, end)).map(|person| (person, true));
    apposition.or_else(|| predicate(doc, names, first).map(|person| (person, false)))
}

/// The person whose name precedes the office in apposition: `Wladimir Putin, (der) Präsident Russlands,`.
fn behind_the_name(doc: &Doc, names: &Names, first: usize) -> Option<usize> {
    let article = matches!(doc.before(first), "der" | "die");
    let sign = first.checked_sub(if article { 2 } else { 1 })?;
    if !matches!(doc.word(sign), "," | "(") || !doc.follows_on(sign) || !doc.follows_on(first) {
        return None;
    }
    names.person_before(sign)
}

/// The subject directly before the verb: `Jens Stoltenberg ist seit 2014 Generalsekretär`.
fn predicate(doc: &Doc, names: &Names, first: usize) -> Option<usize> {
    let mut verb = first.checked_sub(1)?;
    while !matches!(doc.word(verb), "ist" | "bleibt") {
        let word = doc.word(verb);
        let other = matches!(word, "," | "." | ":" | "nicht" | "kein" | "keine" | "nie" | "sein" | "ihr" | "mit" | "von" | "als" | "wie");
        if other || doc.upper(verb) || first - verb > 4 {
            return None;
        }
        verb = verb.checked_sub(1)?;
    }
    names.person_before(verb)
}

/// Whether punctuation at word `at` closes an apposition.
fn closes(doc: &Doc, at: usize) -> bool {
    at >= doc.words.len() || matches!(doc.word(at), "," | "." | ")" | "(" | ";" | ":" | "–" | "-" | "“" | "!" | "?")
}

/// Whether an adjective puts the office in the past or future.
fn is_other_time(word: &str) -> bool {
    const STEMS: [&str; 11] = [
        "früher",
        "ehemalig",
        "einstig",
        "damalig",
        "künftig",
        "designiert",
        "gewählt",
        "gestürzt",
        "entlassen",
        "verstorben",
        "abgesetzt",
    ];
    STEMS.iter().any(|stem| word.strip_prefix(stem).is_some_and(|ending| matches!(ending, "e" | "en" | "er" | "em")))
}

/// The office that `word` is, in the nominative and in lower case; `None` if it is not one.
pub(in crate::entity) fn nominative(word: &str) -> Option<String> {
    const OTHERS: [&str; 5] = ["begleiter", "begleiterin", "entführer", "entführerin", "trichter"];
    let lower = word.to_lowercase();
    let bases = ["", "s", "en", "n", "es"].into_iter().filter_map(|ending| lower.strip_suffix(ending));
    let mut offices = bases.filter(|base| NOUNS.iter().any(|noun| base.ends_with(noun)));
    offices.next().filter(|base| !OTHERS.iter().any(|other| base.ends_with(other))).map(str::to_owned)
}

/// The words of an office in the nominative: `russischer Präsident` for `russischen Präsidenten`.
pub(in crate::entity) fn in_the_nominative(role: &str) -> String {
    let mut words: Vec<String> = role.split_whitespace().map(str::to_owned).collect();
    let Some((at, office)) = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.starts_with(char::is_uppercase))
        .find_map(|(at, word)| Some((at, nominative(word)?)))
    else {
        return words.join(" ");
    };
    if let Some(bare) = words[at].get(..office.len()).map(str::to_owned) {
        words[at] = bare;
    }
    let ending = match office.as_str() {
        _ if office.ends_with("oberhaupt") => "es",
        _ if office.ends_with("in") || office.ends_with('e') => "e",
        _ => "er",
    };
    for adjective in words[..at].iter_mut().filter(|word| word.starts_with(char::is_lowercase) && *word != "und") {
        if let Some(stem) = ["en", "er", "es", "em", "e"].iter().find_map(|ending| adjective.strip_suffix(ending)) {
            *adjective = format!("{stem}{ending}");
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::recognise;

    /// The names of `text` with their roles: `Wladimir Putin: russische Präsident`.
    fn roles(text: &str) -> Vec<String> {
        let mentions = recognise(text);
        mentions.iter().filter_map(|m| Some(format!("{}: {}", m.span.of(text), m.role?.of(text)))).collect()
    }

    #[test]
    fn offices_before_names_are_found() {
        assert_eq!(roles("Der russische Präsident Wladimir Putin kam."), ["Wladimir Putin: russische Präsident"]);
        assert_eq!(
            roles("Nato-Generalsekretär Jens Stoltenberg und Kremlchef Putin."),
            ["Jens Stoltenberg: Nato-Generalsekretär", "Putin: Kremlchef"]
        );
        assert_eq!(
            roles("Staats- und Parteichef Xi Jinping traf Frankreichs Präsidenten Macron."),
            ["Xi Jinping: Staats- und Parteichef", "Macron: Frankreichs Präsidenten"]
        );
        assert_eq!(roles("der frühere US-Präsident Donald Trump"), ["Donald Trump: frühere US-Präsident"]);
        assert_eq!(roles("mit dem Präsidenten der USA, Joe Biden, in Rom"), ["Joe Biden: Präsidenten der USA"]);
        assert_eq!(roles("Der italienische Präsident, Udo Merzdorf, warb."), ["Udo Merzdorf: italienische Präsident"]);
        assert_eq!(roles("Bundeskanzler Prof. Dr. Olaf Scholz kam."), ["Olaf Scholz: Bundeskanzler"]);
    }

    #[test]
    fn offices_after_names_are_found() {
        assert_eq!(roles("Wladimir Putin, Präsident Russlands, kam."), ["Wladimir Putin: Präsident Russlands"]);
        assert_eq!(roles("Angela Merkel, die deutsche Kanzlerin, kam."), ["Angela Merkel: deutsche Kanzlerin"]);
        assert_eq!(roles("Olaf Scholz (Bundeskanzler) kam."), ["Olaf Scholz: Bundeskanzler"]);
    }

    #[test]
    fn offices_of_others_are_ignored() {
        assert_eq!(roles("Mit Angela Merkel, Präsident Putin und anderen."), ["Putin: Präsident"]);
        assert!(roles("Angela Merkel traf den Präsidenten. Der Präsident Frankreichs war da.").is_empty());
        assert!(roles("Der Präsident der USA, Angela Merkel und andere kamen.").is_empty());
        assert!(roles("Die Sprecherin Merkels kam. Angela Merkel ging.").is_empty());
        assert!(roles("Peter König kam. Der Begleiter Olaf Scholz auch.").is_empty());
    }

    #[test]
    fn roles_are_put_into_the_nominative() {
        for (role, expected) in [
            ("russischen Präsidenten", "russischer Präsident"),
            ("frühere US-Präsident", "früherer US-Präsident"),
            ("deutschen Kanzlerin", "deutsche Kanzlerin"),
            ("Frankreichs Präsidenten", "Frankreichs Präsident"),
            ("Staats- und Parteichefs", "Staats- und Parteichef"),
            ("Kanzlers", "Kanzler"),
        ] {
            assert_eq!(in_the_nominative(role), expected);
        }
    }

    #[test]
    fn endings_of_nouns_are_removed() {
        for (word, office) in [
            ("Präsidenten", "präsident"),
            ("Bundeskanzlers", "bundeskanzler"),
            ("Außenministerin", "außenministerin"),
            ("Vorsitzenden", "vorsitzende"),
        ] {
            assert_eq!(nominative(word).as_deref(), Some(office));
        }
        for word in ["Begleiter", "Haus", "Präsidentschaft"] {
            assert_eq!(nominative(word), None);
        }
    }
}
