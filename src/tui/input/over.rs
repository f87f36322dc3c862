//! What lies over the screen: opened, answered, and what it lay over put back.

use crossterm::event::{KeyCode, KeyEvent};

use super::desk::Desk;
use super::eye::Eye;
use super::import;
use super::proposal::Asked;
use super::question::{self, Reply};
use super::step::{Order, Step, Then, What};
use crate::dialogue::{Action, Command};
use crate::tui::keymap::Deed;
use crate::tui::prompts;
use crate::tui::ui::{Overlay, Purpose, Question};

impl Desk {
    /// Opens a line, over the one that is open.
    pub(super) fn open(&mut self, purpose: Purpose, begins: &str, eye: &Eye<'_>) {
        if purpose.is_about_items() {
            self.line_saw = self.seen.clone().map(|seen| (purpose.clone(), seen));
        }
        match self.ui.overlay.take() {
            // The moment of the first press is the one that counts.
            Some(Overlay::Prompt(prompt)) if prompt.purpose == purpose => {
                self.ui.overlay = Some(Overlay::Prompt(prompt));
                return;
            }
            Some(Overlay::Keys | Overlay::Sheet(_)) | None => {}
            Some(other) => self.under.push(other),
        }
        let prompt = prompts::open(purpose, begins, &mut self.drafts, eye);
        self.ui.overlay = Some(Overlay::Prompt(prompt));
    }

    /// Puts a question over the screen, and over the line if one is open.
    pub fn ask(&mut self, asked: Asked, eye: &Eye<'_>) {
        match self.ui.overlay.take() {
            Some(Overlay::Keys) | None => {}
            Some(other) => self.under.push(other),
        }
        (self.question, self.asked_since) = (Some(asked), None);
        self.ui.overlay = Some(Overlay::Question(self.words(asked, eye)));
    }

    fn words(&self, asked: Asked, eye: &Eye<'_>) -> Question {
        match (asked, self.under.last()) {
            (Asked::LeaveOut, Some(Overlay::Import(list))) => import::words(list),
            _ => question::words(asked, &self.name, eye),
        }
    }

    pub(super) fn answer(&mut self, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        if key.code != KeyCode::Esc && self.is_early(eye) {
            return Step::None;
        }
        let (Some(asked), Some(Overlay::Question(question))) = (self.question, self.ui.overlay.as_mut()) else { return Step::None };
        let reply = question::reply(question, key);
        if reply == Reply::None {
            return Step::None;
        }
        self.question = None;
        self.ui.message = self.ui.message.take().filter(|message| message.text != question::BLIND);
        self.uncover();
        match (reply, asked) {
            (Reply::Other, Asked::Leave) => Step::Leave,
            (Reply::Other, Asked::GoOn) => Step::BeginNew,
            (Reply::Other, Asked::Adjourn) => {
                let what = What::Command(Command::now(Action::Adjourn));
                Step::Submit(Order { what, says: "the meeting is over".to_owned(), then: Then::Close })
            }
            (Reply::Other, Asked::Together) => self.take_together(),
            (Reply::Other, Asked::LeaveOut) => self.take_rest(eye),
            _ => Step::None,
        }
    }

    /// Whether a key was pressed before what lies over the screen could be read; it says so.
    pub(super) fn is_early(&mut self, eye: &Eye<'_>) -> bool {
        let early = question::is_early(self.asked_since, eye.now);
        if early {
            self.refuse(question::BLIND);
        }
        early
    }

    /// What is at stake is told as it is now; the answer that is chosen stays.
    pub(super) fn renew_question(&mut self, eye: &Eye<'_>) {
        let Some(lines) = self.question.map(|asked| self.words(asked, eye).lines) else { return };
        if let Some(Overlay::Question(question)) = &mut self.ui.overlay {
            question.lines = lines;
        }
    }

    /// What lay on top is gone; the line under it is there again.
    pub(super) fn uncover(&mut self) {
        self.ui.overlay = self.under.pop();
    }

    /// Whether a key moved the list of keys.
    pub(super) fn scrolls(&mut self, key: &KeyEvent) -> bool {
        let from = self.ui.keys_from;
        self.ui.keys_from = match key.code {
            KeyCode::Down => (from + 1).min(Deed::ALL.len()),
            KeyCode::Up => from.saturating_sub(1),
            KeyCode::PageDown => (from + 10).min(Deed::ALL.len()),
            KeyCode::PageUp => from.saturating_sub(10),
            _ => return false,
        };
        true
    }
}
