//! Words of the settings of the page.

/// Words of the settings of the page.
#[derive(Debug)]
pub struct Display {
    /// What opens the settings.
    pub title: &'static str,
    /// Size of the letters.
    pub size: &'static str,
    /// Space between lines.
    pub spacing: &'static str,
    /// Smaller, closer.
    pub less: &'static str,
    /// Larger, wider.
    pub more: &'static str,
    /// Only the text.
    pub calm: &'static str,
    /// For the wall of a classroom.
    pub projector: &'static str,
    /// Numbered lines.
    pub numbers: &'static str,
    /// Leaves one of these.
    pub leave: &'static str,
    /// Leaves the large picture.
    pub leave_projector: &'static str,
    /// Name of the bar of the large picture.
    pub bar: &'static str,
    /// Shows the names.
    pub who: &'static str,
    /// Hides the names.
    pub hide: &'static str,
    /// As usual again.
    pub reset: &'static str,
    /// Reads aloud.
    pub aloud: &'static str,
    /// Holds on.
    pub hold: &'static str,
    /// Goes on.
    pub resume: &'static str,
    /// Ends reading aloud.
    pub hush: &'static str,
    /// Whose voice it is.
    pub aloud_help: &'static str,
}

pub(super) const DE: Display = Display {
    title: "Anzeige",
    size: "Schriftgröße",
    spacing: "Zeilenabstand",
    less: "kleiner",
    more: "größer",
    calm: "Nur der Text",
    projector: "Großbild für den Beamer",
    numbers: "Zeilen zählen",
    leave: "Werkzeuge zeigen",
    leave_projector: "Großbild beenden",
    bar: "Großbild",
    who: "Wer wird hier genannt?",
    hide: "Namen verbergen",
    reset: "Wie üblich",
    aloud: "Vorlesen",
    hold: "Anhalten",
    resume: "Weiterlesen",
    hush: "Beenden",
    aloud_help: "mit einer Stimme dieses Geräts",
};

pub(super) const EN: Display = Display {
    title: "Display",
    size: "Size of type",
    spacing: "Line spacing",
    less: "less",
    more: "more",
    calm: "Only the text",
    projector: "Large, for the projector",
    numbers: "Number the lines",
    leave: "Show the tools",
    leave_projector: "End the large picture",
    bar: "Large picture",
    who: "Who is named here?",
    hide: "Hide the names",
    reset: "As usual",
    aloud: "Read aloud",
    hold: "Pause",
    resume: "Go on",
    hush: "Stop",
    aloud_help: "in a voice of this device",
};
