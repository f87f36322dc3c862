//! A file of keys: read, laid over the keys in use, and everything that is wrong with it said at once.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{Chord, Deed, Group, IN_PAST, Keymap, SHARED};

/// What is wrong with a file of keys, one sentence each, all of them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct BadKeys(pub Vec<String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    One(String),
    Several(Vec<String>),
}

type Tables = BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, Spanned<Written>>>;

impl Keymap {
    /// These keys with a file's laid over them.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub(super) fn with(&self, text: &str, file: &str) -> Result<Keymap, BadKeys> {
        let at = |place: usize| format!("{file}:{}", text.get(..place).map_or(1, |before| before.matches('\n').count() + 1));
        let tables: Tables = toml::from_str(text).map_err(|error| {
            let place = error.span().map_or(0, |span| span.start);
            BadKeys(vec![format!("{}: {}", at(place), error.message())])
        })?;
        let mut problems = Vec::new();
        let mut written = Vec::new();
        for (table, rows) in &tables {
            let Some(group) = Group::ALL.into_iter().find(|group| group.name() == table.get_ref()) else {
                let known = Group::ALL.map(Group::name).join(", ");
                problems.push(format!("{}: there is no table [{}]; the tables are {known}", at(table.span().start), table.get_ref()));
                continue;
            };
            for (name, keys) in rows {
                let Some(deed) = Deed::named(group, name.get_ref()) else {
                    problems.push(format!("{}: {}", at(name.span().start), unknown(group, name.get_ref())));
                    continue;
                };
                let keys_written = match keys.get_ref() {
                    Written::One(key) => std::slice::from_ref(key),
                    Written::Several(keys) => keys.as_slice(),
                };
                for key in keys_written {
                    match key.parse::<Chord>() {
                        Ok(chord) => written.push((chord, deed, keys.span().start)),
                        Err(what) => problems.push(format!("{}: {what}", at(keys.span().start))),
                    }
                }
                if keys_written.is_empty() {
                    problems.push(format!(
                        "{}: {} has no key left; leave the line out to keep its own",
                        at(keys.span().start),
                        deed.name()
                    ));
                }
            }
        }
        let mut bound: Vec<(Chord, Deed, Option<usize>)> = self
            .bound
            .iter()
            .filter(|(_, deed)| !written.iter().any(|(_, other, _)| other == deed))
            .map(|(chord, deed)| (*chord, *deed, None))
            .collect();
        bound.extend(written.into_iter().map(|(chord, deed, place)| (chord, deed, Some(place))));
        problems.extend(clashes(&bound).map(|(chord, one, other, place)| {
            format!("{}: {chord} already means {}; it cannot mean {} too", at(place), one.name(), other.name())
        }));
        if !problems.is_empty() {
            return Err(BadKeys(problems));
        }
        let mut keymap = Keymap { bound: bound.into_iter().map(|(chord, deed, _)| (chord, deed)).collect() };
        keymap.bound.sort_by_key(|(_, deed)| Deed::ALL.iter().position(|other| other == deed));
        Ok(keymap)
    }
}

/// Keys that are bound twice where both would work, with the place of the second.
fn clashes(bound: &[(Chord, Deed, Option<usize>)]) -> impl Iterator<Item = (Chord, Deed, Deed, usize)> {
    bound.iter().enumerate().filter_map(|(at, (chord, deed, place))| {
        let before = bound.iter().take(at).find(|(other, earlier, _)| other == chord && both_work(*earlier, *deed))?;
        Some((*chord, before.1, *deed, place.or(before.2).unwrap_or_default()))
    })
}

/// Whether there is a place where both would work.
fn both_work(one: Deed, other: Deed) -> bool {
    match (one.group(), other.group()) {
        (Group::Replay, Group::Replay) => true,
        (Group::Past, Group::Past) => true,
        (Group::Past, _) => IN_PAST.contains(&other),
        (_, Group::Past) => IN_PAST.contains(&one),
        (Group::Replay, _) => SHARED.contains(&other),
        (_, Group::Replay) => SHARED.contains(&one),
        (one, other) => (one == Group::Line) == (other == Group::Line),
    }
}

fn unknown(group: Group, name: &str) -> String {
    let elsewhere = Deed::ALL.iter().find(|deed| deed.name() == name);
    let alike = |deed: &&Deed| deed.group() == group && (deed.name().starts_with(name) || name.starts_with(deed.name()));
    match (elsewhere, Deed::ALL.iter().find(alike)) {
        (Some(deed), _) => format!("\"{name}\" stands under [{}], not under [{}]", deed.group().name(), group.name()),
        (None, Some(deed)) => format!("there is no action \"{name}\"; did you mean \"{}\"?", deed.name()),
        (None, None) => {
            let known: Vec<&str> = Deed::ALL.iter().filter(|deed| deed.group() == group).map(|deed| deed.name()).collect();
            format!("there is no action \"{name}\"; under [{}] there are {}", group.name(), known.join(", "))
        }
    }
}
