//! The alphabetical order of names, in the language of the review.
//!
//! A name is filed by its base name, letter by letter, blanks and hyphens not counted: Guinée, Guinée-Bissau, Guinée équatoriale;
//! République démocratique populaire lao before République de Moldova. So do the United Nations' own lists of member States
//! (press release ORG/1469, 3 July 2006).

use std::fmt::Write;

use icu_collator::options::{AlternateHandling, CollatorOptions};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use super::{Language, Review, names};

impl Review {
    /// What orders a name among the delegations, in the language of the review: keys compare as plain text.
    pub fn sort_key(&self, name: &str) -> String {
        Alphabet::of(self.language).sort_key(name)
    }
}

/// The order of one language.
pub(super) struct Alphabet {
    collator: Option<CollatorBorrowed<'static>>,
}

impl Alphabet {
    /// The alphabet of that language.
    pub fn of(language: Language) -> Alphabet {
        let locale = match language {
            Language::English => locale!("en"),
            Language::French => locale!("fr"),
            Language::Spanish => locale!("es"),
        };
        let mut options = CollatorOptions::default();
        options.alternate_handling = Some(AlternateHandling::Shifted);
        Alphabet { collator: Collator::try_new(locale.into(), options).ok() }
    }

    /// The collation key of the base name, in hexadecimal so that it is text.
    pub fn sort_key(&self, name: &str) -> String {
        let filed = base_name(name);
        let Some(collator) = &self.collator else { return names::fold(filed) };
        let mut bytes = Vec::new();
        let Ok(()) = collator.write_sort_key_to(filed, &mut bytes);
        bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut key, byte| {
            // Writing to a String can't fail.
            let _ = write!(key, "{byte:02x}");
            key
        })
    }

    /// The capital letter under which a name with that key stands: `Émirats` under E, `Ñuble` under N, a number under A.
    pub fn initial(&self, sort_key: &str) -> char {
        ('A'..='Z').rev().find(|letter| *self.sort_key(&letter.to_lowercase().to_string()) <= *sort_key).unwrap_or('A')
    }
}

/// `Iran (Islamic Republic of)` is filed as `Iran`.
fn base_name(name: &str) -> &str {
    let base = name.split_once(" (").map_or(name, |(base, _)| base).trim();
    if base.is_empty() { name } else { base }
}
