//! Any commands of any seats, weighted so that most meetings go on for long and most commands are accepted.

mod floor;
mod items;
mod list;
mod sequence;
mod time;

use std::fmt;

use plenary::dialogue::{Action, Command, EntryNo, EntryRef, OfficialRef, Place, Seq, Text};
use plenary::review::{Code, Ms};
use proptest::prelude::*;
use proptest::sample::select;

pub use list::start;
pub use time::division;

use self::sequence::AtLeast;
use super::reviews::CODES;

/// A seat's command, and how long after the one before.
#[derive(Clone)]
pub struct Step {
    pub later: Ms,
    pub seat: &'static str,
    pub command: Command,
}

impl Step {
    /// Whether it concerns the records and not what they tell of.
    pub fn takes_back(&self) -> bool {
        matches!(self.command.action, Action::Undo(_) | Action::Redo)
    }
}

/// On one line, so that a failing sequence can be read.
impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Command { action, ago } = &self.command;
        let action = format!("{action:?}");
        write!(f, "after {}, {}, {} ago: {action}", self.later.0, self.seat, ago.0)
    }
}

const SEATS: [&str; 3] = ["operator", "clerk", "delegation"];

/// `begin`, then at least so many commands more.
pub fn steps(least: usize) -> impl Strategy<Value = Vec<Step>> {
    AtLeast(least, step()).prop_map(|steps| {
        let begin = Step { later: Ms::ZERO, seat: "operator", command: Command::now(Action::Begin) };
        std::iter::once(begin).chain(steps).collect()
    })
}

pub fn step() -> impl Strategy<Value = Step> {
    let later = prop_oneof![2 => Just(0_i64), 6 => 0_i64..20_000, 1 => 0_i64..100_000];
    let ago = prop_oneof![9 => Just(Ms::ZERO), 1 => (0_i64..90_000).prop_map(Ms)];
    let seat = prop_oneof![4 => Just("operator"), 2 => select(&SEATS[..])];
    (later, ago, seat, action()).prop_map(|(later, ago, seat, action)| Step { later: Ms(later), seat, command: Command { action, ago } })
}

fn action() -> impl Strategy<Value = Action> {
    let taken_back = prop_oneof![
        4 => Just(Action::Undo(vec![])),
        3 => (0_u32..12).prop_map(|back| Action::Undo(vec![Seq(back)])),
        1 => (0_u32..200).prop_map(|back| Action::Undo(vec![Seq(back)])),
        4 => Just(Action::Redo),
    ];
    let meeting = prop_oneof![
        4 => Just(Action::Suspend),
        12 => Just(Action::Reconvene),
        4 => select(vec!["opening", "dialogue", "closing"]).prop_map(|name| Action::Segment(Text::from(name))),
        1 => Just(Action::Begin),
        1 => Just(Action::Adjourn),
    ];
    prop_oneof![27 => list::action(), 36 => floor::action(), 14 => time::action(), 16 => items::action(), 10 => taken_back, 3 => meeting]
}

fn code() -> impl Strategy<Value = Code> {
    select(&CODES[..]).prop_map(super::reviews::code)
}

/// Mostly one that is there: the list is short and its entries are numbered from 1.
fn entry() -> impl Strategy<Value = EntryRef> {
    prop_oneof![
        3 => code().prop_map(EntryRef::Delegation),
        6 => (1_u32..5).prop_map(EntryRef::Place),
        1 => (0_u32..9).prop_map(EntryRef::Place),
        1 => (0_u32..40).prop_map(|number| EntryRef::Number(EntryNo(number))),
    ]
}

fn place() -> impl Strategy<Value = Place<EntryRef>> {
    prop_oneof![
        Just(Place::Top),
        Just(Place::End),
        (0_u32..9).prop_map(Place::At),
        entry().prop_map(Place::Before),
        entry().prop_map(Place::After)
    ]
}

pub fn kind() -> impl Strategy<Value = Text> {
    let kinds = ["statement", "joint-statement", "point-of-order", "video", "interposed-question", "right-of-reply", "answer", "nothing"];
    select(kinds.to_vec()).prop_map(Text::from)
}

fn official() -> impl Strategy<Value = OfficialRef> {
    prop_oneof![
        Just(OfficialRef::Unknown),
        Just(OfficialRef::Named(Text::from("justice"))),
        Just(OfficialRef::Named(Text::from("h"))),
        Just(OfficialRef::Office(Text::from("Supreme Court"))),
        Just(OfficialRef::Office(Text::from("Majilis")))
    ]
}
