//! The review's own file: when and where, who answers, who speaks, under which modalities.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::DateTime;
use jiff::tz;
use toml::Spanned;
use toml::de::DeValue;
use toml::value::Datetime;

use super::delegations::{Listed, taking_part};
use super::fields::Fields;
use super::file::{File, Found};
use super::source::{Place, known_modalities};
use super::{before, modalities, not_read, officials, parse, speakers, themes};
use crate::review::{Code, Language, Modalities, Review, spelling};

/// Reads the review. Absent when something is missing that everything else hangs on; that has been reported.
pub(super) fn read(root: Fields<'_>, place: &Place, delegations: Vec<Listed>) -> Option<Review> {
    let file = root.file;
    let has = |key: &str| root.entries().iter().any(|(name, _)| name.value == key);
    if has("kinds") && !has("modalities") {
        let help = "they are checked with a review that names them: modalities = \"NAME\", or a path that ends in .toml";
        file.error(root.place("kinds"), "these are modalities and not a review", help);
        return None;
    }
    let title = root.required_text("title", "\"Kazakhstan\"");
    let starts = root.required("starts", "2025-01-23T09:00:00").and_then(|value| beginning(file, value));
    let time_zone = time_zone(&root);
    let sur = root.required_text("state-under-review", "\"KAZ\"");
    let groups: BTreeSet<&str> = delegations.iter().filter_map(|listed| listed.delegation.group.as_deref()).collect();
    let groups: Vec<&str> = groups.into_iter().collect();
    let known = modalities::Known { announced: root.value("each").is_some(), groups: &groups };
    let modalities = the_modalities(&root, place, known);
    let themes = themes::read(&root, place);
    let officials = officials::officials(&root, &themes);
    let themes_unread = themes.unread;
    let year = starts.and_then(|starts| u32::try_from(starts.year()).ok());
    let languages = [("english", Language::English), ("french", Language::French), ("spanish", Language::Spanish)];
    let language = root.choice("language", &languages, Language::default());

    let mut review = Review {
        title: title.map(|title| title.value).unwrap_or_default(),
        session: root.plain("session"),
        starts: starts.map(|starts| starts.strftime("%Y-%m-%dT%H:%M:%S").to_string()).unwrap_or_default(),
        time_zone: time_zone.unwrap_or_default(),
        state_under_review: Code::new("X").ok()?,
        modalities: modalities.unwrap_or_else(nothing_agreed),
        troika: Vec::new(),
        delegations: taking_part(delegations, year, language),
        themes: themes.all,
        officials,
        advance: Vec::new(),
        earlier: Vec::new(),
        speakers: Vec::new(),
        speakers_note: root.plain("speakers-note"),
        language,
        each: root.speaking_time("each"),
    };
    if let Some(code) = sur.and_then(|sur| speakers::delegation(file, &sur, &review)) {
        review.state_under_review = code;
    }
    review.troika = root.texts("troika").iter().filter_map(|name| speakers::delegation(file, name, &review)).collect();
    if root.value("members").is_some() {
        let members: Vec<Code> = root.texts("members").iter().filter_map(|name| speakers::delegation(file, name, &review)).collect();
        review.delegations.iter_mut().for_each(|one| one.council_member = members.contains(&one.code));
    }
    review.speakers = speakers::read(&root, place, &review);
    // Under themes that are not known no question could be told from a wrong one.
    if !themes_unread {
        review.advance = before::advance(&root, place, &review);
    }
    review.earlier = before::earlier(&root, place, &review);
    root.done();
    Some(review)
}

/// Stands in for modalities that could not be read, so that the rest of the review is looked at as well.
fn nothing_agreed() -> Modalities {
    let source = Arc::new(super::source::Source { name: String::new(), text: String::new() });
    let found = Found::default();
    let table = toml::de::DeTable::new();
    modalities::read(Fields::new(File { source: &source, found: &found }, "", 0..0, &table), modalities::Known::default())
}

fn beginning(file: File<'_>, value: &Spanned<DeValue<'_>>) -> Option<DateTime> {
    const RIGHT: &str = "local to time-zone, without an offset: starts = 2025-01-23T09:00:00";
    let written = match value.get_ref() {
        DeValue::Datetime(Datetime { date: Some(_), time: Some(_), offset: None }) => value.get_ref().as_datetime()?.to_string(),
        DeValue::String(text) => text.trim().to_owned(),
        DeValue::Datetime(Datetime { offset: Some(_), .. }) => {
            file.error(value.span(), "starts has an offset", RIGHT);
            return None;
        }
        _ => {
            file.error(value.span(), "starts needs a date and a time of day", RIGHT);
            return None;
        }
    };
    let with_seconds = |text: &str| text.parse::<DateTime>().ok();
    let read = written.contains(['T', 't', ' ']).then(|| with_seconds(&written)).flatten();
    if read.is_none() {
        file.error(value.span(), format!("\"{written}\" is not a date and a time of day"), RIGHT);
    }
    read
}

fn time_zone(root: &Fields<'_>) -> Option<String> {
    let written = root.required_text("time-zone", "\"Europe/Zurich\"")?;
    let zone = tz::db().get(&written.value).ok();
    let name = zone.as_ref().and_then(|zone| zone.iana_name()).map(str::to_owned);
    if name.is_none() {
        let known: Vec<String> = tz::db().available().map(|name| name.to_string()).collect();
        let otherwise = match known.is_empty() {
            true => "this host has no time zone database: install tzdata",
            false => "write the IANA name of the place's zone, such as \"Europe/Zurich\"",
        };
        let help = spelling::did_you_mean(&written.value, known.iter().map(String::as_str)).unwrap_or(otherwise.to_owned());
        root.file.error(written.span, format!("there is no time zone \"{}\"", written.value), help);
    }
    name
}

/// A name is looked for in `../modalities`, in `./config/modalities` and among those built in; a path counts from the review.
fn the_modalities(root: &Fields<'_>, place: &Place, known: modalities::Known<'_>) -> Option<Modalities> {
    let written = root.required_text("modalities", "\"upr-working-group\"")?;
    let places = if written.value.ends_with(".toml") {
        vec![place.beside(&written.value)]
    } else {
        let name = format!("modalities/{}.toml", written.value);
        let in_config = Place::in_config(&name);
        match place {
            Place::Disk(_) => std::iter::once(place.beside(&format!("../{name}"))).chain(in_config).collect(),
            Place::BuiltIn(_) => in_config.to_vec(),
        }
    };
    let Some(there) = places.iter().find(|place| place.is_there()) else {
        missing(root.file, &written.value, written.span, &places);
        return None;
    };
    match there.read() {
        Ok(source) => {
            let source = Arc::new(source);
            let file = File { source: &source, found: root.file.found };
            parse(file, |table, span| modalities::read(Fields::new(file, "the modalities", span, table), known))
        }
        Err(unread) => {
            not_read(root.file, there, written.span, unread);
            None
        }
    }
}

fn missing(file: File<'_>, name: &str, span: Range<usize>, places: &[Place]) {
    let looked: Vec<String> = places.iter().map(Place::name).collect();
    let known = known_modalities();
    let nearest = spelling::did_you_mean(name, known.iter().map(String::as_str)).map(|question| format!("{question} "));
    let help = format!("{}Looked for: {}. Known: {}", nearest.unwrap_or_default(), looked.join(", "), known.join(", "));
    file.error(span, format!("there are no modalities \"{name}\""), help);
}
