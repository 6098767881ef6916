//! Words of the reader's own passages and notes.

/// Words of the reader's own passages and notes.
#[derive(Debug)]
pub struct Notes {
    /// The view of them.
    pub title: &'static str,
    /// A single one.
    pub one: &'static str,
    /// Several, with their number.
    pub count: super::count::Count,
    /// How to make the first.
    pub empty: [&'static str; 3],
    /// Name of the bar of what can be done with a selection.
    pub bar: &'static str,
    /// Marks the selected words.
    pub mark: &'static str,
    /// Marks and comments.
    pub note: &'static str,
    /// Marks the sentence of the hit that the reader stands at.
    pub sentence: &'static str,
    /// Marks words that are typed.
    pub form: &'static str,
    /// The field for these words.
    pub form_words: &'static str,
    /// The field of the comment.
    pub comment: &'static str,
    /// The field of the group.
    pub group: &'static str,
    /// What stands in the empty field of the group.
    pub group_new: &'static str,
    /// Heading of those without a group.
    pub ungrouped: &'static str,
    /// Renames a group.
    pub rename: &'static str,
    /// Deletes one.
    pub remove: &'static str,
    /// One place up.
    pub up: &'static str,
    /// One place down.
    pub down: &'static str,
    /// The way to all of them.
    pub all: &'static str,
    /// The article is not here.
    pub gone: &'static str,
    /// Heading of the answers.
    pub answers: &'static str,
    /// What proves an answer.
    pub proof: &'static str,
    /// Saves the file.
    pub save: &'static str,
    /// Saves the readable page.
    pub hand_in: &'static str,
    /// Beginning of the names of these files.
    pub file: &'static str,
    /// Reads a file in.
    pub read_in: &'static str,
    /// Copies a link that brings all.
    pub copy: &'static str,
    /// It is too much for a link.
    pub too_long: &'static str,
    /// Prints.
    pub print: &'static str,
    /// What the files are for.
    pub help: &'static str,
    /// Keeps everything in this browser.
    pub keep: &'static str,
    /// What that means.
    pub keep_help: &'static str,
    /// A passage was marked.
    pub added: &'static str,
    /// A passage was marked, and is kept.
    pub added_kept: &'static str,
    /// Something was deleted or read in.
    pub changed: &'static str,
    /// So many annotations were left out; the number stands before.
    pub left_out: &'static str,
    /// The file cannot be read in; the reason follows.
    pub bad_file: &'static str,
    /// The reason: nothing in it.
    pub no_items: &'static str,
    /// Opens the deleting of everything.
    pub clear: &'static str,
    /// What goes.
    pub clear_help: &'static str,
    /// Deletes everything.
    pub clear_now: &'static str,
    /// A link brought some; the number stands before.
    pub brought: &'static str,
    /// A link brought something that cannot be read.
    pub brought_bad: &'static str,
    /// Takes what the link brought.
    pub take: &'static str,
    /// Leaves what the link brought.
    pub leave: &'static str,
}

pub(super) const DE: Notes = Notes {
    title: "Belege",
    one: "Beleg",
    count: super::count::Count { one: "Beleg", many: "Belege" },
    empty: [
        "Hier stehen die Stellen, die Sie in den Artikeln markieren.",
        "Wählen Sie in einem Artikel Wörter aus und drücken Sie „Markieren“ oder „Notiz“. Ohne Maus und Finger: „Stelle markieren“ neben dem Artikel.",
        "Wer eine Datei mit Belegen bekommen hat, liest sie hier ein.",
    ],
    bar: "Auswahl",
    mark: "Markieren",
    note: "Notiz",
    sentence: "Satz markieren",
    form: "Stelle markieren",
    form_words: "Wörter, wie sie im Artikel stehen",
    comment: "Ihre Notiz",
    group: "Gruppe",
    group_new: "ohne, oder ein eigener Name",
    ungrouped: "Ohne Gruppe",
    rename: "Gruppe umbenennen",
    remove: "Löschen",
    up: "Nach oben",
    down: "Nach unten",
    all: "Alle Belege",
    gone: "Diesen Artikel gibt es in diesem Lesesaal nicht.",
    answers: "Antworten",
    proof: "belegt durch",
    save: "Als Datei sichern",
    hand_in: "Zum Abgeben sichern",
    file: "belege",
    read_in: "Datei einlesen",
    copy: "Link mit allen Belegen",
    too_long: "Für einen Link sind es zu viele; die Datei nimmt alle auf.",
    print: "Drucken",
    help: "Die Datei lässt sich hier und in anderen Browsern wieder einlesen (W3C Web Annotation). Die Seite zum Abgeben ist zum Lesen da und lässt sich ebenso einlesen. In beiden steht kein Name und keine Uhrzeit.",
    keep: "In diesem Browser behalten",
    keep_help: "Belege, Antworten und Korrekturen bleiben dann auf diesem Gerät, bis Sie sie löschen. Übertragen wird nichts. Auf einem Gerät, das andere mitbenutzen, sichern Sie besser die Datei.",
    added: "Markiert. Noch bewahrt das nichts über diesen Besuch hinaus auf.",
    added_kept: "Markiert.",
    changed: "Ihre Belege haben sich geändert.",
    left_out: "Anmerkungen zeigten auf keine Stelle eines Artikels und wurden ausgelassen.",
    bad_file: "Erwartet wird eine Datei, die hier gesichert wurde, oder eine andere mit Web-Annotationen. Diese ist es nicht:",
    no_items: "es steht keine Anmerkung darin",
    clear: "Alles löschen",
    clear_help: "Gelöscht werden alle Belege, Antworten und Korrekturen und alles, was dieser Browser für diesen Lesesaal aufbewahrt. Das lässt sich nicht rückgängig machen.",
    clear_now: "Endgültig löschen",
    brought: "bringt dieser Link mit.",
    brought_bad: "Die Belege in diesem Link lassen sich nicht lesen: Er wurde gekürzt oder verändert.",
    take: "Übernehmen",
    leave: "Nicht übernehmen",
};

pub(super) const EN: Notes = Notes {
    title: "Evidence",
    one: "Passage",
    count: super::count::Count { one: "passage", many: "passages" },
    empty: [
        "The passages that you mark in the articles are collected here.",
        "Select words in an article and press “Mark” or “Note”. Without mouse or finger: “Mark a passage” beside the article.",
        "A file with passages that somebody gave you is read in here.",
    ],
    bar: "Selection",
    mark: "Mark",
    note: "Note",
    sentence: "Mark the sentence",
    form: "Mark a passage",
    form_words: "Words as they stand in the article",
    comment: "Your note",
    group: "Group",
    group_new: "none, or a name of your own",
    ungrouped: "Without a group",
    rename: "Rename the group",
    remove: "Delete",
    up: "Up",
    down: "Down",
    all: "All passages",
    gone: "There is no such article in this room.",
    answers: "Answers",
    proof: "proved by",
    save: "Save as a file",
    hand_in: "Save for handing in",
    file: "passages",
    read_in: "Read a file in",
    copy: "Link with all passages",
    too_long: "Too many for a link; the file holds them all.",
    print: "Print",
    help: "The file can be read in here and in other browsers (W3C Web Annotation). The page for handing in is for reading, and can be read in as well. Neither holds a name or a time.",
    keep: "Keep in this browser",
    keep_help: "Passages, answers and corrections then stay on this device until you delete them. Nothing is transferred. On a device that others use too, better save the file.",
    added: "Marked. Nothing keeps it beyond this visit yet.",
    added_kept: "Marked.",
    changed: "Your passages have changed.",
    left_out: "annotations pointed to no passage of an article and were left out.",
    bad_file: "Expected a file that was saved here, or another one with Web Annotations. This is none:",
    no_items: "there is no annotation in it",
    clear: "Delete everything",
    clear_help: "All passages, answers and corrections go, and everything that this browser keeps for this room. This cannot be undone.",
    clear_now: "Delete for good",
    brought: "come with this link.",
    brought_bad: "The passages in this link cannot be read: it was cut or changed.",
    take: "Take them",
    leave: "Leave them",
};
