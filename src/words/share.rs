//! Words of passing on.

/// Words of passing on.
#[derive(Debug)]
pub struct Share {
    /// What opens the sheet.
    pub title: &'static str,
}

pub(super) const DE: Share = Share { title: "Teilen" };

pub(super) const EN: Share = Share { title: "Share" };
