//! The words of an article with their marks. Text only ever becomes text nodes.

use crate::address::{Address, EntityName, Layer, Passage};
use crate::segments::{Piece, pieces, rows};
use crate::state::{Desk, Shared};
use std::collections::BTreeSet;
use yew::prelude::*;
use zeitlupe_core::article::{Role, Section};
use zeitlupe_core::bundle::Document;
use zeitlupe_core::entity::{EntityId, Form};
use zeitlupe_core::text::Span;

/// Below this confidence a mark looks unsure.
const UNSURE_BELOW: u8 = 60;

/// Properties of [`ArticleText`].
#[derive(Properties, PartialEq)]
pub struct ArticleTextProps {
    /// The article.
    pub document: Shared<Document>,
    /// Layers that are not marked.
    #[prop_or_default]
    pub hidden: BTreeSet<Layer>,
    /// Places of the query.
    #[prop_or_default]
    pub hits: Vec<Span>,
    /// The hit that the reader stands at.
    #[prop_or_default]
    pub current: Option<usize>,
    /// The passage that the address points to.
    #[prop_or_default]
    pub passage: Option<Span>,
    /// The entity whose card is open.
    #[prop_or_default]
    pub chosen: Option<EntityId>,
}

/// What lies over the text: a name or a time, by its place in the document's list.
#[derive(Clone, Copy)]
enum Mark {
    Name(usize),
    Time(usize),
}

/// Lays the marks over the text. In a prerendered page, where nothing can open, they are not links.
#[component]
pub fn ArticleText(props: &ArticleTextProps) -> Html {
    let desk = use_context::<Desk>();
    let document = &*props.document;
    let names = document.names.iter().enumerate().filter(|(_, name)| !props.hidden.contains(&Layer::Names(name.kind)));
    let times = document.times.iter().enumerate().filter(|_| !props.hidden.contains(&Layer::Times));
    let (marks, spans): (Vec<Mark>, Vec<Span>) =
        names.map(|(n, name)| (Mark::Name(n), name.span)).chain(times.map(|(n, time)| (Mark::Time(n), time.span))).unzip();
    let cloth = Cloth { props, desk: desk.as_ref(), marks: &marks, spans: &spans };
    let title_shown = document.article.sections.iter().any(|section| section.role == Role::Title);
    html! {
        <>
            if !title_shown { <h1 class="untitled">{ document.article.label() }</h1> }
            { for document.article.sections.iter().map(|section| cloth.section(section)) }
        </>
    }
}

struct Cloth<'a> {
    props: &'a ArticleTextProps,
    desk: Option<&'a Desk>,
    marks: &'a [Mark],
    spans: &'a [Span],
}

impl Cloth<'_> {
    fn section(&self, section: &Section) -> Html {
        let content = self.content(section.span);
        match section.role {
            Role::Kicker => html! { <p class="kicker">{ content }</p> },
            Role::Title => html! { <h1>{ content }</h1> },
            Role::Lead => html! { <p class="lead">{ content }</p> },
            Role::Heading => html! { <h2>{ content }</h2> },
            Role::Paragraph => html! { <p>{ content }</p> },
        }
    }

    fn content(&self, within: Span) -> Html {
        let cut = pieces(within, self.spans, &self.props.hits, self.props.passage);
        rows(&cut).into_iter().map(|row| self.row(row)).collect()
    }

    /// Neighbouring pieces under one mark: one element.
    fn row(&self, row: &[Piece]) -> Html {
        let inner: Html = row.iter().map(|piece| self.piece(piece)).collect();
        let Some(mark) = row[0].mark else { return inner };
        let outer = row.iter().any(|piece| !piece.outer.is_empty()).then_some("nested");
        let starts = self.spans[mark].start == row[0].span.start;
        let (class, href) = match self.marks[mark] {
            Mark::Name(n) => self.name(n),
            Mark::Time(n) => self.time(n),
        };
        let id = starts.then(|| format!("m{}", row[0].span.start));
        match href {
            Some(href) => html! { <a {id} class={classes!(class, outer)} {href}>{ inner }</a> },
            None => html! { <span class={classes!(class, outer)}>{ inner }</span> },
        }
    }

    fn name(&self, n: usize) -> (Classes, Option<String>) {
        let name = &self.props.document.names[n];
        let light = (name.form != Form::Name).then_some("light");
        let unsure = (name.confidence < UNSURE_BELOW).then_some("unsure");
        let chosen = (self.props.chosen == Some(name.entity)).then_some("chosen");
        let href = self.desk.and_then(|desk| {
            let entity = desk.state.entities.ready()?.get(name.entity.0 as usize)?;
            let entity = Some(EntityName { kind: entity.kind, name: entity.name.clone() });
            Some(Address { entity, passage: None, ..desk.address().clone() }.href())
        });
        (classes!("n", Layer::Names(name.kind).class(), light, unsure, chosen), href)
    }

    fn time(&self, n: usize) -> (Classes, Option<String>) {
        let time = &self.props.document.times[n];
        let unsure = time.value.is_empty().then_some("unsure");
        let chosen = (self.props.passage == Some(time.span)).then_some("chosen");
        let href = self.desk.map(|desk| {
            let passage = Passage { start: time.span.start, quote: time.span.of(&self.props.document.article.text).to_owned() };
            Address { entity: None, passage: Some(passage), ..desk.address().clone() }.href()
        });
        (classes!("n", Layer::Times.class(), unsure, chosen), href)
    }

    fn piece(&self, piece: &Piece) -> Html {
        let words = piece.span.of(&self.props.document.article.text).to_owned();
        let text = if piece.passage {
            html! { <span class="passage">{ words }</span> }
        } else {
            html! { { words } }
        };
        let Some(hit) = piece.hit else { return text };
        let starts = self.props.hits[hit].start == piece.span.start;
        let current = (self.props.current == Some(hit)).then_some("current");
        html! { <mark id={starts.then(|| format!("treffer-{hit}"))} class={classes!(current)}>{ text }</mark> }
    }
}
