//! Articles side by side and their passages, rendered natively to HTML.

use std::collections::BTreeSet;
use yew::prelude::*;
use zeitlupe::pages::compare::passages::{Passages, passages};
use zeitlupe::pages::compare::side::{Options, Side, side};
use zeitlupe_core::article::Article;
use zeitlupe_core::compare::{Comparison, Source, compare, level};
use zeitlupe_core::statements::Statements;
use zeitlupe_core::text::sentences;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::Lang;

const FILLER: &str = "Etwas anderes <b>steht</b> hier, und dann noch eines.";

/// Three reports: two have a sentence in two wordings, the third has that of the first.
fn reports() -> Vec<AnalysedArticle> {
    let sentence = |who: &str| format!("Am Abend kündigte {who} eine Ausweitung der Hilfen für alle Betriebe in der Region an.");
    let texts = [format!("{} {FILLER}", sentence("sie")), format!("Vorab. {}", sentence("die Ministerin")), sentence("sie")];
    let report = |text: &String| {
        let article = Article { text: text.clone(), ..Article::default() };
        AnalysedArticle { sentences: sentences(text), article, words: 20, ..AnalysedArticle::default() }
    };
    texts.iter().map(report).collect()
}

/// The comparison of reports without quotations and numbers.
fn compared(texts: &[&AnalysedArticle]) -> Comparison {
    let statements = Statements::default();
    compare(&texts.iter().map(|document| Source { document, statements: &statements }).collect::<Vec<_>>(), &[])
}

#[derive(Properties, PartialEq)]
struct TabProps {
    chosen: Vec<u32>,
    lang: &'static str,
}

fn lang(props: &TabProps) -> Lang {
    if props.lang == "en" { Lang::En } else { Lang::De }
}

#[component]
fn SideTab(props: &TabProps) -> Html {
    let reports = reports();
    let texts: Vec<&AnalysedArticle> = reports.iter().collect();
    let comparison = compared(&texts);
    let level = level(&texts, &comparison, &props.chosen);
    side(Side {
        texts: &texts,
        comparison: &comparison,
        level: &level,
        lang: lang(props),
        options: Options::default(),
        on_options: &Callback::noop(),
        link: &|report, span| format!("#{report}-{}", span.start),
        passage: &|passage| format!("#passage-{passage}"),
        pair: &|reports| format!("#{reports:?}"),
    })
}

#[component]
fn PassagesTab(props: &TabProps) -> Html {
    let reports: Vec<AnalysedArticle> = reports().into_iter().take(props.chosen.len()).collect();
    let texts: Vec<&AnalysedArticle> = reports.iter().collect();
    let comparison = compared(&texts);
    passages(Passages {
        texts: &texts,
        comparison: &comparison,
        lang: lang(props),
        shown: [true, true],
        on_shown: &Callback::noop(),
        link: &|report, span| format!("#{report}-{}", span.start),
        beside: &|reports, passage| format!("#{reports:?}{passage}"),
    })
}

fn render<C: BaseComponent<Properties = TabProps>>(chosen: &[u32], lang: &'static str) -> String {
    let props = TabProps { chosen: chosen.to_vec(), lang };
    pollster::block_on(yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

#[test]
fn a_passage_names_its_twin_in_words_and_links_to_it() {
    let html = render::<SideTab>(&[0, 1], "de");
    assert!(html.contains(r##"<a href="#1-7">auch in B, Satz 2</a>"##), "{html}");
    assert!(html.contains("≈ in A lesen (Satz 1)") && html.contains(r#"data-p="0""#), "{html}");
    assert!(html.contains(r#"<b class="d">die Ministerin</b>"#) && html.contains(r#"<b class="d">sie</b>"#), "{html}");
    assert!(html.contains(r#"<svg aria-hidden="true" class="ribbons"></svg>"#), "{html}");
    assert!(html.contains("hier berichtet nur B"), "{html}");
    assert!(render::<SideTab>(&[0, 1], "en").contains("≈ read in A (sentence 1)"));
}

#[test]
fn a_text_is_never_markup() {
    let html = render::<SideTab>(&[0, 1], "de");
    assert!(html.contains("&lt;b&gt;steht") && !html.contains("<b>steht"), "{html}");
}

#[test]
fn three_articles_have_three_columns() {
    let html = render::<SideTab>(&[0, 1, 2], "de");
    let columns: BTreeSet<&str> = html.split("data-column=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(columns, BTreeSet::from(["0", "1", "2"]), "{html}");
    assert!(html.contains("auch in B, Satz 2</a>") && html.contains("auch in C, Satz 1</a>"), "{html}");
}

#[test]
fn the_same_words_stand_once_with_all_letters() {
    let html = render::<PassagesTab>(&[0, 1, 2], "de");
    assert_eq!(html.matches("<li class=\"once\">").count(), 1, "{html}");
    assert!(html.contains(r#"<span class="letter">A</span><span class="letter">C</span>"#), "{html}");
    assert!(html.contains(r#"<b class="d">die Ministerin</b>"#) && html.contains(r#"id="passage-1""#), "{html}");
    assert!(html.contains(r##"href="#2-0""##) && html.contains("C: Satz 1"), "{html}");
    assert!(render::<PassagesTab>(&[0], "de").contains("keine Passage"));
}
