//! Texts of the reader's own passages and notes.

/// Texts of the reader's own passages and notes.
#[derive(Debug)]
pub struct Notes {
    /// Title of the view.
    pub title: &'static str,
    /// One of them.
    pub one: &'static str,
    /// Notes, counted.
    pub count: super::count::Count,
    /// How to make the first one.
    pub empty: [&'static str; 3],
    /// Label of the toolbar for a selection.
    pub bar: &'static str,
    /// Button: mark the selection.
    pub mark: &'static str,
    /// Button: mark and comment.
    pub note: &'static str,
    /// Button: mark the sentence of the current hit.
    pub sentence: &'static str,
    /// Heading of the form that marks typed words.
    pub form: &'static str,
    /// Label of these words.
    pub form_words: &'static str,
    /// Label of the comment.
    pub comment: &'static str,
    /// Label of the group.
    pub group: &'static str,
    /// Placeholder of the group.
    pub group_new: &'static str,
    /// Heading of notes without a group.
    pub ungrouped: &'static str,
    /// Button: rename a group.
    pub rename: &'static str,
    /// Button: delete a note.
    pub remove: &'static str,
    /// Button: move up.
    pub up: &'static str,
    /// Button: move down.
    pub down: &'static str,
    /// Link to all notes.
    pub all: &'static str,
    /// The article of a note is not in this collection.
    pub gone: &'static str,
    /// The titles of the articles are not loaded.
    pub no_titles: &'static str,
    /// Heading of the answers.
    pub answers: &'static str,
    /// Heading of the evidence for an answer.
    pub proof: &'static str,
    /// Button: save the file.
    pub save: &'static str,
    /// Button: save a readable page.
    pub hand_in: &'static str,
    /// How the names of these files begin.
    pub file: &'static str,
    /// Button: load a file.
    pub read_in: &'static str,
    /// Button: copy a link that contains all notes.
    pub copy: &'static str,
    /// The notes are too long for a link.
    pub too_long: &'static str,
    /// Button: print.
    pub print: &'static str,
    /// What the files are for.
    pub help: &'static str,
    /// Check box: store everything in the browser.
    pub keep: &'static str,
    /// What storing means.
    pub keep_help: &'static str,
    /// A passage was marked.
    pub added: &'static str,
    /// A passage was marked and stored.
    pub added_kept: &'static str,
    /// Something was deleted or loaded.
    pub changed: &'static str,
    /// What another window has kept was merged with what this one has.
    pub merged: &'static str,
    /// Something in the storage cannot be read, and was set aside.
    pub set_aside: &'static str,
    /// Before the number of annotations that were skipped.
    pub left_out: &'static str,
    /// The file cannot be loaded; the reason follows.
    pub bad_file: &'static str,
    /// The reason: there are no annotations in it.
    pub no_items: &'static str,
    /// Button: open the form that deletes everything.
    pub clear: &'static str,
    /// What will be deleted.
    pub clear_help: &'static str,
    /// Button: delete everything.
    pub clear_now: &'static str,
    /// After the number of annotations in a link.
    pub from_link: &'static str,
    /// The annotations in a link cannot be read.
    pub from_link_invalid: &'static str,
    /// Button: accept the annotations of a link.
    pub accept: &'static str,
    /// Button: ignore the annotations of a link.
    pub decline: &'static str,
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
    no_titles: "Der Titel fehlt hier, weil ein Teil des Lesesaals nicht geladen ist.",
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
    merged: "Ein anderes Fenster hat zur selben Zeit etwas behalten. Beides ist jetzt zusammengeführt.",
    set_aside: "In diesem Browser liegt etwas von Ihnen, das sich hier nicht ganz lesen lässt. Es ist beiseitegelegt, nichts davon ist gelöscht. Sichern Sie es als Datei, wenn Sie es noch brauchen.",
    left_out: "Ausgelassene Anmerkungen, die auf keine Stelle eines Artikels zeigen:",
    bad_file: "Erwartet wird eine Datei, die hier gesichert wurde, oder eine andere mit Web-Annotationen. Diese ist es nicht:",
    no_items: "es steht keine Anmerkung darin",
    clear: "Alles löschen",
    clear_help: "Gelöscht werden alle Belege, Antworten und Korrekturen und alles, was dieser Browser für diesen Lesesaal aufbewahrt. Das lässt sich nicht rückgängig machen.",
    clear_now: "Endgültig löschen",
    from_link: "bringt dieser Link mit.",
    from_link_invalid: "Die Belege in diesem Link lassen sich nicht lesen: Er wurde gekürzt oder verändert.",
    accept: "Übernehmen",
    decline: "Nicht übernehmen",
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
    no_titles: "The title is missing here because a part of the room is not loaded.",
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
    merged: "Another window kept something at the same time. Both are now joined.",
    set_aside: "This browser holds something of yours that cannot be read completely here. It is set aside, and nothing of it is deleted. Save it as a file if you still need it.",
    left_out: "Annotations left out because they point to no passage of an article:",
    bad_file: "Expected a file that was saved here, or another one with Web Annotations. This is none:",
    no_items: "there is no annotation in it",
    clear: "Delete everything",
    clear_help: "All passages, answers and corrections go, and everything that this browser keeps for this room. This cannot be undone.",
    clear_now: "Delete for good",
    from_link: "come with this link.",
    from_link_invalid: "The passages in this link cannot be read: it was cut or changed.",
    accept: "Take them",
    decline: "Leave them",
};
