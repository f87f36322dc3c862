//! Where in the list the meeting ends: who stands below that is not reached.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dialogue::{Entry, EntryStatus, Status};
use crate::review::Ms;
use crate::tui::view::View;
use crate::tui::widgets::Strip;

/// The place of the first entry that the forecast does not reach, counted from 0. The forecast names delegations, in the order of the
/// list and from its first unreached to its end, so that they are looked for from below.
pub fn first_unreached(view: &View) -> Option<usize> {
    let mut names = view.forecast.unreached.as_slice();
    if names.is_empty() || view.state.status == Status::Adjourned {
        return None;
    }
    let mut first = None;
    let listed: Vec<&Entry> = view.state.listed().collect();
    for (at, entry) in listed.iter().enumerate().rev().filter(|(_, entry)| entry.status == EntryStatus::Waiting) {
        if let Some(rest) = names.strip_suffix(&*entry.delegations) {
            (names, first) = (rest, Some(at));
        }
        if names.is_empty() {
            break;
        }
    }
    first
}

/// When the meeting must end, and what that is called.
fn end(view: &View) -> Option<(&'static str, Ms)> {
    let modalities = &view.state.review.modalities;
    let hard = modalities.hard_stop.map(|length| ("hard stop", length));
    let (word, length) = hard.or_else(|| modalities.length.map(|length| ("end", length)))?;
    Some((word, view.state.begun.unwrap_or(view.now) + length))
}

/// `12 not reached by 12:45`
pub fn in_words(view: &View) -> Option<String> {
    let count = view.forecast.unreached.len();
    let by = end(view).map(|(_, at)| format!(" by {}", view.time_of_day(at))).unwrap_or_default();
    (count > 0 && view.state.status != Status::Adjourned).then(|| format!("{count} not reached{by}"))
}

/// The row itself.
pub fn draw(view: &View, buf: &mut Buffer, area: Rect) {
    let theme = view.theme;
    let (word, at) = end(view).map(|(word, at)| (word, view.time_of_day(at))).unwrap_or_default();
    let words = format!(" {word} {at} · {} not reached ", view.forecast.unreached.len());
    let mut strip = Strip::new(buf, area, 0);
    strip.put("──", theme.warning).put(&words, theme.warning).fill('─', theme.warning);
}
