//! Texts of tasks, tours and fixed pages.

use super::count::Count;

/// Texts of tasks, tours and fixed pages.
#[derive(Debug)]
pub struct Lesson {
    /// Title of the tasks.
    pub tasks: &'static str,
    /// Titles of the fixed pages: privacy, accessibility, publisher.
    pub fixed_pages: [&'static str; 3],
    /// Heading of the page about the collection.
    pub about: &'static str,
    /// There is no imprint.
    pub no_imprint: &'static str,
    /// Label, for screen readers, of the links to tasks and tours on the front page.
    pub front: &'static str,
    /// Heading of the tours.
    pub tours: &'static str,
    /// Title of a tour without one; its number follows.
    pub tour: &'static str,
    /// Stations, counted.
    pub stations: Count,
    /// Tasks, counted.
    pub task_count: Count,
    /// Controls of a tour: previous, next, end, back to the station.
    pub steps: [&'static str; 4],
    /// The address refers to a tour that does not exist.
    pub no_tour: &'static str,
    /// Says that answers are not transmitted.
    pub note: &'static str,
    /// Label of the field for an answer.
    pub answer: &'static str,
    /// Heading of the evidence for an answer.
    pub proof: &'static str,
    /// Button: choose a passage as evidence.
    pub attach: &'static str,
    /// There are no passages yet.
    pub no_notes: &'static str,
    /// Link to the reader's passages.
    pub to_notes: &'static str,
    /// Button: print.
    pub print: &'static str,
    /// Link to where the answers can be saved as a file.
    pub hand_in: &'static str,
    /// There are no tasks.
    pub no_tasks: &'static str,
    /// Headings of the page about the collection: sources, licences.
    pub counts: [&'static str; 2],
    /// No licence is given.
    pub no_licence: &'static str,
    /// How dates are known, in the order of `Origin`.
    pub origins: [&'static str; 7],
    /// Label of the build date.
    pub built: &'static str,
    /// Label of the hash of the collection.
    pub hash: &'static str,
    /// Label of the period of the articles.
    pub range: &'static str,
}

pub(super) const DE: Lesson = Lesson {
    tasks: "Aufgaben",
    fixed_pages: ["Datenschutz", "Barrierefreiheit", "Impressum"],
    about: "Über diese Sammlung",
    no_imprint: "Wer diese Sammlung veröffentlicht, hat hier keine Angaben zu sich gemacht.",
    front: "Führungen und Aufgaben",
    tours: "Führungen",
    tour: "Führung",
    stations: Count { one: "Station", many: "Stationen" },
    task_count: Count { one: "Aufgabe", many: "Aufgaben" },
    steps: ["Zurück", "Weiter", "Beenden", "Zur Station zurück"],
    no_tour: "Diese Führung oder Station gibt es hier nicht.",
    note: "Was Sie schreiben, wird nicht übertragen. Zum Abgeben drucken Sie diese Seite oder sichern Ihre Antworten als Datei.",
    answer: "Ihre Antwort",
    proof: "Belege",
    attach: "Beleg anfügen",
    no_notes: "Sie haben noch keine Belege. Markieren Sie in einem Artikel eine Stelle, dann steht sie hier zur Wahl.",
    to_notes: "Zu den Belegen",
    print: "Drucken",
    hand_in: "Zum Abgeben sichern",
    no_tasks: "Zu dieser Sammlung gibt es keine Aufgaben.",
    counts: ["Quellen", "Lizenzen"],
    no_licence: "keine angegeben",
    origins: [
        "in den Angaben zum Artikel",
        "im Datensatz",
        "in articles.toml",
        "in der gespeicherten Seite",
        "im Text",
        "erschlossen aus gemeinsamen Passagen",
        "erschlossen über mehrere Artikel",
    ],
    built: "Gebaut am",
    hash: "Prüfsumme",
    range: "Erschienen",
};

pub(super) const EN: Lesson = Lesson {
    tasks: "Tasks",
    fixed_pages: ["Privacy", "Accessibility", "Publisher"],
    about: "About this collection",
    no_imprint: "Whoever publishes this collection has said nothing about themselves here.",
    front: "Tours and tasks",
    tours: "Tours",
    tour: "Tour",
    stations: Count { one: "station", many: "stations" },
    task_count: Count { one: "task", many: "tasks" },
    steps: ["Back", "Next", "End", "Back to the station"],
    no_tour: "There is no such tour or station here.",
    note: "What you write is not transmitted. To hand it in, print this page or save your answers as a file.",
    answer: "Your answer",
    proof: "Evidence",
    attach: "Add evidence",
    no_notes: "You have no passages yet. Mark one in an article, and it can be chosen here.",
    to_notes: "To your evidence",
    print: "Print",
    hand_in: "Save for handing in",
    no_tasks: "There are no tasks for this collection.",
    counts: ["Sources", "Licences"],
    no_licence: "none given",
    origins: [
        "in the article's metadata",
        "in the record",
        "in articles.toml",
        "in the saved page",
        "in the text",
        "concluded from shared passages",
        "concluded by way of several articles",
    ],
    built: "Built on",
    hash: "Hash",
    range: "Published",
};
