//! All texts of the interface: what each language defines.

use super::count::Count;
use super::{compare, corrections, dates, display, lesson, names, notes, search, share, sheet, timeline};

/// All texts of the interface in one language; each view has a group of its own.
#[derive(Debug)]
pub struct Words {
    /// Texts of correcting names.
    pub corrections: corrections::Corrections,
    /// Texts of dates, times, and how they are known.
    pub dates: dates::Dates,
    /// Texts of the display settings.
    pub display: display::Display,
    /// Texts of tasks, tours and fixed pages.
    pub lesson: lesson::Lesson,
    /// Texts of the names, their cards, the network and the map.
    pub names: names::Names,
    /// Texts of the reader's own passages and notes.
    pub notes: notes::Notes,
    /// Texts of the search and its hits.
    pub search: search::Search,
    /// Texts of sharing and citing.
    pub share: share::Share,
    /// Texts of the articles side by side and of their passages.
    pub compare: compare::Compare,
    /// Texts of comparisons and their sheet.
    pub sheet: sheet::Sheet,
    /// Texts of the timeline.
    pub timeline: timeline::Timeline,
    /// The thousands separator.
    pub thousands: &'static str,
    /// The title of a collection without one.
    pub untitled: &'static str,
    /// The skip link.
    pub skip: &'static str,
    /// Label of the navigation.
    pub nav_label: &'static str,
    /// Title of the overview.
    pub overview: &'static str,
    /// Title of the page about the collection.
    pub about: &'static str,
    /// Link that switches the language, in the other language.
    pub other_language: &'static str,
    /// Shown while something loads.
    pub loading: &'static str,
    /// Button: try again.
    pub retry: &'static str,
    /// Heading of an error.
    pub fault: &'static str,
    /// A part of the data is missing; the message of the loader follows.
    pub fault_missing: &'static str,
    /// A part of the data is damaged; the reason follows.
    pub fault_damaged: &'static str,
    /// The program stopped while it answered.
    pub fault_stopped: &'static str,
    /// What the reader can do about an error.
    pub fault_help: &'static str,
    /// The same, if the program stopped.
    pub fault_stopped_help: &'static str,
    /// Before the parts of the address that were not understood.
    pub address_unknown: &'static str,
    /// Button: close a notice.
    pub dismiss: &'static str,
    /// Articles, counted.
    pub articles: Count,
    /// Words, counted.
    pub words: Count,
    /// Names, counted.
    pub entities: Count,
    /// Hits, counted.
    pub places: Count,
    /// Minutes of reading, counted.
    pub minutes: Count,
    /// Articles, counted, after "in".
    pub in_articles: Count,
    /// "… weitere", after a number.
    pub and_more: &'static str,
    /// Before the highest value of a drawing.
    pub most: &'static str,
    /// After a number of lines that are shown.
    pub shown: &'static str,
    /// Column: date.
    pub column_date: &'static str,
    /// Button: save as CSV.
    pub csv: &'static str,
    /// The separator in CSV files.
    pub csv_separator: &'static str,
    /// Facet and label: source.
    pub source: &'static str,
    /// Facet: month.
    pub month: &'static str,
    /// The source is unknown.
    pub source_unknown: &'static str,
    /// Before the filter that a button removes.
    pub remove: &'static str,
    /// Label of the first day of a period.
    pub from: &'static str,
    /// Label of the last day of a period.
    pub to: &'static str,
    /// The layer of times in the text.
    pub times: &'static str,
    /// Heading of the legend.
    pub legend: &'static str,
    /// Derived forms in the legend, which are counted separately.
    pub legend_derived: &'static str,
    /// Previous.
    pub previous: &'static str,
    /// Next.
    pub next: &'static str,
    /// Between position and total ("3 von 12").
    pub of: &'static str,
    /// Line.
    pub line: &'static str,
    /// Author.
    pub author: &'static str,
    /// Link to the original.
    pub original: &'static str,
    /// Licence.
    pub licence: &'static str,
    /// Heading of the lines that are not part of the article.
    pub furniture: &'static str,
    /// Close.
    pub close: &'static str,
    /// Button: save as SVG.
    pub svg: &'static str,
    /// Button: show more.
    pub more: &'static str,
    /// Button: save as PNG.
    pub png: &'static str,
    /// A file could not be made.
    pub not_saved: &'static str,
    /// Link to the overview.
    pub back: &'static str,
    /// There is no such article.
    pub no_article: &'static str,
    /// The passage of the link is no longer in the article.
    pub no_passage: &'static str,
    /// Heading of the list of articles.
    pub latest: &'static str,
    /// The tagline.
    pub tagline: &'static str,
    /// Before the version.
    pub about_version: &'static str,
    /// Label of the list next to the article.
    pub reading_list: &'static str,
}
