//! Groups of small corpora.

use super::{Group, groups};
use crate::article::{Article, Evidence, Origin, Precision, PubDate, Role, Section};
use crate::day::Day;
use crate::entity::{Entity, EntityId, EntityKind, Form, Why};
use crate::text::{Span, whole_words};
use crate::view::{AnalysedArticle, MarkedName};

/// A report of a day of February 2022, or without a date; its first line is the headline. Entity `n` has the name `names[n]`.
fn report(day: Option<u32>, text: &str, names: &[(&str, EntityKind)]) -> AnalysedArticle {
    let mut article = Article { text: text.into(), ..Article::default() };
    let headline = text.find('\n').unwrap_or(text.len());
    article.sections = vec![Section { role: Role::Title, span: Span::new(0, headline) }];
    let day = day.and_then(|day| Day::from_civil(2022, 2, day));
    let evidence = Evidence { origin: Origin::Record, quote: String::new(), line: None, shared_words: 0 };
    article.meta.date = day.map(|day| PubDate { earliest: day, latest: day, precision: Precision::Day, minutes: None, evidence });
    let mut marked: Vec<MarkedName> = Vec::new();
    for (n, (name, kind)) in (0..).zip(names) {
        let mark = |span| MarkedName { span, kind: *kind, form: Form::Name, entity: EntityId(n), why: Why::List, confidence: 90 };
        marked.extend(whole_words(text, name).map(mark));
    }
    marked.sort_by_key(|name| name.span);
    AnalysedArticle { article, names: marked, ..AnalysedArticle::default() }
}

fn found(reports: &[(Option<u32>, &str)], names: &[(&str, EntityKind)]) -> Vec<Group> {
    let entity = |(name, kind): &(&str, EntityKind)| Entity { kind: *kind, name: (*name).to_owned(), ..Entity::default() };
    let documents: Vec<_> = reports.iter().map(|(day, text)| report(*day, text, names)).collect();
    groups(&documents, &names.iter().map(entity).collect::<Vec<_>>())
}

const NAMES: [(&str, EntityKind); 3] = [("Hamburg", EntityKind::Loc), ("Elbe", EntityKind::Loc), ("Petra Lang", EntityKind::Per)];
const FLOOD: &str = "Sturmflut trifft Hamburg\nDie Sturmflut hat in Hamburg den Fischmarkt überspült. Feuerwehr und Deichwacht sperrten die Straßen an der \
    Elbe. Senatorin Petra Lang lobte die Deichwacht.";
const AGAIN: &str = "Fischmarkt unter Wasser\nEine schwere Sturmflut hat in Hamburg die Straßen an der Elbe und den Fischmarkt überspült. Petra Lang \
    dankte der Feuerwehr und der Deichwacht.";
const OTHER: &str =
    "Oper eröffnet neue Spielzeit\nMit einer Premiere hat die Oper die Spielzeit eröffnet. Das Publikum feierte den Dirigenten lange.";

#[test]
fn two_reports_of_one_event_are_a_group_with_a_title() {
    let groups = found(&[(Some(4), FLOOD), (Some(4), OTHER), (Some(5), AGAIN)], &NAMES);
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].articles, [0, 2]);
    assert_eq!((groups[0].title.place.as_deref(), &groups[0].title.named[..]), (Some("Hamburg"), &["Petra Lang".to_owned()][..]));
    assert_eq!(groups[0].why.names, ["Hamburg", "Elbe", "Petra Lang"]);
    assert!(groups[0].why.words.iter().any(|word| word == "Deichwacht"), "{:?}", groups[0].why.words);
}

#[test]
fn reports_of_other_days_are_no_group() {
    assert!(found(&[(Some(4), FLOOD), (Some(7), AGAIN)], &NAMES).is_empty());
    assert_eq!(found(&[(None, FLOOD), (None, AGAIN)], &NAMES).len(), 1, "nearly the same words need no date");
}

#[test]
fn reports_without_a_common_name_are_no_group() {
    assert!(found(&[(Some(4), FLOOD), (Some(4), AGAIN)], &[]).is_empty());
    assert!(found(&[], &NAMES).is_empty());
}

#[test]
fn the_figures_of_two_days_are_no_event() {
    let figures = |cases: u32| {
        format!(
            "Institut meldet {cases} neue Ansteckungen\nDas Institut in Hamburg hat {cases} neue Ansteckungen gemeldet. Petra Lang nannte die \
            Ansteckungen an der Elbe besorgniserregend; das Institut rechnet mit weiteren Fällen in den Heimen und Schulen."
        )
    };
    let (one, two) = (figures(1520), figures(1734));
    assert!(found(&[(Some(4), &one), (Some(5), &two)], &NAMES).is_empty());
    assert_eq!(found(&[(Some(4), &one), (Some(5), &one)], &NAMES).len(), 1);
}

#[test]
fn copies_are_one_group_unless_everything_is_a_copy() {
    let groups = found(&[(Some(4), FLOOD); 10], &NAMES);
    assert_eq!(groups.iter().map(|group| group.articles.len()).collect::<Vec<_>>(), [10]);
    let groups = found(&vec![(Some(4), FLOOD); 3000], &NAMES);
    assert!(groups.iter().all(|group| group.articles.len() <= 50));
}
