//! Which screen of a recording is looked at, what is selected on it, and which keys are shown under it.

use crossterm::event::{KeyCode, KeyEvent};

use super::deck::Deck;
use super::deeds::stops_in_words;
use super::line::Line;
use crate::dialogue::State;
use crate::replay::{Telling, position};
use crate::review::Ms;
use crate::tui::input::told::Told;
use crate::tui::input::{arrange, opens, selection, sheet};
use crate::tui::keymap::{Deed, Group, LENT, SHARED};
use crate::tui::scene::{Hint, WallTime};
use crate::tui::ui::{About, Focus, Overlay, Screen, Sheet};
use crate::tui::widgets::times;

impl Deck {
    /// What the keys of the live screens do that change nothing but what is seen.
    pub(super) fn look(&mut self, deed: Deed) {
        match deed {
            Deed::Keys => (self.ui.overlay, self.ui.keys_from) = (Some(Overlay::Keys), 0),
            Deed::Down => self.select(1),
            Deed::Up => self.select(-1),
            Deed::Panel => match (self.ui.screen, self.ui.focus) {
                (Screen::Floor, Focus::List) => self.ui.focus = Focus::Items,
                (Screen::Floor, _) => self.ui.focus = Focus::List,
                _ => self.refuse(format!("The list is on the floor's screen; {} goes there", self.key_of(Deed::FloorScreen))),
            },
            Deed::Detail if self.ui.focus == Focus::Records => self.go_to_selected_record(),
            Deed::Detail => match sheet::chosen(self.ui.focus, self.ui.official.as_ref(), self.ui.item, &self.keymap) {
                Ok(about) => self.show_sheet(about),
                Err(reason) => self.refuse(reason),
            },
            Deed::Filter if self.ui.screen == Screen::Log => self.line = Some(Line::filter_records(self.ui.log.filter())),
            Deed::Filter | Deed::Group | Deed::Order if self.ui.screen != Screen::Items => {
                self.refuse(format!("That works on the items' screen; {} goes there", self.key_of(Deed::ItemsScreen)));
            }
            Deed::Filter => self.line = Some(Line::filter(self.ui.board.filter())),
            Deed::Group | Deed::Order => {
                let says = arrange(&mut self.ui.board, deed, &self.player.state());
                self.say(says);
            }
            other => match opens(other) {
                Some(screen) => self.ui.open(screen),
                None => self.refuse(format!("Not while a recording is played: {}", other.does())),
            },
        }
    }

    fn go_to_selected_record(&mut self) {
        let Some(record) = self.ui.record else {
            let (down, up) = (self.key_of(Deed::Down), self.key_of(Deed::Up));
            return self.refuse(format!("No record is selected; the arrows and {down} {up} select one"));
        };
        match position(&format!("record {record}"), &self.player, &|moment| self.second_of_day(moment)) {
            Ok(to) => self.player.seek(to),
            Err(reason) => self.refuse(reason),
        }
    }

    /// What is looked at: the state here, and the records that had been made by then.
    fn told<'a>(&'a self, state: &'a State, wall: &'a dyn Fn(Ms) -> WallTime) -> Told<'a> {
        Told { state, records: self.records(), now: self.player.position().moment, wall }
    }

    fn show_sheet(&mut self, about: About) {
        let state = self.player.state();
        let shown = sheet::sheet(about, &self.told(&state, &|moment| self.wall(moment)));
        self.ui.overlay = shown.map(Overlay::Sheet);
    }

    /// A key over a sheet: it scrolls or closes it, or does what it does everywhere, and the sheet stays. Whether nothing is left to do.
    pub(super) fn over_sheet(&mut self, mut sheet: Sheet, key: &KeyEvent, deed: Option<Deed>) -> bool {
        match (key.code, deed) {
            (KeyCode::Esc | KeyCode::Enter, _) => return true,
            (_, Some(Deed::Down)) => sheet.scroll(1),
            (_, Some(Deed::Up)) => sheet.scroll(-1),
            (_, Some(deed)) if opens(deed) == Some(self.ui.screen) => return true,
            _ => {
                self.ui.overlay = Some(Overlay::Sheet(sheet));
                return false;
            }
        }
        self.ui.overlay = Some(Overlay::Sheet(sheet));
        true
    }

    fn select(&mut self, by: i32) {
        let (state, now) = (self.player.state(), self.player.position().moment);
        self.look_again(&state);
        match self.ui.screen {
            Screen::Figures | Screen::Outstanding => selection::scroll(&mut self.ui, by, &state, now),
            _ => {
                let (recording, until) = (self.player.recording(), self.records_until());
                selection::select(&mut self.ui, by, &state, recording.records().get(..until).unwrap_or_default());
            }
        }
    }

    /// Escape: the beginning of a passage goes first, then the filter of the board, then what is selected.
    pub(super) fn let_go(&mut self) {
        if self.from.take().is_some() {
            return;
        }
        if self.ui.screen == Screen::Items && !self.ui.board.filter().is_empty() {
            self.ui.board.narrow("", &self.player.state());
        } else if self.ui.screen == Screen::Log && !self.ui.log.filter().is_empty() {
            self.narrow_records("");
        } else {
            (self.ui.entry, self.ui.item, self.ui.theme, self.ui.official) = (None, None, None, None);
            self.ui.record = None;
        }
    }

    /// Brings board, selection and line up to date with the state that is shown next.
    pub(super) fn look_again(&mut self, state: &State) {
        // The board costs something with many items, and only while it is seen.
        if self.ui.screen == Screen::Items {
            self.ui.board.show(state);
        }
        if self.ui.screen == Screen::Log {
            let (recording, until) = (self.player.recording(), self.records_until());
            self.ui.log.follow(recording.records().get(..until).unwrap_or_default(), state);
        }
        selection::keep(&mut self.ui, state);
        if let Some(Overlay::Sheet(old)) = self.ui.overlay.take_if(|over| matches!(over, Overlay::Sheet(_))) {
            let renewed = sheet::renewed(old, &self.told(state, &|moment| self.wall(moment)));
            self.ui.overlay = renewed.map(Overlay::Sheet);
        }
        let line = self.prompt();
        if line.is_some() || matches!(self.ui.overlay, Some(Overlay::Prompt(_))) {
            self.ui.overlay = line;
        }
    }

    /// Which records are shown.
    pub(super) fn narrow_records(&mut self, to: &str) {
        let (state, recording, until) = (self.player.state(), self.player.recording(), self.records_until());
        self.ui.log.narrow(to, recording.records().get(..until).unwrap_or_default(), &state);
    }

    /// The keys of the player, and what each does.
    pub(super) fn hints(&self) -> Vec<Hint> {
        let own = Deed::ALL.iter().copied().filter(|deed| deed.group() == Group::Replay);
        own.chain(SHARED)
            .chain(LENT)
            .filter_map(|deed| {
                let does = match deed {
                    Deed::Play if self.player.plays() => "stand still",
                    Deed::Play => "play",
                    Deed::Quit => "leave",
                    other => other.does(),
                };
                Some(Hint { key: self.keymap.keys(deed).next()?.to_string(), does: does.to_owned(), deed })
            })
            .collect()
    }

    /// What is set otherwise than usual, a few words each, what changes most of what is seen first.
    pub(super) fn settings(&self) -> Vec<String> {
        let mut set = Vec::new();
        if self.player.telling() == Telling::AsSeen {
            set.push("as seen then".to_owned());
        }
        if self.player.passes_over_silence() {
            set.push("without silence".to_owned());
        }
        if self.player.stops().next().is_some() {
            set.push(stops_in_words(self));
        }
        if let Some((from, until)) = self.player.passage() {
            let at = |moment| times::to_the_second(self.wall(moment));
            set.push(format!("{} to {} again", at(from), at(until)));
        }
        set
    }
}
