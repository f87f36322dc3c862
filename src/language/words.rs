//! A line cut into words, with what quotes hold together; and the door at which text from outside is cleaned.

use crate::review::names::{is_unseen, steers};

/// Text without anything that could steer a terminal or turn the reading direction of what follows it.
///
/// Control characters, tabs and line ends become blanks; bidirectional overrides and isolates and other invisible
/// marks of that kind vanish. Letters of every script, joiners and no-break spaces stay.
pub fn clean(text: &str) -> String {
    text.chars().filter(|c| !is_unseen(*c)).map(|c| if steers(c) { ' ' } else { c }).collect()
}

/// A piece of a line between blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it stands in free text.
    pub raw: String,
    /// What is meant: without its quotes.
    pub text: String,
    /// The whole of it is quoted, and so taken as it stands.
    pub quoted: bool,
    /// It opens a quote that is never closed.
    pub open: bool,
}

/// Cuts a clean line at its blanks. A quote opens at the start of a word or after `=`, `,` or `:`; inside, only `\"` is a quote.
pub(super) fn cut(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = line.trim_start_matches(' ');
    while !rest.is_empty() {
        let (word, after) = first(rest);
        words.push(word);
        rest = after.trim_start_matches(' ');
    }
    words
}

fn first(line: &str) -> (Word, &str) {
    let mut open = false;
    let mut before = None;
    let mut end = line.len();
    let mut inside_until = 0;
    for (at, c) in line.char_indices() {
        if at < inside_until {
            continue;
        }
        if c == ' ' {
            end = at;
            break;
        }
        if c == '"' && matches!(before, None | Some('=' | ',' | ':')) {
            match closing(line, at) {
                Some(after) => inside_until = after,
                None => open = true,
            }
        }
        before = Some(c);
    }
    let (raw, rest) = line.split_at_checked(end).unwrap_or((line, ""));
    (Word::written(raw, open), rest)
}

/// Where the text goes on after the quote that opens at `at`.
fn closing(line: &str, at: usize) -> Option<usize> {
    let inside = at + 1;
    let mut escaped = false;
    for (i, c) in line.get(inside..)?.char_indices() {
        if c == '"' && !escaped {
            return Some(inside + i + 1);
        }
        escaped = c == '\\';
    }
    None
}

impl Word {
    fn written(raw: &str, open: bool) -> Word {
        let whole = raw.starts_with('"') && closing(raw, 0) == Some(raw.len());
        let text =
            if whole { raw.get(1..raw.len() - 1).unwrap_or_default().replace("\\\"", "\"").trim().to_owned() } else { raw.to_owned() };
        Word { raw: raw.to_owned(), text, quoted: whole, open }
    }

    /// A word out of a value that was cut already: `"United Kingdom"` after `by=`.
    pub fn value(raw: &str) -> Word {
        Word::written(raw, false)
    }

    /// An argument of the shell, which has taken the quotes off: one with blanks counts as quoted.
    pub fn argument(text: &str, is_option: impl Fn(&str) -> bool) -> Word {
        if let [word] = cut(text).as_slice()
            && !word.open
            && word.raw == text
        {
            return word.clone();
        }
        match text.split_once('=') {
            Some((name, value)) if is_option(name) => Word::written(&format!("{name}={}", quote(value)), false),
            _ => Word { raw: text.trim().to_owned(), text: text.trim().to_owned(), quoted: true, open: false },
        }
    }

    /// Name and value of a word `name=value`.
    pub fn option(&self) -> Option<(&str, &str)> {
        let (name, value) = self.raw.split_once('=').filter(|_| !self.quoted)?;
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase());
        is_name.then_some((name, value))
    }

    /// The parts of a list with commas; a comma inside quotes is none.
    pub fn list(raw: &str) -> Vec<Word> {
        let mut parts = Vec::new();
        let (mut start, mut inside_until, mut at_start) = (0, 0, true);
        for (at, c) in raw.char_indices() {
            if at < inside_until {
                continue;
            }
            if c == '"' && at_start {
                inside_until = closing(raw, at).unwrap_or(0);
            }
            at_start = c == ',';
            if at_start {
                parts.push(raw.get(start..at).unwrap_or_default());
                start = at + 1;
            }
        }
        parts.push(raw.get(start..).unwrap_or_default());
        parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(Word::value).collect()
    }
}

/// Text in quotes, so that it is read back as it stands.
pub(super) fn quote(text: &str) -> String {
    // The blank keeps a last backslash from taking the closing quote with it; blanks at the ends are not part of a text.
    let end = if text.ends_with('\\') { " " } else { "" };
    format!("\"{}{end}\"", text.replace('"', "\\\""))
}

/// A value as it must be written in a place where one word is expected.
pub(super) fn word(text: &str) -> String {
    let safe = matches!(cut(text).as_slice(), [word] if word.raw == text && word.text == text && !word.open && word.option().is_none());
    if safe { text.to_owned() } else { quote(text) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn blanks_cut_and_quotes_hold_together() {
        let raws = |line| cut(line).into_iter().map(|w| w.raw).collect::<Vec<_>>();
        assert_eq!(raws("  a  b "), ["a", "b"]);
        assert_eq!(raws("give \"United Kingdom\" kind=answer"), ["give", "\"United Kingdom\"", "kind=answer"]);
        assert_eq!(raws("at=before:\"United Kingdom\" x"), ["at=before:\"United Kingdom\"", "x"]);
        assert_eq!(raws("support=\"a b\",\"c d\",e f"), ["support=\"a b\",\"c d\",e", "f"]);
        assert_eq!(raws("he said \"stop"), ["he", "said", "\"stop"]);
        assert!(cut("\"stop it")[0].open);
    }

    #[test]
    fn only_a_backslash_before_a_quote_is_special() {
        assert_eq!(cut("\"a \\\"b\\\" c:\\d\"")[0].text, "a \"b\" c:\\d");
        for text in ["a\\\"b", "ends in \\", "\"", "\\\\", "a \\\" b \\"] {
            assert_eq!(cut(&quote(text))[0].text, text, "{text}");
        }
    }

    #[test]
    fn nothing_that_steers_a_terminal_comes_through_the_door() {
        assert_eq!(clean("a\tb\nc\u{1b}[31md\u{202e}e\u{9b}f\u{feff}"), "a b c [31mde f");
        assert_eq!(clean("Côte d’Ivoire «\u{a0}élan\u{a0}»"), "Côte d’Ivoire «\u{a0}élan\u{a0}»");
    }

    /// Something large that was pasted must not hold up the line: this would take minutes if each quote were looked for from the start.
    #[test]
    fn a_long_word_full_of_quotes_is_cut_in_one_go() {
        let long = format!("x{}", ",\"a\"".repeat(100_000));
        assert_eq!(cut(&long).len(), 1);
        assert_eq!(Word::list(&long).len(), 100_001);
    }

    proptest! {
        #[test]
        fn what_is_quoted_is_read_back(text in ".*") {
            let text = clean(&text).trim().to_owned();
            let words = cut(&quote(&text));
            prop_assert_eq!(words.len(), 1);
            prop_assert_eq!(&words[0].text, &text);
            prop_assert!(words[0].quoted);
        }

        #[test]
        fn cutting_never_panics(text in ".*") {
            for word in cut(&clean(&text)) {
                let _ = (word.option(), Word::list(&word.raw));
            }
        }
    }
}
