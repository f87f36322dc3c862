//! The line over a recording: where to go, and what to look for.

use crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input;

use super::deck::Deck;
use crate::replay::{Position, position};
use crate::tui::prompts::{clean, edit};
use crate::tui::ui::{Overlay, Prompt, Purpose};
use crate::tui::widgets::times;

/// What the line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// A place to go to.
    GoTo,
    /// Something to look for.
    Search,
}

/// The open line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    aim: Aim,
    input: Input,
}

impl Line {
    pub fn go_to() -> Line {
        Line { aim: Aim::GoTo, input: Input::default() }
    }

    pub fn search() -> Line {
        Line { aim: Aim::Search, input: Input::default() }
    }
}

impl Deck {
    pub(super) fn open(&mut self, line: Line) {
        self.line = Some(line);
    }

    pub(super) fn line_key(&mut self, key: &KeyEvent) {
        match key.code {
            KeyCode::Esc => self.line = None,
            KeyCode::Enter => self.enter(),
            _ => {
                if let Some(line) = &mut self.line {
                    edit(&mut line.input, key);
                }
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        match &mut self.line {
            Some(line) => {
                let value = format!("{}{}", line.input.value(), clean(text, line.input.value().len()));
                line.input = Input::new(value);
            }
            None => self.refuse("There is no line to paste into"),
        }
    }

    /// Where it cannot go the line stays, so that it can be put right.
    fn enter(&mut self) {
        let Some(line) = self.line.take() else { return };
        let written = line.input.value().trim().to_owned();
        match line.aim {
            _ if written.is_empty() => {}
            Aim::GoTo => match self.meant(&written) {
                Ok(to) => self.player.seek(to),
                Err(_) => self.line = Some(line),
            },
            Aim::Search => {
                self.sought = written;
                self.hit(false);
            }
        }
    }

    fn meant(&self, written: &str) -> Result<Position, String> {
        position(written, &self.player, &|moment| self.second_of_day(moment))
    }

    /// The line as it is drawn.
    pub(super) fn prompt(&self) -> Option<Overlay> {
        let line = self.line.as_ref()?;
        let written = line.input.value().trim();
        let (purpose, title, does) = match line.aim {
            Aim::GoTo => (Purpose::Command, "Go to", self.meant(written).map(|to| self.place(to))),
            Aim::Search if written.is_empty() => (Purpose::Find, "Find", Err("A name, or words of an item or a note".to_owned())),
            Aim::Search => (Purpose::Find, "Find", Ok(format!("go to the next \"{written}\""))),
        };
        Some(Overlay::Prompt(Prompt {
            purpose,
            opened: self.player.position().moment,
            title: title.to_owned(),
            input: line.input.clone(),
            offers: Vec::new(),
            chosen: 0,
            does,
            footer: "Enter go   Esc stay here".to_owned(),
            preview: None,
        }))
    }

    fn place(&self, to: Position) -> String {
        let state = self.player.track().state(to);
        let who = state.speaking().map_or("nobody speaks".to_owned(), |turn| state.review.names(&turn.delegations));
        format!("go to {}: {who}", times::to_the_second(self.wall(to.moment)))
    }
}
