//! What records are called.

use plenary::review::{Allotment, Ladder, Ms, Pool, Rung};
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
        ("edit 2 by=DEU", "edit 2: by DEU"),
        ("edit 1,2 turn=1 #assembly", "edit 1 2: #assembly"),
        ("theme 1-2 #torture", "theme 1 2: #torture"),
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
        ("undo", "undo 33"),
        ("redo", "redo 33"),
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
fn what_orders_the_list_is_called_by_what_it_did() {
    let mut room = Room::on(review());
    room.run(&["inscribe FRA", "inscribe DEU", "inscribe CIV", "inscribe NER"]);
    for (line, name, told) in [
        ("swap FRA NER", "swap France and Niger", "France is at place 4, Niger is at place 1 now"),
        ("defer DEU", "defer Germany", "Germany waits at place 4 (e2)"),
        ("move DEU at=2", "move Germany to place 2", "Germany waits at place 2 (e2)"),
        ("move DEU at=end", "move Germany to the end", "Germany waits at place 4 (e2)"),
        ("aside NER", "aside Niger", "Niger is set aside: next passes it over, release brings it back"),
        ("release NER", "release Niger", "Niger waits at place 1 (e4)"),
        ("sort alphabetical from=F", "sort alphabetical from F", "The list is in alphabetical order from F; Niger is first"),
        (
            "sort alphabetical from=kaz",
            "sort alphabetical from Kazakhstan",
            "The list is in alphabetical order from Kazakhstan; Niger is first",
        ),
        ("draw seed=4", "draw with seed 4", "The list is drawn by lot (seed 4); Niger is first"),
        ("draw seed=5 count=2", "draw 2 with seed 5", "2 are drawn by lot (seed 5); Niger is first"),
        ("close-list", "close the list", "The list is closed: it takes no more entries without late="),
        ("open-list", "open the list", "The list takes entries again"),
        ("inscribe participant=\"Nordic Council\"", "inscribe Nordic Council", "Nordic Council waits at place 5 (e5)"),
        (
            "reconcile nordic usa",
            "reconcile NC with United States",
            "Nordic Council is United States: its entries, turns and items are those of United States from the start",
        ),
        ("withdraw nordic council", "withdraw United States", "United States is out of the list; restore brings it back"),
    ] {
        room.run(&[line]);
        assert_eq!((room.last().as_str(), room.told().as_str()), (name, told), "{line}");
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
        ("adjourn", "The meeting is over; not reached: Germany"),
    ] {
        room.run(&[line]);
        assert_eq!(room.told(), sentence, "{line}");
    }
}

/// What the status line says of "begin" where three take their time out of a pool with that many minutes.
fn begun(minutes: i64) -> String {
    let mut review = review();
    let (pool, seconds) = ("dialogue".to_owned(), Ms::seconds);
    let standing = Rung::Standing { member: seconds(180), observer: seconds(120) };
    let rungs = vec![standing, Rung::Each(seconds(120)), Rung::Divide { least: seconds(45) }];
    review.modalities.pools = vec![Pool { name: pool.clone(), total: seconds(60 * minutes) }];
    review.modalities.ladder = Some(Ladder { pool: pool.clone(), rungs, changeover: Ms::ZERO });
    for kind in review.modalities.kinds.iter_mut().filter(|kind| kind.id == "statement") {
        kind.time = Allotment::Ladder;
        kind.pool = Some(pool.clone());
    }
    for delegation in &mut review.delegations {
        delegation.council_member = delegation.code.as_str() == "FRA";
    }
    let mut room = Room::on(review);
    room.run(&["inscribe FRA", "inscribe DEU", "inscribe USA", "begin"]);
    room.told()
}

#[test]
fn begin_says_which_rung_was_taken_and_why() {
    assert_eq!(begun(7), "The meeting has begun: 3:00 members, 2:00 others (rung 1 of 3; it needs 7:00 of 7:00)");
    assert_eq!(begun(6), "The meeting has begun: 2:00 each (rung 2 of 3; rung 1 needs 7:00 of 6:00)");
    assert_eq!(begun(4), "The meeting has begun: 1:20 each (rung 3 of 3; rung 2 needs 6:00 of 4:00)");
    assert_eq!(begun(2), "The meeting has begun: 0:45 each (rung 3 of 3; even that needs 2:15 of 2:00)");
}
