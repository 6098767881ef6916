//! The page: which articles are compared, and its tabs.

use super::chosen::{Chosen, choice};
use super::compared::{Compared, place, with};
use super::options::Options;
use super::passages::{Passages, passages};
use super::raster::{Raster, raster};
use super::side::{Side, side, use_ribbons};
use crate::components::{fault, instead_of, waiting};
use crate::hooks::{Answered, use_answer, use_cached, use_listener};
use crate::pages::ViewProps;
use crate::platform;
use crate::state::{AppContext, Cached};
use yew::prelude::*;
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::compare::{level, read_statements, statement_parts};
use zeitlupe_core::group::read_groups;
use zeitlupe_core::part::{Damage, PartKey};
use zeitlupe_core::room::question::{Articles, Payloads};
use zeitlupe_core::room::{Fault, Question};
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::CompareTab;
use zeitlupe_words::format;

/// The comparison of the articles of the address, or of the first group.
#[component]
pub fn Compare(ViewProps { context }: &ViewProps) -> Html {
    use_cached(context, Cached::Entities, true);
    use_cached(context, Cached::Summaries, true);
    use_ribbons();
    let options = use_state(Options::default);
    let shown = use_state(|| [true, true]);
    let front = use_state(|| 0_u32);
    let hidden = use_state(|| [false; 3]);
    use_listener("click", false, |event| platform::close_details(event, ".out details"));
    use_listener("focusin", false, |event| platform::close_details(event, ".out details"));
    use_listener("keydown", false, |event| platform::close_details(event, ".out details"));
    use_listener("afterprint", false, |_| platform::set_root_data("empty", None));
    let letters = use_state(String::new);
    let asked = use_answer(context, Some(Payloads(vec![PartKey::Groups])));
    let groups = asked.0.answer.get().map(|payloads| payloads.first().map_or(Ok(Vec::new()), |payload| read_groups(payload)));
    let chosen = Chosen::new(context, groups.as_ref().and_then(|groups| groups.as_ref().ok()).map_or(&[][..], Vec::as_slice));
    let ids = chosen.ids.clone();
    let is_enough = ids.len() > 1;
    let documents = use_answer(context, is_enough.then(|| Articles(ids.clone())));
    let statements = use_answer(context, is_enough.then(|| Payloads(statement_parts(&ids))));
    let is_current = |loaded: &[(ArticleId, AnalysedArticle)]| loaded.iter().map(|(id, _)| *id).eq(ids.iter().copied());
    let loaded = documents.0.answer.get().filter(|loaded| is_current(loaded)).zip(statements.0.answer.get());
    let loaded = loaded.filter(|_| !statements.0.waiting);
    let compared = use_compared(context, &ids, loaded);
    let compared = compared.as_ref().as_ref();
    let go_to = context.address().compare.clone();
    let is_ready = compared.is_ok();
    use_effect_with((go_to.row, go_to.passage, is_ready), |(row, passage, is_ready)| {
        let selector = passage.map(|number| format!("#passage-{number}")).or_else(|| row.as_ref().map(|row| format!("#{row}")));
        if let Some(selector) = selector.filter(|_| *is_ready) {
            platform::reveal(&selector);
        }
    });
    let unready = instead_of(context, &[Cached::Entities, Cached::Summaries]).or_else(|| trouble(context, &asked));
    let unready = unready.or_else(|| match &groups {
        Some(Err(damage)) => Some(damaged(context, PartKey::Groups, damage)),
        _ => None,
    });
    if let Some(instead) = unready {
        return html! { <div class="compare">{ instead }</div> };
    }
    let view = match (is_enough, compared) {
        (false, _) => {
            html! { <p class="note">{ if chosen.is_by_hand { context.words().sheet.too_few } else { context.words().sheet.none } }</p> }
        }
        (_, Ok(compared)) => tab(context, compared, &Choices { options, shown, front, hidden }),
        (_, Err(Some(damage))) => damaged(context, PartKey::Statements(0), damage),
        _ => trouble(context, &documents).or_else(|| trouble(context, &statements)).unwrap_or_else(|| waiting(context.words())),
    };
    html! {
        <div class="compare">
            <header class="top">
                <p class="kicker">{ format!("{} · {}", context.words().sheet.title, format::counted(ids.len() as u32, &context.words().sheet.reports, context.lang())) }</p>
                <h1>{ chosen.title(context) }</h1>
                { choice(context, &chosen, &letters) }
                if is_enough {
                    { tabs(context, compared.ok()) }
                    { out(context, compared.ok()) }
                }
            </header>
            { view }
            { chosen.others(context) }
        </div>
    }
}

/// Articles, and the parts with what they say.
type Loaded<'l> = (&'l Vec<(ArticleId, AnalysedArticle)>, &'l Vec<Vec<u8>>);

/// The comparison of the loaded articles, made once for each choice; `Err` while something is missing, with the damage of a part if there is any.
#[hook]
fn use_compared(context: &AppContext, ids: &[ArticleId], loaded: Option<Loaded<'_>>) -> std::rc::Rc<Result<Compared, Option<Damage>>> {
    let entities = context.state.entities.ready().cloned();
    let key = (ids.to_vec(), loaded.is_some(), entities.is_some(), context.state.corrections.applied);
    use_memo(key, move |_| {
        let (Some((documents, payloads)), Some(entities)) = (loaded, entities) else { return Err(None) };
        let ids: Vec<ArticleId> = documents.iter().map(|(id, _)| *id).collect();
        let statements = read_statements(&ids, payloads).map_err(Some)?;
        Ok(Compared::new(documents.iter().map(|(_, document)| document.clone()).collect(), &statements, &entities))
    })
}

fn trouble<Q: Question>(context: &AppContext, (answered, retry): &(Answered<Q>, Callback<()>)) -> Option<Html> {
    answered.fault.as_ref().map(|trouble| fault(context.words(), trouble, retry))
}

fn damaged(context: &AppContext, key: PartKey, damage: &Damage) -> Html {
    fault(context.words(), &Fault::Damaged(key, damage.clone()), &crate::hooks::again(context))
}

/// The tabs.
fn tabs(context: &AppContext, compared: Option<&Compared>) -> Html {
    let words = context.words();
    let here = &context.address().compare.tab;
    let count = compared.map(|compared| format::number(compared.found.passages.len() as u32, context.lang()));
    let tab = |name: &'static str, tab: CompareTab, is_here: bool, count: Option<String>| {
        let href = with(context, |state| state.tab = tab).href();
        html! { <a {href} aria-current={is_here.then_some("page")}>{ name }if let Some(count) = count {<small>{ count }</small>}</a> }
    };
    html! {
        <nav class="views" aria-label={words.sheet.views_label}>
            { tab(words.sheet.tab, CompareTab::Sheet, *here == CompareTab::Sheet, None) }
            { tab(words.compare.side_title, CompareTab::Side(Vec::new()), matches!(here, CompareTab::Side(_)), None) }
            { tab(words.compare.passages_title, CompareTab::Passages, *here == CompareTab::Passages, count) }
        </nav>
    }
}

/// What can be taken away: the printed sheet, filled or empty, and its table.
fn out(context: &AppContext, compared: Option<&Compared>) -> Html {
    let words = &context.words().sheet;
    let print = |at: usize| {
        let onclick = Callback::from(move |_: MouseEvent| {
            platform::set_root_data("empty", (at == 1).then(String::new));
            platform::print();
        });
        let [name, what] = words.print[at];
        html! { <button type="button" {onclick}>{ name }<small>{ what }</small></button> }
    };
    let table = compared.map(|compared| {
        let rows = super::table::table(context, compared);
        crate::components::save_button(context, "vergleich.csv", move || rows.clone())
    });
    html! {
        <div class="out">
            <details>
                <summary class="button">{ words.take }</summary>
                <div>{ print(0) }{ print(1) }{ for table }</div>
            </details>
        </div>
    }
}

/// What the reader has chosen in the tabs, which no address holds.
struct Choices {
    /// Side by side.
    options: UseStateHandle<Options>,
    /// Which kinds of passages are shown.
    shown: UseStateHandle<[bool; 2]>,
    /// The report of the sheet that a narrow window shows.
    front: UseStateHandle<u32>,
    /// Which rows of the sheet are hidden, by status.
    hidden: UseStateHandle<[bool; 3]>,
}

fn tab(context: &AppContext, compared: &Compared, choices: &Choices) -> Html {
    let Choices { options, shown, front, hidden } = choices;
    let (texts, lang) = (compared.texts(), context.lang());
    let link = |report: usize, span: Span| place(context, &texts, report, span);
    let beside = |reports: &[u32]| with(context, |state| state.tab = CompareTab::Side(reports.to_vec()));
    let passage = |number: u32| with(context, |state| (state.tab, state.passage) = (CompareTab::Passages, Some(number + 1))).href();
    match &context.address().compare.tab {
        CompareTab::Sheet => raster(&Raster { context, compared, texts: &texts, front, hidden, passage: &passage }),
        CompareTab::Side(columns) => {
            let first = compared.found.pairs.first().map_or(vec![0, 1], |pair| vec![pair.a, pair.b]);
            let columns = if columns.len() > 1 { columns } else { &first };
            let level = level(&texts, &compared.found, columns);
            let on_options = {
                let options = options.clone();
                Callback::from(move |next: Options| options.set(next))
            };
            side(Side {
                texts: &texts,
                comparison: &compared.found,
                level: &level,
                lang,
                options: **options,
                on_options: &on_options,
                link: &link,
                passage: &passage,
                pair: &|reports: &[u32]| beside(reports).href(),
            })
        }
        CompareTab::Passages => {
            let on_shown = {
                let shown = shown.clone();
                Callback::from(move |next: [bool; 2]| shown.set(next))
            };
            passages(Passages {
                texts: &texts,
                comparison: &compared.found,
                lang,
                shown: **shown,
                on_shown: &on_shown,
                link: &link,
                beside: &|reports: &[u32], _| beside(reports).href(),
            })
        }
    }
}
