//! Pages of fixed words about the room itself.

use crate::components::{line, prose, titled};
use crate::pages::papers_or;
use crate::state::Desk;
use yew::prelude::*;
use zeitlupe_words::Lang;
use zeitlupe_words::address::Paper;

/// One of them.
pub fn paper(desk: &Desk, paper: Paper) -> Html {
    papers_or(desk, |papers| {
        let words = &desk.words().lesson;
        let pages = &papers.pages[usize::from(desk.lang() == Lang::En)];
        let (blocks, lang) = match paper {
            Paper::Privacy => (&pages.privacy, None),
            Paper::Access => (&pages.access, None),
            // What the publisher has written stays in its language.
            Paper::Imprint => (&papers.beside.imprint, Some("de")),
        };
        let (title, rest) = titled(blocks);
        html! {
            <article class="paper" lang={lang}>
                <h1>{ title.map_or_else(|| html! { { words.papers[paper as usize] } }, |title| line(desk, title)) }</h1>
                { prose(desk, rest) }
                if blocks.is_empty() { <p lang={desk.lang().tag()}>{ words.no_imprint }</p> }
            </article>
        }
    })
}
