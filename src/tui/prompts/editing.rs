//! Typing and pasting in the line.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::{Input, InputRequest};

/// The longest line; what is beyond is cut off.
const LONGEST: usize = 4_000;

/// What a key does to the line; whether it was a key of the line at all.
pub fn edit(input: &mut Input, key: &KeyEvent) -> bool {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let request = match key.code {
        KeyCode::Char(c) if !control && !alt && input.value().len() < LONGEST => InputRequest::InsertChar(c),
        KeyCode::Char('a') if control => InputRequest::GoToStart,
        KeyCode::Char('e') if control => InputRequest::GoToEnd,
        KeyCode::Char('u') if control => InputRequest::DeleteFromStart,
        KeyCode::Char('k') if control => InputRequest::DeleteTillEnd,
        KeyCode::Char('w') if control => InputRequest::DeletePrevWord,
        KeyCode::Char('b') if alt => InputRequest::GoToPrevWord,
        KeyCode::Char('f') if alt => InputRequest::GoToNextWord,
        KeyCode::Backspace if alt || control => InputRequest::DeletePrevWord,
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left if control => InputRequest::GoToPrevWord,
        KeyCode::Right if control => InputRequest::GoToNextWord,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        _ => return false,
    };
    input.handle(request);
    true
}

/// Pasted text as it goes into the line: one line, and nothing in it that acts.
pub fn clean(pasted: &str, already: usize) -> String {
    as_one_line(pasted).take(LONGEST.saturating_sub(already)).collect()
}

/// How many letters of pasted text do not go into the line any more.
pub fn too_many(pasted: &str, already: usize) -> usize {
    as_one_line(pasted).count().saturating_sub(LONGEST.saturating_sub(already))
}

fn as_one_line(pasted: &str) -> impl Iterator<Item = char> {
    let text = pasted.trim_end_matches(['\n', '\r']).replace("\r\n", "\n");
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<Vec<_>>().into_iter()
}

/// Puts text at the cursor.
pub(super) fn insert(input: &mut Input, text: &str) {
    for c in text.chars() {
        input.handle(InputRequest::InsertChar(c));
    }
}

/// Replaces the bytes of a range, and leaves the cursor behind what was put there.
pub(super) fn replace(input: &mut Input, range: std::ops::Range<usize>, text: &str) {
    let value = input.value();
    let (Some(before), Some(after)) = (value.get(..range.start), value.get(range.end..)) else { return };
    let cursor = before.chars().count() + text.chars().count();
    *input = Input::new(format!("{before}{text}{after}")).with_cursor(cursor);
}

/// The cursor as a place in the bytes of the line.
pub(super) fn cursor_byte(input: &Input) -> usize {
    input.value().char_indices().nth(input.cursor()).map_or(input.value().len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_is_one_line_of_text() {
        assert_eq!(clean("a\r\nb\u{1b}[Ac\td\n", 0), "a b [Ac d");
        assert_eq!(clean("abc", LONGEST - 1), "a");
    }

    #[test]
    fn what_is_replaced_leaves_the_cursor_behind_it() {
        let mut input = Input::new("é #to now".to_owned());
        replace(&mut input, 3..6, "#torture");
        assert_eq!((input.value(), input.cursor()), ("é #torture now", 10));
        assert_eq!(cursor_byte(&input), 11);
    }
}
