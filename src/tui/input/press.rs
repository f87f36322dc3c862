//! The way of a key through the desk: through what lies over the screen, to what the key is bound to, and that carried out.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::desk::Desk;
use super::eye::Eye;
use super::proposal::{Act, propose};
use super::step::{Order, Step, Then, What};
use super::{screen, selection};
use crate::dialogue::Command;
use crate::tui::keymap::Deed;
use crate::tui::ui::{Message, Overlay};

impl Desk {
    /// A key, wherever the hand is.
    pub(super) fn key(&mut self, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        let is_line = |overlay: &Option<Overlay>| matches!(overlay, Some(Overlay::Prompt(_)));
        let in_line = is_line(&self.ui.overlay);
        if in_line && self.bounce.opened_the_line(key, eye.now) {
            self.ui.message = Some(Message { text: "Pressed twice in 0.4 s, taken once: the line is open".to_owned(), refused: false });
            return Step::None;
        }
        let step = self.key_once(key, eye);
        // Escape and Enter bring back the line that was under a question.
        if !in_line && matches!(key.code, KeyCode::Char(_)) && is_line(&self.ui.overlay) {
            self.bounce.opens_a_line(key, eye.now);
        }
        step
    }

    pub(super) fn key_once(&mut self, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        match self.ui.overlay.take() {
            Some(Overlay::Question(question)) => {
                self.ui.overlay = Some(Overlay::Question(question));
                self.answer(key, eye)
            }
            Some(Overlay::Prompt(prompt)) => self.line_key(prompt, key, eye),
            Some(Overlay::Import(import)) => self.import_key(import, key, eye),
            Some(Overlay::Keys) if matches!(key.code, KeyCode::Esc | KeyCode::Enter) => Step::None,
            Some(Overlay::Keys) if self.keymap.deed(key) == Some(Deed::Keys) => Step::None,
            Some(Overlay::Keys) if self.scrolls(key) => {
                self.ui.overlay = Some(Overlay::Keys);
                Step::None
            }
            Some(Overlay::Sheet(sheet)) => self.sheet_key(sheet, key, eye),
            Some(Overlay::Keys) | None => self.free_key(key, eye),
        }
    }

    /// A key outside every line.
    pub(super) fn free_key(&mut self, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        self.ui.message = None;
        if let Some(at) = self.ui.past.as_ref().map(|past| past.record) {
            return self.past_key(at, key, eye);
        }
        match (key.code, self.ui.swap) {
            (KeyCode::Esc, Some(_)) => {
                self.ui.swap = None;
                return Step::None;
            }
            (KeyCode::Esc, None) => {
                self.let_go(eye);
                return Step::None;
            }
            (KeyCode::Enter, Some(_)) => return self.act(Deed::Swap, eye),
            _ => {}
        }
        match self.keymap.deed(key).or_else(|| self.keymap.line_deed(key)) {
            Some(deed) => self.act(deed.outside(), eye),
            None if let Some(by) = selection::step(key, &self.keymap) => {
                match screen::select(eye, by, "").map(|proposal| proposal.act) {
                    Ok(Act::Look(look)) => self.look(look, eye),
                    Ok(_) => {}
                    Err(reason) => self.refuse(reason),
                }
                Step::None
            }
            None if key.modifiers.contains(KeyModifiers::ALT) => {
                self.refuse("Keys together with Alt or Escape mean nothing here; press the key by itself");
                Step::None
            }
            None => {
                let known = self.keymap.keys(Deed::Keys).next().map(|chord| chord.to_string()).unwrap_or_default();
                self.refuse(format!("That key means nothing here; {known} shows those that do"));
                Step::None
            }
        }
    }

    /// Carries out what a key is bound to.
    pub(super) fn act(&mut self, deed: Deed, eye: &Eye<'_>) -> Step {
        let proposal = match propose(deed, eye) {
            Ok(proposal) => proposal,
            // What the first press did is why the second comes to nothing.
            Err(_) if self.bounce.is_again(deed, eye.now) => return self.taken_once(deed),
            Err(reason) => {
                self.refuse(reason);
                return Step::None;
            }
        };
        if let Some(reason) = matches!(proposal.act, Act::Do(_)).then(|| self.withheld(deed, &proposal.says, eye)).flatten() {
            self.refuse(reason);
            return Step::None;
        }
        if !self.bounce.is_new(deed, eye.now) {
            return self.taken_once(deed);
        }
        match proposal.act {
            Act::Do(action) => {
                // The second press of a swap was this one, whatever becomes of it.
                self.ui.swap = self.ui.swap.filter(|_| deed != Deed::Swap);
                Step::Submit(Order { what: What::Command(Command::now(action)), says: proposal.says, then: Then::Stay })
            }
            Act::Open(purpose, begins) => {
                self.open(purpose, &begins, eye);
                Step::None
            }
            Act::Exports => Step::Exports,
            Act::Ask(asked) => {
                self.ask(asked, eye);
                Step::None
            }
            Act::Look(look) => {
                self.look(look, eye);
                Step::None
            }
        }
    }

    fn taken_once(&mut self, deed: Deed) -> Step {
        self.say(format!("Pressed twice in 0.4 s, taken once: {}", deed.does_first()));
        Step::None
    }
}
