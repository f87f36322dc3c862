//! Played back, the state at any position is the fold of the records up to it, however one came there.

use std::sync::Arc;
use std::time::Duration;

use plenary::dialogue::{Dialogue, Record, State};
use plenary::replay::{Mark, Player, Position, Recording, Speed, Telling};
use plenary::review::Ms;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::cases;
use super::commands::steps;
use super::meeting::Meeting;
use super::reviews::rules;

/// What one does at the player.
#[derive(Debug, Clone)]
enum Move {
    Skip(i64),
    Step(isize),
    Next(Mark),
    Previous(Mark),
    Tenth(u8),
    Tell(Telling),
    Silence,
    StopAt(Mark),
    StopNowhere,
    Repeat(i64, i64),
    Play(u64, &'static str),
}

fn mark() -> impl Strategy<Value = Mark> {
    select(vec![Mark::Turn, Mark::Order, Mark::Item])
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        3 => (-900_000_i64..900_000).prop_map(Move::Skip),
        3 => (-250_isize..250).prop_map(Move::Step),
        3 => (-1_isize..2).prop_map(Move::Step),
        2 => mark().prop_map(Move::Next),
        2 => mark().prop_map(Move::Previous),
        1 => (0_u8..10).prop_map(Move::Tenth),
        2 => select(vec![Telling::Corrected, Telling::AsSeen]).prop_map(Move::Tell),
        1 => Just(Move::Silence),
        1 => mark().prop_map(Move::StopAt),
        1 => Just(Move::StopNowhere),
        1 => (0_i64..900_000, 0_i64..900_000).prop_map(|(from, until)| Move::Repeat(from, until)),
        4 => (0_u64..20_000, select(vec!["0.1", "1", "4", "33", "1000"])).prop_map(|(time, speed)| Move::Play(time, speed)),
    ];
    vec(one, 1..40)
}

fn go(player: &mut Player, how: &Move) {
    match how {
        Move::Skip(by) => player.skip(Ms(*by)),
        Move::Step(by) => player.step(*by),
        Move::Next(mark) => drop(player.next(*mark)),
        Move::Previous(mark) => drop(player.previous(*mark)),
        Move::Tenth(tenths) => player.tenth(*tenths),
        Move::Tell(telling) => player.tell(*telling),
        Move::Silence => drop(player.toggle_silence()),
        Move::StopAt(mark) => drop(player.toggle_stop(*mark)),
        Move::StopNowhere => player.stop_nowhere(),
        Move::Repeat(from, until) => player.repeat(Some((Ms(*from), Ms(*until)))),
        Move::Play(time, speed) => {
            player.speed = speed.parse::<Speed>().unwrap();
            player.play();
            player.pass(Duration::from_millis(*time));
        }
    }
}

/// The fold of the first records, as a session that ended there would have it.
fn as_seen(records: &[Arc<Record>], position: Position) -> State {
    let mut dialogue = Dialogue::open(Arc::clone(&records[0])).unwrap();
    for record in &records[1..=position.after] {
        dialogue.apply(Arc::clone(record)).unwrap();
    }
    dialogue.advance(position.moment);
    dialogue.state().clone()
}

/// The fold of the records that count, one after the other from the first.
fn corrected(whole: &Dialogue, position: Position) -> State {
    let mut state = Dialogue::open(Arc::clone(&whole.records()[0])).unwrap().state().clone();
    for (slot, record) in whole.counting().take(position.after) {
        state.apply(slot.facts(record), slot).unwrap();
    }
    state.lapse(position.moment);
    state
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn the_state_at_a_position_is_the_fold_up_to_it(rules in rules(), steps in steps(200), moves in moves()) {
        let meeting = Meeting::played(rules.review(), steps);
        let whole = &meeting.dialogue;
        let recording = Recording::of(whole.records().iter().map(|record| Record::clone(record))).unwrap();
        prop_assert!(recording.damage.is_none());
        let mut player = Player::new(recording, Telling::Corrected);
        for how in &moves {
            go(&mut player, how);
            let position = player.position();
            prop_assert!(position.moment <= player.track().end() && position.moment >= Ms::ZERO);
            prop_assert!(position.after <= player.track().steps().len());
            let here = player.state();
            match player.telling() {
                Telling::AsSeen => prop_assert_eq!(here, as_seen(whole.records(), position)),
                Telling::Corrected => prop_assert_eq!(here, corrected(whole, position)),
            }
        }
    }

    /// A moment is looked at as the session itself looks at it; and in the end both ways of telling it agree.
    #[test]
    fn a_moment_is_what_the_session_says_it_was(rules in rules(), steps in steps(200), parts in vec(0_i64..=1000, 1..20)) {
        let meeting = Meeting::played(rules.review(), steps);
        let whole = &meeting.dialogue;
        let recording = Recording::of(whole.records().iter().map(|record| Record::clone(record))).unwrap();
        let end = recording.end();
        let told = recording.track(Telling::Corrected);
        for part in parts {
            let moment = Ms(end.0 * part / 1000);
            prop_assert_eq!(told.state(told.at(moment)), whole.at(moment));
        }
        let seen = recording.track(Telling::AsSeen);
        prop_assert_eq!(seen.state(seen.last()), told.state(told.last()));
    }
}
