//! Where in a meeting its turns, points of order and items begin, and what it was doing when.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::shape::Doing;
use super::track::{Position, Step};
use crate::dialogue::{Event, State, TurnNo};
use crate::review::{Code, Kind, Ms};

/// What one goes to from where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Someone takes the floor.
    Turn,
    /// Someone raises a point of order.
    Order,
    /// Something is logged out of a statement.
    Item,
}

/// The course of a meeting.
#[derive(Debug, Clone, Default)]
pub struct Course {
    turns: Vec<Position>,
    orders: Vec<Position>,
    items: Vec<Position>,
    /// Who had asked what was logged in a step, by how many steps had been made after it.
    authors: BTreeMap<usize, Arc<[Code]>>,
    /// What the meeting was doing from a moment on, in which turn.
    spans: Vec<Span>,
    begun: Option<Ms>,
    /// When it was adjourned, if it was not taken up again.
    adjourned: Option<Ms>,
}

/// What a meeting is doing from a moment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub from: Ms,
    pub doing: Doing,
    pub turn: Option<TurnNo>,
}

impl Course {
    pub(super) fn of(opened: &State) -> Course {
        Course { spans: vec![Span::of(Ms::ZERO, opened)], ..Course::default() }
    }

    /// The step that comes after so many others, and the state after it.
    pub(super) fn push(&mut self, before: usize, step: &Step, state: &State) {
        let here = Position { after: before + 1, moment: step.at };
        for event in step.facts() {
            if let Event::Logged(logging) = event
                && let Some(item) = state.item(logging.item)
            {
                self.authors.insert(here.after, state.own_authors(item));
            }
            match event {
                Event::TookFloor(taking) => {
                    self.turns.push(here);
                    if &**step.slot.kind.as_ref().unwrap_or(&taking.kind) == Kind::POINT_OF_ORDER {
                        self.orders.push(here);
                    }
                }
                Event::TookUpAgain(_) => self.turns.push(here),
                Event::Logged(_) | Event::Split { .. } => self.items.push(here),
                _ => {}
            }
        }
        (self.begun, self.adjourned) = (state.begun, state.adjourned);
        let span = Span::of(step.at, state);
        if self.spans.last().is_none_or(|last| (last.doing, last.turn) != (span.doing, span.turn)) {
            self.spans.push(span);
        }
    }

    /// Where the marks of one sort are, in order.
    pub fn marks(&self, mark: Mark) -> &[Position] {
        match mark {
            Mark::Turn => &self.turns,
            Mark::Order => &self.orders,
            Mark::Item => &self.items,
        }
    }

    /// The next mark of a sort after a position.
    pub fn next(&self, mark: Mark, from: Position) -> Option<Position> {
        let marks = self.marks(mark);
        marks.get(marks.partition_point(|mark| mark.after <= from.after)).copied()
    }

    /// The mark of a sort before a position: the beginning of what is under way, or of what was before it.
    pub fn previous(&self, mark: Mark, from: Position) -> Option<Position> {
        let marks = self.marks(mark);
        let before = marks.partition_point(|mark| mark.after < from.after || (mark.after == from.after && mark.moment < from.moment));
        marks.get(before.checked_sub(1)?).copied()
    }

    /// When the meeting began and when it was adjourned, where the recording has that.
    pub fn meeting(&self) -> (Option<Ms>, Option<Ms>) {
        (self.begun, self.adjourned)
    }

    /// Who had asked what was logged in the last of so many steps; nobody, where nothing was.
    pub fn authors(&self, after: usize) -> &[Code] {
        self.authors.get(&after).map(|authors| &**authors).unwrap_or_default()
    }

    pub(super) fn spans(&self) -> &[Span] {
        &self.spans
    }
}

impl Span {
    fn of(from: Ms, state: &State) -> Span {
        Span { from, doing: Doing::of(state), turn: state.speaking().map(|turn| turn.number) }
    }
}
