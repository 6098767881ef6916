//! A group, why it is one, and what it is called.

use crate::day::Day;
use serde::{Deserialize, Serialize};

/// Articles that report the same event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The articles by number, the earliest first.
    pub articles: Vec<u32>,
    /// Why they are a group.
    pub why: Why,
    /// What the group is called.
    pub title: Title,
}

/// What the articles of a group have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// The names that all of them have, the most frequent first.
    pub names: Vec<String>,
    /// Words that all or nearly all of them have and few others, as written, the rarest first.
    pub words: Vec<String>,
    /// The day that most of them name.
    pub day: Option<Day>,
}

/// The words of a title: `Peking, 4. Februar 2022: Wladimir Putin, Xi Jinping`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// Where it happened, according to most of the articles.
    pub place: Option<String>,
    /// When.
    pub day: Option<Day>,
    /// The persons and organisations that are named most; at most two.
    pub named: Vec<String>,
}
