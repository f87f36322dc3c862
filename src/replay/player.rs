//! The player: where it is in a recording, whether it plays, how fast, and what it passes over or stops at.

use std::collections::BTreeSet;
use std::time::Duration;

use super::course::Mark;
use super::recording::{Recording, Telling};
use super::speed::Speed;
use super::track::{Position, Track};
use crate::dialogue::{Seq, State};
use crate::review::Ms;

/// Time without a record that is played before silence is passed over.
const PATIENCE: Ms = Ms(2_000);

/// Plays a recording. It is told how much time has passed, and knows no other.
#[derive(Debug, Clone)]
pub struct Player {
    recording: Recording,
    telling: Telling,
    position: Position,
    plays: bool,
    /// How fast.
    pub speed: Speed,
    /// So much time without a record is played before the rest of it is passed over; absent: all of it is played.
    silence: Option<Ms>,
    patience: Ms,
    /// At what it stops by itself, beside the end.
    stops: BTreeSet<Mark>,
    /// The passage that is played again and again.
    passage: Option<(Ms, Ms)>,
    /// Millionths of a second of the meeting that have passed and do not make a whole thousandth yet.
    rest: i64,
}

impl Player {
    /// At the beginning of a recording, standing.
    pub fn new(recording: Recording, telling: Telling) -> Player {
        let (position, speed) = (recording.track(telling).at(Ms::ZERO), Speed::ONE);
        let (silence, patience, stops, passage) = (None, PATIENCE, BTreeSet::new(), None);
        Player { recording, telling, position, plays: false, speed, silence, patience, stops, passage, rest: 0 }
    }

    /// What is played.
    pub fn recording(&self) -> &Recording {
        &self.recording
    }

    /// How it is told.
    pub fn telling(&self) -> Telling {
        self.telling
    }

    /// The steps that are played.
    pub fn track(&self) -> &Track {
        self.recording.track(self.telling)
    }

    /// Where one is.
    pub fn position(&self) -> Position {
        self.position
    }

    /// What is true there.
    pub fn state(&self) -> State {
        self.track().state(self.position)
    }

    /// Whether it plays.
    pub fn plays(&self) -> bool {
        self.plays
    }

    /// Whether nothing comes any more.
    pub fn is_at_end(&self) -> bool {
        self.position == self.track().last()
    }

    /// Plays, from the start where it stands at the end; or stands.
    pub fn play_or_pause(&mut self) {
        self.plays = !self.plays;
        self.rest = 0;
        if self.plays && self.is_at_end() {
            self.position = self.track().at(Ms::ZERO);
        }
    }

    /// Plays from here on.
    pub fn play(&mut self) {
        if !self.plays {
            self.play_or_pause();
        }
    }

    /// Goes to a position. Whether it plays stays as it is, except at the end, where nothing is left to play.
    pub fn seek(&mut self, to: Position) {
        self.position = to;
        self.rest = 0;
        self.plays &= !self.is_at_end();
        // Whoever leaves a passage wants to be elsewhere.
        self.passage = self.passage.filter(|(from, until)| (*from..=*until).contains(&to.moment));
    }

    /// Goes so much further, or back.
    pub fn skip(&mut self, by: Ms) {
        self.seek(self.track().at(self.position.moment + by));
    }

    /// Goes so many records further, or back.
    pub fn step(&mut self, by: isize) {
        let here = self.position.after;
        let to = here.saturating_add_signed(by);
        let last = self.track().steps().len();
        self.seek(if to > last || (to == here && by > 0) { self.track().last() } else { self.track().after(to) });
    }

    /// Goes to the next mark of a sort; whether there is one.
    pub fn next(&mut self, mark: Mark) -> bool {
        let to = self.track().course.next(mark, self.position);
        to.inspect(|to| self.seek(*to)).is_some()
    }

    /// Goes to the beginning of what is under way, or where it has only just begun, to what was before it; whether there is such a thing.
    pub fn previous(&mut self, mark: Mark) -> bool {
        // While it plays, one second goes by before a second press.
        let from = match (self.plays, self.track().course.previous(mark, self.position)) {
            (true, Some(begun)) if self.speed.takes(self.position.moment - begun.moment) < Duration::from_secs(1) => begun,
            _ => self.position,
        };
        let to = self.track().course.previous(mark, from);
        to.inspect(|to| self.seek(*to)).is_some()
    }

    /// Goes to so many tenths of the meeting.
    pub fn tenth(&mut self, tenths: u8) {
        self.seek(self.track().at(self.track().part(i64::from(tenths), 10)));
    }

    /// Goes so many tenths of the meeting further, or back.
    pub fn tenths(&mut self, by: i64) {
        let track = self.track();
        self.skip(track.part(by, 10) - track.part(0, 10));
    }

    /// Tells the meeting in the other way, at the same moment.
    pub fn tell(&mut self, telling: Telling) {
        let plays = self.plays;
        self.telling = telling;
        self.position = self.track().at(self.position.moment);
        self.plays = plays;
    }

    /// How much silence is played before the rest is passed over.
    pub fn set_patience(&mut self, patience: Ms) {
        self.patience = patience;
    }

    /// Passes over silence, or plays it; whether it passes over it now.
    pub fn toggle_silence(&mut self) -> bool {
        self.silence = if self.silence.is_some() { None } else { Some(self.patience) };
        self.silence.is_some()
    }

    /// Whether silence is passed over.
    pub fn passes_over_silence(&self) -> bool {
        self.silence.is_some()
    }

    /// Stops wherever such a thing begins, or no longer; whether it does now.
    pub fn toggle_stop(&mut self, mark: Mark) -> bool {
        !self.stops.remove(&mark) && self.stops.insert(mark)
    }

    /// Stops only at the end.
    pub fn stop_nowhere(&mut self) {
        self.stops.clear();
    }

    /// At what it stops by itself.
    pub fn stops(&self) -> impl Iterator<Item = Mark> {
        self.stops.iter().copied()
    }

    /// The passage that is played again and again.
    pub fn passage(&self) -> Option<(Ms, Ms)> {
        self.passage
    }

    /// Plays a passage again and again; one without length is none.
    pub fn repeat(&mut self, passage: Option<(Ms, Ms)>) {
        self.passage = passage.filter(|(from, until)| from < until);
    }

    /// The number of the newest record here.
    pub fn newest(&self) -> Seq {
        self.track().newest(self.position)
    }

    /// So much time has passed for whoever looks on. Whether anything is another thing now.
    pub fn pass(&mut self, time: Duration) -> bool {
        if !self.plays {
            return false;
        }
        let micros = self.rest.saturating_add(self.speed.played(time));
        let mut left = Ms(micros / 1_000);
        self.rest = micros % 1_000;
        let before = self.position;
        while self.plays {
            let (moment, then) = self.ahead();
            let needed = moment - self.position.moment;
            if needed > left {
                self.position.moment += left;
                break;
            }
            left -= needed;
            self.position.moment = moment;
            self.meet(then);
            if left <= Ms::ZERO && self.ahead().0 > self.position.moment {
                break;
            }
        }
        self.position != before || !self.plays
    }

    /// How long until the player meets something, or until so much of the meeting has been played; absent while it stands.
    pub fn until(&self, changes_after: Ms) -> Option<Duration> {
        let to_next = self.ahead().0 - self.position.moment;
        self.plays.then(|| self.speed.takes(to_next.min(changes_after)))
    }

    /// What is met next, and when.
    fn ahead(&self) -> (Ms, Ahead) {
        let track = self.track();
        let here = self.position.moment;
        let mut ahead = match track.steps().get(self.position.after) {
            Some(step) => (step.at.max(here), Ahead::Step),
            None => (track.end().max(here), Ahead::End),
        };
        // Within a passage everything is heard, however often.
        if let (Some(patience), None) = (self.silence, self.passage) {
            let last = track.after(self.position.after).moment;
            let bored = (last + patience).max(here);
            if bored < ahead.0 {
                ahead = (bored, Ahead::Silence);
            }
        }
        match self.passage {
            Some((from, until)) if until <= ahead.0 && until >= here => (until, Ahead::Again(from)),
            _ => ahead,
        }
    }

    fn meet(&mut self, ahead: Ahead) {
        match ahead {
            Ahead::Step => {
                self.position.after += 1;
                let after = self.position.after;
                let begins = |mark: &Mark| self.track().course.marks(*mark).binary_search_by_key(&after, |mark| mark.after).is_ok();
                if self.stops.iter().any(begins) {
                    self.stand();
                }
            }
            Ahead::Silence => {
                let track = self.track();
                self.position.moment = track.steps().get(self.position.after).map_or(track.end(), |step| step.at);
            }
            Ahead::Again(from) => self.position = self.track().at(from),
            Ahead::End => self.stand(),
        }
    }

    fn stand(&mut self) {
        (self.plays, self.rest) = (false, 0);
    }
}

/// What the player meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ahead {
    /// The next record.
    Step,
    /// Nothing, for longer than one cares to wait.
    Silence,
    /// The end of the passage, which begins at this moment.
    Again(Ms),
    /// The end of the recording.
    End,
}
