//! The keys that do something now, and what: the row at the bottom and the `?` screen.

use super::eye::Eye;
use super::proposal::offer;
use crate::dialogue::Turn;
use crate::tui::keymap::{Deed, Group, Keymap};
use crate::tui::scene::Hint;
use crate::tui::ui::{Focus, Screen};

/// What is wanted at any moment.
const ALWAYS: [Deed; 6] = [Deed::Next, Deed::Done, Deed::Again, Deed::Pause, Deed::Question, Deed::Undo];

/// What someone who has selected a speaker, or an item, wants to do with it.
const WITH_ENTRY: [Deed; 10] = [
    Deed::Give,
    Deed::MoveUp,
    Deed::MoveDown,
    Deed::Swap,
    Deed::Aside,
    Deed::Release,
    Deed::Withdraw,
    Deed::Defer,
    Deed::Top,
    Deed::OwnTime,
];
/// What comes before all else while the other one of a swap is looked for: it names both.
const WITH_SWAP: [Deed; 1] = [Deed::Swap];
/// What someone who hears a point of order wants to do.
const WITH_ORDER: [Deed; 1] = [Deed::Ruling];
const WITH_ITEM: [Deed; 11] = [
    Deed::Lead,
    Deed::Support,
    Deed::Answered,
    Deed::InWriting,
    Deed::Merge,
    Deed::Position,
    Deed::Detail,
    Deed::Theme,
    Deed::Decline,
    Deed::Amend,
    Deed::Reopen,
];
/// What someone who looks at the board wants to do with it.
const WITH_BOARD: [Deed; 4] = [Deed::Filter, Deed::Mark, Deed::Group, Deed::Order];

/// What someone who looks through the log wants to do with it, before all else but the floor.
const WITH_RECORD: [Deed; 8] = [Deed::Next, Deed::Done, Deed::Undo, Deed::Redo, Deed::Detail, Deed::Replace, Deed::Filter, Deed::Up];

/// What is wanted next, in this order; the others follow in the order of the keymap.
const OFTEN: [Deed; 10] = [
    Deed::Lead,
    Deed::PointOfOrder,
    Deed::Answer,
    Deed::Pass,
    Deed::Answered,
    Deed::Inscribe,
    Deed::Absent,
    Deed::Find,
    Deed::Command,
    Deed::Keys,
];

/// What each key will do now, most important first; a key that would be refused is not among them.
pub fn hints(keymap: &Keymap, eye: &Eye<'_>) -> Vec<Hint> {
    // What the last frame showed does not matter here: these are drawn with the frame that shows what is true now.
    let eye = Eye { shown_first: None, ..eye.clone() };
    let selected: &[Deed] = match eye.focus {
        Focus::List if eye.selected_entry().is_ok() => &WITH_ENTRY,
        Focus::Items if eye.chosen_items().is_ok() => &WITH_ITEM,
        Focus::Officials if eye.official.is_some() => &[Deed::Detail, Deed::Exports],
        _ => &[],
    };
    let board: &[Deed] = if eye.screen == Screen::Items { &WITH_BOARD } else { &[] };
    let rules = eye.state().speaking().is_some_and(Turn::is_point_of_order);
    let heard: &[Deed] = if rules { &WITH_ORDER } else { &[] };
    let begun: &[Deed] = match eye.focus {
        _ if eye.swap.is_some() => &WITH_SWAP,
        Focus::Records => &WITH_RECORD,
        _ => &[],
    };
    let mut deeds: Vec<Deed> = Vec::with_capacity(Deed::ALL.len());
    for deed in begun.iter().chain(&ALWAYS).chain(heard).chain(board).chain(selected).chain(&OFTEN).chain(Deed::ALL) {
        if !matches!(deed.group(), Group::Line | Group::Past | Group::Replay) && !deeds.contains(deed) {
            deeds.push(*deed);
        }
    }
    deeds.into_iter().filter_map(|deed| hint(deed, keymap, &eye)).collect()
}

/// The keys that work inside a line.
pub fn line_hints(keymap: &Keymap, eye: &Eye<'_>) -> Vec<Hint> {
    let eye = Eye { shown_first: None, ..eye.clone() };
    let in_line = Deed::ALL.iter().copied().filter(|deed| deed.group() == Group::Line);
    in_line
        .filter_map(|deed| {
            let does = offer(deed.outside(), &eye).ok()?.says;
            Some(Hint { key: keymap.keys(deed).next()?.to_string(), does, deed })
        })
        .collect()
}

fn hint(deed: Deed, keymap: &Keymap, eye: &Eye<'_>) -> Option<Hint> {
    let does = offer(deed, eye).ok()?.says;
    Some(Hint { key: keymap.keys(deed).next()?.to_string(), does, deed })
}
