//! What a key would do now, in words and in deed, or why it can't: the hints and the key itself read the same.

use std::borrow::Cow;

use super::eye::Eye;
use super::{board, floor, items, list, log, screen};
use crate::dialogue::{Action, Command, EntryNo, ItemNo, Seq};
use crate::tui::board::{Grouping, Sorting};
use crate::tui::keymap::{Deed, Group};
use crate::tui::ui::{About, Focus, Purpose, Screen};

/// What a key would do now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// In words: `next: Germany`.
    pub says: String,
    /// In deed.
    pub act: Act,
}

/// What a key sets going.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A command, at the moment of the key.
    Do(Action),
    /// The input line, with its first characters.
    Open(Purpose, Cow<'static, str>),
    /// A question.
    Ask(Asked),
    /// The exports, with the names of their files.
    Exports,
    /// Something that only this terminal knows.
    Look(Look),
}

/// The questions that are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Whether to leave.
    Leave,
    /// Whether to end the meeting.
    Adjourn,
    /// Whether to go on with the last session.
    GoOn,
    /// Whether what stands in the way is taken back as well.
    Together,
    /// Whether the lines of a list that cannot be taken are left out.
    LeaveOut,
}

/// What changes on this terminal only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// Another screen.
    Screen(Screen),
    /// The selection keys go to a panel.
    Focus(Focus),
    /// The selection moves by so many.
    Select(i32),
    /// The figures move by so many rows.
    Scroll(i32),
    /// An entry is to exchange places with the one that is selected next.
    Swap(EntryNo),
    /// The items come under other headings.
    Group(Grouping),
    /// The board in another order.
    Order(Sorting),
    /// An item is marked, or no longer.
    Mark(ItemNo),
    /// All of an item, or of an official.
    Sheet(About),
    /// What was true just after a record.
    Past(Seq),
    /// The list of keys, there or not.
    Keys,
}

impl Proposal {
    /// A command.
    pub fn command(says: impl Into<String>, action: Action) -> Proposal {
        Proposal { says: says.into(), act: Act::Do(action) }
    }

    /// An input line.
    pub fn line(says: impl Into<String>, purpose: Purpose, begins: impl Into<Cow<'static, str>>) -> Proposal {
        Proposal { says: says.into(), act: Act::Open(purpose, begins.into()) }
    }

    /// A change of this terminal.
    pub fn look(says: impl Into<String>, look: Look) -> Proposal {
        Proposal { says: says.into(), act: Act::Look(look) }
    }
}

/// What a deed would do now.
///
/// # Errors
/// One sentence for the operator: why it cannot.
pub fn propose(deed: Deed, eye: &Eye<'_>) -> Result<Proposal, String> {
    if deed.is_later() {
        return Err(format!("Not carried out by this version yet: {}", deed.does()));
    }
    match (deed.group(), eye.focus) {
        (Group::List, _) if eye.screen != Screen::Floor => {
            return Err(format!(
                "That works in the list on the floor's screen, {} goes there: {}",
                eye.key(Deed::FloorScreen),
                deed.does()
            ));
        }
        (Group::List, Focus::Items) => return Err(format!("That works in the list, {} goes there: {}", eye.key(Deed::Panel), deed.does())),
        (Group::Items, Focus::Records) if matches!(deed, Deed::Filter | Deed::Detail) => {}
        (Group::Items, Focus::Records) => {
            return Err(format!("That works on the items, {} goes there: {}", eye.key(Deed::ItemsScreen), deed.does()));
        }
        (Group::Items, Focus::List) => {
            return Err(format!("That works on the items, {} goes there: {}", eye.key(Deed::Panel), deed.does_first()));
        }
        (Group::Line, _) if deed.outside() == deed => {
            return Err(format!("That works in the line of an item, {} opens it: {}", eye.key(Deed::Question), deed.does()));
        }
        _ => {}
    }
    let known = log::propose(deed, eye)
        .or_else(|| floor::propose(deed, eye))
        .or_else(|| items::propose(deed, eye))
        .or_else(|| list::propose(deed, eye));
    let known = known.or_else(|| board::propose(deed, eye));
    known.or_else(|| screen::propose(deed, eye)).unwrap_or_else(|| Err(format!("Nothing to do here: {}", deed.does())))
}

/// The same for a deed that is to be offered: what would be refused is an error here.
///
/// # Errors
/// Why it would be refused.
pub fn offer(deed: Deed, eye: &Eye<'_>) -> Result<Proposal, String> {
    let proposal = propose(deed, eye)?;
    match &proposal.act {
        // These fold from the middle, which is too long for every frame; there is something to undo or they were not proposed.
        Act::Do(Action::Undo(_) | Action::Redo(_) | Action::Back(_)) => {}
        Act::Do(action) => {
            eye.dialogue.decide(eye.seat, &Command::now(action.clone()), eye.now).map_err(|refusal| refusal.sentence)?;
        }
        Act::Open(..) | Act::Ask(_) | Act::Exports | Act::Look(_) => {}
    }
    Ok(proposal)
}
