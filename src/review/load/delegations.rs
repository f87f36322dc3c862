//! `config/delegations.toml`: everyone who may take the floor.

use std::collections::HashMap;

use toml::de::DeValue;

use super::fields::{Fields, File};
use crate::review::{Code, Delegation, Standing, names};

/// A delegation and the years in which it is a member of the Council.
pub(super) struct Listed {
    pub delegation: Delegation,
    pub council: Vec<u32>,
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
    let translated = [fields.plain("french"), fields.plain("spanish")];
    let aliases: Vec<String> =
        translated.into_iter().flatten().chain(fields.texts("aliases").into_iter().map(|alias| alias.value)).collect();
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
    Some(Listed { delegation, council })
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
