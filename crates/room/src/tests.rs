use super::*;
use serde_json::Value;
use zeitlupe_core::article::Article;
use zeitlupe_core::bundle::{Bundle, Corpus, build};
use zeitlupe_core::room::{Reply, Request};

/// Gives bytes and returns the answer to a function.
fn asked(bytes: &[u8], function: impl FnOnce() -> usize) -> Vec<u8> {
    assert!(!reserve(bytes.len()).is_null());
    GIVEN.with_borrow_mut(|given| given.copy_from_slice(bytes));
    let length = function();
    let answered = ANSWER.with_borrow(Vec::clone);
    assert_eq!(answered.len(), length);
    answered
}

fn bundle() -> Bundle {
    let article = |text: &str| Article { text: text.into(), ..Article::default() };
    build(
        &Corpus {
            articles: vec![article("Der „Kreml“ schweigt <seit> 2019."), article("Am 4. Februar 2022 kam Wladimir Putin nach Peking.")],
            ..Corpus::default()
        },
        &mut |_| (),
    )
}

/// Answers as the script does, with the parts of a bundle.
fn answer_loading(bundle: &Bundle, bytes: &[u8], function: impl Fn() -> usize) -> Vec<u8> {
    loop {
        let answer = asked(bytes, &function);
        if answer[0] != NEEDS {
            return answer;
        }
        let mut rest = &answer[1..];
        while let [kind, a, b, c, d, length, after @ ..] = rest {
            let (file, after) = after.split_at(usize::from(*length));
            let (kind, number) = (u32::from(*kind), u32::from_le_bytes([*a, *b, *c, *d]));
            let key = key(kind, number);
            assert!(key == PartKey::Base && file.is_empty() || file == key.file(bundle.corpus).as_bytes());
            let (_, part) = bundle.parts.iter().find(|(other, _)| *other == key).expect("the bundle has it");
            assert_eq!(asked(part, || feed(kind, number)), [DONE]);
            rest = after;
        }
        assert!(rest.is_empty());
    }
}

fn json(bundle: &Bundle, member: u32, text: &str) -> Value {
    let answer = answer_loading(bundle, text.as_bytes(), || call(member, 10, 1));
    assert_eq!(answer[0], DONE, "{}", String::from_utf8_lossy(&answer));
    serde_json::from_slice(&answer[1..]).expect("JSON")
}

#[test]
fn the_room_asks_for_parts_and_answers() {
    let bundle = bundle();
    let answer = answer_loading(&bundle, &Request::Summaries.to_bytes(), || ask());
    let Ok(Reply::Summaries(summaries)) = Reply::from_bytes(&answer[1..]) else { panic!("{answer:?}") };
    assert_eq!((answer[0], summaries.len()), (DONE, 2));
}

#[test]
fn bytes_that_are_no_request_or_no_part_are_faults() {
    let fault = |answer: Vec<u8>| {
        assert_eq!(answer[0], FAULT);
        Fault::from_bytes(&answer[1..]).expect("a fault")
    };
    assert_eq!(fault(asked(&[0xff; 9], || ask())), Fault::Damaged(PartKey::Base, Damage::Content));
    // No part belongs to a room that is not open.
    assert_eq!(fault(asked(b"x", || feed(5, 3))), Fault::Damaged(PartKey::Index(3), Damage::Foreign));
    assert_eq!(fault(asked(b"x", || feed(0, 0))), Fault::Damaged(PartKey::Base, Damage::NotABundle));
    assert_eq!(fault(asked(b"x", || feed(99, 0))), Fault::Damaged(PartKey::Articles(u32::MAX), Damage::Foreign));
    let missing = asked("HTTP 404".as_bytes(), || missing(2, 0));
    assert_eq!(asked(&missing, || words())[1..], *b"timeline: HTTP 404");
    assert_eq!(fault(missing), Fault::Missing(PartKey::Timeline, "HTTP 404".into()));
    assert_eq!(asked(&[], || words())[1..], *Fault::Stopped.to_string().as_bytes());
}

#[test]
fn every_member_answers_in_json() {
    let bundle = bundle();
    assert_eq!(json(&bundle, 0, "")["articles"], 2);
    let found = json(&bundle, 1, "kreml");
    assert_eq!((&found["total"], &found["hits"][0]["snippet"]), (&1.into(), &"Der „Kreml“ schweigt <seit> 2019.".into()));
    assert!(found["hits"][0]["score"].as_f64() > Some(0.0));
    let id = found["hits"][0]["id"].as_str().expect("an id").to_owned();
    let article = json(&bundle, 2, &id);
    assert_eq!((&article["text"], &article["times"][0]["value"]), (&"Der „Kreml“ schweigt <seit> 2019.".into(), &"2019".into()));
    assert!(json(&bundle, 2, "nothing").is_null() && json(&bundle, 9, "").is_null());
    assert!(
        json(&bundle, 3, "")
            .as_array()
            .is_some_and(|list| list.iter().any(|entity| entity["name"] == "Wladimir Putin" && entity["type"] == "PER"))
    );
    assert!(json(&bundle, 4, "").as_array().is_some_and(|list| list.iter().any(|item| item["earliest"] == "2022-02-04")));
}
