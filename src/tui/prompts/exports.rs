//! `H`: the exports, each with the file that it would be written to.

use std::path::Path;

use super::{Entered, Ready, matching};
use crate::export::{Form, Place};
use crate::review::names;
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt};

/// The exports that fit what is typed, the best first.
fn fitting<'a>(prompt: &Prompt, places: &'a [Place], eye: &Eye<'_>) -> Vec<&'a Place> {
    let wanted = names::fold(prompt.input.value());
    let how_well = |form: &Form| {
        let texts = [word(form, eye), form.says(eye.state())];
        texts.iter().filter_map(|text| matching::text(&names::fold(text), &wanted)).min()
    };
    let mut fitting: Vec<(u8, &Place)> = places.iter().filter_map(|place| Some((how_well(&place.form)?, place))).collect();
    fitting.sort_by_key(|(fits, _)| if wanted.is_empty() { 0 } else { *fits });
    fitting.into_iter().map(|(_, place)| place).collect()
}

/// A form in one word; an official's sheet by the official's key.
fn word(form: &Form, eye: &Eye<'_>) -> String {
    match form {
        Form::Turns => "turns".to_owned(),
        Form::Items => "items".to_owned(),
        Form::List => "list".to_owned(),
        Form::Report => "report".to_owned(),
        Form::Sheets => "sheets".to_owned(),
        Form::Records => "records".to_owned(),
        Form::Sheet(id) => {
            let key = eye.state().official(id).and_then(|official| official.key);
            format!("sheet {}", key.map_or_else(|| id.to_string(), String::from))
        }
    }
}

pub(super) fn offers(prompt: &Prompt, places: &[Place], eye: &Eye<'_>) -> Vec<Offer> {
    let offer = |place: &Place| {
        let label = word(&place.form, eye);
        Offer { detail: format!("→ {}   {}", name(&place.path), place.form.says(eye.state())), insert: label.clone(), label }
    };
    fitting(prompt, places, eye).into_iter().map(offer).collect()
}

pub(super) fn resolve(prompt: &Prompt, places: &[Place], eye: &Eye<'_>) -> Result<Ready, String> {
    let fitting = fitting(prompt, places, eye);
    let place = fitting.get(prompt.chosen).ok_or_else(|| format!("No export fits \"{}\"", prompt.input.value().trim()))?;
    let stays = if place.there.is_some() { " (an earlier one is there and stays)" } else { "" };
    Ok(Ready::new(format!("write {}{stays}", name(&place.path)), Entered::Export((*place).clone())))
}

/// Which folder they go into.
pub(super) fn title(places: &[Place]) -> String {
    let folder = places.first().and_then(|place| place.path.parent()).filter(|folder| !folder.as_os_str().is_empty());
    format!("export into {}", folder.map_or_else(|| "this folder".to_owned(), |folder| folder.display().to_string()))
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
