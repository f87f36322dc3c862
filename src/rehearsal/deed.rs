//! One command of the rehearsal: whose, after how long, and what follows only if it was possible.

use crate::dialogue::{Action, Command, Text};
use crate::review::Ms;

/// Who gives the floor and has the time.
pub(super) const OPERATOR: &str = "operator";
/// Who logs what is said.
pub(super) const CLERK: &str = "clerk";

/// One command, and what hangs on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// How long after the one before.
    pub wait: Ms,
    /// Whose it is.
    pub seat: &'static str,
    /// What is done.
    pub command: Command,
    /// What follows where this was possible: a ruling needs its point of order.
    pub then: Vec<Deed>,
}

impl Deed {
    pub(super) fn operator(wait: Ms, action: Action) -> Deed {
        Deed { wait, seat: OPERATOR, command: Command::now(action), then: Vec::new() }
    }

    pub(super) fn clerk(wait: Ms, action: Action) -> Deed {
        Deed { seat: CLERK, ..Deed::operator(wait, action) }
    }

    pub(super) fn then(self, then: Vec<Deed>) -> Deed {
        Deed { then, ..self }
    }
}

/// A remark for the record.
pub(super) fn note(wait: Ms, text: &str) -> Deed {
    Deed::operator(wait, Action::Note(Text::from(text)))
}

/// Deeds at moments counted from now, as waits from one to the next.
pub(super) fn in_order(mut planned: Vec<(Ms, Deed)>) -> Vec<Deed> {
    planned.sort_by_key(|(at, _)| *at);
    let mut before = Ms::ZERO;
    let waits = planned.into_iter().map(|(at, deed)| {
        let wait = (at - before).max(Ms::ZERO);
        before = at.max(before);
        Deed { wait, ..deed }
    });
    waits.collect()
}
