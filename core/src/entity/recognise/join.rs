//! Joins what the rules found with what the tagger found.

use super::doc::{Doc, without_genitive};
use super::memory::Memory;
use crate::entity::model::evidence::{Evidence, Ground};
use crate::entity::model::tag::Sort;
use crate::entity::model::{Model, Tagged, Tagging, What};
use crate::entity::{EntityKind, Form, Mention, Why};
use crate::text::Span;

pub(super) fn join(doc: &Doc, mentions: Vec<Mention>, model: &Model) -> Vec<(Mention, Evidence)> {
    let tagging = model.tag(doc, &mentions);
    let mut out: Vec<(Mention, Evidence)> = Vec::new();
    let span = |t: &Tagged| Span { start: doc.words[t.from].span.start, end: doc.words[t.to - 1].span.end };
    for mention in mentions {
        let agreeing = tagging.found.iter().find(|t| span(t) == mention.span && agrees(&mention, t.what));
        let evidence = |agreed: bool, margin| Evidence { ground: Ground::of(&mention, agreed), margin };
        if let Some(tagged) = agreeing {
            let e = evidence(true, tagged.margin);
            out.push((mention, e));
            continue;
        }
        let margin = against(doc, &tagging, mention.span);
        let e = evidence(false, margin);
        if margin < limit(&mention) {
            out.push((mention, e));
        }
    }
    for tagged in &tagging.found {
        let span = span(tagged);
        if out.iter().any(|(m, _)| m.span.overlaps(span)) {
            continue;
        }
        let (kind, form) = match tagged.what {
            What::Name(sort) => match sort.kind() {
                Some(kind) => (kind, Form::Name),
                None => continue,
            },
            What::Derived => (EntityKind::Loc, Form::Derived),
            What::Part(_) => continue,
        };
        if tagged.margin < envi("ADD", 0) {
            continue;
        }
        let canonical = without_genitive(&doc.name(tagged.from, tagged.to));
        let mention = Mention { span, kind, form, canonical, why: Why::Model, confidence: 0 };
        let evidence = Evidence { ground: Ground::of(&mention, true), margin: tagged.margin };
        out.push((mention, evidence));
    }
    out.sort_by_key(|(m, _)| m.span);
    out
}

fn envi(name: &str, default: i32) -> i32 { std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default) }

fn limit(mention: &Mention) -> i32 {
    match (mention.form, mention.kind, mention.why) {
        (Form::Derived, ..) => envi("L_DER", 100000),
        (Form::Part | Form::Reference, ..) => envi("L_PART", 100000),
        (_, EntityKind::Evt | EntityKind::Misc, _) => envi("L_OTH", 100000),
        (_, _, Why::List) => envi("L_LIST", 100000),
        (_, _, Why::Rule) => envi("L_RULE", 100000),
        _ => envi("L_MEM", 100000),
    }
}

fn against(doc: &Doc, tagging: &Tagging, span: Span) -> i32 {
    let from = doc.words.partition_point(|w| w.span.end <= span.start);
    doc.words[from..].iter().zip(&tagging.margins[from..]).take_while(|(w, _)| w.span.start < span.end).map(|(_, m)| *m).max().unwrap_or(0)
}

fn agrees(mention: &Mention, what: What) -> bool {
    match what {
        What::Name(sort) => mention.form == Form::Name && sort.kind() == Some(mention.kind),
        What::Derived => mention.form == Form::Derived,
        What::Part(kind) => mention.form == Form::Part && mention.kind == kind,
    }
}
