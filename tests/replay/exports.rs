//! Exports from a key while a recording is played: files beside it, and the recording as it was.

use std::fs;

use plenary::replay::{Player, Recording, Telling};
use plenary::session::journal::look;
use plenary::tui::player::sheet;
use plenary::tui::theme::Theme;
use tempfile::TempDir;

use crate::recorded::Hand;

fn recorded() -> (TempDir, Hand, Vec<u8>) {
    let folder = TempDir::new().unwrap();
    let lines = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/format-1.jsonl")).unwrap();
    let source = folder.path().join("meeting.jsonl");
    fs::write(&source, &lines).unwrap();
    let recording = Recording::of(look(&source).unwrap().records).unwrap();
    let mut hand = Hand::of(Player::new(recording, Telling::Corrected));
    hand.deck.source = Some(source);
    (folder, hand, lines)
}

fn carry_out(hand: &mut Hand) -> String {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(hand.deck.write_wanted());
    hand.deck.message.as_ref().map_or(String::new(), |message| message.text.clone())
}

#[test]
fn an_export_is_written_beside_the_recording_and_tells_the_whole_meeting() {
    let (folder, mut hand, lines) = recorded();
    hand.press("<Home>Hreport<Enter>");
    let said = carry_out(&mut hand);
    let report = folder.path().join("meeting-report.md");
    assert!(said.starts_with(&format!("written: {}", report.display())), "{said}");
    let report = fs::read_to_string(report).unwrap();
    assert!(report.contains("\n- Ended: 23 January 2025, 09:01:44, after 1:43\n"), "{report}");
    assert!(report.contains("`65:daba7cbb710218bf3c91837984cd9f5595cec4d4d0f7686d719c2daca6289aaf`"), "{report}");
    hand.press("Hreport<Enter>");
    assert!(carry_out(&mut hand).contains("meeting-report-2.md"));
    hand.press("Hrecords<Enter>");
    carry_out(&mut hand);
    assert_eq!(fs::read(folder.path().join("meeting-records.jsonl")).unwrap(), lines);
    assert_eq!(fs::read(folder.path().join("meeting.jsonl")).unwrap(), lines, "what is played is only read");
}

#[test]
fn escape_and_what_fits_nothing_write_nothing() {
    let (folder, mut hand, _) = recorded();
    hand.press("H<Down><Esc>");
    assert_eq!(carry_out(&mut hand), "");
    hand.press("Hxyz<Enter>");
    assert_eq!(carry_out(&mut hand), "");
    let shown = sheet(&mut hand.deck, &Theme::standard(), 80, 24).unwrap().join("\n");
    assert!(shown.contains("No export fits \"xyz\"") && shown.contains(": the whole meeting"), "{shown}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
