//! What a state says at a moment: clocks, pools, the list as it stands, counts. Nothing here changes anything.

use super::{Entry, EntryNo, EntryStatus, Item, ItemNo, ItemStatus, ListStatus, Speaking, State, Status, Text, Turn, TurnNo};
use crate::review::{Code, Kind, Ms, Speaker};
use std::sync::Arc;

/// A turn's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// All that the turn has, extensions included.
    pub allotted: Ms,
    /// Used so far.
    pub elapsed: Ms,
    /// Still to use; negative in overtime.
    pub left: Ms,
    /// How near the end is.
    pub phase: Phase,
    /// Whether it runs.
    pub runs: bool,
}

/// How near the end is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Enough time.
    Normal,
    /// No more left than the modalities' `warning`.
    Warning,
    /// No more left than the modalities' `final`; zero is final, not over (case ON-09).
    Final,
    /// Less than nothing left.
    Over,
}

/// How much an official has to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    /// Items to answer.
    pub open: u32,
    /// Items answered.
    pub answered: u32,
    /// Items to be answered in writing.
    pub written: u32,
    /// Time on the floor.
    pub spoken: Ms,
}

/// How many items there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ItemCounts {
    /// All.
    pub all: u32,
    /// Questions that nobody has been given.
    pub to_assign: u32,
    /// Given to an official and not answered.
    pub open: u32,
    /// Answered.
    pub answered: u32,
    /// To be answered in writing.
    pub written: u32,
    /// Not to be answered.
    pub declined: u32,
    /// Recommendations, by what the State under review says of them: pending, supported, noted.
    pub positions: [u32; 3],
}

impl ItemCounts {
    /// What was asked: questions, and whatever else was given to an official. It is always answered, in writing, declined or outstanding.
    pub fn asked(&self) -> u32 {
        self.answered + self.written + self.declined + self.outstanding()
    }

    /// What waits for an answer.
    pub fn outstanding(&self) -> u32 {
        self.to_assign + self.open
    }
}

impl State {
    /// The turn that has the floor.
    pub fn speaking(&self) -> Option<&Turn> {
        self.floor.last().and_then(|turn| self.turns.get(*turn))
    }

    /// The point of order that a ruling would be on: the one on the floor, else the last.
    pub fn ruled_upon(&self) -> Option<&Turn> {
        let on_floor = self.floor.iter().rev().filter_map(|turn| self.turns.get(*turn)).find(|turn| turn.is_point_of_order());
        let last = || self.turns.iter().filter(|turn| turn.is_point_of_order()).max_by_key(|turn| (turn.began, turn.number));
        on_floor.or_else(last)
    }

    /// The turns underneath it, the one that goes on next first.
    pub fn held(&self) -> impl Iterator<Item = &Turn> {
        self.floor.iter().rev().skip(1).filter_map(|turn| self.turns.get(*turn))
    }

    /// A turn's clock at a moment.
    pub fn clock(&self, turn: &Turn, now: Ms) -> Clock {
        let allotted = turn.allotted + turn.extension;
        let elapsed = turn.speaking.read(now);
        let left = allotted - elapsed;
        Clock { allotted, elapsed, left, phase: self.phase(left), runs: turn.speaking.runs() }
    }

    fn phase(&self, left: Ms) -> Phase {
        let modalities = &self.review.modalities;
        if left < Ms::ZERO {
            Phase::Over
        } else if left <= modalities.last {
            Phase::Final
        } else if left <= modalities.warning {
            Phase::Warning
        } else {
            Phase::Normal
        }
    }

    /// The kind of that name.
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.review.modalities.kind(id)
    }

    /// Whether the State under review speaks in turns of this kind.
    pub fn answers(&self, kind: &str) -> bool {
        self.kind(kind).is_some_and(|kind| kind.speaker == Speaker::StateUnderReview)
    }

    /// Who waits or is set aside, first to come first; their places count from 1 in this order.
    pub fn listed(&self) -> impl Iterator<Item = &Entry> {
        self.order.iter().filter_map(|entry| self.entries.get(*entry)).filter(|entry| entry.is_listed())
    }

    /// The entry that `next` would call.
    pub fn first_waiting(&self) -> Option<&Entry> {
        self.listed().find(|entry| entry.status == EntryStatus::Waiting)
    }

    /// Who is called: the first waiting, while the meeting is open and nobody has the floor.
    pub fn called(&self) -> Option<&Entry> {
        if self.status == Status::Open && self.floor.is_empty() { self.first_waiting() } else { None }
    }

    /// An entry's place in the list, from 1.
    pub fn place_of(&self, entry: EntryNo) -> Option<usize> {
        self.listed().position(|listed| listed.number == entry).map(|at| at + 1)
    }

    /// Whether the list takes new entries at a moment: as it was last opened or closed, by hand or by itself.
    pub fn list_is_open(&self, now: Ms) -> bool {
        match (self.list_status, self.list_closes()) {
            (Some(ListStatus { at, .. }), Some(closes)) if at < closes && closes <= now => false,
            (Some(list), _) => list.open,
            (None, closes) => closes.is_none_or(|closes| now < closes),
        }
    }

    /// When the list closes by itself: `closes-after` counts from `begin`.
    pub fn list_closes(&self) -> Option<Ms> {
        Some(self.begun? + self.review.modalities.closes_after?)
    }

    /// The authors of an item: its own, else those of its turn; then whoever asks it too.
    pub fn authors(&self, item: &Item) -> Arc<[Code]> {
        let first = self.own_authors(item);
        let also = self.also_asked_by(item);
        if also.is_empty() { first } else { first.iter().copied().chain(also).collect() }
    }

    /// Whoever asks it too, because what they asked was merged into it: each once, in the order of merging, without its own authors.
    pub fn also_asked_by(&self, item: &Item) -> Vec<Code> {
        let own = self.own_authors(item);
        let mut also: Vec<Code> = Vec::new();
        for code in item.also.iter().flat_map(|other| self.own_authors(other).to_vec()) {
            if !own.contains(&code) && !also.contains(&code) {
                also.push(code);
            }
        }
        also
    }

    /// Its own, else those of its turn; not those of what was merged into it.
    pub fn own_authors(&self, item: &Item) -> Arc<[Code]> {
        if !item.by.is_empty() {
            return Arc::clone(&item.by);
        }
        item.turn.and_then(|turn| self.turns.get(turn)).map(|turn| Arc::clone(&turn.delegations)).unwrap_or_default()
    }

    /// The item with that number.
    pub fn item(&self, number: ItemNo) -> Option<&Item> {
        self.items.get(number)
    }

    /// The turn with that number.
    pub fn turn(&self, number: TurnNo) -> Option<&Turn> {
        self.turns.get(number)
    }

    /// The official with that id.
    pub fn official(&self, id: &str) -> Option<&Speaking> {
        self.officials.iter().find(|official| &*official.id == id)
    }

    /// The official who speaks for the State under review now, held turns included.
    pub fn official_on_floor(&self) -> Option<Text> {
        let turns = self.floor.iter().rev().filter_map(|turn| self.turns.get(*turn));
        let answering = turns.into_iter().find(|turn| self.answers(&turn.kind))?;
        answering.passes.last()?.official.clone()
    }

    /// What an official still has to answer or to add to, by theme in the order of the review.
    pub fn to_answer(&self, official: &str) -> Vec<&Item> {
        let theirs = |id: &Text| &**id == official;
        let open = self.items.iter().filter(|item| item.status == ItemStatus::Assigned);
        let mut items: Vec<&Item> = open.filter(|item| item.lead.iter().chain(item.support.iter()).any(theirs)).collect();
        items.sort_by_cached_key(|item| self.place_of_theme(item));
        items
    }

    /// Where the theme that an item stands under has its place in the vocabulary; what has none comes last.
    fn place_of_theme(&self, item: &Item) -> usize {
        let themes = &self.review.themes;
        let place = item.themes.first().and_then(|theme| themes.iter().position(|known| *known.id == **theme));
        place.unwrap_or(themes.len())
    }

    /// What the official on the floor answers next: the first of their own.
    pub fn answered_next(&self) -> Option<&Item> {
        let official = self.official_on_floor()?;
        let own = self.items.iter().filter(|item| item.status == ItemStatus::Assigned && item.lead.as_ref() == Some(&official));
        own.min_by_key(|item| self.place_of_theme(item))
    }

    /// The question that has waited longest for an official.
    pub fn oldest_to_assign(&self) -> Option<&Item> {
        self.items.iter().find(|item| item.needs_official())
    }

    /// What an official has to do, has done, and how long they have spoken.
    pub fn load(&self, id: &str, now: Ms) -> Load {
        let at = self.officials.iter().position(|official| &*official.id == id);
        at.and_then(|at| self.loads(now).into_iter().nth(at)).unwrap_or_default()
    }

    /// The same of all of them, in the order of [`State::officials`].
    pub fn loads(&self, now: Ms) -> Vec<Load> {
        let mut loads = vec![Load::default(); self.officials.len()];
        let place = |id: Option<&Text>| id.and_then(|id| self.officials.iter().position(|official| official.id == *id));
        for item in self.items.iter() {
            if item.status == ItemStatus::Assigned
                && let Some(load) = place(item.lead.as_ref()).and_then(|at| loads.get_mut(at))
            {
                load.open += 1;
            }
            if let Some(load) = place(item.answer.as_ref().and_then(|answer| answer.by.as_ref())).and_then(|at| loads.get_mut(at)) {
                match item.status {
                    ItemStatus::Written => load.written += 1,
                    _ => load.answered += 1,
                }
            }
        }
        for (official, spoken) in self.turns.iter().flat_map(|turn| turn.pass_times(now)) {
            let at = self.officials.iter().position(|one| official == Some(&*one.id));
            if let Some(load) = at.and_then(|at| loads.get_mut(at)) {
                load.spoken += spoken;
            }
        }
        loads
    }

    /// How many items there are, by how far they are.
    pub fn item_counts(&self) -> ItemCounts {
        let mut counts = ItemCounts::default();
        self.items.iter().for_each(|item| counts.count(item));
        counts
    }

    /// How many entries have spoken: their turn is over and was not an absence.
    pub fn spoken(&self) -> usize {
        self.entries.iter().filter(|entry| entry.status == EntryStatus::Taken).count()
            - self.floor.iter().filter(|turn| self.turns.get(**turn).is_some_and(|turn| turn.entry.is_some())).count()
    }
}

impl Turn {
    /// Each official's part: who, and how long until a moment.
    pub fn pass_times(&self, now: Ms) -> impl Iterator<Item = (Option<&str>, Ms)> {
        let ends = self.passes.iter().skip(1).map(|pass| pass.from).chain(std::iter::once(self.speaking.read(now)));
        self.passes.iter().zip(ends).map(|(pass, end)| (pass.official.as_deref(), end - pass.from))
    }
}
