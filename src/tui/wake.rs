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
