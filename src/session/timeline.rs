//! Session time out of clock readings: it goes on from the newest record, and never backwards.

use super::Reading;
use crate::dialogue::Record;
use crate::review::Ms;

/// A moment of session time and what the clocks showed then; every later moment is measured from it.
#[derive(Debug, Clone)]
pub(super) struct Timeline {
    at: Ms,
    reading: Reading,
    least: Ms,
}

impl Timeline {
    /// Goes on from the newest record of a session that was just opened.
    pub fn resume(newest: &Record, now: &Reading) -> Timeline {
        let mut timeline = Timeline::at(newest);
        // From here on this start's own clock counts, so that a wall clock that steps while nothing is recorded moves nothing.
        timeline.at = timeline.now(now);
        timeline.least = timeline.at;
        timeline.reading = now.clone();
        timeline
    }

    /// Goes on from a record that was just written, here or by another process, without going back from what has been shown.
    pub fn follow(&mut self, newest: &Record, now: &Reading) {
        let shown = self.now(now);
        *self = Timeline::resume(newest, now);
        self.least = self.least.max(shown);
    }

    /// Session time at a reading.
    pub fn now(&self, reading: &Reading) -> Ms {
        let same_start = !reading.boot_id.is_empty() && reading.boot_id == self.reading.boot_id;
        let (then, now) = if same_start { (self.reading.boot_ms, reading.boot_ms) } else { (self.reading.utc_ms, reading.utc_ms) };
        let passed = now.saturating_sub(then);
        (self.at + Ms(passed)).max(self.at).max(self.least)
    }

    fn at(record: &Record) -> Timeline {
        let reading = Reading { utc_ms: record.utc_ms, boot_id: record.boot_id.clone(), boot_ms: record.boot_ms };
        Timeline { at: record.at, reading, least: record.at }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::*;
    use crate::dialogue::Seq;
    use crate::session::{Clock, VirtualClock};

    /// What may happen to a host between two looks at its clocks.
    #[derive(Debug, Clone)]
    enum Happens {
        Pass(i64),
        StepWall(i64),
        /// Off for so long; the wall clock is off by so much afterwards.
        Restart {
            outage: i64,
            step: i64,
        },
        Record,
        OtherProcessRecords,
        Reopen,
    }

    fn happens() -> impl Strategy<Value = Happens> {
        prop_oneof![
            4 => (0i64..100_000).prop_map(Happens::Pass),
            2 => (-10_000_000i64..10_000_000).prop_map(Happens::StepWall),
            1 => (0i64..10_000_000, -10_000_000i64..10_000_000).prop_map(|(outage, step)| Happens::Restart { outage, step }),
            3 => Just(Happens::Record),
            1 => Just(Happens::OtherProcessRecords),
            2 => Just(Happens::Reopen),
        ]
    }

    fn start(reading: Reading) -> Timeline {
        Timeline { at: Ms::ZERO, reading, least: Ms::ZERO }
    }

    fn record(timeline: &Timeline, clock: &VirtualClock, pressed: Ms, before: Ms) -> Record {
        let now = timeline.now(&clock.read());
        let at = pressed.min(now).max(before);
        let reading = clock.read().before(now - at);
        Record { utc_ms: reading.utc_ms, boot_id: reading.boot_id, boot_ms: reading.boot_ms, ..Record::of(Seq(1), at, vec![]) }
    }

    proptest! {
        /// Whatever is done to the clocks, session time never goes back, neither shown nor recorded.
        #[test]
        fn never_backwards(steps in prop::collection::vec(happens(), 1..60)) {
            let clock = VirtualClock::new(1_700_000_000_000);
            let mut timeline = start(clock.read());
            let mut newest = record(&timeline, &clock, Ms::ZERO, Ms::ZERO);
            let mut shown = Ms::ZERO;
            let mut starts = 0;
            for step in steps {
                match step {
                    Happens::Pass(span) => clock.pass(Ms(span)),
                    Happens::StepWall(by) => clock.step_wall(Ms(by)),
                    Happens::Restart { outage, step } => {
                        starts += 1;
                        clock.pass(Ms(outage));
                        clock.step_wall(Ms(step));
                        clock.restart_host(&format!("start {starts}"));
                        timeline = Timeline::resume(&newest, &clock.read());
                        shown = newest.at;
                    }
                    Happens::Record => {
                        let made = record(&timeline, &clock, shown, newest.at);
                        prop_assert!(made.at >= newest.at);
                        newest = made;
                        timeline.follow(&newest, &clock.read());
                    }
                    Happens::OtherProcessRecords => {
                        let other = Timeline::resume(&newest, &clock.read());
                        newest = record(&other, &clock, other.now(&clock.read()), newest.at);
                        timeline.follow(&newest, &clock.read());
                    }
                    Happens::Reopen => {
                        timeline = Timeline::resume(&newest, &clock.read());
                        shown = newest.at;
                    }
                }
                let now = timeline.now(&clock.read());
                prop_assert!(now >= shown, "{now} after {shown}");
                prop_assert!(now >= newest.at);
                shown = now;
            }
        }

        /// While the host stays up, nothing but the time that has passed counts: no step of the wall clock, no number of
        /// records, no reopening (a record's readings are those of its key press, however long the disk took).
        #[test]
        fn exact_while_the_host_is_up(steps in prop::collection::vec((0i64..100_000, -10_000_000i64..10_000_000, any::<bool>(), any::<bool>(), 0i64..500), 1..60)) {
            let clock = VirtualClock::new(1_700_000_000_000);
            let mut timeline = start(clock.read());
            let mut newest = record(&timeline, &clock, Ms::ZERO, Ms::ZERO);
            let mut passed = Ms::ZERO;
            for (span, step, recorded, reopened, disk) in steps {
                clock.pass(Ms(span));
                passed += Ms(span);
                clock.step_wall(Ms(step));
                if recorded {
                    let pressed = timeline.now(&clock.read());
                    clock.pass(Ms(disk));
                    passed += Ms(disk);
                    newest = record(&timeline, &clock, pressed, newest.at);
                    prop_assert_eq!(newest.at, pressed);
                    timeline.follow(&newest, &clock.read());
                }
                if reopened {
                    timeline = Timeline::resume(&newest, &clock.read());
                }
                prop_assert_eq!(timeline.now(&clock.read()), passed);
            }
        }

        /// After a restart of the host the wall clock says how long it was away.
        #[test]
        fn an_outage_counts(before in 0i64..10_000_000, outage in 0i64..10_000_000, after in 0i64..10_000_000) {
            let clock = VirtualClock::new(1_700_000_000_000);
            let timeline = start(clock.read());
            clock.pass(Ms(before));
            let newest = record(&timeline, &clock, Ms(before), Ms::ZERO);
            clock.pass(Ms(outage));
            clock.restart_host("another start");
            let timeline = Timeline::resume(&newest, &clock.read());
            clock.step_wall(Ms::seconds(-3600));
            clock.pass(Ms(after));
            prop_assert_eq!(timeline.now(&clock.read()), Ms(before + outage + after));
        }
    }

    #[test]
    fn a_press_before_the_newest_record_counts_from_that_record() {
        let clock = VirtualClock::new(0);
        let timeline = start(clock.read());
        clock.pass(Ms(100));
        let made = record(&timeline, &clock, Ms(40), Ms(70));
        assert_eq!(made.at, Ms(70));
        assert_eq!(made.boot_ms, 70);
    }

    #[test]
    fn hosts_that_do_not_say_which_start_it_is_go_by_the_wall() {
        let mut reading = VirtualClock::new(1000).read();
        reading.boot_id = "".into();
        let timeline = start(reading.clone());
        reading.utc_ms += 500;
        reading.boot_ms += 7;
        assert_eq!(timeline.now(&reading), Ms(500));
    }
}
