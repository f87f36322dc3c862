//! Commands of the list.

use plenary::dialogue::{Action, Inscribe, ItemNo, Participant, Reference, Start, Text};
use plenary::review::{Inscribed, Ms};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{code, entry, kind, place};

pub fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        26 => inscribe(),
        2 => import(),
        4 => participant(),
        3 => code().prop_map(|delegation| Action::Reconcile { participant: super::super::reviews::code("NOBODY"), delegation }),
        5 => entry().prop_map(Action::Withdraw),
        6 => entry().prop_map(Action::Restore),
        5 => (entry(), place()).prop_map(|(entry, to)| Action::Move { entry, to }),
        4 => (entry(), entry()).prop_map(|(one, other)| Action::Swap(one, other)),
        4 => entry().prop_map(Action::Defer),
        4 => entry().prop_map(Action::Aside),
        5 => entry().prop_map(Action::Release),
        2 => start().prop_map(Action::Sort),
        2 => (0_u64..9, option::of(0_u32..4)).prop_map(|(seed, count)| Action::Draw { seed, count }),
        2 => Just(Action::OpenList),
        1 => Just(Action::CloseList),
    ]
}

fn inscribe() -> impl Strategy<Value = Action> {
    let delegations = prop_oneof![6 => vec(code(), 1), 1 => vec(code(), 2)];
    let time = option::weighted(0.2, (-1_000_i64..60_000).prop_map(Ms));
    let reference = prop_oneof![(1_u32..9).prop_map(|item| Reference::Item(ItemNo(item))), entry().prop_map(Reference::Entry)];
    let options = (option::weighted(0.25, kind()), option::weighted(0.3, place()), time, option::weighted(0.1, reference), any::<bool>());
    (delegations, options).prop_map(|(delegations, (kind, at, time, re, late))| {
        let late = late.then(|| Text::from("the chair decided"));
        Action::Inscribe(Inscribe { delegations, kind, at, time, re, late, ..Inscribe::default() })
    })
}

fn import() -> impl Strategy<Value = Action> {
    vec(code(), 1..3).prop_map(|codes| Action::Import {
        file: Text::from("list.csv"),
        rows: codes.into_iter().map(|code| Inscribed { delegations: vec![code], kind: None, time: None }).collect(),
    })
}

fn participant() -> impl Strategy<Value = Action> {
    let names = ["World Bank", "Zonal Fund", "Arctic Council"];
    (select(names.to_vec()), option::weighted(0.3, place()), any::<bool>()).prop_map(|(name, at, late)| {
        let participant = Some(Participant { name: Text::from(name), sort_key: Text::from(name.to_uppercase()) });
        Action::Inscribe(Inscribe { participant, at, late: late.then(|| Text::from("the chair decided")), ..Inscribe::default() })
    })
}

pub fn start() -> impl Strategy<Value = Start> {
    prop_oneof![prop::char::range('A', 'H').prop_map(Start::Letter), code().prop_map(Start::Delegation)]
}
