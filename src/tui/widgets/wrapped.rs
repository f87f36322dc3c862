//! A sentence that goes on in the next row where one is not enough.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

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
