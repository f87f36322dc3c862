//! What a person is told about a review file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use plenary::review::{Code, load};

#[test]
fn the_sample_is_kazakhstan_with_103_speakers() {
    let loaded = load::sample().unwrap_or_else(|problems| panic!("{problems}"));
    assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
    let review = loaded.review;
    assert_eq!(review.delegations.len(), 195);
    assert_eq!(review.delegations.iter().filter(|one| one.council_member).count(), 47);
    assert_eq!(review.speakers.len(), 103);
    assert_eq!(review.officials.len(), 10);
    assert_eq!(review.themes.len(), 39);
    assert_eq!(review.head().unwrap().id, "justice");
    assert_eq!(review.state_under_review, Code::new("KAZ").unwrap());
    assert_eq!(review.starts, "2025-01-23T09:00:00");
    assert_eq!(review.modalities.kinds.len(), 8);
    assert_eq!(review.modalities.pools[0].name, "dialogue");
}

#[test]
fn the_review_of_2014_has_its_73_speakers() {
    let loaded = load::review("config/reviews/kazakhstan-2014.toml").unwrap_or_else(|problems| panic!("{problems}"));
    assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
    assert_eq!(loaded.review.speakers.len(), 73);
    assert_eq!(loaded.review.delegations.iter().filter(|one| one.council_member).count(), 47);
}
