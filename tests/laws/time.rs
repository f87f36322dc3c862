//! Every millisecond since the meeting began is somewhere, once.

use std::collections::BTreeSet;

use plenary::dialogue::{Event, State, Status, Turn, TurnNo};
use plenary::review::{Kind, Ms};
use proptest::prelude::*;

use super::cases;
use super::commands::steps;
use super::meeting::Meeting;
use super::reviews::{Rules, rules};

proptest! {
    #![proptest_config(cases(48))]

    /// Where every interruption holds what ran: the turns' own times, the gaps, and the suspensions while nobody had the floor
    /// are the time since the meeting began, to the millisecond.
    #[test]
    fn time_is_conserved(rules in rules().prop_filter("kinds hold", Rules::hold_everywhere), steps in steps(220)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let now = meeting.now;
        let state = meeting.state().clone();
        let end = state.adjourned.unwrap_or(now);
        let turns: Ms = state.turns.iter().map(|turn| counted(turn, end)).sum();
        let gaps = state.gaps + state.gap.read(end);
        let idle = suspended_between_turns(&meeting, end);
        prop_assert_eq!(turns + gaps + idle, state.begun.map_or(Ms::ZERO, |begun| end - begun));
    }

    /// What is shown of where the time went: the suspensions are those while nobody had the floor, and time is counted twice only where
    /// an interruption lets what ran run on.
    #[test]
    fn where_the_time_went_is_the_whole(rules in rules(), steps in steps(220)) {
        let hold = rules.hold_everywhere();
        let mut meeting = Meeting::played(rules.review(), steps);
        let now = meeting.now;
        let state = meeting.state().clone();
        let Some(spent) = state.spent(now) else { return Ok(()) };
        prop_assert_eq!(spent.suspended, suspended_between_turns(&meeting, state.adjourned.unwrap_or(now)));
        prop_assert!(spent.twice == Ms::ZERO || (spent.twice > Ms::ZERO && !hold), "{}", spent.twice);
    }

    /// What a turn lasted is what its clocks counted, and what was held of it while others spoke over it.
    #[test]
    fn a_turn_lasts_what_its_clocks_counted(rules in rules(), steps in steps(220)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let now = meeting.now;
        let state = meeting.state().clone();
        let end = state.adjourned.unwrap_or(now);
        let reopened = reopened(&meeting);
        for turn in state.turns.iter() {
            let ended = turn.ended.unwrap_or(end);
            prop_assert!(ended >= turn.began);
            let over = |other: &&Turn| other.number != turn.number && other.began < ended && turn.began < other.ended.unwrap_or(end);
            let alone = !state.turns.iter().any(|other| over(&other)) && !reopened.contains(&turn.number);
            let lasted = ended - turn.began;
            if alone { prop_assert_eq!(counted(turn, end), lasted) } else { prop_assert!(counted(turn, end) <= lasted) }
        }
    }

    /// At any moment: of whoever has the floor exactly one clock runs; of those held none; the gap runs exactly while nobody has
    /// it; and of the turns that draw on a pool, not counting one that is run on underneath, one at most runs.
    #[test]
    fn at_most_one_clock_of_a_pool_runs(rules in rules(), steps in steps(220)) {
        let hold = rules.hold_everywhere();
        let mut meeting = Meeting::of(rules.review());
        for step in steps {
            let _ = meeting.step(step);
            let state = meeting.state();
            let meets = matches!(state.status, Status::Open | Status::Suspended);
            prop_assert_eq!(state.gap.runs(), state.status == Status::Open && state.floor.is_empty());
            prop_assert_eq!(state.suspension.runs(), state.status == Status::Suspended);
            let mut held = false;
            for number in state.floor.iter().rev() {
                let turn = state.turn(*number).expect("who has the floor has a turn");
                prop_assert_eq!(running(turn), usize::from(meets && !held), "turn {}", number);
                held |= kind(state, turn).interrupts && kind(state, turn).holds;
            }
            prop_assert!(state.turns.iter().filter(|turn| !state.floor.contains(&turn.number)).all(|turn| running(turn) == 0));
            if hold {
                prop_assert!(state.turns.iter().filter(|turn| turn.speaking.runs()).count() <= 1);
            }
        }
    }
}

fn kind<'a>(state: &'a State, turn: &Turn) -> &'a Kind {
    state.kind(&turn.kind).expect("its kind is known")
}

fn running(turn: &Turn) -> usize {
    [turn.speaking, turn.pausing, turn.standing].iter().filter(|clock| clock.runs()).count()
}

fn counted(turn: &Turn, end: Ms) -> Ms {
    turn.speaking.read(end) + turn.pausing.read(end) + turn.standing.read(end)
}

/// The turns that had ended once and went on.
fn reopened(meeting: &Meeting) -> BTreeSet<TurnNo> {
    let reopened = |(_, event): (Ms, &Event)| match event {
        Event::TookUpAgain(turn) => Some(*turn),
        _ => None,
    };
    meeting.facts().into_iter().filter_map(reopened).collect()
}

/// Counted from outside: by what the meeting was like from each of its moments to the next.
fn suspended_between_turns(meeting: &Meeting, end: Ms) -> Ms {
    let mut idle = Ms::ZERO;
    let mut suspended = false;
    let facts = meeting.facts();
    for (at, (moment, event)) in facts.iter().enumerate() {
        suspended = match event {
            Event::Suspended => true,
            Event::Reconvened | Event::Adjourned => false,
            _ => suspended,
        };
        let next = facts.get(at + 1).map_or(end, |(next, _)| (*next).min(end));
        if suspended && next > *moment && meeting.dialogue.at(*moment).floor.is_empty() {
            idle += next - *moment;
        }
    }
    idle
}
