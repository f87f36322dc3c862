//! Times of day, in the zone of the place where the meeting is held.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::scene::WallTime;
use crate::review::Ms;
use crate::session::Session;

/// The place's zone; UTC where the review names one that this host does not know.
pub(super) fn zone(session: &Session) -> TimeZone {
    TimeZone::get(&session.state().review.time_zone).unwrap_or(TimeZone::UTC)
}

/// The time of day at a moment of a session.
pub(super) fn time(session: &Session, zone: &TimeZone, moment: Ms) -> WallTime {
    let at = Timestamp::from_millisecond(session.utc_of(moment)).unwrap_or_default();
    let local = zone.to_datetime(at);
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    WallTime { hour: part(local.hour()), minute: part(local.minute()), second: part(local.second()) }
}
