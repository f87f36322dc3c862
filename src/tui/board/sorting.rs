//! In which order the board has its items, under each heading too.

use std::cmp::Reverse;

use super::index::Indexed;
use crate::dialogue::{ItemStatus, State};

/// What the rows are sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sorting {
    /// What was logged last stands at the top.
    #[default]
    Newest,
    /// What was logged first stands at the top.
    Oldest,
    /// What nobody has been given, then what waits for an answer, what comes in writing, what will not be answered, and what is answered.
    Status,
    /// Who asked, in the order of the review, each item under its first author.
    Delegation,
}

const NAMED: [(&str, Sorting, &str); 4] = [
    ("newest", Sorting::Newest, "newest first"),
    ("oldest", Sorting::Oldest, "oldest first"),
    ("status", Sorting::Status, "open first"),
    ("delegation", Sorting::Delegation, "as delegations come"),
];

impl Sorting {
    /// By the beginning of its name.
    pub fn named(begun: &str) -> Option<Sorting> {
        let begun = begun.to_lowercase();
        NAMED.into_iter().find(|(name, ..)| !begun.is_empty() && name.starts_with(&begun)).map(|(_, sorting, _)| sorting)
    }

    /// What then stands first, in words.
    pub fn says(self) -> &'static str {
        NAMED.into_iter().find(|(_, sorting, _)| *sorting == self).map_or("", |(.., says)| says)
    }

    /// The one after it.
    pub fn next(self) -> Sorting {
        match self {
            Sorting::Newest => Sorting::Oldest,
            Sorting::Oldest => Sorting::Status,
            Sorting::Status => Sorting::Delegation,
            Sorting::Delegation => Sorting::Newest,
        }
    }

    /// Puts items, given the newest first, into this order; those that are alike in it stay as they were.
    pub(super) fn sort(self, items: &mut [&Indexed], state: &State) {
        match self {
            Sorting::Newest => {}
            Sorting::Oldest => items.reverse(),
            Sorting::Status => items.sort_by_key(|indexed| Reverse(urgency(indexed))),
            Sorting::Delegation => items.sort_by_cached_key(|indexed| {
                let first = indexed.authors.first();
                first.and_then(|code| state.review.delegations.iter().position(|one| one.code == *code)).unwrap_or(usize::MAX)
            }),
        }
    }
}

/// How much is still to be done about an item.
fn urgency(indexed: &Indexed) -> u8 {
    match indexed.item.status {
        ItemStatus::Noted if indexed.item.needs_official() => 5,
        ItemStatus::Assigned => 4,
        ItemStatus::Written => 3,
        ItemStatus::Declined => 2,
        ItemStatus::Answered => 1,
        ItemStatus::Noted => 0,
    }
}
