use super::published;
use crate::day::Day;
use crate::event::group::comparisons;
use crate::event::{ArticleEvents, Event, EventGroup, events, group_events};
use crate::text::{Document, Span, sentences, whole_words};
use crate::time::{self, TimeExpression};

/// An article with the results of its analysis.
struct Article<'t> {
    text: &'t str,
    sentences: Vec<Span>,
    times: Vec<TimeExpression>,
    events: Vec<Event>,
    names: Vec<(Span, u32)>,
    published: (Day, Day),
}

const NAMES: [&str; 6] = ["Berger", "Linz", "Novak", "Graz", "Oslo", "Weber"];

impl<'t> Article<'t> {
    fn new(date: &str, text: &'t str) -> Self {
        let date = published(date);
        let days = (date.earliest, date.latest);
        let document = Document::new(text);
        let times = time::recognise_in(&document, Some(&date), &[]);
        let events = events(&document, &times, Some(days));
        let mut names: Vec<(Span, u32)> =
            (0..).zip(NAMES).flat_map(|(n, name)| whole_words(text, name).map(move |span| (span, n))).collect();
        names.sort_unstable();
        Self { text, sentences: sentences(text), times, events, names, published: days }
    }

    fn events(&self) -> ArticleEvents<'_> {
        let Self { text, sentences, times, events, names, published } = self;
        ArticleEvents { text, sentences, times, events, names, actors: &[0, 2, 5], published: Some(*published) }
    }
}

fn grouped(articles: &[(&str, &str)]) -> Vec<EventGroup> {
    let articles: Vec<Article> = articles.iter().map(|(date, text)| Article::new(date, text)).collect();
    group_events(&articles.iter().map(Article::events).collect::<Vec<_>>())
}

/// The groups as `00 10`: article and event of each member; `!` where they disagree.
fn groups(articles: &[(&str, &str)]) -> Vec<String> {
    let member = |(article, event): &(u32, u32)| format!("{article}{event}");
    let group = |group: &EventGroup| group.members.iter().map(member).collect::<Vec<_>>().join(" ") + if group.disagree { "!" } else { "" };
    grouped(articles).iter().map(group).collect()
}

#[test]
fn reports_of_one_event_in_different_words_are_grouped() {
    let one = "Präsident Berger eröffnete am Donnerstag in Linz die neue Brücke. Das Wetter war schlecht.";
    let two = "Die neue Brücke in Linz ist am 3. Februar von Berger eröffnet worden.";
    let three = "Im Februar eröffnete Berger in Linz die neue Brücke über die Donau.";
    assert_eq!(groups(&[("2022-02-04", one), ("2022-02-05", two)]), ["00 10"]);
    assert_eq!(groups(&[("2022-02-04", one), ("2022-03-05", three)]), ["00 10"]);
    assert_eq!(groups(&[("2022-03-05", three), ("2022-02-04", one), ("2022-02-05", two)]), ["00 10 20"]);
}

#[test]
fn copies_with_different_days_disagree() {
    let one = "Bei dem Unfall auf der Autobahn nahe Graz wurden am Mittwoch drei Menschen schwer verletzt.";
    let two = "Bei dem Unfall auf der Autobahn nahe Graz wurden am Donnerstag drei Menschen schwer verletzt.";
    assert_eq!(groups(&[("2022-02-04", one), ("2022-02-04", two)]), ["00 10!"]);
    // Recurring events do not disagree, and different numbers are different events.
    assert_eq!(groups(&[("2022-02-04", one), ("2022-05-04", two)]), ["00", "10"]);
    let counted = [
        "Am Mittwoch meldete das Amt in Graz 310 neue Fälle der Krankheit.",
        "Am Donnerstag meldete das Amt in Graz 280 neue Fälle der Krankheit.",
    ];
    assert_eq!(groups(&[("2022-02-04", counted[0]), ("2022-02-04", counted[1])]), ["00", "10"]);
}

#[test]
fn two_events_of_one_person_on_one_day_stay_separate() {
    let one = "Berger empfing am Donnerstag den Botschafter Novak in Linz.";
    let two = "Berger weihte am Donnerstag in Linz ein Krankenhaus ein.";
    assert_eq!(groups(&[("2022-02-04", one), ("2022-02-04", two)]), ["00", "10"]);
}

#[test]
fn a_denial_is_grouped_with_the_report() {
    let one = "Weber traf am Mittwoch in Oslo geheime Unterhändler.";
    let two = "Weber traf am Mittwoch in Oslo keine geheimen Unterhändler.";
    assert_eq!(groups(&[("2022-02-04", one), ("2022-02-04", two)]), ["00 10"]);
}

#[test]
fn within_an_article_only_repetitions_are_grouped() {
    let repeated = "Weber traf am Mittwoch in Oslo geheime Unterhändler.\nWeber traf am Mittwoch geheime Unterhändler in Oslo.";
    assert_eq!(groups(&[("2022-02-04", repeated)]), ["00 01"]);
    let two = "Weber traf am Mittwoch in Oslo geheime Unterhändler.\nDanach aß Weber am Mittwoch in Oslo mit Unterhändlern in einem Lokal.";
    assert_eq!(groups(&[("2022-02-04", two)]), ["00", "01"]);
}

#[test]
fn the_same_act_of_the_same_persons_on_one_day_is_one_event() {
    let visit = [
        "Berger plant am 15. Februar eine Reise nach Oslo.",
        "Vor dem Gipfel wird Bürgermeisterin Berger am 15. Februar zu Besuch in Norwegen sein.",
        "Am 15. Februar empfängt Novak Berger in Oslo.",
    ];
    assert_eq!(groups(&visit.map(|text| ("2022-02-04", text))), ["00 10 20"]);
    let within = "Berger reist am 15. Februar nach Oslo.\nDer Besuch von Berger am 15. Februar wurde lange geplant.";
    assert_eq!(groups(&[("2022-02-04", within)]), ["00 01"]);
    let announced = [
        "Kanzler Berger plant am 15. Februar eine Reise nach Oslo.",
        "Auch Berger will in Kürze nach Oslo reisen. Laut Norwegen ist der Termin für den 15. Februar fixiert.",
        "Berger reist Mitte Februar nach Oslo.\nVor dem Streit wird Berger am 15. Februar zu Besuch in Norwegen sein.",
    ];
    assert_eq!(groups(&announced.map(|text| ("2022-02-04", text))), ["00 10 20 21"]);
    let others = ["Berger traf am Mittwoch in Oslo Novak.", "Berger traf am Mittwoch in Oslo Weber."];
    assert_eq!(groups(&others.map(|text| ("2022-02-04", text))), ["00", "10"]);
    let acts = ["Berger reiste am Mittwoch nach Oslo.", "Berger eröffnete am Mittwoch in Oslo die Messe."];
    assert_eq!(groups(&acts.map(|text| ("2022-02-04", text))), ["00", "10"]);
    let days = ["Berger reist am 15. Februar nach Oslo.", "Berger reist am 16. Februar nach Oslo."];
    assert_eq!(groups(&days.map(|text| ("2022-02-04", text))), ["00", "10"]);
}

#[test]
fn two_dates_of_one_sentence_stay_separate() {
    let text = "Zwischen Montag und Mittwoch sprachen Weber und Novak in Oslo über den Haushalt der Stadt.";
    let found = grouped(&[("2022-02-04", text), ("2022-02-04", text)]);
    assert!(found.iter().all(|group| group.members.len() == 2 && !group.disagree), "{found:?}");
}

#[test]
fn any_input_gives_every_event_exactly_one_group() {
    assert!(group_events(&[]).is_empty());
    assert!(groups(&[("2022-02-04", ""), ("2022-02-04", "Kein Datum.")]).is_empty());
    let long = "am 3. Mai 2020 und ".repeat(400);
    let article = Article::new("2022-02-04", &long);
    let found = group_events(&[article.events(), article.events()]);
    let mut members: Vec<_> = found.iter().flat_map(|group| &group.members).collect();
    members.sort_unstable();
    members.dedup();
    assert_eq!((members.len(), found.iter().map(|group| group.members.len()).sum::<usize>()), (800, 800));
    let past_the_end = ArticleEvents { text: "Kurz.", sentences: &sentences("Kurz."), ..article.events() };
    assert_eq!(group_events(&[past_the_end]).iter().map(|group| group.members.len()).sum::<usize>(), 400);
}

#[test]
fn comparisons_are_linear_in_the_number_of_events() {
    let verbs = ["besuchte", "prüfte", "lobte", "sperrte", "räumte", "kaufte", "zeigte"];
    let things = ["Schule", "Brücke", "Halle", "Kirche", "Bank", "Mühle", "Werft", "Burg", "Straße", "Fabrik", "Klinik"];
    let line = |n: usize| format!("{} {} am Montag in Linz die {} Nummer {}.\n", NAMES[n % 6], verbs[n % 7], things[n % 11], n % 1000);
    let texts: Vec<String> = (0..2000).map(|article| (0..10).map(|n| line(article * 10 + n)).collect()).collect();
    let articles: Vec<Article> = texts.iter().map(|text| Article::new("2022-02-04", text)).collect();
    let articles_with_events: Vec<ArticleEvents> = articles.iter().map(Article::events).collect();
    let all: usize = articles.iter().map(|article| article.events.len()).sum();
    assert_eq!(all, 20_000);
    assert!(comparisons(&articles_with_events) < all * 200, "{}", comparisons(&articles_with_events));
}
