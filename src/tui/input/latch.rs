//! `next` is locked for two seconds, visibly, when something else than this hand changes what it would do (case TQ-18).

use super::eye::Eye;
use crate::dialogue::{EntryNo, State, Status};
use crate::review::Ms;

/// How long.
const LOCKED: Ms = Ms(2_000);

/// What each sentence about the lock begins with.
pub(super) const LOCKED_BY: &str = "next locked: ";

/// What `next` would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Begin the meeting.
    Begin,
    /// Let it go on.
    Reconvene,
    /// Call an entry.
    Call(EntryNo),
    /// Nothing.
    Nothing,
}

impl Next {
    fn of(state: &State) -> Next {
        match state.status {
            Status::Waiting => Next::Begin,
            Status::Suspended => Next::Reconvene,
            Status::Open => state.first_waiting().map_or(Next::Nothing, |entry| Next::Call(entry.number)),
            Status::Adjourned => Next::Nothing,
        }
    }
}

/// The lock.
#[derive(Debug, Default)]
pub(super) struct Latch {
    does: Option<Next>,
    /// Changed, and not yet drawn.
    changed: bool,
    until: Option<Ms>,
}

impl Latch {
    /// Looks at the state before a frame, and before an order is carried out: what is another one now was changed by others, by an import
    /// or by time.
    pub fn watch(&mut self, state: &State) {
        let does = Next::of(state);
        self.changed |= self.does.is_some_and(|before| before != does) && does != Next::Nothing;
        self.does = Some(does);
    }

    /// Looks at the state after an order of this hand, which locks nothing; where the order itself has changed what `next` would do, that
    /// is no surprise, and what was locked for another reason opens.
    pub fn obey(&mut self, state: &State) {
        let does = Some(Next::of(state));
        if self.does != does {
            *self = Latch { does, ..Latch::default() };
        }
    }

    /// A frame shows what `next` would do; whether it is locked from that frame on.
    pub fn show(&mut self, at: Ms) -> bool {
        let locks = std::mem::take(&mut self.changed);
        if locks {
            self.until = Some(at + LOCKED);
        }
        self.until = self.until.filter(|until| at < *until);
        locks
    }

    /// Whether it is locked at a moment.
    pub fn is_locked(&self, at: Ms) -> bool {
        self.changed || self.until.is_some_and(|until| at < until)
    }

    /// When it opens by itself.
    pub fn opens(&self) -> Option<Ms> {
        self.until
    }
}

/// Why it is locked, in words.
pub(super) fn because(eye: &Eye<'_>) -> String {
    match (Next::of(eye.state()), eye.state().first_waiting()) {
        (Next::Begin, _) => format!("{LOCKED_BY}the meeting has not begun now"),
        (Next::Reconvene, _) => format!("{LOCKED_BY}the meeting is suspended now"),
        (_, Some(first)) => format!("{LOCKED_BY}first is now {}", eye.entry_name(first)),
        (_, None) => format!("{LOCKED_BY}nobody waits now"),
    }
}
