//! What was probably meant by a word that is not known.

use strsim::normalized_damerau_levenshtein as likeness;

/// The known word that is most like the written one, if any is like it at all.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    most_like(written, known).filter(|(_, score)| *score >= 0.6).map(|(word, _)| word)
}

/// The known word that is most like the written one, and how much from 0 to 1.
pub(super) fn most_like<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<(&'a str, f64)> {
    let written = written.to_lowercase();
    let scored = known.into_iter().map(|word| (word, likeness(&written, &word.to_lowercase())));
    scored.max_by(|(_, a), (_, b)| a.total_cmp(b))
}
