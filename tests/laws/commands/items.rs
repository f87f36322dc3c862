//! Commands of the items and the record.

use plenary::dialogue::{Action, ItemNo, Position, Said, Sort, Text, TurnNo, Which};
use plenary::review::{Asked, Code};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{code, official};

pub fn action() -> impl Strategy<Value = Action> {
    let items = || vec((1_u32..9).prop_map(ItemNo), 1..3);
    let turn = || option::weighted(0.3, (1_u32..9).prop_map(TurnNo));
    let by = || vec(code(), 0..3);
    let sort = || {
        let sorts = [Just(Sort::Question), Just(Sort::Recommendation), Just(Sort::Comment), Just(Sort::Commendation)];
        let [question, recommendation, comment, commendation] = sorts;
        prop_oneof![3 => question, 3 => recommendation, 1 => comment, 1 => commendation]
    };
    let position = select(vec![Position::Supported, Position::Noted, Position::Pending]);
    let item = || (1_u32..9).prop_map(ItemNo);
    let theme = || vec(Just(Text::from("torture")), 0..2);
    prop_oneof![
        14 => (sort(), said(), by(), turn()).prop_map(|(sort, said, by, turn)| Action::Log { sort, said, by, turn, repeats: None }),
        2 => (item(), option::of(said()), option::of(by()), turn(), option::of(sort()))
            .prop_map(|(item, said, by, turn, sort)| Action::Edit { items: vec![item], said, by, turn, sort, repeats: None }),
        1 => (items(), option::of(by()), turn(), option::of(sort()))
            .prop_map(|(items, by, turn, sort)| Action::Edit { items, said: None, by, turn, sort, repeats: None }),
        1 => item().prop_map(|item| Action::Drop(vec![item])),
        3 => (items(), official(), vec(official(), 0..2))
            .prop_map(|(items, lead, support)| Action::Assign { items, lead, support, why: None }),
        1 => items().prop_map(Action::Unassign),
        2 => (items(), option::of(official())).prop_map(|(items, by)| Action::Answered { which: Which::Items(items), by }),
        1 => Just(Action::Answered { which: Which::Theme(Text::from("torture")), by: None }),
        3 => items().prop_map(Action::Reopen),
        1 => (items(), theme()).prop_map(|(items, themes)| Action::Theme { items, themes }),
        1 => (item(), said()).prop_map(|(item, said)| Action::Split { item, said }),
        3 => (items(), item()).prop_map(|(items, into)| Action::Merge { items, into }),
        1 => items().prop_map(Action::Written),
        1 => items().prop_map(|items| Action::Decline { items, why: None }),
        4 => (items(), position).prop_map(|(items, position)| Action::Position { items, position }),
        1 => code().prop_map(|asks| Action::Advance { file: Text::from("advance.csv"), rows: vec![asked(asks)] }),
        1 => vec(said(), 1..4).prop_map(|said| Action::LogAll { file: Text::from("statement.txt"), items: said.into_iter().map(asks).collect() }),
        1 => Just(Action::Note(Text::from("remark"))),
    ]
}

fn asks(said: Said) -> Action {
    Action::Log { sort: Sort::Question, said, by: Vec::new(), turn: None, repeats: None }
}

fn said() -> impl Strategy<Value = Said> {
    let officials = vec(select(vec!["j", "health"]).prop_map(Text::from), 0..2);
    officials.prop_map(|officials| Said { text: Text::from("Which law"), themes: vec![Text::from("torture")], officials })
}

fn asked(by: Code) -> Asked {
    Asked { delegations: vec![by], text: "Which law".to_owned(), themes: vec!["torture".to_owned()], officials: vec![] }
}
