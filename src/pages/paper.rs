//! Pages of fixed words about the room itself.

use crate::components::{line, prose, titled};
use crate::pages::site_info_or;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::prose::Block;
use zeitlupe_core::view::SiteInfo;
use zeitlupe_words::Lang;

/// What is transferred, and what is not.
pub fn privacy(context: &AppContext) -> Html {
    page(context, None, |info, lang| &info.pages[usize::from(lang == Lang::En)].privacy)
}

/// Who can use it, and what does not work.
pub fn access(context: &AppContext) -> Html {
    page(context, None, |info, lang| &info.pages[usize::from(lang == Lang::En)].access)
}

/// Who publishes it. What the publisher has written stays in its language.
pub fn imprint(context: &AppContext) -> Html {
    page(context, Some("de"), |info, _| &info.extras.imprint)
}

/// The open page: its own heading, or its name, and its text. `lang` is the language of the text where it is not that of the interface.
fn page(context: &AppContext, lang: Option<&'static str>, text: fn(&SiteInfo, Lang) -> &[Block]) -> Html {
    site_info_or(context, |info| {
        let words = context.words();
        let blocks = text(info, context.lang());
        let (title, rest) = titled(blocks);
        let name = (context.address().page.entry().name)(words);
        html! {
            <article class="paper" lang={lang}>
                <h1>{ title.map_or_else(|| html! { { name } }, |title| line(context, title)) }</h1>
                { prose(context, rest) }
                if blocks.is_empty() { <p lang={context.lang().tag()}>{ words.lesson.no_imprint }</p> }
            </article>
        }
    })
}
