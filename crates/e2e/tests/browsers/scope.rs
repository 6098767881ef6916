//! Which cases run in which browser.
//!
//! All cases run in Chromium. The app is one program, so most of what it does is the same in every engine. In Firefox and WebKit run the
//! cases of [`BY_ENGINE`]: those whose outcome can depend on the engine, by the part of it that they exercise, and a walk through every
//! view. A new case runs in Chromium only, until it is listed here. `ZEITLUPE_EVERY_CASE=1` runs all cases everywhere.

use std::collections::BTreeSet;
use zeitlupe_e2e::settings::Kind;

/// A part of the engine, and the names of the cases that exercise it.
const BY_ENGINE: &[(&str, &[&str])] = &[
    ("every view", &["all views request only the page's own files", "the watch hears of everything bad"]),
    (
        "layout",
        &[
            "no view scrolls sideways or cuts text off on a small phone",
            "every view works at 400 % zoom",
            "every view works with text at 200 %",
            "every view works with custom text spacing",
            "targets are large enough for touch",
            "everything is distinguishable in forced colours",
            "an article in numbered lines has the same lines everywhere",
            "on a phone the whole form comes into view",
            "on a phone the bar of a tour does not cover the focused element",
            "the dialog fits a phone",
            "zoom goes in steps, around the focused mark",
            "places are on the map and in the list next to it",
        ],
    ),
    (
        "input: keyboard, mouse, selection, focus, clipboard",
        &[
            "the keyboard reaches everything in every view, forwards and backwards",
            "the keyboard reaches search, views and the first hit",
            "what opens on focus closes with Escape",
            "hits appear while typing",
            "words, names and titles are suggested while typing",
            "a name's card opens, and Escape closes it and restores the focus",
            "a focused name shows its card, with links to other mentions",
            "a missed name can be added, by hand and by selection",
            "a selection is marked, commented, sorted, and links to its place",
            "a selection over several paragraphs is copied as shown",
            "a range is selected by dragging, and with its handles",
            "a range is selected by keyboard alone",
            "the wheel scrolls the page, unless Ctrl is held",
            "arrow keys move between marks, but only inside the drawing",
            "the dialog opens and closes by keyboard, over an open card",
            "link, quotation and reference are copied",
            "without the clipboard API the legacy way is used, or the failure shown",
            "the system's share dialog gets the link",
            "a tour is stepped through with keys and buttons, and back works",
        ],
    ),
    (
        "storage, files",
        &[
            "nothing is stored without consent, and everything can be deleted",
            "corrections are stored only with the reader's consent",
            "changes made in another window are applied",
            "notes that are not kept are merged with those of another window",
            "stored notes that cannot be read are set aside until the reader deletes them",
            "when the storage is full, what was kept before stays",
            "with and without index.html it is the same room",
            "saved files and pages to hand in can be loaded elsewhere",
            "the timeline is saved as a table, a calendar and a picture",
            "the page's policy forbids what the page does not need",
            "after the first visit everything can be read offline",
            "a new version waits for the reader, then replaces the old one completely",
            "stored files can be deleted",
            "a site with a truncated file is not stored",
        ],
    ),
    (
        "workers and WebAssembly",
        &[
            "the API answers as documented",
            "names in any text are recognised, and the recogniser is loaded only then",
            "a truncated base part leaves a readable page, and repairing it helps",
            "a truncated or changed wasm is reported, and the articles can be read",
            "an app that crashes says so, and can be reloaded",
            "a room whose worker crashes says so, and goes on in another one",
        ],
    ),
    ("printing", &["in print an article has numbered lines", "in print the timeline is a list", "in print the tasks are a worksheet"]),
    ("speech", &["an article is read aloud with local voices only"]),
    (
        "history",
        &[
            "back leads through the views",
            "back leads to where a search began",
            "a reload shows the same state",
            "going back closes the dialog",
            "an article's own page becomes the room at this article",
            "an article's own page takes a passage and a query along",
        ],
    ),
];

/// Whether a case is run in a browser.
pub fn runs_in(kind: Kind, case: &str) -> bool {
    kind == Kind::Chromium || BY_ENGINE.iter().any(|(_, cases)| cases.contains(&case))
}

/// The names in [`BY_ENGINE`] of which there is no case.
pub fn unknown(cases: &BTreeSet<&str>) -> Vec<&'static str> {
    BY_ENGINE.iter().flat_map(|(_, listed)| *listed).copied().filter(|name| !cases.contains(name)).collect()
}
