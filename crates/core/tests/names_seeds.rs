//! The names of the seed articles, compared with handmade marks.
//!
//! `fixtures/names_seeds.txt` has every seed after a line `=== FILE`, with its names in brackets: `[PER Putin]`, `[LOC:d russische]` for
//! derived forms, `[ORG:p Nato]` for parts of compounds, `[LOC:r Volksrepublik]` for references. The marks follow the project's rules for
//! what counts as a name; undecided words are not marked.

use std::collections::BTreeSet;
use std::path::Path;
use zeitlupe_core::entity::{EntityKind, Form, Mention, link, recognise};

/// Lowest F1 score. Never lower it.
const FLOOR: f64 = 0.998;

/// Span, kind and form of a name.
type Mark = (usize, usize, &'static str, &'static str);

struct Seed {
    file: String,
    text: String,
    marks: BTreeSet<Mark>,
}

fn seeds() -> Vec<Seed> {
    let fixture = include_str!("fixtures/names_seeds.txt");
    fixture.split("=== ").filter(|part| !part.is_empty()).map(read_seed).collect()
}

fn read_seed(part: &str) -> Seed {
    let (file, mut rest) = part.split_once('\n').expect("a line with the file's name");
    let (mut text, mut marks) = (String::new(), BTreeSet::new());
    while let Some(open) = rest.find('[') {
        let (sort, name) = rest[open + 1..].split_once(']').expect("a closing bracket").0.split_once(' ').expect("a kind and a name");
        text.push_str(&rest[..open]);
        let (code, form) = sort.split_once(':').unwrap_or((sort, ""));
        let kind = EntityKind::ALL.into_iter().find(|kind| kind.code() == code).expect("a kind");
        let form = match form {
            "d" => Form::Derived,
            "p" => Form::Part,
            "r" => Form::Reference,
            _ => Form::Name,
        };
        marks.insert((text.len(), text.len() + name.len(), kind.code(), form.code()));
        text.push_str(name);
        rest = &rest[open + sort.len() + name.len() + 3..];
    }
    text.push_str(rest);
    text.truncate(text.trim_end().len());
    Seed { file: file.to_owned(), text, marks }
}

fn mark(mention: &Mention) -> Mark {
    (mention.span.start as usize, mention.span.end as usize, mention.kind.code(), mention.form.code())
}

#[test]
fn the_fixture_is_the_seeds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let seeds = seeds();
    assert_eq!(seeds.len(), 5);
    for seed in seeds {
        let original = std::fs::read_to_string(folder.join(&seed.file)).expect("the seed");
        assert_eq!(original.trim_end().replace("\r\n", "\n"), seed.text, "{}", seed.file);
    }
}

#[test]
fn the_names_of_the_seeds_are_found() {
    // References do not count here.
    let counts = |mark: &Mark| mark.3 != Form::Reference.code();
    let (mut right, mut wanted, mut found) = (0, 0, 0);
    for seed in seeds() {
        let got: BTreeSet<Mark> = recognise(&seed.text).iter().map(mark).filter(counts).collect();
        let want: BTreeSet<Mark> = seed.marks.iter().copied().filter(counts).collect();
        for miss in want.symmetric_difference(&got) {
            println!(
                "{}: {} {miss:?} {:?}",
                seed.file,
                if want.contains(miss) { "missed" } else { "too much" },
                &seed.text[miss.0..miss.1]
            );
        }
        right += want.intersection(&got).count();
        wanted += want.len();
        found += got.len();
    }
    let f1 = 2.0 * right as f64 / (wanted + found) as f64;
    println!("{right} right of {wanted}, {found} found: F1 {f1:.4}");
    assert!(f1 >= FLOOR, "F1 {f1:.4} is below {FLOOR}");
}

#[test]
fn every_person_of_the_seeds_is_one_entity() {
    let seeds = seeds();
    let mentions: Vec<_> = seeds.iter().map(|seed| recognise(&seed.text)).collect();
    let articles: Vec<_> = seeds.iter().zip(&mentions).map(|(seed, m)| (seed.text.as_str(), m.as_slice())).collect();
    let (entities, _) = link(&articles);
    let bears = |name: &str, family: &str| name.split_whitespace().any(|word| word.trim_end_matches('s') == family);
    for family in ["Putin", "Xi", "Macron", "Scholz", "Biden", "Erdogan", "Selenski", "Peskow", "Lawrow", "Stoltenberg", "Wang", "Uschakow"]
    {
        let bearers: Vec<_> =
            entities.iter().filter(|e| e.kind == EntityKind::Per && e.forms.iter().any(|(form, _)| bears(form, family))).collect();
        assert_eq!(bearers.len(), 1, "{family}: {:?}", bearers.iter().map(|e| &e.name).collect::<Vec<_>>());
        let marked = seeds.iter().flat_map(|s| s.marks.iter().map(move |m| (m, &s.text[m.0..m.1])));
        let wanted = marked.filter(|(m, name)| m.2 == "PER" && m.3 == "name" && bears(name, family)).count();
        assert_eq!(bearers[0].total() as usize, wanted, "{family}");
    }
}

/// The entities that the references of the seeds refer to, in order, determined by hand.
const REFERENCES: [&str; 12] = [
    "Wladimir Putin",
    "China",
    "China",
    "Xi Jinping",
    "Jens Stoltenberg",
    "Nato",
    "Jens Stoltenberg",
    "China",
    "Wladimir Putin",
    "Wladimir Putin",
    "Wang Yi",
    "Xi Jinping",
];
/// Fewest references that must be resolved. Never lower it.
const RESOLVED: usize = 9;

#[test]
fn references_of_the_seeds_are_resolved_correctly() {
    let seeds = seeds();
    let mentions: Vec<_> = seeds.iter().map(|seed| recognise(&seed.text)).collect();
    let articles: Vec<_> = seeds.iter().zip(&mentions).map(|(seed, m)| (seed.text.as_str(), m.as_slice())).collect();
    let (entities, links) = link(&articles);
    let mut whom = REFERENCES.iter();
    let mut resolved = 0;
    for ((seed, mentions), links) in seeds.iter().zip(&mentions).zip(&links) {
        let of_form = |mark: &Mark| mark.3 == Form::Reference.code();
        let expected: std::collections::BTreeMap<Mark, &str> =
            seed.marks.iter().copied().filter(of_form).map(|mark| (mark, *whom.next().expect("a row for every reference"))).collect();
        for (mention, id) in mentions.iter().zip(links).filter(|(m, _)| m.form == Form::Reference) {
            let surface = mention.span.of(&seed.text);
            let right = expected.get(&mark(mention)).unwrap_or_else(|| panic!("{}: {surface} is none", seed.file));
            assert_eq!(&entities[id.0 as usize].name, right, "{}: {surface}", seed.file);
            resolved += 1;
        }
    }
    assert!(whom.next().is_none() && resolved >= RESOLVED, "{resolved} resolved");
}

#[test]
fn different_entities_of_the_seeds_are_not_merged() {
    let seeds = seeds();
    let mentions: Vec<_> = seeds.iter().map(|seed| recognise(&seed.text)).collect();
    let articles: Vec<_> = seeds.iter().zip(&mentions).map(|(seed, m)| (seed.text.as_str(), m.as_slice())).collect();
    let (entities, _) = link(&articles);
    for entity in entities.iter().filter(|entity| entity.kind == EntityKind::Per) {
        let last = |form: &str| form.split_whitespace().last().map(|word| word.trim_end_matches('s').to_owned());
        let families: BTreeSet<_> = entity.forms.iter().filter_map(|(form, _)| last(form)).collect();
        // East Asian names begin with the family name, so that the full form ends in another word.
        let eastern = ["Xi Jinping", "Wang Yi"].contains(&entity.name.as_str());
        assert!(families.len() == 1 || eastern && families.len() == 2, "{}: {:?}", entity.name, entity.forms);
    }
    let names: BTreeSet<_> = entities.iter().map(|entity| (entity.kind.code(), &entity.name)).collect();
    assert_eq!(names.len(), entities.len(), "two entities of one kind and name");
}
