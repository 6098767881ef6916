//! Scores by exact match: the same span and kind, for persons, places and organisations.

use super::data::Text;
use zeitlupe_core::entity::{EntityKind, Form, Mention};

/// What is scored separately.
const ROWS: [&str; 5] = ["PER", "LOC", "ORG", "all", "derived"];

/// Numbers of right, expected and found names.
#[derive(Default)]
pub struct Score {
    counts: [[usize; 3]; ROWS.len()],
}

impl Score {
    /// Counts the names of one text.
    pub fn add(&mut self, text: &Text, found: &[Mention]) {
        for (row, kind) in [EntityKind::Per, EntityKind::Loc, EntityKind::Org].into_iter().enumerate() {
            let named: Vec<_> = found.iter().filter(|m| m.form == Form::Name && m.kind == kind).collect();
            let right = named.iter().filter(|m| text.has(m)).count();
            let wanted = text.names.iter().filter(|name| name.1 == kind).count();
            self.count(row, [right, wanted, named.len()]);
            self.count(3, [right, wanted, named.len()]);
        }
        let derived: Vec<_> = found.iter().filter(|m| m.form == Form::Derived).collect();
        self.count(4, [derived.iter().filter(|m| text.has(m)).count(), text.derived.len(), derived.len()]);
    }

    fn count(&mut self, row: usize, numbers: [usize; 3]) {
        self.counts[row].iter_mut().zip(numbers).for_each(|(sum, number)| *sum += number);
    }

    /// Prints a line for each kind.
    pub fn print(&self) {
        for (name, [right, wanted, found]) in ROWS.iter().zip(&self.counts) {
            let share = |of: usize| 100.0 * *right as f64 / of.max(1) as f64;
            let f1 = 200.0 * *right as f64 / (wanted + found).max(1) as f64;
            println!(
                "  {name:8} P {:5.1}  R {:5.1}  F1 {f1:5.1}   ({right} right, {wanted} in the reference, {found} found)",
                share(*found),
                share(*wanted)
            );
        }
    }
}
