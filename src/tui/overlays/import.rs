//! What was understood of a list that is to be taken over: what was not, first, each with its help; then the others in their order.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::more;
use crate::tui::ui::{Import, ImportLine};
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, clear, columns_of, wrapped};

/// The widest number of a line, with the air after it.
const NUMBER: u16 = 6;

/// The rows that the help to one line may take.
const HELP: u16 = 3;

/// Draws it over everything under the floor.
pub fn draw(view: &View, buf: &mut Buffer, area: Rect, import: &Import) {
    let theme = view.theme;
    clear(buf, area);
    let (bad, good): (Vec<&ImportLine>, Vec<&ImportLine>) = import.lines.iter().partition(|line| line.understood.is_err());
    let understood = format!("· {} understood", good.len());
    let wrong = format!("· {} not understood", bad.len());
    let (refusal, does) = does(view, import);
    let pane = Pane {
        edge: Edge::Frame,
        style: theme.accent,
        title: &[(&import.from, theme.panel), (&understood, Style::new()), (if bad.is_empty() { "" } else { &wrong }, theme.refused)],
        corner: ("Esc no change", theme.dim),
        foot: [(&does, if refusal { theme.refused } else { Style::new() }), ("", Style::new())],
    };
    let mut inside = pane.draw(buf, area);
    let all = bad.into_iter().chain(good);
    let widest = import.lines.iter().map(|line| columns_of(&line.written)).max().unwrap_or_default().min(inside.width / 2);
    let mut hidden = 0;
    for line in all.skip(import.scrolled) {
        if inside.height == 0 {
            hidden += 1;
            continue;
        }
        let taken = write(view, buf, inside, line, widest);
        inside = Rect { y: inside.y + taken, height: inside.height - taken, ..inside };
    }
    more(view, buf, area, import.scrolled, hidden);
}

/// What Enter does, or why nothing; and whether it is that.
fn does(view: &View, import: &Import) -> (bool, String) {
    let refused = view.scene.ui.message.as_ref().filter(|message| message.refused);
    match (refused, &import.does) {
        (Some(message), _) => (true, format!("✗ {}", message.text)),
        (None, Err(reason)) => (true, reason.clone()),
        (None, Ok(_)) if view.scene.ui.too_early => (false, "wait: nothing is taken that could not be read".to_owned()),
        (None, Ok(does)) => (false, format!("Enter {does}")),
    }
}

/// Writes a line, and what was made of it, and returns the rows taken.
fn write(view: &View, buf: &mut Buffer, area: Rect, line: &ImportLine, widest: u16) -> u16 {
    let theme = view.theme;
    let mut strip = Strip::new(buf, area, 0);
    strip.number(&line.number.to_string(), NUMBER - 2, theme.dim).skip(2);
    match &line.understood {
        Ok(who) => {
            strip.field(&line.written, widest, theme.dim).put(" → ", theme.accent).put(who, theme.who);
            1
        }
        Err(problem) => {
            strip.put(&line.written, theme.who);
            let help = Rect {
                x: area.x + NUMBER.min(area.width),
                y: area.y + 1,
                width: area.width.saturating_sub(NUMBER + 1),
                height: HELP.min(area.height - 1),
            };
            1 + wrapped(buf, help, ("✗ ", theme.refused), problem, theme.refused)
        }
    }
}
