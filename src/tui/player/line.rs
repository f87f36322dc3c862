//! The line over a recording: where to go, what to look for, which items are shown.

use crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input;

use super::deck::Deck;
use crate::export::Place;
use crate::replay::{Position, Speed, position};
use crate::tui::prompts::{clean, edit, exports, footer};
use crate::tui::ui::{Offer, Overlay, Prompt, Purpose};
use crate::tui::widgets::times;

/// So many hits are shown under the line, nearest first.
const SHOWN: usize = 5;

/// What can be written, as it is shown while nothing that leads anywhere is.
const PLACES: [(&str, &str); 5] = [
    ("15:47:12", "a time of day; 0:12:30 since the session was opened"),
    ("FRA", "the next turn of a delegation, by name or code"),
    ("38", "an item; turn 37; record 412"),
    ("50%", "a part of the meeting"),
    ("x2.5", "a speed, from 0.1 to 1000"),
];

/// What the line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Aim {
    /// A place to go to, or a speed.
    GoTo,
    /// Something to look for.
    Search,
    /// Which items are shown; until then these were.
    Filter(String),
    /// Which records are shown; until then these were.
    FilterRecords(String),
    /// Which export is written.
    Export(Vec<Place>),
}

/// What is written leads there.
enum Goal {
    Place(Position),
    Speed(Speed),
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

    pub fn filter(before: &str) -> Line {
        Line { aim: Aim::Filter(before.to_owned()), input: Input::new(before.to_owned()), ..Line::go_to() }
    }

    pub fn filter_records(before: &str) -> Line {
        Line { aim: Aim::FilterRecords(before.to_owned()), ..Line::filter(before) }
    }

    pub fn export(places: Vec<Place>) -> Line {
        Line { aim: Aim::Export(places), ..Line::go_to() }
    }

    /// How many can be chosen among.
    fn choices(&self) -> usize {
        if let Aim::Export(places) = &self.aim { places.len() } else { self.hits.len() }
    }

    fn written(&self) -> &str {
        self.input.value().trim()
    }
}

impl Deck {
    pub(super) fn line_key(&mut self, key: &KeyEvent) {
        let Some(line) = &mut self.line else { return };
        match key.code {
            KeyCode::Esc => self.leave_line(),
            KeyCode::Enter => self.enter(),
            KeyCode::Down => line.chosen = (line.chosen + 1).min(line.choices().saturating_sub(1)),
            KeyCode::Up => line.chosen = line.chosen.saturating_sub(1),
            _ => {
                edit(&mut line.input, key);
                self.follow_line();
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        let Some(line) = &mut self.line else { return self.refuse("There is no line to paste into") };
        line.input = Input::new(format!("{}{}", line.input.value(), clean(text, line.input.value().len())));
        self.follow_line();
    }

    /// What is written now is looked for, or is what the board shows.
    fn follow_line(&mut self) {
        let Some(line) = &mut self.line else { return };
        match line.aim {
            Aim::GoTo => {}
            Aim::Export(_) => line.chosen = 0,
            Aim::Search => (line.hits, line.chosen) = (self.player.track().nearest(line.written(), self.player.position(), SHOWN), 0),
            Aim::Filter(_) => self.ui.board.narrow(line.written(), &self.player.state()),
            Aim::FilterRecords(_) => {
                let written = line.written().to_owned();
                self.narrow_records(&written);
            }
        }
    }

    /// Everything is as it was before the line was opened.
    fn leave_line(&mut self) {
        match self.line.take().map(|line| line.aim) {
            Some(Aim::Filter(before)) => self.ui.board.narrow(&before, &self.player.state()),
            Some(Aim::FilterRecords(before)) => self.narrow_records(&before),
            Some(Aim::GoTo | Aim::Search | Aim::Export(_)) | None => {}
        }
    }

    /// Where it leads nowhere the line stays, so that it can be put right.
    fn enter(&mut self) {
        let Some(line) = self.line.take() else { return };
        match &line.aim {
            Aim::Filter(_) | Aim::FilterRecords(_) => {}
            Aim::Export(places) => match exports::chosen(line.written(), line.chosen, places, &self.player.state()) {
                Ok((place, _)) => self.wanted = Some(place),
                Err(_) => self.line = Some(line),
            },
            _ if line.written().is_empty() => {}
            Aim::GoTo => match self.meant(line.written()) {
                Ok(Goal::Place(to)) => self.player.seek(to),
                Ok(Goal::Speed(speed)) => self.player.speed = speed,
                Err(_) => self.line = Some(line),
            },
            Aim::Search => {
                line.written().clone_into(&mut self.sought);
                match line.hits.get(line.chosen) {
                    Some(hit) => self.go_to_hit(*hit),
                    None => self.hit_on(),
                }
            }
        }
    }

    fn meant(&self, written: &str) -> Result<Goal, String> {
        if written.is_empty() {
            return Err("Where to, or how fast?".to_owned());
        }
        let is_speed = written.strip_prefix(['x', 'X', '×']).is_some_and(|rest| rest.trim().starts_with(|c: char| c.is_ascii_digit()));
        if is_speed {
            return written.parse().map(Goal::Speed);
        }
        position(written, &self.player, &|moment| self.second_of_day(moment)).map(Goal::Place)
    }

    /// The line as it is drawn.
    pub(super) fn prompt(&self) -> Option<Overlay> {
        let line = self.line.as_ref()?;
        let written = line.written();
        let (purpose, title, does) = match &line.aim {
            Aim::GoTo => (
                Purpose::Command,
                "Go to".to_owned(),
                self.meant(written).map(|goal| self.goal_in_words(&goal) + &self.other_reading(written)),
            ),
            Aim::Search if written.is_empty() => {
                (Purpose::Find, "Find".to_owned(), Err("A name, words of an item or a note, or both: sweden torture".to_owned()))
            }
            Aim::Search => {
                let nothing = || format!("\"{written}\" is in no name, item or note");
                let does = line.hits.get(line.chosen).map(|hit| format!("go to {}", self.place(*hit))).ok_or_else(nothing);
                (Purpose::Find, "Find".to_owned(), does)
            }
            Aim::Filter(before) => {
                let does = if written.is_empty() { "show all items" } else { "show these; Esc shows all again" };
                (Purpose::Filter(before.clone()), "which items are shown".to_owned(), Ok(does.to_owned()))
            }
            Aim::FilterRecords(before) => {
                let does = if written.is_empty() { "show all records" } else { "show these; Esc shows all again" };
                (Purpose::FilterRecords(before.clone()), "which records are shown".to_owned(), Ok(does.to_owned()))
            }
            Aim::Export(places) => {
                let does = exports::chosen(written, line.chosen, places, &self.player.state()).map(|(_, does)| does);
                (Purpose::Export(places.clone()), format!("{}: the whole meeting", exports::title(places)), does)
            }
        };
        let offers = match &line.aim {
            Aim::Export(places) => exports::offers(written, places, &self.player.state()),
            Aim::GoTo if does.is_err() => PLACES.map(|(label, detail)| offer(label, detail)).to_vec(),
            Aim::GoTo | Aim::Filter(_) | Aim::FilterRecords(_) => Vec::new(),
            Aim::Search => line.hits.iter().map(|hit| self.found(*hit)).collect(),
        };
        let footer = match &purpose {
            Purpose::Filter(_) | Purpose::FilterRecords(_) | Purpose::Export(_) => footer(&purpose).to_owned(),
            Purpose::Find => "Enter go   ↑↓ choose   Esc stay here".to_owned(),
            _ => "Enter go   Esc stay here".to_owned(),
        };
        // Of what is only an example, none is chosen.
        let chosen = if line.aim == Aim::GoTo { usize::MAX } else { line.chosen };
        Some(Overlay::Prompt(Prompt {
            purpose,
            opened: self.player.position().moment,
            title,
            input: line.input.clone(),
            offers,
            chosen,
            does,
            footer,
            preview: None,
        }))
    }

    fn goal_in_words(&self, goal: &Goal) -> String {
        match goal {
            Goal::Place(to) => format!("go to {}", self.place(*to)),
            Goal::Speed(speed) => format!("play at {speed}"),
        }
    }

    /// What could be a time of day and is taken for one since the opening says what to write for the other.
    fn other_reading(&self, written: &str) -> String {
        let full = format!("{written}:00");
        let taken = self.meant(written).ok().zip(self.meant(&full).ok());
        match taken {
            Some((Goal::Place(here), Goal::Place(there))) if written.len() == 5 && here.moment != there.moment => {
                format!(" · {full} is the time of day")
            }
            _ => String::new(),
        }
    }

    fn place(&self, to: Position) -> String {
        let state = self.player.track().state(to);
        let who = state.speaking().map_or("nobody speaks".to_owned(), |turn| state.review.names(&turn.delegations));
        format!("{}: {who}", times::to_the_second(self.wall(to.moment)))
    }

    /// A hit by its time, by who asked and by what was typed then.
    fn found(&self, hit: Position) -> Offer {
        let step = hit.after.checked_sub(1).and_then(|at| self.player.track().steps().get(at));
        let typed = step.map_or("", |step| &step.record.command);
        offer(&times::to_the_second(self.wall(hit.moment)), &format!("{}{typed}", self.asked_by(hit)))
    }
}

fn offer(label: &str, detail: &str) -> Offer {
    Offer { label: label.to_owned(), detail: detail.to_owned(), insert: String::new() }
}
