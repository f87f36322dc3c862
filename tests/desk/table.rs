//! A desk, a session in memory, a clock that stands until it is told, and an operator's fingers.

use std::path::Path;
use std::sync::Arc;

use crossterm::event::{Event as Terminal, KeyCode, KeyEvent, KeyModifiers};
use plenary::dialogue::{Dialogue, Event, Record, Seq, State, Turn};
use plenary::export::Place;
use plenary::language;
use plenary::review::{Ms, Review, load};
use plenary::tui::input::{Desk, Order, Step, What};
use plenary::tui::keymap::Keymap;
use plenary::tui::scene::{Hint, WallTime};
use plenary::tui::ui::{Overlay, Prompt, Question};

/// Where the session would be.
pub const SESSION: &str = "sessions/x.plenary";

pub struct Table {
    pub dialogue: Dialogue,
    pub desk: Desk,
    pub now: Ms,
    pub left: bool,
    /// The exports that were to be written.
    pub exports: Vec<Place>,
    /// What the disk says to the next export, if it does not take it.
    pub disk: Option<String>,
    hints: Vec<Hint>,
    /// What others have recorded, and this process has not read: by whom, and their lines.
    unread: Vec<(String, String)>,
}

pub fn wall(moment: Ms) -> WallTime {
    let part = |value: i64| u8::try_from(value).unwrap();
    let seconds = moment.0 / 1000;
    WallTime { hour: part(9 + seconds / 3600), minute: part(seconds / 60 % 60), second: part(seconds % 60) }
}

impl Table {
    /// The sample review before the meeting, with a frame on the screen.
    pub fn new() -> Table {
        Table::of(load::sample().unwrap_or_else(|problems| panic!("{problems}")).review)
    }

    /// Any review before the meeting, likewise.
    pub fn of(review: Review) -> Table {
        let first = record(Seq(1), Ms::ZERO, "open", vec![Event::Opened(Arc::new(review))]);
        let dialogue = Dialogue::open(Arc::new(first)).unwrap();
        let desk = Desk::new(Keymap::standard(), "operator", SESSION);
        let (exports, disk, hints, unread) = (Vec::new(), None, Vec::new(), Vec::new());
        let mut table = Table { dialogue, desk, now: Ms::ZERO, left: false, exports, disk, hints, unread };
        table.wait(1000);
        table
    }

    /// The same in the middle of the first statement.
    pub fn begun() -> Table {
        let mut table = Table::new();
        table.press("n").wait(1000).press("n").wait(10_000);
        table
    }

    pub fn state(&self) -> &State {
        self.dialogue.state()
    }

    pub fn speaking(&self) -> &Turn {
        self.state().speaking().expect("someone has the floor")
    }

    /// Who speaks, as its code.
    pub fn speaker(&self) -> String {
        self.state().speaking().map_or("nobody".to_owned(), |turn| turn.delegations[0].to_string())
    }

    /// Another process records this now; it is read here when time passes or before the next order is decided.
    pub fn elsewhere(&mut self, seat: &str, line: &str) -> &mut Table {
        self.unread.push((seat.to_owned(), line.to_owned()));
        self
    }

    /// What others have recorded is read; no frame shows it.
    pub fn catch_up(&mut self) {
        for (seat, line) in std::mem::take(&mut self.unread) {
            let command = language::parse(&line, &self.dialogue.state().review).unwrap();
            let decision = self.dialogue.decide(&seat, &command, self.now).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
            let seq = self.dialogue.seq().next();
            let record = record(seq, self.now, &line, decision.events);
            self.dialogue.apply(Arc::new(Record { moment: decision.moment, seat: (*seat).into(), ..record })).unwrap();
        }
    }

    /// Time passes, and a frame is drawn.
    pub fn wait(&mut self, ms: i64) -> &mut Table {
        self.now += Ms(ms);
        self.catch_up();
        self.dialogue.advance(self.now);
        self.frame()
    }

    /// A frame is drawn.
    pub fn frame(&mut self) -> &mut Table {
        let seat = self.desk.seat().clone();
        let eye = self.desk.eye(&self.dialogue, &seat, self.now, &wall);
        self.hints = self.desk.look_again(&eye);
        self.desk.shown(&eye);
        self
    }

    /// Keys at this very moment: characters, and `<Enter>`, `<Esc>`, `<Tab>`, `<Up>`, `<C-n>`.
    pub fn press(&mut self, keys: &str) -> &mut Table {
        self.press_unseen(keys);
        self.frame()
    }

    /// The same, and no frame is drawn afterwards.
    pub fn press_unseen(&mut self, keys: &str) {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            let event = match named {
                Some((name, after)) => {
                    rest = after;
                    key(name)
                }
                None => {
                    rest = &rest[first.len_utf8()..];
                    KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE)
                }
            };
            self.take(&Terminal::Key(event));
        }
    }

    pub fn paste(&mut self, text: &str) -> &mut Table {
        self.take(&Terminal::Paste(text.to_owned()));
        self.frame()
    }

    fn take(&mut self, event: &Terminal) {
        let seat = self.desk.seat().clone();
        let eye = self.desk.eye(&self.dialogue, &seat, self.now, &wall);
        let order = match self.desk.press(event, &eye) {
            Step::Submit(order) => order,
            Step::Read(file) => {
                match plenary::session::list_in(std::path::Path::new("."), &file) {
                    Ok(text) => self.desk.show_list(&file, &text, &eye),
                    Err(refusal) => self.desk.refuse(refusal.sentence),
                }
                return;
            }
            Step::Exports => {
                let places = Place::all(Path::new(SESSION), self.dialogue.state());
                return self.desk.show_exports(places, &eye);
            }
            Step::Export(place) => {
                let written = self.disk.take().map_or_else(|| Ok(format!("written: {}", place.path.display())), Err);
                self.exports.push(place);
                let places = Place::all(Path::new(SESSION), self.dialogue.state());
                return self.desk.exported(written, places, &eye);
            }
            Step::Leave => {
                self.left = true;
                return;
            }
            Step::None | Step::BeginNew => return,
        };
        self.carry_out(&order);
        while let Some(order) = self.desk.goes_on() {
            self.carry_out(&order);
        }
    }

    fn carry_out(&mut self, order: &Order) {
        self.catch_up();
        let seat = self.desk.seat().clone();
        let (command, typed) = match &order.what {
            What::Command(command) => (Ok(command.clone()), language::print(command)),
            What::Line(line) => (language::parse(line, &self.dialogue.state().review), line.clone()),
        };
        let decided = command.and_then(|command| {
            self.desk.still(order, &command, self.now, &self.dialogue)?;
            self.dialogue.decide(&seat, &command, self.now)
        });
        let answer = decided.map(|decision| {
            let seq = self.dialogue.seq().next();
            (!decision.events.is_empty()).then(|| {
                let record = Record { moment: decision.moment, ..record(seq, self.now, &typed, decision.events) };
                self.dialogue.apply(Arc::new(record)).unwrap();
                seq
            })
        });
        self.dialogue.advance(self.now);
        let eye = self.desk.eye(&self.dialogue, &seat, self.now, &wall);
        self.desk.settle(order, answer, &eye);
    }

    /// Another seat gives a line.
    pub fn say(&mut self, seat: &str, line: &str) -> &mut Table {
        let command = language::parse(line, &self.dialogue.state().review).unwrap();
        let decision = self.dialogue.decide(seat, &command, self.now).unwrap();
        let seq = self.dialogue.seq().next();
        let record = Record { moment: decision.moment, seat: seat.into(), ..record(seq, self.now, line, decision.events) };
        self.dialogue.apply(Arc::new(record)).unwrap();
        self.frame()
    }

    /// The line that is open.
    pub fn line(&self) -> &Prompt {
        match &self.desk.ui.overlay {
            Some(Overlay::Prompt(prompt)) => prompt,
            other => panic!("no line is open: {other:?}"),
        }
    }

    /// The question that is open.
    pub fn question(&self) -> &Question {
        match &self.desk.ui.overlay {
            Some(Overlay::Question(question)) => question,
            other => panic!("no question is open: {other:?}"),
        }
    }

    /// The sentence that the last key was answered with.
    pub fn said(&self) -> &str {
        self.desk.ui.message.as_ref().map_or("", |message| &message.text)
    }

    /// The sentence, where it is a refusal.
    pub fn refused(&self) -> &str {
        self.desk.ui.message.as_ref().filter(|message| message.refused).map_or("", |message| &message.text)
    }

    /// What the line says that Enter will do.
    pub fn does(&self) -> &str {
        self.line().does.as_deref().unwrap_or_else(|reason| panic!("Enter would do nothing: {reason}"))
    }

    /// Why Enter would do nothing, as the line says it.
    pub fn does_not(&self) -> &str {
        self.line().does.as_ref().expect_err("Enter would do something")
    }

    /// The keys that the screen offers, most important first.
    pub fn hints(&self) -> Vec<&str> {
        self.hints.iter().map(|hint| hint.key.as_str()).collect()
    }

    /// What the screen says that a key will do.
    pub fn hint(&self, key: &str) -> Option<&str> {
        self.hints.iter().find(|hint| hint.key == key).map(|hint| hint.does.as_str())
    }

    /// The commands on the record, as typed.
    pub fn record(&self) -> Vec<&str> {
        self.dialogue.records().iter().skip(1).map(|record| &*record.command).collect()
    }
}

fn key(name: &str) -> KeyEvent {
    match name.split_once('-') {
        Some((held, letter)) => {
            let held = if held == "A" { KeyModifiers::ALT } else { KeyModifiers::CONTROL };
            KeyEvent::new(KeyCode::Char(letter.chars().next().unwrap()), held)
        }
        None => {
            let code = match name {
                "Enter" => KeyCode::Enter,
                "Esc" => KeyCode::Esc,
                "Tab" => KeyCode::Tab,
                "Up" => KeyCode::Up,
                "Down" => KeyCode::Down,
                "Bs" => KeyCode::Backspace,
                "Right" | "right" => KeyCode::Right,
                "PageDown" => KeyCode::PageDown,
                "PageUp" => KeyCode::PageUp,
                "Home" => KeyCode::Home,
                "End" => KeyCode::End,
                "Left" | "left" => KeyCode::Left,
                other => panic!("no key {other}"),
            };
            KeyEvent::new(code, KeyModifiers::NONE)
        }
    }
}

fn record(seq: Seq, at: Ms, command: &str, events: Vec<Event>) -> Record {
    Record { id: seq.to_string().into(), seat: "operator".into(), command: command.into(), ..Record::of(seq, at, events) }
}
