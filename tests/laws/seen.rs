//! What was true after a record, as it was seen then, is the fold of the records until then; nothing that came later is in it.

use std::sync::Arc;

use plenary::dialogue::{Dialogue, Seq};
use plenary::review::Ms;
use proptest::collection::vec;
use proptest::prelude::*;

use super::cases;
use super::commands::steps;
use super::meeting::Meeting;
use super::reviews::rules;

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn a_moment_is_what_the_screen_showed_then(rules in rules(), steps in steps(250), parts in vec(0_u32..=1000, 1..20)) {
        let mut whole = Meeting::played(rules.review(), steps).dialogue;
        let newest = whole.seq().0;
        let mut until: Vec<Seq> = parts.iter().map(|part| Seq((newest * part / 1000).max(1))).collect();
        until.sort_unstable();
        let mut so_far = Dialogue::open(Arc::clone(&whole.records()[0])).unwrap();
        whole.advance(Ms(i64::from(newest) * 1_000_000));
        for seq in until {
            for record in &whole.records()[so_far.records().len()..(seq.0 as usize).max(so_far.records().len())] {
                so_far.apply(Arc::clone(record)).unwrap();
            }
            let mut then = so_far.clone();
            then.advance(whole.record(seq).unwrap().at);
            prop_assert_eq!(&whole.seen_after(seq), then.state());
        }
    }
}
