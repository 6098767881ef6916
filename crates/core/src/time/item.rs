//! The tokens of a text with their meaning in dates, numbers joined with the punctuation that belongs to them.

use super::compound::class;
use super::lexicon::Class;
use crate::text::{Document, Span, Token, TokenKind, lower_into};

/// Months that are written with a full stop. `Mär` is a tale without it.
const SHORT_MONTHS: [&str; 16] =
    ["jan", "jän", "jänn", "feb", "febr", "mrz", "mär", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez"];

/// A token, or several that belong together (`15` and its dot, `12:01`).
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Its span in the text.
    pub span: Span,
    /// Its meaning in a date.
    pub class: Class,
    /// Number of digits of a number without separators; 0 for everything else.
    pub digits: u8,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether it directly follows the item before.
    pub glued: bool,
    /// Counted from 0.
    pub sentence: u32,
    /// Counted from 0.
    pub line: u32,
    lower: (u32, u32),
}

/// All items of a text.
pub(super) struct Items {
    /// In text order.
    pub all: Vec<Item>,
    /// Whether it tells of single days, as news do: a weekday or `gestern` is in it. A commentary tells of none.
    pub is_daily: bool,
    lowers: String,
}

impl Items {
    /// The items of a text.
    pub fn new(document: &Document) -> Self {
        let (text, tokens) = (document.text(), document.tokens());
        let mut builder =
            Builder { text, all: Vec::with_capacity(tokens.len()), lowers: String::with_capacity(text.len()), line: 0, end: 0 };
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token.kind {
                TokenKind::Number => at += builder.number(token.span, &tokens[at + 1..]),
                TokenKind::Word => at += builder.word(token, document.lower(at), tokens.get(at + 1)),
                TokenKind::Punctuation => at += builder.punctuation(token, document.lower(at), &tokens[at + 1..]),
            }
            at += 1;
        }
        let Builder { mut all, lowers, .. } = builder;
        let mut sentences = document.sentences().enumerate().peekable();
        for item in &mut all {
            while sentences.next_if(|(_, sentence)| sentence.end <= item.span.start).is_some() {}
            item.sentence = sentences.peek().map_or(document.sentences().len(), |(number, _)| *number) as u32;
        }
        let is_daily = all.iter().any(|item| matches!(item.class, Class::Weekday(_) | Class::WeekdayPart(..) | Class::Days(-1)));
        Self { all, is_daily, lowers }
    }

    /// The text of item `at` in lower case, with composed umlauts, without invisible characters; empty beyond the ends.
    pub fn lower(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |item| &self.lowers[item.lower.0 as usize..item.lower.1 as usize])
    }

    /// The text of the item before `at` in lower case; empty at the beginning.
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.lower(at))
    }
}

struct Builder<'t> {
    text: &'t str,
    all: Vec<Item>,
    lowers: String,
    line: u32,
    end: usize,
}

impl Builder<'_> {
    /// Adds an item; `lower` is its text in lower case.
    fn push(&mut self, span: Span, lower: &str, known: Option<Class>, digits: u8) {
        let words = span.of(self.text);
        let gap = self.text.get(self.end..span.start as usize).unwrap_or_default();
        self.line += gap.matches('\n').count() as u32;
        let from = self.lowers.len();
        self.lowers.push_str(lower);
        let class = known.unwrap_or_else(|| class(&self.lowers[from..]));
        self.all.push(Item {
            span,
            class,
            digits,
            capital: words.starts_with(char::is_uppercase),
            glued: gap.is_empty() && self.end > 0,
            sentence: 0,
            line: self.line,
            lower: (from as u32, self.lowers.len() as u32),
        });
        self.end = span.end as usize;
    }

    /// Adds a word, an abbreviated month with its full stop; returns how many of the following tokens were used.
    fn word(&mut self, token: &Token, lower: &str, next: Option<&Token>) -> usize {
        let stop = next.filter(|next| next.glued && next.text == "." && token.capital && SHORT_MONTHS.contains(&lower));
        self.push(Span { end: stop.map_or(token.span.end, |stop| stop.span.end), ..token.span }, lower, None, 0);
        usize::from(stop.is_some())
    }

    /// Adds a punctuation mark, or a year without its century (`’89`); returns how many of the following tokens were used.
    fn punctuation(&mut self, token: &Token, lower: &str, after: &[Token]) -> usize {
        let year = after.first().filter(|next| next.glued && next.text.len() == 2 && !token.glued && matches!(token.text, "'" | "’" | "‘"));
        let closed = after.get(1).is_some_and(|next| next.glued && next.text == token.text);
        match year.and_then(|next| Some((next, next.text.parse().ok()?))).filter(|_| !closed) {
            Some((next, number)) => {
                self.push_number(Span { end: next.span.end, ..token.span }, Class::Number(full_year(number) as u32), 4);
                1
            }
            None => {
                self.push(token.span, lower, Some(Class::Plain), 0);
                0
            }
        }
    }

    fn push_number(&mut self, span: Span, class: Class, digits: u8) {
        let mut lower = String::new();
        lower_into(span.of(self.text), &mut lower);
        self.push(span, &lower, Some(class), digits);
    }

    /// Splits a number token at its hyphens; returns how many of the following tokens were used.
    fn number(&mut self, span: Span, after: &[Token]) -> usize {
        let mut start = span.start as usize;
        let words = span.of(self.text);
        let last = words.rfind(is_hyphen).map_or(start, |at| start + at + words[at..].chars().next().map_or(0, char::len_utf8));
        while start < last {
            let Some(len) = self.text[start..].find(is_hyphen) else { break };
            self.piece(start, start + len);
            let hyphen = start + len;
            start = hyphen + self.text[hyphen..].chars().next().map_or(1, char::len_utf8);
            self.push(Span::new(hyphen, start), "-", Some(Class::Plain), 0);
        }
        let end = span.end as usize;
        let piece = &self.text[start..end];
        let glued = |at: usize, from: usize| after.get(at).filter(|token| token.span.start as usize == from);
        if let Some(colon) = glued(0, end).filter(|token| token.text == ":")
            && let Some(minutes) = glued(1, colon.span.end as usize)
            && let Some((hour, minute)) = clock(piece, minutes.text)
        {
            let seconds = glued(2, minutes.span.end as usize).filter(|colon| colon.text == ":").and_then(|colon| {
                let seconds = glued(3, colon.span.end as usize)?;
                Some((seconds.span.end as usize, small(seconds.text).filter(|second| *second < 60 && seconds.text.len() == 2)?))
            });
            let (class, end, used) = match seconds {
                Some((end, second)) => (Class::Exact(hour, minute, second), end, 4),
                None => (Class::Colon(hour, minute), minutes.span.end as usize, 2),
            };
            self.push_number(Span::new(start, end), class, 0);
            return used;
        }
        // The dot after "2021/22." ends the sentence.
        let in_years = piece.len() == 2 && self.follows_year(start);
        if let Some(dot) = glued(0, end).filter(|token| token.text == "." && !in_years) {
            let with_dot = match piece.split_once('.') {
                None if piece.len() <= 2 => small(piece).map(|number| Class::Ordinal(number.into())),
                None => None,
                Some((day, month)) => day_month(day, month),
            };
            if let Some(class) = with_dot {
                self.push_number(Span::new(start, dot.span.end as usize), class, 0);
                return 1;
            }
        }
        self.piece(start, end);
        0
    }

    /// Whether four digits and a slash directly precede a position of the text.
    fn follows_year(&self, start: usize) -> bool {
        let [.., year, stroke] = self.all.as_slice() else { return false };
        let sign = stroke.span.of(self.text);
        year.digits == 4 && stroke.glued && stroke.span.end as usize == start && matches!(sign, "/" | "-" | "–")
    }

    fn piece(&mut self, start: usize, end: usize) {
        let piece = &self.text[start..end];
        let plain = !piece.is_empty() && piece.len() <= 9 && piece.bytes().all(|b| b.is_ascii_digit());
        let digits = if plain { piece.len() as u8 } else { 0 };
        self.push_number(Span::new(start, end), number_class(piece), digits);
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A number of at most two digits.
fn small(piece: &str) -> Option<u8> {
    if piece.len() <= 2 { piece.parse().ok() } else { None }
}

fn clock(hour: &str, minute: &str) -> Option<(u8, u8)> {
    let (h, m) = (small(hour)?, small(minute)?);
    (minute.len() == 2 && h <= 24 && m < 60).then_some((h, m))
}

fn day_month(day: &str, month: &str) -> Option<Class> {
    let (d, m) = (small(day)?, small(month)?);
    ((1..=31).contains(&d) && (1..=12).contains(&m)).then_some(Class::DayMonth(d, m))
}

fn number_class(piece: &str) -> Class {
    if let Ok(number) = piece.parse::<u32>() {
        return if piece.len() <= 9 { Class::Number(number) } else { Class::Plain };
    }
    if let Some((whole, "5")) = piece.split_once(',')
        && let Some(whole) = small(whole)
    {
        return Class::Halves(u32::from(whole) * 2 + 1);
    }
    let mut parts = piece.split('.');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(whole), Some(thousands), None, None) if thousands.len() == 3 => {
            let number = whole.parse::<u32>().ok().zip(thousands.parse::<u32>().ok()).filter(|_| whole.len() <= 3);
            number.map_or(Class::Plain, |(whole, rest)| Class::Number(whole * 1000 + rest))
        }
        (Some(first), Some(last), None, None) => match (clock(first, last), day_month(first, last)) {
            (Some((h, m)), _) => Class::Clock(h, m),
            (None, Some(Class::DayMonth(day, month))) => Class::ShortDate(day, month),
            _ => Class::Plain,
        },
        (Some(day), Some(month), Some(year), None) => full_date(day, month, year).unwrap_or(Class::Plain),
        _ => Class::Plain,
    }
}

/// A year of two digits means 1950 to 2049.
fn full_year(number: i32) -> i32 {
    if number < 50 { 2000 + number } else { 1900 + number }
}

fn full_date(day: &str, month: &str, year: &str) -> Option<Class> {
    let Class::DayMonth(day, month) = day_month(day, month)? else { return None };
    let number: i32 = year.parse().ok()?;
    let year = match (year.len(), number) {
        (4, 1000..2200) => number,
        (2, _) => full_year(number),
        _ => return None,
    };
    crate::day::Day::from_civil(year, month.into(), day.into()).map(|_| Class::FullDate(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(text: &str) -> Vec<Class> {
        Items::new(&Document::new(text)).all.iter().map(|item| item.class).filter(|class| *class != Class::Plain).collect()
    }

    #[test]
    fn numbers_have_their_meaning() {
        assert_eq!(classes("04.02.2022 | 12:01"), [Class::FullDate(2022, 2, 4), Class::Colon(12, 1)]);
        assert_eq!(classes("4.2. um 14.30"), [Class::DayMonth(4, 2), Class::Clock(14, 30)]);
        assert_eq!(classes("15. März"), [Class::Ordinal(15), Class::Month(3)]);
        assert_eq!(classes("1914-1918"), [Class::Number(1914), Class::Number(1918)]);
        assert_eq!(classes("2.000 oder 3,5"), [Class::Number(2000), Class::Halves(7)]);
        assert_eq!(classes("31.02.2022"), []);
        assert_eq!(classes("99999999999999 1.2.3.4 3:1"), [Class::Number(3), Class::Number(1)]);
        assert_eq!(classes("7:56:30 und 31.12"), [Class::Exact(7, 56, 30), Class::ShortDate(31, 12)]);
        assert_eq!(classes("’89, ‘12‘"), [Class::Number(1989), Class::Number(12)]);
    }

    #[test]
    fn decomposed_and_invisible_characters_are_handled() {
        assert_eq!(classes("Ma\u{308}rz Feb\u{ad}ruar FREITAG"), [Class::Month(3), Class::Month(2), Class::Weekday(4)]);
    }
}
