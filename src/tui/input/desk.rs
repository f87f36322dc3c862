//! The desk: what this terminal knows beside the session.

use std::collections::VecDeque;
use std::sync::Arc;

use crossterm::event::Event;

use super::bounce::Bounce;
use super::eye::{Eye, RecordsShown, Shown};
use super::latch::Latch;
use super::proposal::Asked;
use super::seen::Seen;
use super::step::{Order, Step};
use super::together::Together;
use super::{moved, other_turns};
use crate::dialogue::{Dialogue, EntryNo, ItemNo, Seq, Text, TurnNo};
use crate::review::Ms;
use crate::tui::keymap::Keymap;
use crate::tui::prompts::{Drafts, History};
use crate::tui::scene::{Hint, WallTime};
use crate::tui::ui::{Message, Overlay, Purpose, Screen, Ui};

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
    pub(super) question: Option<Asked>,
    /// Since when what is asked over the screen has been seen; absent: no frame has shown it.
    pub(super) asked_since: Option<Ms>,
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
    /// What the last frame showed.
    pub(super) seen: Option<Seen>,
    /// Since when it is looked at again, after it had stood still.
    pub(super) awake_since: Option<Ms>,
    /// The keys that it offered.
    pub(super) offered: Vec<Hint>,
    /// What the screen showed when the line about items was opened.
    pub(super) line_saw: Option<(Purpose, Seen)>,
    /// The records of this desk, in order.
    pub(super) own: Vec<Seq>,
    pub(super) latch: Latch,
    pub(super) bounce: Bounce,
    /// Letters have been typed since it was last looked up what fits the line.
    pub(super) unread: bool,
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
            asked_since: None,
            under: Vec::new(),
            waiting: VecDeque::new(),
            together: None,
            turns: Vec::new(),
            places: Vec::new(),
            seen: None,
            awake_since: None,
            offered: Vec::new(),
            line_saw: None,
            own: Vec::new(),
            latch: Latch::default(),
            bounce: Bounce::default(),
            unread: false,
        }
    }

    /// What is seen from here.
    pub fn eye<'a>(&self, dialogue: &'a Dialogue, seat: &'a str, now: Ms, wall: &'a dyn Fn(Ms) -> WallTime) -> Eye<'a> {
        let ui = &self.ui;
        let (screen, focus, entry, item, swap) = (ui.screen, ui.focus, ui.entry, ui.item, ui.swap);
        let (marked, theme, official) = (ui.marked.clone(), ui.theme.clone(), ui.official.clone());
        let log = self.records_shown(dialogue);
        let (grouping, sorting, any) = (ui.board.grouping(), ui.board.sorting(), ui.board.count() > 0);
        let board = Shown { grouping, sorting, filter: ui.board.filter().to_owned(), any };
        let shown_first = self.seen.as_ref().map(|seen| seen.state.first_waiting().map(|entry| entry.number));
        let keys = Arc::clone(&self.keymap);
        Eye {
            dialogue,
            seat,
            now,
            screen,
            focus,
            entry,
            item,
            marked,
            theme,
            official,
            board,
            log,
            swap,
            drafts: self.drafts.waiting(),
            shown_first,
            together: self.together.clone(),
            wall,
            keys,
        }
    }

    pub(super) fn records_shown(&self, dialogue: &Dialogue) -> RecordsShown {
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

    /// Says what a key has done.
    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.ui.message = Some(Message { text: text.into(), refused: false });
    }

    /// Says why a key came to nothing.
    pub fn refuse(&mut self, reason: impl Into<String>) {
        self.ui.message = Some(Message { text: reason.into(), refused: true });
    }

    /// The board costs something with many items, the log with many records, and only while they are seen.
    pub(super) fn follow_board(&mut self, eye: &Eye<'_>) {
        let ui = &mut self.ui;
        match (ui.screen, &ui.past) {
            (Screen::Items, None) => ui.board.follow(eye.dialogue),
            (Screen::Items, Some(past)) => ui.board.show(&past.state),
            (Screen::Log, Some(past)) => ui.log.follow(past.records(eye.dialogue.records()), &past.state),
            (Screen::Log, None) => self.follow_log(eye),
            _ => {}
        }
    }

    /// What has been recorded since is shown, if the log is.
    pub(super) fn follow_log(&mut self, eye: &Eye<'_>) {
        if self.ui.screen == Screen::Log {
            self.ui.log.follow(eye.dialogue.records(), eye.state());
        }
    }
}
