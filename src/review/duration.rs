//! Milliseconds, and how a length of time is written: `1:17`, `1:02:03`, `90s`, `1m30s`.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

/// A span or a moment of session time, in whole milliseconds. A moment counts from the session's first record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ms(pub i64);

impl Ms {
    /// No time at all; as a moment, the session's first record.
    pub const ZERO: Ms = Ms(0);

    /// `n` whole seconds.
    pub const fn seconds(n: i64) -> Ms {
        Ms(n.saturating_mul(1000))
    }

    /// Down to a whole second, as a division of time is rounded.
    pub fn whole_seconds(self) -> Ms {
        Ms(self.0.div_euclid(1000).saturating_mul(1000))
    }
}

impl Add for Ms {
    type Output = Ms;
    fn add(self, other: Ms) -> Ms {
        Ms(self.0.saturating_add(other.0))
    }
}

impl Sub for Ms {
    type Output = Ms;
    fn sub(self, other: Ms) -> Ms {
        Ms(self.0.saturating_sub(other.0))
    }
}

impl Neg for Ms {
    type Output = Ms;
    fn neg(self) -> Ms {
        Ms(self.0.saturating_neg())
    }
}

impl Mul<i64> for Ms {
    type Output = Ms;
    fn mul(self, times: i64) -> Ms {
        Ms(self.0.saturating_mul(times))
    }
}

impl AddAssign for Ms {
    fn add_assign(&mut self, other: Ms) {
        *self = *self + other;
    }
}

impl SubAssign for Ms {
    fn sub_assign(&mut self, other: Ms) {
        *self = *self - other;
    }
}

impl Sum for Ms {
    fn sum<I: Iterator<Item = Ms>>(spans: I) -> Ms {
        spans.fold(Ms::ZERO, Add::add)
    }
}

/// The exact length in the shortest form that [`parse`] reads back: `1:21`, `0.5s`, `-0:30`.
impl fmt::Display for Ms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let ms = self.0.unsigned_abs();
        let (seconds, rest) = (ms / 1000, ms % 1000);
        if rest != 0 {
            let fraction = format!("{rest:03}");
            return write!(f, "{sign}{seconds}.{}s", fraction.trim_end_matches('0'));
        }
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours > 0 { write!(f, "{sign}{hours}:{minutes:02}:{seconds:02}") } else { write!(f, "{sign}{minutes}:{seconds:02}") }
    }
}

/// Reads a length of time. A bare number is refused, since minutes and seconds would both be a guess.
///
/// # Errors
/// A sentence that names what was read and what to write instead.
pub fn parse(text: &str) -> Result<Ms, String> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let ms = if unsigned.contains(':') { clock(unsigned) } else { units(unsigned) };
    let ms = ms.ok_or_else(|| complaint(text, unsigned))?;
    Ok(if text.starts_with('-') { -ms } else { ms })
}

fn complaint(text: &str, unsigned: &str) -> String {
    if !unsigned.is_empty() && unsigned.bytes().all(|b| b.is_ascii_digit()) {
        format!("{unsigned} what? write {unsigned}s or {unsigned}m")
    } else {
        format!("\"{text}\" is not a length of time; write 1:30, 90s, 2m, 1m30s or 1h")
    }
}

/// `m:ss` or `h:mm:ss`, the seconds and inner minutes always with two digits.
fn clock(text: &str) -> Option<Ms> {
    let mut parts = text.split(':');
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    if first.is_empty() || rest.is_empty() || rest.len() > 2 {
        return None;
    }
    let mut total = digits(first)?;
    for part in &rest {
        let value = digits(part)?;
        if part.len() != 2 || value > 59 {
            return None;
        }
        total = total.checked_mul(60)?.checked_add(value)?;
    }
    total.checked_mul(1000).map(Ms)
}

/// `1h2m3s` in any part and either case; a last number without a unit takes the next smaller one (`1m30`); seconds may have decimals.
fn units(text: &str) -> Option<Ms> {
    let mut total: i64 = 0;
    let mut rest = text;
    let mut smaller_than = i64::MAX;
    let mut next_unit = None;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(end)?;
        let (unit, after) = match after.chars().next() {
            Some('h' | 'H') => (3_600_000, after.get(1..)?),
            Some('m' | 'M') => (60_000, after.get(1..)?),
            Some('s' | 'S') => (1000, after.get(1..)?),
            None => (next_unit?, after),
            Some(_) => return None,
        };
        if unit >= smaller_than {
            return None;
        }
        total = total.checked_add(part(number, unit)?)?;
        smaller_than = unit;
        next_unit = (unit > 1000).then_some(unit / 60);
        rest = after;
    }
    (smaller_than != i64::MAX).then_some(Ms(total))
}

fn part(number: &str, unit: i64) -> Option<i64> {
    let Some((whole, fraction)) = number.split_once('.') else {
        return digits(number)?.checked_mul(unit);
    };
    if unit != 1000 || fraction.is_empty() || fraction.len() > 3 {
        return None;
    }
    let thousandths = digits(fraction)?.checked_mul(10_i64.checked_pow(3 - u32::try_from(fraction.len()).ok()?)?)?;
    digits(whole)?.checked_mul(1000)?.checked_add(thousandths)
}

fn digits(text: &str) -> Option<i64> {
    if text.is_empty() || text.len() > 9 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form_of_the_language() {
        for (text, ms) in [
            ("1:17", 77_000),
            ("1:02:03", 3_723_000),
            ("90s", 90_000),
            ("2m", 120_000),
            ("1m30s", 90_000),
            ("1h", 3_600_000),
            ("0.5s", 500),
            ("0s", 0),
            ("-30s", -30_000),
            ("+1:30", 90_000),
            ("1m2", 62_000),
            ("1h2", 3_720_000),
            ("12h30", 45_000_000),
            ("90M", 5_400_000),
            ("70:00", 4_200_000),
        ] {
            assert_eq!(parse(text), Ok(Ms(ms)), "{text}");
        }
    }

    #[test]
    fn refuses_what_could_be_read_in_two_ways() {
        for text in ["30", "", "1.2", "0:1", ":10", "10:", "1:75", "2:2:2", "1s2m", "-", "1:2:3:4", "99999999999s", "1x", "1m2m"] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert_eq!(parse("30"), Err("30 what? write 30s or 30m".to_owned()));
    }

    #[test]
    fn what_is_printed_is_read_back() {
        for ms in [0, 500, 1000, 77_000, 3_723_000, -27_000, 61_250, 4_200_000] {
            assert_eq!(parse(&Ms(ms).to_string()), Ok(Ms(ms)));
        }
    }
}
