//! The marks of the drawing, their labels, and the legend.

use super::measures::{AXIS, ChartProps, LETTER, LINE, ROW, item, lane_top};
use super::{px, sign, there, title, when};
use crate::components::network::Sign;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::article::shorten;
use zeitlupe_core::day::Day;
use zeitlupe_core::event::Mode;
use zeitlupe_core::timeline::ItemKind;
use zeitlupe_core::timeline::layout::{COLUMN_ROWS, Density, GRAIN, Mark, MarkKind, Shape};
use zeitlupe_core::timeline::scale::Window;
use zeitlupe_words::format;

/// The minimum and maximum length of a title next to a mark, in characters.
const SHORTEST: usize = 18;
const LONGEST: usize = 60;

/// The first and last day of the items of a mark.
fn span(props: &ChartProps, mark: &Mark) -> Option<(Day, Day)> {
    let days = mark.items.iter().filter_map(|at| item(&props.items, *at)?.days);
    days.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// "Der Text, 4. Feb. 2022, 3 von 12".
fn text_alternative(props: &ChartProps, mark: &Mark, place: usize) -> String {
    let (context, words) = (&props.context, props.context.words());
    let of = format!("{} {} {}", place + 1, words.of, props.layout.marks.len());
    let count = format::counted(mark.items.len() as u32, &words.timeline.items, context.lang());
    let what = match (mark.shape, item(&props.items, mark.items[0])) {
        (Shape::Before, _) => return format!("{count} {}, {of}", words.timeline.before),
        (Shape::After, _) => return format!("{count} {}, {of}", words.timeline.after),
        (_, Some(item)) if mark.items.len() == 1 => shorten(&title(context, item, &props.words), 80),
        _ => count,
    };
    format!("{what}, {}, {of}", when(context, span(props, mark)))
}

/// Lists the items of a mark that stands for several.
fn opening(props: &ChartProps, mark: &Mark) -> Callback<MouseEvent> {
    let (open, items) = (props.open.clone(), mark.items.clone());
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        open.emit(items.clone());
    })
}

pub(super) fn drawn(props: &ChartProps, mark: &Mark, n: usize, current: bool, chosen: Option<Window>) -> Html {
    let context = &props.context;
    let y = AXIS + lane_top(props, mark.lane as usize) + props.frame.air() + f64::from(mark.row) * ROW + ROW / 2.0;
    let left = props.frame.left();
    let (x0, x1) = (mark.x0 + left, mark.x1 + left);
    let first = item(&props.items, mark.items[0]);
    let many = mark.items.len() > 1;
    let class = match (mark.kind, first) {
        (MarkKind::Report, _) => "report",
        (MarkKind::Event, Some(item)) if !many => sign(context, item).0,
        _ => "event",
    };
    let number = || {
        let count = mark.items.len();
        let half = 6.0 + 3.2 * f64::from(count.ilog10() + 1);
        let middle = f64::midpoint(x0, x1);
        html! { <><rect {class} x={px(middle - half)} y={px(y - 8.0)} width={px(half * 2.0)} height="16" rx="8" /><text class="badge" x={px(middle)} y={px(y + 4.0)}>{ count }</text></> }
    };
    let beyond = |before: &str, after: &str| html! { <text class="beyond" x={px(x0)} y={px(y + 4.0)}>{ format!("{before}{}{after}", format::number(mark.items.len() as u32, context.lang())) }</text> };
    let content = match mark.shape {
        Shape::Before => beyond("‹ ", ""),
        Shape::After => beyond("", " ›"),
        // The density is drawn once, below all columns.
        Shape::Column => html! {},
        Shape::Count => number(),
        Shape::Point => {
            let letters = (mark.room / LETTER) as usize;
            let name = first.filter(|_| letters >= SHORTEST).map(|item| shorten(&title(context, item, &props.words), letters.min(LONGEST)));
            html! { <><path class={class} d={point(class, x0, y)} />{ for name.map(|name| html! { <text class="title" x={px(x0 + 11.0)} y={px(y + 4.0)}>{ name }</text> }) }</> }
        }
        Shape::Bar | Shape::Vague => {
            let (look, height) = if mark.shape == Shape::Bar { ("stretch", 8.0) } else { ("vague", 10.0) };
            let bar = html! { <rect class={classes!(class, look)} x={px(x0)} y={px(y - height / 2.0)} width={px((x1 - x0).max(4.0))} height={px(height)} rx="3" /> };
            if many {
                html! { <>{ bar }{ number() }</> }
            } else {
                bar
            }
        }
    };
    let witness = first.filter(|_| !many).and_then(|item| props.words.of(item).first());
    let href = witness.and_then(|witness| there(context, witness)).unwrap_or_else(|| context.address().clone()).href();
    let open = (witness.is_none()).then(|| opening(props, mark));
    let (wide, tall) = if mark.shape == Shape::Column { (0.0, f64::from(COLUMN_ROWS) * ROW) } else { (12.0, ROW) };
    let is_in = |chosen: Window| mark.items.iter().any(|at| item(&props.items, *at).is_some_and(|item| item.meets(chosen.from, chosen.to)));
    let outside = chosen.is_some_and(|chosen| !is_in(chosen)).then_some("outside");
    html! {
        <a id={format!("marke-{n}")} class={classes!(outside)} {href} aria-label={text_alternative(props, mark, n)} tabindex={if current { "0" } else { "-1" }} onclick={open}>
            <rect class="ring" x={px(x0 - wide)} y={px(y - ROW / 2.0)} width={px(x1 - x0 + 2.0 * wide)} height={px(tall)} rx="4" />
            { content }
        </a>
    }
}

/// The density of a lane, as one path.
pub(super) fn shade(props: &ChartProps, density: &Density) -> Html {
    let height = f64::from(COLUMN_ROWS) * ROW;
    let bottom = AXIS + lane_top(props, density.lane as usize) + props.frame.air() + f64::from(density.row) * ROW + height;
    let bar = |(x, share): &(f64, f64)| {
        let (x, tall) = (px(x + props.frame.left()), px((share * (height - 4.0)).max(2.0)));
        format!("M{x} {}v-{tall}h{w}v{tall}z", px(bottom), w = px(GRAIN - 0.5))
    };
    let class = if density.kind == MarkKind::Report { "report column" } else { "event column" };
    html! { <path {class} d={density.bars.iter().map(bar).collect::<String>()} /> }
}

/// A disc for a report, a diamond for an event, crossed out if denied.
fn point(class: &str, x: f64, y: f64) -> String {
    match class {
        "report" => format!("M{} {}a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", px(x - 5.0), px(y)),
        "event denied" => format!("M{} {}l6 6-6 6-6-6zM{} {}l14-14", px(x), px(y - 6.0), px(x - 7.0), px(y + 7.0)),
        _ => format!("M{} {}l6 6-6 6-6-6z", px(x), px(y - 6.0)),
    }
}

/// The legend of the signs in use, and the total height; part of the drawing, so that it is saved with it.
pub(super) fn key(context: &AppContext, props: &ChartProps, top: f64) -> (Html, f64) {
    let words = context.words();
    let marks = &props.layout.marks;
    let has = |shape: Shape| marks.iter().any(|mark| mark.shape == shape);
    let modes = [Mode::Planned, Mode::Denied].into_iter().filter(|mode| {
        marks
            .iter()
            .any(|mark| mark.items.len() == 1 && item(&props.items, mark.items[0]).is_some_and(|item| item.kind == ItemKind::Event(*mode)))
    });
    let mut signs: Vec<Sign> = vec![
        ("report", point("report", 8.0, 0.0), words.timeline.reports.to_owned()),
        ("event", point("event", 8.0, 0.0), words.timeline.events.to_owned()),
    ];
    signs.extend(modes.map(|mode| {
        let class = if mode == Mode::Planned { "event planned" } else { "event denied" };
        (class, point(class, 8.0, 0.0), words.timeline.modes[mode as usize].to_owned())
    }));
    let shapes = [
        (Shape::Bar, "event stretch", "M0-4h18v8H0z"),
        (Shape::Vague, "event vague", "M0-5h18v10H0z"),
        (Shape::Count, "event", "M8-7a7 7 0 0 0 0 14a7 7 0 0 0 0-14z"),
        (Shape::Column, "event column", "M2 6v-6h6v-6h6v12z"),
    ];
    let named = shapes.into_iter().zip(words.timeline.shapes).filter(|((shape, ..), _)| has(*shape));
    signs.extend(named.map(|((_, class, path), name)| (class, path.to_owned(), name.to_owned())));
    let (mut x, mut y) = (0.0, top + LINE / 2.0);
    let mut sign = |(class, path, meaning): &Sign| {
        let needed = 24.0 + meaning.chars().count() as f64 * LETTER;
        if x > 0.0 && x + needed > props.frame.width {
            (x, y) = (0.0, y + LINE);
        }
        let place = format!("translate({} {})", px(x), px(y));
        x += needed + 18.0;
        html! { <g transform={place}><path class={*class} d={path.clone()} /><text x="24" y="4">{ meaning }</text></g> }
    };
    let content: Html = signs.iter().map(&mut sign).collect();
    (html! { <g class="key">{ content }</g> }, y + LINE)
}

/// The tooltip of a mark.
pub(super) fn tooltip(props: &ChartProps, mark: &Mark) -> Html {
    let context = &props.context;
    let of = |at: &u32| {
        let item = item(&props.items, *at)?;
        let label = context.summary(item.article).map(|summary| summary.label.clone()).unwrap_or_default();
        let text = title(context, item, &props.words);
        let label = (text != label).then_some(label);
        let (_, sign, _) = sign(context, item);
        Some(
            html! { <p><b>{ sign }{ " " }{ when(context, item.days) }</b>{ " " }<span lang="de">{ text }</span>{ for label.map(|label| html! { <span class="meta">{ " – " }{ label }</span> }) }</p> },
        )
    };
    let rest = mark.items.len().saturating_sub(3) as u32;
    html! {
        <>
            { for mark.items.iter().take(3).filter_map(of) }
            if rest > 0 { <p class="meta">{ format!("… {} {}", format::number(rest, context.lang()), context.words().and_more) }</p> }
        </>
    }
}
