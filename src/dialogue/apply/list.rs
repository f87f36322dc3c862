//! The list of speakers: who enters, leaves, moves; places by rank and arrival, and what was placed by hand stays.

use std::sync::Arc;

use super::Misfit;
use crate::dialogue::{Entry, EntryNo, EntryStatus, Inscription, ListStatus, Place, State, Text};
use crate::review::{Code, Ms};

const NOT_LISTED: Misfit = "the entry was not in the list";

impl State {
    pub(in crate::dialogue) fn inscribe(&mut self, inscription: &Inscription) -> Result<(), Misfit> {
        let kind = self.kind(&inscription.kind).ok_or("the modalities have no such kind")?;
        let rank = kind.rank;
        self.take_part(&inscription.delegations)?;
        self.entries.insert(
            inscription.entry,
            Entry {
                number: inscription.entry,
                delegations: Arc::from(inscription.delegations.as_slice()),
                member: self.is_member(&inscription.delegations),
                kind: Text::clone(&inscription.kind),
                rank,
                time: inscription.time,
                by_hand: inscription.at.is_some(),
                re: inscription.re,
                late: inscription.late.clone(),
                status: EntryStatus::Waiting,
                absences: 0,
            },
        );
        let at = match inscription.at {
            Some(place) => self.index_of(place)?,
            None => self.index_by_rank(rank),
        };
        self.order.insert(at.min(self.order.len()), inscription.entry);
        Ok(())
    }

    pub(super) fn withdraw(&mut self, entry: EntryNo) -> Result<(), Misfit> {
        self.listed_mut(entry)?.status = EntryStatus::Withdrawn;
        Ok(())
    }

    pub(super) fn restore(&mut self, entry: EntryNo) -> Result<(), Misfit> {
        let entry = self.entries.get_mut(entry).filter(|entry| entry.status == EntryStatus::Withdrawn);
        entry.ok_or("the entry was not withdrawn")?.status = EntryStatus::Waiting;
        Ok(())
    }

    pub(super) fn move_entry(&mut self, entry: EntryNo, to: Place<EntryNo>) -> Result<(), Misfit> {
        self.listed_mut(entry)?.by_hand = true;
        self.order.retain(|other| *other != entry);
        let at = self.index_of(to)?;
        self.order.insert(at.min(self.order.len()), entry);
        Ok(())
    }

    /// By agreement between the two; both then stand where someone put them.
    pub(super) fn swap(&mut self, one: EntryNo, other: EntryNo) -> Result<(), Misfit> {
        for entry in [one, other] {
            self.listed_mut(entry)?.by_hand = true;
        }
        for place in &mut self.order {
            if *place == one {
                *place = other;
            } else if *place == other {
                *place = one;
            }
        }
        Ok(())
    }

    pub(super) fn set_aside(&mut self, entry: EntryNo) -> Result<(), Misfit> {
        let entry = self.entries.get_mut(entry).filter(|entry| entry.status == EntryStatus::Waiting);
        entry.ok_or("the entry was not waiting")?.status = EntryStatus::Aside;
        Ok(())
    }

    pub(super) fn release(&mut self, entry: EntryNo) -> Result<(), Misfit> {
        let entry = self.entries.get_mut(entry).filter(|entry| entry.status == EntryStatus::Aside);
        entry.ok_or("the entry was not set aside")?.status = EntryStatus::Waiting;
        Ok(())
    }

    pub(super) fn set_list_status(&mut self, at: Ms, open: bool) {
        self.list_status = Some(ListStatus { at, open });
    }

    pub(super) fn take_part(&self, delegations: &[Code]) -> Result<(), Misfit> {
        let known = delegations.iter().all(|code| self.review.delegation(*code).is_some());
        if known { Ok(()) } else { Err("one who was named did not take part") }
    }

    pub(super) fn time_entry(&mut self, entry: EntryNo, time: Ms) -> Result<(), Misfit> {
        self.listed_mut(entry)?.time = Some(time);
        Ok(())
    }

    /// Called and not in the room: to the end of the list.
    pub(super) fn send_to_end(&mut self, entry: EntryNo) -> Result<(), Misfit> {
        let absent = self.entries.get_mut(entry).ok_or(NOT_LISTED)?;
        absent.status = EntryStatus::Waiting;
        absent.absences += 1;
        self.order.retain(|other| *other != entry);
        self.order.push(entry);
        Ok(())
    }

    pub(super) fn leave_list(&mut self, entry: EntryNo) -> Result<(), Misfit> {
        self.listed_mut(entry)?.status = EntryStatus::Taken;
        if let Some(at) = self.order.iter().position(|other| *other == entry) {
            self.order.remove(at);
        }
        Ok(())
    }

    fn listed_mut(&mut self, entry: EntryNo) -> Result<&mut Entry, Misfit> {
        let entry = self.entries.get_mut(entry);
        entry.filter(|entry| entry.is_listed()).ok_or(NOT_LISTED)
    }

    /// Before the first that stands by its rank and ranks lower, so that what was placed by hand stays where it was put (case OS-29).
    fn index_by_rank(&self, rank: u32) -> usize {
        let lower = |entry: &EntryNo| self.entries.get(*entry).is_some_and(|entry| entry.rank > rank && !entry.by_hand);
        self.order.iter().position(lower).unwrap_or(self.order.len())
    }

    fn index_of(&self, place: Place<EntryNo>) -> Result<usize, Misfit> {
        let find = |entry: EntryNo| self.order.iter().position(|other| *other == entry).ok_or("its neighbour was not in the list");
        match place {
            Place::Top => Ok(0),
            Place::End => Ok(self.order.len()),
            Place::At(place) => Ok(self.index_of_place(place)),
            Place::Before(entry) => find(entry),
            Place::After(entry) => find(entry).map(|at| at + 1),
        }
    }

    /// Where in the order the place counted among those who wait or are set aside begins.
    fn index_of_place(&self, place: u32) -> usize {
        let listed = |entry: &EntryNo| self.entries.get(*entry).is_some_and(Entry::is_listed);
        let before = usize::try_from(place.saturating_sub(1)).unwrap_or(usize::MAX);
        let mut places = self.order.iter().enumerate().filter(|(_, entry)| listed(entry));
        places.nth(before).map_or(self.order.len(), |(at, _)| at)
    }
}
