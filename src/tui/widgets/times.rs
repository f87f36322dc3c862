//! How times are written on a screen: one place for every clock, so that two of them never differ.

use crate::review::Ms;
use crate::tui::scene::WallTime;

/// What is left, rounded up to a second: `0:27`. Overtime is rounded down and begins after one whole second of it: `+0:12` (case ON-20).
pub fn countdown(left: Ms) -> String {
    if left > Ms::seconds(-1) { minutes(left.0.max(0).saturating_add(999) / 1000) } else { overtime(left) }
}

/// What was used, rounded down to a second: `0:54`.
pub fn count_up(used: Ms) -> String {
    minutes(used.0.max(0) / 1000)
}

/// How far beyond the end: `+0:12`.
pub fn overtime(left: Ms) -> String {
    format!("+{}", minutes(left.0.min(0).saturating_neg() / 1000))
}

/// Whether a clock with this much left shows overtime.
pub fn is_over(left: Ms) -> bool {
    left <= Ms::seconds(-1)
}

/// A time of day, seconds included: `15:47:12`.
pub fn to_the_second(time: WallTime) -> String {
    format!("{:02}:{:02}:{:02}", time.hour, time.minute, time.second)
}

/// A time of day: `15:47`.
pub fn to_the_minute(time: WallTime) -> String {
    format!("{:02}:{:02}", time.hour, time.minute)
}

/// How the meeting stands to its plan, in whole minutes: `4 min behind`, `on time`, `2 min ahead`; beyond 99 of them `10 h 37 behind`.
pub fn behind(by: Ms) -> String {
    let minutes = by.0 / 60_000;
    let way = if minutes > 0 { "behind" } else { "ahead" };
    match minutes.unsigned_abs() {
        0 => "on time".to_owned(),
        few @ 1..=99 => format!("{few} min {way}"),
        many => format!("{} h {:02} {way}", many / 60, many % 60),
    }
}

/// Minutes are not rolled over into hours: a pool of 140 minutes is `140:00`, as the room says it.
fn minutes(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countdowns_round_up_and_overtime_begins_after_a_second_of_it() {
        for (left, shown) in [
            (8_400_000, "140:00"),
            (81_000, "1:21"),
            (59_999, "1:00"),
            (59_000, "0:59"),
            (1_500, "0:02"),
            (300, "0:01"),
            (1, "0:01"),
            (0, "0:00"),
            (-1, "0:00"),
            (-300, "0:00"),
            (-999, "0:00"),
            (-1_000, "+0:01"),
            (-12_999, "+0:12"),
            (-60_000, "+1:00"),
        ] {
            assert_eq!(countdown(Ms(left)), shown, "{left} ms left");
            assert_eq!(is_over(Ms(left)), shown.starts_with('+'), "{left} ms left");
        }
        assert_eq!(countdown(Ms(i64::MAX)).len(), countdown(Ms(i64::MAX - 1)).len());
        assert!(countdown(Ms(i64::MIN)).starts_with('+'));
    }

    #[test]
    fn counting_up_rounds_down() {
        for (used, shown) in
            [(0, "0:00"), (300, "0:00"), (999, "0:00"), (1_000, "0:01"), (59_999, "0:59"), (4_200_000, "70:00"), (-5, "0:00")]
        {
            assert_eq!(count_up(Ms(used)), shown, "{used} ms used");
        }
    }

    #[test]
    fn the_plan_is_compared_in_whole_minutes() {
        for (by, shown) in [
            (0, "on time"),
            (59_999, "on time"),
            (-59_999, "on time"),
            (240_000, "4 min behind"),
            (-120_000, "2 min ahead"),
            (99 * 60_000, "99 min behind"),
            (100 * 60_000, "1 h 40 behind"),
            (637 * 60_000, "10 h 37 behind"),
            (-125 * 60_000, "2 h 05 ahead"),
        ] {
            assert_eq!(behind(Ms(by)), shown, "{by} ms behind");
        }
    }

    #[test]
    fn times_of_day_have_two_digits_each() {
        let time = WallTime { hour: 9, minute: 5, second: 0 };
        assert_eq!((to_the_second(time), to_the_minute(time)), ("09:05:00".to_owned(), "09:05".to_owned()));
    }
}
