//! Texts of the timeline.

use super::count::Count;

/// Texts of the timeline.
#[derive(Debug)]
pub struct Timeline {
    /// Title of the timeline.
    pub title: &'static str,
    /// The ways to show the timeline: drawing, list, table.
    pub views: [&'static str; 3],
    /// Label of that choice.
    pub views_label: &'static str,
    /// Heading and legend: reports.
    pub reports: &'static str,
    /// Heading and legend: events.
    pub events: &'static str,
    /// Kinds of items: report, event.
    pub item_kinds: [&'static str; 2],
    /// Modality of an event: past, ongoing, planned, denied, open.
    pub modes: [&'static str; 5],
    /// Dated items, counted.
    pub items: Count,
    /// The zoom levels, from a week to everything.
    pub zooms: [&'static str; 7],
    /// Button: zoom in.
    pub zoom_in: &'static str,
    /// Button: zoom out.
    pub zoom_out: &'static str,
    /// Button: earlier.
    pub earlier: &'static str,
    /// Button: later.
    pub later: &'static str,
    /// Button: show everything.
    pub whole: &'static str,
    /// Button: show the busiest period.
    pub busiest: &'static str,
    /// Heading of items without a date.
    pub undated: &'static str,
    /// Heading of items longer than a month.
    pub wide: &'static str,
    /// Legend: bar, hatched bar, number, column.
    pub shapes: [&'static str; 4],
    /// Label of the choice of lanes.
    pub lanes: &'static str,
    /// Lanes by kind, article, source, name.
    pub lanes_by: [&'static str; 4],
    /// The lane of the remaining items.
    pub lanes_rest: &'static str,
    /// Description of the drawing.
    pub chart_label: &'static str,
    /// How to use the drawing with keyboard and pointer.
    pub chart_help: &'static str,
    /// Before the number of items before the window.
    pub before: &'static str,
    /// Before the number of items after the window.
    pub after: &'static str,
    /// Description of the overview strip.
    pub context_label: &'static str,
    /// Before the chosen period.
    pub chosen: &'static str,
    /// Button: choose what is drawn.
    pub choose: &'static str,
    /// Button: zoom to the chosen period.
    pub choose_zoom: &'static str,
    /// Button: clear the choice.
    pub choose_none: &'static str,
    /// Labels of the handles: start and end of the chosen period.
    pub ends: [&'static str; 2],
    /// Check box: also articles that mention the chosen period.
    pub mentioned: &'static str,
    /// The articles name days that exclude each other.
    pub disagree: &'static str,
    /// Before other articles that report the same.
    pub witnesses: &'static str,
    /// Link to an item.
    pub item_link: &'static str,
    /// The address refers to an item that does not exist.
    pub no_item: &'static str,
    /// Columns of the table: when, what, kind, article, how the date is known.
    pub heads: [&'static str; 5],
    /// Further columns of the file: last day, words of the time, source.
    pub file_heads: [&'static str; 3],
    /// Button: save as a calendar.
    pub ics: &'static str,
}

pub(super) const DE: Timeline = Timeline {
    title: "Zeit",
    views: ["Zeichnung", "Liste", "Tabelle"],
    views_label: "Ansicht der Zeit",
    reports: "Berichte",
    events: "Ereignisse",
    item_kinds: ["Bericht", "Ereignis"],
    modes: ["geschehen", "andauernd", "geplant", "verneint", ""],
    items: Count { one: "Zeitangabe", many: "Zeitangaben" },
    zooms: ["Woche", "Monat", "Quartal", "Jahr", "Jahrzehnt", "Jahrhundert", "alles"],
    zoom_in: "Näher",
    zoom_out: "Weiter weg",
    earlier: "Früher",
    later: "Später",
    whole: "Alles",
    busiest: "Dichteste Zeit",
    undated: "ohne Datum",
    wide: "Längere und ungefähre Zeiten",
    shapes: ["Zeitraum", "ungefähr", "mehrere, zum Öffnen", "Dichte (Wurzel der Zahl)"],
    lanes: "Bahnen",
    lanes_by: ["nach Art", "nach Artikel", "nach Quelle", "nach Name"],
    lanes_rest: "weitere",
    chart_label: "Zeitleiste der Berichte und der Ereignisse im Text; dieselben Angaben stehen in der Liste darunter",
    chart_help: "Pfeiltasten führen von Marke zu Marke, die Eingabetaste öffnet, + und − ändern den Ausschnitt. Ziehen wählt einen Zeitraum.",
    before: "davor",
    after: "danach",
    context_label: "Der ganze Zeitraum; der Rahmen zeigt den Ausschnitt",
    chosen: "Zeitraum",
    choose: "Ausschnitt wählen",
    choose_zoom: "Auswahl vergrößern",
    choose_none: "Auswahl aufheben",
    ends: ["Anfang der Auswahl", "Ende der Auswahl"],
    mentioned: "auch Artikel, die davon handeln",
    disagree: "Die Artikel nennen verschiedene Tage",
    witnesses: "auch in",
    item_link: "Link zu dieser Zeitangabe",
    no_item: "Die Zeitangabe, auf die der Link zeigt, gibt es hier nicht mehr.",
    heads: ["Wann", "Was", "Art", "Artikel", "Woher bekannt"],
    file_heads: ["bis", "Angabe", "Quelle"],
    ics: "Als Kalender (ICS) sichern",
};

pub(super) const EN: Timeline = Timeline {
    title: "Time",
    views: ["Drawing", "List", "Table"],
    views_label: "View of time",
    reports: "Reports",
    events: "Events",
    item_kinds: ["report", "event"],
    modes: ["past", "ongoing", "planned", "denied", ""],
    items: Count { one: "date", many: "dates" },
    zooms: ["week", "month", "quarter", "year", "decade", "century", "everything"],
    zoom_in: "Closer",
    zoom_out: "Farther",
    earlier: "Earlier",
    later: "Later",
    whole: "Everything",
    busiest: "Busiest time",
    undated: "undated",
    wide: "Longer and approximate times",
    shapes: ["period", "approximate", "several, to be opened", "density (root of the number)"],
    lanes: "Lanes",
    lanes_by: ["by kind", "by article", "by source", "by name"],
    lanes_rest: "others",
    chart_label: "Timeline of the reports and of the events in the text; the same items stand in the list below",
    chart_help: "Arrow keys lead from mark to mark, Enter opens, + and − change the part that is drawn. Dragging chooses a period.",
    before: "before",
    after: "after",
    context_label: "The whole period; the frame shows the part above",
    chosen: "Period",
    choose: "Choose what is drawn",
    choose_zoom: "Enlarge the choice",
    choose_none: "Choose nothing",
    ends: ["beginning of the choice", "end of the choice"],
    mentioned: "also articles that tell of it",
    disagree: "The articles name different days",
    witnesses: "also in",
    item_link: "Link to this date",
    no_item: "The date that the link points to is not here any more.",
    heads: ["When", "What", "Kind", "Article", "How it is known"],
    file_heads: ["until", "words", "source"],
    ics: "Save as a calendar (ICS)",
};
