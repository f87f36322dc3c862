//! Items that were an official's and are another's now, and why they were handed on.

use std::collections::BTreeMap;

use super::super::Telling;
use crate::dialogue::{Event, ItemNo, Text};

/// An item that was handed on.
pub(super) struct HandedOn {
    /// Which.
    pub item: ItemNo,
    /// Whose it was.
    pub from: Text,
    /// Why it went, if that was said.
    pub why: Option<Text>,
}

/// Every item that went from one official to another or was taken back from one, in the order in which that happened; those that came
/// back to the same official later are not among them.
pub(super) fn handed_on(telling: &Telling<'_>) -> Vec<HandedOn> {
    let mut handed = Vec::new();
    let mut leads: BTreeMap<ItemNo, Text> = BTreeMap::new();
    let events = telling.dialogue.counting().flat_map(|(slot, record)| slot.facts(record));
    for event in events {
        match event {
            Event::Logged(logging) => leads.extend(logging.lead.clone().map(|lead| (logging.item, lead))),
            Event::AskedBefore(loggings) => leads.extend(loggings.iter().filter_map(|one| Some((one.item, one.lead.clone()?)))),
            Event::Split { from, item, .. } => leads.extend(leads.get(from).cloned().map(|lead| (*item, lead))),
            Event::Assigned { items, lead, why, .. } => {
                for item in items {
                    let before = leads.insert(*item, lead.clone()).filter(|before| before != lead);
                    handed.extend(before.map(|from| HandedOn { item: *item, from, why: why.clone() }));
                }
            }
            Event::Unassigned(items) => {
                handed.extend(items.iter().filter_map(|item| Some(HandedOn { item: *item, from: leads.remove(item)?, why: None })));
            }
            _ => {}
        }
    }
    handed.retain(|one| leads.get(&one.item) != Some(&one.from));
    handed
}
