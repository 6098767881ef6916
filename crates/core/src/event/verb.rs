//! Finds the finite verb of a clause by word lists and endings; most German verbs need no dictionary.

use crate::german::{DETERMINERS, OBLIQUE, PREPOSITIONS, SEPARABLE, STRONG_PAST, SUBJECTS, Words, words};
use crate::text::{Document, Span, TokenKind};
use std::sync::LazyLock;

/// Bytes of the longest word that is looked up in a list.
const LONGEST: usize = 64;

/// A word or punctuation mark of a sentence.
pub(super) struct Word<'d> {
    /// Its position in the text.
    pub span: Span,
    /// As it is written.
    pub text: &'d str,
    /// In lower case.
    pub lower: &'d str,
    /// Whether it is punctuation or another symbol.
    pub punctuation: bool,
    /// Whether it is part of a time expression.
    pub time: bool,
    capital: bool,
}

impl<'d> Word<'d> {
    /// Token `at` of a document; `time` where it belongs to a time expression.
    pub fn new(document: &'d Document<'d>, at: usize, time: bool) -> Self {
        let token = &document.tokens()[at];
        let (punctuation, capital) = (token.kind == TokenKind::Punctuation, token.capital);
        Self { span: token.span, text: token.text, lower: document.lower(at), punctuation, time, capital }
    }

    /// Whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.capital
    }

    /// Whether it is in a list of lower-case words.
    pub fn is_in(&self, list: &Words) -> bool {
        self.lower.len() <= LONGEST && list.contains(self.lower)
    }

    /// Whether it is one of a few lower-case words, separated by spaces.
    pub fn is_one_of(&self, few: &str) -> bool {
        few.split(' ').any(|word| word == self.lower)
    }
}

/// The tense of a finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tense {
    /// `kam`, `forderte`, `wurde`.
    Past,
    /// `kommt`, `ist`, `habe`.
    Present,
}

static PRESENT: Words = LazyLock::new(|| {
    words(
        "ist sind bin sei seien hat haben habe wird werden werde würde würden will wollen wolle soll sollen solle kann können \
    könne könnte könnten muss müssen müsse müsste müssten darf dürfen dürfe dürfte dürften möchte möchten mag lässt lassen gilt gelten gibt \
    geben gebe geht gehen gehe steht stehen stehe kommt kommen komme bleibt bleiben bleibe liegt liegen liege heißt heißen hält halten tritt \
    treten trifft treffen nimmt nehmen sieht sehen spricht sprechen gerät gehört gehören gewinnt gelingt tut weiß wisse brauche lasse \
    finde halte mache führe sehe spreche nehme fordere hätte hätten wäre wären gäbe bräuchte ließe lädt rät fährt fällt läuft schlägt trägt wächst \
    verlässt empfängt unternimmt beginnt beginnen endet enden findet finden plant planen reist reisen beginne fühlt sollten \
    bestreitet bestreiten verspricht entscheidet erhält verliert verbietet betreibt besteht enthält entsteht erscheint versteht vergibt ergibt \
    entfällt unterliegt beschließt verschiebt übernimmt unterschreibt widerspricht bewirbt verschwindet",
    )
});
/// Infinitives and plurals of the present that end like the past of a weak verb.
static IN_TEN: Words = LazyLock::new(|| {
    words(
        "berichten arbeiten leisten kosten starten warten bieten bitten leiten bereiten begleiten testen richten verzichten achten \
         beobachten betrachten retten vertreten streiten schalten verwalten antworten erwarten bedeuten erhalten enthalten gestalten \
         verhalten raten veranstalten verbreiten beantworten fürchten befürchten unterrichten errichten verpflichten erarbeiten \
         bearbeiten anbieten verbieten vernichten auftreten eintreten",
    )
});
/// Words of other kinds that end like verbs.
static NO_VERB: Words = LazyLock::new(|| {
    words(
        "nicht jetzt erst seit mit statt fast selbst bereit laut weit gut zuletzt sonst dort meist damit somit derzeit weltweit \
    bekannt insgesamt samt längst jüngst höchst echt recht schlecht leicht alt kalt hart satt tot rot spät nett direkt exakt konkret komplett \
    absolut privat perfekt strikt korrekt indirekt zunächst möglichst mindestens wert akut eigens acht hundert tausend überhaupt bundesweit \
    landesweit europaweit europaweite selbst vielleicht oft zeit nacht gestern damals unbekannt verletzt bereits momentan seitens samt \
    zuerst äußerst soweit zweit dritt rechts links weitest sicherheit samt zumeist ernst fest fast schlicht dicht acht nackt robust bewusst \
    heute bitte letzte erste zweite dritte vierte fünfte sechste siebte achte zehnte zwölfte rechte weite späte gute breite kranke bekannte echte alte kalte harte \
    laute tote ersten letzten zweiten dritten vierten fünften achten guten weiten alten kalten harten späten breiten roten toten rechten \
    ehemaligen gegen neben wegen zwischen oben unten sieben zehn außen innen morgen denen ihren seinen einen keinen meinen deinen allen vielen beiden \
    anderen neuen großen kleinen jungen eigenen hohen ganzen meisten nahen vielen wenigen mehreren einzelnen weiteren hinten vorn drüben sondern \
    gern ihnen zusammen daneben dagegen deswegen hingegen vergangenen kommenden folgenden hunderten tausenden millionen nächsten seltsamen \
    entgegen zugegen deutschen frühen besonderen verschiedenen soeben eben neuesten genannten sogenannten vorne gegenüber zahlreichen diesen jeden jenen manchen solchen einigen welchen unseren",
    )
});

/// Infinitives and present forms that begin with `ge`.
static NO_PARTICIPLE: Words = LazyLock::new(|| {
    words(
        "gehen geben gelten gehören gewinnen geschehen genießen gelingen geraten gestalten gewähren gefährden gebrauchen genehmigen \
         gewährleisten gehört gewinnt gelingt geschieht genießt gerät gestaltet gewährt gefährdet genehmigt gegen gerade genau gesamt",
    )
});

/// Whether a form has the `ge` of a past participle: `gekommen`, `angekommen`.
pub(super) fn has_ge(word: &str) -> bool {
    let ends = word.ends_with('t') || word.ends_with("en") || word.ends_with("tan");
    let rest = word.find("ge").filter(|&at| at == 0 || word.get(..at).is_some_and(|prefix| SEPARABLE.contains(prefix)));
    word.len() > 5 && ends && rest.and_then(|at| word.get(at..)).is_some_and(|rest| !NO_PARTICIPLE.contains(rest))
}

/// Whether a form can be a past participle.
pub(super) fn is_participle(word: &str) -> bool {
    let ends = word.ends_with('t') || word.ends_with("en");
    let prefixed =
        ["be", "ver", "er", "ent", "zer", "miss", "über", "unter", "wider", "wieder"].iter().any(|prefix| word.starts_with(prefix));
    let plain = word.len() > 5 && ends && (prefixed || word.ends_with("iert")) && !NO_VERB.contains(word);
    word == "worden" || plain || has_ge(word)
}

/// Whether a form can be an infinitive.
pub(super) fn is_infinitive(word: &Word) -> bool {
    !word.punctuation
        && !word.is_capital()
        && (word.lower == "sein"
            || word.lower == "tun"
            || (word.lower.len() > 4 && (word.lower.ends_with("en") || word.lower.ends_with("ern") || word.lower.ends_with("eln"))))
        && !word.is_in(&NO_VERB)
        && !is_adjective(word.lower)
}

fn is_adjective(word: &str) -> bool {
    [
        "ischen", "lichen", "igen", "sten", "baren", "samen", "ierten", "ellen", "alen", "iven", "losen", "haften", "enden", "ären",
        "eren", "enen",
    ]
    .iter()
    .any(|end| word.ends_with(end))
        && !["fahren", "kritisieren", "lesen", "verlieren", "erklären", "hören", "gehören", "führen"]
            .iter()
            .any(|verb| word.ends_with(verb))
        && !word.ends_with("ieren")
        && !word.ends_with("senden")
        && !word.ends_with("fenden")
}

/// A finite verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    /// Its index among the words.
    pub at: usize,
    /// Its tense.
    pub tense: Tense,
    /// Whether it can hardly be anything else.
    pub sure: bool,
}

/// The finite verb of `words`; `last` for a subordinate clause, whose verb is at its end.
pub(super) fn finite(words: &[Word], last: bool) -> Option<Verb> {
    let mut best: Option<(u8, usize, Tense)> = None;
    for at in 0..words.len() {
        let Some((rank, tense)) = rate(words, at, last) else { continue };
        if best.is_none_or(|(so_far, ..)| rank > so_far || (last && rank == so_far)) {
            best = Some((rank, at, tense));
        }
    }
    best.map(|(rank, at, tense)| Verb { at, tense, sure: rank > 1 })
}

/// Plural forms of the present that are also infinitives.
static BARE: Words = LazyLock::new(|| {
    words(
        "haben werden lassen können müssen sollen wollen dürfen geben gehen kommen bleiben finden treffen \
         stehen halten nehmen sehen sprechen beginnen enden planen reisen gelten liegen treten gehören heißen",
    )
});

/// `größte`, `meisten`; not `wusste`, `reisten`.
fn is_superlative(form: &str) -> bool {
    (form.ends_with("ste") || form.ends_with("sten"))
        && !["iste", "asste", "öste", "usste", "üsste", "oste", "aste", "isste", "esste"]
            .iter()
            .any(|end| form.trim_end_matches('n').ends_with(end))
}

/// How likely the word is a finite verb, from 1 to 3, and its tense; `None` if it is not one.
fn rate(words: &[Word], at: usize, last: bool) -> Option<(u8, Tense)> {
    let word = &words[at];
    let after_border = at == 0 || words[at - 1].punctuation;
    if word.punctuation || word.time || (word.is_capital() && !after_border) || word.lower.len() < 3 || word.is_in(&NO_VERB) {
        return None;
    }
    let before = at.checked_sub(1).map(|at| &words[at]);
    let next = words.get(at + 1).filter(|next| !next.punctuation);
    // "Stand heute"
    let noun = word.is_capital() && next.is_some_and(|next| next.time);
    if noun || before.is_some_and(|word| word.lower == "zu") {
        return None;
    }
    let determined = before.is_some_and(|word| word.is_in(&DETERMINERS) || word.is_in(&PREPOSITIONS)) && at > 1;
    let place = Place { word, before, next, second: at == 1, last, determined };
    if word.is_in(&PRESENT) {
        place.as_known_present()
    } else if is_strong_past(word) {
        place.as_strong_past()
    } else if is_weak_past(word.lower) {
        place.as_weak_past()
    } else if word.is_capital() {
        None
    } else if word.lower.len() > 3 && word.lower.ends_with('t') && !determined {
        place.as_present_in_t()
    } else {
        place.as_plural()
    }
}

/// A word and its neighbours.
struct Place<'w, 't> {
    word: &'w Word<'t>,
    before: Option<&'w Word<'t>>,
    /// The next word, unless punctuation comes first.
    next: Option<&'w Word<'t>>,
    /// Whether it is the second word of the clause.
    second: bool,
    /// Whether it is the last.
    last: bool,
    /// Whether a determiner or preposition precedes it.
    determined: bool,
}

impl Place<'_, '_> {
    fn as_known_present(&self) -> Option<(u8, Tense)> {
        let form = self.word.lower;
        if !BARE.contains(form) {
            return Some((3, Tense::Present));
        }
        // `werden` at the end of a main clause is the infinitive, unless it is the only verb.
        let placed = self.last || self.next.is_some();
        let auxiliary = matches!(form, "haben" | "werden" | "können" | "müssen" | "sollen" | "wollen");
        (placed || self.second).then_some((1 + u8::from(auxiliary && placed), Tense::Present))
    }

    fn as_strong_past(&self) -> Option<(u8, Tense)> {
        // `gefallen`, `verloren`, `entschieden` are also participles.
        let participle = is_participle(self.word.lower) && self.word.lower.ends_with("en");
        (!participle || self.last || self.next.is_some()).then_some((if participle { 1 } else { 3 }, Tense::Past))
    }

    fn as_weak_past(&self) -> Option<(u8, Tense)> {
        let noun_follows = self.next.is_some_and(Word::is_capital);
        let adjective = |word: &Word| !word.punctuation && !word.is_capital() && !word.time && is_adjective(word.lower);
        let attributive = (self.determined && self.next.is_some()) || (self.before.is_some_and(adjective) && noun_follows);
        (!attributive).then_some((if noun_follows { 1 } else { 2 }, Tense::Past))
    }

    fn as_present_in_t(&self) -> Option<(u8, Tense)> {
        let participle = is_participle(self.word.lower);
        let subject = |word: &Word| word.is_capital() || word.is_in(&DETERMINERS) || word.is_in(&SUBJECTS);
        // `eröffnet 1955`, `Männer in Haft verurteilt`: a possible participle must be where a verb can be.
        let placed = match (participle, self.before) {
            _ if self.last => true,
            (true, None) => self.next.is_some_and(subject),
            (true, Some(before)) => self.next.is_some() || (self.second && before.is_capital()),
            (false, _) => self.next.is_some() || self.second,
        };
        (!has_ge(self.word.lower) && placed).then_some((if participle { 1 } else { 2 }, Tense::Present))
    }

    fn as_plural(&self) -> Option<(u8, Tense)> {
        let last = self.last;
        let subject = |word: &Word| {
            word.is_capital() || word.time || word.text.starts_with(|c: char| c.is_ascii_digit()) || word.is_in(&SUBJECTS) || last
        };
        let plural = is_infinitive(self.word) && !has_ge(self.word.lower) && self.before.is_some_and(subject);
        let placed = if last { self.next.is_none() } else { self.next.is_some() || self.second };
        (plural && !self.determined && placed).then_some((1, Tense::Present))
    }
}

/// Whether a word is a past form of a strong verb, with or without an inseparable prefix.
fn is_strong_past(word: &Word) -> bool {
    const STRONG: [&str; 10] = ["be", "ver", "er", "ent", "über", "unter", "wider", "um", "ge", "zer"];
    let stem = |prefix: &&str| word.lower.strip_prefix(*prefix).is_some_and(|rest| rest.len() > 3 && STRONG_PAST.contains(rest));
    word.is_in(&STRONG_PAST) || STRONG.iter().any(stem)
}

/// Whether a form ends as the past of a weak verb does.
fn is_weak_past(form: &str) -> bool {
    form.len() > 4 && (form.ends_with("te") || form.ends_with("ten")) && !is_superlative(form) && form != "meiste" && !IN_TEN.contains(form)
}

/// Whether `words` have a possible subject: a noun or pronoun outside of any prepositional phrase.
pub(super) fn has_subject(words: &[Word]) -> bool {
    let mut governed = false;
    let mut name = false;
    for (at, word) in words.iter().enumerate() {
        if word.is_in(&PREPOSITIONS) || word.is_in(&OBLIQUE) {
            (governed, name) = (true, false);
        } else if word.time {
            (governed, name) = (false, false);
        } else if word.punctuation {
            name = false;
        } else if word.is_capital() && !(at == 0 && crate::german::is_stop_word(&crate::text::fold(word.text))) {
            if !governed && !name {
                return true;
            }
            // The other words of a name depend on the same preposition as its first.
            (governed, name) = (false, true);
        } else if word.is_one_of("er sie es wir ich man wer niemand jemand")
            || (word.is_in(&SUBJECTS) && !words.get(at + 1).is_some_and(Word::is_capital))
        {
            if !governed {
                return true;
            }
        } else {
            name = name && word.is_one_of("und");
        }
    }
    false
}
