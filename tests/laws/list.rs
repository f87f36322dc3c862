//! No entry is lost or doubled; the list is only ever put in another order.

use plenary::dialogue::{Action, Command, Entry, EntryNo, EntryStatus, Event, Outcome, Start, State};
use proptest::option;
use proptest::prelude::*;

use super::cases;
use super::commands::{start, steps};
use super::meeting::Meeting;
use super::reviews::rules;

proptest! {
    #![proptest_config(cases(40))]

    /// Every number that was inscribed and not taken back is in exactly one place: in the list, withdrawn from it, or at the
    /// floor in exactly one turn that was not an absence. Places count from 1.
    #[test]
    fn no_entry_is_lost_or_doubled(rules in rules(), steps in steps(220)) {
        let mut meeting = Meeting::of(rules.review());
        for step in steps {
            let _ = meeting.step(step);
            meeting.state();
            let inscribed = inscribed(&meeting);
            let state = meeting.dialogue.state();
            let mut listed = state.order.clone();
            listed.sort();
            prop_assert!(listed.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", state.order);
            prop_assert_eq!(state.entries.iter().map(|entry| entry.number).collect::<Vec<_>>(), inscribed);
            for entry in state.entries.iter() {
                let turns = state.turns.iter().filter(|turn| turn.entry == Some(entry.number) && turn.outcome != Some(Outcome::Absent));
                let at_floor = usize::from(entry.status == EntryStatus::Taken);
                prop_assert_eq!((usize::from(state.order.contains(&entry.number)), turns.count()), (1 - at_floor, at_floor), "{}", entry.number);
            }
            let places: Vec<Option<usize>> = state.listed().map(|entry| state.place_of(entry.number)).collect();
            prop_assert!(places.iter().zip(1..).all(|(place, expected)| *place == Some(expected)));
        }
    }

    /// Whoever was entered as a participant and is a delegation after all stands nowhere under the old name.
    #[test]
    fn who_was_reconciled_is_the_delegation_everywhere(rules in rules(), steps in steps(200)) {
        let mut meeting = Meeting::of(rules.review());
        for step in steps {
            let reconciled = match meeting.aimed(step.command.clone()).action {
                Action::Reconcile { participant, .. } => Some(participant),
                _ => None,
            };
            if let (Some(participant), Ok(true)) = (reconciled, meeting.step(step)) {
                let state = meeting.state();
                prop_assert!(!state.entries.iter().any(|entry| entry.delegations.contains(&participant)));
                prop_assert!(!state.turns.iter().any(|turn| turn.delegations.contains(&participant)));
                prop_assert!(!state.items.iter().any(|item| state.authors(item).contains(&participant)));
            }
        }
    }

    /// An alphabetical order and a drawing of lots change nothing but the order; what was put in its place by hand, is set aside or
    /// was planned for the State under review stays where it stands; ranks go before names and lots.
    #[test]
    fn to_order_the_list_is_a_permutation(
        rules in rules(), steps in steps(60), start in start(), seed in any::<u64>(), count in option::of(0_u32..5),
    ) {
        for action in [Action::Sort(start), Action::Draw { seed, count }] {
            let mut meeting = Meeting::played(rules.clone().review(), steps.clone());
            let before = meeting.state().clone();
            if !meeting.submit(Command::now(action.clone())) {
                continue;
            }
            let after = meeting.state().clone();
            prop_assert_eq!(State { order: before.order.clone(), as_of: before.as_of, ..after.clone() }, before.clone());
            for (one, other) in before.listed().zip(after.listed()) {
                prop_assert!(one.number == other.number || (moves(&before, one) && moves(&after, other)));
            }
            let movable: Vec<&Entry> = after.listed().filter(|entry| moves(&after, entry)).collect();
            prop_assert!(movable.is_sorted_by_key(|entry| entry.rank));
            if let Action::Sort(start) = action {
                prop_assert!(movable.is_sorted_by_key(|entry| (entry.rank, name(&after, start, entry))));
            }
        }
    }

    /// The same seed draws the same among the same entries, in whatever order they stood.
    #[test]
    fn the_same_seed_draws_the_same(rules in rules(), steps in steps(60), seed in any::<u64>(), start in start()) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let mut sorted = meeting.clone();
        sorted.submit(Command::now(Action::Sort(start)));
        let lots = || Command::now(Action::Draw { seed, count: None });
        meeting.submit(lots());
        sorted.submit(lots());
        let listed = |meeting: &Meeting| meeting.dialogue.state().listed().map(|entry| entry.number).collect::<Vec<EntryNo>>();
        prop_assert_eq!(listed(&meeting), listed(&sorted));
    }
}

fn inscribed(meeting: &Meeting) -> Vec<EntryNo> {
    let beforehand = (1..).map(EntryNo).take(meeting.dialogue.state().review.speakers.len());
    let since = meeting.facts().into_iter().flat_map(|(_, event)| match event {
        Event::Inscribed(inscription) => vec![inscription.entry],
        Event::Imported(inscriptions) => inscriptions.iter().map(|inscription| inscription.entry).collect(),
        _ => vec![],
    });
    let mut all: Vec<EntryNo> = beforehand.chain(since).collect();
    all.sort();
    all
}

fn moves(state: &State, entry: &Entry) -> bool {
    !entry.by_hand && entry.status == EntryStatus::Waiting && !state.answers(&entry.kind)
}

/// An alphabet that begins at the start and wraps.
fn name(state: &State, start: Start, entry: &Entry) -> (bool, String) {
    let delegation = |code| state.review.delegation(code).unwrap();
    let first = delegation(entry.delegations[0]);
    let before = match start {
        Start::Letter(letter) => first.initial < letter,
        Start::Delegation(code) => first.sort_key < delegation(code).sort_key,
    };
    (before, first.sort_key.clone())
}
