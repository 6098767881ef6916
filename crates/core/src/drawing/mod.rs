//! Geometry of the drawings of names: a network, a map, and labels that keep out of each other's way. No drawing happens here.

pub mod labels;
pub mod map;
pub mod network;
pub mod outline;

use crate::entity::EntityId;
use labels::Label;
use serde::{Deserialize, Serialize};

/// The size of a drawing, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// From the left to the right.
    pub width: u16,
    /// From the top to the bottom.
    pub height: u16,
}

impl Frame {
    /// Of a network; `narrow` on a phone, where the same letters leave less room.
    pub fn network(narrow: bool) -> Self {
        if narrow { Self { width: 360, height: 460 } } else { Self { width: 760, height: 560 } }
    }

    /// Of a map.
    pub fn map(narrow: bool) -> Self {
        if narrow { Self { width: 360, height: 300 } } else { Self { width: 760, height: 430 } }
    }
}

/// A point of a drawing, to be read from the left and from above.
pub type Point = (f64, f64);

/// An entity where it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Whose.
    pub entity: EntityId,
    /// How often it is named.
    pub count: u32,
    /// In how many articles.
    pub articles: u32,
    /// Its middle.
    pub at: Point,
    /// Half its width; its area grows with the count.
    pub radius: f64,
    /// Where its name stands, if there is room for it.
    pub label: Option<Label>,
}
