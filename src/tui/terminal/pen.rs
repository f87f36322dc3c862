//! The colours and attributes that the terminal writes in, changed with as few bytes as will do.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What the terminal writes in now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Default for Pen {
    /// The terminal's own colours.
    fn default() -> Self {
        Pen { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() }
    }
}

const ATTRIBUTES: [(Modifier, &str); 6] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::REVERSED, "7"),
    (Modifier::CROSSED_OUT, "9"),
];

impl Pen {
    /// Writes what makes the pen that of a cell.
    pub fn change_to(&mut self, cell: &Cell, out: &mut String) {
        // Blinking is never wanted (screens.md, principle 10), hidden text neither.
        let shown = ATTRIBUTES.iter().fold(Modifier::empty(), |all, (one, _)| all | *one);
        let wanted = Pen { fg: cell.fg, bg: cell.bg, modifier: cell.modifier & shown };
        if *self == wanted {
            return;
        }
        let mut codes = Codes::default();
        // Attributes are taken away all at once, which every terminal knows; some do not know how to take away one.
        let from = if self.modifier.difference(wanted.modifier).is_empty() && wanted != Pen::default() {
            *self
        } else {
            codes.add("0");
            Pen::default()
        };
        for (attribute, code) in ATTRIBUTES {
            if wanted.modifier.contains(attribute) && !from.modifier.contains(attribute) {
                codes.add(code);
            }
        }
        if wanted.fg != from.fg {
            codes.add(&colour(wanted.fg, 30, 38));
        }
        if wanted.bg != from.bg {
            codes.add(&colour(wanted.bg, 40, 48));
        }
        let _ = write!(out, "\x1b[{}m", codes.text);
        *self = wanted;
    }
}

#[derive(Default)]
struct Codes {
    text: String,
}

impl Codes {
    fn add(&mut self, code: &str) {
        if !self.text.is_empty() {
            self.text.push(';');
        }
        self.text.push_str(code);
    }
}

/// A colour's code: `base` is that of black, `extended` begins those of 256 colours and of true colour.
fn colour(colour: Color, base: u8, extended: u8) -> String {
    let plain = |index: u8| (base + index).to_string();
    let bright = |index: u8| (base + 60 + index).to_string();
    match colour {
        Color::Reset => plain(9),
        Color::Black => plain(0),
        Color::Red => plain(1),
        Color::Green => plain(2),
        Color::Yellow => plain(3),
        Color::Blue => plain(4),
        Color::Magenta => plain(5),
        Color::Cyan => plain(6),
        Color::Gray => plain(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(index) => format!("{extended};5;{index}"),
        Color::Rgb(r, g, b) => format!("{extended};2;{r};{g};{b}"),
    }
}
