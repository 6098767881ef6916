//! Loaded parts, of which the least recently used are let go.

use super::key::PartKey;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Loaded parts by key, each with its content.
pub struct Shelf<T> {
    parts: BTreeMap<PartKey, Held<T>>,
    /// Counts the calls of [`Shelf::tidy`].
    now: u32,
}

struct Held<T> {
    content: T,
    bytes: usize,
    /// [`Shelf::now`] when it was used last.
    used: AtomicU32,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { parts: BTreeMap::new(), now: 0 }
    }
}

impl<T> Shelf<T> {
    /// Adds a part of this many bytes, or replaces it.
    pub fn insert(&mut self, key: PartKey, content: T, bytes: usize) {
        self.parts.insert(key, Held { content, bytes, used: AtomicU32::new(self.now) });
    }

    /// Whether a part is here; this does not count as a use.
    pub fn has(&self, key: PartKey) -> bool {
        self.parts.contains_key(&key)
    }

    /// The content of a part, which is used now.
    pub fn get(&self, key: PartKey) -> Option<&T> {
        let held = self.parts.get(&key)?;
        held.used.store(self.now, Relaxed);
        Some(&held.content)
    }

    /// Lets the least recently used parts go until the rest has at most `limit` bytes, except those used since the last call.
    pub fn tidy(&mut self, limit: usize) {
        let now = self.now;
        self.now = now.wrapping_add(1);
        let mut bytes: usize = self.parts.values().map(|held| held.bytes).sum();
        while bytes > limit {
            let unused = self.parts.iter().filter(|(_, held)| held.used.load(Relaxed) != now);
            let Some(oldest) = unused.min_by_key(|(_, held)| held.used.load(Relaxed)).map(|(key, _)| *key) else { return };
            bytes -= self.parts.remove(&oldest).map_or(0, |held| held.bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_recently_used_parts_are_let_go_but_none_in_use() {
        let mut shelf = Shelf::default();
        for n in 0..4 {
            shelf.insert(PartKey::Index(n), n, 10);
        }
        let held = |shelf: &Shelf<u32>| (0..4).filter(|n| shelf.has(PartKey::Index(*n))).count();
        shelf.tidy(0);
        assert_eq!(held(&shelf), 4, "all are new");
        assert_eq!(shelf.get(PartKey::Index(1)), Some(&1));
        shelf.tidy(30);
        assert!(!shelf.has(PartKey::Index(0)) && shelf.has(PartKey::Index(1)), "the first of those not used goes");
        shelf.tidy(0);
        assert_eq!(held(&shelf), 0);
        assert_eq!(shelf.get(PartKey::Index(1)), None);
    }
}
