//! Items: what is logged out of statements, put right, split and merged.

use super::{Decided, Numbers, refuse};
use crate::dialogue::{Editing, Event, ItemNo, Logging, Refusal, RefusalCode, Said, Sort, State, Text, TurnNo};
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

    /// What is asked for and is so already falls away; nothing left: nothing is recorded.
    pub(super) fn decide_edit(&self, asked: Editing, said: Option<&Said>) -> Decided {
        let item = self.resolve_item(asked.item)?;
        self.resolve_turn(asked.turn)?;
        let said = said.cloned().unwrap_or_default();
        let themes = self.resolve_themes(&said.themes)?;
        let repeats = asked.repeats.map(|number| if number.is_empty() { Ok(number) } else { self.resolve_earlier(&number) }).transpose()?;
        let editing = Editing {
            item: asked.item,
            text: Some(Text::clone(&said.text)).filter(|text| !text.trim().is_empty() && *text != item.text),
            themes: Some(themes).filter(|themes| !themes.is_empty() && themes[..] != item.themes[..]),
            by: asked.by.map(|by| each_once(&by)).filter(|by| by[..] != item.by[..]),
            turn: asked.turn.filter(|turn| item.turn != Some(*turn)),
            sort: asked.sort.filter(|sort| *sort != item.sort),
            repeats: repeats.filter(|repeats| item.repeats.as_deref().unwrap_or_default() != &**repeats),
        };
        let unchanged = Editing { item: asked.item, ..Editing::default() };
        let mut events: Vec<Event> = Some(editing).filter(|editing| *editing != unchanged).map(Event::Edited).into_iter().collect();
        if let Some((lead, support)) = self.resolve_said_officials(&said)?.split_first()
            && (item.lead.as_ref() != Some(lead) || item.support[..] != *support)
        {
            events.push(Event::Assigned { items: vec![asked.item], lead: Text::clone(lead), support: support.to_vec(), why: None });
        }
        Ok(events)
    }

    pub(super) fn decide_theme(&self, item: ItemNo, words: &[Text]) -> Decided {
        let themes = self.resolve_themes(words)?;
        let unchanged = self.resolve_item(item)?.themes[..] == themes[..];
        let editing = Editing { item, themes: Some(themes), ..Editing::default() };
        Ok(if unchanged { Vec::new() } else { vec![Event::Edited(editing)] })
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
        Ok(if merged.is_empty() { Vec::new() } else { vec![Event::Merged { items: merged, into }] })
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

    pub(super) fn decide_drop(&self, item: ItemNo) -> Decided {
        Ok(vec![Event::Dropped(self.resolve_item(item)?.number)])
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
