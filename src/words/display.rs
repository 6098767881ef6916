//! Words of the settings of the page.

/// Words of the settings of the page.
#[derive(Debug)]
pub struct Display {
    /// What opens the settings.
    pub title: &'static str,
}

pub(super) const DE: Display = Display { title: "Anzeige" };

pub(super) const EN: Display = Display { title: "Display" };
