//! The report of a meeting in Markdown: who spoke, what was asked and answered, what stayed open, what the time went into.

mod items;
mod markdown;
mod speakers;
mod time;

use std::io;

use self::markdown::{Document, plain};
use super::Telling;
use super::telling::{minutes, word};
use crate::dialogue::Status;

/// Writes the report.
///
/// # Errors
/// The output cannot be written.
pub fn report(telling: &Telling<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let mut document = Document::default();
    front(telling, &mut document);
    speakers::spoken(telling, &mut document);
    items::by_theme(telling, &mut document);
    items::open(telling, &mut document);
    speakers::not_reached(telling, &mut document);
    time::spent(telling, &mut document);
    remarks(telling, &mut document);
    document.heading(2, "Proof");
    let head = telling.session.head();
    document.paragraph("The number and the hash of the last record; `plenary verify SESSION --head` holds a session against them.");
    document.paragraph(&format!("`{head}`"));
    out.write_all(document.finish().as_bytes())
}

fn front(telling: &Telling<'_>, document: &mut Document) {
    let (state, review) = (telling.state, &telling.state.review);
    document.heading(1, &plain(&review.title));
    if let Some(reason) = telling.session.health().read_only {
        document.paragraph(&format!("**This session can only be read:** {}", plain(&reason)));
    }
    if let Some(session) = &review.session {
        document.point(&format!("Session: {}", plain(session)));
    }
    document.point(&format!("State under review: {}", plain(&review.name_of(review.state_under_review))));
    let troika = review.names(&review.troika);
    if !troika.is_empty() {
        document.point(&format!("Troika: {}", plain(&troika)));
    }
    document.point(&format!("Modalities: {}", plain(&review.modalities.title)));
    let day = |moment| telling.at(moment, "%-d %B %Y, %H:%M:%S");
    if let Some(begun) = state.begun {
        document.point(&format!("Began: {} ({})", day(begun), plain(&review.time_zone)));
    }
    match (state.adjourned, state.begun) {
        (Some(adjourned), Some(begun)) => document.point(&format!("Ended: {}, after {}", day(adjourned), minutes(adjourned - begun))),
        (Some(adjourned), None) => document.point(&format!("Adjourned without having begun: {}", day(adjourned))),
        (None, _) => {
            let status = if state.status == Status::Waiting { "has not begun".to_owned() } else { format!("is {}", word(&state.status)) };
            document.point(&format!("The meeting {status}; this is how it stands on {}", day(telling.now)));
        }
    }
}

fn remarks(telling: &Telling<'_>, document: &mut Document) {
    if telling.state.notes.iter().next().is_some() {
        document.heading(2, "Remarks for the record");
        for note in telling.state.notes.iter() {
            document.point(&format!("{} {}", telling.at(note.at, "%H:%M:%S"), plain(&note.text)));
        }
    }
}
