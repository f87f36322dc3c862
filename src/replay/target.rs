//! Where one wants to go, as it is written: a moment, a part of the meeting, a record, a turn, an item, a delegation.

use super::course::Mark;
use super::player::Player;
use super::recording::Recording;
use super::track::{Position, Step};
use crate::dialogue::{Event, ItemNo, Seq, TurnNo};
use crate::review::names::Fits;
use crate::review::{Code, Ms, duration};

/// Makes times of day out of moments: the second of the day, from 0.
pub type Wall<'a> = &'a dyn Fn(Ms) -> u32;

const DAY: i64 = 86_400;

/// The moment that is meant: a session time (`1:02:03`, `90s`), or a time of day (`15:47:12`, `15:47`) that the recording has.
///
/// What could be both is a session time, unless its hour has two digits and it names the seconds.
///
/// # Errors
/// A sentence that says what can be written.
pub fn moment(written: &str, recording: &Recording, wall: Wall<'_>) -> Result<Ms, String> {
    let written = written.trim();
    let end = recording.end();
    let since_start = duration::parse(written).ok().filter(|moment| (Ms::ZERO..=end).contains(moment));
    let by_day = second_of_day(written).and_then(|second| at_time_of_day(second, end, wall));
    let is_full_time_of_day = written.len() == "15:47:12".len() && written.matches(':').count() == 2;
    let found = if is_full_time_of_day { by_day.or(since_start) } else { since_start.or(by_day) };
    found.ok_or_else(|| {
        let (first, last) = (time_of_day(wall(Ms::ZERO)), time_of_day(wall(end)));
        let length = clock(end);
        format!("The recording has no \"{written}\": it goes from 0:00:00 to {length}, which is {first} to {last} by the time of day. Write one of these, as in 0:12:30 or {last}")
    })
}

/// The position that is meant: a [`moment`]; `50%` of the meeting; `record 412`; `turn 37`; an item by its number, `38` or `item 38`; or a
/// delegation, whose next turn it is, or where there is none, its first.
///
/// # Errors
/// A sentence that says what can be written, or what the recording has not.
pub fn position(written: &str, player: &Player, wall: Wall<'_>) -> Result<Position, String> {
    let written = written.trim();
    let track = player.track();
    if written.is_empty() {
        return Err("Where to? A time, as 15:47:12 or 0:12:30; a delegation; an item's number; turn 37; record 412; 50%".to_owned());
    }
    if let Some(percent) = written.strip_suffix('%').map(str::trim) {
        let percent = percent.parse::<i64>().ok().filter(|percent| (0..=100).contains(percent));
        let percent = percent.ok_or_else(|| format!("\"{written}\" is no part of the meeting; write 0% to 100%"))?;
        return Ok(track.at(track.part(percent, 100)));
    }
    let (word, number) = written.rsplit_once(' ').unwrap_or(("item", written));
    if let Ok(number) = number.parse::<u32>() {
        let found = match word.trim() {
            "record" => return recorded(number, player),
            "turn" => first(player, |event| matches!(event, Event::TookFloor(taking) if taking.turn == TurnNo(number))),
            "item" => first(player, |event| is_item(event, ItemNo(number))),
            _ => None,
        };
        return found.ok_or_else(|| format!("The recording has no {} {number}", word.trim()));
    }
    if written.starts_with(|c: char| c.is_ascii_digit()) {
        return moment(written, player.recording(), wall).map(|moment| track.at(moment));
    }
    let review = track.review();
    match review.find(written) {
        Fits::One(code) => turn_of(code, player).ok_or_else(|| format!("{} never has the floor", review.name_of(code))),
        Fits::Several(codes) => Err(format!("\"{written}\" could be {}", review.names(&codes))),
        Fits::None => Err(format!(
            "\"{written}\" is neither a time, as 15:47:12 or 0:12:30, nor a delegation, an item's number, turn 37, record 412 or 50%"
        )),
    }
}

fn recorded(number: u32, player: &Player) -> Result<Position, String> {
    let track = player.track();
    if number == 1 {
        return Ok(Position::default());
    }
    let at = track.steps().iter().position(|step| step.slot.seq == Seq(number));
    let newest = player.recording().records().len();
    at.map(|at| track.after(at + 1)).ok_or_else(|| {
        if usize::try_from(number).is_ok_and(|number| (1..=newest).contains(&number)) {
            format!("Record {number} was taken back or only corrects another; it is shown where what was taken back is")
        } else {
            format!("The recording has no record {number}; the last is {newest}")
        }
    })
}

fn first(player: &Player, fits: impl Fn(&Event) -> bool) -> Option<Position> {
    let at = player.track().steps().iter().position(|step| step.facts().iter().any(&fits))?;
    Some(player.track().after(at + 1))
}

fn is_item(event: &Event, number: ItemNo) -> bool {
    match event {
        Event::Logged(logging) => logging.item == number,
        Event::AskedBefore(loggings) => loggings.iter().any(|logging| logging.item == number),
        Event::Split { item, .. } => *item == number,
        _ => false,
    }
}

/// The next turn of a delegation, else its first.
fn turn_of(code: Code, player: &Player) -> Option<Position> {
    let (track, here) = (player.track(), player.position());
    let takes =
        |step: &Step| step.facts().iter().any(|event| matches!(event, Event::TookFloor(taking) if taking.delegations.contains(&code)));
    let turns = track.course.marks(Mark::Turn).iter().filter(|turn| track.steps().get(turn.after - 1).is_some_and(takes));
    let mut turns = turns.copied().peekable();
    let first = turns.peek().copied();
    turns.find(|turn| turn.after > here.after).or(first)
}

/// `15:47:12` or `15:47`.
fn second_of_day(written: &str) -> Option<u32> {
    let mut parts =
        written.split(':').map(|part| part.parse::<u32>().ok().filter(|_| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())));
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().map_or(Some(0), |second| second)?;
    (parts.next().is_none() && hour < 24 && minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)
}

/// The first moment of the recording at which the clock in the room shows that second.
fn at_time_of_day(wanted: u32, end: Ms, wall: Wall<'_>) -> Option<Ms> {
    let shown = |moment: Ms| i64::from(wall(moment));
    let mut moment = Ms::seconds((i64::from(wanted) - shown(Ms::ZERO)).rem_euclid(DAY));
    // A clock that was put right on the way, or the hour of summer, moves it.
    let off = (i64::from(wanted) - shown(moment) + DAY / 2).rem_euclid(DAY) - DAY / 2;
    moment += Ms::seconds(off);
    if moment > end || moment < Ms::ZERO {
        return None;
    }
    // The session began somewhere within a second: this is where the one that is wanted begins.
    let back = (0..1000).rev().map(Ms).find(|back| *back <= moment && shown(moment - *back) == i64::from(wanted));
    back.map(|back| moment - back)
}

/// A second of the day as a clock shows it.
pub(super) fn time_of_day(second: u32) -> String {
    format!("{:02}:{:02}:{:02}", second / 3600 % 24, second / 60 % 60, second % 60)
}

/// A session time with its hours.
pub(super) fn clock(moment: Ms) -> String {
    let seconds = moment.0.max(0) / 1000;
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
