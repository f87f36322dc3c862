//! A sentence, or a text that is being typed, that goes on in the next row where one is not enough.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use unicode_width::UnicodeWidthChar;

use super::{Strip, columns_of};

/// Writes a sentence behind a mark, in as many rows of the area as it needs, and returns how many those are. Further rows begin
/// under the sentence; what does not fit into the last one ends in `…`.
pub fn wrapped(buf: &mut Buffer, area: Rect, (mark, mark_style): (&str, Style), text: &str, style: Style) -> u16 {
    let mut rest = text.trim_end();
    for row in 0..area.height {
        let mut strip = Strip::new(buf, area, row);
        if row == 0 {
            strip.put(mark, mark_style);
        } else {
            strip.skip(columns_of(mark));
        }
        let here = if row + 1 < area.height { line_of(rest, strip.room()) } else { rest };
        strip.put(here, style);
        rest = rest.get(here.len()..).unwrap_or_default().trim_start();
        if rest.is_empty() {
            return row + 1;
        }
    }
    area.height
}

/// As many whole words as fit; all of it where not even the first does.
pub fn line_of(text: &str, columns: u16) -> &str {
    let breaks = text.char_indices().filter(|(_, letter)| *letter == ' ').map(|(at, _)| at).chain([text.len()]);
    let fitting = breaks.filter_map(|at| text.get(..at)).take_while(|part| columns_of(part) <= columns).last();
    fitting.unwrap_or(text)
}

/// A sentence in lines of whole words.
pub fn lines_of(text: &str, columns: u16) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let line = line_of(rest, columns);
        lines.push(line);
        rest = rest.get(line.len()..).unwrap_or_default().trim_start();
    }
    lines
}

/// The rows of a text that is being typed, every letter in one of them: broken behind blanks, within a word where it has no blank.
pub fn broken(text: &str, columns: u16) -> Vec<Range<usize>> {
    let columns = usize::from(columns.max(1));
    let mut rows = Vec::new();
    let (mut start, mut used, mut behind_blank) = (0, 0, 0);
    for (at, letter) in text.char_indices() {
        let wide = letter.width().unwrap_or(0);
        if used + wide > columns && at > start {
            let end = if behind_blank > start { behind_blank } else { at };
            rows.push(start..end);
            (start, used) = (end, usize::from(columns_of(text.get(end..at).unwrap_or_default())));
        }
        used += wide;
        if letter == ' ' {
            behind_blank = at + 1;
        }
    }
    rows.push(start..text.len());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_behind_blanks_and_nothing_of_it_is_lost() {
        let rows = |text: &str, columns| {
            broken(text, columns).into_iter().map(|row| text.get(row).unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(rows("how many visits were made", 10), ["how many ", "visits ", "were made"]);
        assert_eq!(rows("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(rows("法律法律", 5), ["法律", "法律"]);
        assert_eq!(rows("", 5), [""]);
        assert_eq!(rows("a  b", 1).concat(), "a  b");
    }
}
