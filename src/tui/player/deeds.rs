//! What the keys of a recording do.

use crossterm::event::{KeyCode, KeyEvent};

use super::deck::{Begun, Deck};
use super::line::Line;
use crate::replay::{Mark, Position, Telling};
use crate::review::Ms;
use crate::tui::keymap::Deed;

impl Deck {
    pub(super) fn act(&mut self, deed: Deed) {
        match deed {
            Deed::Play => self.player.play_or_pause(),
            Deed::SecondOn => self.player.skip(Ms::seconds(1)),
            Deed::SecondBack => self.player.skip(Ms::seconds(-1)),
            Deed::MinuteOn => self.player.skip(Ms::seconds(60)),
            Deed::MinuteBack => self.player.skip(Ms::seconds(-60)),
            Deed::TenthOn => self.player.tenths(1),
            Deed::TenthBack => self.player.tenths(-1),
            Deed::RecordOn => self.step(1),
            Deed::RecordBack => self.step(-1),
            Deed::TurnOn => self.next(Mark::Turn),
            Deed::TurnBack => self.previous(Mark::Turn),
            Deed::OrderOn => self.next(Mark::Order),
            Deed::OrderBack => self.previous(Mark::Order),
            Deed::ItemOn => self.next(Mark::Item),
            Deed::ItemBack => self.previous(Mark::Item),
            Deed::ToStart => self.player.seek(self.player.track().at(Ms::ZERO)),
            Deed::ToEnd => self.player.seek(self.player.track().last()),
            Deed::Faster => self.player.speed = self.player.speed.faster(),
            Deed::Slower => self.player.speed = self.player.speed.slower(),
            Deed::Tenth => {
                self.begun = Some(Begun::Tenth);
                self.say("A digit: 0 to 9 tenths of the meeting; Esc stays here");
            }
            Deed::GoTo => self.line = Some(Line::go_to()),
            Deed::Search => self.line = Some(Line::search()),
            Deed::HitOn => self.hit_on(),
            Deed::HitBack => self.hit_back(),
            Deed::Silence => {
                let passed_over = self.player.toggle_silence();
                self.say(if passed_over { "Silence is passed over" } else { "Silence is played" });
            }
            Deed::StopAt => {
                self.begun = Some(Begun::Stop);
                let choices = STOPS.map(|(deed, mark)| format!("{} {}", self.key_of(deed), plural(mark)));
                self.say(format!("Stop at {}, or no longer; {} nowhere", choices.join(", "), self.key_of(Deed::StopAt)));
            }
            Deed::Repeat => self.repeat(),
            Deed::TakenBack => self.tell(),
            Deed::Exports => self.show_exports(),
            other => self.look(other),
        }
    }

    fn step(&mut self, by: isize) {
        self.player.step(by);
        let text = self.record_at(self.player.position());
        self.say(text);
    }

    fn next(&mut self, mark: Mark) {
        if !self.player.next(mark) {
            self.refuse(format!("No {} comes after this", name(mark)));
        }
    }

    fn previous(&mut self, mark: Mark) {
        if !self.player.previous(mark) {
            self.refuse(format!("There was no {} before this", name(mark)));
        }
    }

    pub(super) fn tenth_key(&mut self, key: &KeyEvent) {
        match key.code {
            KeyCode::Char(c) if c.is_ascii_digit() => {
                let tenths = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).unwrap_or_default();
                self.player.tenth(tenths);
            }
            KeyCode::Esc => {}
            _ => self.refuse("That was no digit: nothing has moved"),
        }
    }

    /// What it is to stop at is named by the key that goes there.
    pub(super) fn stop_key(&mut self, key: &KeyEvent, deed: Option<Deed>) {
        let chosen = STOPS.into_iter().find(|(on, _)| Some(*on) == deed);
        match (chosen, deed) {
            (Some((_, mark)), _) => {
                self.player.toggle_stop(mark);
                self.say(stops_in_words(self));
            }
            (None, Some(Deed::StopAt)) => {
                self.player.stop_nowhere();
                self.say(stops_in_words(self));
            }
            _ if key.code == KeyCode::Esc => {}
            _ => {
                let keys = STOPS.map(|(deed, _)| self.key_of(deed)).join(" ");
                self.refuse(format!("That was none of {keys}: it stops where it did before"));
            }
        }
    }

    /// The first press is where a passage begins, the second where it ends, the third lets it go.
    fn repeat(&mut self) {
        let here = self.player.position().moment;
        let key = self.key_of(Deed::Repeat);
        match (self.player.passage(), self.from.take()) {
            (Some(_), _) => {
                self.player.repeat(None);
                self.say("The passage is not played again");
            }
            (None, Some(from)) if from != here => {
                self.player.repeat(Some((from.min(here), from.max(here))));
                self.say(format!("The passage is played again and again; {key} lets it go"));
            }
            (None, _) => {
                self.from = Some(here);
                self.say(format!("The passage begins here; {key} again where it ends"));
            }
        }
    }

    fn tell(&mut self) {
        let (telling, says) = match self.player.telling() {
            Telling::Corrected => (Telling::AsSeen, "As the screen showed it then, with what was taken back later"),
            Telling::AsSeen => (Telling::Corrected, "As it is known in the end, without what was taken back"),
        };
        self.player.tell(telling);
        self.say(says);
    }

    /// Goes to the next hit of what was looked for last.
    pub(super) fn hit_on(&mut self) {
        self.take_hit(self.player.track().hit_after(self.player.position(), &self.sought));
    }

    /// Goes to the one before.
    fn hit_back(&mut self) {
        self.take_hit(self.player.track().hit_before(self.player.position(), &self.sought));
    }

    fn take_hit(&mut self, hit: Option<Position>) {
        if self.sought.is_empty() {
            let key = self.key_of(Deed::Search);
            return self.refuse(format!("Nothing has been looked for yet; {key} begins"));
        }
        match hit {
            Some(hit) => self.go_to_hit(hit),
            None => self.refuse(format!("\"{}\" is in no name, item or note", self.sought)),
        }
    }

    pub(super) fn go_to_hit(&mut self, hit: Position) {
        self.player.seek(hit);
        let text = format!("\"{}\": {}", self.sought, self.record_at(hit));
        self.say(text);
    }

    /// The record that a position stands after, as it was typed.
    fn record_at(&self, position: Position) -> String {
        let step = position.after.checked_sub(1).and_then(|at| self.player.track().steps().get(at));
        let Some(step) = step else { return "record 1, the session was opened".to_owned() };
        let (seq, who) = (step.slot.seq, self.asked_by(position));
        let taken_back = if self.player.recording().is_taken_back(seq) { " · taken back later" } else { "" };
        format!("record {seq} {who}{}{taken_back}", step.record.command)
    }

    /// Who asked what was logged just before a position, as `Sweden: `; nothing where no item was.
    pub(super) fn asked_by(&self, position: Position) -> String {
        let track = self.player.track();
        match track.course.authors(position.after) {
            [] => String::new(),
            authors => format!("{}: ", track.review().names(authors)),
        }
    }
}

/// The keys that lead to what it can stop at.
const STOPS: [(Deed, Mark); 3] = [(Deed::TurnOn, Mark::Turn), (Deed::OrderOn, Mark::Order), (Deed::ItemOn, Mark::Item)];

/// At what the player stops by itself.
pub(super) fn stops_in_words(deck: &Deck) -> String {
    let stops: Vec<&str> = deck.player.stops().map(plural).collect();
    if stops.is_empty() { "stops only at the end".to_owned() } else { format!("stops at {}", stops.join(", ")) }
}

fn name(mark: Mark) -> &'static str {
    match mark {
        Mark::Turn => "turn",
        Mark::Order => "point of order",
        Mark::Item => "item",
    }
}

fn plural(mark: Mark) -> &'static str {
    match mark {
        Mark::Turn => "turns",
        Mark::Order => "points of order",
        Mark::Item => "items",
    }
}
