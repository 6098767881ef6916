//! Finds the index entries that match the words of a query: forms, compounds, other names, prefixes, typos.

use super::chunk::Entry;
use super::language::{FieldName, Leaf, Node, Shape, parse};
use super::lookup::{EntryId, Index, Needs};
use super::plan::{Clause, Facts, MatchedEntry, Plan, Step, Tier};
use super::term::Kind;
use super::words::{Field, Unit, has_gender_sign, units};
use crate::german::{is_same_word, is_stop_word, stem, steps};
use crate::order;
use crate::text::fold;

/// Most corrections of a typo.
const TYPO_FORMS: usize = 4;
/// Most compounds that match a part which never occurs by itself.
const ENDING_FORMS: usize = 12;
/// Most words that match a pattern, unless it is only a prefix.
const PATTERN_FORMS: usize = 16;
/// Linking elements between the parts of a compound.
const LINKS: [&str; 7] = ["", "s", "es", "n", "en", "er", "e"];
/// Most words of a name.
const NAME_WORDS: usize = 4;

impl Plan {
    /// Plans a query. Every query has a plan; a word that does not occur in the corpus gives a clause without entries.
    ///
    /// # Errors
    /// Returns the parts that must be loaded first.
    pub fn new(query: &str, index: &Index, facts: &dyn Facts) -> Result<Self, Needs> {
        Self::of(query, index, facts, false)
    }

    /// Plans a query whose words are in no article together: the compounds of neighbouring words are looked up, too.
    ///
    /// # Errors
    /// Returns the parts that must be loaded first.
    pub fn joined(query: &str, index: &Index, facts: &dyn Facts) -> Result<Self, Needs> {
        Self::of(query, index, facts, true)
    }

    fn of(query: &str, index: &Index, facts: &dyn Facts, joins: bool) -> Result<Self, Needs> {
        let query = parse(query);
        let mut planner = Planner { index, facts, joins, needs: Needs::new(), clauses: Vec::new() };
        let root = planner.step(&query.root, false);
        if !planner.needs.is_empty() {
            return Err(planner.needs);
        }
        let mut clauses = planner.clauses;
        root.activate(&mut clauses);
        Ok(Self { root, clauses, ignored: query.ignored })
    }
}

/// Plans one query.
struct Planner<'i> {
    index: &'i Index,
    facts: &'i dyn Facts,
    /// Whether to look up the compounds of words that also occur by themselves.
    joins: bool,
    /// Parts that must be loaded first.
    needs: Needs,
    /// The clauses so far, all idle until it is known which are searched for.
    clauses: Vec<Clause>,
}

impl Planner<'_> {
    /// Plans a node of the query, and collects its clauses.
    fn step(&mut self, node: &Node, negated: bool) -> Step {
        match node {
            Node::All(nodes) => self.all(nodes, negated),
            Node::Any(nodes) => Step::Any(nodes.iter().map(|node| self.step(node, negated)).collect()),
            Node::Not(node) => Step::Not(Box::new(self.step(node, !negated))),
            Node::Near(within, nodes) => self.near(*within, nodes, negated),
            Node::Leaf(leaf) => self.leaf(leaf, negated),
            Node::Published(bound, first, last) => Step::Articles(self.facts.published(*bound, *first, *last, &mut self.needs)),
        }
    }

    /// Plans a conjunction: stop words are optional if there are other words, and neighbours may form a compound or a name.
    fn all(&mut self, nodes: &[Node], negated: bool) -> Step {
        let steps: Vec<Step> = nodes.iter().map(|node| self.step(node, negated)).collect();
        let mut flat = Vec::new();
        for step in steps {
            match step {
                Step::All(more) => flat.extend(more),
                other => flat.push(other),
            }
        }
        self.merge_neighbours(&flat);
        let is_stop = |step: &Step| matches!(step, Step::Clause(n) if self.is_stop(*n));
        if flat.iter().any(|step| !is_stop(step) && !matches!(step, Step::Not(_))) {
            flat.retain(|step| !is_stop(step));
        }
        let mut seen: Vec<Step> = Vec::new();
        for step in flat {
            let is_known = |known: &Step| match (known, &step) {
                (Step::Clause(a), Step::Clause(b)) => {
                    self.clauses[*a].slots == self.clauses[*b].slots && self.clauses[*a].typed == self.clauses[*b].typed
                }
                _ => *known == step,
            };
            if !seen.iter().any(is_known) {
                seen.push(step);
            }
        }
        if seen.len() == 1 { seen.remove(0) } else { Step::All(seen) }
    }

    fn is_stop(&self, clause: usize) -> bool {
        let clause = &self.clauses[clause];
        clause.slots.len() == 1 && clause.field.is_none() && units(&clause.typed).iter().all(|unit| is_stop_word(&unit.key))
    }

    fn near(&mut self, within: u32, nodes: &[Node], negated: bool) -> Step {
        let mut clauses = Vec::new();
        for node in nodes {
            match self.step(node, negated) {
                Step::Clause(n) => clauses.push(n),
                Step::All(steps) => {
                    clauses.extend(steps.into_iter().filter_map(|step| if let Step::Clause(n) = step { Some(n) } else { None }))
                }
                _ => {}
            }
        }
        Step::Near(within, clauses)
    }

    fn leaf(&mut self, leaf: &Leaf, negated: bool) -> Step {
        let field = match leaf.field {
            None => None,
            Some(FieldName::Title) => Some(Field::Title),
            Some(other) => return Step::Articles(self.facts.of(other, &leaf.text, &mut self.needs)),
        };
        match leaf.shape {
            Shape::Phrase => self.phrase(leaf, field, negated),
            Shape::Words => self.words(leaf, field, negated),
            Shape::Exact => {
                let typed: Vec<Unit> = units(&leaf.text).into_iter().take(1).collect();
                let slots: Vec<Vec<MatchedEntry>> = typed.iter().map(|unit| self.exact(unit)).collect();
                self.push(Clause { typed: leaf.text.clone(), negated, idle: true, field, slots, offsets: vec![0], more: 0 })
            }
            Shape::Pattern => {
                let (slot, more) = self.pattern(&leaf.text);
                self.push(Clause { typed: leaf.text.clone(), negated, idle: true, field, slots: vec![slot], offsets: vec![0], more })
            }
        }
    }

    fn push(&mut self, clause: Clause) -> Step {
        self.clauses.push(clause);
        Step::Clause(self.clauses.len() - 1)
    }

    fn exact(&mut self, unit: &Unit) -> Vec<MatchedEntry> {
        let own = self.index.family(&unit.key, &mut self.needs).into_iter();
        own.filter(|(_, entry)| entry.kind == Kind::Word && *entry.form == *unit.lower).map(|found| matched(found, Tier::Exact)).collect()
    }

    fn spellings(&mut self, unit: &Unit) -> Vec<MatchedEntry> {
        let own = self.index.family(&unit.key, &mut self.needs).into_iter();
        own.filter(|(_, entry)| entry.kind == Kind::Word && *entry.key == *unit.key).map(|found| spelled(found, unit)).collect()
    }

    fn phrase(&mut self, leaf: &Leaf, field: Option<Field>, negated: bool) -> Step {
        let typed: Vec<Unit> = units(&leaf.text).into_iter().filter(|unit| unit.width == 1).collect();
        let last = typed.len().saturating_sub(1);
        let mut slots = Vec::with_capacity(typed.len());
        for (n, unit) in typed.iter().enumerate() {
            let mut slot = self.spellings(unit);
            if leaf.open && n == last && !is_typed_whole(&slot) {
                add(&mut slot, self.beginning(unit));
            }
            slots.push(slot);
        }
        let first = typed.first().map_or(0, |unit| unit.position);
        let offsets = typed.iter().map(|unit| unit.position - first).collect();
        self.push(Clause { typed: leaf.text.trim().to_owned(), negated, idle: true, field, slots, offsets, more: 0 })
    }

    fn words(&mut self, leaf: &Leaf, field: Option<Field>, negated: bool) -> Step {
        let typed = units(&leaf.text);
        let last = typed.len().saturating_sub(1);
        let mut out = Vec::new();
        let mut whole: Option<(u32, Option<Vec<MatchedEntry>>)> = None;
        for (n, unit) in typed.iter().enumerate() {
            let clause = |slot| Clause {
                typed: unit.span.of(&leaf.text).to_owned(),
                negated,
                idle: true,
                field,
                slots: vec![slot],
                offsets: vec![0],
                more: 0,
            };
            if unit.width > 1 {
                let slot = self.forms(unit, negated, false);
                let has_small_parts = typed[n + 1..].iter().take(unit.width as usize).any(|part| part.key.len() < 3);
                let is_one = has_gender_sign(&unit.lower) || (has_small_parts && !slot.is_empty());
                let end = unit.position + unit.width;
                if negated || is_one {
                    out.push(self.push(clause(slot)));
                    whole = Some((end, None));
                } else {
                    let sure = slot.into_iter().filter(|m| matches!(m.tier, Tier::Exact | Tier::Folded | Tier::Inflected)).collect();
                    whole = Some((end, Some(sure)));
                }
                continue;
            }
            let of_whole = whole.as_ref().filter(|(end, _)| unit.position < *end).map(|(_, slot)| slot.clone());
            if let Some(None) = of_whole {
                continue;
            }
            let mut slot = self.forms(unit, negated, leaf.open && n == last);
            add(&mut slot, of_whole.flatten().unwrap_or_default());
            out.push(self.push(clause(slot)));
        }
        if out.len() == 1 { out.remove(0) } else { Step::All(out) }
    }

    /// All entries that match one typed word.
    fn forms(&mut self, unit: &Unit, strict: bool, open: bool) -> Vec<MatchedEntry> {
        let index = self.index;
        let own = index.family(&unit.key, &mut self.needs);
        let mut slot = same_words(&own, unit);
        if strict {
            return slot;
        }
        for found in own.iter().filter(|(_, entry)| matches!(entry.kind, Kind::Part | Kind::Alias) && is_same_word(&entry.key, &unit.key)) {
            let tier = match found.1.kind {
                Kind::Alias => Tier::Named,
                _ if *found.1.key == *unit.key => Tier::Inside,
                _ => Tier::Compound,
            };
            add(&mut slot, vec![matched(*found, tier)]);
        }
        if open && !is_typed_whole(&slot) {
            add(&mut slot, self.beginning(unit));
        }
        if slot.is_empty() && self.needs.is_empty() {
            let own_stem = stem(&unit.key);
            // Stems are short, so a stop word would find every article.
            let is_related = |entry: &Entry| entry.kind == Kind::Word && !is_stop_word(&entry.key) && stem(&entry.key) == own_stem;
            let of_stem = index.family(&own_stem, &mut self.needs);
            slot = own.iter().chain(&of_stem).filter(|(_, entry)| is_related(entry)).map(|found| matched(*found, Tier::Related)).collect();
            for matched in &mut slot {
                matched.distance = distance(&unit.lower, &matched.form);
            }
        }
        let is_word = unit.key.len() >= 4 && !unit.key.bytes().any(|byte| byte.is_ascii_digit());
        if slot.is_empty() && is_word && self.needs.is_empty() {
            slot = self.ending(unit);
        }
        for (most, least_length) in [(1, 4), (2, 8)] {
            if slot.is_empty() && is_word && unit.key.len() >= least_length && self.needs.is_empty() {
                slot = self.typos(unit, most);
            }
        }
        slot
    }

    fn beginning(&mut self, unit: &Unit) -> Vec<MatchedEntry> {
        let found = self.index.beginning(&unit.key, &mut self.needs).into_iter();
        found.filter(|(_, entry)| entry.width == 1).map(|found| matched(found, Tier::Prefix)).collect()
    }

    /// Compounds that end with a word which never occurs by itself, so that they were not split.
    fn ending(&mut self, unit: &Unit) -> Vec<MatchedEntry> {
        let mut words = self.index.ending(&unit.key, &mut self.needs);
        order::sort_by(&mut words, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words.truncate(ENDING_FORMS);
        let mut slot = Vec::new();
        for (word, _) in words {
            let found = self.index.family(&word, &mut self.needs);
            add(
                &mut slot,
                found.into_iter().filter(|(_, e)| e.kind == Kind::Word && *e.key == *word).map(|f| matched(f, Tier::Compound)).collect(),
            );
        }
        slot
    }

    fn typos(&mut self, unit: &Unit, most: usize) -> Vec<MatchedEntry> {
        let mut words = self.index.near(&unit.key, most, &mut self.needs);
        order::sort_by(&mut words, |a, b| a.1.cmp(&b.1).then(b.2.cmp(&a.2)).then_with(|| a.0.cmp(&b.0)));
        words.truncate(TYPO_FORMS);
        let mut slot = Vec::new();
        for (word, typos, _) in words {
            let found = self.index.family(&word, &mut self.needs).into_iter();
            let mut forms: Vec<MatchedEntry> =
                found.filter(|(_, e)| e.kind == Kind::Word && is_same_word(&e.key, &word)).map(|f| matched(f, Tier::Typo)).collect();
            // The corrected word comes before its other forms.
            forms.iter_mut().for_each(|matched| matched.distance = typos as u32 + steps(&word, &matched.key));
            add(&mut slot, forms);
        }
        slot
    }

    /// The words that match a pattern with stars, and the number of further ones.
    fn pattern(&mut self, text: &str) -> (Vec<MatchedEntry>, u32) {
        let pieces: Vec<String> = text.split('*').map(|piece| fold(piece).replace('-', "")).collect();
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return (Vec::new(), 0) };
        if pieces.len() == 2 && last.is_empty() {
            let found = self.index.beginning(first, &mut self.needs);
            return (found.into_iter().map(|found| matched(found, Tier::Prefix)).collect(), 0);
        }
        let mut words = self.index.fitting(&pieces, &mut self.needs);
        order::sort_by(&mut words, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let more = words.len().saturating_sub(PATTERN_FORMS) as u32;
        words.truncate(PATTERN_FORMS);
        let mut slot = Vec::new();
        for (word, _) in words {
            let found = self.index.family(&word, &mut self.needs).into_iter();
            add(&mut slot, found.filter(|(_, e)| e.kind == Kind::Word && *e.key == *word).map(|f| matched(f, Tier::Prefix)).collect());
        }
        (slot, more)
    }

    /// Adds entries for neighbouring words that occur as a compound, or are a name whose entity is mentioned by another form.
    fn merge_neighbours(&mut self, steps: &[Step]) {
        let plain = |planner: &Self, step: &Step| match step {
            Step::Clause(n) => {
                let clause = &planner.clauses[*n];
                let typed = units(&clause.typed);
                let is_plain =
                    !clause.negated && clause.slots.len() == 1 && clause.field.is_none() && typed.len() == 1 && !clause.typed.contains('*');
                is_plain.then(|| (*n, typed[0].key.clone()))
            }
            _ => None,
        };
        let row: Vec<Option<(usize, String)>> = steps.iter().map(|step| plain(self, step)).collect();
        for from in 0..row.len() {
            for count in 2..=NAME_WORDS.min(row.len() - from) {
                let Some(words) = row[from..from + count].iter().cloned().collect::<Option<Vec<_>>>() else { break };
                self.name(&words);
            }
        }
        for pair in row.windows(2) {
            if let [Some(a), Some(b)] = pair {
                self.join(a, b);
            }
        }
    }

    fn name(&mut self, words: &[(usize, String)]) {
        let key = words.iter().map(|(_, key)| key.as_str()).collect::<Vec<_>>().join(" ");
        let index = self.index;
        let found = index.family(&key, &mut self.needs).into_iter().filter(|(_, entry)| entry.kind == Kind::Alias && *entry.key == *key);
        let found: Vec<MatchedEntry> = found.map(|found| matched(found, Tier::Named)).collect();
        for (clause, _) in words {
            add(&mut self.clauses[*clause].slots[0], found.clone());
        }
    }

    /// Searches for the compound of two words if one of them does not occur by itself; otherwise most compounds of them were split by the index.
    fn join(&mut self, (a, first): &(usize, String), (b, second): &(usize, String)) {
        // A compound that was found by its ending alone was not split.
        let is_sure =
            |matched: &MatchedEntry| matched.tier < Tier::Related && (matched.kind != Kind::Word || matched.tier != Tier::Compound);
        let is_found = |planner: &Self, clause: usize| planner.clauses[clause].slots[0].iter().any(is_sure);
        if !self.needs.is_empty() || first.len() < 3 || second.len() < 3 || (!self.joins && is_found(self, *a) && is_found(self, *b)) {
            return;
        }
        for link in LINKS {
            let joined = format!("{first}{link}{second}");
            let found = self.index.family(&joined, &mut self.needs).into_iter();
            let mut found: Vec<MatchedEntry> =
                found.filter(|(_, e)| e.kind == Kind::Word && is_same_word(&e.key, &joined)).map(|f| matched(f, Tier::Joined)).collect();
            found.iter_mut().for_each(|matched| matched.distance = steps(&matched.key, &joined));
            for clause in [*a, *b] {
                add(&mut self.clauses[clause].slots[0], found.clone());
            }
        }
    }
}

/// Whether what was typed is a word of the corpus, so that it does not stand for the longer words that begin with it: `Ehe`, `ehemalige`.
fn is_typed_whole(slot: &[MatchedEntry]) -> bool {
    slot.iter().any(|matched| matched.kind == Kind::Word && matched.tier <= Tier::Folded)
}

/// The forms of the typed word among the entries of its family.
fn same_words(own: &[(EntryId, &Entry)], unit: &Unit) -> Vec<MatchedEntry> {
    let same = own.iter().filter(|(_, entry)| entry.kind == Kind::Word && is_same_word(&entry.key, &unit.key));
    let mut slot: Vec<MatchedEntry> = same.map(|found| spelled(*found, unit)).collect();
    // `sicher` and `sich` look like forms of one word, and a stop word would find every article.
    slot.retain(|matched| matched.tier <= Tier::Folded || !is_stop_word(&matched.key));
    for matched in slot.iter_mut().filter(|matched| matched.tier > Tier::Folded) {
        matched.distance = steps(&unit.key, &matched.key);
    }
    slot
}

/// Writes out umlauts, so that `Größe` equals `Groesse`, but `hatten` not `hätten`.
fn written_out(lower: &str) -> String {
    lower.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss")
}

/// A form of the typed word, with its tier by its spelling.
fn spelled(found: (EntryId, &Entry), unit: &Unit) -> MatchedEntry {
    let entry = found.1;
    let tier = if *entry.form == *unit.lower {
        Tier::Exact
    } else if *entry.key == *unit.key {
        Tier::Folded
    } else {
        Tier::Inflected
    };
    let is_farther = tier == Tier::Folded && written_out(&entry.form) != written_out(&unit.lower);
    MatchedEntry { distance: u32::from(is_farther), ..matched(found, tier) }
}

/// Number of letters to add, remove or change to get from one word to the other (Wagner and Fischer, 1974).
fn distance(a: &str, b: &str) -> u32 {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<u32> = (0..=b.len() as u32).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i as u32;
        row[0] = corner + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + u32::from(x != *y);
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

fn matched((id, entry): (EntryId, &Entry), tier: Tier) -> MatchedEntry {
    let Entry { key, form, kind, case, articles, width, .. } = entry.clone();
    MatchedEntry { id, kind, key, form, case, articles, tier, distance: 0, width }
}

/// Adds new entries; an entry that is already there gets the better of its two tiers.
fn add(slot: &mut Vec<MatchedEntry>, more: Vec<MatchedEntry>) {
    for matched in more {
        match slot.iter_mut().find(|known| known.id == matched.id) {
            Some(known) if known.tier <= matched.tier => {}
            Some(known) => (known.tier, known.distance) = (matched.tier, matched.distance),
            None => slot.push(matched),
        }
    }
}
