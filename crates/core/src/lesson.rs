//! What a teacher or publisher adds to the articles: tasks, guided tours, an imprint.
//!
//! ```
//! use zeitlupe_core::lesson::{Space, Task};
//! let task = Task { heading: "Wer trifft wen?".into(), ..Task::default() };
//! assert_eq!((task.space, task.space.lines()), (Space::Usual, 5));
//! ```

use crate::prose::{Block, Piece};
use serde::{Deserialize, Serialize};

/// How much room there is for the answer to a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Space {
    /// None: there is nothing to answer.
    None,
    /// A line or two.
    Short,
    /// Some lines.
    #[default]
    Usual,
    /// Half a page.
    Long,
}

impl Space {
    /// Number of lines, on screen and on paper.
    pub fn lines(self) -> u32 {
        match self {
            Space::None => 0,
            Space::Short => 2,
            Space::Usual => 5,
            Space::Long => 14,
        }
    }
}

/// A task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its heading, unique in the file: stored answers refer to it.
    pub heading: String,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Room for the answer.
    pub space: Space,
}

/// All tasks of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tasks {
    /// Their common heading; empty if the file has none.
    pub title: String,
    /// The text before the first task.
    pub intro: Vec<Block>,
    /// The tasks, in order.
    pub tasks: Vec<Task>,
}

/// One stop of a tour.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Station {
    /// The state of the room, as a link: `#/…`.
    pub address: String,
    /// The sentence shown there; its links only lead out of the room.
    pub words: Vec<Piece>,
}

/// A guided tour.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tour {
    /// Its heading; empty if the list had none.
    pub title: String,
    /// Its stations, at least one.
    pub stations: Vec<Station>,
}

/// The contents of `impressum.md`, `tasks.md` and `tour.md`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extras {
    /// Who publishes the collection; empty if there is no imprint.
    pub imprint: Vec<Block>,
    /// The tasks; empty if there are none.
    pub tasks: Tasks,
    /// The tours.
    pub tours: Vec<Tour>,
}
