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
    pub text_only: &'static str,
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
    pub show_names: &'static str,
    /// Button: hide the names.
    pub hide_names: &'static str,
    /// Button: reset the settings.
    pub reset: &'static str,
    /// Button: read aloud.
    pub aloud: &'static str,
    /// Button: pause reading aloud.
    pub pause: &'static str,
    /// Button: resume reading aloud.
    pub resume: &'static str,
    /// Button: stop reading aloud.
    pub stop: &'static str,
    /// Says that the voice is one of this device.
    pub aloud_help: &'static str,
}

pub(super) const DE: Display = Display {
    title: "Anzeige",
    size: "Schriftgröße",
    spacing: "Zeilenabstand",
    less: "kleiner",
    more: "größer",
    text_only: "Nur der Text",
    projector: "Großbild für den Beamer",
    numbers: "Zeilen zählen",
    leave: "Werkzeuge zeigen",
    leave_projector: "Großbild beenden",
    bar: "Großbild",
    show_names: "Wer wird hier genannt?",
    hide_names: "Namen verbergen",
    reset: "Wie üblich",
    aloud: "Vorlesen",
    pause: "Anhalten",
    resume: "Weiterlesen",
    stop: "Beenden",
    aloud_help: "mit einer Stimme dieses Geräts",
};

pub(super) const EN: Display = Display {
    title: "Display",
    size: "Size of type",
    spacing: "Line spacing",
    less: "less",
    more: "more",
    text_only: "Only the text",
    projector: "Large, for the projector",
    numbers: "Number the lines",
    leave: "Show the tools",
    leave_projector: "End the large picture",
    bar: "Large picture",
    show_names: "Who is named here?",
    hide_names: "Hide the names",
    reset: "As usual",
    aloud: "Read aloud",
    pause: "Pause",
    resume: "Go on",
    stop: "Stop",
    aloud_help: "in a voice of this device",
};
