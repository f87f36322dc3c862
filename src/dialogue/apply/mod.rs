//! What a fact does to a state. Nothing is decided here: an event either fits the state or the record is broken.

mod charges;
mod floor;
mod items;
mod list;
mod meeting;
mod order;
mod participants;
mod rulings;

use std::fmt;

use super::{Event, Seq, Slot, State};

/// A record that does not fit the records before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Which record.
    pub seq: Seq,
    /// What it needs and does not find.
    pub reason: &'static str,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "record {} does not fit the ones before it: {}", self.seq, self.reason)
    }
}

impl std::error::Error for Broken {}

/// What an event needs and does not find.
type Misfit = &'static str;

impl State {
    /// Applies what happened in a slot, as it has it, whose moment may be another than the record's own. What a [`Dialogue`](super::Dialogue)
    /// has taken in fits again in the same order, which is how a session is played back.
    ///
    /// # Errors
    /// [`Broken`] when an event does not fit; the state is then half changed and must be thrown away.
    pub fn apply(&mut self, facts: &[Event], slot: &Slot) -> Result<(), Broken> {
        self.lapse(slot.moment);
        self.as_of = slot.moment;
        for event in facts {
            self.take_in(slot, event).map_err(|reason| Broken { seq: slot.seq, reason })?;
        }
        Ok(())
    }

    fn take_in(&mut self, slot: &Slot, event: &Event) -> Result<(), Misfit> {
        let Slot { seq, moment, .. } = *slot;
        match event {
            // These concern slots: see `dialogue::slots`.
            Event::Opened(_) | Event::Undone(_) | Event::Redone(_) | Event::Retyped { .. } | Event::Shifted { .. } | Event::Replaced(_) => {
                Ok(())
            }
            Event::Began => self.begin(moment),
            Event::Suspended => self.suspend(moment),
            Event::Reconvened => self.reconvene(moment),
            Event::Adjourned => self.adjourn(moment),
            Event::Segment(name) => self.begin_segment(name),
            Event::Noted(text) => self.note(moment, seq, text),
            Event::Inscribed(inscription) => self.inscribe(inscription),
            Event::Imported(inscriptions) => inscriptions.iter().try_for_each(|inscription| self.inscribe(inscription)),
            Event::Withdrawn(entry) => self.withdraw(*entry),
            Event::Restored(entry) => self.restore(*entry),
            Event::Moved { entry, to } => self.move_entry(*entry, *to),
            Event::Swapped(one, other) => self.swap(*one, *other),
            Event::SetAside(entry) => self.set_aside(*entry),
            Event::Released(entry) => self.release(*entry),
            Event::Sorted(start) => self.sort_by_name(*start),
            Event::Drawn { seed, count } => {
                self.sort_by_lot(*seed, *count);
                Ok(())
            }
            Event::ListOpened | Event::ListClosed => {
                self.set_list_status(moment, *event == Event::ListOpened);
                Ok(())
            }
            Event::ParticipantEntered { code, name, key, sort_key } => self.enter_participant(*code, name, key, sort_key),
            Event::Reconciled { participant, delegation } => self.reconcile(*participant, *delegation),
            Event::Divided { member, observer, rung } => self.divide(moment, *member, *observer, *rung),
            Event::Banked { group, total } => self.fill_bank(group, *total),
            Event::Redistributed { each, .. } => {
                self.add_to_banks(*each);
                Ok(())
            }
            Event::Cut(turn) => self.cut(moment, *turn),
            Event::TookUpAgain(turn) => self.take_up_again(moment, *turn),
            Event::Ruled { turn, ruling, text } => self.rule(moment, *turn, *ruling, text.as_ref()),
            Event::Timed { entry, time } => self.time_entry(*entry, *time),
            Event::TookFloor(taking) => self.take_floor(moment, taking, slot.kind.as_ref().unwrap_or(&taking.kind)),
            Event::Ended(turn) => self.end(moment, *turn),
            Event::Paused(turn) => self.pause(moment, *turn),
            Event::Resumed(turn) => self.resume(moment, *turn),
            Event::Extended { turn, by } => self.extend(moment, *turn, *by),
            Event::Passed { turn, official } => self.pass(moment, *turn, official.as_ref()),
            Event::Absent { entry, turn } => self.absent(moment, *entry, *turn),
            Event::OfficialEntered { id, office } => self.enter_official(id, office),
            Event::Logged(logging) => self.log(moment, logging),
            Event::AskedBefore(loggings) => loggings.iter().try_for_each(|logging| self.log_before(moment, logging)),
            Event::Split { from, item, text, themes, officials } => self.split(*from, *item, text, themes, officials),
            Event::Merged { items, into } => self.merge(items, *into),
            Event::Edited(editing) => self.edit(editing),
            Event::Dropped(item) => self.drop_item(*item),
            Event::Assigned { items, lead, support, why } => self.assign(items, lead, support, why.as_ref()),
            Event::Unassigned(items) => self.unassign(items),
            Event::Answered { items, by } => self.answer_items(moment, items, by.as_ref()),
            Event::PromisedInWriting { items, by } => self.promise(moment, items, by.as_ref()),
            Event::Declined { items, why } => self.decline(items, why.as_ref()),
            Event::Positioned { items, position } => self.position(items, *position),
            Event::Reopened(items) => self.reopen(items),
        }
    }
}
