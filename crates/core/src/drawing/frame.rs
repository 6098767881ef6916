//! The sheet that is drawn on.

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
