//! Commands that put right what was timed, and that give out time anew.

use plenary::dialogue::{Action, Division, Text};
use plenary::review::Ms;
use proptest::prelude::*;
use proptest::sample::select;

use super::{entry, kind};

pub fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        3 => (entry(), -1_000_i64..60_000).prop_map(|(entry, time)| Action::Time { entry, time: Ms(time) }),
        6 => (-20_000_i64..20_000).prop_map(|by| Action::Back(Ms(by))),
        6 => kind().prop_map(Action::Retype),
        5 => (division(), prop::bool::weighted(0.8)).prop_map(|(by, apply)| Action::Divide { by, apply }),
        2 => (group(), 0_i64..60_000).prop_map(|(group, total)| Action::Bank { group, total: Ms(total) }),
        3 => (group(), prop::bool::weighted(0.8)).prop_map(|(group, apply)| Action::Redistribute { group, apply }),
    ]
}

pub fn division() -> impl Strategy<Value = Division> {
    prop_oneof![
        3 => Just(Division::Equal),
        2 => Just(Division::Ladder),
        1 => (-1_000_i64..90_000).prop_map(|each| Division::Each(Ms(each))),
    ]
}

fn group() -> impl Strategy<Value = Text> {
    select(vec!["North", "South", "Nowhere"]).prop_map(Text::from)
}
