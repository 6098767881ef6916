//! Observations about a single line, from which its role is inferred.

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
pub(super) fn ends_sentence(line: &str) -> bool {
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
const RELATED: [&str; 24] = [
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
const NOTICES: [&str; 19] = [
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
    let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let marked = NOTICES.iter().any(|start| begins_with_word(lower, start));
    let rights = line.starts_with('©') || lower.starts_with("copyright");
    let bare = words(line) <= 4 && !ends_sentence(line);
    rights && words(line) <= 20
        || marked && (bare || words(line) <= 30 && NOTICES[..5].iter().chain(&NOTICES[16..]).any(|start| lower.starts_with(start)))
}

fn begins_with_word(text: &str, start: &str) -> bool {
    text.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// News agencies and desks that may make up a credit on their own.
const AGENCIES: [&str; 22] = [
    "dpa",
    "afp",
    "ap",
    "reuters",
    "apa",
    "epd",
    "kna",
    "sid",
    "ansa",
    "tass",
    "interfax",
    "dts",
    "dapd",
    "ddp",
    "rtr",
    "efe",
    "keystone-sda",
    "sda",
    "agenturen",
    "red",
    "bloomberg",
    "ots",
];

/// The agencies or media that a credit line names, as written: `dpa, AFP` in "Quelle: dpa, AFP", `dpa/AFP` in "(dpa/AFP)".
///
/// `None` for any other line, including a sentence that begins with "Quelle".
pub(super) fn credit(line: &str) -> Option<&str> {
    let line = line.trim();
    let lower = line.to_lowercase();
    let after = |label: &str| lower.starts_with(label).then(|| line.get(label.len()..)).flatten();
    let labelled = ["quelle:", "quellen:", "mit material von ", "mit informationen von ", "mit agenturmaterial von ", "source:"]
        .into_iter()
        .find_map(after);
    if let Some(rest) = labelled {
        let rest = rest.trim().trim_end_matches('.');
        return (!rest.is_empty() && words(rest) <= 8).then_some(rest);
    }
    let bare = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).or_else(|| line.strip_prefix('©')).unwrap_or(line).trim();
    let mut names = bare.split(['/', ',', '+', '|']).map(str::trim).filter(|name| !name.is_empty()).peekable();
    let known = |name: &str| AGENCIES.contains(&name.trim_end_matches('.').to_lowercase().as_str());
    (words(bare) <= 5 && names.peek().is_some() && names.all(known)).then_some(bare)
}

/// The names in a byline: `Anna Schmidt und Peter Meier` in "Von Anna Schmidt und Peter Meier, Moskau".
///
/// Every word must be a name or connect names, so "Von Moskau nach Peking" is not a byline.
pub(crate) fn byline(line: &str) -> Option<&str> {
    let rest = line
        .strip_prefix("Von ")
        .or_else(|| line.strip_prefix("von "))
        .or_else(|| line.strip_prefix("Ein Beitrag von "))
        .or_else(|| line.strip_prefix("Autor: "))?;
    if ends_sentence(rest) || words(rest) > 12 {
        return None;
    }
    // One or two words after a comma are the place of writing, unless they are more names.
    let names = match rest.split_once(',') {
        Some((names, place)) if words(place) <= 2 && !place.contains(" und ") && words(names) >= 2 => names,
        _ => rest,
    };
    let joins = ["und", "von", "der", "de", "van", "zu", "al", "el", "bin", "den"];
    let is_name = |word: &str| joins.contains(&word) || word.starts_with(char::is_uppercase);
    let names = names.trim();
    (words(names) >= 2 && names.split_whitespace().all(is_name)).then_some(names)
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
            ("(dpa/AFP)", Some("dpa/AFP")),
            ("Mit Material von dpa", Some("dpa")),
            ("dpa", Some("dpa")),
            ("© dpa", Some("dpa")),
            ("red, ORF.at/Agenturen", None),
            ("Quelle: Das Ministerium teilte auf Anfrage mit, man prüfe den Fall noch", None),
            ("Quelle:", None),
            ("Moskau", None),
            ("", None),
        ] {
            assert_eq!(credit(line), expected, "{line}");
        }
    }

    #[test]
    fn a_byline_holds_names_only() {
        for (line, expected) in [
            ("Von Anna Schmidt", Some("Anna Schmidt")),
            ("Von Anna Schmidt, Moskau", Some("Anna Schmidt")),
            ("Von Anna Schmidt und Peter von der Aue", Some("Anna Schmidt und Peter von der Aue")),
            ("Von Moskau nach Peking", None),
            ("Von Anna Schmidt stammt der Plan.", None),
            ("Von Berlin", None),
        ] {
            assert_eq!(byline(line), expected, "{line}");
        }
    }
}
