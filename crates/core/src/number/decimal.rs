//! Exact decimal numbers.

use serde::{Deserialize, Serialize};
use std::fmt;

/// `digits` times ten to the power of `exponent`, in lowest terms, so that equal numbers are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decimal {
    digits: u64,
    exponent: i8,
}

impl Decimal {
    /// A number; `None` if it is too large to be read.
    pub fn new(digits: u64, exponent: i32) -> Option<Self> {
        let (mut digits, mut exponent) = (digits, exponent);
        if digits == 0 {
            return Some(Self { digits: 0, exponent: 0 });
        }
        while digits % 10 == 0 {
            digits /= 10;
            exponent += 1;
        }
        (-12..=18).contains(&exponent).then_some(Self { digits, exponent: exponent as i8 })
    }

    /// Reads German digits: `2.000`, `3,5`, `1 234` is not one number.
    pub fn read(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
        let grouped = whole.split('.').skip(1).all(|group| group.len() == 3);
        let digits: String = whole.split('.').chain([fraction]).collect();
        let plain = !whole.is_empty() && grouped && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if !plain || digits.len() > 18 || (text.contains(',') && fraction.is_empty()) {
            return None;
        }
        Self::new(digits.parse().ok()?, -(fraction.len() as i32))
    }

    /// It times ten to the power of `exponent`.
    pub fn scaled(self, exponent: i32) -> Option<Self> {
        Self::new(self.digits, i32::from(self.exponent) + exponent)
    }

    /// Whether it has no fraction.
    pub fn is_whole(self) -> bool {
        self.exponent >= 0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.to_string();
        match usize::try_from(self.exponent) {
            Ok(zeros) => write!(f, "{digits}{}", "0".repeat(zeros)),
            Err(_) => {
                let places = usize::from(self.exponent.unsigned_abs());
                let padded = format!("{digits:0>width$}", width = places + 1);
                let (whole, fraction) = padded.split_at(padded.len() - places);
                write!(f, "{whole}.{fraction}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_written() {
        let shown = |text: &str| Decimal::read(text).map(|number| number.to_string());
        for (text, right) in
            [("2.000", "2000"), ("2000", "2000"), ("3,5", "3.5"), ("0,05", "0.05"), ("1.234.567,80", "1234567.8"), ("0", "0")]
        {
            assert_eq!(shown(text).as_deref(), Some(right), "{text}");
        }
        for text in ["", "1.5", "04.02.2022", "1,", ",5", "1,2,3", "12345678901234567890", "7:56"] {
            assert_eq!(shown(text), None, "{text}");
        }
        assert_eq!(Decimal::read("2.000"), Decimal::read("2000,0"));
        assert_eq!(Decimal::read("3,5").and_then(|number| number.scaled(6)), Decimal::read("3.500.000"));
        assert_eq!(Decimal::new(u64::MAX, 30), None);
    }
}
