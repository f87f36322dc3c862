//! One row to write in, from the left and from the right, until both meet. The only way by which text reaches the buffer.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The free part of a row.
pub struct Strip<'a> {
    buf: &'a mut Buffer,
    row: u16,
    from: u16,
    to: u16,
}

impl<'a> Strip<'a> {
    /// The row of an area, counted from its top. Outside the area there is no room.
    pub fn new(buf: &'a mut Buffer, area: Rect, row: u16) -> Strip<'a> {
        let area = area.intersection(buf.area);
        let y = area.y.saturating_add(row);
        let to = if y < area.bottom() { area.right() } else { area.x };
        Strip { buf, row: y, from: area.x, to }
    }

    /// How many columns are still free.
    pub fn room(&self) -> u16 {
        self.to - self.from
    }

    /// The column that the next text from the left begins in.
    pub fn column(&self) -> u16 {
        self.from
    }

    /// Leaves columns free.
    pub fn skip(&mut self, columns: u16) -> &mut Self {
        self.from = self.from.saturating_add(columns).min(self.to);
        self
    }

    /// Leaves columns free at the right.
    pub fn skip_right(&mut self, columns: u16) -> &mut Self {
        self.to = self.to.saturating_sub(columns).max(self.from);
        self
    }

    /// Writes at the left; what does not fit ends in `…`.
    pub fn put(&mut self, text: &str, style: Style) -> &mut Self {
        let room = self.room();
        self.from = self.write(self.from, room, text, style);
        self
    }

    /// Writes at the left if all of it fits, else nothing.
    pub fn put_whole(&mut self, text: &str, style: Style) -> &mut Self {
        if columns_of(text) <= self.room() { self.put(text, style) } else { self }
    }

    /// Writes at the left in exactly so many columns.
    pub fn field(&mut self, text: &str, columns: u16, style: Style) -> &mut Self {
        let columns = columns.min(self.room());
        self.write(self.from, columns, text, style);
        self.skip(columns)
    }

    /// Writes at the right end of exactly so many columns, so that numbers stand under each other.
    pub fn number(&mut self, text: &str, columns: u16, style: Style) -> &mut Self {
        let columns = columns.min(self.room());
        let lead = columns.saturating_sub(columns_of(text));
        self.write(self.from + lead, columns - lead, text, style);
        self.skip(columns)
    }

    /// Writes at the right end; what does not fit ends in `…`.
    pub fn put_right(&mut self, text: &str, style: Style) -> &mut Self {
        let columns = columns_of(text).min(self.room());
        self.to -= columns;
        self.write(self.to, columns, text, style);
        self
    }

    /// Writes at the right end if all of it fits and `spare` columns stay free, else nothing.
    pub fn put_right_sparing(&mut self, spare: u16, text: &str, style: Style) -> &mut Self {
        if columns_of(text).saturating_add(spare) <= self.room() { self.put_right(text, style) } else { self }
    }

    /// Writes at the right, in exactly so many columns and right-aligned in them.
    pub fn number_right(&mut self, text: &str, columns: u16, style: Style) -> &mut Self {
        let wide = columns_of(text);
        self.put_right(text, style).skip_right(columns.saturating_sub(wide))
    }

    /// Writes at the right, in exactly so many columns and left-aligned in them.
    pub fn field_right(&mut self, text: &str, columns: u16, style: Style) -> &mut Self {
        let columns = columns.min(self.room());
        self.to -= columns;
        self.write(self.to, columns, text, style);
        self
    }

    /// Fills what is free with a mark.
    pub fn fill(&mut self, mark: char, style: Style) {
        for x in self.from..self.to {
            if let Some(cell) = self.buf.cell_mut((x, self.row)) {
                cell.set_char(mark).set_style(style);
            }
        }
        self.from = self.to;
    }

    fn write(&mut self, x: u16, columns: u16, text: &str, style: Style) -> u16 {
        let text = clean(text);
        if text.is_ascii() && text.len() <= usize::from(columns) {
            return self.write_ascii(x, &text, style);
        }
        let (fits, cut) = beginning(&text, columns);
        let (end, _) = self.buf.set_stringn(x, self.row, fits, usize::from(columns), style);
        if cut { self.buf.set_stringn(end, self.row, "…", 1, style).0 } else { end }
    }

    /// Nearly all text is this, and it need not be taken apart into graphemes.
    fn write_ascii(&mut self, mut x: u16, text: &str, style: Style) -> u16 {
        for letter in text.chars() {
            if let Some(cell) = self.buf.cell_mut((x, self.row)) {
                cell.set_char(letter).set_style(style);
            }
            x += 1;
        }
        x
    }
}

/// How many columns a text takes on the screen.
pub fn columns_of(text: &str) -> u16 {
    let columns = if text.is_ascii() { text.len() } else { clean(text).width() };
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// A text that fits: as it is, else its beginning and `…`.
pub fn shortened(text: &str, columns: u16) -> Cow<'_, str> {
    match beginning(text, columns) {
        (fits, false) => Cow::Borrowed(fits),
        (fits, true) => Cow::Owned(format!("{fits}…")),
    }
}

/// As much of a text as fits, and whether something is missing and `…` has its column.
fn beginning(text: &str, columns: u16) -> (&str, bool) {
    if columns_of(text) <= columns {
        return (text, false);
    }
    let Some(room) = columns.checked_sub(1) else { return ("", false) };
    let mut used = 0;
    for (at, letter) in text.char_indices() {
        used += letter.width().unwrap_or(0);
        if used > usize::from(room) {
            return (text.get(..at).unwrap_or_default().trim_end(), true);
        }
    }
    (text, false)
}

/// A text without anything that a terminal would act on: control characters, and marks that turn the direction of writing.
fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .filter_map(|letter| if matches!(letter, '\n' | '\t') { Some(' ') } else { Some(letter).filter(|l| !acts(*l)) })
            .collect(),
    )
}

fn acts(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn written(columns: u16, write: impl Fn(&mut Strip)) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, columns, 1));
        let area = buf.area;
        write(&mut Strip::new(&mut buf, area, 0));
        buf.content().iter().map(|cell| cell.symbol()).collect()
    }

    #[test]
    fn left_and_right_meet_and_the_left_one_is_cut() {
        let row = written(12, |strip| {
            strip.put_right("1:21", Style::new()).put("Côte d’Ivoire", Style::new());
        });
        assert_eq!(row, "Côte d’…1:21");
    }

    #[test]
    fn numbers_stand_under_each_other() {
        let row = |n: &str| {
            written(6, |strip| {
                strip.number(n, 4, Style::new()).put("|", Style::new());
            })
        };
        assert_eq!((row("7").as_str(), row("103").as_str()), ("   7| ", " 103| "));
    }

    #[test]
    fn wide_letters_and_combining_marks_are_cut_by_columns() {
        assert_eq!(columns_of("法国"), 4);
        assert_eq!(columns_of("e\u{301}t"), 2);
        let row = |columns: u16, text: &str| {
            written(columns, |strip| {
                strip.put(text, Style::new());
            })
        };
        assert_eq!(row(4, "法国").trim_end(), "法 国");
        assert_eq!(row(3, "法国").trim_end(), "法 …");
        assert_eq!(row(2, "法国").trim_end(), "…");
        assert_eq!(row(3, "e\u{301}te\u{301}s"), "e\u{301}t…");
        assert_eq!(row(1, "long"), "…");
    }

    #[test]
    fn control_characters_never_reach_the_buffer() {
        let row = written(20, |strip| {
            strip.put("a\u{1b}[31mb\u{7}\u{9b}c\u{202e}d\ne\r", Style::new());
        });
        assert_eq!(row.trim_end(), "a[31mbcd e");
        assert!(!row.chars().any(acts));
    }

    #[test]
    fn outside_the_area_nothing_is_written() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 3, 1));
        Strip::new(&mut buf, Rect::new(0, 0, 3, 9), 5).put("x", Style::new()).put_right("y", Style::new()).fill('z', Style::new());
        assert_eq!(buf, Buffer::empty(Rect::new(0, 0, 3, 1)));
    }
}
