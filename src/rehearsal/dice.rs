//! The chances of a rehearsal, all from one seed.

use crate::dialogue::SplitMix;
use crate::review::Ms;

#[derive(Debug, Clone)]
pub(super) struct Dice(SplitMix);

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        Dice(SplitMix::new(seed))
    }

    /// True so often in a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.0.below(100) < percent
    }

    /// A number from the first to the second, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = usize::try_from(most.saturating_sub(least)).unwrap_or(0);
        least.saturating_add(i64::try_from(self.0.below(span.saturating_add(1))).unwrap_or(0))
    }

    /// So many seconds, to the millisecond.
    pub(super) fn seconds(&mut self, least: i64, most: i64) -> Ms {
        Ms(self.between(least.saturating_mul(1000), most.saturating_mul(1000)))
    }

    /// From so many to so many hundredths of a time.
    pub(super) fn percent(&mut self, of: Ms, least: i64, most: i64) -> Ms {
        Ms(of.0.saturating_mul(self.between(least, most)) / 100)
    }

    pub(super) fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        among.get(self.0.below(among.len()))
    }
}
