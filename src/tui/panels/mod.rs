//! The parts that screens are put together from.

mod answers;
mod board;
mod delegation;
pub(super) mod figures;
mod floor;
mod foot;
mod items;
mod list;
mod log;
mod outstanding;
mod pools;
mod preview;
mod standing;
mod title;

pub(super) use answers::{answers, pace, who_answers};
pub(super) use board::board;
pub(super) use delegation::delegation;
pub(super) use floor::{Inset, floor};
pub(super) use foot::{answer_or_undo, foot};
pub(super) use items::items;
pub(super) use list::{list, next_in_words};
pub(super) use log::log;
pub(super) use outstanding::outstanding;
pub(super) use preview::preview;
pub(super) use standing::Standing;
pub(super) use title::{title, title_of_now, title_rows};

/// Which rows of a long list are shown: the selected one always is, and the first stays in place as long as it can.
fn window(rows: usize, selected: Option<usize>) -> usize {
    selected.map_or(0, |selected| selected.saturating_sub(rows.saturating_sub(1)))
}
