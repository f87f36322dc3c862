//! Items: what is logged out of statements, and who answers it.

use super::{Decided, Numbers, refuse};
use crate::dialogue::{
    Editing, Event, Item, ItemNo, ItemStatus, Logging, OfficialRef, Refusal, RefusalCode, Said, Sort, State, Text, TurnNo, Which,
};
use crate::review::Code;

impl State {
    pub(super) fn decide_log(&self, numbers: Numbers, sort: Sort, said: &Said, by: &[Code], turn: Option<TurnNo>) -> Decided {
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
            by: by.to_vec(),
            turn,
        };
        Ok(vec![Event::Logged(logging)])
    }

    pub(super) fn decide_edit(
        &self,
        number: ItemNo,
        said: Option<&Said>,
        by: Option<&Vec<Code>>,
        turn: Option<TurnNo>,
        sort: Option<Sort>,
    ) -> Decided {
        let item = self.resolve_item(number)?;
        self.resolve_turn(turn)?;
        let said = said.cloned().unwrap_or_default();
        let themes = self.resolve_themes(&said.themes)?;
        let editing = Editing {
            item: number,
            text: Some(Text::clone(&said.text)).filter(|text| !text.trim().is_empty() && *text != item.text),
            themes: Some(themes).filter(|themes| !themes.is_empty() && themes[..] != item.themes[..]),
            by: by.filter(|by| by[..] != item.by[..]).cloned(),
            turn: turn.filter(|turn| item.turn != Some(*turn)),
            sort: sort.filter(|sort| *sort != item.sort),
        };
        let unchanged = Editing { item: number, ..Editing::default() };
        let mut events: Vec<Event> = Some(editing).filter(|editing| *editing != unchanged).map(Event::Edited).into_iter().collect();
        if let Some((lead, support)) = self.resolve_said_officials(&said)?.split_first()
            && (item.lead.as_ref() != Some(lead) || item.support[..] != *support)
        {
            events.push(Event::Assigned { items: vec![number], lead: Text::clone(lead), support: support.to_vec(), why: None });
        }
        Ok(events)
    }

    pub(super) fn decide_drop(&self, item: ItemNo) -> Decided {
        Ok(vec![Event::Dropped(self.resolve_item(item)?.number)])
    }

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

    pub(super) fn decide_reopen(&self, items: &[ItemNo]) -> Decided {
        let answered = self.numbers_where(items, |item| item.status == ItemStatus::Answered)?;
        Ok(if answered.is_empty() { Vec::new() } else { vec![Event::Reopened(answered)] })
    }

    fn numbers_where(&self, items: &[ItemNo], fits: impl Fn(&Item) -> bool) -> Result<Vec<ItemNo>, Refusal> {
        let items = self.resolve_items(items)?;
        Ok(items.into_iter().filter(|item| fits(item)).map(|item| item.number).collect())
    }

    fn resolve_themes(&self, words: &[Text]) -> Result<Vec<Text>, Refusal> {
        distinct(words.iter().map(|word| self.resolve_theme(word)))
    }

    fn resolve_said_officials(&self, said: &Said) -> Result<Vec<Text>, Refusal> {
        distinct(said.officials.iter().map(|word| self.listed_official(word)))
    }
}

fn distinct(words: impl Iterator<Item = Result<Text, Refusal>>) -> Result<Vec<Text>, Refusal> {
    let mut all: Vec<Text> = Vec::new();
    for word in words {
        let word = word?;
        if !all.contains(&word) {
            all.push(word);
        }
    }
    Ok(all)
}
