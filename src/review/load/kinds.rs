//! `[kinds.…]` of the modalities: the kinds of turn and their rules.

use toml::Spanned;
use toml::de::DeValue;

use super::fields::Fields;
use super::file::{At, File};
use super::pools;
use crate::review::{Allotment, Count, Kind, Pool, Ruling, Speaker, spelling};

/// What the rest of the modalities has that a kind may name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub pools: &'a [Pool],
    pub segments: &'a [String],
    /// A time out of the ladder can be had.
    pub laddered: bool,
}

/// Reads every kind, in the order of the file.
pub(super) fn read(table: &Fields<'_>, around: Around<'_>) -> Vec<Kind> {
    table.tables("the kind").into_iter().map(|(id, fields)| kind(id.value, fields, around)).collect()
}

fn kind(id: &str, fields: Fields<'_>, around: Around<'_>) -> Kind {
    let Around { pools: known, segments, laddered } = around;
    let file = fields.file;
    let time_value = fields.required("time", "\"2m\", or \"ladder\", \"pool\", or a list");
    let time = time_value.and_then(|value| allotment(file, value));
    let pool = fields.text("pool").filter(|pool| !pool.value.is_empty());
    if let Some(pool) = &pool {
        pools::must_exist(file, &pool.value, pool.span.clone(), known);
    }
    if let Some(value) = time_value {
        if time == Some(Allotment::Ladder) && !laddered {
            let help =
                "add [ladder] with its pool and rungs, or give this kind a time of its own; each in the review gives one figure to all";
            file.error(value.span(), format!("{id} takes its time from the ladder, and there is none"), help);
        }
        if time == Some(Allotment::Pool) && pool.is_none() {
            let help = format!("add pool = \"{}\"", known.first().map_or("dialogue", |pool| pool.name.as_str()));
            file.error(value.span(), format!("{id} takes its time from a pool, and does not say which"), help);
        }
    }
    let speakers = [("delegation", Speaker::Delegation), ("state-under-review", Speaker::StateUnderReview)];
    let kind = Kind {
        id: id.to_owned(),
        name: fields.plain("name").unwrap_or_else(|| readable(id)),
        rank: fields.number("rank").unwrap_or(50),
        time: time.unwrap_or(Allotment::Successive(Vec::new())),
        pool: pool.as_ref().map(|pool| pool.value.clone()),
        per_delegation: fields.number("per-delegation"),
        interrupts: fields.flag("interrupts"),
        holds: fields.flag("holds"),
        speaker: fields.choice("speaker", &speakers, Speaker::Delegation),
        count: fields.choice("count", &[("down", Count::Down), ("up", Count::Up)], Count::Down),
        planned: fields.duration("planned"),
        segments: fields.texts("segments").into_iter().filter_map(|segment| segment_of(file, segment, segments)).collect(),
        charged_when: fields.texts("charged-when").into_iter().filter_map(|ruling| ruling_of(file, &ruling)).collect(),
    };
    if pool.is_none() && !kind.charged_when.is_empty() {
        let help = format!("add pool = \"{}\", or leave charged-when out", known.first().map_or("dialogue", |pool| pool.name.as_str()));
        file.error(fields.place("charged-when"), format!("{id} is charged after a ruling, and does not say to which pool"), help);
    }
    fields.done();
    kind
}

/// A segment of these modalities, where they name any.
fn segment_of(file: File<'_>, written: At<String>, segments: &[String]) -> Option<String> {
    if segments.is_empty() || segments.contains(&written.value) {
        return Some(written.value);
    }
    let help = spelling::did_you_mean(&written.value, segments.iter().map(String::as_str));
    let help = help.unwrap_or_else(|| format!("the segments of [meeting]: {}", segments.join(", ")));
    file.error(written.span, format!("the meeting has no segment \"{}\"", written.value), help);
    None
}

fn ruling_of(file: File<'_>, written: &At<String>) -> Option<Ruling> {
    match written.value.as_str() {
        "upheld" => Some(Ruling::Upheld),
        "dismissed" => Some(Ruling::Dismissed),
        "noted" => Some(Ruling::Noted),
        other => {
            file.error(written.span.clone(), format!("\"{other}\" is no ruling"), "write \"upheld\", \"dismissed\" or \"noted\"");
            None
        }
    }
}

fn allotment(file: File<'_>, value: &Spanned<DeValue<'_>>) -> Option<Allotment> {
    match value.get_ref() {
        DeValue::String(word) if word == "ladder" => Some(Allotment::Ladder),
        DeValue::String(word) if word == "pool" => Some(Allotment::Pool),
        DeValue::Array(times) if times.is_empty() => {
            file.error(value.span(), "a list of times with nothing in it", "write the first, the second …: [\"3m\", \"2m\"]");
            None
        }
        DeValue::Array(times) => times.iter().map(|time| file.duration_of(time)).collect::<Option<Vec<_>>>().map(Allotment::Successive),
        DeValue::String(word) if word.chars().all(char::is_alphabetic) => {
            let help = match spelling::nearest(word, ["ladder", "pool"]) {
                Some(meant) => format!("did you mean \"{meant}\"?"),
                None => "write \"ladder\", \"pool\", a length such as \"2m\", or a list of lengths".to_owned(),
            };
            file.error(value.span(), format!("\"{word}\" is no time of a kind"), help);
            None
        }
        _ => file.duration_of(value).map(Allotment::Fixed),
    }
}

/// `point-of-order` → `Point of order`.
pub(super) fn readable(id: &str) -> String {
    let words = id.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
