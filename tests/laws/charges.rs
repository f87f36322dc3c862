//! What the pools and the groups' banks have given is what was spoken, paused and waited, each where the modalities charge it.

use plenary::dialogue::{Action, Allotments, Command, Division, Event, Inscribe, Outcome, Participant, Place, State, Text, Turn};
use plenary::review::{Allotment, AtZero, Code, Kind, Ms, Pool, Review};
use proptest::prelude::*;

use super::cases;
use super::commands::{division, steps};
use super::meeting::Meeting;
use super::reviews::{code, review, rules};

proptest! {
    #![proptest_config(cases(40))]

    /// Counted again from the turns, whatever was retyped, ruled, taken up again or shifted since.
    #[test]
    fn every_charge_is_somewhere(rules in rules(), steps in steps(220)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let now = meeting.now;
        let state = meeting.state();
        let modalities = &state.review.modalities;
        for pool in &modalities.pools {
            let charged = |name: &Option<String>| name.as_deref() == Some(pool.name.as_str());
            let mut used = if charged(&modalities.gap_charge) { state.gaps + state.gap.read(now) } else { Ms::ZERO };
            for turn in present(state) {
                if charged(&kind(state, turn).pool) && is_charged(state, turn) { used += turn.speaking.read(now) }
                if charged(&modalities.pause_charge) { used += turn.pausing.read(now) }
            }
            let figures = state.pool(&pool.name, now).unwrap();
            prop_assert_eq!((figures.used, figures.left), (used, pool.total - used), "{}", pool.name);
        }
    }

    /// A bank holds what it had in the beginning or was given last, and what was redistributed; the charged turns of its group, with
    /// others or alone, have used it.
    #[test]
    fn every_bank_is_what_its_group_left(rules in rules(), steps in steps(220)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let now = meeting.now;
        meeting.state();
        let state = meeting.dialogue.state();
        for group in &state.review.modalities.groups {
            let (mut total, mut extra) = (group.total, Ms::ZERO);
            for (_, event) in meeting.facts() {
                match event {
                    Event::Banked { group: other, total: given } if **other == *group.name => total = *given,
                    Event::Redistributed { each, .. } => extra += *each,
                    _ => {}
                }
            }
            let of_group = |code: &Code| state.review.delegation(*code).unwrap().group.as_ref() == Some(&group.name);
            let theirs = present(state).filter(|turn| turn.delegations.iter().any(of_group));
            let charged = theirs.filter(|turn| kind(state, turn).pool.is_some() && is_charged(state, turn));
            let used: Ms = charged.map(|turn| turn.speaking.read(now)).sum();
            let bank = state.bank(&group.name, now).unwrap();
            prop_assert_eq!((bank.total, bank.extra, bank.used, bank.left()), (total, extra, used, total + extra - used));
        }
    }

    /// Redistributed, an overrun is gone, and every other bank has as much more.
    #[test]
    fn a_redistribution_gives_every_bank_the_overrun(rules in rules(), steps in steps(200)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let north = || Text::from("North");
        meeting.submit(Command::now(Action::Bank { group: north(), total: Ms::ZERO }));
        let now = meeting.now;
        let lefts = |state: &State| ["North", "South"].map(|group| state.bank(group, now).map(|bank| bank.left()));
        let before = lefts(meeting.state());
        if meeting.submit(Command::now(Action::Redistribute { group: north(), apply: true })) {
            let [Some(overdrawn), Some(other)] = before else { panic!("only groups with a bank overdraw it: {before:?}") };
            prop_assert!(overdrawn < Ms::ZERO);
            prop_assert_eq!(lefts(meeting.state()), [Some(Ms::ZERO), Some(other - overdrawn)]);
        } else {
            prop_assert_eq!(lefts(meeting.state()), before);
        }
    }

    /// Who has spoken and who waits are never more than were inscribed, and the meeting does not end in the past.
    #[test]
    fn the_forecast_is_ahead(rules in rules(), steps in steps(200)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let now = meeting.now;
        let state = meeting.state();
        let (taken, waiting) = (state.spoken(), state.listed().count());
        prop_assert!(taken + waiting <= state.entries.iter().count());
        let forecast = state.forecast(now);
        prop_assert!(forecast.ends.is_none_or(|ends| ends >= now) || state.adjourned.is_some());
        let expected: Vec<Ms> = forecast.expected.iter().filter_map(|expected| expected.at).collect();
        prop_assert!(expected.is_sorted());
    }

    /// A division gives the same to all who wait without own time, never more than there is, and touches nothing else.
    #[test]
    fn a_division_gives_what_is_left_and_no_more(rules in rules(), steps in steps(200), by in division()) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let now = meeting.now;
        let before = meeting.state().clone();
        let room = room(&before, now);
        if !meeting.submit(Command::now(Action::Divide { by, apply: true })) {
            prop_assert_eq!(meeting.state(), &before);
            return Ok(());
        }
        let after = meeting.state().clone();
        let untouched = State { allotments: before.allotments, as_of: before.as_of, ..after.clone() };
        prop_assert_eq!(untouched, before.clone());
        let given: Vec<Ms> = dividing(&after).map(|entry| after.allotment_of(entry, now).unwrap()).collect();
        prop_assert!(!given.is_empty());
        match by {
            Division::Each(each) => prop_assert!(given.iter().all(|share| *share == each)),
            Division::Equal => {
                let sum: Ms = given.iter().copied().sum();
                prop_assert!(given.iter().all(|share| *share == given[0] && share.0 % 1000 == 0));
                prop_assert!(sum <= room && room - sum < Ms(1000) * i64::try_from(given.len()).unwrap(), "{sum} of {room}");
            }
            Division::Ladder => prop_assert!(given.iter().copied().sum::<Ms>() <= room),
        }
        prop_assert!(after.allotments.is_some_and(|allotments| figures(allotments).iter().all(|figure| *figure > Ms::ZERO)));
    }
}

fn figures(allotments: Allotments) -> [Ms; 2] {
    [allotments.member, allotments.observer]
}

fn kind<'a>(state: &'a State, turn: &Turn) -> &'a Kind {
    state.kind(&turn.kind).expect("its kind is known")
}

/// Turns of who was in the room.
fn present(state: &State) -> impl Iterator<Item = &Turn> {
    state.turns.iter().filter(|turn| turn.outcome != Some(Outcome::Absent))
}

/// Whether the chair's ruling, where the kind waits for one, lets it be charged.
fn is_charged(state: &State, turn: &Turn) -> bool {
    let when = &kind(state, turn).charged_when;
    when.is_empty() || turn.ruling.as_ref().is_some_and(|ruled| when.contains(&ruled.ruling))
}

fn dividing(state: &State) -> impl Iterator<Item = &plenary::dialogue::Entry> {
    state.listed().filter(|entry| entry.time.is_none() && state.kind(&entry.kind).is_some_and(|kind| kind.time == Allotment::Ladder))
}

/// What the ladder's pool has for who waits without own time: the time of what runs (where a ruling is still to come, it may yet be
/// charged), own times and the changes of speaker taken off.
fn room(state: &State, now: Ms) -> Ms {
    let Some(ladder) = &state.review.modalities.ladder else { return Ms::ZERO };
    let draws = |id: &str| state.kind(id).is_some_and(|kind| kind.pool.as_ref() == Some(&ladder.pool));
    let running = state.floor.iter().filter_map(|turn| state.turn(*turn)).filter(|turn| draws(&turn.kind));
    let runs: Ms = running.map(|turn| state.clock(turn, now).left.max(Ms::ZERO)).sum();
    let listed: Vec<_> = state.listed().filter(|entry| draws(&entry.kind)).collect();
    let own: Ms = listed
        .iter()
        .filter(|entry| entry.time.is_some() || state.kind(&entry.kind).is_some_and(|kind| kind.time != Allotment::Ladder))
        .filter_map(|entry| state.allotment_of(entry, now))
        .sum();
    let changes = ladder.changeover * i64::try_from(listed.len()).unwrap();
    state.pool(&ladder.pool, now).unwrap().left - runs - own - changes
}

/// What a participant has spoken is on the bank of its group, once it is known whose delegation it is.
#[test]
fn what_was_spoken_before_a_reconciliation_is_charged_to_the_group() {
    let mut meeting = Meeting::of(with_groups());
    let participant = Participant { name: Text::from("Zonal Fund"), sort_key: Text::from("ZONAL FUND") };
    let enter = Inscribe { participant: Some(participant), at: Some(Place::Top), ..Inscribe::default() };
    let mut say = |later, action| {
        meeting.now += Ms(later);
        assert!(meeting.submit(Command::now(action)));
        let bank = meeting.dialogue.state().bank("North", meeting.now).expect("it has one");
        (bank.used, meeting.dialogue.state().turns.iter().last().map(|turn| turn.delegations[0]))
    };
    say(0, Action::Begin);
    say(0, Action::Inscribe(enter));
    let (_, entered) = say(0, Action::Next { seen: None });
    let (before, _) = say(30_000, Action::Done);
    let (after, known) = say(0, Action::Reconcile { participant: entered.expect("it spoke"), delegation: code("BBB") });
    assert_eq!((before, after, known), (Ms::ZERO, Ms(30_000), Some(code("BBB"))));
}

fn with_groups() -> Review {
    let mut review = review(AtZero::GoOn);
    // Two statements may wait: the participant's becomes one more of the delegation's.
    review.modalities.entries_per_delegation = 2;
    review.modalities.groups = vec![Pool { name: "North".to_owned(), total: Ms(60_000) }];
    review
}
