//! A session as its records: the slots they stand in, the fold of those that count, and checkpoints to fold from.
//!
//! Pass one gives each record a slot, with its effective moment and whether it was taken back. Pass two applies the slots
//! by (moment, slot), deciding nothing anew. Checkpoints stand between slots, so that a change in the middle folds only
//! what comes after it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::apply::Broken;
use super::checkpoints::Checkpoint;
use super::decide::Numbers;
use super::{Action, Command, EntryNo, Event, Inscription, ItemNo, Record, Refusal, RefusalCode, Seq, Slot, State, Text};
use crate::review::{Ms, Review};

/// All records of a session, and what is true after the last one.
#[derive(Debug, Clone)]
pub struct Dialogue {
    pub(super) records: Vec<Arc<Record>>,
    pub(super) slots: Vec<Slot>,
    /// Indices of the slots that change something, by (moment, slot).
    pub(super) order: Vec<usize>,
    /// Which records amend the slot of a record, oldest first.
    pub(super) amendments: BTreeMap<Seq, Vec<Seq>>,
    pub(super) checkpoints: Vec<Checkpoint>,
    pub(super) state: State,
    pub(super) numbers: Numbers,
}

/// What a command comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// When it happened.
    pub moment: Ms,
    /// What happened. Nothing: the command is accepted, changes nothing and is not recorded.
    pub events: Vec<Event>,
}

impl Dialogue {
    /// Opens a session on its first record, which holds the review.
    ///
    /// # Errors
    /// [`Broken`] when the first record holds no review, or its list does not fit its modalities.
    pub fn open(first: Arc<Record>) -> Result<Dialogue, Broken> {
        let broken = |reason| Broken { seq: first.seq, reason };
        let Some(Event::Opened(review)) = first.events.first() else {
            return Err(broken("it does not hold the review"));
        };
        let mut state = State::new(Arc::clone(review));
        let mut numbers = Numbers::default();
        for inscription in inscribed_beforehand(review) {
            state.inscribe(&inscription).map_err(broken)?;
            numbers.entry = inscription.entry;
        }
        for (row, number) in review.advance.iter().zip(1_u32..) {
            let question = state.asked_before(row, ItemNo(number));
            state.log_before(Ms::ZERO, &question).map_err(broken)?;
            numbers.item = question.item;
        }
        let checkpoints = vec![Checkpoint { applied: 0, state: state.clone() }];
        let slots = vec![Slot::of(&first)];
        Ok(Dialogue { records: vec![first], slots, order: Vec::new(), amendments: BTreeMap::new(), checkpoints, state, numbers })
    }

    /// What is true after the last record, and what time alone brought about since, up to the last [`Dialogue::advance`].
    pub fn state(&self) -> &State {
        &self.state
    }

    /// All records, oldest first.
    pub fn records(&self) -> &[Arc<Record>] {
        &self.records
    }

    /// How each record stands in the fold, in order of number.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The newest record's number.
    pub fn seq(&self) -> Seq {
        self.slots.last().map_or(Seq(0), |slot| slot.seq)
    }

    /// Brings about what time alone brings about until `now`.
    pub fn advance(&mut self, now: Ms) {
        self.state.lapse(now);
    }

    /// The state as it was at a moment, by the records that count now.
    pub fn at(&self, moment: Ms) -> State {
        let mut state = self.folded(self.position_after(moment));
        state.lapse(moment);
        state
    }

    /// Decides a command of a seat. A record's moment is never before the session's first.
    ///
    /// # Errors
    /// A [`Refusal`], among them `depends` when a later record does not fit what would have happened `ago`.
    pub fn decide(&self, seat: &str, command: &Command, now: Ms) -> Result<Decision, Refusal> {
        match &command.action {
            Action::Undo(seqs) => self.decide_undo(seat, seqs, now),
            Action::Redo(seqs) => self.decide_redo(seat, seqs, now),
            Action::Back(by) => self.decide_back(*by, now),
            Action::Replace { record, by } => self.decide_replace(seat, *record, by, now),
            Action::Retype(kind) => self.decide_retype(kind, now - command.ago),
            action => self.decide_change(action, now - command.ago),
        }
    }

    /// Decides what happened at a moment, and holds it, and the records after that moment, against what would be true then:
    /// a record that is written once and does not fit would be the end of the session.
    fn decide_change(&self, action: &Action, moment: Ms) -> Result<Decision, Refusal> {
        if moment < Ms::ZERO {
            let sentence = "That would be before the session was opened; name a shorter time with ago=";
            return Err(Refusal::new(RefusalCode::Depends, sentence));
        }
        let position = self.position_after(moment);
        let mut state = if moment >= self.state.as_of { self.state.clone() } else { self.folded(position) };
        state.lapse(moment);
        let events = state.decide(self.numbers, action, moment)?;
        let supposed = Record::of(self.seq().next(), moment, events);
        state
            .apply(&supposed.events, &Slot::of(&supposed))
            .and_then(|()| self.apply_slots(state, self.order.get(position..).unwrap_or_default(), |slot| slot))
            .map_err(|broken| self.depends("does not fit what would have happened before it", &broken))?;
        Ok(Decision { moment, events: supposed.events })
    }

    /// Takes the next record in.
    ///
    /// # Errors
    /// [`Broken`] when it is not the next one or does not fit; nothing is changed then.
    pub fn apply(&mut self, record: Arc<Record>) -> Result<(), Broken> {
        if record.seq != self.seq().next() {
            return Err(Broken { seq: record.seq, reason: "records are missing before it" });
        }
        if !Numbers::can_count(&record.events) {
            return Err(Broken { seq: record.seq, reason: "what it creates has a number that no meeting comes to" });
        }
        match record.events.first() {
            Some(Event::Undone(seqs)) => self.put(&self.marked(seqs, true))?,
            Some(Event::Redone(seqs)) => self.put(&self.marked(seqs, false))?,
            Some(Event::Shifted { .. } | Event::Retyped { .. } | Event::Replaced(_)) => self.amend(&record)?,
            _ => return self.apply_change(record),
        }
        self.slots.push(Slot::of(&record));
        self.records.push(record);
        Ok(())
    }

    fn amend(&mut self, record: &Arc<Record>) -> Result<(), Broken> {
        let broken = Broken { seq: record.seq, reason: "what it amends is not there" };
        let (Some(target), Some(slot)) = (self.target(record), self.amended(record)) else { return Err(broken) };
        self.put(&[slot])?;
        self.numbers.count(&record.events);
        self.amendments.entry(target).or_default().push(record.seq);
        Ok(())
    }

    fn apply_change(&mut self, record: Arc<Record>) -> Result<(), Broken> {
        let slot = self.slots.len();
        let position = self.position_after(record.moment);
        let is_last = position == self.order.len() && record.moment >= self.state.as_of;
        self.numbers.count(&record.events);
        self.slots.push(Slot::of(&record));
        self.order.insert(position, slot);
        self.records.push(Arc::clone(&record));
        let applied = if is_last { self.state.apply(&record.events, &Slot::of(&record)) } else { self.refold(position) };
        if let Err(broken) = applied {
            self.slots.pop();
            self.records.pop();
            self.order.retain(|other| *other != slot);
            self.state = self.folded(self.order.len());
            return Err(broken);
        }
        if is_last {
            self.keep_checkpoint();
        }
        Ok(())
    }

    /// Puts these slots in the place of what they were, and folds again; nothing is changed where that fails.
    fn put(&mut self, changed: &[Slot]) -> Result<(), Broken> {
        let (position, tail) = self.reordered(changed);
        let before: Vec<Slot> = changed.iter().filter_map(|slot| self.slot(slot.seq).cloned()).collect();
        let order = self.order.split_off(position);
        self.order.extend(tail);
        self.set_slots(changed);
        let folded = self.refold(position);
        if folded.is_err() {
            self.order.truncate(position);
            self.order.extend(order);
            self.set_slots(&before);
        }
        folded
    }

    fn set_slots(&mut self, slots: &[Slot]) {
        for slot in slots {
            if let Some(place) = self.slot_of(slot.seq).and_then(|at| self.slots.get_mut(at)) {
                *place = slot.clone();
            }
        }
    }

    /// Where in the order a record of that moment comes in: after all that happened then or before.
    fn position_after(&self, moment: Ms) -> usize {
        self.order.partition_point(|slot| self.slots.get(*slot).is_some_and(|slot| slot.moment <= moment))
    }

    /// The refusal of a change that a record does not survive; `how` it depends on the change.
    pub(super) fn depends(&self, how: &str, broken: &Broken) -> Refusal {
        let sentence = match self.record(broken.seq) {
            Some(record) => {
                let (quoted, Record { seq, seat, .. }) = (record.quoted(), &**record);
                format!("Record {quoted} by {seat} {how}: {}. Take that back first, with \"undo {seq}\"", broken.reason)
            }
            None => format!("This does not fit what is there: {}. Nothing was recorded", broken.reason),
        };
        Refusal::new(RefusalCode::Depends, sentence)
    }
}

/// The list as the review has it, numbered from 1.
fn inscribed_beforehand(review: &Review) -> impl Iterator<Item = Inscription> + '_ {
    (1_u32..).map(EntryNo).zip(&review.speakers).map(|(entry, speaker)| Inscription {
        entry,
        delegations: speaker.delegations.clone(),
        kind: Text::from(review.kind_of(speaker)),
        at: None,
        time: speaker.time,
        re: None,
        late: None,
    })
}
