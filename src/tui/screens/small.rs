//! A screen too small for panels: one thing a row, the least important dropped first. What is not saved comes directly after the clock.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::panels::{self, Standing};
use crate::tui::view::View;
use crate::tui::widgets::split::{bottom, top};
use crate::tui::widgets::{Edge, Strip};

/// Whether an area is too small for panels.
pub fn is_for(area: Rect) -> bool {
    area.width < 36 || area.height < 12
}

/// Clock and who, then the state, who is next, the last answer, what is to be assigned, and the list in what is left.
pub fn draw(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect) {
    let theme = view.theme;
    let not_saved = view.scene.ui.not_written.is_some();
    let is_past = view.scene.ui.past.is_some();
    let (notice, area) = top(area, u16::from(is_past && area.height > 1));
    if !notice.is_empty() {
        panels::title(view, buf, notice);
    }
    let (first, rest) = top(area, 1);
    let mut strip = Strip::new(buf, first, 0);
    if is_past && notice.is_empty() {
        strip.put("PAST", theme.last).skip(1);
    }
    if not_saved && rest.is_empty() {
        strip.put("NOT SAVED", theme.not_saved).skip(1);
    }
    strip.put(&standing.clock, standing.style).skip(1).put(&standing.who, theme.who);
    let (bar, rest) = top(rest, u16::from(not_saved));
    if not_saved {
        panels::title_of_now(view, buf, bar);
    }
    let (state, rest) = top(rest, 1);
    let mut strip = Strip::new(buf, state, 0);
    strip.put(&standing.word, standing.style).skip(1).put_whole(standing.measure.trim_start(), Style::new());
    let (next, rest) = top(rest, 1);
    let name = panels::next_in_words(view).unwrap_or_else(|| "nobody waits".to_owned());
    Strip::new(buf, next, 0).put(&name, theme.next);
    let (rest, answer) = bottom(rest, 1);
    panels::answer_or_undo(view, buf, answer);
    let (rest, to_assign) = bottom(rest, 1);
    let urgent = if view.counts.to_assign > 0 { theme.to_assign } else { theme.dim };
    let mut strip = Strip::new(buf, to_assign, 0);
    strip.put(&format!("{} to assign", view.counts.to_assign), urgent).put_whole(&format!(" · {} open", view.counts.open), theme.dim);
    if rest.height > 2 {
        panels::list(view, buf, rest, Edge::Rules, None);
    }
}
