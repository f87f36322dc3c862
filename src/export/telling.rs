//! A session at the moment of its export, and how names, times and lengths are written then.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::dialogue::{Dialogue, State, Text};
use crate::review::{Code, Ms};
use crate::session::Session;
use crate::session::journal::{Head, Journal};

/// A session that is told of as it stands at a moment.
pub struct Telling<'a> {
    /// What is true then.
    pub(super) state: &'a State,
    /// When, in session time.
    pub(super) now: Ms,
    /// The records that it came out of.
    pub(super) dialogue: &'a Dialogue,
    /// What stands for all of them.
    pub(super) head: Head,
    /// Why the session can only be read, if so: what is told may be less than all.
    pub(super) read_only: Option<String>,
    /// UTC at a moment, in milliseconds since 1970.
    utc_of: Box<dyn Fn(Ms) -> i64 + 'a>,
    zone: TimeZone,
}

impl<'a> Telling<'a> {
    /// An open session now. What time alone brings about must have been [brought about](Session::advance).
    pub fn of<J: Journal>(session: &'a Session<J>) -> Telling<'a> {
        let state = session.state();
        Telling {
            state,
            now: session.now(),
            dialogue: session.dialogue(),
            head: session.head(),
            read_only: session.health().read_only,
            utc_of: Box::new(|moment| session.utc_of(moment)),
            zone: TimeZone::get(&state.review.time_zone).unwrap_or(TimeZone::UTC),
        }
    }

    /// A moment as date and time of day at the meeting's place, to the millisecond: `2025-01-23T09:00:30.250+01:00`.
    pub(super) fn local(&self, moment: Ms) -> String {
        self.at(moment, "%Y-%m-%dT%H:%M:%S%.3f%:z")
    }

    /// A moment in the form that is asked for.
    pub(super) fn at(&self, moment: Ms, form: &str) -> String {
        let at = Timestamp::from_millisecond((self.utc_of)(moment)).unwrap_or_default();
        at.to_zoned_datetime(self.zone.clone()).strftime(form).to_string()
    }

    /// Names as a cell has them.
    pub(super) fn names(&self, codes: &[Code]) -> String {
        joined(codes.iter().map(|code| self.state.review.name_of(*code)))
    }

    /// The office of an official; nobody's is empty.
    pub(super) fn office(&self, id: Option<&str>) -> String {
        id.map_or(String::new(), |id| self.state.official(id).map_or(id, |official| &*official.office).to_owned())
    }
}

/// Several things in one cell.
pub(super) fn joined<T: ToString>(things: impl IntoIterator<Item = T>) -> String {
    things.into_iter().map(|thing| thing.to_string()).collect::<Vec<_>>().join("; ")
}

/// What may be absent is an empty cell then.
pub(super) fn or_empty<T: ToString>(thing: Option<T>) -> String {
    thing.map_or(String::new(), |thing| thing.to_string())
}

/// A text that may be absent.
pub(super) fn text(text: Option<&Text>) -> String {
    text.map_or(String::new(), |text| text.to_string())
}

/// The language's word for one of its values.
pub(super) fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A length as spreadsheets read one, rounded down to a second: `0:01:17`.
pub(super) fn length(span: Ms) -> String {
    let (sign, seconds) = (if span < Ms::ZERO { "-" } else { "" }, span.0.unsigned_abs() / 1000);
    format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A length as a meeting says it, rounded down to a second: `1:17`, and `140:00` for a pool.
pub(super) fn minutes(span: Ms) -> String {
    let (sign, seconds) = (if span <= Ms(-1000) { "-" } else { "" }, span.0.unsigned_abs() / 1000);
    format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
}
