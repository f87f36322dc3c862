//! `config/delegations.toml`: everyone who may take the floor.

use std::collections::HashMap;

use toml::de::DeValue;

use super::fields::Fields;
use super::file::File;
use crate::review::alphabet::Alphabet;
use crate::review::{Code, Delegation, Language, Standing, names};

/// A delegation and what of its table depends on the review that it takes part in.
pub(super) struct Listed {
    pub delegation: Delegation,
    /// The years in which it is a member of the Council.
    pub council: Vec<u32>,
    french: Option<String>,
    spanish: Option<String>,
}

impl Listed {
    /// Its short name in that language, which is as in English where the file does not say otherwise.
    fn name_in(&self, language: Language) -> &str {
        let translated = match language {
            Language::English => None,
            Language::French => self.french.as_deref(),
            Language::Spanish => self.spanish.as_deref(),
        };
        translated.unwrap_or(&self.delegation.name)
    }
}

/// The delegations as they take part in a review of that year whose list is ordered in that language.
pub(super) fn taking_part(listed: Vec<Listed>, year: Option<u32>, language: Language) -> Vec<Delegation> {
    let alphabet = Alphabet::of(language);
    let taking_part = |one: Listed| {
        let sort_key = alphabet.sort_key(one.name_in(language));
        let initial = alphabet.initial(&sort_key);
        let council_member = year.is_some_and(|year| one.council.contains(&year));
        Delegation { sort_key, initial, council_member, ..one.delegation }
    };
    listed.into_iter().map(taking_part).collect()
}

/// Reads every delegation of the file.
pub(super) fn read(root: &Fields<'_>) -> Vec<Listed> {
    let mut listed: Vec<Listed> = Vec::new();
    let mut owners: HashMap<String, Code> = HashMap::new();
    for (name, fields) in root.tables("the delegation") {
        let code = match Code::new(name.value) {
            Ok(code) => code,
            Err(error) => {
                root.file.error(name.span, error.to_string(), "head the table with the ISO 3166-1 alpha-3 code, such as [FRA]");
                continue;
            }
        };
        let span = fields.span.clone();
        let Some(one) = delegation(code, fields) else { continue };
        for key in &one.delegation.keys {
            if let Some(other) = owners.insert(key.clone(), code).filter(|other| *other != code) {
                let what = format!("\"{key}\" is a name of both {other} and {code}");
                root.file.error(span.clone(), what, "take it out of one of them, so that it always means the same");
            }
        }
        listed.push(one);
    }
    listed
}

fn delegation(code: Code, fields: Fields<'_>) -> Option<Listed> {
    let file = fields.file;
    let name = fields.required_text("name", "\"France\"");
    let short = fields.plain("short");
    let article = fields.flag("article");
    let (french, spanish) = (fields.plain("french"), fields.plain("spanish"));
    let translated = french.iter().chain(&spanish).cloned();
    let aliases: Vec<String> = translated.chain(fields.texts("aliases").into_iter().map(|alias| alias.value)).collect();
    let alpha2 = fields.text("alpha2").and_then(|written| match Code::new(&written.value) {
        Ok(code) => Some(code),
        Err(error) => {
            file.error(written.span, error.to_string(), "write the ISO 3166-1 alpha-2 code, such as \"FR\"");
            None
        }
    });
    let standings =
        [("member-state", Standing::MemberState), ("observer-state", Standing::ObserverState), ("participant", Standing::Participant)];
    let standing = fields.choice("standing", &standings, Standing::MemberState);
    let group = fields.plain("group");
    let council = years(&fields, file);
    fields.done();
    let name = name?.value;
    let short = short.unwrap_or_else(|| name.clone());
    let mut keys: Vec<String> = [&name, &short].into_iter().chain(&aliases).map(|name| names::fold(name)).collect();
    let mut seen = Vec::new();
    keys.retain(|key| {
        !key.is_empty() && !seen.contains(key) && {
            seen.push(key.clone());
            true
        }
    });
    let delegation = Delegation {
        code,
        alpha2,
        name,
        short,
        article,
        aliases,
        standing,
        group,
        council_member: false,
        keys,
        sort_key: String::new(),
        initial: 'A',
    };
    Some(Listed { delegation, council, french, spanish })
}

fn years(fields: &Fields<'_>, file: File<'_>) -> Vec<u32> {
    match fields.value("council").map(|value| (value, value.get_ref())) {
        None => Vec::new(),
        Some((_, DeValue::Array(list))) => list.iter().filter_map(|year| file.number_of(year, "council")).collect(),
        Some((value, _)) => {
            file.wrong_type(value, "a list of years", "council = [2025]");
            Vec::new()
        }
    }
}
