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
    /// None: nothing is to be answered.
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
    /// Lines, in the page and on paper.
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
    /// Its heading, by which answers know it: no other task of the file has the same.
    pub heading: String,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Room for the answer.
    pub space: Space,
}

/// All tasks of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tasks {
    /// What they are called together; empty if the file does not say.
    pub title: String,
    /// What stands before the first.
    pub intro: Vec<Block>,
    /// The tasks, in order.
    pub tasks: Vec<Task>,
}

/// A station of a tour.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Station {
    /// The state of the room, as a link: `#/…`.
    pub address: String,
    /// The sentence that is shown there; of its links those that leave the room.
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

/// What lies beside the articles, read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// Who publishes the collection; empty where that is not given.
    pub imprint: Vec<Block>,
    /// The tasks; without any where there are none.
    pub tasks: Tasks,
    /// The tours.
    pub tours: Vec<Tour>,
}
