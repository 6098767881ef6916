//! The drawing of what the texts share: bars with ribbons between them.

use super::compared::Compared;
use super::parts::letter;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::compare::Version;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::format;

/// The drawing in pixels: its width, where the bars begin, how high they are, and how far apart.
const WIDTH: f64 = 860.0;
const LEFT: f64 = 150.0;
const HIGH: f64 = 15.0;
const APART: f64 = 80.0;

/// Least distance of two numbers in a row, in pixels.
const NUMBERS: f64 = 18.0;

/// The drawing. Of a passage in several texts, neighbouring versions are connected; where texts in between do not have it, the ribbon passes behind
/// them.
pub(super) fn weave(context: &AppContext, compared: &Compared, texts: &[&AnalysedArticle], passage: &dyn Fn(u32) -> String) -> Html {
    let words = &context.words().sheet;
    let longest = texts.iter().map(|text| text.article.text.len()).max().unwrap_or(1).max(1) as f64;
    let x = |byte: u32| LEFT + f64::from(byte) / longest * (WIDTH - LEFT);
    let y = |report: u32| 16.0 + f64::from(report) * APART;
    let height = y(texts.len().saturating_sub(1) as u32) + HIGH + 14.0;
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let ribbon = |number: u32, a: &Version, b: &Version, verbatim: bool, taken: &mut Vec<(f64, f64)>| {
        let (top, bottom) = (y(a.report) + HIGH, y(b.report));
        let middle = (top + bottom) / 2.0;
        let [x0, x1, x2, x3] = [x(a.span.start), x(a.span.end), x(b.span.end), x(b.span.start)];
        let d = format!(
            "M{x0:.1} {top}C{x0:.1} {middle} {x3:.1} {middle} {x3:.1} {bottom}H{x2:.1}C{x2:.1} {middle} {x1:.1} {middle} {x1:.1} {top}Z"
        );
        let at = ((x0 + x1 + x2 + x3) / 4.0, middle);
        let is_free = taken.iter().all(|(x, y)| (x - at.0).abs() > NUMBERS || (y - at.1).abs() > NUMBERS);
        if is_free {
            taken.push(at);
        }
        let dot = is_free.then(|| {
            html! {
                <>
                    <circle class="dot" cx={format!("{:.1}", at.0)} cy={at.1.to_string()} r="8" />
                    <text class="no" x={format!("{:.1}", at.0)} y={(at.1 + 3.7).to_string()}>{ number + 1 }</text>
                </>
            }
        });
        let label = format!("{} {}", context.words().compare.passage, number + 1);
        (
            html! { <a href={passage(number)} tabindex="-1" aria-label={label}><path class={classes!("rib", (!verbatim).then_some("near"))} {d} /></a> },
            html! { { for dot } },
        )
    };
    let mut ribbons = Vec::new();
    for (number, shared) in (0..).zip(&compared.found.passages) {
        for pair in shared.versions.windows(2) {
            ribbons.push(ribbon(number, &pair[0], &pair[1], shared.verbatim, &mut taken));
        }
    }
    let (paths, dots): (Vec<Html>, Vec<Html>) = ribbons.into_iter().unzip();
    let bar = |(report, text): (u32, &&AnalysedArticle)| {
        let top = y(report);
        let own = compared.found.passages.iter().flat_map(|shared| shared.versions.iter().map(move |version| (version, shared.verbatim)));
        let segment = |(version, verbatim): (&Version, bool)| {
            let width = (x(version.span.end) - x(version.span.start)).max(1.0);
            html! { <rect class={classes!("seg", (!verbatim).then_some("near"))} x={format!("{:.1}", x(version.span.start))} y={top.to_string()} width={format!("{width:.1}")} height={HIGH.to_string()} /> }
        };
        let found = &compared.found.reports[report as usize];
        let percent = (found.shared * 100 + found.words / 2).checked_div(found.words).unwrap_or(0);
        let width = x(text.article.text.len() as u32) - LEFT;
        html! {
            <>
                <rect class="rail" x={LEFT.to_string()} y={top.to_string()} width={format!("{width:.1}")} height={HIGH.to_string()} />
                { for own.filter(|(version, _)| version.report == report).map(segment) }
                <rect class="tile" x="0" y={(top - 3.0).to_string()} width="21" height="21" rx="3" />
                <text class="tile" x="10.5" y={(top + 12.5).to_string()}>{ letter(report) }</text>
                <text class="big" x="30" y={(top + 5.0).to_string()}>{ format!("{percent} % {}", words.shared) }</text>
                <text x="30" y={(top + 20.0).to_string()}>{ format::counted(text.words, &context.words().words, context.lang()) }</text>
            </>
        }
    };
    html! {
        <figure class="weave">
            <figcaption class="caps">{ words.weave }</figcaption>
            <svg viewBox={format!("0 0 {WIDTH} {height}")} role="img" aria-label={words.weave_note}>
                { for paths }
                { for (0..).zip(texts).map(bar) }
                { for dots }
            </svg>
            <p class="quiet">{ words.weave_note }</p>
        </figure>
    }
}
