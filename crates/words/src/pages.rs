//! The sources of the fixed pages, in Markdown; the build parses them.

/// The texts of the fixed pages in one language.
#[derive(Debug)]
pub struct Texts {
    /// What this is, and how to search.
    pub about: &'static str,
    /// The error rates of the analysis.
    pub limits: &'static str,
    /// Privacy: what is transferred, and what is not.
    pub privacy: &'static str,
    /// Accessibility: what works, and what does not.
    pub access: &'static str,
}

/// The German texts.
pub const DE: Texts = Texts {
    about: include_str!("pages/about.de.md"),
    limits: include_str!("pages/limits.de.md"),
    privacy: include_str!("pages/privacy.de.md"),
    access: include_str!("pages/access.de.md"),
};

/// The English texts.
pub const EN: Texts = Texts {
    about: include_str!("pages/about.en.md"),
    limits: include_str!("pages/limits.en.md"),
    privacy: include_str!("pages/privacy.en.md"),
    access: include_str!("pages/access.en.md"),
};
