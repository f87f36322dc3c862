//! Commands of the floor.

use plenary::dialogue::{Action, EntryNo, EntryRef, Text};
use plenary::review::{Ms, Ruling};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{code, entry, kind, official};

pub fn action() -> impl Strategy<Value = Action> {
    let rulings = [Ruling::Upheld, Ruling::Dismissed, Ruling::Noted];
    let rule = (select(rulings.to_vec()), option::of(Just(Text::from("so decided"))));
    prop_oneof![
        8 => option::weighted(0.1, (1_u32..9).prop_map(EntryNo)).prop_map(|seen| Action::Next { seen }),
        5 => (entry(), option::weighted(0.6, kind())).prop_map(|(to, kind)| Action::Give { to, kind }),
        5 => Just(Action::Done),
        2 => Just(Action::Cut),
        3 => Just(Action::Pause),
        3 => Just(Action::Resume),
        2 => (-60_000_i64..60_000).prop_map(|by| Action::Extend(Ms(by))),
        2 => option::of(prop_oneof![entry(), Just(EntryRef::Place(0))]).prop_map(Action::Absent),
        4 => Just(Action::Again),
        4 => code().prop_map(Action::Order),
        4 => rule.prop_map(|(ruling, text)| Action::Rule { ruling, text }),
        3 => (option::of(official()), option::weighted(0.2, kind())).prop_map(|(official, kind)| Action::Answer { official, kind }),
        2 => official().prop_map(Action::Official),
    ]
}
