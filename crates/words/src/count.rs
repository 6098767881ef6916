//! Nouns after a number.

/// A noun with its number: one form for one, one for all others.
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
