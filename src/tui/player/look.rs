//! Which screen of a recording is looked at, what is selected on it, and which keys are shown under it.

use super::deck::Deck;
use super::deeds::stops_in_words;
use super::line::Line;
use crate::dialogue::State;
use crate::replay::Telling;
use crate::tui::input::selection;
use crate::tui::keymap::{Deed, Group, LENT, SHARED};
use crate::tui::scene::Hint;
use crate::tui::ui::{Focus, Overlay, Screen};
use crate::tui::widgets::times;

impl Deck {
    /// What the keys of the live screens do that change nothing but what is seen.
    pub(super) fn look(&mut self, deed: Deed) {
        match deed {
            Deed::Keys => (self.ui.overlay, self.ui.keys_from) = (Some(Overlay::Keys), 0),
            Deed::FloorScreen => self.ui.open(Screen::Floor),
            Deed::ItemsScreen => self.ui.open(Screen::Items),
            Deed::DelegationScreen => self.ui.open(Screen::Delegation),
            Deed::FiguresScreen => self.ui.open(Screen::Figures),
            Deed::LogScreen => self.ui.open(Screen::Log),
            Deed::OutstandingScreen => self.ui.open(Screen::Outstanding),
            Deed::Down => self.select(1),
            Deed::Up => self.select(-1),
            Deed::Panel => match (self.ui.screen, self.ui.focus) {
                (Screen::Floor, Focus::List) => self.ui.focus = Focus::Items,
                (Screen::Floor, _) => self.ui.focus = Focus::List,
                _ => self.refuse(format!("The list is on the floor's screen; {} goes there", self.key_of(Deed::FloorScreen))),
            },
            Deed::Filter | Deed::Group | Deed::Order if self.ui.screen != Screen::Items => {
                self.refuse(format!("That works on the items' screen; {} goes there", self.key_of(Deed::ItemsScreen)));
            }
            Deed::Filter => self.line = Some(Line::filter(self.ui.board.filter())),
            Deed::Group => {
                let next = self.ui.board.grouping().next();
                self.ui.board.group(next, &self.player.state());
                self.say(format!("by {}", next.name()));
            }
            Deed::Order => {
                let next = self.ui.board.sorting().next();
                self.ui.board.sort(next, &self.player.state());
                self.say(next.says());
            }
            other => self.refuse(format!("Not while a recording is played: {}", other.does())),
        }
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
        let line = self.prompt();
        if line.is_some() || matches!(self.ui.overlay, Some(Overlay::Prompt(_))) {
            self.ui.overlay = line;
        }
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
