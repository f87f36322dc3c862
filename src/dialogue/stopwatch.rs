//! A clock that is computed, never counted: what has been collected, and since when it runs.

use crate::review::Ms;

/// Collected time, and the moment since which more is being collected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stopwatch {
    spent: Ms,
    since: Option<Ms>,
}

impl Stopwatch {
    /// Starts at a moment; a running one is left alone.
    pub fn start(&mut self, moment: Ms) {
        self.since.get_or_insert(moment);
    }

    /// Stops at a moment; a standing one is left alone.
    pub fn stop(&mut self, moment: Ms) {
        self.spent = self.read(moment);
        self.since = None;
    }

    /// What it shows at a moment.
    pub fn read(&self, now: Ms) -> Ms {
        self.since.map_or(self.spent, |since| self.spent + (now - since))
    }

    /// The moment at which it will show `reading`, if it runs.
    pub fn reaches(&self, reading: Ms) -> Option<Ms> {
        self.since.map(|since| since + (reading - self.spent))
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }
}
