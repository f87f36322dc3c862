//! Whether an entry of the list has a place under the modalities and beside those above it.

use super::{Complaint, Fault};
use crate::review::spelling::did_you_mean;
use crate::review::{Inscribed, Kind, Ms, Review, Speaker};

/// Why an entry has no place under these modalities; nothing is said of modalities without kinds, which have been reported themselves.
pub(in crate::review) fn unfit(entry: &Inscribed, review: &Review) -> Option<Complaint> {
    if entry.time.is_some_and(|time| time <= Ms::ZERO) {
        return Some(Complaint::new(Fault::Time, "a time of nothing", "write how long, such as 2m, or leave it out"));
    }
    let kinds = &review.modalities.kinds;
    if kinds.is_empty() {
        return None;
    }
    if let Some(kind) = entry.kind.as_deref().filter(|kind| review.modalities.kind(kind).is_none()) {
        let names: Vec<&str> = kinds.iter().map(|kind| kind.id.as_str()).collect();
        let help = did_you_mean(kind, names.iter().copied());
        let help = help.unwrap_or_else(|| format!("the kinds of these modalities: {}", names.join(", ")));
        return Some(Complaint::new(Fault::Kind, format!("there is no kind \"{kind}\""), help));
    }
    let named = &entry.delegations;
    if let Some((_, twice)) = named.iter().enumerate().find(|(at, code)| named.iter().take(*at).any(|other| other == *code)) {
        let what = format!("{} is named twice for one statement", review.name_of(*twice));
        return Some(Complaint::new(Fault::Duplicate, what, "name each once"));
    }
    if named.len() > 1 && review.modalities.kind(Kind::JOINT_STATEMENT).is_none() {
        let what = format!("{} together, but these modalities have no joint-statement", review.names(named));
        return Some(Complaint::new(Fault::Kind, what, "give each its own line"));
    }
    None
}

/// The earlier entry after which one more of the same delegations and kind is too many.
pub(in crate::review) fn same_as<'a>(entry: &Inscribed, earlier: impl Iterator<Item = &'a Inscribed>, review: &Review) -> Option<usize> {
    let limit = usize::try_from(review.modalities.entries_per_delegation).ok().filter(|limit| *limit > 0)?;
    let kind = review.kind_of(entry);
    // Several answer blocks may be planned ahead; the guard is against entering a delegation twice.
    if review.modalities.kind(kind).is_some_and(|kind| kind.speaker == Speaker::StateUnderReview) {
        return None;
    }
    let same = earlier.enumerate().filter(|(_, other)| review.kind_of(other) == kind && other.delegations == entry.delegations);
    same.map(|(at, _)| at).nth(limit - 1)
}
