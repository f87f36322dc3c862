//! Finding a delegation by what a person writes: code, name, alias, or the beginning of any word of a name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Code, Delegation, Review};

/// What a written name fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fits {
    /// Exactly this delegation.
    One(Code),
    /// Any of these.
    Several(Vec<Code>),
    /// Nobody.
    None,
}

/// A name without case, accents, punctuation, form of apostrophe or article before or after it: `Côte d’Ivoire` → `cote divoire`.
pub fn fold(name: &str) -> String {
    let letters = name.chars().filter(|c| !is_apostrophe(*c));
    if name.is_ascii() {
        // The same, ten times as fast: whoever looks through a long session folds every word of it.
        return folded(letters.map(|c| c.to_ascii_lowercase()), name.len());
    }
    folded(letters.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase), name.len())
}

fn folded(letters: impl Iterator<Item = char>, room: usize) -> String {
    let mut folded = String::with_capacity(room);
    for letter in letters {
        match letter {
            'ı' => folded.push('i'),
            '&' if folded.is_empty() || folded.ends_with(' ') => folded.push_str("and "),
            '&' => folded.push_str(" and "),
            c if c.is_alphanumeric() => folded.push(c),
            c if is_combining_mark(c) => {}
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    without_article(folded.trim_end()).to_owned()
}

/// `the gambia` and `gambia (the)` are both `gambia`.
fn without_article(name: &str) -> &str {
    if name == "the" {
        return "";
    }
    let name = name.trim_start_matches("the ");
    name.strip_suffix(" the").unwrap_or(name)
}

/// The forms that keyboards, word processors and transliterations put where a name has an apostrophe.
pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | 'ʹ' | '′' | '`' | '´' | '＇')
}

/// Whether a letter could steer a terminal, ends a line, or is [unseen](is_unseen): no text from outside shows it.
pub fn steers(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') || is_unseen(letter)
}

/// Whether a letter is not seen by itself and could turn the direction in which what follows it is read, or hide in a name. Joiners
/// and no-break spaces, which some scripts need, do neither.
pub fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

impl Review {
    /// Who is meant by `written`: a code first, then an exact name or alias, then the unambiguous beginning of any word.
    pub fn find(&self, written: &str) -> Fits {
        match self.find_exactly(written) {
            Fits::None => {}
            found => return found,
        }
        let wanted = fold(written);
        if wanted.is_empty() {
            return Fits::None;
        }
        self.all(|delegation| delegation.keys.iter().any(|key| begins_a_word(key, &wanted)))
    }

    /// Who has `written` as a code, a name or an alias.
    pub fn find_exactly(&self, written: &str) -> Fits {
        let by_code = Code::new(written.trim()).map_or(Fits::None, |code| self.all(|one| one.code == code || one.alpha2 == Some(code)));
        let wanted = fold(written);
        if by_code != Fits::None || wanted.is_empty() {
            return by_code;
        }
        self.all(|delegation| delegation.keys.contains(&wanted))
    }

    fn all(&self, fits: impl Fn(&Delegation) -> bool) -> Fits {
        let found: Vec<Code> = self.delegations.iter().filter(|delegation| fits(delegation)).map(|delegation| delegation.code).collect();
        match found.as_slice() {
            [] => Fits::None,
            [one] => Fits::One(*one),
            _ => Fits::Several(found),
        }
    }
}

fn begins_a_word(key: &str, wanted: &str) -> bool {
    key.match_indices(wanted).any(|(at, _)| at == 0 || key.as_bytes().get(at - 1) == Some(&b' '))
}
