//! The deck: where the eye is in a recording, and what a key does to the player.

use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use jiff::tz::TimeZone;

use super::line::Line;
use crate::dialogue::{Record, State};
use crate::replay::{Mark, Player, Position, Stop, Telling};
use crate::review::Ms;
use crate::tui::keymap::{Deed, Group, Keymap};
use crate::tui::scene::{Hint, WallTime};
use crate::tui::ui::{Message, Overlay, Screen, Ui};
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
    /// The next digit is a tenth of the meeting.
    tenth: bool,
    /// The open line.
    pub(super) line: Option<Line>,
    /// What was looked for last.
    pub(super) sought: String,
    /// Where a passage begins whose end is still to come.
    from: Option<Ms>,
}

impl Deck {
    /// A deck with a recording on it.
    pub fn new(player: Player, keymap: Keymap) -> Deck {
        let zone = wall::zone_named(&player.recording().review().time_zone);
        let (ui, message, line, sought) = (Ui::default(), None, None, String::new());
        Deck { player, ui, message, keymap, zone, tenth: false, line, sought, from: None }
    }

    /// The time of day at a moment.
    pub fn wall(&self, moment: Ms) -> WallTime {
        wall::time_of_utc(self.player.recording().utc_of(moment), &self.zone)
    }

    /// The records that had been made where one is.
    pub fn records(&self) -> &[Arc<Record>] {
        let all = self.player.recording().records();
        let until = match self.player.telling() {
            Telling::AsSeen => self.player.position().after.saturating_add(1),
            Telling::Corrected => all.partition_point(|record| record.at <= self.player.position().moment),
        };
        all.get(..until.min(all.len())).unwrap_or_default()
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
        if std::mem::take(&mut self.tenth) {
            self.tenth_key(key);
            return true;
        }
        let deed = self.keymap.replay_deed(key);
        if self.ui.overlay.take().is_some() {
            let by = match key.code {
                KeyCode::Down => 1,
                KeyCode::Up => -1,
                _ => 0,
            };
            if by != 0 {
                (self.ui.overlay, self.ui.keys_from) =
                    (Some(Overlay::Keys), self.ui.keys_from.saturating_add_signed(by).min(Deed::ALL.len()));
            }
            if by != 0 || deed == Some(Deed::Keys) || matches!(key.code, KeyCode::Esc | KeyCode::Enter) {
                return true;
            }
        }
        match deed {
            Some(deed) => self.act(deed),
            None if key.code == KeyCode::Esc => self.from = None,
            None => {
                let known = self.keymap.keys(Deed::Keys).next().map(|chord| chord.to_string()).unwrap_or_default();
                self.refuse(format!("That key means nothing here; {known} shows those that do"));
            }
        }
        true
    }

    fn act(&mut self, deed: Deed) {
        match deed {
            Deed::Play => self.player.play_or_pause(),
            Deed::SecondOn => self.player.skip(Ms::seconds(1)),
            Deed::SecondBack => self.player.skip(Ms::seconds(-1)),
            Deed::MinuteOn => self.player.skip(Ms::seconds(60)),
            Deed::MinuteBack => self.player.skip(Ms::seconds(-60)),
            Deed::RecordOn => self.player.step(1),
            Deed::RecordBack => self.player.step(-1),
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
                self.tenth = true;
                self.say("A digit: 0 to 9 tenths of the meeting; Esc stays here");
            }
            Deed::GoTo => self.line = Some(Line::go_to()),
            Deed::Search => self.line = Some(Line::search()),
            Deed::HitOn => self.hit(false),
            Deed::HitBack => self.hit(true),
            Deed::Silence => {
                let passed_over = self.player.toggle_silence();
                self.say(if passed_over { "Silence is passed over" } else { "Silence is played" });
            }
            Deed::StopAt => self.stop_at(),
            Deed::Repeat => self.repeat(),
            Deed::TakenBack => self.tell(),
            Deed::Keys => (self.ui.overlay, self.ui.keys_from) = (Some(Overlay::Keys), 0),
            Deed::FloorScreen => self.ui.screen = Screen::Floor,
            Deed::ItemsScreen => self.ui.screen = Screen::Items,
            Deed::DelegationScreen => self.ui.screen = Screen::Delegation,
            Deed::FiguresScreen => self.ui.screen = Screen::Figures,
            Deed::LogScreen => self.ui.screen = Screen::Log,
            other => self.refuse(format!("Not while a recording is played: {}", other.does())),
        }
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

    fn tenth_key(&mut self, key: &KeyEvent) {
        match key.code {
            KeyCode::Char(c) if c.is_ascii_digit() => {
                let tenths = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).unwrap_or_default();
                self.player.tenth(tenths);
            }
            KeyCode::Esc => {}
            _ => self.refuse("That was no digit: nothing has moved"),
        }
    }

    fn stop_at(&mut self) {
        let (stop, says) = match self.player.stop {
            Stop::Never => (Stop::At(Mark::Turn), "Stops at every turn"),
            Stop::At(Mark::Turn) => (Stop::At(Mark::Order), "Stops at every point of order"),
            Stop::At(Mark::Order) => (Stop::At(Mark::Item), "Stops at every item"),
            Stop::At(Mark::Item) => (Stop::Never, "Stops nowhere"),
        };
        self.player.stop = stop;
        self.say(says);
    }

    /// The first press is where a passage begins, the second where it ends, the third lets it go.
    fn repeat(&mut self) {
        let here = self.player.position().moment;
        let key = self.keymap.keys(Deed::Repeat).next().map(|chord| chord.to_string()).unwrap_or_default();
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
    pub(super) fn hit(&mut self, backwards: bool) {
        if self.sought.is_empty() {
            let key = self.keymap.keys(Deed::Search).next().map(|chord| chord.to_string()).unwrap_or_default();
            return self.refuse(format!("Nothing has been looked for yet; {key} begins"));
        }
        let review = self.player.state().review;
        match self.player.track().find(&self.sought, self.player.position(), backwards, &review) {
            Some(hit) => self.go_to_hit(hit),
            None => self.refuse(format!("\"{}\" is in no name, item or note", self.sought)),
        }
    }

    pub(super) fn go_to_hit(&mut self, hit: Position) {
        self.player.seek(hit);
        let step = hit.after.checked_sub(1).and_then(|at| self.player.track().steps().get(at));
        let command = step.map(|step| step.record.command.to_string()).unwrap_or_default();
        self.say(format!("\"{}\": record {} {command}", self.sought, self.player.newest()));
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), refused: false });
    }

    pub(super) fn refuse(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), refused: true });
    }

    /// The keys of the player, and what each does.
    pub(super) fn hints(&self) -> Vec<Hint> {
        let shared =
            [Deed::FloorScreen, Deed::ItemsScreen, Deed::DelegationScreen, Deed::FiguresScreen, Deed::LogScreen, Deed::Keys, Deed::Quit];
        let own = Deed::ALL.iter().copied().filter(|deed| deed.group() == Group::Replay);
        own.chain(shared)
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

    /// What is set otherwise than usual, in a few words.
    pub(super) fn settings(&self) -> String {
        let mut set = Vec::new();
        if self.player.telling() == Telling::AsSeen {
            set.push("as seen then");
        }
        if self.player.passes_over_silence() {
            set.push("without silence");
        }
        match self.player.stop {
            Stop::Never => {}
            Stop::At(Mark::Turn) => set.push("stops at turns"),
            Stop::At(Mark::Order) => set.push("stops at points of order"),
            Stop::At(Mark::Item) => set.push("stops at items"),
        }
        if self.player.passage().is_some() {
            set.push("passage again");
        }
        set.join(" · ")
    }
}

fn name(mark: Mark) -> &'static str {
    match mark {
        Mark::Turn => "turn",
        Mark::Order => "point of order",
        Mark::Item => "item",
    }
}
