//! The keys of what was said: log it, give it to an official, and what becomes of it. They act on what is marked, else on what is selected.

use super::eye::Eye;
use super::proposal::Proposal;
use crate::dialogue::{Action, Item, ItemNo, ItemStatus, Sort, Which};
use crate::tui::keymap::Deed;
use crate::tui::ui::Purpose;

/// What a key of the items would do.
pub(super) fn propose(deed: Deed, eye: &Eye<'_>) -> Option<Result<Proposal, String>> {
    Some(match deed {
        Deed::Question => Ok(Proposal::line(item_or_draft(eye.drafts), Purpose::Capture, "")),
        Deed::Recommendation => Ok(Proposal::line("recommendation", Purpose::Capture, "!")),
        Deed::Commendation => Ok(Proposal::line("commendation", Purpose::Capture, "+")),
        Deed::Comment => Ok(Proposal::line("comment", Purpose::Capture, ".")),
        Deed::Lead => lead(eye),
        Deed::Support => support(eye),
        Deed::Answered => answered(eye),
        Deed::Reopen => reopen(eye),
        Deed::InWriting => in_writing(eye),
        Deed::Decline => decline(eye),
        Deed::Position => position(eye),
        _ => return None,
    })
}

/// What the line opens with: a new item, else what was put by last.
fn item_or_draft(drafts: usize) -> String {
    match drafts {
        0 => "item".to_owned(),
        1 => "draft".to_owned(),
        many => format!("last of {many} drafts"),
    }
}

/// Items in a few words: `7`, `4 7 9`, `4 7 9 and 5 more`.
pub fn in_words(items: &[ItemNo]) -> String {
    let first: Vec<String> = items.iter().take(4).map(ItemNo::to_string).collect();
    match items.len().saturating_sub(first.len()) {
        0 => first.join(" "),
        more => format!("{} and {more} more", first.join(" ")),
    }
}

fn numbers(items: &[&Item]) -> Vec<ItemNo> {
    items.iter().map(|item| item.number).collect()
}

/// What is chosen, without what is so already; if that is all of it, why there is nothing to do.
fn not_yet(eye: &Eye<'_>, items: &[&Item], status: ItemStatus, so: &str) -> Result<Vec<ItemNo>, String> {
    let left: Vec<ItemNo> = items.iter().filter(|item| item.status != status).map(|item| item.number).collect();
    match (left.is_empty(), items) {
        (false, _) => Ok(left),
        (true, [one]) => Err(format!("Item {} {so} already; {} opens it again", one.number, eye.key(Deed::Reopen))),
        (true, _) => Err(format!("Items {} {so} already; {} opens them again", in_words(&numbers(items)), eye.key(Deed::Reopen))),
    }
}

/// What is chosen, else the oldest that nobody answers yet.
fn to_assign<'a>(eye: &Eye<'a>) -> Result<Vec<&'a Item>, String> {
    let oldest = || eye.state().oldest_to_assign().map(|item| vec![item]);
    eye.chosen_items()
        .ok()
        .or_else(oldest)
        .ok_or_else(|| "Every question has its official; select an item to give it to another".to_owned())
}

fn lead(eye: &Eye<'_>) -> Result<Proposal, String> {
    let items = numbers(&to_assign(eye)?);
    Ok(Proposal::line(format!("assign {}", in_words(&items)), Purpose::Lead(items), ""))
}

fn support(eye: &Eye<'_>) -> Result<Proposal, String> {
    let items = to_assign(eye)?;
    if let Some(item) = items.iter().find(|item| item.lead.is_none()) {
        return Err(format!("Item {} has nobody to be supported yet; {} gives it to an official", item.number, eye.key(Deed::Lead)));
    }
    let alike = |item: &&Item| items.first().is_some_and(|first| first.lead == item.lead && first.support == item.support);
    if !items.iter().all(alike) {
        return Err("The marked items have several officials; support is given to those of one official at a time".to_owned());
    }
    let items = numbers(&items);
    Ok(Proposal::line(format!("support {}", in_words(&items)), Purpose::Support(items), ""))
}

/// What is chosen, else what the official on the floor answers next.
fn answered(eye: &Eye<'_>) -> Result<Proposal, String> {
    let items = eye.chosen_items().or_else(|none| eye.state().answered_next().map(|item| vec![item]).ok_or(none))?;
    let items = not_yet(eye, &items, ItemStatus::Answered, "answered")?;
    let says = match &eye.theme {
        Some(theme) if eye.marked.is_empty() && !theme.is_empty() => format!("answered: #{theme}, {}", in_words(&items)),
        _ => format!("answered: {}", in_words(&items)),
    };
    Ok(Proposal::command(says, Action::Answered { which: Which::Items(items), by: None }))
}

fn in_writing(eye: &Eye<'_>) -> Result<Proposal, String> {
    let items = eye.chosen_items().or_else(|none| eye.state().answered_next().map(|item| vec![item]).ok_or(none))?;
    let items = not_yet(eye, &items, ItemStatus::Written, "to be answered in writing")?;
    Ok(Proposal::command(format!("in writing: {}", in_words(&items)), Action::Written(items)))
}

fn decline(eye: &Eye<'_>) -> Result<Proposal, String> {
    let items = not_yet(eye, &eye.chosen_items()?, ItemStatus::Declined, "declined")?;
    Ok(Proposal::line(format!("decline: {}", in_words(&items)), Purpose::Decline(items), ""))
}

fn reopen(eye: &Eye<'_>) -> Result<Proposal, String> {
    let items = eye.chosen_items()?;
    let closed: Vec<ItemNo> =
        items.iter().filter(|item| !matches!(item.status, ItemStatus::Noted | ItemStatus::Assigned)).map(|item| item.number).collect();
    match (closed.is_empty(), items.as_slice()) {
        (false, _) => Ok(Proposal::command(format!("reopen: {}", in_words(&closed)), Action::Reopen(closed))),
        (true, [one]) => Err(format!("Item {} is open", one.number)),
        (true, _) => Err(format!("Items {} are open", in_words(&numbers(&items)))),
    }
}

fn position(eye: &Eye<'_>) -> Result<Proposal, String> {
    let items = eye.chosen_items()?;
    if let Some(other) = items.iter().find(|item| item.sort != Sort::Recommendation) {
        return Err(format!("Item {} is no recommendation; a position is taken on recommendations only", other.number));
    }
    let items = numbers(&items);
    Ok(Proposal::line(format!("position: {}", in_words(&items)), Purpose::Position(items), ""))
}
