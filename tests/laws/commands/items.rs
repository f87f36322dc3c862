//! Commands of the items and the record.

use plenary::dialogue::{Action, ItemNo, Said, Sort, Text, TurnNo, Which};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{code, official};

pub fn action() -> impl Strategy<Value = Action> {
    let items = || vec((1_u32..9).prop_map(ItemNo), 1..3);
    let turn = || option::weighted(0.3, (1_u32..9).prop_map(TurnNo));
    let by = || vec(code(), 0..2);
    prop_oneof![
        5 => (said(), by(), turn()).prop_map(|(said, by, turn)| Action::Log { sort: Sort::Question, said, by, turn, repeats: None }),
        2 => ((1_u32..9).prop_map(ItemNo), option::of(said()), option::of(by()), turn())
            .prop_map(|(item, said, by, turn)| Action::Edit { item, said, by, turn, sort: Some(Sort::Comment), repeats: None }),
        1 => (1_u32..9).prop_map(|item| Action::Drop(ItemNo(item))),
        3 => (items(), official(), vec(official(), 0..2))
            .prop_map(|(items, lead, support)| Action::Assign { items, lead, support, why: None }),
        1 => items().prop_map(Action::Unassign),
        2 => (items(), option::of(official())).prop_map(|(items, by)| Action::Answered { which: Which::Items(items), by }),
        1 => Just(Action::Answered { which: Which::Theme(Text::from("torture")), by: None }),
        1 => items().prop_map(Action::Reopen),
        1 => Just(Action::Note(Text::from("remark"))),
    ]
}

fn said() -> impl Strategy<Value = Said> {
    let officials = vec(select(vec!["j", "health"]).prop_map(Text::from), 0..2);
    officials.prop_map(|officials| Said { text: Text::from("Which law"), themes: vec![Text::from("torture")], officials })
}
