//! The fixed pages: privacy, accessibility, imprint.

use crate::components::{line, prose, titled};
use crate::pages::site_info_or;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::prose::Block;
use zeitlupe_core::view::SiteInfo;
use zeitlupe_words::Lang;

/// Privacy.
pub fn privacy(context: &AppContext) -> Html {
    page(context, None, |info, lang| &info.pages[usize::from(lang == Lang::En)].privacy)
}

/// Accessibility.
pub fn access(context: &AppContext) -> Html {
    page(context, None, |info, lang| &info.pages[usize::from(lang == Lang::En)].access)
}

/// The imprint, which is not translated.
pub fn imprint(context: &AppContext) -> Html {
    page(context, Some("de"), |info, _| &info.extras.imprint)
}

/// A page with its own heading or the page's title. `lang` is the language of the text if it differs from the interface.
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
