//! Who has the floor, how long, and in what state: the largest thing on every screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pools::{self, pools};
use super::standing::{Held, Standing};
use crate::tui::view::View;
use crate::tui::widgets::split::{left, top, with_air};
use crate::tui::widgets::{Edge, Pane, Size, Strip, digits, gauge, name_in_large};

/// The columns that the words beside the clock need: `67:50 of 70:00`.
const WORDS: u16 = 14;

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
    let title = [(who.as_str(), theme.panel), (if standing.kind.is_empty() { "" } else { &kind }, Style::new())];
    let pane =
        Pane { edge: Edge::Frame, style: theme.border, title: &title, corner: (&standing.place, theme.panel), foot: Default::default() };
    let inside = with_air(pane.draw(buf, area));
    let (name, rest) = top(inside, inset.name_rows());
    large_name(view, standing, buf, name);
    let (clock_rows, rest) = top(below(rest, 1), inset.clock);
    let taken = clock(standing, buf, clock_rows);
    words(view, standing, buf, left(clock_rows, taken).1);
    let (bar, rest) = top(below(rest, 1), 1);
    progress(view, standing, buf, bar);
    let (pool_rows, rest) = top(rest, inset.pools);
    pools(view, buf, pool_rows);
    held(view, &standing.held, buf, rest);
}

fn plain(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect, inset: Inset) {
    let (name, rest) = top(with_air(area), 1);
    let mut strip = Strip::new(buf, name, 0);
    strip.put_right(&standing.place, view.theme.who).skip_right(u16::from(!standing.place.is_empty()) * 3);
    strip.put_right_sparing(12, &standing.kind, view.theme.dim).skip_right(2);
    strip.put(&standing.label(), view.theme.who);
    let (clock_rows, bar) = top(rest, inset.clock);
    let taken = clock(standing, buf, clock_rows);
    let beside = left(clock_rows, taken).1;
    let (state, at_right) = if beside.width < 30 { (beside, Rect::default()) } else { left(beside, (beside.width * 2 / 5).max(18)) };
    words(view, standing, buf, Rect { width: state.width.saturating_sub(1), ..state });
    let (pool_rows, rest) = top(at_right, inset.pools);
    pools(view, buf, pool_rows);
    held(view, &standing.held, buf, rest);
    progress(view, standing, buf, bar);
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
    let style = standing.style.remove_modifier(Modifier::REVERSED | Modifier::UNDERLINED).add_modifier(Modifier::BOLD);
    // The state's word stands beside it, and both must be seen.
    let size = Size::fitting(area.width.saturating_sub(WORDS + 2), area.height);
    match size.or_else(|| Size::fitting(area.width.saturating_sub(10), area.height)) {
        Some(size) => digits(buf, area, &standing.clock, size, style) + 3,
        None => {
            Strip::new(buf, area, 0).number(&standing.clock, 6, style);
            8.min(area.width)
        }
    }
}

/// The state as a word, the clock in small, and what else is to be known.
fn words(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect) {
    let badge = standing.style.add_modifier.contains(Modifier::REVERSED);
    let word = if badge { format!(" {} ", standing.word) } else { standing.word.clone() };
    Strip::new(buf, area, 0).put(&word, standing.style);
    Strip::new(buf, area, 1).put(&standing.measure, view.theme.who);
    for (row, remark) in (2..area.height).zip(&standing.remarks) {
        Strip::new(buf, area, row).put(remark, Style::new());
    }
}

fn progress(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect) {
    if let (Some((used, total)), true) = (standing.used, area.height > 0) {
        gauge(buf, Rect { height: 1, ..area }, used, total, view.theme.used, view.theme.rest);
    }
}

/// Held turns under the pools, their time in the same column.
fn held(view: &View, held: &[Held], buf: &mut Buffer, area: Rect) {
    for (row, turn) in (0..area.height).zip(held) {
        let mut strip = Strip::new(buf, area, row);
        pools::figure(&mut strip, &turn.time, turn.over, view.theme);
        strip.skip_right(1).put(if turn.runs { "RUNS " } else { "HELD " }, view.theme.held);
        strip.put(&turn.who, view.theme.who).skip(2).put_whole(&turn.what, view.theme.dim);
    }
}
