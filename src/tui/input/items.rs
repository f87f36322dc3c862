//! The keys of the items: log, give to an official, mark as answered.

use super::eye::Eye;
use super::proposal::Proposal;
use crate::dialogue::{Action, Item, ItemStatus, Which};
use crate::tui::keymap::Deed;
use crate::tui::ui::Purpose;

/// What a key of the items would do.
pub(super) fn propose(deed: Deed, eye: &Eye<'_>) -> Option<Result<Proposal, String>> {
    Some(match deed {
        Deed::Question => Ok(Proposal::line("item", Purpose::Capture, "")),
        Deed::Recommendation => Ok(Proposal::line("recommendation", Purpose::Capture, "!")),
        Deed::Commendation => Ok(Proposal::line("commendation", Purpose::Capture, "+")),
        Deed::Comment => Ok(Proposal::line("comment", Purpose::Capture, ".")),
        Deed::Lead => assign(eye, false),
        Deed::Support => assign(eye, true),
        Deed::Answered => answered(eye),
        Deed::Reopen => reopen(eye),
        _ => return None,
    })
}

/// The selected item, else the oldest that nobody has.
fn to_assign<'a>(eye: &Eye<'a>) -> Option<&'a Item> {
    eye.selected_item().ok().or_else(|| eye.state().oldest_to_assign())
}

fn assign(eye: &Eye<'_>, support: bool) -> Result<Proposal, String> {
    let item = to_assign(eye).ok_or("Every question has its official; select an item to give it to another")?;
    if support && item.lead.is_none() {
        return Err(format!("Item {} has nobody to be supported yet; {} gives it to an official", item.number, eye.key(Deed::Lead)));
    }
    let says = if support { format!("support {}", item.number) } else { format!("assign {}", item.number) };
    Ok(Proposal::line(says, Purpose::Assign { item: item.number, support }, ""))
}

/// The selected item, else what the official on the floor answers next.
fn answered(eye: &Eye<'_>) -> Result<Proposal, String> {
    let item = eye.selected_item().or_else(|none| eye.state().answered_next().ok_or(none))?;
    if item.status == ItemStatus::Answered {
        return Err(format!("Item {} is answered already; {} opens it again", item.number, eye.key(Deed::Reopen)));
    }
    Ok(Proposal::command(format!("answered: {}", item.number), Action::Answered { which: Which::Items(vec![item.number]), by: None }))
}

fn reopen(eye: &Eye<'_>) -> Result<Proposal, String> {
    let item = eye.selected_item()?;
    if item.status != ItemStatus::Answered {
        return Err(format!("Item {} is open", item.number));
    }
    Ok(Proposal::command(format!("reopen: {}", item.number), Action::Reopen(vec![item.number])))
}
