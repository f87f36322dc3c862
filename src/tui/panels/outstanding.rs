//! What is still to be answered, by official and by delegation; every sum is that of the board.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::dialogue::{Item, ItemCounts, ItemStatus, State};
use crate::tui::view::View;
use crate::tui::widgets::split::top;
use crate::tui::widgets::{Edge, Pane, Strip};

/// A column of figures: what stands over it, and the figure.
type Column = (&'static str, fn(&ItemCounts) -> u32);

const FIGURES: [Column; 6] = [
    ("to assign", |counts| counts.to_assign),
    ("open", |counts| counts.open),
    ("writing", |counts| counts.written),
    ("answered", |counts| counts.answered),
    ("declined", |counts| counts.declined),
    ("asked", ItemCounts::asked),
];

/// The width of each.
const WIDE: u16 = 9;

enum Row<'a> {
    /// A heading of the table.
    Heading(&'static str),
    /// Whose, and how many.
    Sum(String, ItemCounts),
    /// Which items of theirs wait, or are promised.
    Items(Vec<&'a Item>),
}

/// Draws the panel: the sums of all, then a table that the arrows scroll.
pub fn outstanding(view: &View, buf: &mut Buffer, area: Rect, edge: Edge) {
    let theme = view.theme;
    let counts = view.counts;
    let rows = rows(view.state);
    let high = usize::from(area.height.saturating_sub(4));
    let from = view.scene.ui.figures_from.min(rows.len().saturating_sub(high));
    let below = rows.len().saturating_sub(from + high);
    let more = match (from, below) {
        (0, 0) => String::new(),
        (_, 0) => "↑ more".to_owned(),
        (0, _) => format!("↓ {below} more"),
        _ => format!("↑ ↓ {below} more"),
    };
    let title = format!("Outstanding {}", counts.outstanding());
    let parts = format!("· {} to assign · {} open", counts.to_assign, counts.open);
    let foot = [("", Style::new()), (more.as_str(), theme.accent)];
    let pane =
        Pane { edge, style: theme.border, title: &[(&title, theme.panel), (&parts, Style::new())], corner: ("", Style::new()), foot };
    let inside = pane.draw(buf, area);
    let (sums, table) = top(inside, 2);
    let asked = format!(
        "asked {} = {} answered + {} in writing + {} declined + {} outstanding",
        counts.asked(),
        counts.answered,
        counts.written,
        counts.declined,
        counts.outstanding()
    );
    Strip::new(buf, sums, 0).skip(1).put(&asked, theme.who);
    let [pending, supported, noted] = counts.positions;
    let all = pending + supported + noted;
    let positions = format!("recommendations {all}: {supported} supported, {noted} noted, {pending} pending");
    Strip::new(buf, sums, 1).skip(1).put(&positions, Style::new());
    for (line, row) in (0..table.height).zip(rows.iter().skip(from)) {
        write(view, Strip::new(buf, table, line), row);
    }
}

fn write(view: &View, mut strip: Strip, row: &Row<'_>) {
    strip.skip(1).skip_right(1);
    match row {
        Row::Heading(words) => {
            for (name, _) in FIGURES.iter().rev() {
                strip.number_right(name, WIDE, view.theme.dim);
            }
            strip.put(words, view.theme.panel);
        }
        Row::Sum(whose, counts) => {
            for (at, (_, figure)) in FIGURES.iter().enumerate().rev() {
                let figure = figure(counts);
                let style = match (figure, at) {
                    (0, _) => view.theme.dim,
                    (_, 0) => view.theme.to_assign,
                    _ => Style::new(),
                };
                strip.number_right(&figure.to_string(), WIDE, style);
            }
            strip.skip_right(1).put(whose, Style::new());
        }
        Row::Items(items) => {
            strip.skip(2).put(&numbers(items), view.theme.dim);
        }
    }
}

/// Each item stands once in either part: with whoever answered or promised, else with the lead; and with its first author.
fn rows(state: &State) -> Vec<Row<'_>> {
    let waits = |item: &&Item| item.is_outstanding() || item.status == ItemStatus::Written;
    let (mut by_official, mut by_author) = (BTreeMap::<_, Vec<&Item>>::new(), BTreeMap::<_, Vec<&Item>>::new());
    for item in state.items.iter().filter(waits) {
        by_official.entry(item.whose()).or_default().push(item);
        by_author.entry(state.authors(item).first().copied()).or_default().push(item);
    }
    let mut rows = vec![Row::Heading("By official")];
    for (official, counts) in state.counts_by_official().into_iter().filter(|(_, counts)| counts.asked() > 0) {
        rows.push(Row::Sum(official.map_or("Nobody", |official| &official.office).to_owned(), counts));
        rows.extend(by_official.remove(&official.map(|official| &official.id)).map(Row::Items));
    }
    rows.push(Row::Heading("By delegation (first)"));
    for (code, counts) in state.counts_by_delegation().into_iter().filter(|(_, counts)| counts.asked() > 0) {
        rows.push(Row::Sum(code.map_or_else(|| "Not known".to_owned(), |code| state.review.name_of(code)), counts));
        rows.extend(by_author.remove(&code).map(Row::Items));
    }
    rows
}

/// `not answered 4 7   in writing 9`
fn numbers(items: &[&Item]) -> String {
    let (written, open): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|item| item.status == ItemStatus::Written);
    let parts = [("not answered", open), ("in writing", written)].into_iter().filter(|(_, items)| !items.is_empty());
    let numbers = |items: &[&Item]| items.iter().map(|item| item.number.to_string()).collect::<Vec<_>>().join(" ");
    parts.map(|(words, items)| format!("{words} {}", numbers(&items))).collect::<Vec<_>>().join("   ")
}
