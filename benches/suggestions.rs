//! Themes and officials suggested at each key press, in a session with 10,000 items. `cargo bench --bench suggestions`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::sync::Arc;

use divan::{Bencher, black_box};
use plenary::dialogue::{Item, ItemNo, ItemStatus, Position, Sort, State, Text};
use plenary::language::suggest::{officials_for, officials_of, themes_for};
use plenary::review::{Ms, Review, load};

const ITEMS: u32 = 10_000;

/// What a clerk may write in a statement: 33 words.
const LONG: &str = "Continue to take all necessary measures, in consultation with civil society, so that the national preventive mechanism has the \
                    means to visit every place of detention without notice and to publish what it found there";

fn main() {
    divan::main();
}

fn review() -> Review {
    load::sample().expect("the sample review loads").review
}

/// Every theme and every delegation in turn, every second one answered.
fn state() -> State {
    let mut state = State::new(Arc::new(review()));
    let themes: Vec<Text> = state.review.themes.iter().map(|theme| Text::from(theme.id.as_str())).collect();
    let delegations: Vec<_> = state.review.delegations.iter().map(|one| one.code).collect();
    let officials: Vec<Text> = state.officials.iter().map(|one| one.id.clone()).collect();
    for number in 1..=ITEMS {
        let at = number as usize;
        let item = Item {
            number: ItemNo(number),
            sort: Sort::Question,
            at: Ms(i64::from(number) * 1000),
            text: Text::from(LONG),
            themes: Arc::from([Text::clone(&themes[at % themes.len()])]),
            by: Arc::from([delegations[at % delegations.len()]]),
            turn: None,
            heard_in: None,
            lead: Some(Text::clone(&officials[at % officials.len()])),
            support: Arc::from([]),
            why: None,
            status: ItemStatus::Assigned,
            answer: None,
            position: Position::Pending,
            repeats: None,
            also: Arc::from([]),
        };
        state.items.insert(ItemNo(number), item);
    }
    state
}

#[divan::bench]
fn themes_of_a_long_text(bencher: Bencher<'_, '_>) {
    let state = state();
    bencher.bench_local(|| themes_for(black_box(LONG), &state));
}

#[divan::bench]
fn officials_for_two_themes(bencher: Bencher<'_, '_>) {
    let state = state();
    let themes = [Text::from("torture"), Text::from("detention")];
    bencher.bench_local(|| officials_for(black_box(&themes), &state));
}

/// The words, then what its delegation asked before, then who answers.
#[divan::bench]
fn officials_of_an_item_without_theme(bencher: Bencher<'_, '_>) {
    let mut state = state();
    let mut item = state.items.get(ItemNo(ITEMS)).expect("the last one").clone();
    item.themes = Arc::from([]);
    state.items.insert(ItemNo(ITEMS), item.clone());
    bencher.bench_local(|| officials_of(black_box(&item), &state));
}

/// The first key press of a session looks at each word of the vocabulary once.
#[divan::bench]
fn themes_for_the_first_time(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| State::new(Arc::new(review()))).bench_local_values(|state| themes_for(black_box(LONG), &state));
}

/// The vocabulary is part of the session's first record.
#[divan::bench]
fn reading_the_review_of_a_record(bencher: Bencher<'_, '_>) {
    let record = serde_json::to_string(&review()).expect("a review is JSON");
    bencher.bench_local(|| serde_json::from_str::<Review>(black_box(&record)).expect("it is read back"));
}
