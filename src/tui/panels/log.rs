//! The log: every record with its number, when, who, what happened and what became of it. The newest is at the bottom.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::dialogue::Record;
use crate::tui::log::{Fate, Log, in_a_row};
use crate::tui::ui::Focus;
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, choose, columns_of, times};

/// From here on session time and seat have columns of their own.
const MEDIUM: u16 = 60;
/// From here on what was typed stands in the row, and not only in the edge for the one that is selected.
const WIDE: u16 = 110;
/// As wide as what became of a record is in words.
const FATE: u16 = 20;

/// Draws the panel.
pub fn log(view: &View, buf: &mut Buffer, area: Rect, edge: Edge) {
    let (log, selected) = (&view.scene.ui.log, view.scene.ui.record);
    let rows = usize::from(area.height.saturating_sub(2));
    let row = selected.and_then(|seq| log.row_of(seq));
    let last_page = log.count().saturating_sub(rows);
    // The newest stay at the bottom as long as they can; further up the selected one has as many above it as below.
    let from = row.map_or(last_page, |row| row.saturating_sub(rows / 2).min(last_page));
    let inside = frame(view, buf, area, edge, last_page.saturating_sub(from));
    if log.count() == 0 {
        Strip::new(buf, inside, 0).put(" no record fits; Esc shows all of them", view.theme.dim);
        return;
    }
    for line in 0..inside.height {
        let Some(record) = log.record(from + usize::from(line), view.scene.records) else { break };
        let place = Rect { y: inside.y + line, height: 1, ..inside };
        write(view, buf, place, record, log.fate(record.seq, view.scene.records));
        if selected == Some(record.seq) {
            choose(buf, place, view.theme.selected);
        }
    }
}

/// The edge, with how many there are, what is shown of them, and the selected one as it was typed.
fn frame(view: &View, buf: &mut Buffer, area: Rect, edge: Edge, below: usize) -> Rect {
    let (theme, ui) = (view.theme, &view.scene.ui);
    let all = view.scene.records.len();
    let title = if is_narrowed(&ui.log) { format!("Log {} of {all}", ui.log.count()) } else { format!("Log {all}") };
    let filter = if is_narrowed(&ui.log) { format!("· f {}", ui.log.filter()) } else { String::new() };
    let picked = ui.record.and_then(|seq| ui.log.row_of(seq)).and_then(|row| ui.log.record(row, view.scene.records));
    let typed = picked.map(|record| format!("{} by {}: {}", record.seq, record.seat, record.command)).unwrap_or_default();
    let more = if below > 0 { format!("{below} later") } else { String::new() };
    let pane = Pane {
        edge,
        style: if ui.focus == Focus::Records { theme.focus } else { theme.border },
        title: &[(&title, theme.panel), (&filter, theme.accent)],
        corner: ("PgUp PgDn Home End", theme.dim),
        foot: [(&typed, theme.message), (&more, theme.dim)],
    };
    pane.draw(buf, area)
}

fn is_narrowed(log: &Log) -> bool {
    !log.filter().trim().is_empty()
}

fn write(view: &View, buf: &mut Buffer, area: Rect, record: &Record, fate: Option<Fate>) {
    let theme = view.theme;
    let is_void = fate.is_some_and(Fate::is_void);
    let plain = if is_void { theme.dim.add_modifier(Modifier::CROSSED_OUT) } else { Style::new() };
    let newest = view.scene.records.len().to_string();
    let mut strip = Strip::new(buf, area, 0);
    strip.skip_right(1);
    let is_wide = area.width >= WIDE;
    match fate {
        _ if is_wide => {
            strip.field_right(&fate.map(Fate::words).unwrap_or_default(), FATE, theme.accent).skip_right(1);
            strip.field_right(&record.command, area.width / 4, theme.dim).skip_right(1);
        }
        Some(fate) => {
            let words = if area.width < MEDIUM { fate.word().to_owned() } else { fate.words() };
            strip.put_right(&words, theme.accent).skip_right(1);
        }
        None => {}
    }
    strip.number(&record.seq.to_string(), columns_of(&newest).max(4), theme.dim).skip(1);
    strip.field(&times::to_the_second((view.scene.wall)(record.at)), 8, Style::new()).skip(1);
    if area.width >= MEDIUM {
        strip.number(&since_the_first(record), 7, theme.dim).skip(1);
        strip.field(&record.seat, 10, theme.dim).skip(1);
    }
    strip.put(&in_a_row(record, view.scene.records, view.state), plain);
}

/// Session time to the second: `0:47:12`.
fn since_the_first(record: &Record) -> String {
    let seconds = record.at.0 / 1000;
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
