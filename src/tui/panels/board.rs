//! The board: all items in a table, with who asked, the theme, who answers, how far it is, and the position on a recommendation.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::items::{mark, officials, quiet, themes, who_answers, word_of};
use crate::dialogue::{Item, Position, Sort};
use crate::review::Code;
use crate::tui::board::{Board, Grouping, Row, Sorting};
use crate::tui::ui::Focus;
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, choose, columns_of};

/// From here on the officials stand by office and the position has a column of its own.
const WIDE: u16 = 100;
/// Who also asks it stands behind the words only where so much of them is left; else in the column of who asks.
const LEAST_TEXT: u16 = 22;

/// Draws the panel.
pub fn board(view: &View, buf: &mut Buffer, area: Rect, edge: Edge) {
    let board = &view.scene.ui.board;
    let rows = board.rows();
    let high = usize::from(area.height.saturating_sub(2));
    let is_selected = |row: &Row| matches!(row, Row::Item(number) if view.scene.ui.item == Some(*number));
    let selected = view.scene.ui.item.and_then(|_| rows.iter().position(is_selected));
    let from = super::window(high, selected);
    let inside = frame(view, buf, area, edge, rows.len().saturating_sub(from + high));
    if rows.is_empty() {
        let words = if view.counts.all == 0 { " nothing logged yet" } else { " no item fits; Esc shows all of them" };
        Strip::new(buf, inside, 0).put(words, view.theme.dim);
        return;
    }
    let target = view.target();
    for (line, row) in (0..inside.height).zip(rows.iter().skip(from)) {
        let place = Rect { y: inside.y + line, height: 1, ..inside };
        match row {
            Row::Heading(words, count) => heading(view, buf, place, words, *count),
            Row::Item(number) => {
                if let Some(item) = view.state.item(*number) {
                    write(view, buf, place, item, target == Some(*number));
                }
            }
        }
        if is_selected(row) {
            choose(buf, place, view.theme.selected);
        }
    }
}

/// The edge, with the counts of all items in it, and what is shown of them.
fn frame(view: &View, buf: &mut Buffer, area: Rect, edge: Edge, below: usize) -> Rect {
    let (theme, counts, ui) = (view.theme, view.counts, &view.scene.ui);
    let all =
        if is_narrowed(&ui.board) { format!("Items {} of {}", ui.board.count(), counts.all) } else { format!("Items {}", counts.all) };
    let plain = Style::new();
    let marked = if ui.marked.is_empty() { String::new() } else { format!("· {} marked", ui.marked.len()) };
    let to_assign = format!("· {} to assign", counts.to_assign);
    let open = format!("· {} open", counts.open);
    let answered = format!("· {} answered", counts.answered);
    let written = format!("· {} in writing", counts.written);
    let declined = format!("· {} declined", counts.declined);
    let urgent = if counts.to_assign > 0 { theme.to_assign } else { plain };
    let grouped = ui.board.grouping();
    let headings = (grouped != Grouping::Number).then(|| format!("by {}", grouped.name()));
    let sorted = ui.board.sorting();
    let order = (sorted != Sorting::Newest).then(|| sorted.says().to_owned());
    let by = headings.into_iter().chain(order).collect::<Vec<_>>().join(", ");
    let filter = if is_narrowed(&ui.board) { format!("f {}", ui.board.filter()) } else { String::new() };
    let more = if below > 0 { format!("{below} more") } else { String::new() };
    let pane = Pane {
        edge,
        style: if ui.focus == Focus::Items { theme.focus } else { theme.border },
        title: &[
            (&all, theme.panel),
            (&marked, theme.accent),
            (&to_assign, urgent),
            (&open, plain),
            (&answered, plain),
            (&written, plain),
            (&declined, plain),
        ],
        corner: (&by, theme.theme),
        foot: [(&filter, theme.accent), (&more, theme.dim)],
    };
    pane.draw(buf, area)
}

fn is_narrowed(board: &Board) -> bool {
    !board.filter().trim().is_empty()
}

fn heading(view: &View, buf: &mut Buffer, area: Rect, words: &str, count: usize) {
    let mut strip = Strip::new(buf, area, 0);
    strip.skip(1).put(words, view.theme.theme).put(&format!("  {count}"), view.theme.dim);
}

fn write(view: &View, buf: &mut Buffer, area: Rect, item: &Item, target: bool) {
    let theme = view.theme;
    let mut strip = Strip::new(buf, area, 0);
    let is_wide = area.width >= WIDE;
    strip.put_right(mark(target), theme.accent);
    if is_wide {
        strip.field_right(position(item), 9, theme.dim).skip_right(1);
    }
    let (word, style) = word_of(view, item);
    // Where there is one column for both, what the State under review has said of it matters more than who has it.
    let says = word.is_empty() || item.position != Position::Pending;
    let (word, style) = if !is_wide && says { (position(item), theme.dim) } else { (word, style) };
    strip.field_right(word, 9, style).skip_right(1);
    let (who, columns) = match (is_wide, item.needs_official()) {
        (true, _) => (who_answers(view, item), 21.max(area.width / 7)),
        (false, true) => (view.suggested(item).map(|id| format!("→ {}?", view.handle(id))).unwrap_or_default(), 7),
        (false, false) => (officials(view, item), 7),
    };
    strip.field_right(&who, columns, quiet(view, item)).skip_right(1);
    strip.field_right(&themes(item), if is_wide { area.width / 8 } else { 12 }, theme.theme).skip_right(1);
    let is_marked = view.scene.ui.marked.contains(&item.number);
    strip.put(if is_marked { "●" } else { " " }, theme.accent).number(&item.number.to_string(), 4, theme.dim).skip(1);
    let also = view.also(item);
    let column = if is_wide { 12 } else { 5 };
    let is_room = columns_of(&also) + column + LEAST_TEXT <= strip.room();
    let authors = if is_room { view.state.own_authors(item) } else { view.state.authors(item) };
    strip.field(&in_a_column(&authors, is_wide), column, Style::new()).skip(1);
    let (sign, style) = view.sign(item.sort);
    strip.put(sign, style).skip(1);
    if is_room {
        strip.put_right(&also, theme.dim);
    }
    strip.put(&item.text, Style::new());
}

/// `FRA+2`; where there is room all of a few, `FRA DEU NOR`, and the first of many, `FRA DEU +3`.
fn in_a_column(authors: &[Code], is_wide: bool) -> String {
    match authors {
        [] => "–".to_owned(),
        few @ ([_] | [_, _] | [_, _, _]) if is_wide => few.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        [one] => one.to_string(),
        [first, second, rest @ ..] if is_wide => format!("{first} {second} +{}", rest.len()),
        [first, rest @ ..] => format!("{first}+{}", rest.len()),
    }
}

fn position(item: &Item) -> &'static str {
    match (item.sort, item.position) {
        (Sort::Recommendation, Position::Pending) => "pending",
        (Sort::Recommendation, Position::Supported) => "supported",
        (Sort::Recommendation, Position::Noted) => "noted",
        _ => "",
    }
}
