//! What this is, how its dates are known, its limits.

use crate::components::evidence_of;
use crate::format;
use crate::state::Desk;
use yew::prelude::*;

/// Most articles whose dates are listed.
const DATES_SHOWN: usize = 100;

/// A page of plain words, and where each date comes from.
pub fn about(desk: &Desk) -> Html {
    let (words, lang) = (desk.words(), desk.lang());
    let Some(corpus) = desk.corpus() else { return html! {} };
    let text: u32 = corpus.articles.iter().map(|a| a.words).sum();
    let row = |summary: &zeitlupe_core::room::Summary| {
        html! {
            <tr>
                <th scope="row"><a href={desk.address().article(&summary.meta.id).href()}>{ &summary.label }</a></th>
                <td>{ format::published(summary.meta.date.as_ref(), lang) }</td>
                <td>{ evidence_of(desk, summary) }</td>
            </tr>
        }
    };
    html! {
        <div class="about">
            <h1>{ words.about }{ " Zeitlupe" }</h1>
            { for words.about_text.iter().map(|(heading, text)| html! { <section><h2>{ *heading }</h2><p>{ *text }</p></section> }) }
            <section>
                <h2>{ words.about_corpus }</h2>
                <p>
                    { format::counted(corpus.articles.len() as u32, &words.articles, lang) }{ ", " }
                    { format::counted(text, &words.words, lang) }{ ", " }
                    { format::counted(corpus.entities, &words.entities, lang) }{ ". " }
                    { words.about_version }{ " " }{ env!("CARGO_PKG_VERSION") }{ ", " }<code>{ &corpus.hash }</code>
                </p>
            </section>
            <section>
                <h2>{ words.about_dates }</h2>
                <div class="scroll" tabindex="0" role="region" aria-label={words.about_dates}>
                    <table><tbody>{ for corpus.articles.iter().take(DATES_SHOWN).map(row) }</tbody></table>
                </div>
                if corpus.articles.len() > DATES_SHOWN { <p class="quiet">{ format!("… {} {}", words.of, format::number(corpus.articles.len() as u32, lang)) }</p> }
            </section>
        </div>
    }
}
