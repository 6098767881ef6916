//! Observations about a single line, from which its role is inferred.

use super::author;
use zeitlupe_core::german;

/// A run of letters, a run of digits, or one other character.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    /// Its characters.
    pub text: &'t str,
    /// The byte of the line at which it begins.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl Piece<'_> {
    /// Its value, if it is a run of at most nine digits.
    pub fn number(&self) -> Option<u32> {
        (self.text.len() <= 9 && self.text.bytes().all(|b| b.is_ascii_digit())).then(|| self.text.parse().ok()).flatten()
    }

    /// Whether it is one of `words`, in any case.
    pub fn is_word(&self, words: &[&str]) -> bool {
        words.contains(&self.text.to_lowercase().as_str())
    }

    /// Whether it is a run of letters or digits.
    pub fn starts_alphanumeric(&self) -> bool {
        self.text.starts_with(char::is_alphanumeric)
    }
}

/// Splits a line into runs of letters, runs of digits and single other characters, without white space.
pub(super) fn pieces(line: &str) -> Vec<Piece<'_>> {
    let class = |c: char| match c {
        '0'..='9' => 1,
        c if c.is_alphabetic() => 2,
        c if c.is_whitespace() => 3,
        _ => 0,
    };
    let mut out: Vec<Piece<'_>> = Vec::new();
    let mut last = 3;
    for (start, c) in line.char_indices() {
        let (end, now) = (start + c.len_utf8(), class(c));
        match out.last_mut() {
            Some(piece) if now == last && (now == 1 || now == 2) => {
                *piece = Piece { text: &line[piece.start..end], start: piece.start, end }
            }
            _ if now != 3 => out.push(Piece { text: &line[start..end], start, end }),
            _ => {}
        }
        last = now;
    }
    out
}

/// The number of words, separated by white space.
pub(super) fn words(line: &str) -> usize {
    line.split_whitespace().count()
}

/// Closing quotation marks and brackets, which may follow the end of a sentence.
const CLOSING: [char; 8] = ['“', '”', '"', '«', '»', '‘', '’', ')'];

/// Whether the line ends with sentence punctuation, perhaps before a closing quotation mark or bracket.
pub(crate) fn ends_sentence(line: &str) -> bool {
    line.trim_end().trim_end_matches(CLOSING).ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Whether the line ends within a sentence, at a comma, colon, semicolon or dash.
pub(super) fn breaks_off(line: &str) -> bool {
    line.trim_end().ends_with([',', ':', ';', '–', '-'])
}

/// Words that no sentence or heading ends with: determiners, contractions with one, conjunctions.
const DANGLING: [&str; 20] = [
    "der", "die", "das", "den", "dem", "des", "einen", "einem", "einer", "eines", "im", "am", "vom", "zum", "zur", "beim", "und", "oder",
    "dass", "für",
];

/// Whether the last word of the line needs another one after it.
pub(super) fn ends_dangling(line: &str) -> bool {
    line.split_whitespace()
        .next_back()
        .is_some_and(|word| DANGLING.contains(&word.trim_start_matches(['"', '„', '»', '(']).to_lowercase().as_str()))
}

/// Whether the line begins with a capital letter or a digit, perhaps after an opening quotation mark.
pub(super) fn begins_upper(line: &str) -> bool {
    line.trim_start_matches(['„', '"', '»', '«', '“', '‚', '(', '#', '+', ' '])
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether the line looks like a subheading: a few words without a full stop at the end.
pub(super) fn is_heading_like(line: &str) -> bool {
    let words = words(line);
    let question = line.ends_with(['?', '!']);
    // A question after a name belongs to an interview.
    let question = question && !line.contains(": ");
    let open = line.ends_with(['.', ',', ';', ':', '…', '–', '-', '|']) || (ends_sentence(line) && !question);
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    words <= if question { 8 } else { 11 }
        && line.chars().count() <= 90
        && letters >= 3
        && !open
        && !ends_dangling(line)
        && begins_upper(line)
        && !is_bulleted(line)
}

/// Whether the line begins with a bullet. A number with a dot does not count: it may be an ordinal ("2. Bundesliga").
pub(super) fn is_bulleted(line: &str) -> bool {
    line.starts_with(['•', '·', '*', '–', '-', '▪', '►'])
}

/// Beginnings of lines that link to other articles.
const RELATED: [&str; 27] = [
    "verwendete quellen",
    "verwandte themen",
    "links:",
    "mehr zu",
    "mehr zum",
    "mehr zur",
    "mehr dazu",
    "mehr aus",
    "mehr über",
    "mehr lesen",
    "lesen sie auch",
    "lesen sie mehr",
    "lesen sie dazu",
    "lesen sie hier",
    "lesen sie zudem",
    "auch interessant",
    "das könnte sie auch interessieren",
    "das könnte sie interessieren",
    "weitere nachrichten",
    "weitere artikel",
    "weiterlesen",
    "siehe auch",
    "passend dazu",
    "weiterführende links",
    "lesen sie jetzt",
    "meistgelesen",
    "empfohlener artikel",
];

/// Beginnings of notices that a page puts around its articles.
const NOTICES: [&str; 29] = [
    "über dieses thema berichtet",
    "über dieses thema berichtete",
    "dieses thema im programm",
    "abonnieren sie",
    "folgen sie uns",
    "newsletter",
    "hier geht es zu",
    "hier können sie",
    "diesen artikel",
    "artikel drucken",
    "artikel teilen",
    "drucken",
    "teilen",
    "kommentare",
    "zur startseite",
    "melden sie sich",
    "anzeige",
    "alle rechte vorbehalten",
    "dieser artikel erschien zuerst",
    "dieser artikel ist zuerst",
    "dieser artikel enthält affiliate",
    "dieser artikel enthält sogenannte affiliate",
    "rubriklistenbild",
    "bildrechte",
    "quellen und lizenzen",
    "artikelrechte erwerben",
    "lesezeit",
    "lesedauer",
    "schlagworte",
];

/// Whether the line links to other articles: "Mehr zum Thema", "Lesen Sie auch: …". A sentence with the same beginning does not count.
pub(super) fn is_related(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let lower = bare.to_lowercase();
    let starts = RELATED.iter().any(|start| begins_with_word(&lower, start)) || lower == "zum thema" || lower.starts_with("zum thema:");
    starts && bare.starts_with(char::is_uppercase) && words(line) <= 30 && !line.trim_end().ends_with('.')
}

/// Whether the line is a notice that a page puts around its articles.
pub(super) fn is_notice(line: &str) -> bool {
    let lower = line.to_lowercase();
    let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let marked = NOTICES.iter().any(|start| begins_with_word(lower, start));
    let rights = lower.starts_with('©') || lower.starts_with("copyright");
    let bare = words(line) <= 4 && !ends_sentence(line);
    let long = words(line) <= 30 && NOTICES[..6].iter().chain(&NOTICES[17..22]).any(|start| lower.starts_with(start));
    let address = words(line) == 1 && (lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www."));
    let label = matches!(lower, "premium" | "plus" | "exklusiv" | "abo");
    label || rights && words(line) <= 20 || marked && (bare || long) || address || is_labelled_address(lower) || is_photo_credit(lower)
}

/// Whether the line gives the address of the page: "URL: http://…".
fn is_labelled_address(lower: &str) -> bool {
    let rest = ["url:", "permalink:", "link:", "quelle:"].into_iter().find_map(|label| lower.strip_prefix(label));
    rest.is_some_and(|rest| words(rest) == 1 && rest.contains("://"))
}

/// Whether the line only says who took a picture: "Rubriklistenbild: © Anna Merz/dpa".
fn is_photo_credit(lower: &str) -> bool {
    let labels = ["rubriklistenbild:", "bildrechte:", "bild:", "foto:", "fotos:", "(foto:", "symbolbild:", "archivbild:"];
    labels.iter().any(|label| lower.starts_with(label)) && words(lower) <= 12
}

fn begins_with_word(text: &str, start: &str) -> bool {
    text.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Desks, which stand in credits beside agencies.
const DESKS: [&str; 3] = ["red", "agenturen", "agentur"];

/// Whether the word names a news agency.
pub(super) fn is_agency(word: &str) -> bool {
    german::is_agency(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The agencies or media that a credit line names: `dpa, AFP` in "Quelle: dpa, AFP", "(dpa/AFP)" and "AFP, dpa/jf"; empty if it has only the
/// initials of a writer, as "(jf)" has.
///
/// `None` for any other line, including a sentence that begins with "Quelle".
pub(super) fn credit(line: &str) -> Option<String> {
    let line = line.trim();
    let lower = line.to_lowercase();
    let after = |label: &str| lower.starts_with(label).then(|| line.get(label.len()..)).flatten();
    let labelled = ["quelle:", "quellen:", "mit material von ", "mit informationen von ", "mit agenturmaterial von ", "source:"]
        .into_iter()
        .find_map(after);
    if let Some(rest) = labelled {
        let rest = rest.trim().trim_end_matches('.');
        return (!rest.is_empty() && words(rest) <= 8).then(|| rest.to_owned());
    }
    if words(line) > 6 || line.len() > 80 {
        return None;
    }
    let bracketed = line.strip_prefix(['(', '[']).and_then(|rest| rest.strip_suffix([')', ']']));
    let bare = bracketed.or_else(|| line.strip_prefix('©')).unwrap_or(line).trim();
    let parts: Vec<&str> = bare.split(['/', ',', '+', '|', ';', '(', ')', '&', ' ']).filter(|part| !part.is_empty()).collect();
    let mut named: Vec<&str> = parts.iter().copied().filter(|part| is_agency(part)).collect();
    named.dedup();
    let is_desk = |part: &str| DESKS.contains(&part.trim_end_matches('.').to_lowercase().as_str());
    let known = parts.iter().all(|part| is_agency(part) || is_desk(part) || is_sign(part));
    let has_desk = parts.iter().any(|part| is_desk(part));
    // Without brackets, initials stand behind a sign or beside an agency.
    let initials = bracketed.is_some() && parts.iter().all(|part| is_initials(part));
    let sound = known && (has_desk || !named.is_empty() || initials);
    (sound && !parts.is_empty()).then(|| named.join(", "))
}

/// Whether the part of a credit is initials, a date or a host.
fn is_sign(part: &str) -> bool {
    let host = [".de", ".at", ".ch"].iter().any(|end| part.to_lowercase().ends_with(end));
    let date = part.contains('.') && part.chars().all(|c| c.is_ascii_digit() || c == '.');
    is_initials(part) || host || date
}

/// Whether the line is the initials of a writer alone, in small letters, as below an article.
pub(super) fn is_signature(line: &str) -> bool {
    is_initials(line) && line.starts_with(char::is_lowercase)
}

/// Whether these may be the initials of a writer, or those of a land: `jf`, `JF`, `lno`.
fn is_initials(part: &str) -> bool {
    let letters = part.trim_end_matches('.');
    let one_case = letters.chars().all(char::is_lowercase) || letters.chars().all(char::is_uppercase);
    (2..=5).contains(&letters.chars().count()) && one_case
}

/// Words for the kind of an article, before "von": "Ein Kommentar von Anna Schmidt".
const KINDS: [&str; 14] = [
    "kommentar",
    "gastkommentar",
    "analyse",
    "gastbeitrag",
    "bericht",
    "reportage",
    "essay",
    "kolumne",
    "interview",
    "porträt",
    "glosse",
    "rezension",
    "leitartikel",
    "beitrag",
];

/// The names in a byline: `Anna Schmidt und Peter Meier` in "Von Anna Schmidt und Peter Meier, Moskau".
///
/// Every word must be a name or connect names, so "Von Moskau nach Peking" is not a byline.
pub(super) fn byline(line: &str) -> Option<&str> {
    let line = line.trim();
    let rest = ["Von: ", "von: ", "Von ", "von ", "VON ", "Autor: ", "Autorin: ", "Autorin/Autor ", "Text: "]
        .into_iter()
        .find_map(|start| line.strip_prefix(start))
        .or_else(|| after_kind(line))?
        .trim();
    if ends_sentence(rest) || words(rest) > 14 {
        return None;
    }
    // What follows a comma is the place of writing or a desk, unless it is another name.
    let more = rest.match_indices(", ").map(|(at, _)| at).find(|at| {
        let next = rest[at + 2..].split(", ").next().unwrap_or_default();
        !next.split(" und ").all(author::is_person)
    });
    let names = &rest[..more.unwrap_or(rest.len())];
    let joins = ["und", "von", "der", "de", "van", "zu", "al", "el", "bin", "den"];
    let is_name = |word: &str| {
        let word = word.trim_end_matches(',');
        joins.contains(&word) || word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c))
    };
    let names = names.trim();
    (words(names) >= 2 && names.split_whitespace().all(is_name)).then_some(names)
}

/// What follows the kind of the article and "von".
fn after_kind(line: &str) -> Option<&str> {
    let (kind, rest) = line.split_once(" von ")?;
    let last = kind.split_whitespace().next_back()?.to_lowercase();
    (words(kind) <= 3 && KINDS.iter().any(|word| last.ends_with(word))).then_some(rest)
}

/// Whether two lines have the same letters and digits, ignoring case.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    plain(a) == plain(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_short_and_has_no_full_stop() {
        for line in [
            "Belastete Beziehungen",
            "Großbritannien: „Äußerst besorgniserregende“ Details",
            "Warum jetzt?",
            "2. Bundesliga im Überblick",
            "„Das ist ein Skandal“",
        ] {
            assert!(is_heading_like(line), "{line}");
        }
        for line in [
            "Moskau bestreitet das.",
            "Außerdem wird der Block aufgefordert,",
            "„Wir gehen.“",
            "und so weiter",
            "• Punkt",
            "12:01",
            "Er sagte:",
            "ZEIT: Wie war das?",
            "",
        ] {
            assert!(!is_heading_like(line), "{line}");
        }
    }

    #[test]
    fn related_links_and_notices_are_recognised() {
        for line in [
            "Mehr zu China, Russland und dem Westen",
            "Mehr zum Thema - Antwort aus Moskau: Bedenken",
            "Lesen Sie auch: Was nun?",
            "► Lesen Sie auch",
            "Weiterlesen",
        ] {
            assert!(is_related(line), "{line}");
        }
        for line in [
            "Mehr zu sagen sei nicht nötig, erklärte der Minister.",
            "Mehrzu",
            "mehr aus eigener Kraft als je zuvor",
            "Zum Thema Klima hat sich",
            "zum Thema Klima",
            "Mehr als 100 Menschen demonstrieren",
        ] {
            assert!(!is_related(line), "{line}");
        }
        assert!(is_notice("Über dieses Thema berichtete die Sendung am 22. Februar 2023 um 16:00 Uhr."));
        assert!(is_notice("© Alle Rechte vorbehalten"));
        assert!(is_notice("Teilen"));
        assert!(!is_notice("Teilen der Bevölkerung geht das zu weit, wie die Umfrage zeigt."));
        assert!(!is_notice("Anzeige erstattete am Freitag auch die Stadt, wie die Polizei mitteilte."));
    }

    #[test]
    fn a_credit_names_agencies_only() {
        for (line, expected) in [
            ("Quelle: dpa, AFP", Some("dpa, AFP")),
            ("(dpa/AFP)", Some("dpa, AFP")),
            ("Mit Material von dpa", Some("dpa")),
            ("dpa", Some("dpa")),
            ("© dpa", Some("dpa")),
            ("(dpa/jf)", Some("dpa")),
            ("dpa/lno", Some("dpa")),
            ("AFP/jan", Some("AFP")),
            ("(JF, dpa)", Some("dpa")),
            ("dpa, RM (jf)", Some("dpa")),
            ("(APA, red, 29.8.2024)", Some("APA")),
            ("[epd/kna]", Some("epd, kna")),
            ("(jf)", Some("")),
            ("(jf/mo)", Some("")),
            ("red, ORF.at/Agenturen", Some("")),
            ("Quelle: Das Ministerium teilte auf Anfrage mit, man prüfe den Fall noch", None),
            ("Quelle:", None),
            ("Moskau", None),
            ("jf", None),
            ("USA", None),
            ("(Seite 3)", None),
            ("", None),
        ] {
            assert_eq!(credit(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_byline_holds_names_only() {
        for (line, expected) in [
            ("Von Anna Schmidt", Some("Anna Schmidt")),
            ("Von Anna Schmidt, Moskau", Some("Anna Schmidt")),
            ("Von Anna Schmidt und Peter von der Aue", Some("Anna Schmidt und Peter von der Aue")),
            ("Von Hanna Ried, ARD-Studio Kiew", Some("Hanna Ried")),
            ("Von Hanna Ried, Ole Brink und Jo Lenz, Wien", Some("Hanna Ried, Ole Brink und Jo Lenz")),
            ("Ein Kommentar von Hanna Ried", Some("Hanna Ried")),
            ("Von: Hanna Ried", Some("Hanna Ried")),
            ("Eine Reise von Moskau Nach Peking", None),
            ("Von Moskau nach Peking", None),
            ("Von Anna Schmidt stammt der Plan.", None),
            ("Von Berlin", None),
        ] {
            assert_eq!(byline(line), expected, "{line}");
        }
    }
}
