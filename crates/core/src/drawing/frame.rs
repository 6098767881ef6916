//! The size of a drawing.

use serde::{Deserialize, Serialize};

/// The size of a drawing, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Width.
    pub width: u16,
    /// Height.
    pub height: u16,
}

impl Frame {
    /// The size of a network; `narrow` for a phone.
    pub fn network(narrow: bool) -> Self {
        if narrow { Self { width: 360, height: 460 } } else { Self { width: 760, height: 560 } }
    }

    /// The size of a map; `narrow` for a phone.
    pub fn map(narrow: bool) -> Self {
        if narrow { Self { width: 360, height: 300 } } else { Self { width: 760, height: 430 } }
    }
}

/// A point of a drawing: pixels from the left and from the top.
pub type Point = (f64, f64);
