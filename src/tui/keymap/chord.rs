//! A key as it is written in `keys.toml` and printed on the screen: `n`, `space`, `Enter`, `Ctrl-n`, `Shift-right`.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// One stroke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    control: bool,
    /// Only with an arrow, where it is another stroke; with a letter it is the capital.
    shift: bool,
}

const NAMED: [(&str, KeyCode); 14] = [
    ("Enter", KeyCode::Enter),
    ("Tab", KeyCode::Tab),
    ("Esc", KeyCode::Esc),
    ("space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
];

impl Chord {
    /// The stroke of a key press; none with Alt, which means nothing here (case TQ-30).
    pub fn of(key: &KeyEvent) -> Option<Chord> {
        if key.modifiers.contains(KeyModifiers::ALT) {
            return None;
        }
        let shift = is_arrow(key.code) && key.modifiers.contains(KeyModifiers::SHIFT);
        Some(Chord { code: key.code, control: key.modifiers.contains(KeyModifiers::CONTROL), shift })
    }

    /// The same without Shift: what an arrow means with it, unless it is bound to something of its own.
    pub(super) fn without_shift(self) -> Chord {
        Chord { shift: false, ..self }
    }
}

fn is_arrow(code: KeyCode) -> bool {
    matches!(code, KeyCode::Up | KeyCode::Down | KeyCode::Left | KeyCode::Right)
}

impl FromStr for Chord {
    type Err = String;

    fn from_str(text: &str) -> Result<Chord, String> {
        let (control, rest) = text.strip_prefix("Ctrl-").map_or((false, text), |rest| (true, rest));
        let (shift, rest) = rest.strip_prefix("Shift-").map_or((false, rest), |rest| (true, rest));
        let mut characters = rest.chars();
        let code = match (characters.next(), characters.next()) {
            (Some(c), None) if !c.is_whitespace() && !c.is_control() => Some(KeyCode::Char(c)),
            _ => NAMED.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(rest)).map(|(_, code)| code),
        };
        let code = code.ok_or_else(|| {
            let names: Vec<&str> = NAMED.into_iter().map(|(name, _)| name).collect();
            format!("\"{text}\" is not a key; write one character, {}, Ctrl- and a letter or Shift- and an arrow", names.join(", "))
        })?;
        let letter = matches!(code, KeyCode::Char(c) if c.is_ascii_lowercase());
        if control && (!letter || matches!(code, KeyCode::Char('h' | 'i' | 'j' | 'm'))) {
            return Err(format!(
                "\"{text}\" cannot be told apart from another key by a terminal; write Ctrl- and a lower-case letter, not h, i, j or m"
            ));
        }
        if shift && !is_arrow(code) {
            return Err(format!("\"{text}\": Shift- goes with up, down, left and right; with a letter, write the capital"));
        }
        Ok(Chord { code, control, shift })
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.control {
            f.write_str("Ctrl-")?;
        }
        if self.shift {
            f.write_str("Shift-")?;
        }
        match (self.code, NAMED.into_iter().find(|(_, code)| *code == self.code)) {
            (_, Some((name, _))) => f.write_str(name),
            (KeyCode::Char(c), None) => write!(f, "{c}"),
            (other, None) => write!(f, "{other}"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_printed_is_read_back() {
        for text in ["n", "N", "!", "space", "Enter", "up", "right", "Ctrl-n", "Shift-right", "é"] {
            assert_eq!(text.parse::<Chord>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_no_terminal_sends_is_no_key() {
        for text in ["", "nn", "Alt-n", "F1", "Ctrl-Enter", "Ctrl-i", "Ctrl-N", "Shift-n", "Shift-Home", "Ctrl-Shift-up", "\t"] {
            assert!(text.parse::<Chord>().is_err(), "{text}");
        }
    }

    #[test]
    fn shift_is_a_stroke_of_its_own_only_with_an_arrow() {
        let held = |code| Chord::of(&KeyEvent::new(code, KeyModifiers::SHIFT)).unwrap().to_string();
        assert_eq!([KeyCode::Left, KeyCode::Char('N'), KeyCode::Home].map(held), ["Shift-left", "N", "Home"]);
    }

    #[test]
    fn alt_means_nothing() {
        assert_eq!(Chord::of(&KeyEvent::new(KeyCode::Char('n'), KeyModifiers::ALT)), None);
    }
}
