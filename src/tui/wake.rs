//! The next moment at which a figure on the screen changes. Between two of them nothing is drawn and nothing runs.

use crate::dialogue::{State, Status};
use crate::review::{Count, Ms};

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60_000;

/// How long until the next one, at a moment and its UTC.
///
/// While the meeting is open that is once a second, by the clock that is looked at: the speaker's, else that of the gap, else
/// the time of day. All figures are drawn then, so that a second costs one frame. Otherwise minutes are all that is shown.
pub(super) fn after(state: &State, now: Ms, utc_ms: i64) -> Ms {
    if state.status != Status::Open {
        return Ms(MINUTE - utc_ms.rem_euclid(MINUTE));
    }
    match state.speaking().filter(|turn| turn.speaking.runs()) {
        Some(turn) if state.kind(&turn.kind).is_some_and(|kind| kind.count == Count::Up) => until_next(turn.speaking.read(now)),
        // Counted down, it changes as the last millisecond of a second is used up.
        Some(turn) => Ms(match state.clock(turn, now).left.0.rem_euclid(SECOND) {
            0 => SECOND,
            rest => rest,
        }),
        None if state.gap.runs() => until_next(state.gap.read(now)),
        None => Ms(SECOND - utc_ms.rem_euclid(SECOND)),
    }
}

fn until_next(reading: Ms) -> Ms {
    Ms(SECOND - reading.0.rem_euclid(SECOND))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use std::sync::Arc;

    use super::*;
    use crate::dialogue::{Dialogue, Event, Record, Seq};
    use crate::language;
    use crate::review::load;
    use crate::tui::widgets::times;

    /// The sample review after these commands, each at its moment.
    fn after_commands(commands: &[(i64, &str)]) -> Dialogue {
        let review = load::sample().unwrap_or_else(|problems| panic!("{problems}")).review;
        let opened = Record::of(Seq(1), Ms::ZERO, vec![Event::Opened(Arc::new(review))]);
        let mut dialogue = Dialogue::open(Arc::new(opened)).unwrap();
        for (at, line) in commands {
            let command = language::parse(line, &dialogue.state().review).unwrap();
            let decision = dialogue.decide("operator", &command, Ms(*at)).unwrap();
            dialogue.apply(Arc::new(Record::of(dialogue.seq().next(), Ms(*at), decision.events))).unwrap();
        }
        dialogue
    }

    #[test]
    fn a_countdown_is_drawn_as_its_second_changes_and_at_no_other_time() {
        let dialogue = after_commands(&[(1_000, "begin"), (2_345, "next")]);
        let state = dialogue.state();
        let turn = state.speaking().unwrap();
        let shown = |now: Ms| times::countdown(state.clock(turn, now).left);
        for now in [2_345, 2_346, 3_000, 3_344, 3_345, 90_000, 99_999] {
            let next = Ms(now) + after(state, Ms(now), 17);
            assert!(next > Ms(now) && next <= Ms(now + 1000));
            assert_eq!(shown(next - Ms(1)), shown(Ms(now)), "nothing changes before {next:?}");
            if shown(Ms(now)) != "0:00" {
                assert_ne!(shown(next), shown(Ms(now)), "it changes at {next:?}");
            }
        }
    }

    #[test]
    fn while_nobody_speaks_the_gap_is_looked_at_and_while_paused_the_time_of_day() {
        let gap = after_commands(&[(1_000, "begin"), (2_000, "next"), (5_700, "done")]);
        assert_eq!(after(gap.state(), Ms(6_000), 17), Ms(700));
        let paused = after_commands(&[(1_000, "begin"), (2_000, "next"), (5_700, "pause")]);
        assert_eq!(after(paused.state(), Ms(6_000), 17), Ms(983));
    }

    #[test]
    fn before_the_meeting_and_when_it_rests_one_wakes_with_the_minute() {
        for commands in [&[][..], &[(1_000, "begin"), (2_000, "suspend")], &[(1_000, "begin"), (2_000, "adjourn")]] {
            let dialogue = after_commands(commands);
            assert_eq!(after(dialogue.state(), Ms(6_000), 60_000 * 7 + 20_000), Ms(40_000));
        }
    }
}
