//! Nouns that follow a number.

/// The singular and plural of a noun.
///
/// ```
/// let minutes = zeitlupe_words::Count { one: "Minute", many: "Minuten" };
/// assert_eq!((minutes.of(1), minutes.of(0)), ("Minute", "Minuten"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Count {
    /// After "1".
    pub one: &'static str,
    /// After any other number.
    pub many: &'static str,
}

impl Count {
    /// The form that goes with `n`, without the number.
    pub fn of(&self, n: u32) -> &'static str {
        if n == 1 { self.one } else { self.many }
    }
}
