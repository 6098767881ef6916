//! Numbers, dates and metadata as text in the language of the interface.

use super::{Count, Lang, Words};
use zeitlupe_core::article::{Excerpt, Origin, Precision, PubDate};
use zeitlupe_core::day::Day;
use zeitlupe_core::time::{Anchor, Granularity, Reason, TimeExpression};
use zeitlupe_core::view::CorpusView;

/// A number with thousands separators: `12.345`.
///
/// ```
/// use zeitlupe_words::{Lang, format::number};
/// assert_eq!(number(12345, Lang::De), "12.345");
/// assert_eq!(number(12345, Lang::En), "12,345");
/// ```
pub fn number(n: u32, lang: Lang) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push_str(lang.words().thousands);
        }
        out.push(digit);
    }
    out
}

/// A number and its noun, with a no-break space: `1 Artikel`, `2.711 Wörter`.
pub fn counted(n: u32, noun: &Count, lang: Lang) -> String {
    format!("{}\u{a0}{}", number(n, lang), noun.of(n))
}

/// The size of a collection: `5 Artikel · Februar 2022 – Februar 2023 · 2.711 Wörter · 78 Namen`.
pub fn totals(corpus: &CorpusView, lang: Lang) -> String {
    let words = lang.words();
    let mut out = vec![counted(corpus.articles, &words.articles, lang)];
    if let Some((from, to)) = corpus.first.zip(corpus.last) {
        let month = |iso: String| month(iso.get(..7).unwrap_or_default(), lang);
        let (from, to) = (month(from.iso()), month(to.iso()));
        out.push(if from == to { from } else { format!("{from} – {to}") });
    }
    out.push(counted(corpus.words, &words.words, lang));
    out.push(counted(corpus.entities, &words.entities, lang));
    // A line may end with the dot, but not begin with it.
    out.join("\u{a0}· ")
}

/// `5 Stellen in 3 Artikeln`.
pub fn places_in(places: u32, articles: u32, lang: Lang) -> String {
    let words = lang.words();
    format!("{} in {}", counted(places, &words.places, lang), counted(articles, &words.in_articles, lang))
}

/// A day in full: `4. Februar 2022`, `4 February 2022`.
pub fn day(day: Day, lang: Lang) -> String {
    let (year, month, number) = day.civil();
    let name = lang.words().dates.months[month as usize - 1];
    match lang {
        Lang::De => format!("{number}.\u{a0}{name} {year}"),
        Lang::En => format!("{number}\u{a0}{name} {year}"),
    }
}

/// A day, abbreviated: `4. Feb. 2022`.
pub fn day_short(day: Day, lang: Lang) -> String {
    let (year, month, number) = day.civil();
    let name = lang.words().dates.months_short[month as usize - 1];
    match lang {
        Lang::De => format!("{number}.\u{a0}{name} {year}"),
        Lang::En => format!("{number}\u{a0}{name} {year}"),
    }
}

/// A month from `2022-02`: `Februar 2022`; anything else but a year means that the date is unknown.
pub fn month(iso: &str, lang: Lang) -> String {
    let words = lang.words();
    let parsed = iso.split_once('-').and_then(|(year, month)| Some((year.parse::<i32>().ok()?, month.parse::<usize>().ok()?)));
    match parsed {
        Some((year, number @ 1..=12)) => format!("{} {year}", words.dates.months[number - 1]),
        _ if iso.len() == 4 => iso.to_owned(),
        _ => words.dates.unknown.to_owned(),
    }
}

/// A period in its shortest form: a day, `Februar 2022`, `2022`, or from – to.
///
/// ```
/// use zeitlupe_words::{Lang, address::parse_day, format::period};
/// let (first, last) = parse_day("2022-02-01").zip(parse_day("2022-02-28")).expect("both are days");
/// assert_eq!(period(first, last, Lang::De), "Februar 2022");
/// ```
pub fn period(earliest: Day, latest: Day, lang: Lang) -> String {
    let (from, to) = (earliest.civil(), latest.civil());
    let next = latest.plus(1).civil();
    if earliest == latest {
        day_short(earliest, lang)
    } else if from.2 == 1 && next.2 == 1 && (from.0, from.1) == (to.0, to.1) {
        format!("{} {}", lang.words().dates.months[from.1 as usize - 1], from.0)
    } else if (from.1, from.2) == (1, 1) && (next.1, next.2) == (1, 1) {
        if from.0 == to.0 { from.0.to_string() } else { format!("{}–{}", from.0, to.0) }
    } else {
        format!("{} – {}", day_short(earliest, lang), day_short(latest, lang))
    }
}

/// When an article was published, with its precision and certainty: `wohl am 4. Februar 2022`, `Februar 2022, Tag unbekannt`.
pub fn published(date: Option<&PubDate>, lang: Lang) -> String {
    let words = lang.words();
    let Some(date) = date else { return words.dates.unknown.to_owned() };
    let (year, month, _) = date.earliest.civil();
    let probably = if date.is_inferred() { format!("{} ", words.dates.probably) } else { String::new() };
    match (date.precision, date.minutes) {
        (Precision::Year, _) => format!("{probably}{year}, {}", words.dates.month_unknown),
        (Precision::Month, _) => format!("{probably}{} {year}, {}", words.dates.months[month as usize - 1], words.dates.day_unknown),
        (Precision::Day, None) => format!("{probably}{}{}", on(date, words), day(date.earliest, lang)),
        (Precision::Day, Some(minutes)) => {
            format!("{probably}{}{}, {}", on(date, words), day(date.earliest, lang), clock(minutes, lang))
        }
    }
}

/// The preposition before an inferred day: "wohl am 4. Februar".
fn on(date: &PubDate, words: &Words) -> String {
    if date.is_inferred() { format!("{} ", words.dates.on) } else { String::new() }
}

/// A time of day: `12:01 Uhr`.
fn clock(minutes: u16, lang: Lang) -> String {
    format!("{}:{:02}\u{a0}{}", minutes / 60, minutes % 60, lang.words().dates.clock).trim_end().to_owned()
}

/// How an article's date is known, in a sentence. `by` is the title of the article that it was inferred from; without one, its id is used.
pub fn evidence(date: Option<&PubDate>, lang: Lang, by: Option<&str>) -> String {
    let words = lang.words();
    let Some(date) = date else { return words.dates.evidence_none.to_owned() };
    let found = &date.evidence;
    let intro = match found.origin {
        Origin::FrontMatter | Origin::Record => words.dates.evidence_field,
        Origin::Markup => words.dates.evidence_markup,
        Origin::Line => words.dates.evidence_line,
        Origin::Sidecar => words.dates.evidence_sidecar,
        Origin::SharedPassages | Origin::SharedChain => {
            let shared = number(found.shared_words, lang);
            let chain = if found.origin == Origin::SharedChain { words.dates.evidence_chain } else { "" };
            return format!(
                "{} „{}“: {shared} {}.{chain}",
                words.dates.evidence_shared,
                by.unwrap_or(&found.quote),
                words.dates.evidence_shared_words
            );
        }
    };
    let line = found.line.map(|line| format!(" ({} {line})", words.line)).unwrap_or_default();
    format!("{intro} „{}“{line}", found.quote.trim())
}

/// How the days of a time expression are known: "Freitag vor dem Erscheinen (4. Feb. 2022), nach der Zeitform".
pub fn reason(time: &TimeExpression, lang: Lang) -> String {
    let words = lang.words();
    let cue = match time.reason {
        Reason::Tense(_) => 0,
        Reason::Word | Reason::SameDay => 1,
        Reason::Near => 2,
        Reason::Coming => 3,
        Reason::Counted => 4,
        Reason::Running => 5,
        Reason::Said => return words.dates.reasons[0].to_owned(),
        Reason::Year => return words.dates.reasons[1].to_owned(),
        Reason::Weekday => return words.dates.reasons[2].to_owned(),
        Reason::Vague => return words.dates.reasons[3].to_owned(),
        Reason::Length => return words.dates.reasons[4].to_owned(),
        Reason::Recurs => return words.dates.reasons[5].to_owned(),
        Reason::Unanchored => return words.dates.reasons[6].to_owned(),
        Reason::NoSuchDay => return words.dates.reasons[7].to_owned(),
    };
    let (Some((earliest, latest)), Some((from, to))) = (time.earliest.zip(time.latest), time.anchor_days) else {
        return words.dates.reasons[3].to_owned();
    };
    let anchor = match time.anchor {
        Anchor::Article => 1,
        Anchor::Focus => 2,
        _ => 0,
    };
    let what = match time.granularity() {
        Some(Granularity::Day) if earliest == latest => words.dates.weekdays[earliest.weekday() as usize],
        Some(Granularity::Month) => words.dates.months[earliest.civil().1 as usize - 1],
        Some(grain) if !words.dates.grains[grain as usize].is_empty() => words.dates.grains[grain as usize],
        _ => words.dates.grains[12],
    };
    let mut days = period(from, to, lang);
    if time.anchor == Anchor::Article {
        days = format!("{} {days}, {}", words.dates.probably, words.dates.concluded);
    }
    let seen = if (earliest, latest) == (from, to) {
        format!("{} ({days})", words.dates.same[anchor])
    } else {
        let relation = if latest < from { 0 } else { 1 + usize::from(earliest <= to) };
        format!("{what} {} {} ({days})", words.dates.relations[relation], words.dates.anchors[anchor])
    };
    if words.dates.cues[cue].is_empty() { seen } else { format!("{seen}, {}", words.dates.cues[cue]) }
}

/// The source, or that it is unknown.
pub fn source<'s>(source: Option<&'s str>, words: &'s Words) -> &'s str {
    source.filter(|name| !name.is_empty()).unwrap_or(words.source_unknown)
}

/// Says that an article is an excerpt: the length of the whole, and its most frequent names.
pub fn excerpt(excerpt: &Excerpt, lang: Lang) -> String {
    let words = lang.words();
    let mut out = words.share.excerpt.to_owned() + " " + &counted(excerpt.words, &words.words, lang) + ".";
    for (n, (name, count)) in excerpt.names.iter().enumerate() {
        if n == 0 {
            out = out + " " + words.share.excerpt_names + ": ";
        } else {
            out += ", ";
        }
        out = out + name + " (" + &number(*count, lang) + ")";
    }
    out
}

/// The number of words and the minutes of reading, at 200 words a minute.
pub fn length(count: u32, lang: Lang) -> String {
    let minutes = count.div_ceil(200).max(1);
    format!("{}, {}", counted(count, &lang.words().words, lang), counted(minutes, &lang.words().minutes, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_gives_the_reason_for_its_days() {
        let day = |number| Day::from_civil(2022, 2, number).expect("a day of the calendar");
        let evidence = zeitlupe_core::article::Evidence { origin: Origin::Record, quote: String::new(), line: None, shared_words: 0 };
        let mut published = PubDate { earliest: day(4), latest: day(4), precision: Precision::Day, minutes: None, evidence };
        let reasons = |text: &str, published: Option<&PubDate>, lang: Lang| {
            zeitlupe_core::time::recognise(text, published).iter().map(|time| reason(time, lang)).collect::<Vec<_>>()
        };
        let short = "4.\u{a0}Feb. 2022";
        let tells = |text: &str, expected: &str| assert_eq!(reasons(text, Some(&published), Lang::De), [expected], "{text}");
        tells("Er kam am Montag.", &format!("Montag vor dem Erscheinen ({short}), nach der Zeitform"));
        tells("Er wird am Montag kommen.", &format!("Montag nach dem Erscheinen ({short}), nach der Zeitform"));
        tells("Er kam am Freitag.", &format!("Tag des Erscheinens ({short}), nach der Zeitform"));
        tells("Er kam am 3. Februar 2022.", "so angegeben");
        tells("Er kommt nächste Woche.", &format!("Woche nach dem Erscheinen ({short})"));
        tells("Er kommt diese Woche.", &format!("Woche mit dem Erscheinen ({short})"));
        assert_eq!(reasons("Er kam am Montag.", None, Lang::De), ["bleibt offen: nicht bekannt, von wann aus gesehen"]);
        published.evidence.origin = Origin::SharedPassages;
        assert_eq!(
            reasons("Er kam am Montag.", Some(&published), Lang::En),
            ["Monday before the publication (probably 4\u{a0}Feb 2022, by shared passages), by the tense"]
        );
    }

    #[test]
    fn an_excerpt_gives_length_and_names_of_the_whole() {
        let mut of = Excerpt { words: 1234, names: vec![("Putin".into(), 12), ("China".into(), 7)] };
        let whole = "Nur ein Auszug; der ganze Artikel hat 1.234\u{a0}Wörter.";
        assert_eq!(excerpt(&of, Lang::De), format!("{whole} Darin vor allem genannt: Putin (12), China (7)"));
        of.names.clear();
        assert_eq!(excerpt(&of, Lang::De), whole);
    }

    #[test]
    fn a_date_is_as_precise_as_it_is_known() {
        let d = |y, m, t| Day::from_civil(y, m, t).expect("a day of the calendar");
        assert_eq!(number(1_234_567, Lang::De), "1.234.567");
        assert_eq!(number(12, Lang::En), "12");
        assert_eq!(day(d(2022, 2, 4), Lang::De), "4.\u{a0}Februar 2022");
        assert_eq!(period(d(2022, 2, 1), d(2022, 2, 28), Lang::De), "Februar 2022");
        assert_eq!(period(d(2005, 1, 1), d(2013, 12, 31), Lang::De), "2005–2013");
        assert_eq!(period(d(2022, 1, 1), d(2022, 12, 31), Lang::En), "2022");
        assert_eq!(period(d(2022, 2, 7), d(2022, 2, 13), Lang::En), "7\u{a0}Feb 2022 – 13\u{a0}Feb 2022");
        assert_eq!(month("2022-13", Lang::De), "Datum unbekannt");
        assert_eq!(published(None, Lang::De), "Datum unbekannt");
    }
}
