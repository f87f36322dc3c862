//! The keys that do something now, and what: the row at the bottom and the `?` screen.

use super::eye::Eye;
use super::proposal::offer;
use crate::tui::keymap::{Deed, Group, Keymap};
use crate::tui::scene::Hint;

/// The keys wanted most, in this order; the others follow in the order of the keymap.
const FIRST: [Deed; 14] = [
    Deed::Next,
    Deed::Done,
    Deed::Pause,
    Deed::Question,
    Deed::Lead,
    Deed::Answer,
    Deed::Pass,
    Deed::Answered,
    Deed::Inscribe,
    Deed::Absent,
    Deed::Undo,
    Deed::Find,
    Deed::Command,
    Deed::Keys,
];

/// What each key will do now, most important first; a key that would be refused is not among them.
pub fn hints(keymap: &Keymap, eye: &Eye<'_>) -> Vec<Hint> {
    // What the last frame showed does not matter here: these are drawn with the frame that shows what is true now.
    let eye = Eye { shown_first: None, ..*eye };
    let rest = Deed::ALL.iter().copied().filter(|deed| !FIRST.contains(deed) && deed.group() != Group::Line);
    FIRST.into_iter().chain(rest).filter_map(|deed| hint(deed, keymap, &eye)).collect()
}

/// The keys that work inside a line.
pub fn line_hints(keymap: &Keymap, eye: &Eye<'_>) -> Vec<Hint> {
    let eye = Eye { shown_first: None, ..*eye };
    let in_line = Deed::ALL.iter().copied().filter(|deed| deed.group() == Group::Line);
    in_line
        .filter_map(|deed| {
            let does = offer(deed.outside(), &eye).ok()?.says;
            Some(Hint { key: keymap.keys(deed).next()?.to_string(), does, group: Group::Line.name() })
        })
        .collect()
}

fn hint(deed: Deed, keymap: &Keymap, eye: &Eye<'_>) -> Option<Hint> {
    let does = offer(deed, eye).ok()?.says;
    Some(Hint { key: keymap.keys(deed).next()?.to_string(), does, group: deed.group().name() })
}
