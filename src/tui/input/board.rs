//! The keys of the board: which items are shown, which are marked, and what an item is made of.

use super::eye::Eye;
use super::items::in_words;
use super::proposal::{Look, Proposal};
use super::sheet;
use crate::dialogue::{Action, Item, ItemNo};
use crate::tui::keymap::Deed;
use crate::tui::ui::{About, Focus, Purpose, Screen};

/// What a key of the board would do.
pub(super) fn propose(deed: Deed, eye: &Eye<'_>) -> Option<Result<Proposal, String>> {
    Some(match deed {
        Deed::Filter => on_board(eye).map(|()| Proposal::line("filter", Purpose::Filter(eye.board.filter.clone()), "")),
        Deed::Group => on_board(eye).map(|()| {
            let next = eye.board.grouping.next();
            Proposal::look(format!("by {}", next.name()), Look::Group(next))
        }),
        Deed::Order => on_board(eye).map(|()| {
            let next = eye.board.sorting.next();
            Proposal::look(next.says(), Look::Order(next))
        }),
        Deed::Mark => mark(eye),
        Deed::Merge => merge(eye),
        Deed::Split => one(eye).map(|item| line(item, "split", Purpose::Split(item.number))),
        Deed::Theme => chosen(eye).map(|items| Proposal::line(format!("themes: {}", in_words(&items)), Purpose::Theme(items), "")),
        Deed::MoveTurn => move_turn(eye),
        Deed::Amend => one(eye).map(|item| line(item, "edit", Purpose::Amend(item.number))),
        Deed::Detail => detail(eye),
        _ => return None,
    })
}

fn line(item: &Item, verb: &str, purpose: Purpose) -> Proposal {
    Proposal::line(format!("{verb}: {}", item.number), purpose, "")
}

fn on_board(eye: &Eye<'_>) -> Result<(), String> {
    match eye.screen {
        Screen::Items => Ok(()),
        _ => Err(format!("That works on the items' screen; {} goes there", eye.key(Deed::ItemsScreen))),
    }
}

/// The one item that is meant; of several that are marked none is.
fn one<'a>(eye: &Eye<'a>) -> Result<&'a Item, String> {
    match eye.marked.as_slice() {
        [] => eye.selected_item(),
        marked => Err(format!("{} are marked, and this is done to one item at a time; Esc takes the marks away", in_words(marked))),
    }
}

fn chosen(eye: &Eye<'_>) -> Result<Vec<ItemNo>, String> {
    Ok(eye.chosen_items()?.into_iter().map(|item| item.number).collect())
}

fn mark(eye: &Eye<'_>) -> Result<Proposal, String> {
    on_board(eye)?;
    let item = eye.selected_item()?;
    let says = if eye.marked.contains(&item.number) { "unmark" } else { "mark" };
    Ok(Proposal::look(format!("{says} {}", item.number), Look::Mark(item.number)))
}

/// What is marked is asked again by the selected one, which stays.
fn merge(eye: &Eye<'_>) -> Result<Proposal, String> {
    let stays = eye.selected_item()?;
    let merged: Vec<ItemNo> = eye.marked.iter().copied().filter(|item| *item != stays.number).collect();
    if merged.is_empty() {
        let key = eye.key(Deed::Mark);
        return Err(format!(
            "Mark with {key} what asks the same as {}, then select {} again: it is the one that stays",
            stays.number, stays.number
        ));
    }
    let other = merged.iter().filter_map(|item| eye.state().item(*item)).find(|item| item.sort != stays.sort);
    if let Some(other) = other {
        return Err(format!("Items {} and {} are of two sorts; {} makes them one first", other.number, stays.number, eye.key(Deed::Amend)));
    }
    Ok(Proposal::command(
        format!("merge: {} into {}", in_words(&merged), stays.number),
        Action::Merge { items: merged, into: stays.number },
    ))
}

fn move_turn(eye: &Eye<'_>) -> Result<Proposal, String> {
    let items = chosen(eye)?;
    if eye.state().turns.iter().next().is_none() {
        return Err("Nobody has spoken yet, there is no turn that an item could belong to".to_owned());
    }
    Ok(Proposal::line(format!("other turn: {}", in_words(&items)), Purpose::Turn(items), ""))
}

fn detail(eye: &Eye<'_>) -> Result<Proposal, String> {
    let about = match eye.focus {
        Focus::Items => About::Item(eye.selected_item()?.number),
        _ => sheet::chosen(eye.focus, eye.official.as_ref(), eye.item, &eye.keys)?,
    };
    let says = match &about {
        About::Official(official) => format!("sheet: {}", eye.official_name(official)),
        About::Item(number) => format!("all of {number}"),
        About::Refused(_) => "why".to_owned(),
    };
    Ok(Proposal::look(says, Look::Sheet(about)))
}
