//! Any commands of any seats, weighted so that most meetings go on for long and most commands are accepted.

mod floor;
mod items;
mod list;
mod sequence;
mod time;

use std::fmt;

use plenary::dialogue::{Action, Command, EntryNo, EntryRef, OfficialRef, Place, Seq, Text};
use plenary::review::{Code, Ms};
use proptest::collection::vec;
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
        matches!(self.command.action, Action::Undo(_) | Action::Redo(_))
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
    beginning(AtLeast(least, step()))
}

fn beginning(steps: impl Strategy<Value = Vec<Step>>) -> impl Strategy<Value = Vec<Step>> {
    steps.prop_map(|steps| {
        let begin = Step { later: Ms::ZERO, seat: "operator", command: Command::now(Action::Begin) };
        std::iter::once(begin).chain(steps).collect()
    })
}

pub fn step() -> impl Strategy<Value = Step> {
    step_of(action())
}

fn step_of(actions: impl Strategy<Value = Action>) -> impl Strategy<Value = Step> {
    let later = prop_oneof![2 => Just(0_i64), 6 => 0_i64..20_000, 1 => 0_i64..100_000];
    let ago = prop_oneof![9 => Just(Ms::ZERO), 1 => (0_i64..90_000).prop_map(Ms)];
    let seat = prop_oneof![4 => Just("operator"), 2 => select(&SEATS[..])];
    (later, ago, seat, actions).prop_map(|(later, ago, seat, action)| Step { later: Ms(later), seat, command: Command { action, ago } })
}

/// `begin`, then at least so many commands more, half of them about items.
pub fn about_items(least: usize) -> impl Strategy<Value = Vec<Step>> {
    let absent = || Just(Action::Absent(Some(EntryRef::Place(0))));
    let floor = prop_oneof![16 => floor::action(), 4 => absent()];
    let actions = prop_oneof![50 => items::action(), 20 => floor, 4 => time::action(), 6 => list::action(), 14 => taken_back()];
    beginning(AtLeast(least, step_of(actions)))
}

/// Of anything, or mostly of items.
pub fn mostly_about_items(least: usize) -> impl Strategy<Value = Vec<Step>> {
    prop_oneof![about_items(least), steps(least)]
}

fn action() -> impl Strategy<Value = Action> {
    let meeting = prop_oneof![
        4 => Just(Action::Suspend),
        12 => Just(Action::Reconvene),
        4 => select(vec!["opening", "dialogue", "closing"]).prop_map(|name| Action::Segment(Text::from(name))),
        1 => Just(Action::Begin),
        1 => Just(Action::Adjourn),
    ];
    prop_oneof![27 => list::action(), 36 => floor::action(), 14 => time::action(), 16 => items::action(), 12 => taken_back(), 3 => meeting]
}

fn taken_back() -> impl Strategy<Value = Action> {
    prop_oneof![
        4 => Just(Action::Undo(vec![])),
        3 => (0_u32..12).prop_map(|back| Action::Undo(vec![Seq(back)])),
        1 => (0_u32..200).prop_map(|back| Action::Undo(vec![Seq(back)])),
        1 => vec((0_u32..20).prop_map(Seq), 2..4).prop_map(Action::Undo),
        4 => Just(Action::Redo(vec![])),
        2 => (0_u32..200).prop_map(|back| Action::Redo(vec![Seq(back)])),
        3 => replacing(),
    ]
}

/// Mostly by what could stand there as well.
pub fn replacing() -> impl Strategy<Value = Action> {
    let by = prop_oneof![2 => list::action(), 3 => floor::action(), 1 => time::action(), 3 => items::action()];
    let record = prop_oneof![2 => Just(None), 6 => (0_u32..20).prop_map(Some), 1 => (0_u32..200).prop_map(Some)];
    (record, by).prop_map(|(record, by)| Action::Replace { record: record.map(Seq), by: Box::new(by) })
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
