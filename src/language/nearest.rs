//! What was probably meant: the known words nearest to one that is not known.

use crate::review::names::fold;
use crate::review::{Code, Review};

/// Up to three of `known` that are a slip of the finger away from `written`, nearest first.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = fold(written);
    let mut near: Vec<(usize, &str)> =
        known.filter_map(|word| distance(&wanted, &fold(word)).map(|steps| (steps, word))).filter(|(_, word)| !word.is_empty()).collect();
    near.sort();
    near.dedup();
    near.into_iter().take(3).map(|(_, word)| word).collect()
}

/// Up to three delegations whose name, or a word of it, is nearly what was written.
pub(super) fn delegations(written: &str, review: &Review) -> Vec<Code> {
    let wanted = fold(written);
    let mut near: Vec<(usize, usize)> = Vec::new();
    for (place, delegation) in review.delegations.iter().enumerate() {
        let names = delegation.keys.iter().flat_map(|key| key.split(' ').chain([key.as_str()]));
        if let Some(steps) = names.filter_map(|name| distance(&wanted, name)).min() {
            near.push((steps, place));
        }
    }
    near.sort_unstable();
    near.into_iter().take(3).filter_map(|(_, place)| review.delegations.get(place)).map(|delegation| delegation.code).collect()
}

/// How many slips lie between the two, if they are few for words of that length.
fn distance(wanted: &str, known: &str) -> Option<usize> {
    let length = wanted.chars().count();
    if length == 0 || length > 60 || length.abs_diff(known.chars().count()) > 3 {
        return if known.starts_with(wanted) && length > 1 && length <= 60 { Some(3) } else { None };
    }
    let steps = strsim::damerau_levenshtein(wanted, known);
    let allowed = match length {
        0..=2 => 1,
        3..=5 => 2,
        _ => 3,
    };
    (steps <= allowed && steps < length).then_some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let verbs = ["begin", "next", "note", "done", "inscribe"];
        assert_eq!(nearest("nxet", verbs.into_iter()), ["next", "note"]);
        assert_eq!(nearest("inscrib", verbs.into_iter()), ["inscribe"]);
        assert_eq!(nearest("insc", verbs.into_iter()), ["inscribe"]);
        assert!(nearest("xylophone", verbs.into_iter()).is_empty());
        assert!(nearest("", verbs.into_iter()).is_empty());
    }
}
