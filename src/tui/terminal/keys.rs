//! What the keyboard sends, read into key presses and pastes.
//!
//! crossterm's own reader is not used: once the other end of the terminal is gone it turns for ever without an error or an
//! end, and what lies beyond its first 1,024 bytes waits for the next key. Its types of events are kept.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

const ESC: u8 = 0x1b;
const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// More than this is not a key: what has begun like one is thrown away.
const LONGEST_SEQUENCE: usize = 64;

/// A paste is cut off here, so that nobody can fill the memory with one.
const LONGEST_PASTE: usize = 1 << 20;

/// Turns bytes into events. A sequence may come in pieces.
#[derive(Debug, Default)]
pub(super) struct Keys {
    bytes: Vec<u8>,
}

enum Found {
    /// So many bytes are an event.
    Event(usize, Event),
    /// So many bytes mean nothing here.
    Nothing(usize),
    /// The rest has not come yet.
    More,
}

impl Keys {
    /// Takes what was read and gives the events that are complete.
    pub fn feed(&mut self, read: &[u8]) -> Vec<Event> {
        let mut events = Vec::new();
        // With Alt, a key comes together with its Escape; what comes by itself is a key of its own, unless it goes on a sequence.
        if self.bytes.as_slice() == [ESC] && !matches!(read, [b'[' | b'O', ..]) {
            events.extend(self.settle());
        }
        self.bytes.extend_from_slice(read);
        let mut done = 0;
        while let Some(rest) = self.bytes.get(done..).filter(|rest| !rest.is_empty()) {
            match first(rest) {
                Found::Event(length, event) => {
                    done += length;
                    events.push(event);
                }
                Found::Nothing(length) => done += length,
                Found::More => break,
            }
        }
        self.bytes.drain(..done.min(self.bytes.len()));
        events
    }

    /// Whether something has begun that only time can tell: the key Escape, or the beginning of another key.
    pub fn waiting(&self) -> bool {
        !self.bytes.is_empty() && !self.bytes.starts_with(PASTE_BEGINS)
    }

    /// Nothing more has come: what has begun was the key Escape, or is thrown away.
    pub fn settle(&mut self) -> Option<Event> {
        if !self.waiting() {
            return None;
        }
        let escape = self.bytes.as_slice() == [ESC];
        self.bytes.clear();
        escape.then(|| key(KeyCode::Esc, KeyModifiers::NONE))
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// The first event in bytes that are not empty.
fn first(bytes: &[u8]) -> Found {
    match bytes {
        [ESC] => Found::More,
        [ESC, b'[', rest @ ..] => control_sequence(bytes, rest),
        [ESC, b'O'] => Found::More,
        [ESC, b'O', letter, ..] => match named_by_letter(*letter) {
            Some(code) => Found::Event(3, key(code, KeyModifiers::NONE)),
            None => Found::Nothing(3),
        },
        [ESC, ESC, ..] => Found::Event(1, key(KeyCode::Esc, KeyModifiers::NONE)),
        [ESC, rest @ ..] => match plain(rest) {
            Found::Event(length, Event::Key(pressed)) => Found::Event(length + 1, key(pressed.code, pressed.modifiers | KeyModifiers::ALT)),
            Found::Event(length, _) | Found::Nothing(length) => Found::Nothing(length + 1),
            Found::More => Found::More,
        },
        _ => plain(bytes),
    }
}

/// A key that is not an escape sequence: a character, or a control key.
fn plain(bytes: &[u8]) -> Found {
    let Some(&byte) = bytes.first() else { return Found::More };
    let control = |letter: u8| key(KeyCode::Char(char::from(letter)), KeyModifiers::CONTROL);
    match byte {
        b'\r' | b'\n' => Found::Event(1, key(KeyCode::Enter, KeyModifiers::NONE)),
        b'\t' => Found::Event(1, key(KeyCode::Tab, KeyModifiers::NONE)),
        0x7f | 0x08 => Found::Event(1, key(KeyCode::Backspace, KeyModifiers::NONE)),
        0 => Found::Event(1, control(b' ')),
        1..=0x1a => Found::Event(1, control(byte - 1 + b'a')),
        0x1b..=0x1f => Found::Nothing(1),
        _ => character(bytes),
    }
}

fn character(bytes: &[u8]) -> Found {
    let longest = bytes.get(..bytes.len().min(4)).unwrap_or(bytes);
    let valid = match std::str::from_utf8(longest) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => {
            longest.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or("")
        }
        Err(error) => return error.error_len().map_or(Found::More, Found::Nothing),
    };
    match valid.chars().next() {
        Some(c) if c.is_control() => Found::Nothing(c.len_utf8()),
        Some(c) => Found::Event(c.len_utf8(), key(KeyCode::Char(c), KeyModifiers::NONE)),
        None => Found::Nothing(1),
    }
}

/// `ESC [` parameters letter.
fn control_sequence(bytes: &[u8], rest: &[u8]) -> Found {
    if bytes.starts_with(PASTE_BEGINS) {
        return paste(bytes);
    }
    // The Linux console names its first function keys `ESC [ [ A`.
    if let [b'[', tail @ ..] = rest {
        return if tail.is_empty() { Found::More } else { Found::Nothing(4) };
    }
    let Some(end) = rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return if rest.len() > LONGEST_SEQUENCE { Found::Nothing(bytes.len()) } else { Found::More };
    };
    let length = end + 3;
    let (parameters, last) = (rest.get(..end).unwrap_or_default(), rest.get(end).copied().unwrap_or_default());
    if !(0x40..=0x7e).contains(&last) {
        // Broken off by something else, which is read next.
        return Found::Nothing(length - 1);
    }
    let numbers: Vec<u16> = parameters.split(|byte| *byte == b';').map(number).collect();
    let modifiers = numbers.get(1).map_or(KeyModifiers::NONE, |code| modifiers(*code));
    let code = match last {
        b'~' => numbers.first().and_then(|code| named_by_number(*code)),
        b'Z' => return Found::Event(length, key(KeyCode::BackTab, KeyModifiers::SHIFT)),
        letter => named_by_letter(letter),
    };
    code.map_or(Found::Nothing(length), |code| Found::Event(length, key(code, modifiers)))
}

fn paste(bytes: &[u8]) -> Found {
    let text = bytes.get(PASTE_BEGINS.len()..).unwrap_or_default();
    match text.windows(PASTE_ENDS.len()).position(|window| window == PASTE_ENDS) {
        Some(end) => {
            let pasted = text.get(..end.min(LONGEST_PASTE)).unwrap_or_default();
            Found::Event(PASTE_BEGINS.len() + end + PASTE_ENDS.len(), Event::Paste(String::from_utf8_lossy(pasted).into_owned()))
        }
        None if text.len() > 2 * LONGEST_PASTE => Found::Nothing(bytes.len()),
        None => Found::More,
    }
}

fn number(digits: &[u8]) -> u16 {
    std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

/// xterm's way of saying which keys were held: one more than the sum of 1 Shift, 2 Alt, 4 Ctrl.
fn modifiers(code: u16) -> KeyModifiers {
    let mut held = KeyModifiers::NONE;
    let bits = code.saturating_sub(1);
    held.set(KeyModifiers::SHIFT, bits & 1 != 0);
    held.set(KeyModifiers::ALT, bits & 2 != 0);
    held.set(KeyModifiers::CONTROL, bits & 4 != 0);
    held
}

fn named_by_letter(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'M' => KeyCode::Enter,
        _ => return None,
    })
}

fn named_by_number(code: u16) -> Option<KeyCode> {
    Some(match code {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(c: char) -> Event {
        key(KeyCode::Char(c), KeyModifiers::NONE)
    }

    fn plain_key(code: KeyCode) -> Event {
        key(code, KeyModifiers::NONE)
    }

    #[test]
    fn reads_characters_control_keys_and_named_keys() {
        let events = Keys::default().feed(b"n\x0e\x1b[A\x1bOB\x1b[3~\x1b[1;2C\x7f\r\xc3\xa9");
        let shift_right = key(KeyCode::Right, KeyModifiers::SHIFT);
        let control_n = key(KeyCode::Char('n'), KeyModifiers::CONTROL);
        let named = [KeyCode::Up, KeyCode::Down, KeyCode::Delete].map(plain_key);
        let mut expected = vec![typed('n'), control_n];
        expected.extend(named);
        expected.extend([shift_right, plain_key(KeyCode::Backspace), plain_key(KeyCode::Enter), typed('é')]);
        assert_eq!(events, expected);
    }

    #[test]
    fn puts_together_what_comes_in_pieces() {
        let whole = "é\u{1b}[A\u{1b}[200~a\nb\u{1b}[201~Ж".as_bytes();
        let expected = Keys::default().feed(whole);
        assert_eq!(expected, [typed('é'), plain_key(KeyCode::Up), Event::Paste("a\nb".to_owned()), typed('Ж')]);
        let mut keys = Keys::default();
        let single: Vec<Event> = whole.iter().flat_map(|byte| keys.feed(&[*byte])).collect();
        assert_eq!(single, expected);
    }

    #[test]
    fn escape_is_known_by_the_silence_after_it() {
        let mut keys = Keys::default();
        assert_eq!(keys.feed(b"\x1b"), []);
        assert!(keys.waiting());
        assert_eq!(keys.settle(), Some(plain_key(KeyCode::Esc)));
        assert!(!keys.waiting());
    }

    #[test]
    fn a_key_in_a_paste_is_not_a_key() {
        assert_eq!(Keys::default().feed(b"\x1b[200~n\x1b[An\x1b[201~"), [Event::Paste("n\u{1b}[An".to_owned())]);
    }

    #[test]
    fn alt_is_told_apart_from_the_key_itself() {
        assert_eq!(Keys::default().feed(b"\x1bn"), [key(KeyCode::Char('n'), KeyModifiers::ALT)]);
        let mut keys = Keys::default();
        assert_eq!(keys.feed(b"\x1b"), []);
        assert_eq!(keys.feed(b"n"), [plain_key(KeyCode::Esc), typed('n')], "two strokes in quick succession");
    }

    #[test]
    fn answers_and_noise_mean_nothing_and_hide_nothing() {
        let noise: &[u8] = b"\x1b[?2026;2$y\x1b[I\x1b[12;40R\x1b[<0;3;4M\x1b[?1\x01\xff\xfe\x1b[99~n";
        let events = Keys::default().feed(noise);
        assert_eq!(events.last(), Some(&typed('n')));
        assert!(!events.contains(&plain_key(KeyCode::Esc)));
    }

    #[test]
    fn any_bytes_at_all_are_survived() {
        let mut keys = Keys::default();
        let mut seed: u32 = 7;
        for _ in 0..200_000 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            keys.feed(&[(seed >> 24) as u8]);
        }
        keys.settle();
    }
}
