//! The one input line: what is typed, what Enter will do, and what fits. It opens over the last rows, and looks the same for every purpose.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::tui::ui::{Offer, Prompt, Purpose};
use crate::tui::view::View;
use crate::tui::widgets::split::rows;
use crate::tui::widgets::{Edge, Pane, Strip, broken, choose, clear, columns_of, wrapped};

/// Draws it and returns where the cursor stands.
pub fn draw(view: &View, buf: &mut Buffer, area: Rect, prompt: &Prompt) -> Position {
    let place = place(area, prompt);
    clear(buf, place);
    let inside = if is_bare(area) { place } else { frame(view, buf, place, prompt) };
    let (cursor, typed) = line(view, buf, inside, prompt);
    let below = Rect { y: inside.y + typed - 1, height: inside.height.saturating_sub(typed - 1), ..inside };
    let used = does(view, buf, below, prompt).saturating_add(typed).min(inside.height);
    let list = Rect { y: inside.y + used, height: inside.height - used, ..inside };
    self::offers(view, buf, list, prompt);
    cursor
}

/// The last rows, as many as the line takes for its purpose.
pub fn place(area: Rect, prompt: &Prompt) -> Rect {
    let high = if is_bare(area) { area.height.min(2) } else { 4 + room_for_offers(&prompt.purpose, area.height) };
    Rect { y: area.bottom() - high, height: high, ..area }
}

fn is_bare(area: Rect) -> bool {
    area.height < 8 || area.width < 24
}

/// As many rows for one purpose at all times, so that the box does not grow and shrink while someone types.
fn room_for_offers(purpose: &Purpose, height: u16) -> u16 {
    let many = match height {
        50.. => 10,
        36.. => 8,
        24.. => 5,
        16.. => 3,
        _ => 1,
    };
    match purpose {
        Purpose::Time(_) | Purpose::Filter(_) | Purpose::FilterRecords(_) | Purpose::Decline(_) => 0,
        Purpose::Divide => many.min(2),
        Purpose::Ruling => many.min(3),
        Purpose::Capture => many.min(4),
        Purpose::Export(_) => many + many / 2,
        _ => many,
    }
}

fn frame(view: &View, buf: &mut Buffer, area: Rect, prompt: &Prompt) -> Rect {
    let theme = view.theme;
    let pane = Pane {
        edge: Edge::Frame,
        style: theme.accent,
        title: &[(&prompt.title, theme.panel)],
        corner: ("", Style::new()),
        foot: [(&prompt.footer, theme.dim), ("", Style::new())],
    };
    let inside = pane.draw(buf, area);
    Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside }
}

/// The rows that a text of any length may take; what will be done and one offer stay in sight.
fn rows_for_text(prompt: &Prompt, area: Rect) -> u16 {
    let is_text =
        matches!(prompt.purpose, Purpose::Capture | Purpose::Amend(_) | Purpose::Split(_) | Purpose::Decline(_) | Purpose::PutRight(_));
    if is_text { area.height.saturating_sub(2).clamp(1, 3) } else { 1 }
}

/// What is typed; where the cursor stands, and the rows taken. A text goes on in further rows and scrolls in them, another line is
/// shifted, so that the cursor is always seen.
fn line(view: &View, buf: &mut Buffer, area: Rect, prompt: &Prompt) -> (Position, u16) {
    let mut strip = Strip::new(buf, area, 0);
    let sign = match prompt.purpose {
        Purpose::Command => ":",
        Purpose::Find => "/",
        _ => "›",
    };
    strip.put(sign, view.theme.accent).skip(1);
    let (room, most) = (strip.room().saturating_sub(1), rows_for_text(prompt, area));
    let from = strip.column();
    let value = prompt.input.value();
    if most > 1 && columns_of(value) > room {
        return text(buf, Rect { x: from, width: area.right().saturating_sub(from), height: most, ..area }, prompt);
    }
    let shift = prompt.input.visual_scroll(usize::from(room));
    strip.put(after(value, shift), Style::new());
    let along = u16::try_from(prompt.input.visual_cursor().saturating_sub(shift)).unwrap_or(u16::MAX).min(room);
    (Position::new(from.saturating_add(along).min(area.right().saturating_sub(1)), area.y), 1)
}

/// A text in as many rows as it needs and has, those around the cursor.
fn text(buf: &mut Buffer, area: Rect, prompt: &Prompt) -> (Position, u16) {
    let value = prompt.input.value();
    let cursor = value.char_indices().nth(prompt.input.cursor()).map_or(value.len(), |(at, _)| at);
    let broken = broken(value, area.width.saturating_sub(1));
    let at = broken.iter().rposition(|row| row.start <= cursor).unwrap_or_default();
    let taken = rows(broken.len()).min(area.height);
    let from = (at + 1).saturating_sub(usize::from(taken));
    for (line, row) in (0..taken).zip(broken.iter().skip(from)) {
        Strip::new(buf, area, line).put(value.get(row.clone()).unwrap_or_default().trim_end(), Style::new());
    }
    let before = broken.get(at).and_then(|row| value.get(row.start..cursor)).map_or(0, columns_of);
    (Position::new(area.x.saturating_add(before).min(area.right().saturating_sub(1)), area.y + rows(at - from)), taken)
}

/// The text without its first columns.
fn after(text: &str, columns: usize) -> &str {
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let start = ends.into_iter().find(|at| usize::from(columns_of(text.get(..*at).unwrap_or_default())) >= columns);
    start.and_then(|at| text.get(at..)).unwrap_or_default()
}

/// What Enter will do, or why nothing; returns the rows it took. A reason may take the rows that no offer needs, and a refusal
/// all but one, for what is to be done about it stands at its end.
fn does(view: &View, buf: &mut Buffer, area: Rect, prompt: &Prompt) -> u16 {
    let theme = view.theme;
    let refusal = view.scene.ui.message.as_ref().filter(|message| message.refused);
    let (lead, text, style) = match (refusal, &prompt.does) {
        (Some(message), _) => (("✗ ", theme.refused), &message.text, theme.refused),
        (None, Err(reason)) => (("", theme.dim), reason, theme.dim),
        (None, Ok(does)) if does.is_empty() => return 1,
        (None, Ok(does)) => (("Enter ", theme.key), does, Style::new()),
    };
    let needed = rows(if refusal.is_some() { 1 } else { prompt.offers.len() }).saturating_add(1);
    // Two rows at the least where several offers are seen, though that pushes the last of them out.
    let most = area.height.saturating_sub(needed).max(if area.height > 4 { 2 } else { 1 });
    let place = Rect { y: area.y.saturating_add(1), height: most, ..area };
    wrapped(buf, place, lead, text, style)
}

fn offers(view: &View, buf: &mut Buffer, area: Rect, prompt: &Prompt) {
    let theme = view.theme;
    let rows = usize::from(area.height);
    let chosen = prompt.offers.get(prompt.chosen).map(|_| prompt.chosen);
    let from = chosen.map_or(0, |chosen| (chosen + 1).saturating_sub(rows));
    let widest = prompt.offers.iter().skip(from).take(rows).map(|offer| columns_of(&offer.label)).max().unwrap_or_default();
    let label = widest.min(area.width / 2);
    for (row, (at, Offer { label: text, detail, .. })) in (0..area.height).zip(prompt.offers.iter().enumerate().skip(from)) {
        let mut strip = Strip::new(buf, area, row);
        strip.skip(2).field(text, label, theme.who).skip(2).put(detail, theme.dim);
        if Some(at) == chosen {
            choose(buf, Rect { y: area.y + row, height: 1, ..area }, theme.selected);
        }
    }
}
