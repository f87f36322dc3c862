//! The line over a recording: where to go, and what to look for.

use crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input;

use super::deck::Deck;
use crate::replay::{Position, position};
use crate::tui::prompts::{clean, edit};
use crate::tui::ui::{Offer, Overlay, Prompt, Purpose};
use crate::tui::widgets::times;

/// So many hits are shown under the line, nearest first.
const SHOWN: usize = 5;

/// What can be written, as it is shown while nothing that leads anywhere is.
const PLACES: [(&str, &str); 4] = [
    ("15:47:12", "a time of day; 0:12:30 since the session was opened"),
    ("FRA", "the next turn of a delegation, by name or code"),
    ("38", "an item; turn 37; record 412"),
    ("50%", "a part of the meeting"),
];

/// What the line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
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
    /// What was found of what is looked for, the nearest first.
    hits: Vec<Position>,
    chosen: usize,
}

impl Line {
    pub fn go_to() -> Line {
        Line { aim: Aim::GoTo, input: Input::default(), hits: Vec::new(), chosen: 0 }
    }

    pub fn search() -> Line {
        Line { aim: Aim::Search, ..Line::go_to() }
    }

    fn written(&self) -> &str {
        self.input.value().trim()
    }
}

impl Deck {
    pub(super) fn line_key(&mut self, key: &KeyEvent) {
        let Some(line) = &mut self.line else { return };
        match key.code {
            KeyCode::Esc => self.line = None,
            KeyCode::Enter => self.enter(),
            KeyCode::Down => line.chosen = (line.chosen + 1).min(line.hits.len().saturating_sub(1)),
            KeyCode::Up => line.chosen = line.chosen.saturating_sub(1),
            _ => {
                edit(&mut line.input, key);
                self.look();
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        let Some(line) = &mut self.line else { return self.refuse("There is no line to paste into") };
        line.input = Input::new(format!("{}{}", line.input.value(), clean(text, line.input.value().len())));
        self.look();
    }

    /// Looks for what is written now.
    fn look(&mut self) {
        let Some(line) = self.line.as_ref().filter(|line| line.aim == Aim::Search) else { return };
        let review = self.player.state().review;
        let mut hits: Vec<Position> = Vec::new();
        let mut from = self.player.position();
        while hits.len() < SHOWN {
            match self.player.track().find(line.written(), from, false, &review) {
                Some(hit) if !hits.contains(&hit) => hits.push(hit),
                _ => break,
            }
            from = hits.last().copied().unwrap_or(from);
        }
        if let Some(line) = &mut self.line {
            (line.hits, line.chosen) = (hits, 0);
        }
    }

    /// Where it leads nowhere the line stays, so that it can be put right.
    fn enter(&mut self) {
        let Some(line) = self.line.take() else { return };
        match line.aim {
            _ if line.written().is_empty() => {}
            Aim::GoTo => match self.meant(line.written()) {
                Ok(to) => self.player.seek(to),
                Err(_) => self.line = Some(line),
            },
            Aim::Search => {
                line.written().clone_into(&mut self.sought);
                match line.hits.get(line.chosen) {
                    Some(hit) => self.go_to_hit(*hit),
                    None => self.hit(false),
                }
            }
        }
    }

    fn meant(&self, written: &str) -> Result<Position, String> {
        position(written, &self.player, &|moment| self.second_of_day(moment))
    }

    /// The line as it is drawn.
    pub(super) fn prompt(&self) -> Option<Overlay> {
        let line = self.line.as_ref()?;
        let written = line.written();
        let (purpose, title, does) = match line.aim {
            Aim::GoTo => (Purpose::Command, "Go to", self.meant(written).map(|to| format!("go to {}", self.place(to)))),
            Aim::Search if written.is_empty() => (Purpose::Find, "Find", Err("A name, or words of an item or a note".to_owned())),
            Aim::Search => {
                let nothing = || format!("\"{written}\" is in no name, item or note");
                let does = line.hits.get(line.chosen).map(|hit| format!("go to {}", self.place(*hit))).ok_or_else(nothing);
                (Purpose::Find, "Find", does)
            }
        };
        let examples = PLACES.map(|(label, detail)| offer(label, detail));
        let offers = match line.aim {
            Aim::GoTo if does.is_err() => examples.to_vec(),
            Aim::GoTo => Vec::new(),
            Aim::Search => line.hits.iter().map(|hit| self.found(*hit)).collect(),
        };
        // Of what is only an example, none is chosen.
        let chosen = if line.aim == Aim::GoTo { offers.len() } else { line.chosen };
        Some(Overlay::Prompt(Prompt {
            purpose,
            opened: self.player.position().moment,
            title: title.to_owned(),
            input: line.input.clone(),
            offers,
            chosen,
            does,
            footer: "Enter go   Esc stay here".to_owned(),
            preview: None,
        }))
    }

    fn place(&self, to: Position) -> String {
        let state = self.player.track().state(to);
        let who = state.speaking().map_or("nobody speaks".to_owned(), |turn| state.review.names(&turn.delegations));
        format!("{}: {who}", times::to_the_second(self.wall(to.moment)))
    }

    /// A hit by its time and by what was typed then.
    fn found(&self, hit: Position) -> Offer {
        let step = hit.after.checked_sub(1).and_then(|at| self.player.track().steps().get(at));
        offer(&times::to_the_second(self.wall(hit.moment)), step.map_or("", |step| &step.record.command))
    }
}

fn offer(label: &str, detail: &str) -> Offer {
    Offer { label: label.to_owned(), detail: detail.to_owned(), insert: String::new() }
}
