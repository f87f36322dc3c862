//! How fast a recording is played.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use crate::review::Ms;

/// How many times as fast as the meeting went, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speed(u32);

/// What the keys go through.
const STEPS: [u32; 13] = [100, 200, 500, 1_000, 2_000, 4_000, 10_000, 20_000, 40_000, 100_000, 200_000, 400_000, 1_000_000];

impl Speed {
    /// As fast as the meeting went.
    pub const ONE: Speed = Speed(1_000);

    /// The next faster one of the keys'.
    #[must_use]
    pub fn faster(self) -> Speed {
        Speed(STEPS.into_iter().find(|step| *step > self.0).unwrap_or(self.0))
    }

    /// The next slower one.
    #[must_use]
    pub fn slower(self) -> Speed {
        Speed(STEPS.into_iter().rev().find(|step| *step < self.0).unwrap_or(self.0))
    }

    /// How much of the meeting is played in a time, in millionths of a second.
    pub(super) fn played(self, time: Duration) -> i64 {
        let micros = i64::try_from(time.as_micros()).unwrap_or(i64::MAX);
        micros.saturating_mul(i64::from(self.0)) / 1_000
    }

    /// How long it takes to play so much of the meeting; rounded up, so that it surely has been played then.
    pub fn takes(self, played: Ms) -> Duration {
        let micros = u64::try_from(played.0.max(0)).unwrap_or_default().saturating_mul(1_000_000);
        Duration::from_micros(micros.div_ceil(u64::from(self.0.max(1))))
    }
}

impl FromStr for Speed {
    type Err = String;

    fn from_str(text: &str) -> Result<Speed, String> {
        let number = text.trim().trim_start_matches(['×', 'x']).trim_end_matches(['×', 'x']);
        let times: f64 = number.parse().map_err(|_| format!("\"{text}\" is not a speed; write a number from 0.1 to 1000, as 4 or 0.5"))?;
        if !(0.1..=1000.0).contains(&times) {
            return Err(format!("A speed of {text} is not possible; it goes from 0.1 to 1000"));
        }
        // Between 100 and 1,000,000, so that nothing is lost.
        Ok(Speed((times * 1000.0).round() as u32))
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 1000, self.0 % 1000);
        if rest == 0 {
            return f.pad(&format!("×{whole}"));
        }
        f.pad(format!("×{whole}.{rest:03}").trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn speeds_are_read_shown_and_stepped_through() {
        for (written, shown) in [("4", "×4"), ("0.1", "×0.1"), ("x2.5", "×2.5"), ("1000", "×1000"), ("×1", "×1")] {
            assert_eq!(written.parse::<Speed>().unwrap().to_string(), shown);
        }
        for wrong in ["0", "0.09", "1001", "-1", "fast", "", "nan", "inf"] {
            assert!(wrong.parse::<Speed>().is_err(), "{wrong}");
        }
        let mut speed: Speed = "0.1".parse().unwrap();
        for _ in 0..20 {
            speed = speed.faster();
        }
        assert_eq!(speed.to_string(), "×1000");
        assert_eq!("3".parse::<Speed>().unwrap().slower().to_string(), "×2");
        assert_eq!(Speed::ONE.slower().slower().slower().slower().to_string(), "×0.1");
    }

    #[test]
    fn what_is_waited_for_has_been_played_then() {
        for speed in ["0.1", "0.3", "1", "7", "333", "1000"] {
            let speed: Speed = speed.parse().unwrap();
            for wanted in [1, 2, 999, 1_000, 60_001] {
                assert!(speed.played(speed.takes(Ms(wanted))) >= wanted * 1000, "{speed} {wanted}");
            }
        }
    }
}
