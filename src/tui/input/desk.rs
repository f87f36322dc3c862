//! The desk: what this terminal knows beside the session, and the way of a key through it.

use std::collections::VecDeque;
use std::sync::Arc;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::bounce::Bounce;
use super::eye::{Eye, RecordsShown, Shown};
use super::proposal::{Act, Look, propose};
use super::question;
use super::selection;
use super::together::Together;
use super::{import, moved, other_turns, past, screen};
use crate::dialogue::{Command, Dialogue, EntryNo, ItemNo, Text, TurnNo};
use crate::export::Place;
use crate::review::Ms;
use crate::tui::keymap::{Deed, Keymap};
use crate::tui::prompts::{self, Drafts, History};
use crate::tui::scene::{Hint, WallTime};
use crate::tui::ui::{Message, Overlay, Screen, Ui};

/// What this terminal knows, and what keys mean on it.
pub struct Desk {
    /// Where the eye and the hand are.
    pub ui: Ui,
    /// The session's name, as `plenary open` takes it.
    pub name: String,
    pub(super) keymap: Arc<Keymap>,
    pub(super) seat: Text,
    pub(super) drafts: Drafts,
    pub(super) history: History,
    pub(super) question: Option<question::Open>,
    /// What a question or another line lies over, the last one uppermost.
    pub(super) under: Vec<Overlay>,
    /// What a key set going and is still to be carried out, in order.
    pub(super) waiting: VecDeque<Order>,
    /// In which turn each item was then.
    pub(super) turns: Vec<(ItemNo, Option<TurnNo>)>,
    /// What was refused for the sake of other records, and is asked about.
    pub(super) together: Option<Arc<Together>>,
    /// The list as it stood when the last key was pressed.
    pub(super) places: Vec<EntryNo>,
    bounce: Bounce,
    shown_first: Option<Option<EntryNo>>,
    /// Letters have been typed since it was last looked up what fits the line.
    pub(super) unread: bool,
}

/// What a press comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Nothing outside this terminal.
    None,
    /// A command for the session.
    Submit(Order),
    /// A file with a list of speakers is to be read, and [`Desk::show_list`] or [`Desk::refuse`] to be told of it.
    Read(String),
    /// The files of the exports are to be looked up, and [`Desk::show_exports`] to be told of them.
    Exports,
    /// An export is to be written, and [`Desk::exported`] to be told of it.
    Export(Place),
    /// The program ends.
    Leave,
    /// The last session is left as it is, and a new one begun.
    BeginNew,
}

/// A command on its way to the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The command.
    pub what: What,
    /// What it does, in words, for the status line.
    pub says: String,
    /// What becomes of the line when it is accepted.
    pub then: Then,
}

/// A command, or a line to be read as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A key's.
    Command(Command),
    /// Typed after `:`.
    Line(String),
}

/// What becomes of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// It has nothing to do with it.
    Stay,
    /// It closes.
    Close,
    /// It is empty for the next item.
    NextItem,
}

impl Desk {
    /// A desk with nothing on it.
    pub fn new(keymap: Keymap, seat: impl Into<Text>, name: impl Into<String>) -> Desk {
        Desk {
            ui: Ui::default(),
            name: name.into(),
            keymap: Arc::new(keymap),
            seat: seat.into(),
            drafts: Drafts::default(),
            history: History::default(),
            question: None,
            under: Vec::new(),
            waiting: VecDeque::new(),
            together: None,
            turns: Vec::new(),
            places: Vec::new(),
            bounce: Bounce::default(),
            shown_first: None,
            unread: false,
        }
    }

    /// What is seen from here.
    pub fn eye<'a>(&self, dialogue: &'a Dialogue, seat: &'a str, now: Ms, wall: &'a dyn Fn(Ms) -> WallTime) -> Eye<'a> {
        let ui = &self.ui;
        let (screen, focus, entry, item, swap) = (ui.screen, ui.focus, ui.entry, ui.item, ui.swap);
        let (marked, theme, official) = (ui.marked.clone(), ui.theme.clone(), ui.official.clone());
        let (record, log) = (ui.record, self.records_shown(dialogue));
        let board = Shown { grouping: ui.board.grouping(), filter: ui.board.filter().to_owned(), any: ui.board.count() > 0 };
        let (keys, shown_first) = (Arc::clone(&self.keymap), self.shown_first);
        Eye {
            dialogue,
            seat,
            now,
            screen,
            focus,
            entry,
            item,
            record,
            marked,
            theme,
            official,
            board,
            log,
            swap,
            shown_first,
            together: self.together.clone(),
            wall,
            keys,
        }
    }

    fn records_shown(&self, dialogue: &Dialogue) -> RecordsShown {
        let log = &self.ui.log;
        let picked = log.picked(self.ui.record, dialogue.records());
        RecordsShown { filter: log.filter().to_owned(), any: log.count() > 0, picked }
    }

    /// Whose desk it is.
    pub fn seat(&self) -> &Text {
        &self.seat
    }

    /// What is to be carried out after an order was answered; nothing once one of them is refused.
    pub fn goes_on(&mut self) -> Option<Order> {
        self.waiting.pop_front()
    }

    /// All that is typed and not logged, as it is kept beside the session.
    pub fn drafts(&self) -> String {
        self.drafts.kept(self.under.iter().chain(&self.ui.overlay))
    }

    /// Takes in what was typed and not logged when the program last ended; how many items those are.
    pub fn take_in_drafts(&mut self, kept: &str) -> usize {
        self.drafts.take_in(kept);
        self.drafts.waiting()
    }

    /// What a key or a paste comes to.
    pub fn press(&mut self, event: &Event, eye: &Eye<'_>) -> Step {
        let step = match event {
            Event::Key(key) => self.key(key, eye),
            Event::Paste(text) => self.paste(text, eye),
            _ => Step::None,
        };
        self.ui.moved.clear();
        if matches!(step, Step::Submit(_)) {
            self.places = moved::places(eye.state());
            self.turns = other_turns::turns(eye.state());
        }
        step
    }

    fn key(&mut self, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        match self.ui.overlay.take() {
            None if let Some(at) = self.ui.past.as_ref().map(|past| past.record) => self.past_key(at, key, eye),
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

    /// Escape outside every line: marks go first, then the filter of the board, then what is selected.
    fn let_go(&mut self, eye: &Eye<'_>) {
        if !self.ui.marked.is_empty() {
            self.ui.marked.clear();
        } else if self.ui.screen == Screen::Items && !self.ui.board.filter().is_empty() {
            self.ui.board.narrow("", eye.state());
        } else if self.ui.screen == Screen::Log && !self.ui.log.filter().is_empty() {
            self.ui.log.narrow("", eye.dialogue.records(), eye.state());
        } else if self.ui.screen == Screen::Log {
            self.ui.record = None;
        } else {
            (self.ui.entry, self.ui.item, self.ui.theme, self.ui.official) = (None, None, None, None);
        }
    }

    /// A key outside every line.
    pub(super) fn free_key(&mut self, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        self.ui.message = None;
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
            Err(reason) => {
                self.refuse(reason);
                return Step::None;
            }
        };
        if !self.bounce.is_new(deed, eye.now) {
            self.ui.message = Some(Message { text: format!("Pressed twice in 0.4 s, taken once: {}", deed.does()), refused: false });
            return Step::None;
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

    fn look(&mut self, look: Look, eye: &Eye<'_>) {
        match look {
            Look::Screen(screen) => {
                self.ui.open(screen);
                self.follow_board(eye);
            }
            Look::Focus(focus) => self.ui.focus = focus,
            Look::Select(by) => selection::select(&mut self.ui, by, eye.state(), eye.dialogue.records()),
            Look::Scroll(by) => selection::scroll(&mut self.ui, by, eye.state(), eye.now),
            Look::Swap(entry) => {
                self.ui.swap = Some(entry);
                let name = eye.state().entries.get(entry).map(|entry| eye.entry_name(entry)).unwrap_or_default();
                let key = eye.key(Deed::Swap);
                let text = format!("{name} changes places: select the other one, then {key} or Enter; Esc leaves it as it is");
                self.ui.message = Some(Message { text, refused: false });
            }
            Look::Group(grouping) => self.ui.board.group(grouping, eye.state()),
            Look::Mark(item) => match self.ui.marked.iter().position(|marked| *marked == item) {
                Some(at) => {
                    self.ui.marked.remove(at);
                }
                None => {
                    self.ui.marked.push(item);
                    self.ui.marked.sort_unstable();
                }
            },
            Look::Sheet(about) => self.show_sheet(about, eye),
            Look::Past(seq) => self.look_back(seq, eye),
            Look::Keys => (self.ui.overlay, self.ui.keys_from) = (Some(Overlay::Keys), 0),
        }
    }

    /// Says why a key came to nothing.
    pub fn refuse(&mut self, reason: impl Into<String>) {
        self.ui.message = Some(Message { text: reason.into(), refused: true });
    }

    /// The board costs something with many items, the log with many records, and only while they are seen.
    pub(super) fn follow_board(&mut self, eye: &Eye<'_>) {
        match self.ui.screen {
            Screen::Items => self.ui.board.follow(eye.dialogue),
            Screen::Log => self.follow_log(eye),
            _ => {}
        }
    }

    /// What has been recorded since is shown, if the log is.
    pub(super) fn follow_log(&mut self, eye: &Eye<'_>) {
        if self.ui.screen == Screen::Log {
            self.ui.log.follow(eye.dialogue.records(), eye.state());
        }
    }

    /// Brings selection, line and hints up to date with the session, before a frame is drawn.
    pub fn look_again(&mut self, eye: &Eye<'_>) -> Vec<Hint> {
        self.follow_board(eye);
        selection::keep(&mut self.ui, eye.state());
        self.unread = false;
        if self.ui.screen == Screen::Log {
            self.ui.log.look_at(self.ui.record, eye.dialogue);
        }
        let eye = &Eye { record: self.ui.record, log: self.records_shown(eye.dialogue), ..eye.clone() };
        if self.ui.past.is_some() && self.ui.overlay.is_none() {
            return past::hints(&self.keymap);
        }
        match &mut self.ui.overlay {
            Some(Overlay::Prompt(prompt)) => {
                prompts::refresh(prompt, &self.drafts, eye);
                super::hints::line_hints(&self.keymap, eye)
            }
            Some(Overlay::Import(import)) => {
                import.does = import::may_be_taken(import, eye);
                super::hints::line_hints(&self.keymap, eye)
            }
            Some(Overlay::Sheet(_)) => {
                self.renew_sheet(eye);
                super::hints::hints(&self.keymap, eye)
            }
            // A question takes all keys.
            Some(Overlay::Question(_)) => Vec::new(),
            Some(Overlay::Keys) | None => super::hints::hints(&self.keymap, eye),
        }
    }

    /// A frame has been drawn; keys pressed from now on are pressed on it.
    pub fn shown(&mut self, dialogue: &Dialogue) {
        // Of the present nothing was shown.
        if self.ui.past.is_some() {
            return;
        }
        self.shown_first = Some(dialogue.state().first_waiting().map(|entry| entry.number));
    }
}
