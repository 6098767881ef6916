//! The frequency of a query over time, relative to the amount of text.

use crate::components::save_button;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::room::TrendPoint;
use zeitlupe_words::Lang;
use zeitlupe_words::address::{Address, Results, SearchState};
use zeitlupe_words::format;

/// Height of the drawing and width of a month, in units of the drawing.
const HEIGHT: u64 = 100;
const STEP: u32 = 12;

/// A drawing, the same figures as a table, and a file to save.
pub fn trend(context: &AppContext, points: &[TrendPoint]) -> Html {
    let (words, lang) = (context.words(), context.lang());
    let dated = points.iter().filter_map(|point| Some((month_number(&point.month)?, point)));
    let most = dated.clone().map(|(_, point)| per_million(point)).max().unwrap_or(0).max(1);
    let ends = dated.clone().next().zip(dated.clone().next_back());
    let (from, to) = ends.map_or((0, 0), |(first, last)| (first.0, last.0));
    let width = (to - from + 1) * STEP;
    let bar = |(month, point): (u32, &TrendPoint)| {
        let height = (per_million(point) * HEIGHT / most).to_string();
        let y = (HEIGHT - per_million(point) * HEIGHT / most).to_string();
        html! { <rect x={((month - from) * STEP + 1).to_string()} {y} width={(STEP - 2).to_string()} {height} /> }
    };
    let cells = |point: &TrendPoint| {
        [
            format::number(point.places, lang),
            format::number(point.found, lang),
            format::number(point.articles, lang),
            format::number(point.words, lang),
            rate(point, lang),
        ]
    };
    let row = |point: &TrendPoint| {
        let there = Address {
            search: SearchState { results: Results::Hits, ..context.address().search },
            ..context.address().filtered(|filter| filter.month = Some(point.month.clone()))
        };
        html! {
            <tr>
                <th scope="row"><a href={there.href()}>{ format::month(&point.month, lang) }</a></th>
                { for cells(point).into_iter().map(|cell| html! { <td class="number">{ cell }</td> }) }
            </tr>
        }
    };
    let saved = |point: &TrendPoint| {
        let numbers = [point.places, point.found, point.articles, point.words].map(|number| number.to_string());
        let mut out = vec![point.month.clone()];
        out.extend(numbers);
        out.push(rate(point, lang));
        out
    };
    let head = words.search.trend_heads.map(str::to_owned).to_vec();
    let rows: Vec<_> = [head].into_iter().chain(points.iter().map(saved)).collect();
    html! {
        <section class="trend">
            if let Some(((_, first), (_, last))) = ends {
                <svg viewBox={format!("0 0 {width} {HEIGHT}")} preserveAspectRatio="none" role="img" aria-label={words.search.trend_label}>{ for dated.map(bar) }</svg>
                <p class="ends"><span>{ format::month(&first.month, lang) }</span><span>{ words.search.trend_heads[5] }{ ", " }{ words.most }{ " " }{ rate_of(most, lang) }</span><span>{ format::month(&last.month, lang) }</span></p>
            }
            <div class="scroll" tabindex="0" role="region" aria-label={words.search.views[2]}>
                <table>
                    <thead><tr>{ for words.search.trend_heads.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
                    <tbody>{ for points.iter().map(row) }</tbody>
                </table>
            </div>
            <p class="actions">{ save_button(context, "verlauf.csv", move || rows.clone()) }</p>
        </section>
    }
}

/// Months since the year 0; `None` if the month is unknown.
fn month_number(month: &str) -> Option<u32> {
    let (year, month) = month.split_once('-')?;
    Some(year.parse::<u32>().ok()? * 12 + month.parse::<u32>().ok()?)
}

/// Hits per million words.
fn per_million(point: &TrendPoint) -> u64 {
    u64::from(point.places) * 1_000_000 / u64::from(point.words.max(1))
}

fn rate(point: &TrendPoint, lang: Lang) -> String {
    rate_of(per_million(point), lang)
}

/// Hits per thousand words, with two decimals.
fn rate_of(per_million: u64, lang: Lang) -> String {
    let hundredths = (per_million + 5) / 10;
    let sign = if lang == Lang::De { "," } else { "." };
    format!("{}{sign}{}{}", hundredths / 100, hundredths / 10 % 10, hundredths % 10)
}
