//! `y`: what the chair ruled on the point of order, by one digit or letter, and in which words if anyone wants to keep them.

use super::{Entered, Ready};
use crate::dialogue::Action;
use crate::review::Ruling;
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt};

const RULINGS: [(&str, Ruling, &str); 3] =
    [("1", Ruling::Upheld, "upheld"), ("2", Ruling::Dismissed, "dismissed"), ("3", Ruling::Noted, "noted")];

/// The ruling that the first word stands for, by its place above, and the words after it.
fn parts(value: &str) -> (Option<usize>, &str) {
    let value = value.trim();
    let (first, rest) = value.split_once(char::is_whitespace).unwrap_or((value, ""));
    let is_meant = |(digit, _, name): &(&str, Ruling, &str)| *digit == first || name.starts_with(&first.to_lowercase());
    let meant = if first.is_empty() { None } else { RULINGS.iter().position(is_meant) };
    (meant, rest.trim())
}

pub(super) fn offers(prompt: &Prompt) -> Vec<Offer> {
    let offer = |(digit, _, name): &(&str, Ruling, &str)| Offer {
        label: (*digit).to_owned(),
        detail: (*name).to_owned(),
        insert: (*digit).to_owned(),
    };
    match parts(prompt.input.value()).0 {
        Some(at) => RULINGS.get(at).map(offer).into_iter().collect(),
        None => RULINGS.iter().map(offer).collect(),
    }
}

/// The arrows put another digit before the words.
pub(super) fn choose(prompt: &mut Prompt, by: isize) {
    let (meant, words) = parts(prompt.input.value());
    let last = RULINGS.len() - 1;
    let at = match meant {
        None if by < 0 => last,
        None => 0,
        Some(at) => at.checked_add_signed(by).map_or(last, |at| if at > last { 0 } else { at }),
    };
    let digit = RULINGS.get(at).map_or("", |(digit, ..)| *digit);
    prompt.input = format!("{digit} {words}").trim_end().to_owned().into();
}

pub(super) fn resolve(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let (meant, words) = parts(prompt.input.value());
    let (_, ruling, name) = meant.and_then(|at| RULINGS.get(at)).ok_or("1 upheld, 2 dismissed or 3 noted; the chair's words may follow")?;
    let turn = eye.ruled_upon().ok_or("There is no point of order any more")?;
    let text = (!words.is_empty()).then(|| words.into());
    Ok(Ready::new(
        format!("{name}: point of order of {}", eye.turn_name(turn)),
        Entered::Do(Action::Rule { ruling: *ruling, text }, prompt.opened),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_or_the_beginning_of_the_word_comes_first() {
        assert_eq!(parts("2 not a matter of procedure"), (Some(1), "not a matter of procedure"));
        assert_eq!(parts("u"), (Some(0), ""));
        assert_eq!(parts("Dismissed "), (Some(1), ""));
        assert_eq!(parts(""), (None, ""));
        assert_eq!(parts("4"), (None, ""));
    }
}
