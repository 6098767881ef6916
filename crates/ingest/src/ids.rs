//! A unique id for every article.

use crate::slug::slug;
use std::collections::BTreeMap;
use zeitlupe_core::article::shorten;
use zeitlupe_core::remark::{Remark, Severity};

/// The ids in use.
#[derive(Default)]
pub(crate) struct Ids {
    /// By the id in lower case, since some file systems do not distinguish `A.html` from `a.html`.
    taken: BTreeMap<String, Taken>,
}

struct Taken {
    /// The file and line of the article that has it.
    place: String,
    /// The number to try for the next article with this id.
    next: u32,
}

impl Ids {
    /// Reserves an id like `wanted` that is safe in an address and unused, with remarks on every change.
    ///
    /// `is_stem`: it is a file name, where spaces and umlauts deserve no warning.
    /// `place` is the article's file and line, for messages about later ones.
    pub fn take(&mut self, wanted: &str, is_stem: bool, place: &str, line: Option<u32>) -> (String, Vec<Remark>) {
        let mut remarks = Vec::new();
        let safe = slug(wanted);
        if safe != wanted {
            let severity = if is_stem { Severity::Note } else { Severity::Warning };
            let message =
                format!("expected an id of letters, digits, \".\", \"_\" and \"-\", found \"{}\": read as \"{safe}\"", shorten(wanted, 80));
            remarks.push(Remark { severity, line, message });
        }
        let id = self.free(&safe);
        if let Some(first) = self.taken.get(&safe.to_lowercase()) {
            let message = format!("expected an id of its own, found \"{safe}\", which {} has: read as \"{id}\"", first.place);
            remarks.push(Remark::error(line, message));
        }
        self.taken.insert(id.to_lowercase(), Taken { place: place.to_owned(), next: 2 });
        (id, remarks)
    }

    /// The id itself, or with the smallest number that makes it unique. Numbers in use are not tried again, so that many equal ids stay cheap.
    fn free(&mut self, safe: &str) -> String {
        let Some(first) = self.taken.get(&safe.to_lowercase()) else { return safe.to_owned() };
        let mut number = first.next;
        let numbered = |number: u32| format!("{safe}-{number}");
        while self.taken.contains_key(&numbered(number).to_lowercase()) {
            number += 1;
        }
        if let Some(first) = self.taken.get_mut(&safe.to_lowercase()) {
            first.next = number + 1;
        }
        numbered(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ids_are_numbered() {
        let mut ids = Ids::default();
        let mut take = |id: &str| ids.take(id, false, "a.jsonl:1", None).0;
        assert_eq!(["x", "X", "x-3", "x", "x-3"].map(&mut take), ["x", "X-2", "x-3", "x-4", "x-3-2"]);
    }

    #[test]
    fn many_equal_ids_take_no_longer_each() {
        let mut ids = Ids::default();
        let last = (0..20_000).map(|_| ids.take("x", false, "a", None).0).last();
        assert_eq!(last.as_deref(), Some("x-20000"));
    }
}
