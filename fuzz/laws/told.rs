//! Everything that is made of a session for a reader: it can be made of any session that opens, and steers no terminal.

use std::path::Path;

use plenary::export::{self, Telling};
use plenary::language::{describe, happened};
use plenary::replay::{Recording, Telling as Told};
use plenary::review::{Ms, summary};
use plenary::session::journal::look;
use plenary::session::snapshot::Snapshot;
use plenary::session::{Session, VirtualClock};

use super::assert_plain;

/// 23 January 2025, 09:00 in Geneva.
const START: i64 = 1_737_619_200_000;

/// Opens a session in which nothing is wrong, and has it told in every form and played back.
pub fn of_session(path: &Path) {
    let mut session = opened(path).expect("a session in which nothing is wrong opens");
    assert_eq!(session.health().read_only, None, "nothing is wrong with it");
    session.advance();
    is_told(&session);
    drop(session);
    is_played(path);
}

fn is_told(session: &Session) {
    serde_json::to_string(&Snapshot::of(session, "operator")).expect("a state can be written");
    summary(&session.state().review);
    // Telling of one folds all before it, so that telling of all would leave time for few inputs. What records from elsewhere
    // have in them is made harmless where it goes out: on the screen, by the shell's calls, and below.
    for record in session.dialogue().records().iter().rev().take(8) {
        describe(record, session.state());
        happened(record, session.dialogue());
    }
    let telling = Telling::of(session);
    let mut document = Vec::new();
    export::report(&telling, &mut document).expect("a report can be made");
    export::sheets(&telling, None, &mut document).expect("answer sheets can be made");
    assert_plain(&String::from_utf8(document).expect("a document is UTF-8"));
    for table in [export::turns, export::items, export::list] {
        let mut csv = Vec::new();
        table(&telling, &mut csv).expect("a table can be made");
        is_table(&String::from_utf8(csv).expect("a table is UTF-8"));
    }
}

/// Opens a session, whole or not, as `open` does.
pub fn opened(path: &Path) -> Result<Session, plenary::session::OpenError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be made");
    runtime.block_on(Session::open(path, VirtualClock::new(START)))
}

/// No cell steers a terminal; the ends of lines are those of the table or stand within quotes.
fn is_table(csv: &str) {
    assert_plain(&csv.replace("\r\n", "\n"));
}

/// It is played back in both tellings, at its beginning, in the middle and at its end.
fn is_played(path: &Path) {
    let found = look(path).expect("what opens can be looked at");
    assert_eq!(found.damage, None);
    let recording = Recording::of(found.records).expect("what opens can be played");
    assert_eq!(recording.damage, None);
    for told in [Told::Corrected, Told::AsSeen] {
        let track = recording.track(told);
        let end = track.end();
        for moment in [Ms::ZERO, Ms(end.0 / 2), end] {
            let position = track.at(moment);
            let (state, seq) = (track.state(position), track.newest(position));
            serde_json::to_string(&Snapshot::new(&state, seq, moment, None, None)).expect("a state can be written");
        }
    }
}
