//! Large digits out of half blocks, in any size: strokes like those of a clock on a wall, readable from two metres.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use super::columns_of;

/// How large: a cell is one dot wide and two dots high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Rows of cells.
    pub rows: u16,
    wide: u16,
    high: u16,
    /// The thickness of an upright stroke, and of a level one.
    stroke: (u16, u16),
    gap: u16,
}

impl Size {
    const ALL: [Size; 4] = [
        Size { rows: 7, wide: 10, high: 14, stroke: (3, 2), gap: 2 },
        Size { rows: 5, wide: 7, high: 10, stroke: (2, 2), gap: 2 },
        Size { rows: 4, wide: 6, high: 7, stroke: (2, 1), gap: 1 },
        Size { rows: 3, wide: 4, high: 6, stroke: (1, 1), gap: 1 },
    ];

    /// The largest size in which five marks (`70:00`, `+0:12`) fit.
    pub fn fitting(columns: u16, rows: u16) -> Option<Size> {
        Size::ALL.into_iter().find(|size| size.rows <= rows && size.room() <= columns)
    }

    /// The columns that are kept for a clock, so that it does not move when it goes into overtime.
    pub fn room(self) -> u16 {
        self.columns("00:00")
    }

    fn columns(self, text: &str) -> u16 {
        let marks = text.chars().map(|mark| self.width_of(mark) + self.gap).fold(0, u16::saturating_add);
        marks.saturating_sub(self.gap)
    }

    fn width_of(self, mark: char) -> u16 {
        match mark {
            ':' => self.stroke.0,
            _ => self.wide,
        }
    }

    /// Whether a dot of a mark is set.
    fn dot(self, mark: char, x: u16, y: u16) -> bool {
        let (upright, level) = self.stroke;
        let middle = (self.high - level) / 2;
        if mark == ':' {
            let (upper, lower) = (middle - self.high / 4, middle + self.high / 4);
            return (upper..upper + level).contains(&y) || (lower..lower + level).contains(&y);
        }
        if mark == '+' || mark == '-' {
            let reach = (self.wide - upright) / 2;
            let upright_stroke = (reach..reach + upright).contains(&x) && y + reach >= middle && y < middle + level + reach;
            return (middle..middle + level).contains(&y) || (mark == '+' && upright_stroke);
        }
        let strokes = strokes_of(mark);
        let has = |stroke: u8| strokes & stroke != 0;
        let (upper, lower) = (y < middle + level, y >= middle);
        let (left, right) = (x < upright, x >= self.wide - upright);
        (has(TOP) && y < level)
            || (has(MIDDLE) && upper && lower)
            || (has(BOTTOM) && y >= self.high - level)
            || (has(UPPER_LEFT) && upper && left)
            || (has(UPPER_RIGHT) && upper && right)
            || (has(LOWER_LEFT) && lower && left)
            || (has(LOWER_RIGHT) && lower && right)
    }
}

const TOP: u8 = 1;
const UPPER_LEFT: u8 = 2;
const UPPER_RIGHT: u8 = 4;
const MIDDLE: u8 = 8;
const LOWER_LEFT: u8 = 16;
const LOWER_RIGHT: u8 = 32;
const BOTTOM: u8 = 64;

fn strokes_of(digit: char) -> u8 {
    match digit {
        '0' => TOP | UPPER_LEFT | UPPER_RIGHT | LOWER_LEFT | LOWER_RIGHT | BOTTOM,
        '1' => UPPER_RIGHT | LOWER_RIGHT,
        '2' => TOP | UPPER_RIGHT | MIDDLE | LOWER_LEFT | BOTTOM,
        '3' => TOP | UPPER_RIGHT | MIDDLE | LOWER_RIGHT | BOTTOM,
        '4' => UPPER_LEFT | UPPER_RIGHT | MIDDLE | LOWER_RIGHT,
        '5' => TOP | UPPER_LEFT | MIDDLE | LOWER_RIGHT | BOTTOM,
        '6' => TOP | UPPER_LEFT | MIDDLE | LOWER_LEFT | LOWER_RIGHT | BOTTOM,
        '7' => TOP | UPPER_RIGHT | LOWER_RIGHT,
        '8' => TOP | UPPER_LEFT | UPPER_RIGHT | MIDDLE | LOWER_LEFT | LOWER_RIGHT | BOTTOM,
        '9' => TOP | UPPER_LEFT | UPPER_RIGHT | MIDDLE | LOWER_RIGHT | BOTTOM,
        _ => 0,
    }
}

/// Writes digits, `:`, `+` and `-` into the room kept for a clock, at its right end. Returns the columns taken.
pub fn digits(buf: &mut Buffer, area: Rect, text: &str, size: Size, style: Style) -> u16 {
    let taken = size.columns(text).max(size.room());
    let mut left = area.x.saturating_add(taken - size.columns(text));
    // One style from end to end, blanks included: a change of colour is then one run of cells a row, and a second few bytes.
    buf.set_style(Rect { x: left, width: size.columns(text), height: size.rows, ..area }.intersection(area), style);
    for mark in text.chars() {
        let wide = size.width_of(mark);
        for row in 0..size.rows.min(area.height) {
            for x in 0..wide {
                let set = |y: u16| y < size.high && size.dot(mark, x, y);
                let block = match (set(row * 2), set(row * 2 + 1)) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                };
                let column = left.saturating_add(x);
                if column < area.right()
                    && let Some(cell) = buf.cell_mut((column, area.y + row))
                {
                    cell.set_char(block).set_style(style);
                }
            }
        }
        left = left.saturating_add(wide + size.gap);
    }
    taken.min(area.width)
}

/// Writes a name in letters of four rows, if it fits and has only letters that exist in that size.
pub fn name_in_large(buf: &mut Buffer, area: Rect, name: &str, style: Style) -> bool {
    let drawable = |letter: char| letter == ' ' || letter.is_ascii_graphic() || ('\u{a1}'..='\u{ff}').contains(&letter);
    if area.height < 4 || columns_of(name).saturating_mul(4) > area.width || !name.chars().all(drawable) {
        return false;
    }
    BigText::builder().pixel_size(PixelSize::Quadrant).style(style).lines(vec![name.into()]).build().render(area, buf);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, rows: u16) -> String {
        let Some(size) = Size::ALL.into_iter().find(|size| size.rows == rows) else { return String::new() };
        let mut buf = Buffer::empty(Rect::new(0, 0, size.columns(text).max(size.room()), rows));
        let area = buf.area;
        digits(&mut buf, area, text, size, Style::new());
        let rows = buf.content().chunks(usize::from(area.width)).map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>());
        rows.map(|row| row.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_digit_in_every_size() {
        let mut sheet = String::new();
        for size in Size::ALL {
            for text in ["01:23", "45:67", "89:00", "+0:12", "1:21"] {
                sheet.push_str(&drawn(text, size.rows));
                sheet.push_str("\n\n");
            }
        }
        insta::assert_snapshot!(sheet);
    }

    #[test]
    fn the_last_digit_stays_where_it_is_in_overtime() {
        let column = |text: &str| drawn(text, 4).lines().map(|line| line.chars().count()).max();
        assert_eq!(column("0:08"), column("+0:08"));
        assert_eq!(column("0:08"), column("70:08"));
    }

    #[test]
    fn the_largest_size_that_fits_is_taken() {
        assert_eq!(Size::fitting(200, 9).map(|size| size.rows), Some(7));
        assert_eq!(Size::fitting(30, 4).map(|size| size.rows), Some(4));
        assert_eq!(Size::fitting(23, 9).map(|size| size.rows), Some(3));
        assert_eq!(Size::fitting(10, 9), None);
    }
}
