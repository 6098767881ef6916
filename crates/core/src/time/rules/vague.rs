//! Vague references to the past, present or future.

use crate::time::lexicon::Ref;
use crate::time::meaning::Meaning;
use crate::time::pattern::Part::*;
use crate::time::pattern::{Found, Part, Rule};

const THE: Part = Maybe(&Article);

fn past(_: &Found) -> Option<Meaning> {
    Some(Meaning::Vague(Ref::Past))
}

fn present(_: &Found) -> Option<Meaning> {
    Some(Meaning::Vague(Ref::Present))
}

fn future(_: &Found) -> Option<Meaning> {
    Some(Meaning::Vague(Ref::Future))
}

fn turned(found: &Found) -> Option<Meaning> {
    Some(Meaning::Vague(match found.turn? {
        ..=-1 => Ref::Past,
        0 => Ref::Present,
        _ => Ref::Future,
    }))
}

pub(crate) const RULES: &[Rule] = &[
    rule!("jetzt", [Vague], |found| Some(Meaning::Vague(found.vague?))),
    rule!("bald darauf", [Word(&["bald"]), Word(&["darauf", "danach", "nach"])], past),
    rule!("vor kurzem", [Word(&["vor"]), Word(&["kurzem", "langem", "längerem"])], past),
    rule!("seit langem", [Word(&["seit"]), Word(&["langem", "längerem", "jeher", "kurzem", "neuestem"])], past),
    rule!("in Kürze", [Word(&["in"]), Word(&["kürze", "bälde"])], future),
    rule!("im Moment", [Word(&["im"]), Word(&["moment", "augenblick"])], present),
    rule!("zur Zeit", [Word(&["zur"]), Word(&["zeit", "stunde"]), NotAhead(&[Word(&["der", "des", "von"])])], present),
    rule!("der Zukunft", [THE, Word(&["zukunft"])], future),
    rule!("in naher Zukunft", [Behind(&["in"]), Word(&["naher", "nächster", "absehbarer"]), Word(&["zukunft", "zeit"])], future),
    rule!("in der Vergangenheit", [Behind(&["in"]), Article, Word(&["vergangenheit"])], past),
    rule!("in diesen Tagen", [Behind(&["in"]), Word(&["diesen"]), Word(&["tagen"])], present),
    rule!("zu dieser Zeit", [Behind(&["zu", "aus", "seit"]), Word(&["dieser", "jener"]), Word(&["zeit"])], past),
    rule!("letzter Zeit", [THE, Turn, Maybe(&Adjective), Word(&["zeit"])], turned),
    rule!("früheren Zeiten", [Word(&["früheren", "alten", "vergangenen"]), Word(&["zeiten"])], past),
];
