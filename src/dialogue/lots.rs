//! Drawing of lots: which of so many come first, reproducibly from a seed.
//!
//! The algorithm, so that anyone can draw again and find the same. The things are numbered from 0 in an agreed order.
//! Numbers come from SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014) begun at the
//! seed. For each place from the first, one of those not yet drawn is taken (Fisher and Yates): with `n` left, the next
//! number `r` counts only if it is below the largest multiple of `n` that 64 bits hold, and the one at `r mod n` after the
//! place changes places with the one that stands there.

/// The numbers `0..among` with the first `drawn` places drawn by lot; whoever is not drawn follows in the order of number.
pub(super) fn draw(seed: u64, among: usize, drawn: usize) -> Vec<usize> {
    let mut lots: Vec<usize> = (0..among).collect();
    let mut numbers = SplitMix::new(seed);
    let drawn = drawn.min(among);
    for place in 0..drawn {
        lots.swap(place, place + numbers.below(among - place));
    }
    if let Some(rest) = lots.get_mut(drawn..) {
        rest.sort_unstable();
    }
    lots
}

/// Numbers that follow from a seed and from nothing else, by SplitMix64.
#[derive(Debug, Clone)]
pub struct SplitMix(u64);

impl SplitMix {
    /// Begun at a seed.
    pub fn new(seed: u64) -> SplitMix {
        SplitMix(seed)
    }

    fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Any number below `bound`, each as likely as the other; 0 for a bound of 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let Some(bound) = u64::try_from(bound).ok().filter(|bound| *bound > 0) else { return 0 };
        let whole = u64::MAX - u64::MAX % bound;
        loop {
            let number = self.number();
            if number < whole {
                return usize::try_from(number % bound).unwrap_or(0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_splitmix64() {
        let mut numbers = SplitMix::new(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| numbers.number()).collect();
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn the_same_seed_draws_the_same_and_nobody_is_lost() {
        let drawn = draw(2025, 40, 13);
        assert_eq!(drawn, draw(2025, 40, 13));
        assert_ne!(drawn, draw(2026, 40, 13));
        let mut all = drawn;
        assert!(all.iter().skip(13).is_sorted());
        all.sort_unstable();
        assert!(all.into_iter().eq(0..40));
    }

    #[test]
    fn more_than_there_are_is_all_of_them() {
        assert_eq!(draw(7, 3, 9).len(), 3);
        assert!(draw(7, 0, 9).is_empty());
    }
}
