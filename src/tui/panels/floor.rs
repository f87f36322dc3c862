//! Who has the floor, how long, and in what state: the largest thing on every screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pools::pools;
use super::standing::{Held, Standing};
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Size, Strip, digits, gauge, name_in_large};

/// How the floor is laid out on a screen of some size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inset {
    /// In a frame of its own.
    pub framed: bool,
    /// The rows of the large clock.
    pub clock: u16,
    /// The name in large letters too.
    pub large_name: bool,
    /// Pools and held turns stand beside the clock, or underneath.
    pub beside: bool,
}

impl Inset {
    /// The rows it needs with so many pools: always the same, whatever happens on the floor.
    pub fn rows(self, pools: u16) -> u16 {
        let name = if self.large_name { 5 } else { 1 };
        let underneath = if self.beside { 0 } else { pools + 2 };
        let bar = u16::from(self.clock > 1);
        let air = if self.framed { 2 } else { 0 };
        name + air + self.clock + bar + underneath + if self.framed { 2 } else { 0 }
    }
}

/// Draws it.
pub fn floor(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect, inset: Inset) {
    let inside = if inset.framed {
        let title = [("Floor", view.theme.panel)];
        let pane =
            Pane { edge: Edge::Frame, style: view.theme.border, title: &title, corner: ("", Style::new()), foot: Default::default() };
        let inside = pane.draw(buf, area);
        Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside }
    } else {
        Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
    };
    let rows = name(view, standing, buf, inside, inset.large_name);
    let air = u16::from(inset.framed);
    let clock_area = below(inside, rows + air).intersection(Rect { height: inset.clock, ..below(inside, rows + air) });
    let taken = clock(standing, buf, clock_area);
    let beside = Rect { x: clock_area.x + taken, width: clock_area.width.saturating_sub(taken), ..clock_area };
    let after = rows + air + inset.clock + air;
    let bar = below(inside, after);
    if inset.beside {
        let (words_area, pools_area) = halves(beside);
        words(view, standing, buf, words_area);
        let pools_shown = u16::try_from(view.state.review.modalities.pools.len()).unwrap_or(u16::MAX).min(pools_area.height);
        pools(view, buf, Rect { height: pools_shown, ..pools_area });
        held(view, &standing.held, buf, below(pools_area, pools_shown));
        progress(view, standing, buf, bar);
    } else {
        words(view, standing, buf, beside);
        progress(view, standing, buf, bar);
        let pools_shown = u16::try_from(view.state.review.modalities.pools.len()).unwrap_or(u16::MAX);
        pools(view, buf, Rect { height: pools_shown.min(below(bar, 1).height), ..below(bar, 1) });
        held(view, &standing.held, buf, below(bar, 1 + pools_shown));
    }
}

fn name(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect, large: bool) -> u16 {
    if !large {
        let mut strip = Strip::new(buf, area, 0);
        strip.put_right(&standing.place, view.theme.who).skip_right(u16::from(!standing.place.is_empty()) * 4);
        strip.put_right_sparing(12, &standing.kind, view.theme.dim).skip_right(2);
        strip.put(&standing.who, view.theme.who);
        return 1;
    }
    let mut strip = Strip::new(buf, area, 0);
    strip.put_right(&standing.place, view.theme.who).put(&standing.kind, view.theme.dim);
    let rest = below(area, 1);
    if !name_in_large(buf, Rect { height: rest.height.min(4), ..rest }, &standing.who, view.theme.who) {
        Strip::new(buf, rest, 1).put(&standing.who, view.theme.who);
    }
    5
}

/// Returns the columns that the clock takes, the air after it included.
fn clock(standing: &Standing, buf: &mut Buffer, area: Rect) -> u16 {
    let style = standing.style.remove_modifier(Modifier::REVERSED).add_modifier(Modifier::BOLD);
    match Size::fitting(area.width, area.height) {
        Some(size) => digits(buf, area, &standing.clock, size, style) + 3,
        None => {
            Strip::new(buf, area, 0).number(&standing.clock, 6, style);
            8.min(area.width)
        }
    }
}

/// The state as a word, the clock in small, and what else is to be known.
fn words(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect) {
    let mut strip = Strip::new(buf, area, 0);
    let badge = standing.style.add_modifier.contains(Modifier::REVERSED);
    let word = if badge { format!(" {} ", standing.word) } else { standing.word.clone() };
    strip.put(&word, standing.style);
    Strip::new(buf, area, 1).put(&standing.measure, view.theme.who);
    for (row, remark) in (2..area.height).zip(&standing.remarks) {
        Strip::new(buf, area, row).put(remark, Style::new());
    }
}

fn progress(view: &View, standing: &Standing, buf: &mut Buffer, area: Rect) {
    if let (Some((used, total)), true) = (standing.used, area.height > 0) {
        gauge(buf, Rect { height: 1, ..area }, used, total, standing.style, view.theme.rest);
    }
}

fn held(view: &View, held: &[Held], buf: &mut Buffer, area: Rect) {
    for (row, turn) in (0..area.height).zip(held) {
        let mut strip = Strip::new(buf, area, row);
        strip.put("HELD ", view.theme.held).put(&turn.who, view.theme.who).put("  ", Style::new()).put(&turn.rest, Style::new());
    }
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

fn halves(area: Rect) -> (Rect, Rect) {
    let left = area.width * 2 / 5;
    (Rect { width: left.saturating_sub(1), ..area }, Rect { x: area.x + left, width: area.width - left, ..area })
}
