//! The selection belongs to an entry or an item, not to a row: when that leaves, nothing is selected.

use crate::dialogue::{ItemNo, State};
use crate::tui::ui::{Focus, Screen, Ui};

/// Moves the selection of the panel that has the keys; without one it begins where the eye is: who is next, the newest item.
pub(super) fn select(ui: &mut Ui, by: i32, state: &State) {
    match ui.focus {
        Focus::List => {
            let listed: Vec<_> = state.listed().map(|entry| entry.number).collect();
            let first = state.first_waiting().and_then(|first| listed.iter().position(|entry| *entry == first.number));
            ui.entry = moved(&listed, ui.entry, first.unwrap_or(0), by);
        }
        Focus::Items => {
            let items = items_shown(ui.screen, state);
            ui.item = moved(&items, ui.item, 0, by);
        }
    }
}

/// The items in the order in which a screen shows them: the newest at the top; while the State under review speaks what the official
/// at the microphone is to answer, then what nobody has.
pub(super) fn items_shown(screen: Screen, state: &State) -> Vec<ItemNo> {
    let answering = state.speaking().filter(|turn| screen != Screen::Items && state.answers(&turn.kind));
    let Some(pass) = answering.and_then(|turn| turn.passes.last()) else {
        return state.items.iter().rev().map(|item| item.number).collect();
    };
    let own = pass.official.as_deref().map(|official| state.to_answer(official)).unwrap_or_default();
    let nobody = state.items.iter().filter(|item| item.needs_official());
    own.into_iter().chain(nobody).map(|item| item.number).collect()
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
    ui.swap = ui.swap.filter(|entry| state.listed().any(|listed| listed.number == *entry));
    ui.item = ui.item.filter(|item| state.item(*item).is_some());
}
