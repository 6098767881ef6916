//! Texts of correcting names.

/// Texts of correcting names.
#[derive(Debug)]
pub struct Corrections {
    /// Heading of the list of corrections.
    pub title: &'static str,
    /// How corrections take effect.
    pub help: &'static str,
    /// Heading of the form that corrects a name.
    pub question: &'static str,
    /// Label of where a change applies.
    pub scope: &'static str,
    /// Where a change applies.
    pub scopes: [&'static str; 4],
    /// Button: this is not a name.
    pub no_name: &'static str,
    /// Before the fields for kind and name.
    pub instead: &'static str,
    /// Button: apply the change.
    pub change: &'static str,
    /// Heading and button of the form that adds a name.
    pub add_name: &'static str,
    /// Label of the words of a new name.
    pub add_words: &'static str,
    /// Check box: all places in the article.
    pub add_all: &'static str,
    /// The typed words are not in the article.
    pub not_here: &'static str,
    /// Before the latest change.
    pub corrected: &'static str,
    /// Button: undo a correction.
    pub undo: &'static str,
    /// Button: undo all and delete what was stored.
    pub undo_all: &'static str,
    /// What was done to a name: removed, retyped, renamed, merged, split, marked, unmarked.
    pub done: [&'static str; 7],
    /// After the number of corrections that match nothing.
    pub unmatched: &'static str,
    /// Button: save the corrections.
    pub export: &'static str,
    /// Button: load corrections.
    pub import: &'static str,
    /// Before the number of corrections of a file that are new.
    pub taken: &'static str,
    /// Before the number of lines of a file that cannot be read; then the first of them, and why.
    pub unread: &'static str,
    /// The browser refuses to store them.
    pub not_stored: &'static str,
    /// Check box: store the corrections in the browser.
    pub keep: &'static str,
}

pub(super) const DE: Corrections = Corrections {
    title: "Ihre Korrekturen",
    help: "Korrekturen gelten sofort in allen Ansichten. Als names.toml neben die Artikel gelegt, gelten sie nach dem nächsten Bau für alle.",
    question: "Stimmt nicht?",
    scope: "Gemeint ist",
    scopes: ["überall", "in diesem Artikel", "überall, wo es so steht:", "nur an dieser Stelle"],
    no_name: "Das ist kein Name",
    instead: "Richtig ist",
    change: "Ändern",
    add_name: "Name hinzufügen",
    add_words: "Wörter im Text",
    add_all: "überall, wo sie in diesem Artikel stehen",
    not_here: "Diese Wörter stehen so nicht im Artikel.",
    corrected: "Korrigiert:",
    undo: "Rückgängig",
    undo_all: "Alle verwerfen",
    done: ["ist kein Name", "ist ein anderes:", "heißt", "ist dasselbe wie", "ist", "ist hier", "ist hier kein Name"],
    unmatched: "davon finden nichts mehr, was sie ändern könnten.",
    export: "names.toml sichern",
    import: "names.toml einlesen",
    taken: "Neue Korrekturen aus der Datei:",
    unread: "Zeilen, die sich nicht lesen lassen:",
    not_stored: "Dieser Browser behält das Neueste nicht, weil sein Speicher voll oder gesperrt ist. Was er schon hatte, bleibt. Sichern Sie die Datei.",
    keep: "In diesem Browser behalten",
};

pub(super) const EN: Corrections = Corrections {
    title: "Your corrections",
    help: "Corrections count at once in all views. Put beside the articles as names.toml, they count for everyone after the next build.",
    question: "Not right?",
    scope: "Applies",
    scopes: ["everywhere", "in this article", "wherever it is written", "only here"],
    no_name: "This is no name",
    instead: "It is",
    change: "Change",
    add_name: "Add a name",
    add_words: "Words in the text",
    add_all: "wherever they stand in this article",
    not_here: "These words do not stand in the article.",
    corrected: "Corrected:",
    undo: "Undo",
    undo_all: "Discard all",
    done: ["is no name", "is of another kind:", "is called", "is the same as", "is", "is here", "is no name here"],
    unmatched: "of them no longer find anything to change.",
    export: "Save names.toml",
    import: "Read names.toml",
    taken: "New corrections from the file:",
    unread: "Lines that cannot be read:",
    not_stored: "This browser does not keep the newest, because its storage is full or blocked. What it already had stays. Save the file instead.",
    keep: "Keep in this browser",
};
