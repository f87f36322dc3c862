//! The desk: what this terminal knows beside the session, and the way of a key through it.

use std::collections::VecDeque;
use std::sync::Arc;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::bounce::Bounce;
use super::eye::{Eye, RecordsShown, Shown};
use super::latch::Latch;
use super::proposal::{Act, Asked, propose};
use super::seen::Seen;
use super::selection;
use super::step::{Order, Step, Then, What};
use super::together::Together;
use super::{moved, other_turns, screen};
use crate::dialogue::{Command, Dialogue, EntryNo, ItemNo, Seq, Text, TurnNo};
use crate::review::Ms;
use crate::tui::keymap::{Deed, Keymap};
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

    fn key(&mut self, key: &KeyEvent, eye: &Eye<'_>) -> Step {
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
