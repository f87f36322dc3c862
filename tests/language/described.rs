//! What records are called.

use unicode_width::UnicodeWidthStr;

use crate::fixture::review;
use crate::room::Room;

#[test]
fn records_are_called_by_what_they_did() {
    let mut room = Room::on(review());
    assert_eq!(room.last(), "open Kazakhstan");
    for (line, name) in [
        ("inscribe FRA", "inscribe France"),
        ("inscribe DEU", "inscribe Germany"),
        ("inscribe fr deu gbr kind=joint-statement", "inscribe France, Germany + 1"),
        ("inscribe CIV", "inscribe Côte d’Ivoire"),
        ("move CIV at=top", "move Côte d’Ivoire to the top"),
        ("move CIV at=after:e1", "move Côte d’Ivoire after France"),
        ("withdraw CIV", "withdraw Côte d’Ivoire"),
        ("restore CIV", "restore Côte d’Ivoire"),
        ("time e2 1:30", "time of Germany: 1:30"),
        ("begin", "begin"),
        ("next", "next: France"),
        ("pause", "pause France"),
        ("resume", "resume France"),
        ("extend 30s", "extend France by +0:30"),
        ("extend -5s", "extend France by -0:05"),
        ("ask How many visits of the mechanism #torture", "ask 1: How many visits of the mechanism"),
        ("recommend Ratify", "recommend 2: Ratify"),
        ("edit 2 by=DEU", "edit 2"),
        ("assign 1 j", "assign 1 to Minister of Justice"),
        ("unassign 1", "unassign 1"),
        ("assign 1 2 \"Supreme Court\"", "assign 1 2 to Supreme Court"),
        ("done", "done: France"),
        ("answer j", "answer: Minister of Justice"),
        ("official i", "official: Ministry of Internal Affairs"),
        ("answered 1", "answered 1 by Ministry of Internal Affairs"),
        ("reopen 1", "reopen 1"),
        ("drop 2", "drop 2"),
        ("give NER", "give: Niger"),
        ("absent", "absent: Côte d’Ivoire"),
        ("note The chair asked for silence", "note: The chair asked for silence"),
        ("undo", "undo 31"),
        ("redo", "redo 31"),
        ("segment closing", "segment closing"),
        ("suspend", "suspend"),
        ("reconvene", "reconvene"),
        ("adjourn", "adjourn"),
    ] {
        room.run(&[line]);
        assert_eq!(room.last(), name, "{line}");
    }
}

#[test]
fn a_long_text_is_cut_to_sixty_columns() {
    let mut room = Room::on(review());
    room.run(&["begin", "ask 名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名"]);
    assert!(room.last().ends_with('…'));
    assert!((58..=60).contains(&room.last().width()), "{}", room.last());
}

#[test]
fn the_status_line_says_what_is_true_now() {
    let mut room = Room::on(review());
    for (line, sentence) in [
        ("inscribe FRA", "France waits at place 1 (e1)"),
        ("inscribe DEU at=top", "Germany waits at place 1 (e2)"),
        ("move DEU at=end", "Germany waits at place 2 (e2)"),
        ("begin", "The meeting has begun"),
        ("next", "France has the floor (turn 1)"),
        ("pause", "France is paused; the clock stands"),
        ("resume", "France goes on"),
        ("extend 1:30", "France has 1:30 in all"),
        ("ask Which law", "ask 1: Which law"),
        ("done", "France has ended after 0:04"),
        ("absent", "Germany is not in the room, and waits at the end of the list"),
        ("answer", "Kazakhstan has the floor (turn 2)"),
        ("official i", "Ministry of Internal Affairs speaks"),
        ("official ?", "An official speaks who is not known yet"),
        ("adjourn", "The meeting is over"),
    ] {
        room.run(&[line]);
        assert_eq!(room.told(), sentence, "{line}");
    }
}
