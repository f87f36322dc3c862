//! The edge of a panel: a frame where there is room for one, else rules above and below; the title is in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Strip, columns_of};

/// How a panel is set off from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// A rounded frame.
    Frame,
    /// A rule above and a rule below.
    Rules,
}

/// A panel's edge and what is written in it.
pub struct Pane<'a> {
    /// Frame or rule.
    pub edge: Edge,
    /// The edge's style.
    pub style: Style,
    /// In the upper edge, from the left, most important first; what does not fit whole is left out, but never the first.
    pub title: &'a [(&'a str, Style)],
    /// In the upper edge, at the right.
    pub corner: (&'a str, Style),
    /// In the lower edge, at the left and at the right.
    pub foot: [(&'a str, Style); 2],
}

impl Pane<'_> {
    /// Draws the edge and returns what is inside of it.
    pub fn draw(&self, buf: &mut Buffer, area: Rect) -> Rect {
        if area.is_empty() {
            return area;
        }
        match self.edge {
            Edge::Rules => {
                self.upper(buf, area, ["─", "─"]);
                if area.height < 3 {
                    return Rect { y: area.y + 1, height: area.height - 1, ..area };
                }
                self.lower(buf, area, ["─", "─"]);
                Rect { y: area.y + 1, height: area.height - 2, ..area }
            }
            Edge::Frame if area.width < 4 || area.height < 3 => area,
            Edge::Frame => {
                self.upper(buf, area, ["╭", "╮"]);
                for row in 1..area.height - 1 {
                    Strip::new(buf, area, row).put("│", self.style).put_right("│", self.style);
                }
                self.lower(buf, area, ["╰", "╯"]);
                Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 }
            }
        }
    }

    fn upper(&self, buf: &mut Buffer, area: Rect, [left, right]: [&str; 2]) {
        let mut strip = Strip::new(buf, area, 0);
        strip.put(left, self.style).put_right(right, self.style);
        let mut parts = self.title.iter();
        if let Some((text, style)) = parts.next() {
            strip.put(" ", *style).put(text, *style).put_whole(" ", *style);
        }
        for (text, style) in parts.filter(|(text, _)| !text.is_empty()) {
            if columns_of(text) + 1 > strip.room() {
                break;
            }
            strip.put(text, *style).put(" ", *style);
        }
        let (corner, style) = self.corner;
        if !corner.is_empty() && strip.room() > columns_of(corner) + 3 {
            strip.put_right("─", self.style).put_right(" ", style).put_right(corner, style).put_right(" ", style);
        }
        strip.fill('─', self.style);
    }

    fn lower(&self, buf: &mut Buffer, area: Rect, [left, right]: [&str; 2]) {
        let mut strip = Strip::new(buf, area, area.height - 1);
        strip.put(left, self.style).put_right(right, self.style);
        let [(note, style), (count, count_style)] = self.foot;
        if !count.is_empty() && columns_of(count) + 3 <= strip.room() {
            strip.put_right("─", self.style).put_right(" ", count_style).put_right(count, count_style).put_right(" ", count_style);
        }
        if !note.is_empty() && strip.room() > 12 {
            strip.put(" ", style).put(note, style).put(" ", style);
        }
        strip.fill('─', self.style);
    }
}
