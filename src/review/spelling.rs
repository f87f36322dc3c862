//! What was probably meant by a word that is not known: one measure for verbs, keys, kinds, zones and delegations.

use strsim::normalized_damerau_levenshtein as likeness;

use super::names::fold;
use super::{Code, Review};

/// So many are offered where several may be meant.
const OFFERED: usize = 3;

/// How like a word must be, from 0 to 1, to be what was probably meant: two slips in five letters.
const ENOUGH: f64 = 0.6;

/// Nobody writes a longer name; what is longer is like none, and is not compared at length.
const LONGEST: usize = 60;

/// The known words that are like the written one, likest first and no more than three.
pub fn near<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = fold(written);
    likest(known.into_iter().map(|word| (like(&wanted, &fold(word)), word)).collect())
}

/// The known word that is most like the written one, if any is like it.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(written, known).first().copied()
}

/// A question after the known word that was probably meant, as help with a problem.
pub(super) fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(written, known).map(|word| format!("did you mean \"{word}\"?"))
}

/// The known word that is most like the written one, however little that is.
pub(super) fn most_like<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(written);
    let compared = |word: &str| if wanted.len() > LONGEST { 0.0 } else { likeness(&wanted, word).max(begun(&wanted, word)) };
    let scored = known.into_iter().map(|word| (compared(&fold(word)), word));
    scored.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, word)| word)
}

impl Review {
    /// The delegations of whom a name, or a word of it, is like what was written; likest first and no more than three.
    pub fn near(&self, written: &str) -> Vec<Code> {
        let wanted = fold(written);
        let most = |key: &String| key.split(' ').chain([key.as_str()]).map(|name| like(&wanted, name)).fold(0.0, f64::max);
        likest(self.delegations.iter().map(|one| (one.keys.iter().map(most).fold(0.0, f64::max), one.code)).collect())
    }
}

/// How like a word its beginning is, however much is missing.
fn begun(wanted: &str, known: &str) -> f64 {
    if wanted.chars().nth(1).is_some() && known.starts_with(wanted) { ENOUGH } else { 0.0 }
}

/// How like two folded words are, from 0 to 1.
fn like(wanted: &str, known: &str) -> f64 {
    let (length, other) = (wanted.chars().count(), known.chars().count());
    if length == 0 || length > LONGEST {
        return 0.0;
    }
    let begins = begun(wanted, known);
    // Each letter that one has more is a slip, so that words of lengths or letters so different need no comparing.
    let longer = length.max(other);
    if 5 * length.min(other) < 3 * longer || 5 * strange(wanted, known) > 2 * longer { begins } else { likeness(wanted, known).max(begins) }
}

/// So many slips at least are between two words: the letters of one that the other does not have, wherever they stand.
fn strange(one: &str, other: &str) -> usize {
    let mut more = [0_i16; 32];
    let mut count = |word: &str, by: i16| {
        for letter in word.chars() {
            // Letters that share a place hide a slip and never make one.
            if let Some(place) = more.get_mut(letter as usize % 32) {
                *place += by;
            }
        }
    };
    count(one, 1);
    count(other, -1);
    let sum = |sign: i16| more.iter().map(|more| usize::try_from(more * sign).unwrap_or_default()).sum::<usize>();
    sum(1).max(sum(-1))
}

fn likest<T>(mut scored: Vec<(f64, T)>) -> Vec<T> {
    scored.retain(|(score, _)| *score >= ENOUGH);
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    scored.into_iter().take(OFFERED).map(|(_, word)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let verbs = ["begin", "next", "note", "done", "inscribe"];
        assert_eq!(near("nxet", verbs), ["next"]);
        assert_eq!(near("anwser", ["answered", "note", "answer"]), ["answer", "answered"], "the likest first");
        assert_eq!(near("inscrib", verbs), ["inscribe"]);
        assert_eq!(near("insc", verbs), ["inscribe"]);
        assert!(near("xylophone", verbs).is_empty());
        assert!(near("", verbs).is_empty());
        assert!(near(&"next".repeat(40), verbs).is_empty());
        assert_eq!(most_like("inscribd", verbs), Some("inscribe"));
    }

    proptest::proptest! {
        /// What is passed over without comparing is not like it.
        #[test]
        fn words_with_other_letters_are_not_alike(one in "[a-e é1]{1,9}", other in "[a-e é1]{1,9}") {
            let (strange, longer) = (strange(&one, &other), one.chars().count().max(other.chars().count()));
            proptest::prop_assert!(5 * strange <= 2 * longer || likeness(&one, &other) < ENOUGH, "{strange}");
        }
    }
}
