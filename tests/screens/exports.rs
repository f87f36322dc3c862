//! The exports and their files, over the last rows.

use std::path::Path;

use plenary::export::Place;
use plenary::tui::ui::{Message, Purpose};

use crate::looks;
use crate::stage::lines::prompt;
use crate::stage::{Stage, has, running};

fn shown() -> Stage {
    let mut stage = running("0:30");
    let places = Place::all(Path::new("sessions/kazakhstan-2025-01-23.plenary"), stage.dialogue.state());
    let offers = [
        ("turns", "who had the floor, when and for how long (CSV)   → kazakhstan-2025-01-23-turns-2.csv"),
        ("items", "what was asked, and what became of it (CSV)   → kazakhstan-2025-01-23-items.csv"),
        ("list", "the list as it was taken (CSV)   → kazakhstan-2025-01-23-list.csv"),
        ("report", "the report of the meeting (Markdown)   → kazakhstan-2025-01-23-report.md"),
        ("sheets", "the answer sheets of all officials (Markdown)   → kazakhstan-2025-01-23-sheets.md"),
        ("records", "every record, for another host (JSON Lines)   → kazakhstan-2025-01-23-records.jsonl"),
        ("sheet j", "Minister of Justice (Markdown)   → kazakhstan-2025-01-23-sheet-justice.md"),
        ("sheet f", "Deputy Minister of Foreign Affairs (Markdown)   → kazakhstan-2025-01-23-sheet-foreign-affairs.md"),
    ];
    let (does, keys) = ("write kazakhstan-2025-01-23-items.csv", "Enter write it   ↑↓ choose, or type its name   Esc close");
    stage.ui.overlay = Some(prompt(Purpose::Export(places), "export into sessions", "", &offers, does, keys));
    stage
}

#[test]
fn every_export_stands_beside_its_file_while_the_floor_is_seen() {
    let stage = shown();
    has(
        &stage,
        80,
        24,
        &["UZBEKISTAN", "0:51 of 1:21", "export into sessions", "who had the floor, when and for how long (CSV)", "sheet j"],
    );
    has(&stage, 120, 40, &["what was asked, and what became of it (CSV)", "sheet f"]);
    looks("exports", &stage);
}

#[test]
fn why_nothing_was_written_is_read_to_its_end() {
    let mut stage = shown();
    let text = "sessions/kazakhstan-2025-01-23-items.csv could not be written: there is no room left; free some space; nothing was \
                exported; \"plenary export\" with --out writes it elsewhere";
    stage.ui.message = Some(Message { text: text.to_owned(), refused: true });
    has(&stage, 120, 40, &["✗ sessions/kazakhstan-2025-01-23-items.csv could not be written", "with --out"]);
    has(&stage, 80, 24, &["✗ sessions/kazakhstan-2025-01-23-items.csv could not be written", "writes it elsewhere", "turns"]);
    looks("exports-not-written", &stage);
}
