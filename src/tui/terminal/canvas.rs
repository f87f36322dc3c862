//! Frames as bytes in memory, as few as will do: the second that changes is all that a slow line has to carry.

use std::convert::Infallible;
use std::fmt::Write as _;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use unicode_width::UnicodeWidthStr;

use super::pen::Pen;
use crate::review::names::steers;

const SYNCHRONIZED: &str = "\x1b[?2026h";
const END_SYNCHRONIZED: &str = "\x1b[?2026l";

/// A backend that collects what would be written. It asks the terminal nothing, so a terminal that answers nothing will do.
#[derive(Debug)]
pub(super) struct Canvas {
    bytes: String,
    size: Size,
    /// Where the terminal's cursor is; unknown after the last column, where terminals differ.
    at: Option<Position>,
    wanted: Position,
    cursor_shown: bool,
    pen: Pen,
}

impl Canvas {
    /// An empty one, on a terminal whose cursor is hidden and whose colours are its own.
    pub fn new(size: Size) -> Canvas {
        Canvas { bytes: String::new(), size, at: None, wanted: Position::ORIGIN, cursor_shown: false, pen: Pen::default() }
    }

    /// From the next frame on the terminal has this size.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.at = None;
    }

    /// Someone else has used the terminal: nothing is known of its cursor and colours.
    pub fn forget(&mut self) {
        (self.at, self.cursor_shown, self.pen) = (None, false, Pen::default());
        self.bytes.push_str("\x1b[0m\x1b[?25l");
    }

    /// What has been drawn since the last call, as one synchronized update. It is always sent as one: a terminal that does
    /// not know the mode passes over it like any private mode, and asking first would cost a round trip on a slow line.
    pub fn take(&mut self) -> Option<Vec<u8>> {
        if self.bytes.is_empty() {
            return None;
        }
        let mut frame = Vec::with_capacity(self.bytes.len() + SYNCHRONIZED.len() + END_SYNCHRONIZED.len());
        frame.extend_from_slice(SYNCHRONIZED.as_bytes());
        frame.extend_from_slice(self.bytes.as_bytes());
        frame.extend_from_slice(END_SYNCHRONIZED.as_bytes());
        self.bytes.clear();
        Some(frame)
    }

    fn go_to(&mut self, to: Position) {
        if self.at == Some(to) {
            return;
        }
        let (row, column) = (to.y.saturating_add(1), to.x.saturating_add(1));
        // Within a row the shortest way is to walk; a number of 1 need not be said.
        let _ = match self.at {
            Some(at) if at.y == to.y && to.x == at.x.saturating_add(1) => write!(self.bytes, "\x1b[C"),
            Some(at) if at.y == to.y && to.x > at.x => write!(self.bytes, "\x1b[{}C", to.x - at.x),
            _ => write!(self.bytes, "\x1b[{row};{column}H"),
        };
        self.at = Some(to);
    }

    fn print(&mut self, cell: &Cell) {
        // Nothing may reach the terminal that moves it: what is not to be shown is a blank.
        let symbol = if cell.symbol().chars().any(steers) { " " } else { cell.symbol() };
        self.pen.change_to(cell, &mut self.bytes);
        self.bytes.push_str(symbol);
        let width = u16::try_from(symbol.width()).unwrap_or(1);
        self.at = self.at.map(|at| Position { x: at.x.saturating_add(width), ..at }).filter(|at| at.x < self.size.width);
    }
}

impl Backend for Canvas {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.go_to(Position { x, y });
            self.print(cell);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        if std::mem::take(&mut self.cursor_shown) {
            self.bytes.push_str("\x1b[?25l");
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        if !std::mem::replace(&mut self.cursor_shown, true) {
            self.bytes.push_str("\x1b[?25h");
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.wanted)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.wanted = position.into();
        self.go_to(self.wanted);
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, _region: ClearType) -> Result<(), Infallible> {
        // A whole screen is all that is ever cleared. In the terminal's own colours, else it is filled with the last one.
        self.pen = Pen::default();
        self.bytes.push_str("\x1b[0m\x1b[2J");
        Ok(())
    }

    fn size(&self) -> Result<Size, Infallible> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use ratatui::style::{Color, Modifier, Style};
    use ratatui::{Terminal, widgets::Paragraph};

    use super::*;

    fn terminal(width: u16, height: u16) -> Terminal<Canvas> {
        Terminal::new(Canvas::new(Size { width, height })).unwrap()
    }

    fn show(terminal: &mut Terminal<Canvas>, lines: &[(&str, Style)]) -> Vec<u8> {
        terminal
            .draw(|frame| {
                for (row, (text, style)) in (0..).zip(lines) {
                    let area = ratatui::layout::Rect { y: row, height: 1, ..frame.area() };
                    frame.render_widget(Paragraph::new(*text).style(*style), area);
                }
            })
            .unwrap();
        terminal.backend_mut().take().unwrap_or_default()
    }

    #[test]
    fn what_arrives_is_what_was_drawn() {
        let bold_red = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
        let mut screen = vt100::Parser::new(3.try_into().unwrap(), 12.try_into().unwrap(), 0);
        let mut terminal = terminal(12, 3);
        for lines in [
            [("0:27 FRANCE", bold_red), ("Türkiye", Style::new()), ("日本 12", Style::new().bg(Color::Rgb(1, 2, 3)))],
            [("0:26 FRANCE", bold_red), ("Türkiye!", Style::new()), ("日本 13", Style::new())],
            [("GERMANY", Style::new()), ("", bold_red), ("123456789012", Style::new())],
        ] {
            let frame = show(&mut terminal, &lines);
            screen.process(&frame);
            let seen: Vec<String> = screen.screen().rows(0, 12).map(|row| row.trim_end().to_owned()).collect();
            let drawn: Vec<&str> = lines.iter().map(|(text, _)| *text).collect();
            assert_eq!(seen, drawn);
            for (row, (_, style)) in (0..).zip(&lines) {
                assert_eq!(screen.screen().cell(row, 0).unwrap().bold(), *style == bold_red);
            }
        }
    }

    #[test]
    fn one_second_costs_one_digit() {
        let mut terminal = terminal(40, 2);
        let red = Style::new().fg(Color::Red);
        show(&mut terminal, &[("0:27 left", red)]);
        let frame = show(&mut terminal, &[("0:26 left", red)]);
        assert_eq!(String::from_utf8(frame).unwrap(), "\x1b[?2026h\x1b[1;4H6\x1b[?2026l");
        assert_eq!(show(&mut terminal, &[("0:26 left", red)]), b"");
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        let mut canvas = Canvas::new(Size { width: 9, height: 1 });
        let mut cell = Cell::EMPTY;
        cell.set_symbol("\u{1b}");
        canvas.draw([(0, 0, &cell)].into_iter()).unwrap();
        assert!(!canvas.bytes.contains("\u{1b} "));
        assert!(canvas.bytes.ends_with(' '));
    }
}
