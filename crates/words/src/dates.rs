//! Texts of dates, times, and how they are known.

use zeitlupe_core::german::{MONTHS, WEEKDAYS};

/// Texts of dates, times, and how they are known.
#[derive(Debug)]
pub struct Dates {
    /// The months in full.
    pub months: [&'static str; 12],
    /// The months, abbreviated.
    pub months_short: [&'static str; 12],
    /// The days of the week, from Monday.
    pub weekdays: [&'static str; 7],
    /// Published.
    pub published: &'static str,
    /// Before a full date.
    pub on: &'static str,
    /// Before an inferred date.
    pub probably: &'static str,
    /// After a time of day.
    pub clock: &'static str,
    /// Only the month is known.
    pub day_unknown: &'static str,
    /// Only the year is known.
    pub month_unknown: &'static str,
    /// The date is unknown.
    pub unknown: &'static str,
    /// The date is from the metadata; this and the next three come before the quotation.
    pub evidence_field: &'static str,
    /// The date is from the saved page's markup.
    pub evidence_markup: &'static str,
    /// The date is from a line of the text.
    pub evidence_line: &'static str,
    /// The date is from `articles.toml`.
    pub evidence_sidecar: &'static str,
    /// The date is inferred from shared passages; before the title of the other article.
    pub evidence_shared: &'static str,
    /// After the number of shared words.
    pub evidence_shared_words: &'static str,
    /// The other article's date was inferred, too.
    pub evidence_chain: &'static str,
    /// There is no date anywhere.
    pub evidence_none: &'static str,
    /// Units of a time, from a time of day to a period; empty for days and months, which have names.
    pub grains: [&'static str; 13],
    /// How a time relates to its anchor: before, after, with (part of it).
    pub relations: [&'static str; 3],
    /// What a time is relative to: the publication; the same, inferred; a date named before. Its days follow.
    pub anchors: [&'static str; 3],
    /// The time is the day of the anchor itself, in the same order.
    pub same: [&'static str; 3],
    /// The publication date was inferred from shared passages.
    pub concluded: &'static str,
    /// How the direction is known: by tense, by a word, nearest, no cue, counted, running.
    pub cues: [&'static str; 6],
    /// Why a time has no anchor: complete, year named, year from the weekday, vague, duration, recurring, nothing known, no such day.
    pub reasons: [&'static str; 8],
    /// A time that cannot be resolved to days.
    pub unresolved: &'static str,
    /// Types of TIMEX3: date, time, duration, set.
    pub kinds: [&'static str; 4],
    /// Heading: how the dates of the articles are known.
    pub heading: &'static str,
}

pub(super) const DE: Dates = Dates {
    months: MONTHS,
    months_short: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
    weekdays: WEEKDAYS,
    published: "Erschienen",
    on: "am",
    probably: "wohl",
    clock: "Uhr",
    day_unknown: "Tag unbekannt",
    month_unknown: "Monat unbekannt",
    unknown: "Datum unbekannt",
    evidence_field: "So steht es in den Angaben zum Artikel:",
    evidence_markup: "So steht es in den Angaben der gespeicherten Seite:",
    evidence_line: "So steht es im Text:",
    evidence_sidecar: "So steht es in articles.toml:",
    evidence_shared: "Geschlossen aus langen gemeinsamen Passagen mit",
    evidence_shared_words: "Wörter gemeinsam",
    evidence_chain: " Dessen Datum ist selbst so geschlossen.",
    evidence_none: "Weder der Text noch die Angaben nennen ein Datum.",
    grains: [
        "Uhrzeit",
        "Tageszeit",
        "",
        "Wochenende",
        "Woche",
        "",
        "Quartal",
        "Jahreszeit",
        "Halbjahr",
        "Jahr",
        "Jahrzehnt",
        "Jahrhundert",
        "Zeitraum",
    ],
    relations: ["vor", "nach", "mit"],
    anchors: ["dem Erscheinen", "dem Erscheinen", "dem zuvor genannten Datum"],
    same: ["Tag des Erscheinens", "Tag des Erscheinens", "zuvor genanntes Datum"],
    concluded: "aus gemeinsamen Passagen",
    cues: ["nach der Zeitform", "", "nächstliegend", "ohne Zeitform, das kommende angenommen", "gezählt", "laufend"],
    reasons: [
        "so angegeben",
        "Jahr aus dem Text davor",
        "Jahr aus dem Wochentag erschlossen",
        "unbestimmt",
        "eine Dauer",
        "wiederholt sich",
        "bleibt offen: nicht bekannt, von wann aus gesehen",
        "bleibt offen: Diesen Tag gibt es im Kalender nicht",
    ],
    unresolved: "nicht aufzulösen",
    kinds: ["Datum", "Uhrzeit", "Dauer", "Wiederholung"],
    heading: "Woher die Daten der Artikel bekannt sind",
};

pub(super) const EN: Dates = Dates {
    months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    months_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    published: "Published",
    on: "on",
    probably: "probably",
    clock: "",
    day_unknown: "day unknown",
    month_unknown: "month unknown",
    unknown: "Date unknown",
    evidence_field: "The article's metadata say:",
    evidence_markup: "The saved page's metadata say:",
    evidence_line: "The text says:",
    evidence_sidecar: "articles.toml says:",
    evidence_shared: "Concluded from long passages shared with",
    evidence_shared_words: "words in common",
    evidence_chain: " Its date was concluded in the same way.",
    evidence_none: "Neither the text nor the metadata give a date.",
    grains: ["time", "part of the day", "", "weekend", "week", "", "quarter", "season", "half-year", "year", "decade", "century", "period"],
    relations: ["before", "after", "with"],
    anchors: ["the publication", "the publication", "the date named before"],
    same: ["day of publication", "day of publication", "date named before"],
    concluded: "by shared passages",
    cues: ["by the tense", "", "the nearest", "no tense tells, the coming one is assumed", "counted", "running"],
    reasons: [
        "as stated",
        "year from the text before",
        "year told by the weekday",
        "indefinite",
        "a length of time",
        "recurs",
        "stays open: not known from when it is seen",
        "stays open: the calendar has no such day",
    ],
    unresolved: "cannot be resolved",
    kinds: ["date", "time of day", "duration", "recurring"],
    heading: "How the dates of the articles are known",
};
