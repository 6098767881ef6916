//! Assembles an article from its lines.

use super::date::Moment;
use super::line::Line;
use super::parsed::Parsed;
use super::shape;
use zeitlupe_core::article::{Article, Evidence, Metadata, Origin, Role, Section};
use zeitlupe_core::remark::Remark;
use zeitlupe_core::text::Span;

/// An article under construction.
pub(super) struct Draft {
    /// The metadata known so far.
    pub meta: Metadata,
    /// All lines; those that are not part of the article are marked as furniture, never removed.
    pub lines: Vec<Line>,
    /// Problems found so far.
    pub remarks: Vec<Remark>,
}

impl Draft {
    pub fn new(meta: Metadata, lines: Vec<Line>) -> Self {
        Self { meta, lines, remarks: Vec::new() }
    }

    /// The indices of the lines that are not furniture.
    pub fn content(&self) -> Vec<usize> {
        (0..self.lines.len()).filter(|index| !self.lines[*index].furniture).collect()
    }

    /// Sets the date, written as `quote` in line `index`, if none is known or the known one agrees and is less precise.
    ///
    /// Returns the words that are left without a place: those of the replaced date, or `quote` if it was not used.
    pub fn offer_date(&mut self, moment: Moment, quote: &str, index: usize) -> Option<String> {
        let evidence =
            Evidence { origin: Origin::Line, quote: quote.trim().to_owned(), line: self.lines[index].counted_number(), shared_words: 0 };
        match &self.meta.date {
            Some(known) if !moment.refines(known) => Some(evidence.quote),
            known => {
                let replaced = known.as_ref().filter(|date| date.evidence.origin == Origin::Line).map(|date| date.evidence.quote.clone());
                self.meta.date = Some(moment.published(evidence));
                replaced
            }
        }
    }

    /// Inserts a line of furniture before line `index`.
    pub fn insert_furniture(&mut self, index: usize, words: String) {
        let number = self.lines.get(index).map_or(0, |line| line.number);
        self.lines.insert(index, Line::new(words, number).as_furniture());
    }

    /// The finished article. A title or kicker that only the metadata has goes on top.
    pub fn finish(mut self) -> Parsed {
        for (role, words) in [(Role::Kicker, &mut self.meta.kicker), (Role::Title, &mut self.meta.title)] {
            if words.is_none() {
                *words = self.lines.iter().find(|line| line.role == Some(role) && !line.furniture).map(|line| line.text.clone());
            }
        }
        let mut sections = Vec::with_capacity(self.lines.len());
        let mut furniture = Vec::new();
        for (role, words) in [(Role::Kicker, &self.meta.kicker), (Role::Title, &self.meta.title)] {
            sections.extend(words.iter().map(|words| (role, words.clone())));
        }
        for line in self.lines {
            match line.role {
                _ if line.furniture => furniture.push(line.text),
                // Added above from the metadata; a different wording goes to the furniture.
                Some(Role::Kicker) if self.meta.kicker.as_ref().is_some_and(|kicker| shape::same_words(kicker, &line.text)) => {}
                Some(Role::Title) if self.meta.title.as_ref().is_some_and(|title| shape::same_words(title, &line.text)) => {}
                Some(Role::Kicker | Role::Title) => furniture.push(line.text),
                role => sections.push((role.unwrap_or(Role::Paragraph), line.text)),
            }
        }
        Parsed { article: build(self.meta, &sections, furniture), remarks: self.remarks }
    }
}

/// Joins the sections into the text, one line each; a line break inside a section becomes a space.
fn build(meta: Metadata, lines: &[(Role, String)], furniture: Vec<String>) -> Article {
    let mut text = String::with_capacity(lines.iter().map(|(_, words)| words.len() + 1).sum());
    let mut sections = Vec::with_capacity(lines.len());
    for (role, words) in lines {
        if !text.is_empty() {
            text.push('\n');
        }
        let start = text.len();
        text.extend(words.trim().chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }));
        sections.push(Section { role: *role, span: Span::new(start, text.len()) });
    }
    Article { meta, text, sections, furniture }
}

/// Corrects the metadata of an article: each field set in `changes` replaces the article's; an empty id changes nothing.
///
/// A new title or kicker also replaces the old one in the text; the old wording moves to the furniture.
///
/// ```
/// use zeitlupe_core::article::Metadata;
/// use zeitlupe_ingest::{article::amend, plain};
///
/// let article = plain("Gipfel in Bern\n\nDie Minister trafen sich am Freitag in Wien.", Metadata::default()).article;
/// let changes = Metadata { title: Some("Gipfel in Wien".into()), ..Metadata::default() };
/// let amended = amend(article, changes);
/// assert_eq!(amended.text, "Gipfel in Wien\nDie Minister trafen sich am Freitag in Wien.");
/// assert_eq!(amended.furniture, ["Gipfel in Bern"]);
/// ```
pub fn amend(article: Article, changes: Metadata) -> Article {
    let Article { mut meta, text, sections, mut furniture } = article;
    let mut lines: Vec<(Role, String)> = sections.iter().map(|section| (section.role, section.span.of(&text).to_owned())).collect();
    for (role, new) in [(Role::Title, &changes.title), (Role::Kicker, &changes.kicker)] {
        let Some(new) = new else {
            continue;
        };
        let place = lines.iter().position(|(found, _)| *found == role);
        let old = match place {
            Some(index) => std::mem::replace(&mut lines[index].1, new.clone()),
            None => {
                let after_kicker = usize::from(role == Role::Title && lines.first().is_some_and(|(found, _)| *found == Role::Kicker));
                lines.insert(after_kicker, (role, new.clone()));
                continue;
            }
        };
        if old != *new {
            furniture.insert(0, old);
        }
    }
    if !changes.id.is_empty() {
        meta.id = changes.id;
    }
    for (field, new) in [
        (&mut meta.title, changes.title),
        (&mut meta.kicker, changes.kicker),
        (&mut meta.source, changes.source),
        (&mut meta.author, changes.author),
        (&mut meta.url, changes.url),
        (&mut meta.licence, changes.licence),
        (&mut meta.lang, changes.lang),
    ] {
        if new.is_some() {
            *field = new;
        }
    }
    if changes.date.is_some() {
        meta.date = changes.date;
    }
    build(meta, &lines, furniture)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain;

    #[test]
    fn a_corrected_title_replaces_the_old_one_in_the_text() {
        let article = plain("Falscher Titel\n\nEin Absatz, der als Satz endet.", Metadata::default()).article;
        let changes = Metadata { title: Some("Richtiger Titel".into()), kicker: Some("Oben".into()), ..Metadata::default() };
        let amended = amend(article, changes);
        assert_eq!(amended.text, "Oben\nRichtiger Titel\nEin Absatz, der als Satz endet.");
        assert_eq!(amended.furniture, ["Falscher Titel"]);
        assert_eq!(amended.meta.title.as_deref(), Some("Richtiger Titel"));
        assert_eq!(amended.sections[1].span.of(&amended.text), "Richtiger Titel");
    }

    #[test]
    fn fields_without_a_change_stay() {
        let article = plain("Titel hier\n\nEin Absatz, der als Satz endet.\n\nQuelle: dpa", Metadata::default()).article;
        assert_eq!(amend(article.clone(), Metadata::default()), article);
    }
}
