//! What was understood of a list that is to be taken over: what was not, first, each with its help; then the others in their order.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::more;
use crate::tui::keymap::Deed;
use crate::tui::ui::{Import, ImportLine};
use crate::tui::view::View;
use crate::tui::widgets::split::top;
use crate::tui::widgets::{Edge, Pane, Strip, choose, clear, columns_of, wrapped};

/// The widest number of a line, with the air after it.
const NUMBER: u16 = 6;

/// The rows that the help to one line, or a refusal, may take.
const HELP: u16 = 3;

/// Draws it over everything under the floor.
pub fn draw(view: &View, buf: &mut Buffer, area: Rect, import: &Import) {
    let theme = view.theme;
    clear(buf, area);
    let counts = counts(import);
    let (does, style) = match &import.does {
        Err(reason) => (reason.clone(), theme.refused),
        Ok(_) if view.scene.ui.too_early => ("wait: nothing is taken that could not be read".to_owned(), Style::new()),
        Ok(does) => (format!("Enter {does}"), Style::new()),
    };
    let pane = Pane {
        edge: Edge::Frame,
        style: theme.accent,
        title: &[(&import.from, theme.panel), (&counts.0, Style::new()), (&counts.1, theme.refused), (&counts.2, theme.dim)],
        corner: ("Esc no change", theme.dim),
        foot: [(&does, style), ("", Style::new())],
    };
    let inside = pane.draw(buf, area);
    let inside = answer_or_keys(view, buf, inside);
    lines(view, buf, area, inside, import);
}

/// In the last rows why the last key came to nothing, else what the keys do to the chosen line; returns the rows above.
fn answer_or_keys(view: &View, buf: &mut Buffer, inside: Rect) -> Rect {
    let refusal = view.scene.ui.message.as_ref().filter(|message| message.refused);
    let high = match refusal {
        _ if inside.height < 4 => return inside,
        Some(message) => rows_for(&message.text, inside.width),
        None => 1,
    };
    let (above, below) = top(inside, inside.height - high.min(inside.height / 2));
    match refusal {
        Some(message) => _ = wrapped(buf, below, (" ✗ ", view.theme.refused), &message.text, view.theme.refused),
        None => _ = Strip::new(buf, below, 0).skip(1).put(&keys(view), view.theme.dim),
    }
    above
}

/// As many as it takes to say it.
fn rows_for(sentence: &str, width: u16) -> u16 {
    let mut nowhere = Buffer::empty(Rect { x: 0, y: 0, width, height: HELP });
    let all = nowhere.area;
    wrapped(&mut nowhere, all, (" ✗ ", Style::new()), sentence, Style::new())
}

/// As many lines as fit, the chosen one among them.
fn lines(view: &View, buf: &mut Buffer, area: Rect, mut inside: Rect, import: &Import) {
    let widest = import.lines.iter().map(|line| columns_of(&line.written)).max().unwrap_or_default().min(inside.width / 2);
    let chosen = import.chosen.min(import.lines.len().saturating_sub(1));
    let mut room = inside.height;
    let fits_above = |line: &&ImportLine| {
        let high = rows_of(line, inside.width);
        let fits = high <= room;
        room = room.saturating_sub(high);
        fits
    };
    let up_to_chosen = import.lines.get(..=chosen).unwrap_or_default();
    let from = (chosen + 1).saturating_sub(up_to_chosen.iter().rev().take_while(fits_above).count().max(1));
    let mut hidden = 0;
    for (at, line) in import.lines.iter().enumerate().skip(from) {
        if inside.height == 0 {
            hidden += 1;
            continue;
        }
        let taken = write(view, buf, inside, line, widest);
        if at == chosen {
            choose(buf, Rect { height: 1, ..inside }, view.theme.selected);
        }
        inside = Rect { y: inside.y + taken, height: inside.height - taken, ..inside };
    }
    more(view, buf, area, from, hidden);
}

/// How many lines were understood, how many were not, and how many are left out.
fn counts(import: &Import) -> (String, String, String) {
    let some = |many: usize, what: &str| if many == 0 { String::new() } else { format!("· {many} {what}") };
    let right = format!("· {} understood", import.right().count());
    (right, some(import.wrong().count(), "not understood"), some(import.left_out(), "left out"))
}

/// What is done to the chosen line, and by which key.
fn keys(view: &View) -> String {
    let of_line = |deed: &Deed| matches!(deed, Deed::Amend | Deed::Aside | Deed::Release);
    let hints = view.scene.hints.iter().filter(|hint| of_line(&hint.deed));
    hints.map(|hint| format!("{} {}", hint.key, hint.does)).collect::<Vec<_>>().join("   ")
}

/// Where the help to a line stands: under it, and no further than the last row.
fn help_of(area: Rect) -> Rect {
    Rect {
        x: area.x + NUMBER.min(area.width),
        y: area.y + 1,
        width: area.width.saturating_sub(NUMBER + 1),
        height: HELP.min(area.height.saturating_sub(1)),
    }
}

/// The rows that a line takes.
fn rows_of(line: &ImportLine, width: u16) -> u16 {
    match &line.understood {
        Err(problem) if !line.left_out => {
            let mut nowhere = Buffer::empty(Rect { x: 0, y: 0, width, height: 1 + HELP });
            let help = help_of(nowhere.area);
            1 + wrapped(&mut nowhere, help, ("✗ ", Style::new()), problem, Style::new())
        }
        _ => 1,
    }
}

/// Writes a line, and what was made of it, and returns the rows taken.
fn write(view: &View, buf: &mut Buffer, area: Rect, line: &ImportLine, widest: u16) -> u16 {
    let theme = view.theme;
    let mut strip = Strip::new(buf, area, 0);
    strip.number(&line.number.to_string(), NUMBER - 2, theme.dim).skip(2);
    match &line.understood {
        _ if line.left_out => {
            strip.field(&line.written, widest, theme.dim).put("   left out", theme.dim);
            1
        }
        Ok(who) => {
            strip.field(&line.written, widest, theme.dim).put(" = ", theme.accent).put(who, theme.who);
            1
        }
        Err(problem) => {
            strip.put(&line.written, theme.who);
            1 + wrapped(buf, help_of(area), ("✗ ", theme.refused), problem, theme.refused)
        }
    }
}
