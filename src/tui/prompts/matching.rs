//! Who is meant by a few letters, best first: for pickers, where the eye chooses among what is left.

use crate::review::{Delegation, Review};

/// Delegations that fit what is typed: by the number in the review's list, else as [`Review::search`] ranks them.
pub(super) fn delegations<'a>(review: &'a Review, written: &str) -> Vec<&'a Delegation> {
    let written = written.trim();
    if written.is_empty() {
        return Vec::new();
    }
    let number = written.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let by_number = number.and_then(|at| review.delegations.get(at));
    by_number.into_iter().chain(review.search(written).into_iter().filter_map(|code| review.delegation(code))).collect()
}

/// Whether every one of the folded words stands in the delegation's names or is its code; letters in the right order are not enough.
pub(super) fn is_named(delegation: &Delegation, wanted: &str) -> bool {
    let is_code =
        |word: &str| [Some(delegation.code), delegation.alpha2].iter().flatten().any(|code| code.as_str().eq_ignore_ascii_case(word));
    wanted.split(' ').all(|word| is_code(word) || delegation.keys.iter().any(|key| key.contains(word)))
}

/// How well a folded text fits folded letters: 1 is the whole, 4 some part inside a word.
pub(super) fn text(key: &str, wanted: &str) -> Option<u8> {
    if key == wanted {
        Some(1)
    } else if key.starts_with(wanted) {
        Some(2)
    } else if key.contains(&format!(" {wanted}")) {
        Some(3)
    } else {
        key.contains(wanted).then_some(4)
    }
}
