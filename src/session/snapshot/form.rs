//! The parts of the state as JSON: their names and order are those of the contract, and nothing else stands here.

use serde::{Serialize, Serializer};

use crate::dialogue::{EntryStatus, ItemNo, ItemStatus, Outcome, Phase, Position, Sort, Text, TurnNo};
use crate::review::{Code, Ms, Ruling};

#[derive(Debug, Serialize)]
pub(super) struct Listed<'a> {
    pub id: String,
    pub place: usize,
    pub delegations: &'a [Code],
    pub kind: &'a str,
    pub status: EntryStatus,
    pub by_hand: bool,
    pub allotted_ms: Option<Ms>,
    pub expected_ms: Option<Ms>,
    pub late: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct Floor<'a> {
    pub turn: TurnNo,
    pub entry: Option<String>,
    pub delegations: &'a [Code],
    pub kind: &'a str,
    pub official: Option<&'a str>,
    pub state: &'static str,
    pub allotted_ms: Ms,
    pub elapsed_ms: Ms,
    pub left_ms: Ms,
    pub phase: Phase,
    pub held: Vec<Held<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Held<'a> {
    pub turn: TurnNo,
    pub entry: Option<String>,
    pub delegations: &'a [Code],
    pub kind: &'a str,
    pub allotted_ms: Ms,
    pub elapsed_ms: Ms,
    pub left_ms: Ms,
}

#[derive(Debug, Serialize)]
pub(super) struct List<'a> {
    pub open: bool,
    pub waiting: usize,
    pub spoken: usize,
    pub each_ms: Option<Ms>,
    pub rung: Option<usize>,
    pub entries: Vec<Listed<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Pool {
    pub total_ms: Ms,
    pub used_ms: Ms,
    pub left_ms: Ms,
}

#[derive(Debug, Serialize)]
pub(super) struct Spoken<'a> {
    pub turn: TurnNo,
    pub entry: Option<String>,
    pub delegations: &'a [Code],
    pub kind: &'a str,
    pub official: Option<&'a str>,
    pub passes: Vec<Pass<'a>>,
    pub began_ms: Ms,
    pub ended_ms: Option<Ms>,
    pub spoken_ms: Ms,
    pub paused_ms: Ms,
    pub allotted_ms: Ms,
    pub outcome: Option<Outcome>,
    pub ruling: Option<Ruling>,
    pub ruling_text: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct Pass<'a> {
    pub official: Option<&'a str>,
    pub began_ms: Ms,
    pub spoken_ms: Ms,
}

#[derive(Debug, Serialize)]
pub(super) struct Logged<'a> {
    pub number: ItemNo,
    pub sort: Sort,
    pub delegations: Vec<Code>,
    pub turn: Option<TurnNo>,
    pub at_ms: Ms,
    pub text: &'a str,
    pub themes: &'a [Text],
    pub lead: Option<&'a str>,
    pub support: &'a [Text],
    pub status: ItemStatus,
    pub answered_ms: Option<Ms>,
    pub answered_turn: Option<TurnNo>,
    pub position: Option<Position>,
    pub answered_by: Option<&'a str>,
    pub why: Option<&'a str>,
    pub repeats: Option<&'a str>,
    pub also: Vec<ItemNo>,
}

#[derive(Debug, Serialize)]
pub(super) struct Official<'a> {
    pub id: &'a str,
    pub office: &'a str,
    pub head: bool,
    pub open: u32,
    pub answered: u32,
    pub written: u32,
    pub spoken_ms: Ms,
}

#[derive(Debug, Serialize)]
pub(super) struct Total {
    pub delegation: Code,
    pub turns: u32,
    pub spoken_ms: Ms,
}

#[derive(Debug, Serialize)]
pub(super) struct Group {
    pub turns: u32,
    pub spoken_ms: Ms,
    pub bank_ms: Option<Ms>,
}

#[derive(Debug, Serialize)]
pub(super) struct Prospect {
    pub ends_ms: Option<Ms>,
    pub behind_ms: Option<Ms>,
    pub unreached: Vec<Code>,
    pub divide_each_ms: Option<Ms>,
}

#[derive(Debug, Serialize)]
pub(super) struct Note<'a> {
    pub at_ms: Ms,
    pub text: &'a str,
}

/// Things under their names, in an order of their own.
#[derive(Debug)]
pub(super) struct Named<'a, T>(pub Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Named<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, thing)| (name, thing)))
    }
}
