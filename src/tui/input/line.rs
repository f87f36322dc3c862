//! Keys and pastes while the input line is open: letters are text, and the floor goes on being run.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::desk::Desk;
use super::eye::Eye;
use super::proposal::Asked;
use super::step::{Order, Step, Then, What};
use super::{import, past};
use crate::dialogue::Command;
use crate::review::Ms;
use crate::tui::keymap::Deed;
use crate::tui::prompts::{self, Entered, Target};
use crate::tui::ui::{Focus, Message, Overlay, Prompt, Purpose, Screen, Ui};

/// By how much one press puts the moment of an item earlier or later.
const MOMENT: Ms = Ms::seconds(1);

impl Desk {
    /// A key while a line is open. The line has been taken off the screen and is put back unless it closes.
    pub(super) fn line_key(&mut self, mut prompt: Prompt, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        self.ui.message = None;
        match self.keymap.line_deed(key) {
            Some(deed @ (Deed::LineEarlier | Deed::LineLater | Deed::LineAuthors)) => {
                self.item_key(&mut prompt, deed, eye);
                self.typed(prompt, eye);
                return Step::None;
            }
            Some(_) if self.ui.past.is_some() => {
                self.refuse(past::SAYS);
                self.ui.overlay = Some(Overlay::Prompt(prompt));
                return Step::None;
            }
            Some(deed) => {
                self.ui.overlay = Some(Overlay::Prompt(prompt));
                return self.act(deed.outside(), eye);
            }
            None => {}
        }
        if key.modifiers.contains(KeyModifiers::CONTROL) && self.keymap.deed(key) == Some(Deed::Quit) {
            self.ui.overlay = Some(Overlay::Prompt(prompt));
            self.ask(Asked::Leave, eye);
            return Step::None;
        }
        if matches!(key.code, KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab | KeyCode::Up | KeyCode::Down) {
            self.read(&mut prompt, eye);
        }
        match key.code {
            KeyCode::Esc => return self.escape(&prompt, eye),
            // A slow line sends Escape and the next key as one. Escape is never lost; the other key was meant for the floor or
            // for the line, and is not guessed.
            KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::ALT) && !matches!(c, 'b' | 'f') => {
                self.refuse(format!("Escape closed the line; {c} came together with it and was not taken, press it again"));
                return self.escape(&prompt, eye);
            }
            KeyCode::Enter => return self.enter(prompt, eye),
            KeyCode::Tab => prompts::complete(&mut prompt, eye),
            KeyCode::BackTab => prompts::choose(&mut prompt, -1),
            KeyCode::Up | KeyCode::Down => self.up_or_down(&mut prompt, key.code, eye),
            KeyCode::Char(c) if key.modifiers.is_empty() && prompts::takes_at_once(&prompt, c, eye) => {
                let bare = prompt.clone();
                prompts::edit(&mut prompt.input, key);
                let step = self.enter(prompt, eye);
                // Where it is refused, the same letter can be pressed again.
                if matches!(step, Step::Submit(_)) {
                    self.typed(bare, eye);
                }
                return step;
            }
            _ => {
                self.edit(&mut prompt, key, eye);
                self.unread = true;
                self.put_back(prompt, eye);
                return Step::None;
            }
        }
        self.typed(prompt, eye);
        Step::None
    }

    /// A key of the line of an item.
    fn item_key(&mut self, prompt: &mut Prompt, deed: Deed, eye: &Eye<'_>) {
        let shifted = match (&prompt.purpose, deed) {
            (Purpose::Capture, Deed::LineEarlier) => self.drafts.shift(prompt, -MOMENT, eye),
            (Purpose::Capture, Deed::LineLater) => self.drafts.shift(prompt, MOMENT, eye),
            (Purpose::Capture | Purpose::Amend(_), Deed::LineAuthors) => {
                prompts::open_authors(prompt);
                self.began(prompt, eye);
                Ok(())
            }
            _ => Err(format!("That works in the line of an item, {} opens it: {}", eye.key(Deed::Question), deed.does())),
        };
        if let Err(reason) = shifted {
            self.refuse(reason);
        }
    }

    /// Escape: the line closes, what was to be logged is kept as a draft, and what was shown is shown again.
    fn escape(&mut self, prompt: &Prompt, eye: &Eye<'_>) -> Step {
        if let Purpose::Filter(before) | Purpose::FilterRecords(before) = &prompt.purpose {
            self.narrow(&prompt.purpose, before, eye);
        }
        if prompt.purpose == Purpose::Capture && self.drafts.put_by(prompt, eye) {
            let key = eye.key(Deed::Question);
            let text = match self.drafts.waiting() {
                1 => format!("Kept as a draft; {key} brings it back"),
                many => format!("Kept, {many} drafts in all; {key} brings them back one after the other"),
            };
            self.ui.message.get_or_insert(Message { text, refused: false });
        }
        self.uncover();
        Step::None
    }

    fn edit(&mut self, prompt: &mut Prompt, key: &KeyEvent, eye: &Eye<'_>) {
        let before = prompt.input.value().to_owned();
        prompts::edit(&mut prompt.input, key);
        if prompt.input.value() != before {
            prompt.chosen = 0;
            self.history.forget_place();
            self.began(prompt, eye);
        }
    }

    fn up_or_down(&mut self, prompt: &mut Prompt, code: KeyCode, eye: &Eye<'_>) {
        let up = code == KeyCode::Up;
        if up && prompt.purpose == Purpose::Capture && prompt.input.value().trim().is_empty() {
            return self.drafts.recall(prompt, eye);
        }
        if prompt.purpose != Purpose::Command {
            return prompts::choose(prompt, if up { -1 } else { 1 });
        }
        let line = if up { self.history.earlier(prompt.input.value()) } else { self.history.later() };
        if let Some(line) = line {
            prompt.input = line.into();
        }
    }

    /// Pasted text is text, never keys; where no text is typed, a list of names is shown as what it is.
    pub(super) fn paste(&mut self, text: &str, eye: &Eye<'_>) -> Step {
        if self.ui.past.is_some() {
            self.refuse(past::SAYS);
            return Step::None;
        }
        match self.ui.overlay.take() {
            Some(Overlay::Prompt(prompt)) if prompt.purpose == Purpose::Inscribe && import::has_lines(text) => {
                self.show_list(import::PASTED, text, eye);
            }
            Some(Overlay::Prompt(prompt)) if prompt.purpose == Purpose::Capture && import::has_lines(text) => {
                self.show_items(text, prompt, eye);
            }
            None if import::names_several(text, eye) => self.show_list(import::PASTED, text, eye),
            Some(Overlay::Prompt(mut prompt)) => {
                let (already, pasted) = (prompt.input.value().len(), text);
                let text = prompts::clean(pasted, already);
                for c in text.chars() {
                    prompt.input.handle(tui_input::InputRequest::InsertChar(c));
                }
                self.began(&mut prompt, eye);
                self.typed(prompt, eye);
                if let missing @ 1.. = prompts::too_many(pasted, already) {
                    self.refuse(format!("Too long for a line: the last {missing} letters of what was pasted were not taken"));
                }
            }
            other => {
                self.ui.overlay = other;
                self.refuse("Pasted text is never taken for keys; open a line first, as with q : i or /");
            }
        }
        Step::None
    }

    fn began(&mut self, prompt: &mut Prompt, eye: &Eye<'_>) {
        if prompt.purpose == Purpose::Capture {
            self.drafts.typed(prompt, eye);
        }
    }

    /// What fits the line is looked up once for all letters that come together: by the next frame, or by a key that takes what fits.
    fn read(&mut self, prompt: &mut Prompt, eye: &Eye<'_>) {
        if std::mem::take(&mut self.unread) {
            prompts::refresh(prompt, &self.drafts, eye);
        }
    }

    /// The line goes back onto the screen, with what fits it now.
    fn typed(&mut self, mut prompt: Prompt, eye: &Eye<'_>) {
        self.unread = false;
        prompts::refresh(&mut prompt, &self.drafts, eye);
        self.put_back(prompt, eye);
    }

    fn put_back(&mut self, prompt: Prompt, eye: &Eye<'_>) {
        self.narrow(&prompt.purpose, prompt.input.value(), eye);
        self.ui.overlay = Some(Overlay::Prompt(prompt));
    }

    /// The line of a filter narrows what is shown, now or at the moment that is looked at; other lines do not.
    fn narrow(&mut self, purpose: &Purpose, to: &str, eye: &Eye<'_>) {
        let Ui { past, board, log, .. } = &mut self.ui;
        let records = eye.dialogue.records();
        let (state, records) = past.as_ref().map_or((eye.state(), records), |past| (&past.state, past.records(records)));
        match purpose {
            Purpose::Filter(_) => board.narrow(to, state),
            Purpose::FilterRecords(_) => log.narrow(to, records, state),
            _ => {}
        }
    }

    fn enter(&mut self, mut prompt: Prompt, eye: &Eye<'_>) -> Step {
        let ready = match prompts::resolve(&prompt, &self.drafts, eye) {
            Ok(ready) => ready,
            Err(reason) => {
                self.refuse(reason);
                self.typed(prompt, eye);
                return Step::None;
            }
        };
        let then = if prompt.purpose == Purpose::Capture { Then::NextItem } else { Then::Close };
        match ready.entered {
            Entered::Close => {
                self.uncover();
                Step::None
            }
            Entered::Do(action, began) => {
                self.typed(prompt, eye);
                let what = What::Command(Command { action, ago: eye.now - began });
                Step::Submit(Order { what, says: ready.says, then })
            }
            Entered::Read(file) => {
                self.history.keep(prompt.input.value());
                self.typed(prompt, eye);
                Step::Read(file)
            }
            Entered::Export(place) => {
                self.typed(prompt, eye);
                Step::Export(place)
            }
            Entered::Line(line) => {
                self.history.keep(&line);
                self.typed(prompt, eye);
                Step::Submit(Order { what: What::Line(line), says: ready.says, then })
            }
            Entered::PutRight(lines) => {
                self.is_right(lines, eye);
                Step::None
            }
            Entered::Ask(asked) => {
                self.history.keep(prompt.input.value());
                self.ask(asked, eye);
                Step::None
            }
            Entered::Rewrite(text) => {
                prompt.input = text.into();
                prompt.chosen = 0;
                self.typed(prompt, eye);
                Step::None
            }
            Entered::Select(target) => {
                self.show_found(target, eye);
                Step::None
            }
        }
    }

    /// What was found is selected, on a screen that has it.
    fn show_found(&mut self, target: Target, eye: &Eye<'_>) {
        match target {
            Target::Entry(entry) => (self.ui.screen, self.ui.focus, self.ui.entry) = (Screen::Floor, Focus::List, Some(entry)),
            Target::Item(item) => {
                if self.ui.screen != Screen::Floor {
                    self.ui.screen = Screen::Items;
                }
                self.follow_board(eye);
                self.ui.board.narrow("", eye.state());
                (self.ui.focus, self.ui.item) = (Focus::Items, Some(item));
            }
        }
    }
}
