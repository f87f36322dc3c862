//! The list ordered anew: by name from a drawn letter or State, or by lot. What someone put in its place stays there.

use std::collections::BTreeMap;

use super::Misfit;
use crate::dialogue::lots::draw;
use crate::dialogue::{Entry, EntryNo, EntryStatus, Start, State};
use crate::review::{Code, Delegation};

impl State {
    /// The alphabet is that of the review's language, by the first delegation of a joint entry; it begins at a letter or a
    /// delegation's name and wraps after its end (the UPR's list: drawn State first, from Z on with A).
    pub(super) fn sort_by_name(&mut self, start: Start) -> Result<(), Misfit> {
        let from = match start {
            Start::Letter(_) => "",
            Start::Delegation(code) => &self.review.delegation(code).ok_or("no such delegation took part")?.sort_key.clone(),
        };
        let wraps = |delegation: &Delegation| match start {
            Start::Letter(letter) => delegation.initial < letter,
            Start::Delegation(_) => *delegation.sort_key < *from,
        };
        let mut alphabet: Vec<&Delegation> = self.review.delegations.iter().collect();
        alphabet.sort_by(|one, other| (wraps(one), &one.sort_key).cmp(&(wraps(other), &other.sort_key)));
        let places: BTreeMap<Code, usize> = alphabet.into_iter().map(|delegation| delegation.code).zip(0..).collect();
        let place = |entry: &Entry| entry.delegations.first().and_then(|code| places.get(code)).copied();
        let key = |entry: &Entry| (entry.rank, place(entry), entry.number);
        let moving = self.standing_where(|entry| !self.keeps_its_place(entry));
        let mut keyed: Vec<_> = moving.into_iter().map(|entry| (key(entry), entry.is_listed())).collect();
        keyed.sort_unstable();
        let numbers = |listed: bool| keyed.iter().filter(move |(_, is)| *is == listed).map(|((_, _, number), _)| *number);
        let listed: Vec<EntryNo> = numbers(true).collect();
        // One that was withdrawn comes back before whoever follows it in the alphabet.
        let followed: Vec<(EntryNo, Option<EntryNo>)> = keyed
            .iter()
            .filter(|(_, is_listed)| !is_listed)
            .map(|(key, _)| (key.2, keyed.iter().find(|(other, is_listed)| *is_listed && other > key).map(|(other, _)| other.2)))
            .collect();
        self.put_in_order(&listed);
        for (withdrawn, follower) in followed {
            self.order.retain(|entry| *entry != withdrawn);
            let at = follower.and_then(|follower| self.order.iter().position(|entry| *entry == follower));
            self.order.insert(at.unwrap_or(self.order.len()), withdrawn);
        }
        Ok(())
    }

    /// The lots are drawn among those who wait, in the order in which they were inscribed: see [`crate::dialogue::lots`].
    /// Whoever is not drawn follows in the order that stood before.
    pub(super) fn sort_by_lot(&mut self, seed: u64, count: Option<u32>) {
        let mut waiting = self.standing_where(|entry| entry.status == EntryStatus::Waiting && !self.keeps_its_place(entry));
        let standing: Vec<(u32, EntryNo)> = waiting.iter().map(|entry| (entry.rank, entry.number)).collect();
        waiting.sort_by_key(|entry| entry.number);
        let count = count.and_then(|count| usize::try_from(count).ok()).unwrap_or(waiting.len()).min(waiting.len());
        let lots = draw(seed, waiting.len(), count);
        let drawn: Vec<(u32, EntryNo)> =
            lots.iter().take(count).filter_map(|lot| waiting.get(*lot)).map(|entry| (entry.rank, entry.number)).collect();
        let mut known = drawn.clone();
        known.sort_unstable();
        let rest = standing.into_iter().filter(|entry| known.binary_search(entry).is_err());
        let mut ordered: Vec<(u32, EntryNo)> = drawn.into_iter().chain(rest).collect();
        ordered.sort_by_key(|(rank, _)| *rank);
        let ordered: Vec<EntryNo> = ordered.into_iter().map(|(_, number)| number).collect();
        self.put_in_order(&ordered);
    }

    /// What was put somewhere by hand, is set aside, or was planned for the State under review.
    fn keeps_its_place(&self, entry: &Entry) -> bool {
        entry.by_hand || entry.status == EntryStatus::Aside || self.answers(&entry.kind)
    }

    fn standing_where(&self, fits: impl Fn(&Entry) -> bool) -> Vec<&Entry> {
        self.order.iter().filter_map(|entry| self.entries.get(*entry)).filter(|entry| fits(entry)).collect()
    }

    /// Puts these, all of which stand in the order, into the places that they have among them; everyone else keeps theirs.
    fn put_in_order(&mut self, ordered: &[EntryNo]) {
        let mut moving = ordered.to_vec();
        moving.sort_unstable();
        let places = self.order.iter_mut().filter(|entry| moving.binary_search(entry).is_ok());
        places.zip(ordered).for_each(|(place, entry)| *place = *entry);
    }
}
