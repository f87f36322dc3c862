//! Items: what is logged out of statements, put right, split and merged.

use super::{Decided, Numbers, refuse};
use crate::dialogue::{Action, Editing, Event, Item, ItemNo, ItemStatus, Logging, Refusal, RefusalCode, Said, Sort, State, Text, TurnNo};
use crate::review::{Asked, Code};

impl State {
    pub(super) fn decide_log(
        &self,
        numbers: Numbers,
        sort: Sort,
        said: &Said,
        by: &[Code],
        turn: Option<TurnNo>,
        repeats: Option<&Text>,
    ) -> Decided {
        if said.text.trim().is_empty() {
            return refuse(RefusalCode::Usage, "What was said? An item needs its words");
        }
        self.resolve_turn(turn)?;
        let mut officials = self.resolve_said_officials(said)?.into_iter();
        let logging = Logging {
            item: numbers.next_item(),
            sort,
            text: Text::clone(&said.text),
            themes: self.resolve_themes(&said.themes)?,
            lead: officials.next(),
            support: officials.collect(),
            by: each_once(by),
            turn,
            repeats: repeats.map(|number| self.resolve_earlier(number)).transpose()?,
        };
        Ok(vec![Event::Logged(logging)])
    }

    /// All items of a statement or none, as one record.
    pub(super) fn decide_log_all(&self, mut numbers: Numbers, file: &str, items: &[Action]) -> Decided {
        if items.is_empty() {
            return refuse(RefusalCode::Unreadable, format!("{file} holds no items; nothing was changed"));
        }
        let mut events = Vec::with_capacity(items.len());
        for item in items {
            let Action::Log { sort, said, by, turn, repeats } = item else {
                return refuse(RefusalCode::Usage, format!("{file} holds something else than items; nothing was changed"));
            };
            let logged = self.decide_log(numbers, *sort, said, by, *turn, repeats.as_ref())?;
            numbers.count(&logged);
            events.extend(logged);
        }
        Ok(events)
    }

    /// What is asked for and is so already falls away, item by item; nothing left: nothing is recorded.
    pub(super) fn decide_edit(&self, items: &[ItemNo], asked: &Editing, said: Option<&Said>) -> Decided {
        let items = self.resolve_items(items)?;
        self.resolve_turn(asked.turn)?;
        let said = said.cloned().unwrap_or_default();
        if items.len() > 1 && !said.text.trim().is_empty() {
            return refuse(RefusalCode::Usage, "Several items do not have the same words; change the words of one at a time");
        }
        let (themes, officials) = (self.resolve_themes(&said.themes)?, self.resolve_said_officials(&said)?);
        let repeats = asked.repeats.as_ref().filter(|number| !number.is_empty()).map(|number| self.resolve_earlier(number)).transpose()?;
        let asked = Editing {
            text: Some(said.text).filter(|text| !text.trim().is_empty()),
            themes: Some(themes).filter(|themes| !themes.is_empty()),
            by: asked.by.as_deref().map(each_once),
            repeats: repeats.or(asked.repeats.clone()),
            ..asked.clone()
        };
        let mut events: Vec<Event> = items.iter().filter_map(|item| changed(item, &asked)).map(Event::Edited).collect();
        if let Some((lead, support)) = officials.split_first() {
            let others = items.iter().filter(|item| item.lead.as_ref() != Some(lead) || item.support[..] != *support);
            let items: Vec<ItemNo> = others.map(|item| item.number).collect();
            if !items.is_empty() {
                events.push(Event::Assigned { items, lead: Text::clone(lead), support: support.to_vec(), why: None });
            }
        }
        Ok(events)
    }

    pub(super) fn decide_theme(&self, items: &[ItemNo], words: &[Text]) -> Decided {
        let asked = Editing { themes: Some(self.resolve_themes(words)?), ..Editing::default() };
        Ok(self.resolve_items(items)?.into_iter().filter_map(|item| changed(item, &asked)).map(Event::Edited).collect())
    }

    pub(super) fn decide_split(&self, numbers: Numbers, item: ItemNo, said: &Said) -> Decided {
        let from = self.resolve_item(item)?.number;
        if said.text.trim().is_empty() {
            return refuse(RefusalCode::Usage, "What does the second one say? Write: split 38 TEXT");
        }
        let (themes, officials) = (self.resolve_themes(&said.themes)?, self.resolve_said_officials(said)?);
        Ok(vec![Event::Split { from, item: numbers.next_item(), text: Text::clone(&said.text), themes, officials }])
    }

    /// Only what is of one sort can be answered, or taken a position on, as one.
    ///
    /// The item that stays keeps its words, its themes, its officials, how far it is and its position: what is merged into an answered one
    /// is answered with it, and an open one stays open, so that nothing is closed unseen. One that nobody has been given is given to whom
    /// the first of the others had been given to, and those who support them: what has an official does not lose them by asking the same.
    pub(super) fn decide_merge(&self, items: &[ItemNo], into: ItemNo) -> Decided {
        let stays = self.resolve_item(into)?;
        let mut merged: Vec<ItemNo> = Vec::new();
        for item in self.resolve_items(items)?.into_iter().filter(|item| item.number != into) {
            if item.sort != stays.sort {
                let sentence =
                    format!("Items {} and {into} are of two sorts; \"edit {} sort=\" makes them one first", item.number, item.number);
                return refuse(RefusalCode::NotAllowed, sentence);
            }
            if !merged.contains(&item.number) {
                merged.push(item.number);
            }
        }
        if merged.is_empty() {
            return Ok(Vec::new());
        }
        let given = merged.iter().filter_map(|item| self.item(*item)).find_map(|item| Some((item.lead.clone()?, item.support.to_vec())));
        let mut events = vec![Event::Merged { items: merged, into }];
        if let Some((lead, support)) = given.filter(|_| stays.status == ItemStatus::Noted) {
            events.push(Event::Assigned { items: vec![into], lead, support, why: None });
        }
        Ok(events)
    }

    /// The whole file or nothing.
    pub(super) fn decide_advance(&self, numbers: Numbers, file: &str, rows: &[Asked]) -> Decided {
        if rows.is_empty() {
            return refuse(RefusalCode::Unreadable, format!("{file} holds no questions; nothing was changed"));
        }
        let numbered = rows.iter().zip(numbers.next_item().0..);
        let loggings: Vec<Logging> = numbered.map(|(row, number)| self.asked_before(row, ItemNo(number))).collect();
        Ok(vec![Event::AskedBefore(loggings)])
    }

    /// An advance question as an item: given to who is named with it, else to the official of its first theme.
    pub(in crate::dialogue) fn asked_before(&self, row: &Asked, item: ItemNo) -> Logging {
        let texts = |words: &[String]| words.iter().map(|word| Text::from(word.as_str())).collect::<Vec<_>>();
        Logging {
            item,
            sort: Sort::Question,
            text: Text::from(row.text.as_str()),
            themes: texts(&row.themes),
            lead: self.review.lead_of(row).map(Text::from),
            support: texts(row.officials.get(1..).unwrap_or_default()),
            by: each_once(&row.delegations),
            turn: None,
            repeats: None,
        }
    }

    pub(super) fn decide_drop(&self, items: &[ItemNo]) -> Decided {
        Ok(self.resolve_items(items)?.into_iter().map(|item| Event::Dropped(item.number)).collect())
    }

    /// A recommendation of the review before this one, by its number.
    fn resolve_earlier(&self, number: &Text) -> Result<Text, Refusal> {
        let earlier = &self.review.earlier;
        if earlier.is_empty() {
            return refuse(RefusalCode::UnknownItem, "The review has no list of earlier recommendations that could be repeated");
        }
        let known = earlier.iter().find(|earlier| earlier.number == **number);
        known
            .map(|earlier| Text::from(earlier.number.as_str()))
            .ok_or_else(|| Refusal::new(RefusalCode::UnknownItem, format!("There is no earlier recommendation {number}")))
    }

    fn resolve_themes(&self, words: &[Text]) -> Result<Vec<Text>, Refusal> {
        distinct(words.iter().map(|word| self.resolve_theme(word)))
    }

    fn resolve_said_officials(&self, said: &Said) -> Result<Vec<Text>, Refusal> {
        distinct(said.officials.iter().map(|word| self.listed_official(word)))
    }
}

/// What is not so already of what an item is to be; absent where all of it is.
fn changed(item: &Item, asked: &Editing) -> Option<Editing> {
    let asked = asked.clone();
    let editing = Editing {
        item: item.number,
        text: asked.text.filter(|text| *text != item.text),
        themes: asked.themes.filter(|themes| themes[..] != item.themes[..]),
        by: asked.by.filter(|by| by[..] != item.by[..]),
        turn: asked.turn.filter(|turn| item.turn != Some(*turn)),
        sort: asked.sort.filter(|sort| *sort != item.sort),
        repeats: asked.repeats.filter(|repeats| item.repeats.as_deref().unwrap_or_default() != &**repeats),
    };
    let unchanged = Editing { item: item.number, ..Editing::default() };
    (editing != unchanged).then_some(editing)
}

fn distinct(words: impl Iterator<Item = Result<Text, Refusal>>) -> Result<Vec<Text>, Refusal> {
    Ok(each_once(&words.collect::<Result<Vec<Text>, Refusal>>()?))
}

/// In the order in which they were first named.
fn each_once<T: Clone + PartialEq>(named: &[T]) -> Vec<T> {
    let mut all: Vec<T> = Vec::with_capacity(named.len());
    for one in named {
        if !all.contains(one) {
            all.push(one.clone());
        }
    }
    all
}
