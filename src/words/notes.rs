//! Words of the reader's own passages and notes.

/// Words of the reader's own passages and notes.
#[derive(Debug)]
pub struct Notes {
    /// The view of them.
    pub title: &'static str,
}

pub(super) const DE: Notes = Notes { title: "Belege" };

pub(super) const EN: Notes = Notes { title: "Evidence" };
