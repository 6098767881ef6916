//! The components, rendered natively to HTML.

use yew::prelude::*;
use zeitlupe::components::{
    Overlay, article_text, chips, concordance, facet_panel, hit_list, instead_of, legend, lesson_links, missing, set_aside, trend,
};
use zeitlupe::state::{Action, AppContext, Cached, Load, Shared, State};
use zeitlupe_core::annotation::{Change, Note, Notebook};
use zeitlupe_core::article::{Article, ArticleId, Metadata, Role, Section};
use zeitlupe_core::entity::{Entity, EntityId, EntityKind, Form, Why};
use zeitlupe_core::lesson::Extras;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::room::{Concordance, Facets, Fault, Hit, Line, SearchView, TrendPoint};
use zeitlupe_core::text::Span;
use zeitlupe_core::view::{AnalysedArticle, MarkedName, SiteInfo};
use zeitlupe_core::view::{CorpusView, Summary};
use zeitlupe_ingest::lesson::{read_tasks, read_tours};
use zeitlupe_words::address::Layer;

/// A document with one paragraph; names are given as kind, words and form.
fn document(text: &str, names: &[(EntityKind, &str, Form)]) -> AnalysedArticle {
    let span = |words: &str| {
        let at = text.find(words).expect("the words stand in the text");
        Span::new(at, at + words.len())
    };
    let marked = |(n, (kind, words, form)): (usize, &(EntityKind, &str, Form))| MarkedName {
        span: span(words),
        kind: *kind,
        form: *form,
        entity: EntityId(n as u32),
        why: Why::List,
        confidence: 90,
    };
    let sections = vec![Section { role: Role::Paragraph, span: Span::new(0, text.len()) }];
    let meta = Metadata { id: "eins".into(), ..Metadata::default() };
    let article = Article { meta, text: text.into(), sections, ..Article::default() };
    AnalysedArticle { article, names: names.iter().enumerate().map(marked).collect(), ..AnalysedArticle::default() }
}

fn summary() -> Summary {
    Summary { id: "eins".into(), label: "Der erste Bericht".into(), ..Summary::default() }
}

/// A render function, compared by pointer, which is enough here: each is rendered once.
struct Draw(fn(&AppContext) -> Html);

impl PartialEq for Draw {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

#[derive(Properties, PartialEq)]
struct InRoomProps {
    fragment: String,
    draw: Draw,
}

/// A component in an app at an address, with a corpus of one article.
#[component]
fn InRoom(props: &InRoomProps) -> Html {
    let state = use_reducer(|| State::opening(&props.fragment));
    if state.corpus.ready().is_none() {
        state.dispatch(Action::Corpus(Load::Ready(CorpusView { articles: 1, ..CorpusView::default() })));
    }
    (props.draw.0)(&AppContext { state })
}

fn render(fragment: &str, draw: fn(&AppContext) -> Html) -> String {
    let props = InRoomProps { fragment: fragment.to_owned(), draw: Draw(draw) };
    pollster::block_on(yew::LocalServerRenderer::<InRoom>::with_props(props).hydratable(false).render())
}

/// "Russland liefert Gas", with its name marked.
fn delivery() -> AnalysedArticle {
    document("Russland liefert Gas", &[(EntityKind::Loc, "Russland", Form::Name)])
}

#[test]
fn an_article_is_text_and_never_markup() {
    let html = render("#/artikel/eins", |context| {
        article_text(context, &document("<img src=x onerror=alert(1)> & <script>", &[]), &Overlay::default(), html! {})
    });
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; &lt;script&gt;"), "{html}");
    assert!(!html.contains("<img") && !html.contains("<script"), "{html}");
}

#[test]
fn names_are_marked_by_kind_and_form() {
    let html = render("#/artikel/eins", |context| {
        let names = [(EntityKind::Org, "Nato", Form::Part), (EntityKind::Per, "Wladimir Putin", Form::Name)];
        article_text(context, &document("Die Nato-Erweiterung und Wladimir Putin", &names), &Overlay::default(), html! {})
    });
    assert!(html.contains(r#"<span class="n org light">Nato</span>-Erweiterung"#), "{html}");
    assert!(html.contains(r#"<span class="n per">Wladimir Putin</span>"#), "{html}");
}

#[test]
fn overlapping_hits_and_names_lose_no_letter() {
    let html = render("#/artikel/eins", |context| {
        let over = Overlay { hits: &[Span::new(3, 16)], ..Overlay::default() };
        article_text(context, &delivery(), &over, html! {})
    });
    assert!(html.contains(r#"<span class="n loc">Rus<mark id="treffer-eins-0">sland</mark></span>"#), "{html}");
    assert!(html.contains(r#"<mark> liefert</mark> Gas"#), "{html}");
}

#[test]
fn two_articles_in_one_view_have_distinct_ids() {
    let html = render("#/artikel/eins", |context| {
        if context.state.entities.ready().is_none() {
            context.state.dispatch(Action::Entities(Load::Ready(vec![Entity {
                kind: EntityKind::Loc,
                name: "Russland".into(),
                ..Entity::default()
            }])));
        }
        let over = Overlay { hits: &[Span::new(17, 20)], ..Overlay::default() };
        let mut other = delivery();
        other.article.meta.id = "zwei".into();
        html! { <>{ article_text(context, &delivery(), &over, html! {}) }{ article_text(context, &other, &over, html! {}) }</> }
    });
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids, ["m-eins-0", "treffer-eins-0", "m-zwei-0", "treffer-zwei-0"], "{html}");
    let articles: Vec<&str> = html.split(" data-article=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(articles, ["eins", "zwei"], "{html}");
}

#[test]
fn a_hidden_layer_leaves_no_mark() {
    let html = render("#/artikel/eins", |context| {
        let over = Overlay { hidden: &[Layer::Names(EntityKind::Loc)], ..Overlay::default() };
        article_text(context, &delivery(), &over, html! {})
    });
    assert!(html.contains("<p data-at=\"0\">Russland liefert Gas</p>"), "{html}");
}

#[test]
fn the_legend_counts_other_forms_separately() {
    let html = render("#/artikel/eins", |context| {
        let names = [(EntityKind::Org, "Nato", Form::Part), (EntityKind::Org, "Kreml", Form::Name)];
        legend(context, &document("Nato-Chef und Kreml", &names))
    });
    assert!(html.contains("Organisationen") && !html.contains("Personen"), "{html}");
    assert!(html.contains(r#"<span class="number">1<span class="other"> + 1<"#), "{html}");
}

fn found() -> SearchView {
    let snippet = vec![("vom ".into(), false), ("<Kreml>".into(), true)];
    let hit = Hit { article: ArticleId(0), summary: summary(), score: 1.0, places: 2, snippet, strip: vec![0, 750] };
    let facets = Facets { sources: vec![(String::new(), 1)], months: vec![("2022-02".into(), 1)], entities: Vec::new() };
    SearchView { total: 1, places: 2, hits: vec![hit], facets: Some(facets), ..SearchView::default() }
}

#[test]
fn a_hit_links_to_its_article_with_the_query() {
    let html = render("#/suche?q=kreml", |context| hit_list(context, &found(), Callback::noop()));
    assert!(html.contains(r##"href="#/artikel/eins?q=kreml""##), "{html}");
    assert!(html.contains("vom <mark>&lt;Kreml&gt;</mark>"), "{html}");
    assert!(html.contains("Datum unbekannt") && html.contains("Quelle unbekannt"), "{html}");
    assert!(html.contains(r#"<path d="M0 0v8M750 0v8">"#), "{html}");
}

#[test]
fn a_concordance_line_links_to_its_place() {
    let html = render("#/suche?q=kreml&ansicht=konkordanz", |context| {
        let line = Line { article: ArticleId(0), span: Span::new(4, 9), text: ["Der ".into(), "Kreml".into(), " <schweigt>".into()] };
        concordance(context, &Concordance { lines: vec![line], articles: vec![(ArticleId(0), summary())], total: 3 }, Callback::noop())
    });
    assert!(html.contains(r##"href="#/artikel/eins?q=kreml&amp;ansicht=konkordanz&amp;stelle=4;Kreml""##), "{html}");
    assert!(html.contains("&lt;schweigt&gt;") && html.contains("1 Zeilen aus den besten 1 von 3"), "{html}");
    assert!(html.contains(r##"href="#/suche?q=kreml&amp;ansicht=konkordanz&amp;zeilen=links""##), "{html}");
}

#[test]
fn a_trend_lists_its_numbers() {
    let html = render("#/suche?q=kreml&ansicht=verlauf", |context| {
        let point = |month: &str, places, words| TrendPoint { month: month.into(), places, found: 1, articles: 2, words };
        trend(context, &[point("2022-02", 3, 2000), point("2022-03", 0, 400), point("-", 1, 0)])
    });
    assert!(html.contains("Februar 2022") && html.contains(">1,50<") && html.contains(">0,00<"), "{html}");
    assert!(html.contains(r#"<rect x="1" y="0" width="10" height="100">"#), "{html}");
    assert!(html.contains("Datum unbekannt"), "{html}");
}

#[test]
fn facets_narrow_and_chips_widen() {
    let html = render("#/suche?q=kreml", |context| facet_panel(context, &found().facets.unwrap(), None));
    assert!(html.contains(r##"href="#/suche?q=kreml&amp;monat=2022-02""##), "{html}");
    let html = render(
        "#/suche?q=kreml&monat=2022-02",
        |context| html! { <>{ facet_panel(context, &found().facets.unwrap(), None) }{ chips(context) }</> },
    );
    assert!(!html.contains("<h3>Monat</h3>"), "{html}");
    assert!(html.contains("Entfernen: Februar 2022") && html.contains(r##"href="#/suche?q=kreml""##), "{html}");
}

#[test]
fn english_is_a_switch_in_the_address() {
    let html = render("#/suche?q=kreml&lang=en", |context| hit_list(context, &found(), Callback::noop()));
    assert!(html.contains("Date unknown") && html.contains("Source unknown"), "{html}");
}

/// A room with a task, a tour, a note and an answer.
fn lesson(context: &AppContext) {
    if context.state.site_info.ready().is_some() {
        return;
    }
    let (tasks, _) = read_tasks("# <Stunde>\n## Wer?\n[Hier](#/zeit?liste) **lesen**.\n(kurze Antwort)\n## Ohne\n(ohne Antwort)");
    let (tours, _) = read_tours("# Weg\n1. [Los](#/artikel/eins) <b>\n2. [Weiter](#/zeit)");
    let info = SiteInfo::new(&[], &Extras { tasks, tours, ..Extras::default() }, &Default::default());
    let note = Note { article: "eins".into(), quote: "Der Kreml".into(), start: 4, comment: "wichtig".into(), ..Note::default() };
    let corpus = CorpusView { articles: 1, tasks: 2, tours: 1, ..CorpusView::default() };
    let steps = [Change::Add(note), Change::Answer("Wer?".into(), "<i>Putin</i>".into()), Change::Prove("Wer?".into(), 0, true)];
    context.state.dispatch(Action::Corpus(Load::Ready(corpus)));
    steps.into_iter().for_each(|step| context.state.dispatch(Action::Note(step)));
    context.state.dispatch(Action::SiteInfo(Box::new(Load::Ready(info))));
}

#[test]
fn a_task_shows_answer_and_evidence() {
    let html = render("#/aufgaben?lang=en&tour=1,1", |context| {
        lesson(context);
        zeitlupe::pages::tasks(context)
    });
    assert!(html.contains("&lt;Stunde&gt;") && html.contains("&lt;i&gt;Putin&lt;/i&gt;") && !html.contains("<i>Putin"), "{html}");
    assert!(html.contains(r##"<a href="#/zeit?liste&amp;tour=1,1&amp;lang=en">Hier</a>"##), "{html}");
    assert_eq!((html.matches("<textarea").count(), html.matches("<i></i>").count()), (1, 2), "{html}");
    assert!(html.contains(r##"href="#/artikel/eins?stelle=4;Der+Kreml&amp;tour=1,1&amp;lang=en""##), "{html}");
    assert!(html.contains(r#"<input checked type="checkbox">"#) && html.contains("wichtig"), "{html}");
}

#[test]
fn the_front_page_links_to_tours_and_tasks_if_any() {
    let html = render("#/", |context| {
        lesson(context);
        lesson_links(context)
    });
    assert!(html.contains(r##"<a href="#/artikel/eins?tour=1,1">Weg</a>"##) && html.contains("2\u{a0}Stationen"), "{html}");
    assert!(html.contains(r##"<a href="#/aufgaben">Aufgaben</a>"##), "{html}");
    assert_eq!(render("#/", lesson_links), "");
}

#[test]
fn what_was_set_aside_is_offered_where_it_belongs() {
    let draw = |context: &AppContext| {
        if context.state.followed == 0 {
            let list = Shared::new(vec![("zeitlupe.belege.1 /raum/".to_owned(), "[[[".to_owned())]);
            context.state.dispatch(Action::SetAside(false, list));
            context.state.dispatch(Action::FollowNotes(Notebook::default(), None));
        }
        html! { <><main>{ set_aside(context, false) }</main><aside>{ set_aside(context, true) }</aside></> }
    };
    let html = render("#/belege", draw);
    assert!(html.contains("beiseitegelegt") && html.contains("Als Datei sichern") && html.contains("Endgültig löschen"), "{html}");
    assert!(html.contains("<aside></aside>"), "{html}");
}

#[test]
fn a_view_says_what_it_lacks_instead_of_waiting() {
    let draw = |context: &AppContext| {
        if matches!(context.state.entities, Load::Waiting) {
            let trouble = Fault::Missing(PartKey::Entities, "HTTP 404".into());
            context.state.dispatch(Action::Entities(Load::Failed(trouble)));
        }
        html! {
            <>
                { instead_of(context, &[Cached::Summaries, Cached::Entities]) }
                { missing(context, &[Cached::Summaries]) }
                <i>{ instead_of(context, &[Cached::Summaries]) }</i>
            </>
        }
    };
    let html = render("#/namen", draw);
    assert_eq!(html.matches("Noch einmal versuchen").count(), 1, "{html}");
    assert!(html.contains("entities") && html.contains("<i><p role=\"status\" class=\"waiting\""), "{html}");
}
