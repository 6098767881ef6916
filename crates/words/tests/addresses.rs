//! Every recorded address keeps its meaning: how it is parsed, how it is written, and what another page takes over.
//!
//! The recorded lines never change; new addresses are added at the end.

use zeitlupe_words::address::{Address, Page};

const RECORDED: &str = include_str!("fixtures/addresses.tsv");

/// The meaning of an address, independent of its representation in memory, in the columns of the recording.
fn meaning(fragment: &str) -> [String; 8] {
    let (address, unknown) = Address::parse(fragment);
    let code = match &address.page {
        Page::Overview => "overview",
        Page::Search => "search",
        Page::Article(_) => "article",
        Page::Names => "names",
        Page::Time => "time",
        Page::About => "about",
        Page::Evidence => "evidence",
        Page::Compare => "compare",
        Page::Tasks => "tasks",
        Page::Privacy | Page::Access | Page::Imprint => "paper",
    };
    [
        code.to_owned(),
        address.href(),
        unknown.join(" "),
        address.at(Page::Names).href(),
        address.beside(Page::Time).href(),
        address.article("x y").href(),
        address.shared().href(),
        address.filter.is_narrowed().to_string(),
    ]
}

#[test]
fn recorded_addresses_keep_their_meaning() {
    let mut lines = RECORDED.lines();
    let columns = ["address", "page", "href", "unknown", "at names", "beside time", "article", "shared", "filtered"];
    assert_eq!(lines.next(), Some(columns.join("\t").as_str()));
    let mut checked = 0;
    for line in lines {
        let recorded: Vec<&str> = line.split('\t').collect();
        let (fragment, expected) = recorded.split_first().expect("a line has columns");
        let now = meaning(fragment);
        assert_eq!(now.each_ref().map(String::as_str).as_slice(), expected, "{fragment}");
        assert_eq!(Address::parse(&now[1]), (Address::parse(fragment).0, Vec::new()), "{fragment} is read back from its own link");
        checked += 1;
    }
    assert!(checked > 200, "only {checked} addresses are recorded");
}
