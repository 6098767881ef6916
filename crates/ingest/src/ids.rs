//! An id of its own for every article.

use crate::slug::slug;
use std::collections::BTreeMap;
use zeitlupe_core::remark::{Remark, Severity};

/// The ids that are taken.
#[derive(Default)]
pub(crate) struct Ids {
    /// In lower case, since some file systems do not tell `A.html` from `a.html`; with the place that has it.
    taken: BTreeMap<String, String>,
}

impl Ids {
    /// An id like `wanted` that is safe in an address and not taken yet, with remarks on every change.
    ///
    /// `is_stem`: it comes from the name of a file, where blanks and umlauts are nothing to warn of.
    /// `place` is where the article stands, for messages about later ones.
    pub fn take(&mut self, wanted: &str, is_stem: bool, place: &str, line: Option<u32>) -> (String, Vec<Remark>) {
        let mut remarks = Vec::new();
        let safe = slug(wanted);
        if safe != wanted {
            let severity = if is_stem { Severity::Note } else { Severity::Warning };
            let message = format!(
                "expected an id of letters, digits, \".\", \"_\" and \"-\", found \"{}\": read as \"{safe}\"",
                zeitlupe_core::article::shorten(wanted, 80)
            );
            remarks.push(Remark { severity, line, message });
        }
        let mut id = safe.clone();
        let mut number = 2;
        while self.taken.contains_key(&id.to_lowercase()) {
            id = format!("{safe}-{number}");
            number += 1;
        }
        if let Some(first) = self.taken.get(&safe.to_lowercase()) {
            let message = format!("expected an id of its own, found \"{safe}\", which {first} has: read as \"{id}\"");
            remarks.push(Remark { severity: Severity::Error, line, message });
        }
        self.taken.insert(id.to_lowercase(), place.to_owned());
        (id, remarks)
    }
}
