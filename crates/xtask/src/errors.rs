//! Why a chore could not be done, in words for the person who asked for it.

use std::fmt;

/// A message that names the broken expectation, the place and the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(String);

/// What a chore returns: nothing, or why it stopped.
pub type Outcome = Result<(), Failure>;

impl Failure {
    /// A failure with this message, without a full stop at its end.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<zeitlupe_site::Error> for Failure {
    fn from(error: zeitlupe_site::Error) -> Self {
        Self(error.to_string())
    }
}

/// Puts what was tried before what went wrong.
pub trait Context<T> {
    /// The value, or a [`Failure`] that reads `what: error`.
    fn context(self, what: impl FnOnce() -> String) -> Result<T, Failure>;
}

impl<T, E: fmt::Display> Context<T> for Result<T, E> {
    fn context(self, what: impl FnOnce() -> String) -> Result<T, Failure> {
        self.map_err(|error| Failure(format!("{}: {error}", what())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_reads_as_what_was_tried_then_why() {
        let read: Result<String, _> = std::fs::read_to_string("no such folder/file").context(|| "cannot read no such folder/file".into());
        let message = read.expect_err("the file does not exist").to_string();
        assert!(message.starts_with("cannot read no such folder/file: "), "{message}");
    }
}
