//! Finds the best sequence of tags for a sentence.

use super::tag::{OUTSIDE, TAGS, Tag, may_follow};
use super::weights::Row;

/// A score for impossible tags.
const NEVER: i32 = i32::MIN / 4;

/// The tags of the best path with their margins.
pub struct Path {
    /// The tag of each word.
    pub tags: Vec<Tag>,
    /// For each word the difference to the score of the best path with another tag; never negative.
    pub margins: Vec<i32>,
}

/// The scores of the tags of one word; `None` for a skipped word, which is always outside.
pub type Scores = Option<[i32; TAGS]>;

/// Finds the best path through `words` by dynamic programming, forwards and backwards
/// (Viterbi 1967; max-marginals as in Wainwright and Jordan, "Graphical models", 2008, section 8).
///
/// A word within a name always follows another word of the name.
///
/// ```
/// use zeitlupe_core::entity::model::decode::decode;
/// use zeitlupe_core::entity::model::tag::{Sort, TAGS};
/// let mut scores = [0; TAGS];
/// scores[Sort::Per.begin() as usize] = 5;
/// let path = decode(&[None, Some(scores)], &[[0; TAGS]; TAGS]);
/// assert_eq!(path.tags, [0, Sort::Per.begin()]);
/// ```
pub fn decode(words: &[Scores], transitions: &[Row; TAGS]) -> Path {
    let step: [[i32; TAGS]; TAGS] = std::array::from_fn(|from| {
        std::array::from_fn(|to| if may_follow(from as Tag, to as Tag) { i32::from(transitions[from][to]) } else { NEVER })
    });
    let score = |at: usize, tag: usize| words[at].as_ref().map_or(0, |scores| scores[tag]);
    // A skipped word only has the first tag.
    let tags = |at: usize| if words[at].is_some() { 0..TAGS } else { 0..1 };
    let mut forwards = vec![[NEVER; TAGS]; words.len()];
    let mut backwards = vec![[NEVER; TAGS]; words.len()];
    for at in 0..words.len() {
        for tag in tags(at) {
            let before = match at.checked_sub(1) {
                None => step[usize::from(OUTSIDE)][tag],
                Some(last) => tags(last).map(|from| forwards[last][from] + step[from][tag]).max().unwrap_or(NEVER),
            };
            forwards[at][tag] = (before + score(at, tag)).max(NEVER);
        }
    }
    for at in (0..words.len()).rev() {
        for tag in tags(at) {
            let behind = match at + 1 {
                next if next == words.len() => 0,
                next => tags(next).map(|to| step[tag][to] + score(next, to) + backwards[next][to]).max().unwrap_or(NEVER),
            };
            backwards[at][tag] = behind.max(NEVER);
        }
    }
    let mut path = Path { tags: Vec::with_capacity(words.len()), margins: Vec::with_capacity(words.len()) };
    for at in 0..words.len() {
        let through = |tag: usize| forwards[at][tag] + backwards[at][tag];
        let before = usize::from(path.tags.last().copied().unwrap_or(OUTSIDE));
        // Of equal paths the first: only tags that continue the path so far are considered.
        let best = tags(at).filter(|&tag| step[before][tag] > NEVER).max_by_key(|&tag| (through(tag), std::cmp::Reverse(tag)));
        let best = best.unwrap_or(usize::from(OUTSIDE));
        let other = tags(at).filter(|&tag| tag != best).map(through).max().unwrap_or(NEVER);
        path.tags.push(best as Tag);
        path.margins.push((through(best) - other).max(0));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::super::tag::Sort;
    use super::*;

    fn scores(tags: &[(Tag, i32)]) -> Scores {
        let mut scores = [0; TAGS];
        tags.iter().for_each(|(tag, score)| scores[usize::from(*tag)] = *score);
        Some(scores)
    }

    #[test]
    fn the_best_path_is_a_valid_one() {
        let (begin, inside) = (Sort::Per.begin(), Sort::Per.inside());
        // By itself, the first word would get an inner tag.
        let words = [scores(&[(begin, 3), (inside, 9)]), scores(&[(inside, 5)]), None];
        let path = decode(&words, &[[0; TAGS]; TAGS]);
        assert_eq!(path.tags, [begin, inside, OUTSIDE]);
        assert_eq!(path.margins[..2], [8, 5], "outside at the first word costs both, at the second its own");
    }

    #[test]
    fn transitions_are_counted() {
        let (place, person) = (Sort::Loc.begin(), Sort::Per.begin());
        let words = [scores(&[(place, 5)]), scores(&[(place, 5), (person, 4)])];
        let mut transitions = [[0; TAGS]; TAGS];
        transitions[usize::from(place)][usize::from(place)] = -3;
        assert_eq!(decode(&words, &transitions).tags, [place, person]);
    }

    #[test]
    fn of_equal_paths_the_one_outside_of_names_wins() {
        let path = decode(&[scores(&[]), None], &[[0; TAGS]; TAGS]);
        assert_eq!((path.tags, path.margins[0]), (vec![OUTSIDE; 2], 0));
        assert!(decode(&[], &[[0; TAGS]; TAGS]).tags.is_empty());
    }
}
