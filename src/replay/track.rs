//! The course of a meeting as steps, one a record, with the state at any position among them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::course::Course;
use crate::dialogue::{Event, Record, Seq, Slot, State};
use crate::review::{Ms, Review};

/// From one kept state to any step before the next there are at most so many to fold.
const SPACING: usize = 1_024;

/// Where one is in a recording: so many steps have been made, and it is this moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Position {
    /// How many steps.
    pub after: usize,
    /// The moment; never before the last of them, never after the next.
    pub moment: Ms,
}

/// A record, when it comes in the course of the meeting.
#[derive(Debug, Clone)]
pub struct Step {
    /// When.
    pub at: Ms,
    /// As it counts then.
    pub slot: Slot,
    /// What was recorded.
    pub record: Arc<Record>,
}

impl Step {
    /// What happened in it; nothing, where it only put another record right.
    pub fn facts(&self) -> &[Event] {
        if corrects(&self.record) { &[] } else { self.slot.facts(&self.record) }
    }
}

/// The steps of a meeting in their order, and kept states to fold from.
#[derive(Debug, Clone)]
pub struct Track {
    opened: State,
    steps: Vec<Step>,
    /// States after so many steps.
    kept: Vec<(usize, State)>,
    end: Ms,
    review: Arc<Review>,
    /// Turns, points of order, items and what the meeting was doing.
    pub course: Course,
}

impl Track {
    /// A track without a step: the state in which a session was opened.
    pub(super) fn new(opened: State) -> Track {
        let (course, review) = (Course::of(&opened), Arc::clone(&opened.review));
        Track { opened, steps: Vec::new(), kept: Vec::new(), end: Ms::ZERO, review, course }
    }

    /// One more step, and the state after it. `follows`: this is the fold of the steps since the last kept state, without those taken back.
    pub(super) fn push(&mut self, step: Step, state: &State, follows: bool) {
        self.end = self.end.max(step.at);
        self.review = Arc::clone(&state.review);
        self.course.push(self.steps.len(), &step, state);
        self.steps.push(step);
        if !follows || self.steps.len().is_multiple_of(SPACING) {
            self.kept.push((self.steps.len(), state.clone()));
        }
    }

    /// The recording goes on at least until a moment.
    pub(super) fn lasts_until(&mut self, moment: Ms) {
        self.end = self.end.max(moment);
    }

    /// The newest record that the last kept state knows of.
    pub(super) fn kept_until(&self) -> Seq {
        let steps = self.kept.last().map_or(0, |(after, _)| *after);
        self.newest(self.after(steps))
    }

    /// The review with everyone who was entered on the way.
    pub fn review(&self) -> &Arc<Review> {
        &self.review
    }

    /// All steps.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The last moment.
    pub fn end(&self) -> Ms {
        self.end
    }

    /// What is true at a position: the fold of the steps up to it, and what time alone brought about since.
    pub fn state(&self, position: Position) -> State {
        let before = self.kept.partition_point(|(after, _)| *after <= position.after);
        let nearest = before.checked_sub(1).and_then(|last| self.kept.get(last));
        let (after, mut state) = nearest.map_or_else(|| (0, self.opened.clone()), |(after, state)| (*after, state.clone()));
        let steps = self.steps.get(after..position.after.min(self.steps.len())).unwrap_or_default();
        let taken_back = taken_back(steps);
        for step in steps.iter().filter(|step| !corrects(&step.record) && !taken_back.contains(&step.slot.seq)) {
            // What was folded once folds again: it stands here in the same order.
            let _ = state.apply(step.slot.facts(&step.record), &step.slot);
        }
        state.lapse(position.moment);
        state
    }

    /// Everything that happened until a moment, and that moment; no further than the recording goes.
    pub fn at(&self, moment: Ms) -> Position {
        let moment = moment.clamp(Ms::ZERO, self.end);
        Position { after: self.steps.partition_point(|step| step.at <= moment), moment }
    }

    /// Just after so many steps.
    pub fn after(&self, steps: usize) -> Position {
        let after = steps.min(self.steps.len());
        let moment = after.checked_sub(1).and_then(|last| self.steps.get(last)).map_or(Ms::ZERO, |step| step.at);
        Position { after, moment }
    }

    /// The last position.
    pub fn last(&self) -> Position {
        Position { after: self.steps.len(), moment: self.end }
    }

    /// The number of the record that was the newest at a position; the first holds the review.
    pub fn newest(&self, position: Position) -> Seq {
        position.after.checked_sub(1).and_then(|last| self.steps.get(last)).map_or(Seq(1), |step| step.slot.seq)
    }

    /// How many states are kept, for measurements.
    pub fn kept(&self) -> usize {
        self.kept.len()
    }
}

/// The records that are taken back at the end of some steps, of those that are among them.
fn taken_back(steps: &[Step]) -> BTreeSet<Seq> {
    let mut taken_back = BTreeSet::new();
    for event in steps.iter().flat_map(|step| step.record.events.first()) {
        match event {
            Event::Undone(seqs) => taken_back.extend(seqs),
            Event::Redone(seqs) => taken_back.retain(|seq| !seqs.contains(seq)),
            _ => {}
        }
    }
    taken_back
}

/// Whether a record changes no state of its own, but how others count.
pub(super) fn corrects(record: &Record) -> bool {
    matches!(
        record.events.first(),
        Some(Event::Undone(_) | Event::Redone(_) | Event::Retyped { .. } | Event::Shifted { .. } | Event::Replaced(_))
    )
}
