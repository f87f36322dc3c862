//! A moment of the log, looked at: the floor as it was just after a record. Only the keys that go from record to record act.

use crossterm::event::{KeyCode, KeyEvent};

use super::desk::Desk;
use super::eye::Eye;
use super::selection::step;
use super::step::Step;
use crate::dialogue::Seq;
use crate::tui::keymap::{Deed, Keymap};
use crate::tui::scene::Hint;
use crate::tui::ui::Past;

impl Desk {
    /// Shows what was true just after a record, which is selected from now on.
    pub(super) fn look_back(&mut self, seq: Seq, eye: &Eye<'_>) {
        let Some(record) = eye.dialogue.record(seq) else { return };
        let state = eye.dialogue.seen_after(seq);
        self.ui.record = Some(seq);
        self.ui.past = Some(Box::new(Past { record: seq, at: record.at, says: eye.record_name(record), state }));
    }

    /// A key while the past is looked at.
    pub(super) fn past_key(&mut self, at: Seq, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        self.ui.message = None;
        if key.code == KeyCode::Esc {
            self.ui.past = None;
            return Step::None;
        }
        match step(key, &self.keymap) {
            Some(by) => {
                let newest = i64::from(eye.dialogue.seq().0);
                let to = i64::from(at.0).saturating_add(i64::from(by)).clamp(1, newest.max(1));
                self.look_back(u32::try_from(to).map_or(at, Seq), eye);
            }
            None if self.keymap.deed(key) == Some(Deed::Quit) => return self.act(Deed::Quit, eye),
            None => self.refuse("This is the past: Esc first, which goes back to now"),
        }
        Step::None
    }
}

/// What the keys do there.
pub(super) fn hints(keymap: &Keymap) -> Vec<Hint> {
    let does = [(Deed::Down, "a record later"), (Deed::Up, "a record earlier")];
    let hint = |(deed, does): (Deed, &str)| Some(Hint { key: keymap.keys(deed).next()?.to_string(), does: does.to_owned(), deed });
    does.into_iter().filter_map(hint).collect()
}
