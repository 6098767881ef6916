//! The combined tables of rules.

use super::{calendar, clock, duration, relative, set, vague};
use crate::time::pattern::Rule;
use std::sync::LazyLock;

/// All tables; if two rules match the same words, the one of the earlier table wins.
const TABLES: [&[Rule]; 6] = [calendar::RULES, set::RULES, clock::RULES, relative::RULES, duration::RULES, vague::RULES];

/// All rules, in the order of their tables.
pub(super) static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| TABLES.iter().copied().flatten().collect());
