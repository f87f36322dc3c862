//! What a key does to this screen and to nothing else: another screen, another selection, a mark, a sheet.

use super::desk::Desk;
use super::eye::Eye;
use super::proposal::Look;
use super::selection;
use crate::dialogue::State;
use crate::tui::board::Board;
use crate::tui::keymap::Deed;
use crate::tui::ui::{Message, Overlay, Screen};

/// The board under other headings or in another order, as a key says; what it is like now, in words.
pub(in crate::tui) fn arrange(board: &mut Board, deed: Deed, state: &State) -> String {
    match deed {
        Deed::Group => {
            let next = board.grouping().next();
            board.group(next, state);
            format!("by {}", next.name())
        }
        _ => {
            let next = board.sorting().next();
            board.sort(next, state);
            next.says().to_owned()
        }
    }
}

impl Desk {
    /// Does what changes this screen and nothing else.
    pub(super) fn look(&mut self, look: Look, eye: &Eye<'_>) {
        // What a sheet lies over can't be seen to change, so that the sheet goes.
        if matches!(look, Look::Screen(_) | Look::Focus(_) | Look::Group(_) | Look::Order(_) | Look::Swap(_)) {
            self.ui.overlay = self.ui.overlay.take().filter(|overlay| !matches!(overlay, Overlay::Sheet(_)));
        }
        match look {
            Look::Screen(screen) => {
                self.ui.open(screen);
                self.follow_board(eye);
            }
            Look::Focus(focus) => self.ui.focus = focus,
            Look::Select(by) => selection::select(&mut self.ui, by, eye.state(), eye.dialogue.records()),
            Look::Scroll(by) => selection::scroll(&mut self.ui, by, eye.state(), eye.now),
            Look::Swap(entry) => {
                self.ui.swap = Some(entry);
                let name = eye.state().entries.get(entry).map(|entry| eye.entry_name(entry)).unwrap_or_default();
                let key = eye.key(Deed::Swap);
                let text = format!("{name} changes places: select the other one, then {key} or Enter; Esc leaves it as it is");
                self.ui.message = Some(Message { text, refused: false });
            }
            Look::Group(grouping) => self.ui.board.group(grouping, eye.state()),
            Look::Order(sorting) => self.ui.board.sort(sorting, eye.state()),
            Look::Mark(item) => match self.ui.marked.iter().position(|marked| *marked == item) {
                Some(at) => {
                    self.ui.marked.remove(at);
                }
                None => {
                    self.ui.marked.push(item);
                    self.ui.marked.sort_unstable();
                }
            },
            Look::Sheet(about) => self.show_sheet(about, eye),
            Look::Past(seq) => self.look_back(seq, eye),
            Look::Keys => (self.ui.overlay, self.ui.keys_from) = (Some(Overlay::Keys), 0),
        }
    }

    /// Escape outside every line: marks go first, then the filter of the board, then what is selected.
    pub(super) fn let_go(&mut self, eye: &Eye<'_>) {
        if !self.ui.marked.is_empty() {
            self.ui.marked.clear();
        } else if self.ui.screen == Screen::Items && !self.ui.board.filter().is_empty() {
            self.ui.board.narrow("", eye.state());
        } else if self.ui.screen == Screen::Log && !self.ui.log.filter().is_empty() {
            self.ui.log.narrow("", eye.dialogue.records(), eye.state());
        } else if self.ui.screen == Screen::Log {
            self.ui.record = None;
        } else {
            (self.ui.entry, self.ui.item, self.ui.theme, self.ui.official) = (None, None, None, None);
        }
    }
}
