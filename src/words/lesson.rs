//! Words of tasks, tours and fixed pages.

/// Words of tasks, tours and fixed pages.
#[derive(Debug)]
pub struct Lesson {
    /// The view of the tasks.
    pub tasks: &'static str,
    /// The fixed pages, in the order of `Paper::ALL`.
    pub papers: [&'static str; 3],
}

pub(super) const DE: Lesson = Lesson { tasks: "Aufgaben", papers: ["Datenschutz", "Barrierefreiheit", "Impressum"] };

pub(super) const EN: Lesson = Lesson { tasks: "Tasks", papers: ["Privacy", "Accessibility", "Publisher"] };
