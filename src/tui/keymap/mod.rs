//! Which key does what: data, with the standard in `config/keys.toml`, checked when it is loaded.

mod chord;
mod deed;
mod file;

use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent};

pub use chord::Chord;
pub use deed::{Deed, Group};
pub use file::BadKeys;

/// The keys that the program carries with it.
const STANDARD: &str = include_str!("../../../config/keys.toml");

/// The file that replaces them, from where the program is started.
const FILE: &str = "config/keys.toml";

/// The keys in use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    bound: Vec<(Chord, Deed)>,
}

impl Keymap {
    /// The keys of `config/keys.toml` where the program is started, laid over those that it carries with it.
    ///
    /// # Errors
    /// Everything that is wrong with the file: unknown actions, things that are no keys, and keys that stand there twice.
    pub fn load() -> Result<Keymap, BadKeys> {
        if !Path::new(FILE).exists() {
            return Ok(Keymap::standard());
        }
        let text = std::fs::read_to_string(FILE).map_err(|error| BadKeys(vec![format!("{FILE}: {error}")]))?;
        Keymap::read(&text, FILE)
    }

    /// The keys that the program carries with it.
    pub fn standard() -> Keymap {
        // A test reads the same text, so that nothing can be wrong with it here.
        Keymap::default().with(STANDARD, FILE).unwrap_or_default()
    }

    /// The standard keys with a file's laid over them.
    ///
    /// # Errors
    /// As [`Keymap::load`].
    pub fn read(text: &str, file: &str) -> Result<Keymap, BadKeys> {
        Keymap::standard().with(text, file)
    }

    /// What a key press does outside a line.
    pub fn deed(&self, key: &KeyEvent) -> Option<Deed> {
        self.find(key, |group| !matches!(group, Group::Line | Group::Past | Group::Replay))
    }

    /// What it does while a moment of the past is looked at: a key of its own, or one of [`IN_PAST`].
    pub fn past_deed(&self, key: &KeyEvent) -> Option<Deed> {
        self.find(key, |group| group == Group::Past).or_else(|| self.deed(key).filter(|deed| IN_PAST.contains(deed)))
    }

    /// What it does inside a line, where letters are text.
    pub fn line_deed(&self, key: &KeyEvent) -> Option<Deed> {
        self.find(key, |group| group == Group::Line)
    }

    /// What it does while a recording is played back: a key of the player's, or one of [`SHARED`] or [`LENT`]. A capital that means
    /// nothing is the small letter (case TU-04): nothing can go wrong here that a second press does not put right.
    pub fn replay_deed(&self, key: &KeyEvent) -> Option<Deed> {
        let own = |key: &KeyEvent| self.find(key, |group| group == Group::Replay);
        let deed = |key: &KeyEvent| own(key).or_else(|| self.deed(key).filter(|deed| SHARED.contains(deed) || LENT.contains(deed)));
        deed(key).or_else(|| match key.code {
            KeyCode::Char(c) if c.is_ascii_uppercase() => deed(&KeyEvent { code: KeyCode::Char(c.to_ascii_lowercase()), ..*key }),
            _ => None,
        })
    }

    fn find(&self, key: &KeyEvent, works: impl Fn(Group) -> bool) -> Option<Deed> {
        let chord = Chord::of(key)?;
        let bound = |chord: Chord| self.bound.iter().find(|(bound, deed)| *bound == chord && works(deed.group())).map(|(_, deed)| *deed);
        bound(chord).or_else(|| bound(chord.without_shift()))
    }

    /// The keys of a deed, the first one being the one that is shown.
    pub fn keys(&self, deed: Deed) -> impl Iterator<Item = Chord> {
        self.bound.iter().filter(move |(_, bound)| *bound == deed).map(|(chord, _)| *chord)
    }

    /// All keys in plain lines, as `plenary keys` prints them.
    pub fn print(&self) -> String {
        let mut lines = Vec::new();
        for group in Group::ALL {
            lines.push(format!("[{}]", group.name()));
            for deed in Deed::ALL.iter().filter(|deed| deed.group() == group) {
                let keys: Vec<String> = self.keys(*deed).map(|chord| chord.to_string()).collect();
                let later = if deed.is_later() { " (not yet carried out)" } else { "" };
                lines.push(format!("  {:<10} {:<16} {}{later}", keys.join(" "), deed.name(), deed.does()));
            }
        }
        lines.join("\n") + "\n"
    }
}

/// What works live and while a recording is played back: it changes nothing of the meeting.
pub const SHARED: [Deed; 9] = [
    Deed::FloorScreen,
    Deed::ItemsScreen,
    Deed::DelegationScreen,
    Deed::FiguresScreen,
    Deed::LogScreen,
    Deed::OutstandingScreen,
    Deed::Exports,
    Deed::Keys,
    Deed::Quit,
];

/// What works in the present and while a moment of the past is looked at: it changes nothing but what is seen.
pub const IN_PAST: [Deed; 14] = [
    Deed::FloorScreen,
    Deed::ItemsScreen,
    Deed::DelegationScreen,
    Deed::FiguresScreen,
    Deed::LogScreen,
    Deed::OutstandingScreen,
    Deed::Down,
    Deed::Up,
    Deed::Detail,
    Deed::Filter,
    Deed::Group,
    Deed::Order,
    Deed::Keys,
    Deed::Quit,
];

/// What the keys of a screen's own rows do while a recording is played back, where the operator has not bound them to something that
/// the player has a key for: whoever moves the live keys about need not look after the player's.
pub const LENT: [Deed; 7] = [Deed::Panel, Deed::Down, Deed::Up, Deed::Detail, Deed::Filter, Deed::Group, Deed::Order];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use crossterm::event::KeyModifiers;

    use super::*;

    fn press(c: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)
    }

    #[test]
    fn the_standard_gives_every_deed_a_key() {
        let standard = Keymap::default().with(STANDARD, FILE).unwrap();
        for deed in Deed::ALL {
            assert!(standard.keys(*deed).next().is_some(), "{}", deed.name());
        }
        assert_eq!(standard.deed(&press('n')), Some(Deed::Next));
        assert_eq!(standard.line_deed(&press('n')), None);
        assert_eq!(standard.deed(&KeyEvent::new(KeyCode::Down, KeyModifiers::NONE)), Some(Deed::Down));
    }

    #[test]
    fn nothing_needs_alt_gr_or_a_key_that_terminals_keep() {
        for (chord, deed) in Keymap::standard().bound {
            let text = chord.to_string();
            assert!(!["#", "@", "[", "]", "{", "}", "|", "~", "\\"].contains(&text.as_str()), "{}", deed.name());
            assert!(!["Ctrl-s", "Ctrl-q", "Ctrl-z"].contains(&text.as_str()), "{}", deed.name());
        }
    }

    #[test]
    fn a_file_changes_what_it_names() {
        let keymap = Keymap::read("[anywhere]\nnext = [\"N\", \"PageDown\"]\ntake-back-next = \"n\"\n", "k").unwrap();
        assert_eq!(keymap.deed(&press('N')), Some(Deed::Next));
        assert_eq!(keymap.deed(&press('n')), Some(Deed::TakeBackNext));
        assert_eq!(keymap.deed(&press('d')), Some(Deed::Done));
    }

    #[test]
    fn everything_that_is_wrong_is_said_with_its_line() {
        let text = "[anywhere]\nnext = \"d\"\nnxt = \"n\"\ndon = \"D\"\nundo = \"F1\"\n\n[liste]\ntop = \"t\"\n[list]\nfind = \"f\"\n";
        let BadKeys(problems) = Keymap::read(text, "k").unwrap_err();
        let all = problems.join("\n");
        assert!(all.contains("k:2: d already means done; it cannot mean next too"), "{all}");
        assert!(all.contains("k:3: there is no action \"nxt\""), "{all}");
        assert!(all.contains("k:4: there is no action \"don\"; did you mean \"done\"?"), "{all}");
        assert!(all.contains("k:5: \"F1\" is not a key"), "{all}");
        assert!(all.contains("k:7: there is no table [liste]"), "{all}");
        assert!(all.contains("k:10: \"find\" stands under [anywhere], not under [list]"), "{all}");
    }

    #[test]
    fn a_file_that_is_no_toml_is_refused_with_its_line() {
        let BadKeys(problems) = Keymap::read("[anywhere]\nnext = \n", "k").unwrap_err();
        assert!(problems.iter().any(|problem| problem.starts_with("k:2: ")), "{problems:?}");
    }
}
