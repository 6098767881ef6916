//! The text of an article with its marks. Text only ever becomes text nodes.

use crate::anchors;
use crate::segments::{Piece, pieces, rows};
use crate::state::AppContext;
use std::cell::Cell;
use yew::prelude::*;
use zeitlupe_core::article::{Role, Section};
use zeitlupe_core::entity::{EntityId, Form};
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::{Address, Layer, Passage};

/// Below this confidence, in percent, a mark is shown as uncertain.
const UNSURE_BELOW: u8 = 60;

/// Marks on the text of an article besides names and times.
#[derive(Clone, Debug, Default)]
pub struct Overlay<'a> {
    /// Layers that are hidden.
    pub hidden: &'a [Layer],
    /// The hits of the query.
    pub hits: &'a [Span],
    /// The current hit.
    pub current: Option<usize>,
    /// The passage in the address.
    pub passage: Option<Span>,
    /// The sentence being read aloud.
    pub spoken: Option<Span>,
    /// The reader's notes: index in the notebook, and span.
    pub notes: &'a [(usize, Span)],
    /// Whether lines are numbered.
    pub numbers: bool,
    /// The entity whose card is open.
    pub chosen: Option<EntityId>,
}

/// A mark: a name or a time, by its index in the document.
#[derive(Clone, Copy)]
enum Mark {
    Name(usize),
    Time(usize),
}

/// The text of an article with its marks; `data-article` of the element is its id, so that several can be in one view.
/// `facts` go between headline and body.
pub fn article_text(context: &AppContext, document: &AnalysedArticle, over: &Overlay, facts: Html) -> Html {
    let names = document.names.iter().enumerate().filter(|(_, name)| !over.hidden.contains(&Layer::Names(name.kind)));
    let times = document.times.iter().enumerate().filter(|_| !over.hidden.contains(&Layer::Times));
    let (marks, spans): (Vec<Mark>, Vec<Span>) =
        names.map(|(n, name)| (Mark::Name(n), name.span)).chain(times.map(|(n, time)| (Mark::Time(n), time.span))).unzip();
    let (mut tints, mut grounds): (Vec<Span>, Vec<&str>) = over.notes.iter().map(|(_, span)| (*span, "noted")).unzip();
    for (span, ground) in [(over.passage, "passage"), (over.spoken, "spoken")] {
        tints.extend(span);
        grounds.extend(span.map(|_| ground));
    }
    let renderer =
        TextRenderer { document, over, context, marks: &marks, spans: &spans, tints: &tints, grounds: &grounds, line: Cell::new(0) };
    let is_head = |section: &Section| matches!(section.role, Role::Kicker | Role::Title | Role::Lead);
    let (head, rest) = document.article.sections.split_at(document.article.sections.iter().take_while(|section| is_head(section)).count());
    let title_shown = document.article.sections.iter().any(|section| section.role == Role::Title);
    let lang = document.article.meta.lang.clone().unwrap_or_else(|| "de".into());
    html! {
        <div class={classes!("body", over.numbers.then_some("numbered"))} {lang} data-article={document.article.meta.id.clone()}>
            if !title_shown { <h1 class="untitled">{ document.article.label() }</h1> }
            { for head.iter().map(|section| renderer.section(section)) }
            { facts }
            { for rest.iter().map(|section| renderer.section(section)) }
        </div>
    }
}

struct TextRenderer<'a> {
    document: &'a AnalysedArticle,
    over: &'a Overlay<'a>,
    context: &'a AppContext,
    marks: &'a [Mark],
    spans: &'a [Span],
    tints: &'a [Span],
    grounds: &'a [&'static str],
    /// The number of lines so far.
    line: Cell<u32>,
}

/// Whether the line shows its number: the first and every fifth do.
fn shows_number(line: u32) -> bool {
    line == 1 || line.is_multiple_of(5)
}

impl TextRenderer<'_> {
    /// The id of the article.
    fn id(&self) -> &str {
        &self.document.article.meta.id
    }

    fn section(&self, section: &Section) -> Html {
        let (tag, class) = match section.role {
            Role::Kicker => ("p", Some("kicker")),
            Role::Title => ("h1", None),
            Role::Lead => ("p", Some("lead")),
            Role::Heading => ("h2", None),
            Role::Paragraph => ("p", None),
        };
        // The first byte of this element's text, to locate a selection in the article.
        let lines = if self.over.numbers { self.document.article.lines(section) } else { Vec::new() };
        let content = if lines.is_empty() { self.content(section.span) } else { lines.into_iter().map(|line| self.line(line)).collect() };
        html! { <@{tag} class={class} data-at={section.span.start.to_string()}>{ content }</@> }
    }

    fn line(&self, line: Span) -> Html {
        let number = self.line.get() + 1;
        self.line.set(number);
        html! { <span class="line" data-line={shows_number(number).then(|| number.to_string())}>{ self.content(line) }</span> }
    }

    fn content(&self, within: Span) -> Html {
        let cut = pieces(within, self.spans, self.over.hits, self.tints);
        rows(&cut).into_iter().map(|row| html! { <>{ self.row(row) }{ self.signs(row) }</> }).collect()
    }

    /// The sign after each of the reader's passages, which links to the note.
    fn signs(&self, row: &[Piece]) -> Html {
        let (start, end) = (row[0].span.start, row[row.len() - 1].span.end);
        let sign = |(at, span): &(usize, Span)| {
            let words = &self.context.words().notes;
            let number = at + 1;
            let comment = self.context.state.notebook.notes.get(*at).map_or("", |note| note.comment.as_str());
            let there = Address { entity: None, passage: Some(self.passage(*span)), ..self.context.address().clone() };
            let label = format!("{} {number}{}{comment}", words.one, if comment.is_empty() { "" } else { ": " });
            // The style sheet generates the number, so that it is not copied with the text.
            let chosen = (self.over.passage == Some(*span)).then_some("chosen");
            html! { <a class={classes!("note-sign", chosen)} href={there.href()} aria-label={label} data-number={number.to_string()}></a> }
        };
        self.over.notes.iter().filter(|(_, span)| start < span.end && span.end <= end).map(sign).collect()
    }

    /// Adjacent pieces under one mark: one element.
    fn row(&self, row: &[Piece]) -> Html {
        let inner: Html = row.iter().map(|piece| self.piece(piece)).collect();
        let Some(mark) = row[0].mark else { return inner };
        let outer = row.iter().any(|piece| !piece.outer.is_empty()).then_some("nested");
        let starts = self.spans[mark].start == row[0].span.start;
        let (class, href) = match self.marks[mark] {
            Mark::Name(n) => self.name(n),
            Mark::Time(n) => self.time(n),
        };
        // No `title` attribute, which only a mouse can reveal: the sign after the mark is visible, the card says why.
        let unsure = class.contains("unsure").then_some(self.context.words().names.unsure);
        let id = starts.then(|| anchors::mark(self.id(), row[0].span.start));
        match href {
            Some(href) => html! { <a {id} class={classes!(class, outer)} {href} aria-description={unsure}>{ inner }</a> },
            None => html! { <span class={classes!(class, outer)}>{ inner }</span> },
        }
    }

    fn name(&self, n: usize) -> (Classes, Option<String>) {
        let name = &self.document.names[n];
        let light = (name.form != Form::Name).then_some("light");
        let unsure = (name.confidence < UNSURE_BELOW).then_some("unsure");
        let chosen = (self.over.chosen == Some(name.entity)).then_some("chosen");
        // Until the entities are loaded, a name is marked but not linked.
        let href = self.context.name_of(name.entity).map(|entity| {
            let passage = Some(self.passage(name.span));
            Address { entity: Some(entity), passage, ..self.context.address().clone() }.href()
        });
        (classes!("n", Layer::Names(name.kind).class(), light, unsure, chosen), href)
    }

    fn time(&self, n: usize) -> (Classes, Option<String>) {
        let time = &self.document.times[n];
        let unsure = time.value.is_empty().then_some("unsure");
        let chosen = (self.over.passage == Some(time.span)).then_some("chosen");
        let href = Address { entity: None, passage: Some(self.passage(time.span)), ..self.context.address().clone() }.href();
        (classes!("n", Layer::Times.class(), unsure, chosen), Some(href))
    }

    fn passage(&self, span: Span) -> Passage {
        Passage { start: span.start, quote: span.of(&self.document.article.text).to_owned() }
    }

    fn piece(&self, piece: &Piece) -> Html {
        let words = piece.span.of(&self.document.article.text).to_owned();
        let text = if piece.tints.is_empty() {
            html! { { words } }
        } else {
            let grounds: Classes = piece.tints.iter().map(|tint| self.grounds[*tint]).collect();
            html! { <span class={grounds}>{ words }</span> }
        };
        let Some(hit) = piece.hit else { return text };
        let starts = self.over.hits[hit].start == piece.span.start;
        let current = (self.over.current == Some(hit)).then_some("current");
        html! { <mark id={starts.then(|| anchors::hit(self.id(), hit))} class={classes!(current)}>{ text }</mark> }
    }
}
