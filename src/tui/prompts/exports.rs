//! `H`: the exports, each with the file that it would be written to; live, and while a recording is played.

use std::path::Path;

use crate::dialogue::State;
use crate::export::{Form, Place};
use crate::review::names;
use crate::tui::prompts::matching;
use crate::tui::ui::Offer;

/// The exports that fit what is typed, the best first.
fn fitting<'a>(written: &str, places: &'a [Place], state: &State) -> Vec<&'a Place> {
    let wanted = names::fold(written);
    let how_well = |form: &Form| {
        let texts = [word(form, state), form.says(state)];
        texts.iter().filter_map(|text| matching::text(&names::fold(text), &wanted)).min()
    };
    let mut fitting: Vec<(u8, &Place)> = places.iter().filter_map(|place| Some((how_well(&place.form)?, place))).collect();
    fitting.sort_by_key(|(fits, _)| if wanted.is_empty() { 0 } else { *fits });
    fitting.into_iter().map(|(_, place)| place).collect()
}

/// A form in one word; an official's sheet by the official's key.
fn word(form: &Form, state: &State) -> String {
    match form {
        Form::Turns => "turns".to_owned(),
        Form::Items => "items".to_owned(),
        Form::List => "list".to_owned(),
        Form::Report => "report".to_owned(),
        Form::Sheets => "sheets".to_owned(),
        Form::Records => "records".to_owned(),
        Form::Sheet(id) => {
            let key = state.official(id).and_then(|official| official.key);
            format!("sheet {}", key.map_or_else(|| id.to_string(), String::from))
        }
    }
}

/// What fits, each with its file; that stands last, for the row of what Enter will do names it too.
pub fn offers(written: &str, places: &[Place], state: &State) -> Vec<Offer> {
    let offer = |place: &Place| {
        let label = word(&place.form, state);
        Offer { detail: format!("{}   → {}", place.form.says(state), name(&place.path)), insert: label.clone(), label }
    };
    fitting(written, places, state).into_iter().map(offer).collect()
}

/// The one that is chosen, and what Enter will do.
///
/// # Errors
/// A sentence, where none fits.
pub fn chosen(written: &str, at: usize, places: &[Place], state: &State) -> Result<(Place, String), String> {
    let fitting = fitting(written, places, state);
    let place = *fitting.get(at).ok_or_else(|| format!("No export fits \"{}\"", written.trim()))?;
    let stays = if place.there.is_some() { " (an earlier one is there and stays)" } else { "" };
    Ok((place.clone(), format!("write {}{stays}", name(&place.path))))
}

/// Which folder they go into.
pub fn title(places: &[Place]) -> String {
    let folder = places.first().and_then(|place| place.path.parent()).filter(|folder| !folder.as_os_str().is_empty());
    format!("export into {}", folder.map_or_else(|| "this folder".to_owned(), |folder| folder.display().to_string()))
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
