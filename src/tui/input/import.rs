//! Keys while it is shown what was understood of a list: Enter takes all of it, Escape nothing, the arrows look further down.

use crossterm::event::{KeyCode, KeyEvent};

use super::desk::{Desk, Order, Step, Then, What};
use crate::dialogue::{Action, Command};
use crate::tui::ui::{Import, Overlay};

/// So many lines are passed with one page.
const PAGE: usize = 10;

impl Desk {
    /// A key over the lines of a list. They have been taken off the screen and are put back unless they are left.
    pub(super) fn import_key(&mut self, mut import: Import, key: &KeyEvent) -> Step {
        self.ui.message = None;
        let last = import.lines.len().saturating_sub(1);
        match key.code {
            KeyCode::Esc => return Step::None,
            KeyCode::Enter => return self.take_import(import),
            KeyCode::Down | KeyCode::Char('j') => import.scrolled = (import.scrolled + 1).min(last),
            KeyCode::Up | KeyCode::Char('k') => import.scrolled = import.scrolled.saturating_sub(1),
            KeyCode::PageDown | KeyCode::Char(' ') => import.scrolled = (import.scrolled + PAGE).min(last),
            KeyCode::PageUp => import.scrolled = import.scrolled.saturating_sub(PAGE),
            KeyCode::Home => import.scrolled = 0,
            KeyCode::End => import.scrolled = last,
            _ => self.refuse("Enter takes the whole list, Esc takes nothing of it; the arrows show more of its lines"),
        }
        self.ui.overlay = Some(Overlay::Import(import));
        Step::None
    }

    fn take_import(&mut self, import: Import) -> Step {
        let says = match &import.does {
            Ok(says) => says.clone(),
            Err(reason) => {
                self.refuse(reason.clone());
                self.ui.overlay = Some(Overlay::Import(import));
                return Step::None;
            }
        };
        let action = Action::Import { file: import.from.as_str().into(), rows: import.rows.clone() };
        self.ui.overlay = Some(Overlay::Import(import));
        Step::Submit(Order { what: What::Command(Command::now(action)), says, then: Then::Close })
    }
}
