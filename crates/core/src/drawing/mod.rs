//! Geometry of the drawings of names: a network, a map, and labels that keep out of each other's way. No drawing happens here.
//!
//! ```
//! use zeitlupe_core::drawing::{Frame, network};
//! // Two names of the same size that are named together, on a phone.
//! let places = network::layout(&[9.0, 9.0], &[(0, 1, 1.0)], Frame::network(true), false);
//! assert!(places.iter().all(|(x, y)| (0.0..360.0).contains(x) && (0.0..460.0).contains(y)));
//! ```

mod frame;
pub mod labels;
pub mod map;
pub mod network;
pub mod outline;

pub use frame::{Frame, Point};

use crate::entity::EntityId;
use labels::Label;
use serde::{Deserialize, Serialize};

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
