//! Words of passing on.

/// Words of passing on.
#[derive(Debug)]
pub struct Share {
    /// What opens the sheet.
    pub title: &'static str,
    /// A newer version of the room lies ready.
    pub renewed: &'static str,
    /// Go over to it.
    pub reload: &'static str,
    /// Only the beginning of the article is here; before its words of the whole.
    pub excerpt: &'static str,
    /// Before the names that the whole article names most.
    pub excerpt_names: &'static str,
}

pub(super) const DE: Share = Share {
    title: "Teilen",
    renewed: "Eine neue Fassung ist da.",
    reload: "Neu laden",
    excerpt: "Nur ein Auszug; der ganze Artikel hat",
    excerpt_names: "Darin vor allem genannt",
};

pub(super) const EN: Share = Share {
    title: "Share",
    renewed: "There is a new version.",
    reload: "Reload",
    excerpt: "An excerpt only; the whole article has",
    excerpt_names: "Named most in it",
};
