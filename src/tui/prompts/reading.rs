//! What pasted lines, or those of a file, are taken for: each by itself, then beside those above it and those who wait already.

use super::{capture, clean};
use crate::dialogue::{Entry, Sort};
use crate::review::list::{self, Row};
use crate::review::{Inscribed, Kind, Review};
use crate::tui::input::Eye;
use crate::tui::ui::{Import, ImportLine, Meant, Reading, Takes};

/// A list of speakers, line by line, and the line that names its columns.
pub fn entries(text: &str, review: &Review) -> (Option<String>, Vec<ImportLine>) {
    let understood = list::understand(text, review);
    let header = understood.header.as_deref().map(without_tabs);
    let line = |(place, row): (usize, &Row)| {
        let raw = text.get(row.span.clone()).unwrap_or_default();
        let written = match &header {
            Some(_) if raw.contains('\t') => clean(&without_tabs(raw), 0),
            _ => row.written.clone(),
        };
        let meant = row.alone.clone().map(Meant::Entry).map_err(|complaint| complaint.to_string());
        let understood = meant.clone().map(|_| String::new());
        ImportLine { number: row.line, place, written, put_right: false, left_out: false, meant, understood }
    };
    let lines = understood.rows.iter().enumerate().map(line).collect();
    (header, lines)
}

/// Items, a line each; one without a sign is of this sort.
pub fn items(text: &str, sort: Sort, eye: &Eye<'_>) -> Vec<ImportLine> {
    let written = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let line = |(place, (at, line)): (usize, (usize, &str))| {
        let written = clean(line, 0);
        let meant = capture::pasted(&written, sort, eye).map(|(action, says)| Meant::Item(action, says));
        let understood = meant.clone().map(|_| String::new());
        ImportLine { number: at + 1, place, written, put_right: false, left_out: false, meant, understood }
    };
    written.enumerate().map(line).collect()
}

/// What one line is taken for that was put right; more than one where it says more.
///
/// # Errors
/// What is wrong with it, or that it says nothing.
pub fn again(written: &str, reading: &Reading, eye: &Eye<'_>) -> Result<Vec<ImportLine>, String> {
    let lines = match (&reading.takes, &reading.header) {
        (Takes::Items(sort, _), _) => items(written, *sort, eye),
        (Takes::Entries, Some(header)) => entries(&format!("{header}\n{written}"), &eye.state().review).1,
        (Takes::Entries, None) => entries(written, &eye.state().review).1,
    };
    if let Some(wrong) = lines.iter().find_map(|line| line.meant.as_ref().err()) {
        return Err(wrong.clone());
    }
    match lines.is_empty() {
        true => Err("It says nothing; Esc leaves the line as it was".to_owned()),
        false => Ok(lines.into_iter().map(|line| ImportLine { number: reading.number, put_right: true, ..line }).collect()),
    }
}

/// Holds the lines that are not left out against each other, in the order of the text, and against those who wait.
pub fn beside(import: &mut Import, eye: &Eye<'_>) {
    let review = &eye.state().review;
    let standing: Vec<Inscribed> = eye.state().listed().map(Entry::as_inscribed).collect();
    let mut order: Vec<usize> = (0..import.lines.len()).collect();
    order.sort_by_key(|at| import.lines.get(*at).map(|line| line.place));
    let mut above: Vec<(usize, Inscribed)> = Vec::new();
    for at in order {
        let Some(line) = import.lines.get_mut(at) else { continue };
        line.understood = line.meant.clone().and_then(|meant| match meant {
            Meant::Item(_, says) => Ok(says),
            Meant::Entry(entry) if line.left_out => Ok(in_words(&entry, review)),
            Meant::Entry(entry) => {
                let earlier = above.iter().map(|(line, entry)| (*line, entry));
                let doubled = list::stands_already(&entry, &standing, review).or_else(|| list::twice(&entry, earlier, review));
                let says = doubled.map_or_else(|| Ok(in_words(&entry, review)), |complaint| Err(complaint.to_string()));
                above.push((line.number, entry));
                says
            }
        });
    }
}

/// Those that can be taken, in the order of the text.
pub fn taken(import: &Import) -> Vec<&Meant> {
    let mut right: Vec<&ImportLine> = import.right().collect();
    right.sort_by_key(|line| line.place);
    right.into_iter().filter_map(|line| line.meant.as_ref().ok()).collect()
}

fn in_words(entry: &Inscribed, review: &Review) -> String {
    let names = entry.delegations.iter().map(|code| review.name_of(*code)).collect::<Vec<_>>().join(", ");
    let kind = entry.kind.clone().filter(|kind| kind != Kind::STATEMENT);
    [Some(names), kind, entry.time.map(|time| time.to_string())].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The cells of a spreadsheet with semicolons between them, since a tab can be neither typed nor seen.
fn without_tabs(line: &str) -> String {
    if !line.contains('\t') {
        return line.trim().to_owned();
    }
    let cell = |cell: &str| match cell.contains([';', '"']) && !cell.trim().starts_with('"') {
        true => format!("\"{}\"", cell.trim().replace('"', "\"\"")),
        false => cell.trim().to_owned(),
    };
    line.split('\t').map(cell).collect::<Vec<_>>().join(";")
}
