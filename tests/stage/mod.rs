//! A session in memory with a screen before it, so that a test can say what happens and then look.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, dead_code)]

pub mod lines;

use std::sync::Arc;

use plenary::dialogue::{Action, Command, Dialogue, EntryRef, Event, Inscribe, OfficialRef, Record, Said, Seq, Sort, Text};
use plenary::review::{Code, Ms, Review, load};
use plenary::tui::keymap::{Deed, Keymap};
pub use plenary::tui::player::lines as rows;
use plenary::tui::scene::{Hint, Scene, WallTime};
use plenary::tui::theme::Theme;
use plenary::tui::ui::Ui;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// The meeting begins at this time of day; session time 0:00 is then.
const BEGINS: i64 = 9 * 3600;

/// A session and what one terminal shows of it.
pub struct Stage {
    pub dialogue: Dialogue,
    pub now: Ms,
    pub ui: Ui,
    pub theme: Theme,
    pub hints: Vec<Hint>,
}

/// The sample review.
pub fn kazakhstan() -> Review {
    load::sample().unwrap_or_else(|problems| panic!("{problems}")).review
}

/// The sample review with names that are too long, wide, or dangerous to a terminal.
pub fn with_long_names() -> Review {
    let mut review = kazakhstan();
    for (code, name) in [
        ("MWI", "United Kingdom of Great Britain and Northern Ireland and all that belongs to it in every ocean"),
        ("MYS", "法兰西共和国法兰西共和国法兰西共和国法兰西共和国"),
        ("MDV", "Co\u{302}te d’Ivoire\u{1b}[31m red\u{7}"),
    ] {
        let code = self::code(code);
        review.delegations.iter_mut().filter(|one| one.code == code).for_each(|one| one.short = name.to_owned());
    }
    review
}

/// The thirty-eighth statement of the sample review, after so much of it.
pub fn running(left: &str) -> Stage {
    let mut stage = Stage::after(37);
    stage.next().wait(left);
    stage
}

/// That a screen of some size says all of this.
pub fn has(stage: &Stage, width: u16, height: u16, words: &[&str]) {
    let screen = stage.screen(width, height);
    for word in words {
        assert!(screen.contains(word), "{width}x{height} does not say {word:?}:\n{screen}");
    }
}

/// A delegation's code.
pub fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

impl Stage {
    /// Opens a session on a review.
    pub fn new(review: Review) -> Stage {
        let first = record(Seq(1), Ms::ZERO, vec![Event::Opened(Arc::new(review))]);
        Stage {
            dialogue: Dialogue::open(Arc::new(first)).unwrap(),
            now: Ms::ZERO,
            ui: Ui::default(),
            theme: Theme::standard(),
            hints: hints(),
        }
    }

    /// The sample review, begun, with so many statements made, each of a minute and a few items out of each.
    pub fn after(statements: usize) -> Stage {
        let mut stage = Stage::new(kazakhstan());
        stage.act(Action::Begin);
        for at in 0..statements {
            stage.act(Action::Next { seen: None });
            stage.wait("1:00");
            stage.log_one_of_each_day(at);
            stage.wait("0:21");
        }
        stage
    }

    fn log_one_of_each_day(&mut self, at: usize) {
        let (sort, text, themes, officials): (Sort, &str, &[&str], &[&str]) = SAID[at % SAID.len()];
        self.log(sort, text, themes, officials);
    }

    /// Does something now, as the operator.
    pub fn act(&mut self, action: Action) -> &mut Stage {
        let command = Command::now(action);
        let decision = self.dialogue.decide("operator", &command, self.now).unwrap_or_else(|refusal| panic!("{refusal}"));
        if !decision.events.is_empty() {
            let seq = self.dialogue.seq().next();
            let typed = Text::from(plenary::language::print(&command));
            self.dialogue.apply(Arc::new(Record { command: typed, ..record(seq, self.now, decision.events) })).unwrap();
        }
        self
    }

    /// Lets time pass.
    pub fn wait(&mut self, how_long: &str) -> &mut Stage {
        self.now += plenary::review::duration::parse(how_long).unwrap();
        self.dialogue.advance(self.now);
        self
    }

    pub fn next(&mut self) -> &mut Stage {
        self.act(Action::Next { seen: None })
    }

    /// A point of order.
    pub fn order(&mut self, who: &str) -> &mut Stage {
        self.act(Action::Give { to: EntryRef::Delegation(code(who)), kind: Some(Text::from("point-of-order")) })
    }

    pub fn inscribe(&mut self, who: &str) -> &mut Stage {
        self.act(Action::Inscribe(Inscribe { delegations: vec![code(who)], ..Inscribe::default() }))
    }

    pub fn log(&mut self, sort: Sort, text: &str, themes: &[&str], officials: &[&str]) -> &mut Stage {
        let texts = |words: &[&str]| words.iter().map(|word| Text::from(*word)).collect();
        let said = Said { text: Text::from(text), themes: texts(themes), officials: texts(officials) };
        self.act(Action::Log { sort, said, by: Vec::new(), turn: None, repeats: None })
    }

    pub fn answer(&mut self, official: &str) -> &mut Stage {
        self.act(Action::Answer { official: Some(OfficialRef::Named(Text::from(official))), kind: None })
    }

    /// What the terminal shows at a size, row by row.
    pub fn screen(&self, width: u16, height: u16) -> String {
        rows(&self.frame(width, height)).join("\n")
    }

    /// The same with its styles.
    pub fn frame(&self, width: u16, height: u16) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let mut ui = self.ui.clone();
        ui.board.follow(&self.dialogue);
        ui.log.follow(self.dialogue.records(), self.dialogue.state());
        self.draw(&ui, &mut terminal);
        terminal.backend().buffer().clone()
    }

    /// Draws what the terminal knows, the board as it last followed the session.
    pub fn draw_on(&self, terminal: &mut Terminal<TestBackend>) {
        self.draw(&self.ui, terminal);
    }

    fn draw(&self, ui: &Ui, terminal: &mut Terminal<TestBackend>) {
        let scene = Scene {
            state: self.dialogue.state(),
            now: self.now,
            ui,
            theme: &self.theme,
            wall: &time_of_day,
            hints: &self.hints,
            records: self.dialogue.records(),
            saved: Seq(self.dialogue.seq().0),
        };
        terminal.draw(|frame| plenary::tui::draw(frame, &scene)).unwrap();
    }
}

/// Where a screen is in reverse video, row by row: what stands out also without colours.
pub fn reversed(buffer: &Buffer) -> Vec<String> {
    let mark = |cell: &ratatui::buffer::Cell| if cell.modifier.contains(ratatui::style::Modifier::REVERSED) { '#' } else { '.' };
    buffer.content().chunks(usize::from(buffer.area.width)).map(|row| row.iter().map(mark).collect()).collect()
}

fn time_of_day(moment: Ms) -> WallTime {
    let second = (BEGINS + moment.0.div_euclid(1000)).rem_euclid(86_400);
    let part = |n: i64| u8::try_from(n).unwrap();
    WallTime { hour: part(second / 3600), minute: part(second / 60 % 60), second: part(second % 60) }
}

fn record(seq: Seq, at: Ms, events: Vec<Event>) -> Record {
    Record { seat: "operator".into(), ..Record::of(seq, at, events) }
}

/// A hint as the standard keys have it.
pub fn hint(key: &str, does: &str) -> Hint {
    let keymap = Keymap::standard();
    let is_bound = |deed: &&Deed| keymap.keys(**deed).any(|chord| chord.to_string() == key);
    let deed = Deed::ALL.iter().find(is_bound).unwrap_or_else(|| panic!("{key} is no key"));
    Hint { key: key.to_owned(), does: does.to_owned(), deed: *deed }
}

fn hints() -> Vec<Hint> {
    vec![
        hint("n", "next: Germany"),
        hint("d", "done"),
        hint("space", "pause"),
        hint("q", "item"),
        hint("a", "assign"),
        hint("o", "point of order"),
        hint("i", "inscribe"),
        hint("/", "find"),
        hint("u", "undo: next: France"),
        hint(":", "command"),
        hint("?", "keys"),
        hint("p", "Kazakhstan takes the floor"),
        hint("c", "answered"),
        hint("v", "pass to"),
        hint("e", "30 s longer"),
        hint("E", "30 s shorter"),
        hint("J", "move down"),
        hint("K", "move up"),
        hint("t", "to the top"),
        hint("l", "own time"),
        hint("w", "withdraw"),
        hint("g", "give the floor"),
        hint("Q", "quit"),
    ]
}

/// Things that are said in such a review: sort, words, themes, officials.
const SAID: &[(Sort, &str, &[&str], &[&str])] = &[
    (Sort::Recommendation, "ratify the second optional protocol to the ICCPR", &["treaties"], &["foreign-affairs"]),
    (Sort::Question, "How many visits did the national preventive mechanism make to pre-trial detention in 2024?", &["torture"], &[]),
    (Sort::Commendation, "abolition of the death penalty in law", &["death-penalty"], &[]),
    (
        Sort::Question,
        "Which shelters are open to victims of domestic violence in rural areas?",
        &["violence-against-women"],
        &["internal-affairs"],
    ),
    (Sort::Recommendation, "protect peaceful assembly in law and in practice", &["assembly"], &["internal-affairs", "justice"]),
    (Sort::Comment, "notes the new law on the Commissioner for Human Rights", &["nhri"], &[]),
    (Sort::Question, "When will the Ombudsman comply with the Paris Principles in full?", &["nhri"], &["justice"]),
    (Sort::Question, "What is planned for children of migrant workers without papers?", &["migrants", "children"], &[]),
];
