//! Pages of fixed words about the room itself.

use crate::components::{line, prose, titled};
use crate::pages::papers_or;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::prose::Block;
use zeitlupe_core::view::SiteInfo;
use zeitlupe_words::Lang;

/// What is transferred, and what is not.
pub fn privacy(desk: &AppContext) -> Html {
    page(desk, None, |papers, lang| &papers.pages[usize::from(lang == Lang::En)].privacy)
}

/// Who can use it, and what does not work.
pub fn access(desk: &AppContext) -> Html {
    page(desk, None, |papers, lang| &papers.pages[usize::from(lang == Lang::En)].access)
}

/// Who publishes it. What the publisher has written stays in its language.
pub fn imprint(desk: &AppContext) -> Html {
    page(desk, Some("de"), |papers, _| &papers.beside.imprint)
}

/// The open page: its own heading, or its name, and its text. `lang` is the language of the text where it is not that of the interface.
fn page(desk: &AppContext, lang: Option<&'static str>, text: fn(&SiteInfo, Lang) -> &[Block]) -> Html {
    papers_or(desk, |papers| {
        let words = desk.words();
        let blocks = text(papers, desk.lang());
        let (title, rest) = titled(blocks);
        let name = (desk.address().page.entry().name)(words);
        html! {
            <article class="paper" lang={lang}>
                <h1>{ title.map_or_else(|| html! { { name } }, |title| line(desk, title)) }</h1>
                { prose(desk, rest) }
                if blocks.is_empty() { <p lang={desk.lang().tag()}>{ words.lesson.no_imprint }</p> }
            </article>
        }
    })
}
