//! The deck: a recording, where the eye is in it, and the way of a key through it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use jiff::tz::TimeZone;

use super::line::Line;
use crate::dialogue::{Record, State};
use crate::export::Place;
use crate::replay::{Player, Telling};
use crate::review::Ms;
use crate::tui::keymap::{Deed, Keymap};
use crate::tui::scene::WallTime;
use crate::tui::ui::{Message, Overlay, Ui};
use crate::tui::{wake, wall};

/// No more frames a second than the eye can tell apart.
const FRAME: Duration = Duration::from_millis(40);

/// What is played, and what the terminal knows beside it.
pub struct Deck {
    /// The player.
    pub player: Player,
    /// Which screen is open, and what is selected on it.
    pub ui: Ui,
    /// The answer to the last key.
    pub message: Option<Message>,
    pub(super) keymap: Keymap,
    zone: TimeZone,
    /// What the next key completes.
    pub(super) begun: Option<Begun>,
    /// The open line.
    pub(super) line: Option<Line>,
    /// What was looked for last.
    pub(super) sought: String,
    /// Where what is played lies; the exports go beside it.
    pub source: Option<PathBuf>,
    /// The export that is to be written, until [`Deck::write_wanted`] does.
    pub(super) wanted: Option<Place>,
    /// Where a passage begins whose end is still to come.
    pub(super) from: Option<Ms>,
}

/// What takes two keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begun {
    /// The next key is a digit: so many tenths of the meeting.
    Tenth,
    /// The next key leads to what it is to stop at.
    Stop,
}

impl Deck {
    /// A deck with a recording on it.
    pub fn new(player: Player, keymap: Keymap) -> Deck {
        let zone = wall::zone_named(&player.recording().review().time_zone);
        let (ui, message, line, sought) = (Ui::default(), None, None, String::new());
        Deck { player, ui, message, keymap, zone, begun: None, line, sought, source: None, wanted: None, from: None }
    }

    /// The time of day at a moment.
    pub fn wall(&self, moment: Ms) -> WallTime {
        wall::time_of_utc(self.player.recording().utc_of(moment), &self.zone)
    }

    /// How many records had been made where one is.
    pub(super) fn records_until(&self) -> usize {
        let all = self.player.recording().records();
        match self.player.telling() {
            Telling::AsSeen => self.player.position().after.saturating_add(1).min(all.len()),
            Telling::Corrected => all.partition_point(|record| record.at <= self.player.position().moment),
        }
    }

    /// The records that had been made where one is, oldest first.
    pub(super) fn records(&self) -> &[Arc<Record>] {
        self.player.recording().records().get(..self.records_until()).unwrap_or_default()
    }

    /// The second of the day at a moment.
    pub fn second_of_day(&self, moment: Ms) -> u32 {
        let WallTime { hour, minute, second } = self.wall(moment);
        u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second)
    }

    /// So much time has passed. Whether there is anything else to be seen.
    pub fn pass(&mut self, time: Duration) -> bool {
        self.player.pass(time)
    }

    /// How long until there is something else to be seen, if no key is pressed; absent: there never is.
    pub fn changes_after(&self, state: &State) -> Option<Duration> {
        let moment = self.player.position().moment;
        let figures = wake::after(state, moment, self.player.recording().utc_of(moment));
        self.player.until(figures).map(|span| span.max(FRAME))
    }

    /// What a key or a paste does; whether the program goes on.
    pub fn press(&mut self, event: &Event) -> bool {
        match event {
            Event::Key(key) => return self.key(key),
            Event::Paste(text) => self.paste(text),
            _ => {}
        }
        true
    }

    fn key(&mut self, key: &KeyEvent) -> bool {
        // Inside a line a letter is a letter.
        let may_leave = self.line.is_none() || key.modifiers.contains(KeyModifiers::CONTROL);
        if may_leave && self.keymap.deed(key) == Some(Deed::Quit) {
            return false;
        }
        if self.line.is_some() {
            self.line_key(key);
            return true;
        }
        self.message = None;
        let deed = self.keymap.replay_deed(key);
        match self.begun.take() {
            Some(Begun::Tenth) => self.tenth_key(key),
            Some(Begun::Stop) => self.stop_key(key, deed),
            None if self.stays_over(key, deed) => {}
            None => self.free_key(key, deed),
        }
        true
    }

    /// A key while a sheet or the keys are shown: it scrolls or closes them; the keys give way to what else it does.
    fn stays_over(&mut self, key: &KeyEvent, deed: Option<Deed>) -> bool {
        match self.ui.overlay.take() {
            None => return false,
            Some(Overlay::Sheet(sheet)) => return self.over_sheet(sheet, key, deed),
            Some(_) => {}
        }
        let by = match deed {
            Some(Deed::Down) => 1,
            Some(Deed::Up) => -1,
            closes => return closes == Some(Deed::Keys) || matches!(key.code, KeyCode::Esc | KeyCode::Enter),
        };
        let from = self.ui.keys_from.saturating_add_signed(by).min(Deed::ALL.len());
        (self.ui.overlay, self.ui.keys_from) = (Some(Overlay::Keys), from);
        true
    }

    fn free_key(&mut self, key: &KeyEvent, deed: Option<Deed>) {
        match deed {
            Some(deed) => self.act(deed),
            None if key.code == KeyCode::Esc => self.let_go(),
            None => {
                let known = self.key_of(Deed::Keys);
                self.refuse(format!("That key means nothing here; {known} shows those that do"));
            }
        }
    }

    /// The key of a deed as it is written.
    pub(super) fn key_of(&self, deed: Deed) -> String {
        self.keymap.keys(deed).next().map(|chord| chord.to_string()).unwrap_or_default()
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), refused: false });
    }

    pub(super) fn refuse(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), refused: true });
    }
}
