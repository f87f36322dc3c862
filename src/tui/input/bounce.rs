//! A key that jumps under the finger counts once (cases TQ-15, IS-15).

use crate::review::Ms;
use crate::tui::keymap::Deed;

/// Within this time the same key again is the same press.
const WINDOW: Ms = Ms(400);

/// The last press that was taken, of the keys where a second one would do harm.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bounce {
    last: Option<(Deed, Ms)>,
}

impl Bounce {
    /// Whether a press is a new one; it is remembered if so.
    pub fn is_new(&mut self, deed: Deed, at: Ms) -> bool {
        let guarded = matches!(deed, Deed::Next | Deed::TakeBackNext | Deed::Done | Deed::Cut | Deed::Pause | Deed::Absent | Deed::Answer);
        let bounced = guarded && self.last.is_some_and(|(last, when)| last == deed && at - when < WINDOW);
        if guarded && !bounced {
            self.last = Some((deed, at));
        }
        !bounced
    }
}
