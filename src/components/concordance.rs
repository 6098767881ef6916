//! The concordance: every hit in the middle of its line.

use crate::components::save_button;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::room::{Concordance, Line, LineOrder};
use zeitlupe_core::view::Summary;
use zeitlupe_words::address::{Address, Page, Passage, SearchState};
use zeitlupe_words::format;

/// The most lines shown; the saved file has all.
const MAX_SHOWN: usize = 400;

/// The lines, their order, a file to save, and a button to load more articles.
pub fn concordance(context: &AppContext, found: &Concordance, more: Callback<MouseEvent>) -> Html {
    let (words, lang, address) = (context.words(), context.lang(), context.address());
    let order = |order: LineOrder, name: &'static str| {
        let current = (address.search.lines == order).then_some("true");
        html! { <li><a href={Address { search: SearchState { lines: order, ..address.search }, ..address.clone() }.href()} aria-current={current}>{ name }</a></li> }
    };
    let called = |line: &Line| found.articles.iter().find(|(id, _)| *id == line.article).map(|(_, summary)| summary);
    let row = |line: &Line| called(line).map(|summary| row(context, line, summary));
    let read = found.articles.len() as u32;
    let of = format!(
        "{} {} {} {} {}",
        format::number(found.lines.len() as u32, lang),
        words.search.best_of,
        format::number(read, lang),
        words.of,
        format::counted(found.total, &words.in_articles, lang)
    );
    let [left, hit, right, article] = words.search.line_heads;
    let head = [left, hit, right, article, words.column_date, words.source];
    let lines = found.lines.iter().filter_map(|line| called(line).map(|summary| saved(line, summary)));
    let rows: Vec<_> = [head.map(str::to_owned).to_vec()].into_iter().chain(lines).collect();
    html! {
        <section class="concordance">
            <ul class="kinds" aria-label={words.search.sort}>
                { order(LineOrder::Left, words.search.line_orders[0]) }{ order(LineOrder::Place, words.search.line_orders[1]) }{ order(LineOrder::Right, words.search.line_orders[2]) }
            </ul>
            <div class="scroll" tabindex="0" role="region" aria-label={words.search.views[1]}>
                <table>
                    <thead class="unseen"><tr><th scope="col">{ left }</th><th scope="col">{ hit }{ ", " }{ right }</th><th scope="col">{ article }</th></tr></thead>
                    <tbody lang="de">{ for found.lines.iter().take(MAX_SHOWN).filter_map(row) }</tbody>
                </table>
            </div>
            <p class="quiet">{ of }
                if found.lines.len() > MAX_SHOWN { { format!(" · {} {}", words.shown, format::number(MAX_SHOWN as u32, lang)) } }
            </p>
            <p class="actions">
                if read < found.total { <button type="button" onclick={more}>{ words.more }</button> }
                { save_button(context, "konkordanz.csv", move || rows.clone()) }
            </p>
        </section>
    }
}

fn row(context: &AppContext, line: &Line, summary: &Summary) -> Html {
    let passage = Some(Passage { start: line.span.start, quote: line.text[1].clone() });
    let there = Address { page: Page::Article(summary.id.clone()), passage, ..context.address().clone() };
    html! {
        <tr>
            <td class="before"><span>{ &line.text[0] }</span></td>
            <td class="hit"><a href={there.href()}><mark>{ &line.text[1] }</mark></a><span class="after">{ &line.text[2] }</span></td>
            <td class="where">{ &summary.label }</td>
        </tr>
    }
}

fn saved(line: &Line, summary: &Summary) -> Vec<String> {
    let [left, hit, right] = line.text.clone();
    let date = summary.date.as_ref().map(|date| date.iso()).unwrap_or_default();
    vec![left, hit, right, summary.label.clone(), date, summary.source.clone().unwrap_or_default()]
}
