//! Geometry of the drawings of names: networks, maps, and labels that do not overlap. No drawing.
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

/// An entity in a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The entity.
    pub entity: EntityId,
    /// Number of mentions.
    pub count: u32,
    /// Number of articles that name it.
    pub articles: u32,
    /// Its centre.
    pub at: Point,
    /// Its radius; the area is proportional to the count.
    pub radius: f64,
    /// Its label, if there is room for one.
    pub label: Option<Label>,
}
