//! The stretch of a sentence around a date that says who did what.

use super::verb::{
    DETERMINERS, PREPOSITIONS, SEPARABLE, Tense, Verb, Word, Words, finite, has_subject, is_infinitive, is_participle, words,
};
use crate::german::is_stop_word;
use crate::text::{Span, Token, fold};
use std::sync::LazyLock;

/// A clause that is shown has about so many characters at most.
const LIMIT: usize = 160;
/// A clause of fewer content words is widened, also one that has its verb.
const CONTENT: usize = 2;
/// The same for a stretch without a verb, or where the verb only says that somebody spoke.
const CONTENT_WITHOUT_VERB: usize = 3;

/// Words in an item of a list.
const ITEM: usize = 4;

static SUBORDINATORS: Words = LazyLock::new(|| {
    words(
        "dass weil wenn nachdem bevor ehe obwohl obgleich ob sobald solange falls indem sodass wobei wodurch womit woraufhin wonach weshalb \
         seitdem sofern soweit nachdem wohingegen worauf woran wofür wogegen wozu worin wovon worüber weswegen",
    )
});
const MAYBE_SUBORDINATORS: &str = "als da während damit wie wo was wer bis seit je wann warum wohin woher indes";
const RELATIVES: &str = "der die das den dem deren dessen denen welcher welche welches welchen welchem";
const CONJUNCTIONS: &str = "und aber oder sondern doch denn sowie jedoch also";
/// Verbs by which somebody is said to have said something.
static SAYING: Words = LazyLock::new(|| {
    words(
        "sagte sagten sagt teilte teilten teilt erklärte erklärten erklärt berichtete berichteten berichtet meldete meldeten meldet betonte \
         betonten betont äußerte kritisierte kritisierten forderte forderten fordert warnte warnten warnt hieß heißt schrieb schreibt schrieben \
         bestätigte bestätigten kündigte kündigten versicherte behauptete twitterte fügte ergänzte begründete verkündete gab gaben sprach \
         meinte räumte stellte antwortete mahnte zitierte so",
    )
});
const AUXILIARIES: &str = "ist sind sei seien war waren hat haben habe hatte hatten hätte hätten wäre wären wird werden werde würde würden wurde \
    wurden will wollen wolle wollte wollten soll sollen solle sollte sollten kann können könne konnte konnten könnte könnten muss müssen \
    müsse musste mussten müsste darf dürfen dürfe durfte durften dürfte dürften möchte möchten lässt ließ ließen";

/// What a segment of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It has a finite verb and opens with no subordinator.
    Main,
    /// `dass …`, `weil …`.
    Subordinate,
    /// `der …`, `mit dem …` behind a comma.
    Relative,
    /// `…, nach Moskau zu reisen`.
    Infinitive,
    /// It has no finite verb.
    Fragment,
}

/// A stretch between two borders.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// First word.
    pub from: usize,
    /// One past the last word.
    pub to: usize,
    /// What it is.
    pub kind: Kind,
    /// Its finite verb.
    pub verb: Option<Verb>,
    /// A semicolon, a colon or the mark of a long quotation stands before it.
    hard: bool,
}

/// A sentence in segments.
pub(super) struct Sentence<'t> {
    text: &'t str,
    /// Its words and signs.
    pub words: Vec<Word<'t>>,
    /// Its segments, in order; they hold every word but the signs between them.
    pub segments: Vec<Segment>,
    /// Quotations and brackets: the places of their two marks.
    pairs: Vec<(usize, usize)>,
}

/// A clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// What to show.
    pub span: Span,
    /// The segments whose verb tells of the date, the nearest first.
    pub predicate: Vec<usize>,
    /// The segment on whose verb the clause depends.
    pub governor: Option<usize>,
}

impl<'t> Sentence<'t> {
    /// The sentence of these tokens of `text`; `times` are the places of its time expressions, in order.
    pub fn new(text: &'t str, tokens: &[Token], times: &[Span]) -> Self {
        let is_time = |span: Span| times.iter().any(|time| time.overlaps(span));
        let words: Vec<Word> = tokens.iter().map(|token| Word::new(text, token, is_time(token.span))).collect();
        let pairs = pairs(&words);
        let mut sentence = Self { text, words, segments: Vec::new(), pairs };
        sentence.cut();
        sentence
    }

    fn cut(&mut self) {
        let quoting: Vec<bool> = self.pairs.iter().map(|&pair| self.is_border(pair)).collect();
        let mut border = vec![0_u8; self.words.len() + 1];
        for (at, word) in self.words.iter().enumerate().filter(|(_, word)| word.sign && !word.time) {
            border[at] = match word.text {
                "," | "!" | "?" | "(" | ")" | "[" | "]" => 1,
                "–" | "—" | "-" if self.is_free(at) => 1,
                ":" if !self.text[word.span.end as usize..].starts_with(char::is_whitespace) => 0,
                "." | "…" if self.words.get(at + 1).is_none_or(|next| next.sign) => 1,
                ";" | ":" | "|" => 2,
                // A mark without its other one: the quotation began in the sentence before, or ends in the next.
                "\"" | "„" | "“" | "”" | "»" | "«" if !self.pairs.iter().any(|&(open, close)| open == at || close == at) => 2,
                _ => 0,
            };
        }
        for (&(open, close), &quoting) in self.pairs.iter().zip(&quoting) {
            if self.words[open].is_one_of("( [") {
                continue;
            }
            if quoting {
                (border[open], border[close]) = (2, 2);
            } else {
                border[open..close].fill(0);
            }
        }
        let (mut from, mut hard) = (0, false);
        for (at, &border) in border.iter().enumerate() {
            if border == 0 && at < self.words.len() {
                continue;
            }
            if from < at {
                self.push(from, at, hard);
                hard = false;
            }
            hard |= border == 2;
            from = at + 1;
        }
    }

    fn is_free(&self, at: usize) -> bool {
        let span = self.words[at].span;
        self.text[..span.start as usize].ends_with(' ') && self.text[span.end as usize..].starts_with(' ')
    }

    /// Whether a pair of marks holds a statement rather than a word or two of the sentence around it.
    fn is_border(&self, (open, close): (usize, usize)) -> bool {
        let before = open.checked_sub(1).map_or(":", |at| self.words[at].text);
        let after = self.words.get(close + 1).map_or("", |word| word.text);
        close - open > 4 && (matches!(before, ":" | "," | "–") || after == "," || self.words[close - 1].is_one_of("! ? ."))
    }

    fn push(&mut self, from: usize, to: usize, hard: bool) {
        let segment = self.segment(from, to, hard);
        let sure = |verb: Option<Verb>| verb.is_some_and(|verb| verb.sure);
        for at in from + 2..to.saturating_sub(2) {
            if !self.words[at].is_one_of("und oder aber doch denn") {
                continue;
            }
            let (left, right) = (self.segment(from, at, hard), self.segment(at, to, false));
            let verb = right.verb.map_or(at, |verb| verb.at);
            let joined = self.words[at + 1..verb.max(at + 1)].iter().any(|word| word.is_one_of("und oder"));
            let clause = segment.kind != Kind::Main || verb < to - 1;
            let complete = verb == at + 1 || (clause && has_subject(&self.words[at + 1..to]));
            if sure(left.verb) && sure(right.verb) && !joined && complete {
                self.segments.push(left);
                return self.push(at, to, false);
            }
        }
        self.segments.push(segment);
    }

    fn segment(&self, from: usize, to: usize, hard: bool) -> Segment {
        let words = &self.words[from..to];
        let lead = words.iter().take_while(|word| word.is_one_of(CONJUNCTIONS)).count();
        let (first, second) = (words.get(lead), words.get(lead + 1));
        let behind_comma = from > 0 && self.words[from - 1].is_one_of(", (");
        let relative = behind_comma
            && (first.is_some_and(|word| word.is_one_of(RELATIVES))
                || (first.is_some_and(|word| word.is_in(&PREPOSITIONS)) && second.is_some_and(|word| word.is_one_of(RELATIVES))));
        let at_end = finite(words, true).filter(|verb| verb.at + 2 >= words.len());
        let (kind, verb) = if first.is_some_and(|word| word.is_in(&SUBORDINATORS)) {
            (Kind::Subordinate, finite(words, true))
        } else if first.is_some_and(|word| word.is_one_of(MAYBE_SUBORDINATORS)) && at_end.is_some() {
            (Kind::Subordinate, at_end)
        } else if relative && at_end.is_some_and(|verb| verb.at > 1) && finite(words, false).is_none_or(|verb| verb.at > 1) {
            (Kind::Relative, at_end)
        } else {
            (Kind::Main, finite(words, false))
        };
        let infinitive = words.iter().rev().take(3).any(|word| is_zu_infinitive(words, word));
        let (kind, verb) = match verb {
            Some(verb) if verb.sure || !infinitive => (kind, Some(verb)),
            _ if infinitive => (Kind::Infinitive, None),
            _ => (Kind::Fragment, None),
        };
        Segment { from, to, kind, verb: verb.map(|verb| Verb { at: verb.at + from, ..verb }), hard }
    }

    /// The clause around a time expression; `None` where it lies outside of the sentence.
    pub fn clause(&self, time: Span) -> Option<Clause> {
        let at = self.words.iter().position(|word| time.overlaps(word.span))?;
        let kernel = self.segments.iter().position(|segment| (segment.from..segment.to).contains(&at))?;
        let mut found = Stretch { sentence: self, first: kernel, last: kernel, from: None, predicate: vec![kernel], governor: None };
        if self.segments[kernel].verb.is_some() {
            found.add_subject();
            found.add_end_of_verb();
        } else if !self.is_attribution(kernel) {
            found.add_verb();
        }
        found.add_list();
        found.add_object();
        found.widen(time);
        let (predicate, governor) = (found.predicate.clone(), found.governor);
        let (from, to) = (found.from.unwrap_or(self.segments[found.first].from), self.segments[found.last].to);
        Some(Clause { span: self.trim(from, to, time), predicate, governor })
    }

    /// `sagte Putin`, `so der Kremlchef`: who said what stands before it.
    pub fn is_attribution(&self, segment: usize) -> bool {
        let Segment { from, to, .. } = self.segments[segment];
        self.words[from].is_in(&SAYING)
            && segment > 0
            && from + 1 < to
            && (self.words[from].lower != "so" || !has_verb(&self.segments[segment]))
    }

    /// The words `from..to` as a span: without conjunctions and signs at its ends, no pair of marks torn apart, not too long.
    fn trim(&self, mut from: usize, mut to: usize, time: Span) -> Span {
        let within = |(open, close): (usize, usize), from: usize, to: usize| ((from..to).contains(&open), (from..to).contains(&close));
        for &pair in &self.pairs {
            let whole = (from.min(pair.0), to.max(pair.1 + 1));
            if matches!(within(pair, from, to), (true, false) | (false, true)) && self.length(whole.0, whole.1) <= LIMIT {
                (from, to) = whole;
            }
        }
        let first_of_time = self.words.iter().position(|word| time.overlaps(word.span)).unwrap_or(from);
        let last_of_time = self.words.iter().rposition(|word| time.overlaps(word.span)).unwrap_or(from);
        (from, to) = self.shorten(from, to, first_of_time, last_of_time);
        // What is still torn was too long to be whole: it is left out, or its mark is.
        for &pair in &self.pairs {
            match within(pair, from, to) {
                (true, false) if pair.0 > last_of_time => to = pair.0,
                (true, false) => from = pair.0 + 1,
                (false, true) if pair.1 < first_of_time => from = pair.1 + 1,
                (false, true) => to = pair.1,
                _ => {}
            }
        }
        let keeps = |at: usize| {
            self.words[at].time || self.pairs.iter().any(|&(open, close)| (open == at || close == at) && from <= open && close < to)
        };
        let loose = |at: usize| self.words[at].sign && !self.words[at].is_one_of("% € $ § #") && !keeps(at);
        let (mut first, mut last) = (from.min(first_of_time), to.max(last_of_time + 1));
        while first < first_of_time && (loose(first) || self.leads(first, from)) {
            first += 1;
        }
        while last > last_of_time + 1 && loose(last - 1) {
            last -= 1;
        }
        Span { start: self.words[first].span.start, end: self.words[last - 1].span.end }
    }

    /// A conjunction that means nothing without the clause before.
    fn leads(&self, at: usize, from: usize) -> bool {
        let word = &self.words[at];
        let opens = self.segments.iter().find(|segment| (segment.from..segment.to).contains(&at)).is_some_and(|segment| {
            segment.kind == Kind::Subordinate
                && (segment.from..=segment.from + 1).contains(&at)
                && word.is_one_of(MAYBE_SUBORDINATORS)
                && !word.is_one_of("wer was wie")
        });
        (word.is_one_of(CONJUNCTIONS) && at <= from + 1) || (word.is_in(&SUBORDINATORS) && at <= from + 1 && word.lower != "ob") || opens
    }

    fn length(&self, from: usize, to: usize) -> usize {
        let span = Span { start: self.words[from].span.start, end: self.words[to - 1].span.end };
        span.of(self.text).chars().count()
    }

    /// At most [`LIMIT`] characters around the time; a name of several words is not cut.
    fn shorten(&self, from: usize, to: usize, first: usize, last: usize) -> (usize, usize) {
        let torn = |at: usize| at > 0 && at < self.words.len() && self.words[at - 1].is_capital() && self.words[at].is_capital();
        let glued = |at: usize| {
            at > 0 && at < self.words.len() && (self.words[at].text == "." || self.words[at - 1].span.end == self.words[at].span.start)
        };
        let (mut low, mut high) = (from, to);
        let front_fits = self.length(from, last + 1) <= LIMIT;
        while self.length(low, high) > LIMIT && (low < first || high > last + 1) {
            // Who did it mostly stands before when.
            let cut_front = high <= last + 1 || (low < first && !front_fits && self.length(first, high) <= LIMIT / 2);
            if cut_front {
                low += 1;
                while low < first && (torn(low) || glued(low)) {
                    low += 1;
                }
            } else {
                high -= 1;
                while high > last + 1 && (torn(high) || glued(high)) {
                    high -= 1;
                }
            }
        }
        (low, high)
    }

    fn content(&self, from: usize, to: usize) -> usize {
        let words = self.words[from..to].iter();
        words.filter(|word| !word.sign && !word.time && !is_stop_word(&fold(word.text))).count()
    }
}

fn has_verb(segment: &Segment) -> bool {
    segment.verb.is_some()
}

/// `zu reisen`, `abzuziehen`.
fn is_zu_infinitive(words: &[Word], word: &Word) -> bool {
    let after_zu = words.windows(2).any(|pair| pair[0].lower == "zu" && std::ptr::eq(&pair[1], word));
    let joined = word.lower.find("zu").is_some_and(|at| word.lower.get(..at).is_some_and(|prefix| SEPARABLE.contains(prefix)));
    is_infinitive(word) && (after_zu || joined)
}

/// The pairs of quotation marks and brackets among `words`, by their opening mark.
fn pairs(words: &[Word]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.sign) {
        if let Some(depth) = open.iter().rposition(|(_, closers)| closers.contains(word.text)) {
            out.push((open[depth].0, at));
            open.truncate(depth);
            continue;
        }
        let closers = match word.text {
            "„" => "“”\"",
            "\"" => "\"",
            "“" => "”“",
            "»" => "«",
            "«" => "»",
            "‚" => "‘’",
            "‘" => "’",
            "›" => "‹",
            "(" => ")",
            "[" => "]",
            _ => continue,
        };
        open.push((at, closers));
    }
    out.sort_unstable();
    out
}

/// Segments that grow into a clause.
struct Stretch<'s, 't> {
    sentence: &'s Sentence<'t>,
    first: usize,
    last: usize,
    /// Its first word, where it begins within a segment.
    from: Option<usize>,
    predicate: Vec<usize>,
    governor: Option<usize>,
}

impl<'s, 't> Stretch<'s, 't> {
    fn segment(&self, at: usize) -> &'s Segment {
        &self.sentence.segments[at]
    }

    fn words(&self, at: usize) -> &'s [Word<'t>] {
        &self.sentence.words[self.segment(at).from..self.segment(at).to]
    }

    /// The segments before `at`, back to a hard border.
    fn before(&self, at: usize) -> impl Iterator<Item = usize> + use<'s, 't> {
        let sentence = self.sentence;
        (0..at).rev().take_while(move |&left| !sentence.segments[left + 1].hard)
    }

    /// The segments behind `at`, up to a hard border.
    fn behind(&self, at: usize) -> impl Iterator<Item = usize> + use<'s, 't> {
        let sentence = self.sentence;
        (at + 1..sentence.segments.len()).take_while(move |&right| !sentence.segments[right].hard)
    }

    /// A verb in a clause without a subject: what stands before an insert belongs to it; a relative clause belongs to the noun before it.
    fn add_subject(&mut self) {
        let kernel = self.first;
        let Segment { from, kind, verb, .. } = *self.segment(kernel);
        if kind == Kind::Relative {
            self.from = self.antecedent(from);
            return;
        }
        if kind == Kind::Subordinate {
            self.governor = self.before(kernel).chain(self.behind(kernel)).find(|&at| self.segment(at).kind == Kind::Main);
        }
        let lead = self.words(kernel).first().is_some_and(|word| word.is_one_of("und oder aber doch"));
        let opens = verb.is_some_and(|verb| verb.at == from + usize::from(lead));
        let shares = lead && opens;
        if kernel == 0 || (!shares && has_subject(self.words(kernel))) || (opens && self.sentence.is_attribution(kernel)) {
            return;
        }
        let bracketed = |at: usize| self.segment(at).from > 0 && self.sentence.words[self.segment(at).from - 1].is_one_of("( [");
        let subject = self.before(kernel).find(|&at| match self.segment(at).kind {
            Kind::Main => shares || !opens,
            Kind::Fragment => !bracketed(at) && has_subject(self.words(at)),
            _ => shares,
        });
        if let Some(first) = subject {
            self.first = first;
            if self.segment(first).kind == Kind::Relative {
                self.from = self.antecedent(self.segment(first).from);
            }
        }
    }

    /// The noun phrase that ends before the comma before word `from`.
    fn antecedent(&self, from: usize) -> Option<usize> {
        let words = &self.sentence.words;
        let mut at = from.checked_sub(2)?;
        if !words[at].is_capital() {
            return None;
        }
        while at > 0 {
            let before = &words[at - 1];
            let adjective =
                !before.sign && !before.is_capital() && ["e", "en", "er", "es", "em"].iter().any(|end| before.lower.ends_with(end));
            if before.is_in(&DETERMINERS) {
                return Some(at - usize::from(!before.is_one_of("im am zum zur vom beim ins ans")));
            }
            if before.is_in(&PREPOSITIONS)
                || before.time
                || !(before.is_capital() || adjective)
                || finite(std::slice::from_ref(before), true).is_some()
            {
                break;
            }
            at -= 1;
        }
        Some(at)
    }

    /// An auxiliary whose participle stands behind an insert; a verb whose prefix does.
    fn add_end_of_verb(&mut self) {
        let kernel = self.predicate[0];
        let Segment { to, kind, verb, .. } = *self.segment(kernel);
        let Some(verb) = verb.filter(|_| kind == Kind::Main) else { return };
        let words = &self.sentence.words;
        let auxiliary = words[verb.at].is_one_of(AUXILIARIES);
        let closed = words[verb.at + 1..to].iter().any(|word| is_participle(&word.lower) || is_infinitive(word));
        let ends = self.behind(kernel).take(3).find(|&at| {
            let last = self.words(at).last();
            let nonfinite = last.is_some_and(|word| is_participle(&word.lower) || is_infinitive(word));
            let prefix = self.words(at).len() == 1 && last.is_some_and(|word| word.is_in(&SEPARABLE));
            self.segment(at).kind == Kind::Fragment && ((auxiliary && !closed && nonfinite) || (prefix && !auxiliary))
        });
        if let Some(last) = ends {
            self.last = last;
            self.predicate.push(last);
        }
    }

    /// A date in a fragment: the verb is sought in what follows at once, then before it, then behind it.
    fn add_verb(&mut self) {
        let kernel = self.first;
        let opens = |at: usize| self.segment(at).verb.is_some_and(|verb| verb.at == self.segment(at).from);
        let follows = self.behind(kernel).find(|&at| has_verb(self.segment(at)));
        let verb_first = |at: usize| self.segment(at).kind == Kind::Main && opens(at);
        // "Beim Fest 2016, erzählt Münch, sei er gekommen": the verb of the insert is not the one.
        let insert = follows.filter(|&at| verb_first(at) && self.words(at).len() <= ITEM);
        let resumed = insert.and_then(|at| self.behind(at).next()).filter(|&at| verb_first(at));
        let inverted = resumed.or(follows.filter(|&at| verb_first(at) && !self.sentence.is_attribution(at)));
        let lefts: Vec<usize> = self.before(kernel).collect();
        let main = lefts.iter().copied().find(|&at| self.segment(at).kind == Kind::Main);
        let nearest = lefts.iter().copied().find(|&at| has_verb(self.segment(at)));
        let infinitive = self.segment(kernel).kind == Kind::Infinitive;
        let fragments = lefts.iter().copied().take_while(|&at| !has_verb(self.segment(at))).last();
        if let Some(last) = inverted.filter(|_| !infinitive) {
            (self.first, self.last) = (fragments.unwrap_or(kernel), last);
            self.predicate.push(last);
        } else if let Some(first) = if infinitive { nearest } else { main.or(nearest) } {
            self.first = first;
            self.predicate.push(first);
            self.governor = infinitive.then_some(first);
            if infinitive {
                self.add_subject();
            }
        } else if let Some(last) = follows {
            (self.first, self.last) = (fragments.unwrap_or(kernel), last);
            self.predicate.push(last);
        } else if let Some(first) = fragments {
            self.first = first;
        }
    }

    /// The rest of a list: `Berger, Novak und Weber kamen`, `mit Berger, Novak und Weber`; what the same subject does besides: `und ging`.
    fn add_list(&mut self) {
        let ends = |words: &[Word]| words.iter().any(|word| word.is_one_of("und sowie oder"));
        let (mut first, mut last) = (self.first, self.last);
        while let Some(next) = self.resumed(last).filter(|&next| self.fits(first, self.segment(next).to)) {
            last = next;
        }
        let item = |at: &usize| self.segment(*at).kind == Kind::Fragment && self.words(*at).len() <= ITEM;
        let verb = self.segment(first).verb.map_or(0, |verb| verb.at - self.segment(first).from);
        if self.from.is_none() && ends(&self.words(first)[..verb]) {
            first = self.before(first).take_while(item).last().unwrap_or(first);
        }
        if let Some(end) = self.behind(last).take_while(item).find(|&at| ends(self.words(at)) && self.fits(first, self.segment(at).to)) {
            last = end;
        }
        let shares = self.sentence.segments.get(last + 1).filter(|segment| {
            self.sentence.words[segment.from].is_one_of("und oder aber doch denn")
                && segment.verb.is_some_and(|verb| verb.at == segment.from + 1)
        });
        if shares.is_some_and(|segment| self.fits(first, segment.to)) {
            last += 1;
        }
        (self.first, self.last) = (first, last);
    }

    /// The segment that goes on behind a bracket: `… die Angst (19 Prozent) | größer als zuvor`.
    fn resumed(&self, last: usize) -> Option<usize> {
        let Sentence { words, segments, pairs, .. } = self.sentence;
        let end = self.segment(last).to;
        let close = match words.get(end)?.text {
            ")" => end,
            "(" => pairs.iter().find(|pair| pair.0 == end)?.1,
            _ => return None,
        };
        let goes_on = |segment: &Segment| match segment.kind {
            Kind::Fragment => true,
            _ => segment.verb.is_some_and(|verb| verb.at == close + 1) && !has_verb(self.segment(last)),
        };
        segments.iter().position(|segment| segment.from == close + 1 && goes_on(segment))
    }

    /// What somebody said or wants to do, where that is short.
    fn add_object(&mut self) {
        let next = self.last + 1;
        let object = self.sentence.segments.get(next).filter(|segment| match segment.kind {
            Kind::Subordinate => self.sentence.words[segment.from].is_one_of("dass ob"),
            Kind::Infinitive => true,
            _ => false,
        });
        if let Some(object) = object.map(|object| object.to)
            && self.fits(self.first, object)
        {
            self.last = next;
            if self.segment(next).kind == Kind::Infinitive {
                self.predicate.push(next);
            }
        }
        if self.sentence.is_attribution(self.first) {
            let content = self.before(self.first).last().or(self.first.checked_sub(1));
            let quoted = content.map(|at| self.before(at).last().unwrap_or(at));
            if let Some(first) = quoted.filter(|&first| self.fits(first, self.segment(self.last).to)) {
                self.first = first;
            }
        }
    }

    fn fits(&self, first: usize, to: usize) -> bool {
        self.sentence.length(self.segment(first).from, to) <= LIMIT
    }

    /// A clause that says too little takes its neighbours, as long as it stays short.
    fn widen(&mut self, time: Span) {
        let from = |stretch: &Self| stretch.from.unwrap_or(stretch.segment(stretch.first).from);
        let kernel = self.predicate[0];
        let tells = has_verb(self.segment(kernel)) && !self.sentence.is_attribution(kernel);
        let least = if tells { CONTENT } else { CONTENT_WITHOUT_VERB };
        while self.sentence.content(from(self), self.segment(self.last).to) < least {
            let left = self.first.checked_sub(1).filter(|&at| self.fits(at, self.segment(self.last).to));
            let right = (self.last + 1 < self.sentence.segments.len())
                .then_some(self.last + 1)
                .filter(|&at| self.fits(self.first, self.segment(at).to));
            let soft = !self.segment(self.first).hard && time.start > self.sentence.words[from(self)].span.start;
            match (left, right) {
                (Some(left), right) if soft || right.is_none() => {
                    self.first = left;
                    self.from = None;
                }
                (_, Some(right)) => self.last = right,
                _ => return,
            }
        }
    }
}

/// The tense of the first of these segments that has a verb.
pub(super) fn tense(sentence: &Sentence, predicate: &[usize]) -> Option<Tense> {
    predicate.iter().find_map(|&at| sentence.segments[at].verb).map(|verb| verb.tense)
}
