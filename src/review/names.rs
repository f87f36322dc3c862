//! Finding a delegation by what a person writes: code, name, alias, or the beginning of any word of a name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Code, Review};

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

/// A name without case, accents, punctuation, form of apostrophe or leading article: `Côte d’Ivoire` → `cote divoire`.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match letter {
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => {}
            'ı' => folded.push('i'),
            c if c.is_alphanumeric() => folded.push(c),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    let folded = folded.trim_end();
    folded.strip_prefix("the ").unwrap_or(folded).to_owned()
}

impl Review {
    /// Who is meant by `written`: a code first, then an exact name or alias, then the unambiguous beginning of any word.
    pub fn find(&self, written: &str) -> Fits {
        let wanted = fold(written);
        if wanted.is_empty() {
            return Fits::None;
        }
        let by_code = self.delegations.iter().filter(|d| {
            let is = |code: Code| code.as_str().eq_ignore_ascii_case(written.trim());
            is(d.code) || d.alpha2.is_some_and(is)
        });
        let exact = self.delegations.iter().filter(|d| d.keys.contains(&wanted));
        let beginning = self.delegations.iter().filter(|d| d.keys.iter().any(|key| begins_a_word(key, &wanted)));
        for found in [by_code.collect::<Vec<_>>(), exact.collect(), beginning.collect()] {
            match found.as_slice() {
                [] => {}
                [one] => return Fits::One(one.code),
                several => return Fits::Several(several.iter().map(|d| d.code).collect()),
            }
        }
        Fits::None
    }
}

fn begins_a_word(key: &str, wanted: &str) -> bool {
    key.match_indices(wanted).any(|(at, _)| at == 0 || key.as_bytes().get(at - 1) == Some(&b' '))
}
