//! Words without what changes in them: case, accents, number, gender, the endings of verbs and of what is made from them.
//!
//! A clerk's words come in English, French and Spanish, mixed and often without accents. The stemmers that libraries have each expect one
//! known language, written with its accents; this one takes from a word, once folded, the endings of all three, and no
//! more than is needed to bring `ratify`, `ratified` and `ratification` together, and to keep `police` and `policies` apart.

use super::names;

/// Words that say nothing by themselves.
const SILENT: [&str; 73] = [
    "the", "of", "and", "or", "to", "in", "on", "for", "by", "with", "from", "at", "as", "an", "its", "it", "is", "are", "be", "that",
    "this", "their", "all", "any", "against", "through", "into", "under", "le", "la", "les", "de", "des", "du", "et", "ou", "en", "au",
    "aux", "un", "une", "dans", "sur", "pour", "par", "avec", "contre", "qui", "que", "qu", "ce", "ces", "sa", "ses", "leur", "leurs",
    "el", "los", "las", "del", "al", "con", "contra", "para", "por", "sobre", "su", "sus", "se", "una", "lo", "les", "a",
];

/// Endings and what stands in their place; the first that fits is taken, so that a longer one stands before those that it ends with.
const ENDINGS: [(&str, &str); 62] = [
    ("ification", "ifi"),
    ("ificacion", "ifi"),
    ("ifying", "ifi"),
    ("ificar", "ifi"),
    ("ifier", "ifi"),
    ("ified", "ifi"),
    ("ifie", "ifi"),
    ("ify", "ifi"),
    ("ization", ""),
    ("isation", ""),
    ("izacion", ""),
    ("izing", ""),
    ("ising", ""),
    ("ized", ""),
    ("ised", ""),
    ("izar", ""),
    ("iser", ""),
    ("ize", ""),
    ("ise", ""),
    ("ational", ""),
    ("ation", ""),
    ("acion", ""),
    ("atoire", ""),
    ("atorio", ""),
    ("atoria", ""),
    ("atory", ""),
    ("ative", ""),
    ("ativo", ""),
    ("ativa", ""),
    ("ateur", ""),
    ("ating", ""),
    ("ador", ""),
    ("ator", ""),
    ("ated", ""),
    ("ate", ""),
    ("cion", "c"),
    ("ion", ""),
    ("ement", ""),
    ("ment", ""),
    ("ante", ""),
    ("ant", ""),
    ("iste", ""),
    ("ista", ""),
    ("ismo", ""),
    ("isme", ""),
    ("ism", ""),
    ("ist", ""),
    // A minority is not a minor.
    ("ority", "orit"),
    ("orite", "orit"),
    ("idad", ""),
    ("ity", ""),
    ("ite", ""),
    ("ing", ""),
    ("ed", ""),
    ("er", ""),
    ("or", ""),
    ("ar", ""),
    ("ee", ""),
    ("ly", ""),
    ("e", ""),
    ("a", ""),
    ("o", ""),
];

/// The stems of a text in their order, without the words that say nothing.
pub fn stems(text: &str) -> Vec<String> {
    let words = text.replace(names::is_apostrophe, " ");
    let folded = names::fold(&words);
    let says = |word: &&str| (word.len() > 1 || word.starts_with(|c: char| c.is_ascii_digit())) && !SILENT.contains(word);
    folded.split(' ').filter(says).map(stem).collect()
}

/// A word without its ending. Of what an ending is taken from, four letters are left at least.
fn stem(word: &str) -> String {
    let word = singular(word);
    let cut = |(ending, instead): &(&str, &str)| {
        let stem = word.strip_suffix(ending)?;
        // `policia` is not `police`: a vowel after an i belongs to the word.
        let belongs = ending.len() == 1 && stem.ends_with('i');
        (stem.len() + instead.len() >= 4 && !belongs).then(|| format!("{stem}{instead}"))
    };
    let stem = ENDINGS.iter().find_map(cut).unwrap_or(word);
    match stem.strip_suffix('y') {
        Some(before) if before.len() >= 3 => format!("{before}i"),
        _ => stem,
    }
}

/// `ministries`, `tribunaux`, `religiones`, `prisons`: one of each.
fn singular(word: &str) -> String {
    let one = |plural: &str, singular: &str, left: usize| {
        word.strip_suffix(plural).filter(|rest| rest.len() >= left).map(|rest| format!("{rest}{singular}"))
    };
    one("ies", "y", 3)
        .or_else(|| one("aux", "al", 3))
        .or_else(|| one("iones", "ion", 2))
        .or_else(|| one("sses", "ss", 2))
        .or_else(|| one("ches", "ch", 2))
        .or_else(|| one("s", "", 3).filter(|one| !one.ends_with(['s', 'u', 'i'])))
        .unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::stems;

    #[test]
    fn what_is_of_one_word_has_one_stem() {
        for words in [
            "ratify ratifies ratified ratifying ratification ratifier ratificar ratificación ratifications",
            "torture tortures tortured torturing tortura torturas torturé torturer",
            "discrimination discriminations discriminatory discriminación discriminaciones discriminatoire discriminate",
            "education educational educación éducation educate educativo",
            "migrants migrant migrante migrantes migration migratory",
            "journalist journalists journaliste journalistes journalism",
            "criminalise criminalize criminalization criminalisation criminaliser criminalizar",
            "prison prisons prisoner prisoners",
            "minority minorities minorité minorités",
            "detain detained detaining",
        ] {
            let mut all = stems(words);
            all.dedup();
            assert_eq!(all.len(), 1, "{all:?}");
        }
    }

    #[test]
    fn what_is_of_two_words_has_two_stems() {
        for words in [
            "police policies",
            "policía policy",
            "minor minister",
            "press pressure",
            "law lawyer",
            "media mediation",
            "trata tratamiento",
            "minors minorities",
        ] {
            let all = stems(words);
            assert!(all.windows(2).all(|pair| pair.first() != pair.last()), "{all:?}");
        }
    }

    #[test]
    fn what_says_nothing_is_passed_over() {
        assert_eq!(stems("l’indépendance des juges"), stems("indépendance juges"));
        assert_eq!(stems("women's rights"), stems("women rights"));
        assert!(stems("the of la de l’").is_empty());
    }
}
