//! Nothing that was asked is lost: whatever is done with items, the sums agree, and each has its moment and its turn.

use plenary::dialogue::{ItemCounts, ItemStatus};
use plenary::review::Ms;
use proptest::prelude::*;

use super::cases;
use super::commands::steps;
use super::meeting::Meeting;
use super::reviews::rules;

fn sum(all: impl Iterator<Item = ItemCounts>) -> ItemCounts {
    all.fold(ItemCounts::default(), |sum, one| ItemCounts {
        all: sum.all + one.all,
        to_assign: sum.to_assign + one.to_assign,
        open: sum.open + one.open,
        answered: sum.answered + one.answered,
        written: sum.written + one.written,
        declined: sum.declined + one.declined,
        positions: std::array::from_fn(|at| sum.positions[at] + one.positions[at]),
    })
}

proptest! {
    #![proptest_config(cases(48))]

    /// What was asked is answered, promised in writing, declined or outstanding; by official and by delegation it is as much.
    #[test]
    fn the_sums_agree(rules in rules(), steps in steps(220)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let now = meeting.now;
        let state = meeting.state();
        let counts = state.item_counts();
        let asked = state.items.iter().filter(|item| item.is_asked()).count();
        prop_assert_eq!(counts.asked() as usize, asked);
        prop_assert_eq!(counts.outstanding() as usize, state.items.iter().filter(|item| item.is_outstanding()).count());
        prop_assert_eq!(sum(state.counts_by_official().into_iter().map(|(_, counts)| counts)), counts);
        prop_assert_eq!(sum(state.counts_by_delegation().into_iter().map(|(_, counts)| counts)), counts);
        let loads = state.loads(now);
        for (load, official) in loads.iter().zip(&state.officials) {
            prop_assert_eq!(*load, state.load(&official.id, now));
        }
        prop_assert_eq!(loads.iter().map(|load| load.open).sum::<u32>(), counts.open);
    }

    /// An item was said at a moment that has come, in a turn that there is or before the first; who has it is an official, and what is
    /// answered or promised has its answer.
    #[test]
    fn every_item_has_its_place(rules in rules(), steps in steps(220)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let now = meeting.now;
        let state = meeting.state();
        for item in state.items.iter() {
            prop_assert!(item.at >= Ms::ZERO && item.at <= now);
            prop_assert!(item.turn.is_none_or(|turn| state.turn(turn).is_some()));
            prop_assert!(item.lead.iter().chain(item.support.iter()).all(|id| state.official(id).is_some()));
            prop_assert!(item.status != ItemStatus::Assigned || item.lead.is_some());
            prop_assert_eq!(item.answer.is_some(), matches!(item.status, ItemStatus::Answered | ItemStatus::Written));
        }
    }
}
