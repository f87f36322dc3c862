//! Items: logged, put right, given to officials, answered.

use std::sync::Arc;

use super::Misfit;
use crate::dialogue::{Answer, Editing, Item, ItemNo, ItemStatus, Logging, Position, Speaking, State, Text, TurnNo};
use crate::review::Ms;

const NO_ITEM: Misfit = "there was no such item";

impl State {
    pub(super) fn enter_official(&mut self, id: &Text, office: &Text) -> Result<(), Misfit> {
        if self.official(id).is_none() {
            self.officials.push(Speaking { id: Text::clone(id), key: None, office: Text::clone(office), head: false });
        }
        Ok(())
    }

    pub(super) fn log(&mut self, moment: Ms, logging: &Logging) -> Result<(), Misfit> {
        self.log_to(moment, logging, self.statement)
    }

    /// Handed in before the meeting, so that it belongs to no turn.
    pub(in crate::dialogue) fn log_before(&mut self, moment: Ms, logging: &Logging) -> Result<(), Misfit> {
        self.log_to(moment, logging, None)
    }

    fn log_to(&mut self, moment: Ms, logging: &Logging, statement: Option<TurnNo>) -> Result<(), Misfit> {
        self.known(logging.lead.iter().chain(&logging.support))?;
        self.known_turn(logging.turn)?;
        self.take_part(&logging.by)?;
        let item = Item {
            number: logging.item,
            sort: logging.sort,
            at: moment,
            text: Text::clone(&logging.text),
            themes: shared(&logging.themes),
            by: shared(&logging.by),
            turn: logging.turn.or(statement),
            heard_in: statement.filter(|_| logging.turn.is_none()),
            lead: logging.lead.clone(),
            support: shared(&logging.support),
            why: None,
            status: if logging.lead.is_some() { ItemStatus::Assigned } else { ItemStatus::Noted },
            answer: None,
            position: Position::Pending,
            repeats: logging.repeats.clone(),
            also: Arc::default(),
        };
        self.items.insert(logging.item, item);
        Ok(())
    }

    pub(super) fn edit(&mut self, editing: &Editing) -> Result<(), Misfit> {
        self.known_turn(editing.turn)?;
        self.take_part(editing.by.as_deref().unwrap_or_default())?;
        let item = self.items.get_mut(editing.item).ok_or(NO_ITEM)?;
        if let Some(text) = &editing.text {
            item.text = Text::clone(text);
        }
        if let Some(themes) = &editing.themes {
            item.themes = shared(themes);
        }
        if let Some(by) = &editing.by {
            item.by = shared(by);
        }
        if editing.turn.is_some() {
            item.turn = editing.turn;
            item.heard_in = None;
        }
        if let Some(sort) = editing.sort {
            item.sort = sort;
        }
        if let Some(repeats) = &editing.repeats {
            item.repeats = Some(Text::clone(repeats)).filter(|repeats| !repeats.is_empty());
        }
        Ok(())
    }

    /// The second has the moment, the turn and the authors of the first, and whatever else is not said of it.
    pub(super) fn split(&mut self, from: ItemNo, item: ItemNo, text: &Text, themes: &[Text], officials: &[Text]) -> Result<(), Misfit> {
        self.known(officials)?;
        let first = self.items.get(from).ok_or(NO_ITEM)?;
        let mut second = Item { number: item, text: Text::clone(text), also: Arc::default(), ..first.clone() };
        if !themes.is_empty() {
            second.themes = shared(themes);
        }
        if let Some((lead, support)) = officials.split_first() {
            second.lead = Some(Text::clone(lead));
            second.support = shared(support);
        }
        second.answer = None;
        second.position = Position::Pending;
        second.status = if second.lead.is_some() { ItemStatus::Assigned } else { ItemStatus::Noted };
        self.items.insert(item, second);
        Ok(())
    }

    /// What was merged is kept in the one that stays, with its own turn and authors: they ask it too.
    pub(super) fn merge(&mut self, items: &[ItemNo], into: ItemNo) -> Result<(), Misfit> {
        let mut also: Vec<Item> = self.items.get(into).ok_or(NO_ITEM)?.also.to_vec();
        for item in items.iter().filter(|item| **item != into) {
            let mut merged = self.items.remove(*item).ok_or(NO_ITEM)?;
            let theirs = std::mem::take(&mut merged.also);
            also.push(merged);
            also.extend(theirs.iter().cloned());
        }
        self.items.get_mut(into).ok_or(NO_ITEM)?.also = Arc::from(also);
        Ok(())
    }

    /// A delegation that was not in the room after all has said nothing: what was logged in its turn was said in the statement before.
    pub(super) fn pass_over(&mut self, absent: TurnNo) {
        self.put_into(self.statement, |item| item.turn == Some(absent) && item.heard_in.is_some());
    }

    /// It came in, and its turn goes on: what was logged in it was said in it.
    pub(super) fn hear_again(&mut self, turn: TurnNo) {
        self.put_into(Some(turn), |item| item.heard_in == Some(turn));
    }

    fn put_into(&mut self, turn: Option<TurnNo>, fits: impl Fn(&Item) -> bool) {
        let concerned = self.items.iter().filter(|item| fits(item) || item.also.iter().any(&fits));
        let concerned: Vec<ItemNo> = concerned.map(|item| item.number).collect();
        for item in concerned {
            let Some(item) = self.items.get_mut(item) else { continue };
            if fits(item) {
                item.turn = turn;
            }
            if item.also.iter().any(&fits) {
                let also = item.also.iter().map(|also| if fits(also) { Item { turn, ..also.clone() } } else { also.clone() });
                item.also = also.collect();
            }
        }
    }

    pub(super) fn drop_item(&mut self, item: ItemNo) -> Result<(), Misfit> {
        self.items.remove(item).map(|_| ()).ok_or(NO_ITEM)
    }

    pub(super) fn assign(&mut self, items: &[ItemNo], lead: &Text, support: &[Text], why: Option<&Text>) -> Result<(), Misfit> {
        self.known(std::iter::once(lead).chain(support))?;
        self.each(items, |item| {
            item.lead = Some(Text::clone(lead));
            item.support = shared(support);
            item.why = why.cloned();
            item.status = ItemStatus::Assigned;
            item.answer = None;
        })
    }

    pub(super) fn unassign(&mut self, items: &[ItemNo]) -> Result<(), Misfit> {
        self.each(items, |item| {
            item.lead = None;
            item.support = Arc::default();
            item.status = ItemStatus::Noted;
            item.answer = None;
        })
    }

    pub(super) fn answer_items(&mut self, moment: Ms, items: &[ItemNo], by: Option<&Text>) -> Result<(), Misfit> {
        self.known(by)?;
        let turn = self.answer;
        self.each(items, |item| {
            item.status = ItemStatus::Answered;
            item.answer = Some(Answer { at: moment, turn, by: by.or(item.lead.as_ref()).cloned() });
        })
    }

    /// Who promised an answer in writing is kept like who gave one.
    pub(super) fn promise(&mut self, moment: Ms, items: &[ItemNo], by: Option<&Text>) -> Result<(), Misfit> {
        self.answer_items(moment, items, by)?;
        self.each(items, |item| item.status = ItemStatus::Written)
    }

    pub(super) fn decline(&mut self, items: &[ItemNo], why: Option<&Text>) -> Result<(), Misfit> {
        self.each(items, |item| {
            item.status = ItemStatus::Declined;
            item.answer = None;
            item.why = why.cloned();
        })
    }

    pub(super) fn position(&mut self, items: &[ItemNo], position: Position) -> Result<(), Misfit> {
        self.each(items, |item| item.position = position)
    }

    pub(super) fn reopen(&mut self, items: &[ItemNo]) -> Result<(), Misfit> {
        self.each(items, |item| {
            // Why it was not to be answered is no reason to have been handed on.
            item.why = item.why.take().filter(|_| item.status != ItemStatus::Declined);
            item.status = if item.lead.is_some() { ItemStatus::Assigned } else { ItemStatus::Noted };
            item.answer = None;
        })
    }

    fn each(&mut self, items: &[ItemNo], change: impl Fn(&mut Item)) -> Result<(), Misfit> {
        items.iter().try_for_each(|item| self.items.get_mut(*item).map(&change).ok_or(NO_ITEM))
    }

    pub(super) fn known<'a>(&self, officials: impl IntoIterator<Item = &'a Text>) -> Result<(), Misfit> {
        let known = officials.into_iter().all(|id| self.official(id).is_some());
        if known { Ok(()) } else { Err("there was no such official") }
    }

    fn known_turn(&self, turn: Option<TurnNo>) -> Result<(), Misfit> {
        let known = turn.is_none_or(|turn| self.turns.get(turn).is_some());
        if known { Ok(()) } else { Err("there was no such turn") }
    }
}

/// Most lists of an item are empty, and all empty ones are the same.
fn shared<T: Clone>(things: &[T]) -> Arc<[T]> {
    if things.is_empty() { Arc::default() } else { Arc::from(things) }
}
