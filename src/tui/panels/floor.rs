//! Who has the floor, how long, and in what state: the largest thing on every screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pools::{self, pools};
use super::standing::{Bar, Held, Loud, Standing};
use crate::tui::view::View;
use crate::tui::widgets::split::{left, rows, top, with_air};
use crate::tui::widgets::{Edge, Pane, Size, Strip, band, columns_of, digits, gauge, name_in_large};

/// The columns that the words beside the clock need: `67:50 of 70:00`.
const WORDS: u16 = 14;

/// The air between the clock and those words.
const AIR: u16 = 3;

/// How the floor is laid out on a screen of some size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inset {
    /// In a frame of its own, with the pools and what is held underneath; else they stand beside the clock.
    pub framed: bool,
    /// The rows of the large clock.
    pub clock: u16,
    /// The name in large letters too.
    pub large_name: bool,
    /// The rows kept for the pools.
    pub pools: u16,
    /// The rows kept for held turns, in a frame.
    pub held: u16,
}

impl Inset {
    /// The rows it needs: always the same, whatever happens on the floor.
    pub fn rows(self) -> u16 {
        if self.framed { 2 + self.name_rows() + 1 + self.clock + 2 + self.pools + self.held } else { 1 + self.clock + 1 }
    }

    fn name_rows(self) -> u16 {
        if self.large_name { 4 } else { 1 }
    }
}

/// Draws it.
pub fn floor(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect, inset: Inset) {
    if inset.framed { framed(view, standing, buf, area, inset) } else { plain(view, standing, buf, area, inset) }
}

fn framed(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect, inset: Inset) {
    let theme = view.theme;
    // Large letters are not text: the name stands in the edge once more, for whoever copies or searches the screen.
    let who = if inset.large_name { standing.label() } else { "Floor".to_owned() };
    let kind = format!("· {}", standing.kind);
    let title = [(who.as_str(), theme.panel), (if standing.kind.is_empty() { "" } else { &kind }, kind_style(view, standing))];
    let pane =
        Pane { edge: Edge::Frame, style: theme.border, title: &title, corner: (&standing.place, theme.panel), foot: Default::default() };
    let inside = with_air(pane.draw(buf, area));
    let (name, rest) = top(inside, inset.name_rows());
    large_name(view, standing, buf, name);
    let (clock_rows, rest) = top(below(rest, 1), inset.clock);
    let taken = clock(standing, buf, clock_rows);
    words(view, standing, buf, left(clock_rows, taken).1);
    if standing.loud == Loud::All {
        buf.set_style(clock_rows, standing.style);
    }
    let (row, rest) = top(below(rest, 1), 1);
    bar(view, standing, buf, row);
    pools_and_held(view, standing, buf, rest, inset);
}

fn plain(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect, inset: Inset) {
    let (name, rest) = top(with_air(area), 1);
    let mut strip = Strip::new(buf, name, 0);
    strip.put_right(&standing.place, view.theme.who).skip_right(u16::from(!standing.place.is_empty()) * 3);
    strip.put_right_sparing(12, &standing.kind, kind_style(view, standing)).skip_right(2);
    strip.put(&standing.label(), view.theme.who);
    let (clock_rows, row) = top(rest, inset.clock);
    let taken = clock(standing, buf, clock_rows);
    let beside = left(clock_rows, taken).1;
    // Where the clock needs a digit more, the names of the pools keep their columns.
    let least = if beside.width < 42 { WORDS + 2 } else { WORDS + 4 };
    let (state, at_right) = if beside.width < 30 { (beside, Rect::default()) } else { left(beside, (beside.width * 2 / 5).max(least)) };
    words(view, standing, buf, Rect { width: state.width.saturating_sub(1), ..state });
    if standing.loud == Loud::All {
        buf.set_style(Rect { width: (state.right() - clock_rows.x).saturating_sub(2), ..clock_rows }, standing.style);
    }
    pools_and_held(view, standing, buf, at_right, inset);
    bar(view, standing, buf, row);
}

/// What came over the turn of someone else is said louder.
fn kind_style(view: &View, standing: &Standing) -> Style {
    if standing.interrupts { view.theme.accent } else { view.theme.dim }
}

fn below(area: Rect, rows: u16) -> Rect {
    top(area, rows).1
}

fn large_name(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect) {
    let style = if standing.called { view.theme.accent } else { view.theme.who };
    if !name_in_large(buf, area, &standing.who, style) {
        Strip::new(buf, area, area.height / 2).put(&standing.label(), style);
    }
}

/// Returns the columns that the clock takes, the air after it included.
fn clock(standing: &Standing, buf: &mut Buffer, area: Rect) -> u16 {
    let style = match standing.loud {
        Loud::Word => standing.style.remove_modifier(Modifier::REVERSED | Modifier::UNDERLINED).add_modifier(Modifier::BOLD),
        Loud::Clock | Loud::All => standing.style,
    };
    // The state's word stands beside it, and both must be seen.
    let size = Size::fitting(area.width.saturating_sub(WORDS + 2), area.height);
    match size.or_else(|| Size::fitting(area.width.saturating_sub(10), area.height)) {
        Some(size) => {
            let taken = digits(buf, area, &standing.clock, size, style);
            if standing.loud == Loud::Clock {
                buf.set_style(Rect { width: taken + 1, ..area }.intersection(area), style);
            }
            taken + AIR
        }
        None => {
            Strip::new(buf, area, 0).number(&standing.clock, 6, style);
            8.min(area.width)
        }
    }
}

/// The state as a word, the clock in small, and what else is to be known.
fn words(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect) {
    let badge = standing.style.add_modifier.contains(Modifier::REVERSED);
    let padded = badge && columns_of(&standing.word) + 2 <= area.width;
    let word = if padded { format!(" {} ", standing.word) } else { standing.word.clone() };
    Strip::new(buf, area, 0).put(&word, standing.style);
    Strip::new(buf, area, 1).put(&standing.measure, view.theme.who);
    for (row, remark) in (2..area.height).zip(&standing.remarks) {
        Strip::new(buf, area, row).put(remark, Style::new());
    }
}

/// The row under the clock. A ruling stands at its end.
fn bar(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect) {
    if area.height == 0 {
        return;
    }
    let mut strip = Strip::new(buf, area, 0);
    if let Some((ruling, style)) = &standing.ruling {
        let columns = columns_of(ruling).min(area.width.saturating_sub(12));
        strip.skip_right(1).field_right(ruling, columns, *style).skip_right(2);
    }
    let row = Rect { x: area.x, width: strip.room(), height: 1, ..area };
    match &standing.bar {
        Bar::Empty => {}
        Bar::Used(used, total) => gauge(buf, row, *used, *total, view.theme.used, view.theme.rest),
        Bar::Band(words, style) => band(buf, row, &words.fit(row.width), *style),
        Bar::Last(words) => {
            strip.put(&words.fit(row.width), view.theme.dim);
        }
    }
}

/// Held turns stand under the pools, their time in the same column. Where there are more of them than rows, pools give way.
fn pools_and_held(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect, inset: Inset) {
    let held = &standing.held;
    let (pool_rows, rest) = top(area, inset.pools.min(area.height.saturating_sub(rows(held.len()))));
    pools(view, buf, pool_rows);
    for (row, turn) in (0..rest.height).zip(held) {
        self::held(view, Strip::new(buf, rest, row), turn);
    }
    let hidden = held.len().saturating_sub(usize::from(rest.height));
    if hidden > 0 && rest.height > 0 {
        let last = Rect { y: rest.bottom() - 1, height: 1, ..rest };
        let words = format!("and {} more HELD", hidden + 1);
        Strip::new(buf, last, 0).field(&words, last.width, view.theme.held);
    }
}

fn held(view: &View, mut strip: Strip, turn: &Held) {
    pools::figure(&mut strip, &turn.time, turn.over, view.theme);
    strip.skip_right(1).put(turn.word, view.theme.held).skip(1);
    let who = if columns_of(&turn.who) <= strip.room() { &turn.who } else { &turn.code };
    strip.put(who, view.theme.who).skip(2).put_whole(&turn.what, view.theme.dim);
}
