//! The selection belongs to an entry or an item, not to a row: when that leaves, nothing is selected.

use crate::dialogue::State;
use crate::tui::ui::{Focus, Ui};

/// Moves the selection of the panel that has the keys; without one it begins where the eye is: who is next, the newest item.
pub(super) fn select(ui: &mut Ui, by: i32, state: &State) {
    match ui.focus {
        Focus::List => {
            let listed: Vec<_> = state.listed().map(|entry| entry.number).collect();
            let first = state.first_waiting().and_then(|first| listed.iter().position(|entry| *entry == first.number));
            ui.entry = moved(&listed, ui.entry, first.unwrap_or(0), by);
        }
        Focus::Items => {
            // The newest stands at the top.
            let items: Vec<_> = state.items.iter().rev().map(|item| item.number).collect();
            ui.item = moved(&items, ui.item, 0, by);
        }
    }
}

fn moved<T: Copy + PartialEq>(all: &[T], selected: Option<T>, begin: usize, by: i32) -> Option<T> {
    let at = selected.and_then(|selected| all.iter().position(|one| *one == selected));
    let to = match at {
        Some(at) => at.saturating_add_signed(isize::try_from(by).unwrap_or_default()).min(all.len().saturating_sub(1)),
        None => begin,
    };
    all.get(to).copied()
}

/// Lets go of what is no longer there.
pub(super) fn keep(ui: &mut Ui, state: &State) {
    ui.entry = ui.entry.filter(|entry| state.listed().any(|listed| listed.number == *entry));
    ui.item = ui.item.filter(|item| state.item(*item).is_some());
}
