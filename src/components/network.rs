//! The network of names that occur together. All geometry comes from `zeitlupe-core`.

use super::name_table::choose;
use super::timeline::px;
use crate::components::save_drawing;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::drawing::labels::{Label, short};
use zeitlupe_core::drawing::{Mark, Point};
use zeitlupe_core::entity::EntityKind;
use zeitlupe_core::room::{Drawing, Edge};
use zeitlupe_words::address::Layer;
use zeitlupe_words::format;

/// Height of a line of the legend, and width of a letter in it.
const LINE: u32 = 20;
const LETTER: u32 = 7;

/// The drawing with its legend, and buttons to save it.
pub fn network(context: &AppContext, net: &Drawing) -> Html {
    let words = context.words();
    if net.marks.is_empty() {
        return html! { <p class="quiet">{ words.names.together_none }</p> };
    }
    let end = |at: u32| net.marks.get(at as usize).map_or((0.0, 0.0), |mark| mark.at);
    let most = net.edges.iter().map(|edge| edge.sentences).max().unwrap_or(0);
    let line = |edge: &Edge| {
        let ((x1, y1), (x2, y2)) = (end(edge.ends.0), end(edge.ends.1));
        let class = if edge.sentences == 0 { "edge dashed" } else { "edge" };
        html! { <path {class} stroke-width={px(1.0 + 5.0 * f64::from(edge.sentences) / f64::from(most.max(1)))} d={format!("M{} {}L{} {}", px(x1), px(y1), px(x2), px(y2))} /> }
    };
    let kind = |mark: &Mark| context.entity(mark.entity).map_or(EntityKind::Misc, |entity| entity.kind);
    let mark = |mark: &Mark| linked(context, mark, shape(kind(mark), mark.at, mark.radius));
    let kinds = EntityKind::ALL.into_iter().filter(|one| net.marks.iter().any(|mark| kind(mark) == *one));
    let mut signs: Vec<Sign> =
        kinds.map(|kind| (Layer::Names(kind).class(), shape(kind, (8.0, 0.0), 6.0), words.names.kind[kind as usize].to_owned())).collect();
    signs.push(("", String::new(), words.names.key_size.to_owned()));
    signs.push(("edge thick", "M1 0h14".to_owned(), format!("{} {}", words.names.key_line, format::number(most, context.lang()))));
    if net.edges.iter().any(|edge| edge.sentences == 0) {
        signs.push(("edge dashed", "M1 0h14".to_owned(), words.names.key_dashed.to_owned()));
    }
    let content = html! { <>{ for net.edges.iter().rev().map(line) }{ for net.marks.iter().rev().map(mark) }</> };
    html! {
        <figure class="net">
            { drawing(words.names.net_label, net.frame.width.into(), net.frame.height.into(), content, &signs) }
            <p class="actions">{ save_drawing(context, ".drawing", "netz") }</p>
        </figure>
    }
}

/// A sign of the legend: class, path around (8, 0), meaning.
pub type Sign = (&'static str, String, String);

/// A drawing with its background and legend, which are saved with it.
pub fn drawing(label: &'static str, width: u32, height: u32, content: Html, signs: &[Sign]) -> Html {
    let (mut x, mut y) = (4, height + LINE);
    let mut sign = |(class, path, meaning): &Sign| {
        let indent = if path.is_empty() { 0 } else { 22 };
        let needed = indent + meaning.chars().count() as u32 * LETTER;
        if x > 4 && x + needed > width {
            (x, y) = (4, y + LINE);
        }
        let place = format!("translate({x} {y})");
        x += needed + 16;
        html! { <g transform={place}><path class={classes!("shape", *class)} d={path.clone()} /><text x={indent.to_string()} y="4">{ meaning }</text></g> }
    };
    let key: Html = signs.iter().map(&mut sign).collect();
    let whole = (y + LINE / 2).to_string();
    html! {
        <svg class="drawing" viewBox={format!("0 0 {width} {whole}")} role="group" aria-label={label}>
            <rect class="ground" width={width.to_string()} height={whole} />
            // A nested SVG, so that nothing crosses its borders.
            <svg width={width.to_string()} height={height.to_string()}>{ content }</svg>
            <g class="key">{ key }</g>
        </svg>
    }
}

/// A mark with its name, linked to it; the text alternative gives mentions and articles.
pub fn linked(context: &AppContext, mark: &Mark, path: String) -> Html {
    let Some((name, there)) = choose(context, mark.entity) else { return html! {} };
    let spoken = format!("{name}, {}", format::places_in(mark.count, mark.articles, context.lang()));
    let current = (context.address().entity == there.entity).then_some("true");
    let class = classes!("shape", there.entity.as_ref().map(|chosen| Layer::Names(chosen.kind).class()));
    let text = |label: Label| {
        let anchor = ["start", "middle", "end"][(label.anchor + 1) as usize % 3];
        html! { <text x={px(label.at.0)} y={px(label.at.1)} text-anchor={anchor}>{ short(&name) }</text> }
    };
    html! {
        <a href={there.href()} aria-label={spoken.clone()} aria-current={current}>
            <title>{ spoken }</title>
            <circle class="ring" cx={px(mark.at.0)} cy={px(mark.at.1)} r={px(mark.radius.max(9.0) + 3.0)} />
            <path {class} d={path} />
            { for mark.label.map(text) }
        </a>
    }
}

/// The shape of a kind, all of about the same area: disc, square, diamond, triangle, inverted triangle.
pub fn shape(kind: EntityKind, (x, y): Point, r: f64) -> String {
    let polygon = |points: &[Point]| {
        let corner = |(dx, dy): &Point| format!("{} {}", px(x + dx * r), px(y + dy * r));
        format!("M{}z", points.iter().map(corner).collect::<Vec<_>>().join("L"))
    };
    match kind {
        EntityKind::Per => format!("M{} {}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z", px(x - r), px(y), r = px(r), d = px(r * 2.0)),
        EntityKind::Loc => polygon(&[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]),
        EntityKind::Org => polygon(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)]),
        EntityKind::Evt => polygon(&[(0.0, -1.3), (1.3, 0.95), (-1.3, 0.95)]),
        EntityKind::Misc => polygon(&[(-1.3, -0.95), (1.3, -0.95), (0.0, 1.3)]),
    }
}
