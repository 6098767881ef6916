//! Small corpora for tests, and a room that loads from memory.

use super::load::{answer_of, ask_loading, at_once};
use super::{Question, Room, SearchRequest, SearchView};
use crate::article::{Article, Role, Section};
use crate::bundle::{Bundle, Corpus, build};
use crate::part::PartKey;
use crate::text::Span;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

/// A bundle and its room.
pub struct Loaded {
    pub bundle: Bundle,
    pub room: RefCell<Room>,
    /// Number of rounds of loading for the last question.
    pub rounds: u32,
    /// The loaded parts.
    pub parts: BTreeSet<PartKey>,
}

/// An article with this id; a first line that begins with `# ` is its title, the others are paragraphs.
pub fn article(id: &str, text: &str) -> Article {
    let mut out = Article::default();
    out.meta.id = id.to_owned();
    for line in text.lines() {
        let title = line.strip_prefix("# ").filter(|_| out.sections.is_empty());
        let start = if out.text.is_empty() { 0 } else { out.text.len() + 1 };
        if start > 0 {
            out.text.push('\n');
        }
        out.text.push_str(title.unwrap_or(line));
        let role = if title.is_some() { Role::Title } else { Role::Paragraph };
        out.sections.push(Section { role, span: Span::new(start, out.text.len()) });
        out.meta.title = title.map(str::to_owned).or(out.meta.title);
    }
    out
}

/// Articles named a, b, c and so on.
pub fn corpus(texts: &[&str]) -> Corpus {
    let articles = texts.iter().zip('a'..).map(|(text, id)| article(&id.to_string(), text)).collect();
    Corpus { title: "Probe".into(), articles, ..Corpus::default() }
}

/// The five seeds, with every line of the file as a paragraph.
pub fn seeds() -> Corpus {
    corpus(&[
        include_str!("../../../../seeds/000_6a6fa6a54ab7b27f.txt"),
        include_str!("../../../../seeds/001_73b70acefaa1e389.txt"),
        include_str!("../../../../seeds/002_76a069b9c64a2473.txt"),
        include_str!("../../../../seeds/003_436c9eb40a421347.txt"),
        include_str!("../../../../seeds/004_16179895b56dd3e5.txt"),
    ])
}

impl Loaded {
    pub fn new(corpus: &Corpus) -> Self {
        Self::of(build(corpus, &mut |_| ()))
    }

    pub fn of(bundle: Bundle) -> Self {
        let room = RefCell::new(Room::open(&bundle.parts[0].1).unwrap());
        Self { bundle, room, rounds: 0, parts: BTreeSet::new() }
    }

    /// Unloads all parts except the base.
    pub fn empty(&mut self) {
        self.room = RefCell::new(Room::open(&self.bundle.parts[0].1).unwrap());
        self.parts.clear();
    }

    /// Asks, and feeds in the needed parts, until there is an answer.
    pub fn ask<Q: Question>(&mut self, question: Q) -> Q::Answer {
        let (rounds, parts) = (Cell::new(0), RefCell::new(std::mem::take(&mut self.parts)));
        let request = question.into_request();
        let fetch = async |files: &[(PartKey, String)]| {
            assert!(!files.is_empty(), "a need without parts would never end");
            rounds.set(rounds.get() + 1);
            let part = |(key, _): &(PartKey, String)| {
                assert!(parts.borrow_mut().insert(*key), "{key:?} is loaded: {request:?} would never end");
                let at = self.bundle.parts.binary_search_by_key(key, |(key, _)| *key).unwrap();
                self.bundle.parts[at].1.clone()
            };
            Ok(files.iter().map(part).collect())
        };
        let reply = at_once(ask_loading(&self.room, &request, fetch)).unwrap();
        (self.rounds, self.parts) = (rounds.get(), parts.into_inner());
        answer_of::<Q>(reply).unwrap()
    }

    pub fn search(&mut self, query: &str) -> SearchView {
        self.find(SearchRequest {
            query: query.to_owned(),
            limit: 20,
            passages: true,
            facets: true,
            names: true,
            ..SearchRequest::default()
        })
    }

    pub fn find(&mut self, request: SearchRequest) -> SearchView {
        self.ask(request)
    }

    /// The ids of the articles found, the best first, separated by spaces.
    pub fn ids(&mut self, query: &str) -> String {
        let view = self.search(query);
        self.name(&view)
    }

    pub fn name(&self, view: &SearchView) -> String {
        view.hits.iter().map(|hit| hit.summary.id.as_str()).collect::<Vec<_>>().join(" ")
    }
}
