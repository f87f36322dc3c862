//! What every document begins and ends with: which meeting it tells of and how that stands, and the head by which it can be proved.

use super::Telling;
use super::markdown::{Document, plain};
use super::telling::{minutes, word};
use crate::dialogue::Status;

/// Which meeting it is, by which rules, and how it stands at the moment of the export.
pub(super) fn meeting(telling: &Telling<'_>, document: &mut Document) {
    let (state, review) = (telling.state, &telling.state.review);
    if let Some(reason) = &telling.read_only {
        document.paragraph(&format!("**This session can only be read:** {}", plain(reason)));
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

/// The number and the hash that stand for all records.
pub(super) fn proof(telling: &Telling<'_>, document: &mut Document) {
    document.heading(2, "Proof");
    document.paragraph("The number and the hash of the last record; `plenary verify SESSION --head` holds a session against them.");
    document.paragraph(&format!("`{}`", telling.head));
}
