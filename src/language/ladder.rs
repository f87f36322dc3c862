//! What the ladder gave when the meeting began, and why: `1:21 each (rung 3 of 3; rung 2 needs 3:26:00 of 2:20:00)`.

use super::describe::each;
use crate::dialogue::{Allotments, State};
use crate::review::{Fitting, Ladder, Ms, Rung};

/// What each speaker without a time of its own gets, which rung gave it and why. Absent before the meeting begins, and where
/// the modalities have no ladder.
pub fn ladder_taken(state: &State) -> Option<String> {
    let Allotments { rung, member, observer, fitted } = state.allotments?;
    let each = each(member, observer);
    let Some(rung) = rung else { return Some(format!("{each}, as announced by the chair")) };
    let ladder = state.review.modalities.ladder.as_ref()?;
    Some(format!("{each} (rung {} of {}; {})", rung + 1, ladder.rungs.len(), why(ladder, rung, member, fitted)))
}

fn why(ladder: &Ladder, taken: usize, each: Ms, fitted: Fitting) -> String {
    let room = fitted.room;
    let needs = |at: usize| ladder.rungs.get(at).and_then(|rung: &Rung| rung.needs(fitted));
    let needed = needs(taken).unwrap_or(each * fitted.count());
    match taken.checked_sub(1).and_then(needs) {
        _ if needed > room => format!("even that needs {needed} of {room}"),
        Some(above) => format!("rung {taken} needs {above} of {room}"),
        None => format!("it needs {needed} of {room}"),
    }
}
