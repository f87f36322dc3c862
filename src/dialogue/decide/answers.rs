//! Who answers an item, and what becomes of it.

use super::{Decided, refuse};
use crate::dialogue::{Event, Item, ItemNo, ItemStatus, OfficialRef, Position, Refusal, RefusalCode, Sort, State, Text, Which};

impl State {
    pub(super) fn decide_assign(&self, items: &[ItemNo], lead: &OfficialRef, support: &[OfficialRef], why: Option<&Text>) -> Decided {
        let items = self.resolve_items(items)?;
        let (lead, entered) = self.known_official(lead)?;
        let mut events: Vec<Event> = entered.into_iter().collect();
        let mut supporting: Vec<Text> = Vec::new();
        for official in support {
            let (id, entered) = self.known_official(official)?;
            events.extend(entered);
            if id != lead && !supporting.contains(&id) {
                supporting.push(id);
            }
        }
        let has =
            |item: &&Item| item.status == ItemStatus::Assigned && item.lead.as_ref() == Some(&lead) && item.support[..] == supporting[..];
        if why.is_none() && items.iter().all(has) {
            return Ok(Vec::new());
        }
        let items = items.iter().map(|item| item.number).collect();
        events.push(Event::Assigned { items, lead, support: supporting, why: why.cloned() });
        Ok(events)
    }

    pub(super) fn decide_unassign(&self, items: &[ItemNo]) -> Decided {
        let given = self.numbers_where(items, |item| item.lead.is_some())?;
        Ok(if given.is_empty() { Vec::new() } else { vec![Event::Unassigned(given)] })
    }

    pub(super) fn decide_answered(&self, which: &Which, by: Option<&OfficialRef>) -> Decided {
        let (official, entered) = match by {
            Some(official) => self.resolve_official(official)?,
            None => (self.official_on_floor(), None),
        };
        let items = match which {
            Which::Items(items) => self.numbers_where(items, |item| item.status != ItemStatus::Answered || by.is_some())?,
            Which::Theme(theme) => self.outstanding_under(&self.resolve_theme(theme)?)?,
        };
        if items.is_empty() {
            return Ok(Vec::new());
        }
        Ok(entered.into_iter().chain([Event::Answered { items, by: official }]).collect())
    }

    /// One answer on a theme closes what is outstanding under it: questions, and whatever else was given to an official.
    fn outstanding_under(&self, theme: &Text) -> Result<Vec<ItemNo>, Refusal> {
        let under = self.items.iter().filter(|item| item.themes.contains(theme) && item.is_outstanding());
        let items: Vec<ItemNo> = under.map(|item| item.number).collect();
        if items.is_empty() {
            return refuse(RefusalCode::UnknownItem, format!("Nothing is outstanding under #{theme}"));
        }
        Ok(items)
    }

    /// `by` is who has the floor for the State under review, else each item's lead.
    pub(super) fn decide_written(&self, items: &[ItemNo]) -> Decided {
        let items = self.numbers_where(items, |item| item.status != ItemStatus::Written)?;
        Ok(if items.is_empty() { Vec::new() } else { vec![Event::PromisedInWriting { items, by: self.official_on_floor() }] })
    }

    pub(super) fn decide_decline(&self, items: &[ItemNo], why: Option<&Text>) -> Decided {
        let items = self.numbers_where(items, |item| item.status != ItemStatus::Declined || (why.is_some() && item.why.as_ref() != why))?;
        Ok(if items.is_empty() { Vec::new() } else { vec![Event::Declined { items, why: why.cloned() }] })
    }

    /// Only recommendations are supported or noted (resolution 5/1, paragraph 32).
    pub(super) fn decide_position(&self, items: &[ItemNo], position: Position) -> Decided {
        let other = self.resolve_items(items)?.into_iter().find(|item| item.sort != Sort::Recommendation);
        if let Some(item) = other {
            let sentence =
                format!("Item {} is no recommendation; the State under review takes a position on recommendations only", item.number);
            return refuse(RefusalCode::NotAllowed, sentence);
        }
        let items = self.numbers_where(items, |item| item.position != position)?;
        Ok(if items.is_empty() { Vec::new() } else { vec![Event::Positioned { items, position }] })
    }

    pub(super) fn decide_reopen(&self, items: &[ItemNo]) -> Decided {
        let closed = self.numbers_where(items, |item| !matches!(item.status, ItemStatus::Noted | ItemStatus::Assigned))?;
        Ok(if closed.is_empty() { Vec::new() } else { vec![Event::Reopened(closed)] })
    }

    fn numbers_where(&self, items: &[ItemNo], fits: impl Fn(&Item) -> bool) -> Result<Vec<ItemNo>, Refusal> {
        let items = self.resolve_items(items)?;
        Ok(items.into_iter().filter(|item| fits(item)).map(|item| item.number).collect())
    }
}
