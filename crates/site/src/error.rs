//! Why a site could not be made.

/// Why a site could not be made. Messages say what was expected and what was found.
///
/// ```
/// let error = zeitlupe_site::SiteUrl::parse("lesesaal").expect_err("it has no scheme");
/// assert!(error.to_string().starts_with("expected an address like https://name.github.io/lesesaal/, found \"lesesaal\""));
/// ```
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address of the site is not a usable web address.
    #[error("expected an address like https://name.github.io/lesesaal/, found {found:?}: {reason}")]
    Url {
        /// The given address.
        found: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Articles may not be published in full.
    #[error("{0}")]
    Rights(String),
    /// Files of the compiled app are missing or not UTF-8.
    #[error("expected the compiled app to hold {0}")]
    Shell(String),
    /// A script or style sheet would end its own element.
    #[error("expected {0} to be safe inside a page, found an end tag in it")]
    EndTag(&'static str),
    /// A part of the bundle could not be read.
    #[error("{part}: {reason}")]
    Damaged {
        /// The name of the part.
        part: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A part of the bundle is missing.
    #[error("expected the part {0}")]
    MissingPart(String),
    /// The bundle gave an unexpected answer.
    #[error("expected {0} as an answer of the bundle")]
    Answer(&'static str),
    /// Bytes could not be compressed.
    #[error("cannot compress a file of the site: {0}")]
    Pack(std::io::Error),
    /// The bytes are not LZMA as packed by this crate.
    #[error("expected a file in LZMA as the site has it")]
    NotPacked,
    /// Bytes could not be unpacked.
    #[error("cannot unpack a file of the site: {0}")]
    Unpack(std::io::Error),
}
