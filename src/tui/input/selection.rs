//! The selection belongs to an entry, an item or an official, not to a row: when that leaves, nothing is selected.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent};

use crate::dialogue::{Item, ItemNo, Record, State, Text};
use crate::review::Ms;
use crate::tui::keymap::{Deed, Keymap};
use crate::tui::ui::{Focus, Screen, Ui};

/// So many rows are passed with one page.
const PAGE: i32 = 10;

/// What can be selected among items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pick {
    /// A theme with all that the official on the floor is to answer under it; empty: what has no theme.
    Theme(Text),
    /// One item.
    Item(ItemNo),
}

/// By how many rows a selection key goes; absent: it is none. To the first or the last it is farther than any list is long. What the
/// keys of whole pages do cannot be bound to others, but these can be given something else to do, as on the remote of a presenter.
pub(super) fn step(key: &KeyEvent, keymap: &Keymap) -> Option<i32> {
    Some(match (keymap.deed(key), key.code) {
        (Some(Deed::Down), _) => 1,
        (Some(Deed::Up), _) => -1,
        (None, KeyCode::PageDown) => PAGE,
        (None, KeyCode::PageUp) => -PAGE,
        (None, KeyCode::Home) => i32::MIN,
        (None, KeyCode::End) => i32::MAX,
        _ => return None,
    })
}

/// Moves the selection of the panel that has the keys; without one it begins where the eye is: who is next, the newest item, what is
/// answered next.
pub(in crate::tui) fn select(ui: &mut Ui, by: i32, state: &State, records: &[Arc<Record>]) {
    match ui.focus {
        Focus::List => {
            let listed: Vec<_> = state.listed().map(|entry| entry.number).collect();
            let first = state.first_waiting().and_then(|first| listed.iter().position(|entry| *entry == first.number));
            ui.entry = moved(&listed, ui.entry, first.unwrap_or(0), by);
        }
        Focus::Items => {
            let picks = if ui.screen == Screen::Items { ui.board.items().map(Pick::Item).collect() } else { picks(ui.screen, state) };
            let next = state.answered_next().filter(|_| answering(ui.screen, state));
            let begin = next.and_then(|next| picks.iter().position(|pick| *pick == Pick::Item(next.number)));
            let now = ui.theme.take().map(Pick::Theme).or(ui.item.take().map(Pick::Item));
            match moved(&picks, now, begin.unwrap_or(0), by) {
                Some(Pick::Theme(theme)) => ui.theme = Some(theme),
                Some(Pick::Item(item)) => ui.item = Some(item),
                None => {}
            }
        }
        Focus::Officials => {
            let officials: Vec<Text> = state.officials.iter().map(|official| Text::clone(&official.id)).collect();
            let speaks = state.official_on_floor().and_then(|id| officials.iter().position(|official| *official == id));
            ui.official = moved(&officials, ui.official.take(), speaks.unwrap_or(0), by);
        }
        Focus::Records => ui.record = ui.log.moved(ui.record, by, records),
    }
}

/// Further down what does not fit, or up; no further than there can be rows.
pub(in crate::tui) fn scroll(ui: &mut Ui, by: i32, state: &State, now: Ms) {
    let last = state.totals(now).len() + state.officials.len();
    ui.figures_from = ui.figures_from.saturating_add_signed(isize::try_from(by).unwrap_or_default()).min(last);
}

/// Whether a screen shows what the official on the floor is to answer.
fn answering(screen: Screen, state: &State) -> bool {
    screen != Screen::Items && state.speaking().is_some_and(|turn| state.answers(&turn.kind))
}

/// What can be selected on a screen, in the order in which it stands there: the newest item at the top; while the State under review
/// speaks what the official at the microphone is to answer, by theme, then what nobody has.
pub(super) fn picks(screen: Screen, state: &State) -> Vec<Pick> {
    if !answering(screen, state) {
        return state.items.iter().rev().map(|item| Pick::Item(item.number)).collect();
    }
    let official = state.official_on_floor();
    let own = official.map(|official| state.to_answer(&official)).unwrap_or_default();
    let mut picks = Vec::new();
    for group in own.chunk_by(|one, other| one.themes.first() == other.themes.first()) {
        picks.push(Pick::Theme(group.first().map(|item| heading(item)).unwrap_or_default()));
        picks.extend(group.iter().map(|item| Pick::Item(item.number)));
    }
    picks.extend(state.items.iter().filter(|item| item.needs_official()).map(|item| Pick::Item(item.number)));
    picks
}

/// What the official on the floor is to answer under a theme.
pub(super) fn under<'a>(theme: &str, state: &'a State) -> Vec<&'a Item> {
    let own = state.official_on_floor().map(|official| state.to_answer(&official)).unwrap_or_default();
    own.into_iter().filter(|item| *heading(item) == *theme).collect()
}

fn heading(item: &Item) -> Text {
    item.themes.first().cloned().unwrap_or_default()
}

fn moved<T: Clone + PartialEq>(all: &[T], selected: Option<T>, begin: usize, by: i32) -> Option<T> {
    let at = selected.and_then(|selected| all.iter().position(|one| *one == selected));
    let to = match at {
        Some(at) => at.saturating_add_signed(isize::try_from(by).unwrap_or_default()).min(all.len().saturating_sub(1)),
        None if by == i32::MIN => 0,
        None if by == i32::MAX => all.len().saturating_sub(1),
        None => begin,
    };
    all.get(to).cloned()
}

/// Lets go of what is no longer there, or no longer shown.
pub(in crate::tui) fn keep(ui: &mut Ui, state: &State) {
    ui.entry = ui.entry.filter(|entry| state.listed().any(|listed| listed.number == *entry));
    ui.swap = ui.swap.filter(|entry| state.listed().any(|listed| listed.number == *entry));
    let board = &ui.board;
    let shown = |item: ItemNo| ui.screen != Screen::Items || board.filter().is_empty() || board.items().any(|shown| shown == item);
    ui.item = ui.item.filter(|item| state.item(*item).is_some() && shown(*item));
    ui.marked.retain(|item| state.item(*item).is_some());
    let has_some = |theme: &Text| answering(ui.screen, state) && !under(theme, state).is_empty();
    ui.theme = ui.theme.take().filter(has_some);
    ui.official = ui.official.take().filter(|id| state.official(id).is_some());
    ui.record = ui.record.filter(|seq| ui.screen != Screen::Log || ui.log.row_of(*seq).is_some());
}
