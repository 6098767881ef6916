//! Finds numbers, their unit and their bound.

use super::decimal::Decimal;
use super::quantity::{Bound, Number};
use crate::german::{DETERMINERS, PREPOSITIONS, Words, numeral, words};
use crate::text::{Document, Span, Token, TokenKind};
use std::sync::LazyLock;

/// Most words between a number and the noun that it counts.
const ATTRIBUTES: usize = 3;

/// Words for powers of ten, by their beginning in lower case.
const SCALES: [(&str, i32); 9] =
    [("tausend", 3), ("tsd", 3), ("million", 6), ("mio", 6), ("mill", 6), ("milliarde", 9), ("mrd", 9), ("billion", 12), ("bio", 12)];

/// Measures as they are written, and as they are compared.
const MEASURES: &[(&str, &str)] = &[
    ("%", "%"),
    ("prozent", "%"),
    ("prozentpunkte", "Prozentpunkte"),
    ("prozentpunkten", "Prozentpunkte"),
    ("euro", "Euro"),
    ("€", "Euro"),
    ("eur", "Euro"),
    ("cent", "Cent"),
    ("dollar", "Dollar"),
    ("us-dollar", "US-Dollar"),
    ("$", "Dollar"),
    ("franken", "Franken"),
    ("rubel", "Rubel"),
    ("pfund", "Pfund"),
    ("mark", "Mark"),
    ("yen", "Yen"),
    ("yuan", "Yuan"),
    ("kronen", "Kronen"),
    ("kubikmeter", "Kubikmeter"),
    ("kubikmetern", "Kubikmeter"),
    ("quadratmeter", "Quadratmeter"),
    ("quadratmetern", "Quadratmeter"),
    ("quadratkilometer", "Quadratkilometer"),
    ("quadratkilometern", "Quadratkilometer"),
    ("kilometer", "Kilometer"),
    ("kilometern", "Kilometer"),
    ("km", "Kilometer"),
    ("meter", "Meter"),
    ("metern", "Meter"),
    ("m", "Meter"),
    ("zentimeter", "Zentimeter"),
    ("zentimetern", "Zentimeter"),
    ("cm", "Zentimeter"),
    ("millimeter", "Millimeter"),
    ("mm", "Millimeter"),
    ("hektar", "Hektar"),
    ("tonnen", "Tonnen"),
    ("tonne", "Tonnen"),
    ("kilogramm", "Kilogramm"),
    ("kilo", "Kilogramm"),
    ("kg", "Kilogramm"),
    ("gramm", "Gramm"),
    ("liter", "Liter"),
    ("litern", "Liter"),
    ("barrel", "Barrel"),
    ("grad", "Grad"),
    ("megawatt", "Megawatt"),
    ("gigawatt", "Gigawatt"),
    ("kilowattstunden", "Kilowattstunden"),
    ("stundenkilometer", "km/h"),
    ("stundenkilometern", "km/h"),
    ("punkte", "Punkte"),
    ("punkten", "Punkte"),
];

/// Words before a number that only numbers something, and of the spans that are times.
static NUMBERED: Words = LazyLock::new(|| {
    words(
        "nr nummer § §§ paragraf paragraph artikel art seite s kapitel absatz abs platz rang zimmer raum linie flug kanal version \
         telefon tel fax plz postfach konto iban resolution drucksache aktenzeichen band heft gleis startnummer kategorie stufe klasse \
         vitamin typ modell modus gruppe uhr um punkt ziffer tor wahlkreis",
    )
});

/// Nouns of time, whose numbers are durations.
static TIMES: Words = LazyLock::new(|| {
    words(
        "uhr jahr jahre jahren jahrs jahres monat monate monaten woche wochen tag tage tagen stunde stunden minute minuten sekunde sekunden \
         jahrzehnt jahrzehnte jahrzehnten jahrhundert jahrhunderte jahrhunderten januar februar märz april mai juni juli august september \
         oktober november dezember quartal",
    )
});

/// The numbers of a text, in order, except those in `taken`: its times and names, sorted.
pub fn numbers(document: &Document, taken: &[Span]) -> Vec<Number> {
    let reader = Reader { document, tokens: document.tokens() };
    let mut out = Vec::new();
    let (mut at, mut free) = (0, 0);
    while at < reader.tokens.len() {
        let span = reader.tokens[at].span;
        while taken.get(free).is_some_and(|taken| taken.end <= span.start) {
            free += 1;
        }
        let is_taken = taken.get(free).is_some_and(|taken| taken.overlaps(span));
        match reader.number(at).filter(|_| !is_taken) {
            Some((number, end)) => {
                out.push(number);
                at = end;
            }
            None => at += 1,
        }
    }
    out
}

struct Reader<'d> {
    document: &'d Document<'d>,
    tokens: &'d [Token<'d>],
}

/// A value, and one past its last token.
type Value = (Decimal, usize);

impl<'d> Reader<'d> {
    fn word(&self, at: usize) -> &'d str {
        self.document.lower(at)
    }

    fn before(&self, at: usize, back: usize) -> &'d str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// The number that begins at token `at`, and one past its last token.
    fn number(&self, at: usize) -> Option<(Number, usize)> {
        if NUMBERED.contains(self.before(at, 1)) || self.before(at, 1) == "." && NUMBERED.contains(self.before(at, 2)) {
            return None;
        }
        let currency = matches!(self.word(at), "€" | "$") && self.tokens.get(at + 1)?.kind == TokenKind::Number;
        let first = at + usize::from(currency);
        let (mut value, mut end, scaled) = self.scaled(first)?;
        let mut upper = None;
        if let Some((high, to, high_scaled)) = self.is_range(first, end).and_then(|next| self.scaled(next)) {
            if let (Some(exponent), None) = (high_scaled, scaled) {
                value = value.scaled(exponent)?;
            }
            (upper, end) = (Some(high), to);
        }
        let (unit, counted, to) = if currency { (measure(self.word(at)).to_owned(), None, end) } else { self.unit(end) };
        let bound = self.bound(at);
        let plain = unit.is_empty() && scaled.is_none() && bound == Bound::Exact && upper.is_none();
        if plain || self.is_something_else(first, end, &unit) {
            return None;
        }
        let span = Span { start: self.tokens[at].span.start, end: self.tokens[to - 1].span.end };
        Some((Number { span, value, upper, bound, unit, counted }, to))
    }

    /// Whether the number is a time, a score, an ordinal, an article or part of a longer token.
    fn is_something_else(&self, first: usize, end: usize, unit: &str) -> bool {
        let joined = |at: usize| self.tokens.get(at).is_some_and(|token| token.glued && matches!(token.text, ":" | "/" | "-" | "–" | "+"));
        let ordinal = self.tokens[end - 1].kind == TokenKind::Number
            && self.word(end) == "."
            && self.tokens.get(end).is_some_and(|token| token.glued);
        let follows =
            first > 0 && self.tokens[first].glued && matches!(self.before(first, 1), ":" | "/" | "-" | "–" | "." | "," | "+" | "#");
        let time = TIMES.contains(self.word(end)) || TIMES.contains(unit.to_lowercase().as_str());
        let inside_sentence = self.tokens.get(end + 1).is_some_and(|token| !token.first);
        joined(end) || follows || time || (ordinal && inside_sentence)
    }

    /// A value with its power of ten; the exponent is given if a word for it stands there.
    fn scaled(&self, at: usize) -> Option<(Decimal, usize, Option<i32>)> {
        let (value, end) = self.value(at)?;
        let word = self.word(end);
        let scale = SCALES.iter().find(|(start, _)| is_scale(word, start)).map(|(_, exponent)| *exponent);
        match scale {
            Some(exponent) if self.tokens.get(end).is_some_and(|token| !token.first) => {
                let stop = usize::from(self.word(end + 1) == "." && matches!(word, "tsd" | "mio" | "mill" | "mrd" | "bio"));
                Some((value.scaled(exponent)?, end + 1 + stop, Some(exponent)))
            }
            _ => Some((value, end, None)),
        }
    }

    /// A value in digits or words.
    fn value(&self, at: usize) -> Option<Value> {
        let token = self.tokens.get(at)?;
        let word = self.word(at);
        if token.kind == TokenKind::Number {
            return Some((Decimal::read(token.text)?, at + 1));
        }
        let exact = match word {
            "anderthalb" | "eineinhalb" => Decimal::new(15, -1),
            "zweieinhalb" => Decimal::new(25, -1),
            "dreieinhalb" => Decimal::new(35, -1),
            "eine" | "einer" | "einen" if is_scale(self.word(at + 1), "million") || is_scale(self.word(at + 1), "milliarde") => {
                Decimal::new(1, 0)
            }
            "dutzend" if token.capital => Decimal::new(12, 0).filter(|_| self.before(at, 1) == "ein"),
            _ => numeral(word).and_then(|value| Decimal::new(value, 0)),
        };
        // A compound: `dreimal`, `zwanzigfach`.
        Some((exact?, at + 1))
    }

    /// The token after `bis`, `und` or a dash, if a range goes on there.
    fn is_range(&self, first: usize, end: usize) -> Option<usize> {
        let between = self.before(first, 1) == "zwischen";
        let joins = match self.word(end) {
            "bis" => self.word(end + 1) != "zu",
            "und" => between,
            "–" | "-" => self.tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Number),
            _ => false,
        };
        joins.then_some(end + 1)
    }

    /// The unit after a number, the words for what is counted, and one past the last token of the unit.
    fn unit(&self, at: usize) -> (String, Option<Span>, usize) {
        let Some(token) = self.tokens.get(at).filter(|token| !token.first) else { return (String::new(), None, at) };
        let known = measure(self.word(at));
        if !known.is_empty() {
            let counted = self.noun(at + 1).filter(|_| known != "%").map(|noun| self.tokens[noun].span);
            let (rate, to) = counted.map_or_else(|| self.rate(at + 1), |span| self.rate(self.document.token_at(span.end)));
            return (format!("{known}{rate}"), counted, if counted.is_some() { at + 1 } else { to });
        }
        if self.word(at) == "mal" {
            return ("mal".to_owned(), None, at + 1);
        }
        let Some(noun) = self.noun(at) else { return (String::new(), None, at) };
        let counted = Span { start: token.span.start, end: self.tokens[noun].span.end };
        let (rate, to) = self.rate(noun + 1);
        (format!("{}{rate}", self.tokens[noun].text), Some(counted), to)
    }

    /// The noun that a number counts: the next one, after attributes only.
    fn noun(&self, at: usize) -> Option<usize> {
        (at..self.tokens.len().min(at + ATTRIBUTES + 1))
            .find(|&next| !self.is_attribute(next))
            .filter(|&noun| self.tokens[noun].capital && self.tokens[noun].kind == TokenKind::Word && !self.tokens[noun].first)
    }

    fn is_attribute(&self, at: usize) -> bool {
        let (token, word) = (&self.tokens[at], self.word(at));
        let ends = ["e", "en", "er", "em"].iter().any(|end| word.ends_with(end));
        token.kind == TokenKind::Word
            && !token.capital
            && !token.first
            && ends
            && !DETERMINERS.contains(word)
            && !PREPOSITIONS.contains(word)
            && word != "oder"
    }

    /// `pro Jahr`, `im Jahr`, `jährlich` as a part of the unit, and one past its last token.
    fn rate(&self, at: usize) -> (&'static str, usize) {
        let period = match self.word(at + 1) {
            "jahr" => "/Jahr",
            "monat" => "/Monat",
            "woche" => "/Woche",
            "tag" => "/Tag",
            "stunde" => "/Stunde",
            "kopf" => "/Kopf",
            _ => "",
        };
        match self.word(at) {
            "pro" | "je" if !period.is_empty() => (period, at + 2),
            "im" if period == "/Jahr" && !self.tokens.get(at + 2).is_some_and(|token| token.kind == TokenKind::Number) => (period, at + 2),
            "jährlich" => ("/Jahr", at + 1),
            "monatlich" => ("/Monat", at + 1),
            "täglich" => ("/Tag", at + 1),
            _ => ("", at),
        }
    }

    /// The bound that the words before token `at` give.
    fn bound(&self, at: usize) -> Bound {
        let (last, second) = (self.before(at, 1), self.before(at, 2));
        match (second, last) {
            ("mehr", "als") | (_, "über") => Bound::Over,
            ("weniger", "als") | (_, "unter") => Bound::Under,
            ("bis", "zu") | (_, "höchstens" | "maximal") => Bound::AtMost,
            (_, "mindestens" | "wenigstens" | "minimal") => Bound::AtLeast,
            (_, "gut") => Bound::JustOver,
            (_, "knapp" | "fast" | "nahezu" | "beinahe") => Bound::JustUnder,
            (_, "rund" | "etwa" | "ungefähr" | "circa" | "zirka" | "ca" | "schätzungsweise") | ("ca", ".") => Bound::About,
            _ => Bound::Exact,
        }
    }
}

/// Whether a word in lower case is a form of the word for a power of ten that begins with `start`.
fn is_scale(word: &str, start: &str) -> bool {
    word.strip_prefix(start).is_some_and(|rest| matches!(rest, "" | "en" | "n"))
}

/// The measure that a word in lower case is; empty for any other word.
fn measure(word: &str) -> &'static str {
    MEASURES.iter().find(|(written, _)| *written == word).map_or("", |(_, unit)| *unit)
}
