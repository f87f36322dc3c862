//! The top row: which meeting, the time of day, when it ends, and whether everything is on the disk.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dialogue::Status;
use crate::tui::ui::Past;
use crate::tui::view::View;
use crate::tui::widgets::split::{rows, top};
use crate::tui::widgets::{Strip, columns_of, line_of, lines_of, times};

/// Fixed columns, so that nothing in the row moves when a figure grows.
const BEHIND: u16 = 14;
const SAVED: u16 = 14;

/// The rows that the reason why nothing is saved may take.
const MOST: u16 = 4;

/// How many rows the bar at the top needs, so that it can say all of why nothing is saved, and that this is the past.
pub fn title_rows(view: &View, columns: u16) -> u16 {
    let past = u16::from(view.scene.ui.past.is_some());
    match &view.scene.ui.not_written {
        Some(why) => rows(lines_of(&sentence(why), columns.saturating_sub(9)).len()).clamp(1, MOST) + past,
        None => 1,
    }
}

fn sentence(why: &str) -> String {
    format!("NOT SAVED  {why}")
}

/// Draws the bar: red, and nothing else in it, while a record could not be written. What is past is said to be, in place of the bar
/// or above it.
pub fn title(view: &View, buf: &mut Buffer, area: Rect) {
    if let Some(past) = &view.scene.ui.past {
        let (notice, rest) = top(area, 1);
        was(view, buf, notice, past);
        if view.scene.ui.not_written.is_none() || rest.is_empty() {
            return;
        }
        return title_of_now(view, buf, rest);
    }
    title_of_now(view, buf, area);
}

/// That this is not how it is, but how it was.
fn was(view: &View, buf: &mut Buffer, area: Rect, past: &Past) {
    let style = view.theme.last;
    let at = times::to_the_second((view.scene.wall)(past.at));
    let back = if area.width < 60 { "Esc: now " } else { "Esc back to now " };
    let mut strip = Strip::new(buf, area, 0);
    strip.put_right(back, style).put_right(" ", style);
    let (was, record) = if area.width < 60 { (" PAST ", " · ") } else { (" AS IT WAS AT ", " · record ") };
    strip.put(was, style).put(&at, style);
    strip.put(&format!("{record}{}: {}", past.record, past.says), style).fill(' ', style);
}

/// The bar without that.
pub fn title_of_now(view: &View, buf: &mut Buffer, area: Rect) {
    match &view.scene.ui.not_written {
        Some(why) => not_written(view, buf, area, &sentence(why)),
        None => bar(view, buf, area),
    }
}

fn not_written(view: &View, buf: &mut Buffer, area: Rect, sentence: &str) {
    let style = view.theme.not_saved;
    let mut rest = sentence;
    for row in 0..area.height {
        let mut strip = Strip::new(buf, area, row);
        strip.put(" ", style);
        if row == 0 && area.width >= 60 {
            strip.put_right(" ", style).put_right(&times::to_the_minute((view.scene.wall)(view.now)), style).put_right("  ", style);
        }
        let here = if row + 1 < area.height { line_of(rest, strip.room()) } else { rest };
        strip.put(here, style);
        strip.fill(' ', style);
        rest = rest.get(here.len()..).unwrap_or_default().trim_start();
    }
}

fn bar(view: &View, buf: &mut Buffer, area: Rect) {
    let style = view.theme.title;
    let wide = area.width >= 100;
    let mut strip = Strip::new(buf, area, 0);
    strip.put(" ", style);
    let running = matches!(view.state.status, Status::Open);
    let wall = (view.scene.wall)(view.now);
    let time = if running { times::to_the_second(wall) } else { times::to_the_minute(wall) };
    let saved = format!("● saved {}", view.scene.saved);
    let word = if view.state.status == Status::Adjourned { "ended" } else { "ends" };
    let ends = view.forecast.ends.map(|ends| format!("{word} {}", view.time_of_day(ends))).unwrap_or_default();
    let behind = view.forecast.behind.map(times::behind).unwrap_or_default();
    strip.put_right(" ", style);
    if area.width >= 50 {
        strip.number_right(&saved, SAVED, style);
        strip.skip_right(if wide { 4 } else { 1 });
    }
    if area.width >= 72 {
        let margin = BEHIND.saturating_sub(columns_of(&behind));
        strip
            .skip_right(margin)
            .put_right(&behind, style)
            .put_right(if behind.is_empty() { "" } else { "  " }, style)
            .put_right(&ends, style);
        strip.skip_right(if wide { 6 } else { 2 });
    }
    strip.number_right(&time, 8, style);
    strip.skip_right(2);
    let between = if wide { " · " } else { "  " };
    let segment = view.state.segment.as_deref().unwrap_or_default();
    let kept = columns_of(segment).saturating_add(columns_of(between)).min(strip.room() / 2);
    let kept = if segment.is_empty() { 0 } else { kept };
    let title = view.state.review.title.to_uppercase();
    // A title that is too long is cut, and not the segment after it.
    strip.field(&title, columns_of(&title).min(strip.room() - kept), style);
    if kept > 0 {
        strip.put(between, style).put(segment, style);
    }
    if wide && let Some(session) = &view.state.review.session {
        strip.put_whole("   ", style).put_whole(session, style);
    }
    buf.set_style(Rect { height: 1, ..area }.intersection(buf.area), style);
}
