//! A moment of the log, looked at: all screens as they were just after a record. Nothing acts there but what changes only what is seen.

use crossterm::event::{KeyCode, KeyEvent};

use super::desk::Desk;
use super::eye::Eye;
use super::screen::opens;
use super::selection::{self, step};
use super::step::Step;
use super::{look, sheet};
use crate::dialogue::Seq;
use crate::tui::keymap::{Deed, Keymap};
use crate::tui::prompts;
use crate::tui::scene::Hint;
use crate::tui::ui::{Focus, Overlay, Past, Purpose, Screen};

/// The answer to every other key.
pub(super) const SAYS: &str = "This is the past: Esc first, which goes back to now";

impl Desk {
    /// Shows what was true just after a record, which is selected from now on; first the floor, then the screen that is open.
    pub(super) fn look_back(&mut self, seq: Seq, eye: &Eye<'_>) {
        let Some(record) = eye.dialogue.record(seq) else { return };
        let state = eye.dialogue.seen_after(seq);
        if self.ui.past.is_none() {
            self.ui.open(Screen::Floor);
        }
        self.ui.record = Some(seq);
        self.ui.past = Some(Box::new(Past { record: seq, at: record.at, says: eye.record_name(record), state }));
        self.follow_board(eye);
    }

    /// Back to the log, at the record that was looked at last. What was selected then is not what is selected now.
    fn look_at_now(&mut self, at: Seq, eye: &Eye<'_>) {
        self.ui.past = None;
        (self.ui.entry, self.ui.item, self.ui.theme, self.ui.official) = (None, None, None, None);
        self.ui.open(Screen::Log);
        self.ui.record = Some(at);
        self.follow_board(eye);
    }

    /// A key while the past is looked at.
    pub(super) fn past_key(&mut self, at: Seq, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        let by_record = matches!(self.ui.screen, Screen::Floor | Screen::Log);
        match (self.keymap.past_deed(key), step(key, &self.keymap)) {
            _ if key.code == KeyCode::Esc => self.look_at_now(at, eye),
            (Some(Deed::PastOn), _) => self.look_further(at, 1, eye),
            (Some(Deed::PastBack), _) => self.look_further(at, -1, eye),
            (_, Some(by)) if by_record => self.look_further(at, by, eye),
            (_, Some(by)) => self.select_then(by, eye),
            (Some(Deed::Quit), _) => return self.act(Deed::Quit, eye),
            (Some(Deed::Keys), _) => (self.ui.overlay, self.ui.keys_from) = (Some(Overlay::Keys), 0),
            (Some(deed), _) => match opens(deed) {
                Some(screen) => {
                    self.ui.open(screen);
                    self.ui.record = Some(at);
                    self.follow_board(eye);
                }
                None => self.show_then(deed, eye),
            },
            (None, None) => self.refuse(SAYS),
        }
        Step::None
    }

    fn look_further(&mut self, from: Seq, by: i32, eye: &Eye<'_>) {
        let newest = i64::from(eye.dialogue.seq().0);
        let to = i64::from(from.0).saturating_add(i64::from(by)).clamp(1, newest.max(1));
        self.look_back(u32::try_from(to).map_or(from, Seq), eye);
    }

    fn select_then(&mut self, by: i32, eye: &Eye<'_>) {
        let Some(past) = self.ui.past.take() else { return };
        match self.ui.screen {
            Screen::Figures | Screen::Outstanding => selection::scroll(&mut self.ui, by, &past.state, past.at),
            _ => selection::select(&mut self.ui, by, &past.state, past.records(eye.dialogue.records())),
        }
        self.ui.past = Some(past);
    }

    /// Which items are shown and in which order, and all of one.
    fn show_then(&mut self, deed: Deed, eye: &Eye<'_>) {
        let ui = &mut self.ui;
        match (deed, ui.screen) {
            (Deed::Detail, Screen::Items | Screen::Delegation) => {
                match sheet::chosen(ui.focus, ui.official.as_ref(), ui.item, &self.keymap) {
                    Ok(about) => self.show_sheet(about, eye),
                    Err(reason) => self.refuse(reason),
                }
            }
            (Deed::Filter, Screen::Items) => self.open(Purpose::Filter(self.ui.board.filter().to_owned()), "", eye),
            (Deed::Filter, Screen::Log) => self.open(Purpose::FilterRecords(self.ui.log.filter().to_owned()), "", eye),
            (Deed::Group | Deed::Order, Screen::Items) => {
                let says = ui.past.as_ref().map(|past| look::arrange(&mut ui.board, deed, &past.state)).unwrap_or_default();
                self.say(says);
            }
            _ => self.refuse(SAYS),
        }
    }

    /// Brings what lies over the past up to date with it, and says what the keys do there.
    pub(super) fn past_again(&mut self, eye: &Eye<'_>) -> Vec<Hint> {
        match &mut self.ui.overlay {
            Some(Overlay::Prompt(prompt)) => prompts::refresh(prompt, &self.drafts, eye),
            Some(Overlay::Question(_)) => self.renew_question(eye),
            Some(Overlay::Sheet(_)) => self.renew_sheet(eye),
            Some(Overlay::Keys | Overlay::Import(_)) | None => {}
        }
        // Lines and questions take all keys.
        if matches!(self.ui.overlay, Some(Overlay::Prompt(_) | Overlay::Question(_))) { Vec::new() } else { self.past_hints() }
    }

    fn past_hints(&self) -> Vec<Hint> {
        let screens = [
            (Deed::FloorScreen, "floor"),
            (Deed::ItemsScreen, "items"),
            (Deed::DelegationScreen, "officials"),
            (Deed::FiguresScreen, "figures"),
            (Deed::LogScreen, "log"),
            (Deed::OutstandingScreen, "outstanding"),
        ];
        let here: &[(Deed, &str)] = match (self.ui.screen, self.ui.focus) {
            (Screen::Floor, _) => &[(Deed::Down, "a record later"), (Deed::Up, "a record earlier")],
            (Screen::Log, _) => &[(Deed::Down, "a record later"), (Deed::Up, "a record earlier"), (Deed::Filter, "filter")],
            (Screen::Figures | Screen::Outstanding, _) => &[(Deed::Down, "further down"), (Deed::Up, "further up")],
            (Screen::Items, Focus::Items) => &[
                (Deed::Down, "select below"),
                (Deed::Up, "select above"),
                (Deed::Detail, "all of it"),
                (Deed::Filter, "filter"),
                (Deed::Group, "headings"),
                (Deed::Order, "order"),
            ],
            _ => &[(Deed::Down, "select below"), (Deed::Up, "select above"), (Deed::Detail, "all of it")],
        };
        let by_record = [(Deed::PastOn, "later"), (Deed::PastBack, "earlier")];
        let last = [(Deed::Keys, "keys"), (Deed::Quit, "leave")];
        let all = by_record.iter().chain(&screens).chain(here).chain(&last);
        all.filter_map(|(deed, does)| hint(&self.keymap, *deed, does)).collect()
    }
}

fn hint(keymap: &Keymap, deed: Deed, does: &str) -> Option<Hint> {
    Some(Hint { key: keymap.keys(deed).next()?.to_string(), does: does.to_owned(), deed })
}
