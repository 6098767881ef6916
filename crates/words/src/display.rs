//! Texts of the display settings.

/// Texts of the display settings.
#[derive(Debug)]
pub struct Display {
    /// Button that opens the settings, and their heading.
    pub title: &'static str,
    /// Label: font size.
    pub size: &'static str,
    /// Label: line spacing.
    pub spacing: &'static str,
    /// Button: smaller.
    pub less: &'static str,
    /// Button: larger.
    pub more: &'static str,
    /// Mode: only the text.
    pub calm: &'static str,
    /// Mode: for a projector.
    pub projector: &'static str,
    /// Mode: numbered lines.
    pub numbers: &'static str,
    /// Button: leave a mode.
    pub leave: &'static str,
    /// Button: leave the projector mode.
    pub leave_projector: &'static str,
    /// Label of the bar in projector mode.
    pub bar: &'static str,
    /// Button: show the names.
    pub who: &'static str,
    /// Button: hide the names.
    pub hide: &'static str,
    /// Button: reset the settings.
    pub reset: &'static str,
    /// Button: read aloud.
    pub aloud: &'static str,
    /// Button: pause reading aloud.
    pub hold: &'static str,
    /// Button: resume reading aloud.
    pub resume: &'static str,
    /// Button: stop reading aloud.
    pub hush: &'static str,
    /// Says that the voice is one of this device.
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
