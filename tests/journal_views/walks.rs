//! Long meetings in which anything happens, each the same every time.

use plenary::review::Ms;

use super::said::agree;
use super::{Meeting, interruptions};

const WALKS: u64 = 30;
const COMMANDS: usize = 60;

/// What may be typed; some appear more than once, as they do in a meeting.
const LINES: [&str; 72] = [
    "next",
    "next",
    "next",
    "next",
    "done",
    "done",
    "done",
    "cut",
    "cut",
    "again",
    "again",
    "again",
    "again",
    "pause",
    "pause",
    "pause",
    "resume",
    "resume",
    "resume",
    "suspend",
    "reconvene",
    "reconvene",
    "reconvene",
    "order DEU",
    "order BRA",
    "order ITA",
    "ruling upheld",
    "ruling dismissed it comes too late",
    "resume",
    "give ITA kind=procedural",
    "give FRA kind=interposed-question",
    "give DEU kind=right-of-reply",
    "give CHE",
    "answer justice",
    "answer",
    "official foreign",
    "official ?",
    "absent",
    "absent FRA",
    "absent ITA",
    "official justice",
    "retype point-of-order",
    "retype procedural",
    "retype right-of-reply",
    "retype statement",
    "extend 30s",
    "inscribe ITA",
    "inscribe CHE",
    "inscribe participant=\"World Bank\"",
    "inscribe participant=\"Zonal Fund\" at=top",
    "reconcile \"World Bank\" ESP",
    "reconcile \"Zonal Fund\" PRT",
    "ask Which law will change #torture @justice",
    "ask How many by=FRA,ZF",
    "recommend Ratify the protocol",
    "edit 1 A better text by=ZF,PRT",
    "split 1 And another #treaties",
    "split 2 A third @foreign",
    "merge 2 into=1",
    "redo",
    "written 1 2",
    "decline 3 why=\"it is before the courts\"",
    "reopen 1 3",
    "assign 2 foreign support=justice",
    "answered 1",
    "drop 2",
    "undo",
    "undo",
    "redo",
    "redo",
    "resume",
    "again",
];

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    fn line(&mut self, newest: u32) -> String {
        let line = LINES[usize::try_from(self.below(72)).unwrap()];
        match self.below(16) {
            0 if self.below(2) == 0 => format!("undo {}", newest.saturating_sub(u32::try_from(self.below(12)).unwrap())),
            1 => format!("back {}s", self.below(12)),
            2 => format!("back -{}s", self.below(6)),
            3 => format!("{line} ago={}s", self.below(40)),
            4 => format!("replace {line}"),
            5 => format!("replace {} {line}", newest.saturating_sub(u32::try_from(self.below(12)).unwrap())),
            _ => line.to_owned(),
        }
    }
}

#[tokio::test]
async fn the_views_agree_whatever_happens() {
    let mut accepted = std::collections::BTreeMap::new();
    for seed in 0..WALKS {
        let (mut chance, mut now) = (Chance(seed), 0);
        let mut meeting = Meeting::of(interruptions(), &[(0, "begin")]).await;
        for command in 1..=COMMANDS {
            loop {
                now += i64::try_from(chance.below(8_000)).unwrap();
                meeting.clock.set(Ms(now));
                let line = chance.line(meeting.session.dialogue().seq().0);
                let seat = ["operator", "operator", "clerk"][usize::try_from(chance.below(3)).unwrap()];
                if meeting.type_in(seat, &line).await.is_ok() {
                    *accepted.entry(line.split(' ').next().unwrap().to_owned()).or_insert(0) += 1;
                    break;
                }
            }
            if command % 20 == 0 {
                meeting.type_in("clerk", "note this far").await.unwrap();
                agree(&meeting);
            }
        }
    }
    let often = [
        "again",
        "cut",
        "pause",
        "resume",
        "suspend",
        "order",
        "ruling",
        "retype",
        "back",
        "reconcile",
        "absent",
        "undo",
        "redo",
        "replace",
    ];
    assert!(often.iter().all(|verb| accepted.get(*verb).is_some_and(|times| *times > 5)), "{accepted:?}");
}
