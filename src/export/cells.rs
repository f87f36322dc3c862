//! Tables as CSV (RFC 4180) in which no cell is a formula to a spreadsheet.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a line's end, which some spreadsheets carry out, gets an apostrophe in front.
//! So does one that begins with an apostrophe. Whoever takes one apostrophe away from the front of each cell that has one, has the
//! cells as they were.

use std::borrow::Cow;
use std::io;

use csv::{Terminator, Writer, WriterBuilder};

use crate::review::names::steers;

/// Spreadsheets in East Asia take the wide forms for the plain ones.
const CARRIED_OUT: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell as it stands in the file.
pub fn defused(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(CARRIED_OUT) || cell.starts_with('\'') { format!("'{cell}").into() } else { cell.into() }
}

/// A cell of the file as it was.
pub fn restored(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// A table while it is written; all its rows are as wide as its heading.
pub(super) struct Table<W: io::Write, const WIDTH: usize> {
    writer: Writer<W>,
}

impl<W: io::Write, const WIDTH: usize> Table<W, WIDTH> {
    /// Begins with the heading.
    pub fn new(out: W, heading: [&str; WIDTH]) -> io::Result<Table<W, WIDTH>> {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
        writer.write_record(heading)?;
        Ok(Table { writer })
    }

    /// Writes a row. What would steer a terminal on which the table is looked at is no part of it: only a file that was made elsewhere has it.
    pub fn row(&mut self, cells: [String; WIDTH]) -> io::Result<()> {
        let cells = cells.iter().map(|cell| cell.replace(steers, " "));
        Ok(self.writer.write_record(cells.map(|cell| defused(&cell).as_bytes().to_vec()))?)
    }

    /// Writes what is still held back.
    pub fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_as_a_formula_does_and_each_comes_back() {
        let cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "'quoted'", "''", "＝1", "", "plain", "a=1", " =1"];
        for cell in cells {
            let there = defused(cell);
            assert!(!there.starts_with(CARRIED_OUT), "{there}");
            assert_eq!(restored(&there), cell);
        }
        assert_eq!(defused("plain"), "plain");
        assert_eq!(defused("=1+1"), "'=1+1");
    }
}
