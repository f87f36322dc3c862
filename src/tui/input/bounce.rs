//! A key that jumps under the finger, or is held down, counts once (cases TQ-15, IS-15, IS-18).

use crossterm::event::KeyEvent;

use crate::review::Ms;
use crate::tui::keymap::Deed;

/// Within this time the same key again is the same press.
const WINDOW: Ms = Ms(400);

/// A key that comes again within this time is held down: no hand is that fast, and every terminal repeats faster.
const HELD: Ms = Ms(150);

/// The last presses of the keys where a second one would do harm.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bounce {
    /// The last one that was taken.
    taken: Option<(Deed, Ms)>,
    /// The last one, taken or not.
    last: Option<(Deed, Ms)>,
    /// The key that opened the line, until another one is pressed.
    opened: Option<(KeyEvent, Ms)>,
}

impl Bounce {
    /// Whether a press is a new one; it is remembered.
    pub fn is_new(&mut self, deed: Deed, at: Ms) -> bool {
        if !matches!(deed, Deed::Next | Deed::TakeBackNext | Deed::Done | Deed::Cut | Deed::Pause | Deed::Absent | Deed::Answer) {
            return true;
        }
        let is_new = !self.is_again(deed, at);
        self.last = Some((deed, at));
        if is_new {
            self.taken = self.last;
        }
        is_new
    }

    /// Whether a press is one that was taken already; a key that is held down is that for as long as it is.
    pub fn is_again(&mut self, deed: Deed, at: Ms) -> bool {
        let within = |press: Option<(Deed, Ms)>, span: Ms| press.is_some_and(|(last, when)| last == deed && at - when < span);
        let is_again = within(self.taken, WINDOW) || within(self.last, HELD);
        if is_again {
            self.last = Some((deed, at));
        }
        is_again
    }

    /// A key has opened a line, in which it would be a letter.
    pub fn opens_a_line(&mut self, key: &KeyEvent, at: Ms) {
        self.opened = Some((*key, at));
    }

    /// Whether a key in a line is the one that opened it, once more.
    pub fn opened_the_line(&mut self, key: &KeyEvent, at: Ms) -> bool {
        let again = self.opened.is_some_and(|(opened, when)| opened == *key && at - when < WINDOW);
        self.opened = self.opened.filter(|_| again);
        again
    }
}
