//! The last rows: the answer to the last key, and what each key will do now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::keymap::Deed;
use crate::tui::scene::Hint;
use crate::tui::ui::Message;
use crate::tui::view::View;
use crate::tui::widgets::{Strip, clear, columns_of, line_of, lines_of};

/// What a refusal begins with.
const REFUSED: &str = " ✗ ";
/// The rows that an answer may take; none that is made here needs more.
const MOST: u16 = 4;
/// As wide as the key at the end that shows all keys, with the air around it.
const HELP: u16 = 12;

/// The answer to the last key.
pub fn answer(view: &View, buf: &mut Buffer, area: Rect) {
    message(view, &mut Strip::new(buf, area, 0));
}

/// The same, on a screen that has no row for the keys: while there is no answer, what `undo` would take back.
pub fn answer_or_undo(view: &View, buf: &mut Buffer, area: Rect) {
    let undo = view.scene.hints.iter().find(|hint| hint.deed == Deed::Undo);
    match (&view.scene.ui.message, undo) {
        (None, Some(undo)) => put(view, &mut Strip::new(buf, area, 0), undo),
        _ => answer(view, buf, area),
    }
}

/// The row of the answer, and the rows of the keys. Where there is room for one row of keys only, what `undo` would take back (or
/// where it takes nothing, what `redo` would bring back) stands beside the answer, or before the other keys, and these are named by
/// one word, so that no important one is pushed out. An answer that is longer than its row begins further up, over what stands there, until
/// the next key; a refusal goes on over the first row of keys besides.
pub fn foot(view: &View, buf: &mut Buffer, answered: Rect, keys: Rect) {
    let hints = view.scene.hints;
    let message = view.scene.ui.message.as_ref();
    let lines = message.map(|message| lines(message, answered.width)).unwrap_or_default();
    if message.is_some_and(|message| message.refused) && lines.len() > 1 {
        long_answer(view, buf, Rect { height: answered.height.saturating_add(keys.height.min(1)), ..answered }, &lines);
        let below = Rect { y: keys.y.saturating_add(1), height: keys.height.saturating_sub(1), ..keys };
        return row_by_row(view, buf, below, &hints.iter().collect::<Vec<_>>());
    }
    let mut strip = long_answer(view, buf, answered, &lines);
    if keys.height > 1 {
        return row_by_row(view, buf, keys, &hints.iter().collect::<Vec<_>>());
    }
    let named = |deed| hints.iter().find(|hint| hint.deed == deed);
    let undo = named(Deed::Undo).or_else(|| named(Deed::Redo));
    strip.skip(2).skip_right(1);
    let beside = undo.filter(|undo| columns(undo) <= strip.room());
    if let Some(undo) = beside {
        let before = strip.room().saturating_sub(columns(undo));
        strip.skip(before);
        put(view, &mut strip, undo);
    }
    let others = hints.iter().filter(|hint| Some(*hint) != undo).enumerate();
    let brief: Vec<Hint> = others.map(|(at, hint)| if at == 0 { hint.clone() } else { in_one_word(hint) }).collect();
    let (first, later) = brief.split_at_checked(1).unwrap_or((&[], &[]));
    // Beside a long answer there is no room for it; what it would take back is said before it is pressed all the same, after the commonest key.
    let crowded_out = undo.filter(|_| beside.is_none()).map(|undo| {
        let taken = first.iter().map(|first| columns(first).saturating_add(2)).sum::<u16>().saturating_add(columns_of(&undo.key));
        let room = keys.width.saturating_sub(taken).saturating_sub(HELP);
        Hint { does: line_of(&undo.does, room).to_owned(), ..undo.clone() }
    });
    row_by_row(view, buf, keys, &first.iter().chain(&crowded_out).chain(later).collect::<Vec<_>>());
}

/// An answer in as many lines as it needs.
fn lines(message: &Message, columns: u16) -> Vec<&str> {
    let room = columns.saturating_sub(columns_of(mark(message.refused)));
    if columns_of(&message.text) <= room { vec![message.text.as_str()] } else { lines_of(&message.text, room.saturating_sub(2)) }
}

/// Writes it with its last line in the last of these rows, and returns what is free behind that.
fn long_answer<'b>(view: &View, buf: &'b mut Buffer, rows: Rect, lines: &[&str]) -> Strip<'b> {
    let refused = view.scene.ui.message.as_ref().is_some_and(|message| message.refused);
    let (mark, style) = (mark(refused), if refused { view.theme.refused } else { view.theme.message });
    let high = u16::try_from(lines.len()).unwrap_or(MOST).clamp(1, MOST).min(rows.bottom());
    let place = Rect { y: rows.bottom().saturating_sub(high), height: high, ..rows };
    clear(buf, place);
    if !lines.is_empty() {
        Strip::new(buf, place, 0).put(mark, style);
    }
    let beside = Rect { x: place.x.saturating_add(columns_of(mark)), width: place.width.saturating_sub(columns_of(mark)), ..place };
    let last = high.saturating_sub(1);
    for (row, line) in (0..last).zip(lines) {
        Strip::new(buf, beside, row).put(line, style);
    }
    let mut strip = Strip::new(buf, beside, last);
    if let Some(line) = lines.get(usize::from(last)) {
        strip.put(line, style).put(if usize::from(high) < lines.len() { " …" } else { "" }, style);
    }
    strip
}

fn mark(refused: bool) -> &'static str {
    if refused { REFUSED } else { " " }
}

fn message(view: &View, strip: &mut Strip<'_>) {
    let Some(message) = &view.scene.ui.message else { return };
    let style = if message.refused { view.theme.refused } else { view.theme.message };
    strip.put(mark(message.refused), style).put(&message.text, style);
}

/// As many keys as fit, most important first; the key that shows all keeps its place at the end.
fn row_by_row(view: &View, buf: &mut Buffer, area: Rect, all: &[&Hint]) {
    let help = all.iter().find(|hint| hint.deed == Deed::Keys);
    let mut rest = all.iter().filter(|hint| hint.deed != Deed::Keys).peekable();
    for row in 0..area.height {
        let mut strip = Strip::new(buf, area, row);
        strip.skip(1).skip_right(1);
        if row + 1 == area.height
            && let Some(help) = help
            && columns(help) <= strip.room()
        {
            strip.put_right(&help.does, view.theme.dim).put_right(" ", view.theme.dim).put_right(&help.key, view.theme.key).skip_right(2);
        }
        while let Some(hint) = rest.next_if(|hint| columns(hint) <= strip.room()) {
            put(view, &mut strip, hint);
            strip.skip(2);
        }
    }
}

fn put(view: &View, strip: &mut Strip<'_>, hint: &Hint) {
    strip.put(&hint.key, view.theme.key).put(" ", view.theme.dim).put(&hint.does, view.theme.message);
}

/// `absent: Malaysia` without the name.
fn in_one_word(hint: &Hint) -> Hint {
    let does = hint.does.split(": ").next().unwrap_or(&hint.does).to_owned();
    Hint { does, ..hint.clone() }
}

fn columns(hint: &Hint) -> u16 {
    columns_of(&hint.key).saturating_add(columns_of(&hint.does)).saturating_add(1)
}
