//! Why a site could not be made.

/// Why a site could not be made; the messages name what was expected and what was found.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address of the site is not one that pages could name.
    #[error("expected an address like https://name.github.io/lesesaal/, found {found:?}: {reason}")]
    Url {
        /// What was given.
        found: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Articles may not be published in full.
    #[error("{0}")]
    Rights(String),
    /// The files of the compiled app are not all there, or not readable as text.
    #[error("expected the compiled app to hold {0}")]
    Shell(String),
    /// Text that would end the element of the page in which it stands.
    #[error("expected {0} to be safe inside a page, found an end tag in it")]
    EndTag(&'static str),
    /// A part of the bundle could not be read.
    #[error("{part}: {reason}")]
    Damaged {
        /// Name of the part.
        part: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A part of the bundle is missing.
    #[error("expected the part {0}")]
    MissingPart(String),
    /// The bundle answered a question in a way that does not go with it.
    #[error("expected {0} as an answer of the bundle")]
    Answer(&'static str),
    /// Bytes could not be compressed.
    #[error("cannot compress a file of the site: {0}")]
    Pack(std::io::Error),
    /// The bytes do not begin as those that this crate packs.
    #[error("expected a file in LZMA as the site has it")]
    NotPacked,
    /// Bytes could not be unpacked.
    #[error("cannot unpack a file of the site: {0}")]
    Unpack(std::io::Error),
}
