//! The list ordered anew, exchanged places, entries set aside, the list opened and closed.

use super::{Decided, refuse};
use crate::dialogue::{EntryRef, EntryStatus, Event, RefusalCode, Start, State};
use crate::review::Ms;

impl State {
    pub(super) fn decide_swap(&self, one: EntryRef, other: EntryRef) -> Decided {
        self.not_adjourned()?;
        let (one, other) = (self.listed_entry(one)?.number, self.listed_entry(other)?.number);
        Ok(if one == other { Vec::new() } else { vec![Event::Swapped(one, other)] })
    }

    pub(super) fn decide_aside(&self, entry: EntryRef) -> Decided {
        self.not_adjourned()?;
        let entry = self.listed_entry(entry)?;
        match entry.status {
            EntryStatus::Waiting => Ok(vec![Event::SetAside(entry.number)]),
            _ => refuse(
                RefusalCode::NotAllowed,
                format!("{} is set aside already; \"release\" brings it back", self.names(&entry.delegations)),
            ),
        }
    }

    pub(super) fn decide_release(&self, entry: EntryRef) -> Decided {
        self.not_adjourned()?;
        let entry = self.entry_aside(entry)?;
        match entry.status {
            EntryStatus::Aside => Ok(vec![Event::Released(entry.number)]),
            _ => refuse(RefusalCode::NotAllowed, format!("{} is not set aside; it waits in its place", self.names(&entry.delegations))),
        }
    }

    /// Always recorded: from where the alphabet began is a fact of the list, whether or not anyone moved.
    pub(super) fn decide_sort(&self, start: Start) -> Decided {
        self.not_adjourned()?;
        Ok(vec![Event::Sorted(start)])
    }

    /// Always recorded, with its seed.
    pub(super) fn decide_draw(&self, seed: u64, count: Option<u32>) -> Decided {
        self.not_adjourned()?;
        match (count, self.first_waiting()) {
            (Some(0), _) => refuse(RefusalCode::Usage, "Nobody would be drawn; count= says how many are, or leave it out to draw all"),
            (_, None) => refuse(RefusalCode::NobodyWaiting, "Nobody is waiting in the list of speakers, so there is nobody to draw"),
            _ => Ok(vec![Event::Drawn { seed, count }]),
        }
    }

    pub(super) fn decide_open_list(&self, now: Ms) -> Decided {
        self.not_adjourned()?;
        Ok(if self.list_is_open(now) { Vec::new() } else { vec![Event::ListOpened] })
    }

    pub(super) fn decide_close_list(&self, now: Ms) -> Decided {
        self.not_adjourned()?;
        Ok(if self.list_is_open(now) { vec![Event::ListClosed] } else { Vec::new() })
    }
}
