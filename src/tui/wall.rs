//! Times of day, in the zone of the place where the meeting is held.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::scene::WallTime;
use crate::review::Ms;
use crate::session::Session;

/// Where hosts keep their zones.
const ZONES: &str = "/usr/share/zoneinfo";

/// The place's zone; UTC where the review names one that this host does not know.
pub(super) fn zone(session: &Session) -> TimeZone {
    zone_named(&session.state().review.time_zone)
}

/// The zone of that name; UTC where this host does not know it.
pub(super) fn zone_named(name: &str) -> TimeZone {
    one_of_the_host(name).or_else(|| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC)
}

/// The zone out of its own file: to look it up by name, all zones of the host are listed first, which is felt at the first frame.
fn one_of_the_host(name: &str) -> Option<TimeZone> {
    let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "/_+-".contains(c)) && !name.starts_with('/');
    let file = is_plain.then(|| std::fs::read(format!("{ZONES}/{name}")).ok())??;
    TimeZone::tzif(name, &file).ok()
}

/// The time of day at a moment of a session.
pub(super) fn time(session: &Session, zone: &TimeZone, moment: Ms) -> WallTime {
    time_of_utc(session.utc_of(moment), zone)
}

/// The time of day at a UTC in milliseconds since 1970.
pub(super) fn time_of_utc(utc_ms: i64, zone: &TimeZone) -> WallTime {
    let at = Timestamp::from_millisecond(utc_ms).unwrap_or_default();
    let local = zone.to_datetime(at);
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    WallTime { hour: part(local.hour()), minute: part(local.minute()), second: part(local.second()) }
}
