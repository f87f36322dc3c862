//! The report of a meeting in Markdown: who spoke, what was asked and answered, what stayed open, what the time went into.

mod items;
mod speakers;
mod time;

use std::io;

use super::markdown::{Document, plain};
use super::{Telling, front};

/// Writes the report.
///
/// # Errors
/// The output cannot be written.
pub fn report(telling: &Telling<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let mut document = Document::default();
    document.heading(1, &plain(&telling.state.review.title));
    front::meeting(telling, &mut document);
    speakers::spoken(telling, &mut document);
    items::by_theme(telling, &mut document);
    items::open(telling, &mut document);
    speakers::not_reached(telling, &mut document);
    time::spent(telling, &mut document);
    remarks(telling, &mut document);
    front::proof(telling, &mut document);
    out.write_all(document.finish().as_bytes())
}

fn remarks(telling: &Telling<'_>, document: &mut Document) {
    if telling.state.notes.iter().next().is_some() {
        document.heading(2, "Remarks for the record");
        for note in telling.state.notes.iter() {
            document.point(&format!("{} {}", telling.at(note.at, "%H:%M:%S"), plain(&note.text)));
        }
    }
}
