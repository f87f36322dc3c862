//! The last rows: the answer to the last key, and what each key will do now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::keymap::Deed;
use crate::tui::scene::Hint;
use crate::tui::view::View;
use crate::tui::widgets::{Strip, columns_of, line_of, wrapped};

/// What a refusal begins with.
const REFUSED: &str = " ✗ ";
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
/// one word, so that no important one is pushed out. A refusal that is longer than its row goes on over the first row of keys until
/// the next key: what is to be done stands at its end.
pub fn foot(view: &View, buf: &mut Buffer, answered: Rect, keys: Rect) {
    let hints = view.scene.hints;
    if let Some(text) = refusal_beyond(view, answered.width) {
        let place = Rect { height: answered.height.saturating_add(keys.height.min(1)), ..answered };
        wrapped(buf, place, (REFUSED, view.theme.refused), text, view.theme.refused);
        let below = Rect { y: keys.y.saturating_add(1), height: keys.height.saturating_sub(1), ..keys };
        return row_by_row(view, buf, below, &hints.iter().collect::<Vec<_>>());
    }
    if keys.height > 1 {
        answer(view, buf, answered);
        row_by_row(view, buf, keys, &hints.iter().collect::<Vec<_>>());
        return;
    }
    let named = |deed| hints.iter().find(|hint| hint.deed == deed);
    let undo = named(Deed::Undo).or_else(|| named(Deed::Redo));
    let mut strip = Strip::new(buf, answered, 0);
    message(view, &mut strip);
    strip.skip(2).skip_right(1);
    let beside = undo.filter(|undo| columns(undo) <= strip.room());
    if let Some(undo) = beside {
        let before = strip.room().saturating_sub(columns(undo));
        strip.skip(before);
        put(view, &mut strip, undo);
    }
    let others = hints.iter().filter(|hint| Some(*hint) != undo).enumerate();
    let brief: Vec<Hint> = others.map(|(at, hint)| if at == 0 { hint.clone() } else { in_one_word(hint) }).collect();
    // Beside a long answer there is no room for it; what it would take back is said before it is pressed all the same.
    let crowded_out = undo.filter(|_| beside.is_none()).map(|undo| {
        let room = keys.width.saturating_sub(columns_of(&undo.key)).saturating_sub(HELP);
        Hint { does: line_of(&undo.does, room).to_owned(), ..undo.clone() }
    });
    row_by_row(view, buf, keys, &crowded_out.iter().chain(&brief).collect::<Vec<_>>());
}

/// The refusal, if one row is not enough for it.
fn refusal_beyond<'a>(view: &View<'a>, columns: u16) -> Option<&'a str> {
    let message = view.scene.ui.message.as_ref().filter(|message| message.refused)?;
    (columns_of(&message.text).saturating_add(columns_of(REFUSED)) > columns).then_some(message.text.as_str())
}

fn message(view: &View, strip: &mut Strip<'_>) {
    let Some(message) = &view.scene.ui.message else { return };
    let style = if message.refused { view.theme.refused } else { view.theme.message };
    strip.put(if message.refused { REFUSED } else { " " }, style).put(&message.text, style);
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
