//! A small meeting on virtual time: what is decided is recorded, and everything that is seen of it can be compared.

use std::sync::Arc;

use plenary::dialogue::{Action, Command, Dialogue, EntryNo, EntryRef, EntryStatus, Event, Record, Refusal, Seq, State};
use plenary::review::*;

use super::commands::Step;

#[derive(Clone)]
pub struct Meeting {
    pub dialogue: Dialogue,
    pub now: Ms,
}

impl Meeting {
    pub fn of(review: Review) -> Meeting {
        Meeting::opened_on(&Arc::new(Record::of(Seq(1), Ms::ZERO, vec![Event::Opened(Arc::new(review))])))
    }

    pub fn opened_on(first: &Arc<Record>) -> Meeting {
        Meeting { dialogue: Dialogue::open(first.clone()).expect("the review opens"), now: Ms::ZERO }
    }

    /// A meeting in which all of this was tried.
    pub fn played(review: Review, steps: Vec<Step>) -> Meeting {
        let mut meeting = Meeting::of(review);
        for step in steps {
            let _ = meeting.step(step);
        }
        meeting
    }

    /// The same session read back from its records.
    pub fn reopened(&self) -> Meeting {
        let mut again = Meeting::opened_on(&self.dialogue.records()[0]);
        again.now = self.now;
        for record in &self.dialogue.records()[1..] {
            again.dialogue.apply(record.clone()).expect("a record that was accepted fits");
        }
        again
    }

    /// Lets the time before a step pass, then tries it.
    pub fn step(&mut self, step: Step) -> Result<bool, Refusal> {
        self.now += step.later;
        let command = self.aimed(step.command);
        self.submit_as(step.seat, command)
    }

    /// A generated command does not know what is there: the number of an undo or of what is replaced counts back from the newest record,
    /// what is reconciled is the participant who was entered last, who is absent from place 0 has the floor, and of those withdrawn or set
    /// aside the one in that place is restored or released.
    pub fn aimed(&self, command: Command) -> Command {
        Command { action: self.aimed_action(command.action), ..command }
    }

    fn aimed_action(&self, action: Action) -> Action {
        let back = |back: Seq| Seq(self.dialogue.seq().0.saturating_sub(back.0));
        match action {
            Action::Undo(seqs) => Action::Undo(seqs.into_iter().map(back).collect()),
            Action::Replace { record, by } => Action::Replace { record: record.map(back), by: Box::new(self.aimed_action(*by)) },
            Action::Reconcile { participant, delegation } => {
                Action::Reconcile { participant: self.entered_last().unwrap_or(participant), delegation }
            }
            Action::Absent(Some(EntryRef::Place(0))) => {
                let entry = self.dialogue.state().speaking().and_then(|turn| turn.entry);
                Action::Absent(entry.map(EntryRef::Number))
            }
            Action::Restore(EntryRef::Place(place)) => Action::Restore(self.one_of(EntryStatus::Withdrawn, place)),
            Action::Release(EntryRef::Place(place)) => Action::Release(self.one_of(EntryStatus::Aside, place)),
            action => action,
        }
    }

    fn one_of(&self, status: EntryStatus, place: u32) -> EntryRef {
        let entries: Vec<EntryNo> =
            self.dialogue.state().entries.iter().filter(|entry| entry.status == status).map(|entry| entry.number).collect();
        let at = usize::try_from(place).unwrap().checked_rem(entries.len());
        at.map_or(EntryRef::Place(place), |at| EntryRef::Number(entries[at]))
    }

    fn entered_last(&self) -> Option<Code> {
        self.facts().into_iter().rev().find_map(|(_, event)| match event {
            Event::ParticipantEntered { code, .. } => Some(*code),
            _ => None,
        })
    }

    /// Whether it was accepted and changed something.
    pub fn submit(&mut self, command: Command) -> bool {
        self.submit_as("operator", command).is_ok_and(|changed| changed)
    }

    /// Whether a seat's command changed something, or why it was refused.
    pub fn submit_as(&mut self, seat: &str, command: Command) -> Result<bool, Refusal> {
        let decision = self.dialogue.decide(seat, &command, self.now)?;
        if decision.events.is_empty() {
            return Ok(false);
        }
        let record = Record::of(self.dialogue.seq().next(), self.now, decision.events);
        let record = Record { moment: decision.moment, seat: seat.into(), command: "command".into(), ..record };
        self.dialogue.apply(Arc::new(record)).expect("what was decided fits");
        Ok(true)
    }

    /// Everything that can be seen at a moment; the moment of the last change is not.
    pub fn seen_at(&self, moment: Ms) -> State {
        let mut dialogue = self.dialogue.clone();
        dialogue.advance(moment);
        let mut state = dialogue.state().clone();
        state.as_of = Ms::ZERO;
        state
    }

    /// The state now, with the clock run on.
    pub fn state(&mut self) -> &State {
        self.dialogue.advance(self.now);
        self.dialogue.state()
    }

    /// What happened and was not taken back or replaced, in the order in which it counts.
    pub fn facts(&self) -> Vec<(Ms, &Event)> {
        self.dialogue.counting().flat_map(|(slot, record)| slot.facts(record).iter().map(|event| (slot.moment, event))).collect()
    }

    /// The records that count, applied one after the other to the state in which the session was opened: the fold without checkpoints.
    pub fn folded(&self, end: Ms) -> State {
        let mut state = Meeting::opened_on(&self.dialogue.records()[0]).dialogue.state().clone();
        for (slot, record) in self.dialogue.counting() {
            state.apply(slot.facts(record), slot).expect("what counts fits");
        }
        state.lapse(end);
        state.as_of = Ms::ZERO;
        state
    }
}
