//! Figures of the meeting: how it will go on, and what its time went into. Rows under headings, in as many columns as fit.

mod forecast;
mod time;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::view::View;
use crate::tui::widgets::split::rows;
use crate::tui::widgets::{Edge, Pane, Part, Strip, columns, line_of};

pub use forecast::rows as forecast;
pub use time::rows as time;

/// The narrowest column that a name and three figures fit in.
const COLUMN: u16 = 38;

/// A row of figures.
pub enum Row {
    /// What those below are about.
    Heading(String),
    /// What it is and how much, in columns of their own from the right.
    Figure(String, Vec<Figure>),
    /// A sentence, or part of one.
    Text(String),
    /// Nothing.
    Air,
}

/// A figure in a column.
pub struct Figure {
    text: String,
    columns: u16,
    over: bool,
}

impl Figure {
    /// One in the width that all figures of its sort have.
    pub fn new(text: impl Into<String>, columns: u16) -> Figure {
        Figure { text: text.into(), columns, over: false }
    }

    /// The same, of something that is overdrawn.
    pub fn over(self, over: bool) -> Figure {
        Figure { over, ..self }
    }
}

/// One figure with as much room as it needs.
pub fn single(label: &str, text: impl Into<String>) -> Row {
    Row::Figure(label.to_owned(), vec![Figure::new(text, 0)])
}

/// Rows under a heading, with air before it.
pub fn group(heading: impl Into<String>, rows: impl IntoIterator<Item = Row>) -> Vec<Row> {
    let mut rows = rows.into_iter().peekable();
    if rows.peek().is_none() { Vec::new() } else { [Row::Air, Row::Heading(heading.into())].into_iter().chain(rows).collect() }
}

/// A sentence over as many rows of a column as it needs.
pub fn sentence(text: &str, columns: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let here = line_of(rest, columns);
        rows.push(Row::Text(here.to_owned()));
        rest = rest.get(here.len()..).unwrap_or_default().trim_start();
    }
    rows
}

/// How wide a text may be in a panel of some width.
pub fn room_in(area: Rect, edge: Edge) -> u16 {
    let inside = if edge == Edge::Frame { area.width.saturating_sub(2) } else { area.width };
    column_of(inside).0.saturating_sub(3)
}

/// The width of a column, and how many there are.
fn column_of(width: u16) -> (u16, u16) {
    let many = (width / COLUMN).max(1);
    (width / many, many)
}

/// Draws them. What does not fit is reached with the arrows.
pub fn figures(view: &View, title: &str, all: &[Row], from: usize, buf: &mut Buffer, area: Rect, edge: Edge) {
    let theme = view.theme;
    let framed = if edge == Edge::Frame { 2 } else { 0 };
    let (wide, many) = column_of(area.width.saturating_sub(framed));
    let high = usize::from(area.height.saturating_sub(2)).max(1);
    let packed_from = |from: usize| columns(all.get(from..).unwrap_or_default(), high, part);
    let below = |packed: &[Vec<&Row>]| packed.iter().skip(usize::from(many)).map(Vec::len).sum::<usize>();
    // No further than to the last row.
    let from = (0..from.min(all.len())).find(|from| below(&packed_from(*from)) == 0).unwrap_or(from.min(all.len()));
    let packed = packed_from(from);
    let hidden = below(&packed);
    let more = match (from, hidden) {
        (0, 0) => String::new(),
        (_, 0) => "↑ more".to_owned(),
        (0, _) => format!("↓ {hidden} more"),
        _ => format!("↑ ↓ {hidden} more"),
    };
    let foot = [("", Style::new()), (more.as_str(), theme.accent)];
    let inside = Pane { edge, style: theme.border, title: &[(title, theme.panel)], corner: ("", Style::new()), foot }.draw(buf, area);
    for (at, column) in (0..many).zip(&packed) {
        let place = Rect { x: inside.x + at * wide, width: wide, ..inside };
        for (line, row) in (0..inside.height.min(rows(column.len()))).zip(column) {
            write(view, Strip::new(buf, place.intersection(inside), line), row);
        }
    }
}

fn part(row: &Row) -> Part {
    match row {
        Row::Heading(_) => Part::Heading,
        Row::Figure(..) | Row::Text(_) => Part::Row,
        Row::Air => Part::Air,
    }
}

fn write(view: &View, mut strip: Strip, row: &Row) {
    strip.skip(1).skip_right(2);
    match row {
        Row::Heading(words) => {
            strip.put(words, view.theme.panel);
        }
        Row::Text(words) => {
            strip.put(words, Style::new());
        }
        Row::Figure(label, figures) => {
            for figure in figures.iter().rev() {
                let style = if figure.over { view.theme.over } else { view.theme.who };
                strip.number_right(&figure.text, figure.columns, style).skip_right(1);
            }
            strip.put(label, Style::new());
        }
        Row::Air => {}
    }
}
