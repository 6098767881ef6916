//! Rejects what only looks like a date, and adjusts meanings to their context.

use super::item::Items;
use super::lexicon::{Class, Ref, Unit};
use super::meaning::{Clock, Length, Look, Meaning, Point, Way, YearRef};
use super::tense::{Tense, clause_has, of_clause, tense};
use super::words::{AHEAD, ANNOUNCED, COUNTED, HAPPENS, MEASURES, MODALS, NUMBERED, NUMBERED_YEARS, PEOPLE, YEAR_CUES};
use crate::german::BEFORE_SPEAKERS;

/// The meaning of the expression of items `from..to` in its context; `None` if it is not a date.
pub(super) fn refine(items: &Items, from: usize, to: usize, meaning: Meaning) -> Option<Meaning> {
    let single = to - from == 1;
    match meaning {
        Meaning::Date(Point::Year(_) | Point::Century(_) | Point::Decade(_) | Point::Years(..), _) if before_christ(items, to) => None,
        Meaning::Date(Point::Year(YearRef::Given(_)) | Point::Years(..), _) if is_file_number(items, from, to) => None,
        Meaning::Date(Point::Quarter(YearRef::Open, _), _)
            if items.lower(from).starts_with('q') && !matches!(items.before(from), "im" | "in" | "zum" | "des") =>
        {
            None
        }
        // "Im letzten Quartal könnte": that of the year.
        Meaning::Date(Point::Shift(Unit::Quarter, -1), edge) if of_clause(items, from, to) == Tense::Ahead => {
            Some(Meaning::Date(Point::Quarter(YearRef::Open, 4), edge))
        }
        Meaning::Date(Point::DayOf(None, _), _) if !is_bare_day(items, from) => None,
        Meaning::Date(Point::Year(YearRef::Given(_)), _) if single && !is_year(items, from) => None,
        Meaning::Date(Point::Month(YearRef::Open, ..), _) if single && !is_month(items, from) => None,
        Meaning::Date(Point::Day(YearRef::Open, ..), _) if names_a_street(items, from) => None,
        Meaning::Date(Point::Day(..), _) if single && NUMBERED.contains(items.before(from)) => None,
        Meaning::Date(Point::Weekday(..) | Point::Season(..) | Point::Holiday(..), _) if single && !is_noun(items, from) => None,
        Meaning::Date(Point::Weekday(..), _)
            if single && (is_name(items, from) || matches!(items.before(from), "ein" | "einem" | "einen")) =>
        {
            None
        }
        Meaning::Date(Point::Day(..) | Point::Month(..), _) if begins_compound(items, to) => None,
        Meaning::Date(Point::Month(YearRef::Open, month, Look::Tense), edge) => {
            Some(Meaning::Date(Point::Month(YearRef::Open, month, look_far(items, from, to)), edge))
        }
        Meaning::Date(Point::Season(YearRef::Open, season, Look::Tense), edge) => {
            Some(Meaning::Date(Point::Season(YearRef::Open, season, look_far(items, from, to)), edge))
        }
        Meaning::Date(Point::Weekday(day, Look::Tense), edge) => Some(Meaning::Date(Point::Weekday(day, look(items, from, to)), edge)),
        Meaning::Date(Point::Weekend(Look::Tense), edge) => Some(Meaning::Date(Point::Weekend(look(items, from, to)), edge)),
        Meaning::Time(..) if single && items.before(from) == "eines" => None,
        Meaning::Time(Point::Weekday(day, _), Clock::Part(part))
            if single && items.before(from) != "des" && items.lower(from).ends_with('s') =>
        {
            Some(Meaning::Set(format!("XXXX-WXX-{}T{}", day + 1, part.code())))
        }
        Meaning::Time(Point::Weekday(day, Look::Tense), clock) => Some(Meaning::Time(Point::Weekday(day, look(items, from, to)), clock)),
        Meaning::Date(Point::Shift(Unit::Day, days), None) if single => a_day(items, from, days),
        Meaning::Vague(_) if single && is_comparison(items, from) => None,
        Meaning::Set(_)
            if matches!(items.all[from].class, Class::OnWeekdays(_)) && items.lower(from).ends_with("en") && items.before(from) != "an" =>
        {
            None
        }
        Meaning::Set(_) if single && items.lower(from) == "tag" && !is_counted_before(items, from) => None,
        Meaning::Set(_) if matches!(items.before(from), "kilometer" | "kilometern" | "km" | "meter" | "metern" | "meilen") => None,
        Meaning::Duration(unit, length, way) => {
            if is_age(items, from, to, unit) || items.lower(from) == "eines" && unit == Unit::Day {
                return None;
            }
            Some(Meaning::Duration(unit, length, directed(items, from, way, length)))
        }
        other => Some(other),
    }
}

/// `v. Chr.`, `vor Christus`, `vor unserer Zeitrechnung`, also after the second of two years.
fn before_christ(items: &Items, to: usize) -> bool {
    let to = match items.lower(to) {
        "bis" | "-" | "–" | "und" if items.all.get(to + 1).is_some_and(|item| item.digits > 0) => to + 2,
        _ => to,
    };
    match (items.lower(to), items.lower(to + 1), items.lower(to + 2)) {
        ("v", ".", era) => matches!(era, "chr" | "u"),
        ("vor", era, _) => matches!(era, "christus" | "christi" | "unserer"),
        _ => false,
    }
}

/// The year in a number of a file, a law or an issue: `12 O 1989/21`, `Richtlinie 2001/83`, `Heft 3/1998`.
fn is_file_number(items: &Items, from: usize, to: usize) -> bool {
    let stroke = |at: usize| {
        items.lower(at) == "/" && items.all[at].glued && items.all.get(at + 1).is_some_and(|next| next.glued && next.digits > 0)
    };
    let inside = to - from > 1 || stroke(to);
    let begin = if from > 1 && stroke(from - 1) && items.all[from - 2].digits > 0 { from - 2 } else { from };
    if begin == from && !inside {
        return false;
    }
    let of_court = begin > 1 && {
        let (sign, senate) = (&items.all[begin - 1], &items.all[begin - 2]);
        let roman = items.lower(begin - 2).chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        sign.capital && sign.span.len() < 6 && matches!(sign.class, Class::Plain) && (senate.digits > 0 || senate.capital && roman)
    };
    of_court
        || (begin.saturating_sub(4)..begin)
            .any(|at| items.all[at].sentence == items.all[from].sentence && NUMBERED_YEARS.contains(items.lower(at)))
}

/// `Straße des 17. Juni`.
fn names_a_street(items: &Items, from: usize) -> bool {
    const STREETS: [&str; 7] = ["straße", "strasse", "platz", "allee", "brücke", "gasse", "ring"];
    items.before(from) == "des" && from > 1 && STREETS.iter().any(|street| items.lower(from - 2).ends_with(street))
}

/// `bis zum 15. muss`: digits, before nothing that could be counted.
fn is_bare_day(items: &Items, at: usize) -> bool {
    let (before, after) = (items.before(at), items.lower(at + 1));
    let Some(next) = items.all.get(at + 1).filter(|next| next.line == items.all[at].line) else { return false };
    let adjective = ["e", "en", "er", "es", "em"].iter().any(|ending| after.ends_with(ending)) && !AHEAD.contains(after);
    let list =
        matches!(after, "und" | "oder" | "bis" | "sowie" | "-" | "–" | "/" | "auf" | "in" | "im") || before == "vom" && after != "an";
    items.lower(at).starts_with(|c: char| c.is_ascii_digit()) && matches!(next.class, Class::Plain) && !next.capital && !adjective && !list
}

/// `in der ersten September- und Oktoberwoche`: the month is part of a compound.
fn begins_compound(items: &Items, to: usize) -> bool {
    items.lower(to) == "-"
        && items.all.get(to).is_some_and(|hyphen| hyphen.glued)
        && items.all.get(to + 1).is_some_and(|next| !next.glued && next.digits == 0)
}

/// The direction that the preposition indicates: `seit Freitag` and `die Erklärung vom Freitag` are in the past, `ab Freitag` and `für Freitag` in
/// the future, unless the clause itself is in the past tense.
fn look(items: &Items, from: usize, to: usize) -> Look {
    // Skips the article of "für den Freitag".
    let before = match items.before(from) {
        "den" | "dem" if from > 1 => items.lower(from - 2),
        word => word,
    };
    match before {
        "seit" => Look::Since,
        "von" if items.lower(to) == "an" && of_clause(items, from, to) != Tense::Past => Look::From,
        "vom" if !matches!(items.lower(to), "an" | "bis" | "zum" | "auf" | "-" | "–") => Look::Since,
        "ab" | "für" if of_clause(items, from, to) != Tense::Past => Look::From,
        _ => Look::Tense,
    }
}

/// The same for months and seasons; "die Zahlen für März" may be of any March, and "wie im Frühjahr" refers to the past.
fn look_far(items: &Items, from: usize, to: usize) -> Look {
    let article = usize::from(matches!(items.before(from), "den" | "das"));
    // "sie sollten bis März liefern, sagte er"
    let is_ahead =
        || of_clause(items, from, to) != Tense::Past && clause_has(items, from, &MODALS) || tense(items, from, to) != Tense::Past;
    match items.before(from.saturating_sub(article)) {
        // "kündigte eine Konferenz für den Mai an"
        "für" if clause_has(items, from, &ANNOUNCED) => Look::From,
        "für" => Look::Tense,
        // What is to be done until March is still to come.
        "bis" if is_ahead() => Look::From,
        "zum" if from > 1 && items.lower(from - 2) == "bis" && is_ahead() => Look::From,
        "im" if from > 1 && items.lower(from - 2) == "wie" => Look::Since,
        _ => look(items, from, to),
    }
}

/// `Welt am Sonntag`, and a person: `sagt Freitag.`
fn is_name(items: &Items, at: usize) -> bool {
    let (before, after) = (items.before(at), items.lower(at + 1));
    let paper = before == "am" && at > 1 && matches!(items.lower(at - 2), "welt" | "bild" | "nzz");
    let speaker = BEFORE_SPEAKERS.contains(before) && !after.chars().any(char::is_alphanumeric);
    paper || speaker
}

/// The position of a duration relative to its anchor, according to the word before it.
fn directed(items: &Items, from: usize, way: Way, length: Length) -> Way {
    match (way, items.before(from), length) {
        (_, _, Length::Open) => Way::None,
        (Way::None, "vor" | "seit", _) => Way::Ago,
        (Way::None, "in", _) => Way::Hence,
        (other, ..) => other,
    }
}

/// `heute` is the day itself in a report of that day, and otherwise vague; `morgen` must be in lower case.
fn a_day(items: &Items, at: usize, days: i32) -> Option<Meaning> {
    let day = Some(Meaning::Date(Point::Shift(Unit::Day, days), None));
    let item = items.all.get(at)?;
    let opens = at == 0 || items.all[at - 1].sentence != item.sentence || matches!(items.before(at), "." | ":" | "„" | "\"" | "»" | "/");
    match (days, items.before(at), items.lower(at + 1)) {
        (1, ..) if item.capital && !opens => None,
        (0, "bis" | "noch" | "von" | "seit" | "schon", _) | (0, _, "noch") => Some(Meaning::Vague(Ref::Present)),
        (0, ..) if !tells_the_day(items, at) => Some(Meaning::Vague(Ref::Present)),
        _ => day,
    }
}

/// Whether the sentence gives a time of day, or reports a single event.
fn tells_the_day(items: &Items, at: usize) -> bool {
    let sentence = items.all[at].sentence;
    let near = &items.all[at.saturating_sub(12)..(at + 12).min(items.all.len())];
    let clock = near.iter().any(|item| {
        item.sentence == sentence && matches!(item.class, Class::Clock(..) | Class::Colon(..) | Class::Part(_) | Class::Weekday(_))
    });
    let hour = (at..(at + 8).min(items.all.len())).any(|at| items.lower(at) == "uhr");
    let happens = || items.is_daily && clause_has(items, at, &HAPPENS);
    clock || hour || of_clause(items, at, at + 1) == Tense::Past || happens()
}

/// Whether an opening quotation mark stands before an item, or before the names in front of it.
fn is_titled(items: &Items, at: usize) -> bool {
    const LONGEST: usize = 4;
    let opens = |at: usize| matches!(items.lower(at), "„" | "\"" | "»" | "‚");
    let closed = || matches!(items.lower(at + 1), "“" | "\"" | "«" | "‘" | "”");
    let names = (at.saturating_sub(LONGEST)..at).rev().take_while(|&at| items.all[at].capital).count();
    at > names && opens(at - names - 1) && (names == 0 || closed())
}

fn is_year(items: &Items, at: usize) -> bool {
    let (before, after) = (items.before(at), items.lower(at + 1));
    let next = items.all.get(at + 1);
    let joined = |item: Option<&super::item::Item>| item.is_some_and(|item| item.glued);
    if YEAR_CUES.contains(before) {
        return true;
    }
    // "Der Film „2001“", "die Konferenz „Europa 2021“", "Berliner Straße 2020".
    let title = !after.chars().any(char::is_alphanumeric) && is_titled(items, at);
    let street = ["straße", "strasse", "gasse", "allee"].iter().any(|ending| before.ends_with(ending));
    if title || street || is_level(items, at) {
        return false;
    }
    let abbreviated = before == "." && at > 1 && COUNTED.contains(items.lower(at - 2));
    if abbreviated || COUNTED.contains(before) || MEASURES.contains(after) {
        return false;
    }
    // "1450 bis 1850 Mark", "2000 im Jahr 2011, 1700 im vergangenen Jahr".
    let measured = |at: usize| MEASURES.contains(items.lower(at));
    let ranged = matches!(after, "bis" | "-" | "–" | "und" | "oder")
        && items.all.get(at + 2).is_some_and(|item| item.digits > 0)
        && measured(at + 3);
    let year_follows = (at + 2..at + 5).any(|at| items.all.get(at).is_some_and(|item| matches!(item.class, Class::Unit(Unit::Year, _))));
    if ranged || matches!(after, "im" | "in") && year_follows {
        return false;
    }
    // Part of a longer number: a telephone number, an account, a decimal.
    let digits = |item: Option<&super::item::Item>| item.is_some_and(|item| item.digits > 0 || matches!(item.class, Class::Clock(..)));
    let in_row = digits(next) && next.is_some_and(|next| next.line == items.all[at].line) || at > 0 && digits(items.all.get(at - 1));
    let other =
        |at: usize, dash: usize| matches!(items.lower(dash), "-" | "–" | "bis") && items.all.get(at).is_some_and(|item| item.digits == 4);
    let between = at > 2 && before == "und" && items.all[at - 2].digits == 4 && items.lower(at - 3) == "zwischen";
    if other(at + 2, at + 1) || at > 1 && other(at - 2, at - 1) || between {
        return true;
    }
    let slashed =
        matches!(before, "/" | "+" | "#") && joined(items.all.get(at)) || after == "/" && joined(next) && digits(items.all.get(at + 2));
    let spread = items
        .all
        .get(at)
        .is_some_and(|item| item.digits == 4 && matches!(item.class, Class::Number(year) if !(1300..2100).contains(&year)));
    let round = matches!(items.all[at].class, Class::Number(year) if year % 100 == 0 || !(1800..2060).contains(&year));
    if in_row || slashed || spread {
        return false;
    }
    // "2000 Soldaten", "1500 neue Stellen": a plural follows.
    let counted =
        |at: usize| items.all.get(at).is_some_and(|item| item.capital && matches!(item.class, Class::Plain)) && is_plural(items.lower(at));
    let adjective = next.is_some_and(|item| !item.capital && matches!(item.class, Class::Plain)) && is_counted_adjective(after);
    let certain = matches!(before, "ab" | "bis" | "von" | "nach" | "vor" | "um" | "in" | "im" | "zwischen") && !round;
    !(counted(at + 1) && !certain || adjective && items.all.get(at + 2).is_some_and(|item| item.capital))
}

/// One of the two numbers of `stieg von 1300 auf 1450`; not of `stieg von 2010 auf 2011 um`.
fn is_level(items: &Items, at: usize) -> bool {
    let first = if items.lower(at + 1) == "auf" { at } else { at.saturating_sub(2) };
    let changed = matches!(
        items.lower(first.saturating_sub(2)),
        "stieg"
            | "stiegen"
            | "steigt"
            | "gestiegen"
            | "sank"
            | "sanken"
            | "sinkt"
            | "fiel"
            | "fielen"
            | "wuchs"
            | "kletterte"
            | "schrumpfte"
    );
    changed && items.before(first) == "von" && items.lower(first + 1) == "auf" && items.lower(first + 3) != "um"
}

/// `200 Patienten am Tag`: a number and a noun precede the preposition.
fn is_counted_before(items: &Items, at: usize) -> bool {
    at > 2 && items.all[at - 2].capital && matches!(items.all[at - 3].class, Class::Number(_))
}

/// A noun that could be counted; names of people and countries rarely end like this.
fn is_plural(word: &str) -> bool {
    ["en", "er", "ern", "e", "ln", "eln"].iter().any(|ending| word.ends_with(ending)) && word.len() > 4
}

fn is_counted_adjective(word: &str) -> bool {
    ["ische", "ischen", "liche", "lichen", "ige", "igen"].iter().any(|ending| word.ends_with(ending))
        || matches!(
            word,
            "neue"
                | "neuen"
                | "weitere"
                | "weiteren"
                | "junge"
                | "alte"
                | "freie"
                | "deutsche"
                | "tote"
                | "verletzte"
                | "zusätzliche"
                | "große"
                | "kleine"
        )
}

/// `Jan` and `August` are also first names; `Mai` and `März` also occur in names.
fn is_month(items: &Items, at: usize) -> bool {
    let Some(item) = items.all.get(at) else { return false };
    let word = items.lower(at);
    let short = word.len() < 4 && word != "mai" || matches!(word, "juno" | "sept" | "febr" | "jän" | "jänn" | "mär");
    let dotted = item.span.len() > word.len();
    if !item.capital || short && !dotted {
        return false;
    }
    if matches!(items.before(at), "hieß" | "heißt" | "namens") {
        return false;
    }
    let cue = matches!(
        items.before(at),
        "im" | "seit"
            | "bis"
            | "ab"
            | "von"
            | "vom"
            | "zum"
            | "und"
            | "ende"
            | "mitte"
            | "anfang"
            | "der"
            | "den"
            | "dem"
            | "des"
            | "für"
            | "monat"
            | "in"
            | "ersten"
            | "letzten"
            | "über"
    );
    let name_follows = items
        .all
        .get(at + 1)
        .is_some_and(|next| next.capital && !next.glued && matches!(next.class, Class::Plain) && next.line == item.line);
    let name_before = at > 0
        && items.all[at - 1].capital
        && matches!(items.all[at - 1].class, Class::Plain)
        && items.all[at - 1].sentence == item.sentence;
    cue || !(word == "august" && name_follows || name_before && word != "september")
}

fn is_noun(items: &Items, at: usize) -> bool {
    items.all.get(at).is_some_and(|item| item.capital)
        && !matches!(items.before(at), "prager" | "arabischer" | "arabischen" | "deutscher" | "herr" | "frau")
}

/// `früher als`, `so bald wie`.
fn is_comparison(items: &Items, at: usize) -> bool {
    let (before, word, after) = (items.before(at), items.lower(at), items.lower(at + 1));
    word == "früher" && matches!(after, "als" | "wie")
        || word == "bald" && matches!(before, "so" | "als" | "sehr")
        || word == "früher" && matches!(after, "oder")
}

/// `16 Jahre alt`, `im Alter von 16 Jahren`, `mit 16 Jahren`.
fn is_age(items: &Items, from: usize, to: usize, unit: Unit) -> bool {
    let after = items.lower(to);
    // The first of "20 bis 25 Jahre alt" is also an age.
    let after = match after {
        "bis" | "oder" | "-" | "–" if items.all.get(to + 1).is_some_and(|item| item.digits > 0) => items.lower(to + 3),
        word => word,
    };
    let old = matches!(after, "alt" | "alte" | "alter" | "altes" | "alten" | "altem" | "jung" | "älter" | "jünger");
    let of_age = items.before(from) == "von" && from > 1 && items.lower(from - 2) == "alter";
    let at_age = unit == Unit::Year && items.before(from) == "mit" && !matches!(after, "haft" | "gefängnis");
    let limit = matches!(items.before(from), "unter" | "über" | "ab" | "bis" | "zwischen" | "und" | "von");
    let people = limit && (from.saturating_sub(8)..from).any(|at| PEOPLE.contains(items.lower(at)));
    old || of_age || at_age || unit == Unit::Year && people
}
