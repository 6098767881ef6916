//! Citing the open article, or the passage of the address.

use crate::components::copy::copy_button;
use crate::components::{notes_in, passage_at};
use crate::platform;
use crate::share::{Reach, link};
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::article::Article;
use zeitlupe_core::cite::Source;
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::{Address, Page, Passage};

/// Formats a source.
type Form = fn(&Source) -> String;

/// Files for reference managers: name, ending, media type, and format.
const FILES: [(&str, &str, &str, Form); 3] = [
    ("BibTeX", ".bib", "application/x-bibtex", |source| source.bibtex()),
    ("RIS", ".ris", "application/x-research-info-systems", |source| source.ris()),
    ("CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", |source| source.csl_json()),
];

/// The link to an article, or to a passage of it, without other state of the view.
fn own_link(context: &AppContext, document: &AnalysedArticle, passage: Option<Passage>) -> String {
    let article = Page::Article(document.article.meta.id.clone());
    let there = Address { passage, lang: context.lang(), ..Address::default().at(article) };
    link(&platform::page(), platform::is_single(), &there)
}

/// The link to a passage of an article, to be shared.
pub fn passage_link(context: &AppContext, document: &AnalysedArticle, span: Span) -> String {
    let quote = span.of(&document.article.text).to_owned();
    own_link(context, document, Some(Passage { start: span.start, quote }))
}

/// A quotation with its source, to be pasted: words, German short reference and link, one line each. A local file has no link, because others
/// could not open it.
pub fn quotation_text(context: &AppContext, document: &AnalysedArticle, span: Span) -> String {
    quotation(document, span, &passage_link(context, document, span))
}

fn quotation(document: &AnalysedArticle, span: Span, link: &str) -> String {
    let article = &document.article;
    cited(article, link, |source| source.quotation(span.of(&article.text), article.line_numbers(span)))
}

fn cited(article: &Article, link: &str, form: impl Fn(&Source) -> String) -> String {
    let link = if Reach::of(link) == Reach::File { "" } else { link };
    form(&Source { meta: &article.meta, label: &article.label(), link, accessed: platform::today() })
}

/// The words to quote for the passage of the address; for a single name or time, the whole sentence.
fn quoted(context: &AppContext, document: &AnalysedArticle) -> Option<Span> {
    let passage = context.address().passage.as_ref()?;
    let span = passage_at(context, document, &notes_in(context, document), passage)?;
    let marked = document.names.iter().any(|name| name.span == span) || document.times.iter().any(|time| time.span == span);
    let sentence = document.sentences.iter().find(|sentence| sentence.contains(span)).filter(|_| marked);
    Some(sentence.copied().unwrap_or(span))
}

/// The quotation, the short reference, and files.
pub fn citing(context: &AppContext, document: &AnalysedArticle, done: &Callback<bool>) -> Html {
    let words = &context.words().share;
    let article = &document.article;
    let link = own_link(context, document, None);
    let short = cited(article, &link, |source| source.short());
    let there = || own_link(context, document, context.address().passage.clone());
    let quotation = quoted(context, document).map(|span| quotation(document, span, &there()));
    let file = |(name, end, kind, form): (&'static str, &'static str, &'static str, Form)| {
        let (document, link) = (document.clone(), link.clone());
        let save = Callback::from(move |_: MouseEvent| {
            let article = &document.article;
            platform::save(&[&article.meta.id, end].concat(), kind, &cited(article, &link, form));
        });
        html! { <button type="button" class={["save", end].concat().replace('.', " ")} onclick={save}>{ name }</button> }
    };
    let copied = |label, text: &str| {
        let text = text.to_owned();
        html! { <p class="actions">{ copy_button(label, move || text.clone(), done.clone()) }</p> }
    };
    html! {
        <section class="citing">
            if let Some(quotation) = quotation {
                <h3>{ words.quotation }</h3>
                <p class="cited quotation" lang="de">{ &quotation }</p>
                { copied(words.copy_quotation, &quotation) }
            }
            <h3>{ words.reference }</h3>
            <p class="cited short" lang="de">{ &short }</p>
            { copied(words.copy_reference, &short) }
            <p class="actions files"><span>{ words.files }</span>{ for FILES.into_iter().map(file) }</p>
        </section>
    }
}
