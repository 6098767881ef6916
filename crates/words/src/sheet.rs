//! Texts of comparisons and of their sheet.

use super::count::Count;

/// Texts of comparisons and of their sheet.
#[derive(Debug)]
pub struct Sheet {
    /// Title of the page.
    pub title: &'static str,
    /// Reports of one event, counted.
    pub reports: Count,
    /// After a number of reports: compare them.
    pub compare: &'static str,
    /// The front page: events with several reports, counted.
    pub events: Count,
    /// The tab with the sheet.
    pub tab: &'static str,
    /// Label of the tabs.
    pub views_label: &'static str,
    /// Before what the reports have in common: names, then words; and before the day.
    pub because: [&'static str; 3],
    /// Other reports were chosen by the reader.
    pub chosen: &'static str,
    /// Summary: choose other reports.
    pub choose: &'static str,
    /// Label of the field that finds articles to add.
    pub find: &'static str,
    /// There are no groups.
    pub none: &'static str,
    /// Fewer than two reports are chosen.
    pub too_few: &'static str,
    /// Heading of the other groups.
    pub others: &'static str,
    /// Ids in the address that no article has.
    pub unknown: &'static str,
    /// Summary of the menu: print, save, share.
    pub take: &'static str,
    /// Buttons: print the sheet; print it empty; with their explanations.
    pub print: [[&'static str; 2]; 2],
    /// Heading of the findings.
    pub glance: &'static str,
    /// Heading of the drawing.
    pub weave: &'static str,
    /// What the drawing shows.
    pub weave_note: &'static str,
    /// After a share in percent.
    pub shared: &'static str,
    /// Heading of the filter by status.
    pub lines: &'static str,
    /// The statuses: same, differs, alone.
    pub statuses: [&'static str; 3],
    /// What each means.
    pub meanings: [&'static str; 3],
    /// The sections: the report, who, numbers, quotations, days, words.
    pub sections: [&'static str; 6],
    /// Rows about the report: length, headline, lead, published, source, elsewhere.
    pub about: [&'static str; 6],
    /// Notes on these rows; empty: none.
    pub about_notes: [&'static str; 6],
    /// Rows about names: persons, voices, reported, unheard, places, organisations.
    pub who: [&'static str; 6],
    /// Notes on these rows.
    pub who_notes: [&'static str; 6],
    /// Rows of what only one report has: numbers, quotations, days.
    pub alone: [&'static str; 3],
    /// Questions for the empty sheet: numbers, quotations, days, words.
    pub questions: [&'static str; 4],
    /// A row about wording.
    pub wording: &'static str,
    /// A row about a statement in other words: probably the same.
    pub probable: &'static str,
    /// A row about different words: probably for one thing.
    pub designation: &'static str,
    /// The row of typical words, and what they are.
    pub typical: [&'static str; 2],
    /// Nothing of a row is in a report: before its letter.
    pub absent: &'static str,
    /// The lead is missing.
    pub no_lead: &'static str,
    /// The speaker is unclear.
    pub unclear: &'static str,
    /// Row of the full sentences.
    pub evidence: &'static str,
    /// Link to the article.
    pub read: &'static str,
    /// Before the letters that have something, for screen readers.
    pub in_reports: &'static str,
    /// Fields of the empty sheet: name, class, date.
    pub fields: [&'static str; 3],
    /// Link of a finding to side by side.
    pub read_both: &'static str,
    /// Finding, after the percentage: of report …; stand also in …
    pub finding_share: [&'static str; 2],
    /// Finding: nearly the same sentence, another word.
    pub finding_wording: [&'static str; 2],
    /// Finding: a report shares no passage.
    pub finding_apart: &'static str,
    /// Finding: is named so many times, and quoted by no report.
    pub finding_unheard: [&'static str; 2],
    /// How the sheet is made.
    pub method: &'static str,
    /// Between the last two of a list.
    pub or: &'static str,
    /// Caption of the table.
    pub caption: &'static str,
}

pub(super) const DE: Sheet = Sheet {
    title: "Vergleich",
    reports: Count { one: "Bericht", many: "Berichte über ein Ereignis" },
    compare: "vergleichen",
    events: Count { one: "Ereignis mit mehreren Berichten: vergleichen", many: "Ereignisse mit mehreren Berichten: vergleichen" },
    tab: "Raster",
    views_label: "Ansichten des Vergleichs",
    because: ["Zusammengestellt, weil alle diese Namen nennen:", "und diese Wörter:", "Der Tag:"],
    chosen: "Von Hand zusammengestellt.",
    choose: "Auswahl ändern",
    find: "Bericht suchen und hinzufügen",
    none: "In dieser Sammlung berichten keine zwei Artikel erkennbar über dasselbe Ereignis. Zwei bis acht Berichte können hier von Hand gewählt werden.",
    too_few: "Zum Vergleichen braucht es zwei bis acht Berichte.",
    others: "Weitere Ereignisse mit mehreren Berichten",
    unknown: "Diese Berichte gibt es hier nicht:",
    take: "Mitnehmen",
    print: [["Raster drucken", "ausgefüllt, A4 quer"], ["Leeres Raster drucken", "dieselben Zeilen zum Selbstausfüllen"]],
    glance: "Auf einen Blick",
    weave: "Wer teilt was mit wem",
    weave_note: "Jeder Balken ist ein Text vom ersten bis zum letzten Wort. Dunkel: Stellen, die ein anderer Bericht auch hat. Die Bänder verbinden gleiche Passagen; die Nummern führen zu ihnen.",
    shared: "geteilt",
    lines: "Zeilen",
    statuses: ["gemeinsam", "abweichend", "nur hier"],
    meanings: ["gleiche Angabe", "andere Angabe, anderes Wort", "in keinem anderen"],
    sections: ["Der Bericht", "Wer vorkommt", "Zahlen", "Zitate", "Termine", "Wortwahl"],
    about: ["Umfang", "Überschrift", "Vorspann", "Erschienen", "Quelle", "Auch anderswo"],
    about_notes: ["", "", "", "und woher das bekannt ist", "", "Anteil der Wörter in Passagen, die ein anderer Bericht auch hat"],
    who: [
        "Personen",
        "Stimmen: wer wörtlich zu Wort kommt",
        "Nur sinngemäß zu Wort gekommen",
        "Genannt, aber nicht zu Wort gekommen",
        "Orte",
        "Organisationen",
    ],
    who_notes: [
        "mit Zahl der Nennungen",
        "mit Zahl der Wörter in Anführungszeichen",
        "mit Zahl der Wörter",
        "weder wörtlich noch sinngemäß",
        "",
        "",
    ],
    alone: ["Zahlen in nur einem Bericht", "Zitate in nur einem Bericht", "Termine in nur einem Bericht"],
    questions: [
        "Welche Zahlen nennt der Bericht? Was zählen sie?",
        "Wer wird wörtlich zitiert, womit?",
        "Was geschah wann? Was ist geplant?",
        "Welche Wörter fallen auf?",
    ],
    wording: "Anderes Wort im selben Satz",
    probable: "wohl dieselbe Aussage, in anderen Worten",
    designation: "wohl für dasselbe",
    typical: ["Typische Wörter", "häufiger als in den anderen Berichten, mit Zahl"],
    absent: "nicht in",
    no_lead: "keiner",
    unclear: "unklar, wer spricht",
    evidence: "Die Sätze dazu",
    read: "Im Artikel lesen",
    in_reports: "in",
    fields: ["Name", "Klasse", "Datum"],
    read_both: "lesen",
    finding_share: ["von Bericht", "stehen auch in"],
    finding_wording: ["Fast derselbe Satz, anderes Wort", "in"],
    finding_apart: "teilt keine Passage mit den anderen.",
    finding_unheard: ["wird", "-mal genannt und kommt in keinem Bericht zu Wort."],
    method: "Das Raster ist nach Regeln gemacht, nicht von Hand: Es zeigt, was in den Texten steht, und wertet nicht. Wer von wem übernommen hat, ist nicht bekannt. Zitate, Sprecher und Zahlen werden automatisch erkannt; einzelne fehlen oder sind falsch zugeordnet.",
    or: "oder",
    caption: "Die Berichte im Vergleich. Jede Zelle führt zu ihrem Satz.",
};

pub(super) const EN: Sheet = Sheet {
    title: "Compare",
    reports: Count { one: "report", many: "reports of one event" },
    compare: "to compare",
    events: Count { one: "event with several reports: compare", many: "events with several reports: compare" },
    tab: "Sheet",
    views_label: "Views of the comparison",
    because: ["Put together because all of them name", "and these words:", "The day:"],
    chosen: "Chosen by hand.",
    choose: "Change the choice",
    find: "Find a report to add",
    none: "No two articles of this collection recognisably report the same event. You can choose two to eight reports here.",
    too_few: "A comparison needs two to eight reports.",
    others: "Other events with several reports",
    unknown: "There are no such reports here:",
    take: "Take away",
    print: [["Print the sheet", "filled in, A4 landscape"], ["Print an empty sheet", "the same rows, to fill in by hand"]],
    glance: "At a glance",
    weave: "Who shares what with whom",
    weave_note: "Each bar is a text from its first word to its last. Dark: passages that another report has, too. Ribbons connect equal passages; the numbers lead to them.",
    shared: "shared",
    lines: "Rows",
    statuses: ["common", "different", "only here"],
    meanings: ["the same", "another value, another word", "in no other"],
    sections: ["The report", "Who appears", "Numbers", "Quotations", "Dates", "Wording"],
    about: ["Length", "Headline", "Lead", "Published", "Source", "Elsewhere, too"],
    about_notes: ["", "", "", "and how that is known", "", "Share of the words in passages that another report has, too"],
    who: ["People", "Voices: who is quoted word for word", "Quoted only indirectly", "Named, but not quoted", "Places", "Organisations"],
    who_notes: [
        "with the number of mentions",
        "with the number of words in quotation marks",
        "with the number of words",
        "neither word for word nor indirectly",
        "",
        "",
    ],
    alone: ["Numbers in only one report", "Quotations in only one report", "Dates in only one report"],
    questions: [
        "Which numbers does the report give? What do they count?",
        "Who is quoted word for word, and how?",
        "What happened when? What is planned?",
        "Which words strike you?",
    ],
    wording: "Another word in the same sentence",
    probable: "probably the same statement, in other words",
    designation: "probably for the same thing",
    typical: ["Typical words", "more frequent than in the other reports, with their number"],
    absent: "not in",
    no_lead: "none",
    unclear: "unclear who speaks",
    evidence: "The sentences",
    read: "Read in the article",
    in_reports: "in",
    fields: ["Name", "Class", "Date"],
    read_both: "read",
    finding_share: ["of report", "are also in"],
    finding_wording: ["Nearly the same sentence, another word", "in"],
    finding_apart: "shares no passage with the others.",
    finding_unheard: ["is named", " times, and no report quotes them."],
    method: "The sheet is made by rules, not by hand: it shows what the texts say, and does not judge. Who copied from whom is not known. Quotations, speakers and numbers are recognised automatically; some are missing or ascribed wrongly.",
    or: "or",
    caption: "The reports compared. Each cell leads to its sentence.",
};
