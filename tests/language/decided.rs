//! What the chair's decisions are called, what the status line says of them, and what is shown of a division before it is done.

use plenary::language::{parse, preview};
use plenary::review::{Allotment, Ladder, Ms, Pool, Review, Rung};

use crate::fixture::review;
use crate::room::Room;

/// Statements of 1:30 out of a pool; points of order interrupt, hold what they interrupt, and take 2:00.
fn chaired() -> Review {
    let mut review = review();
    for kind in &mut review.modalities.kinds {
        let of_order = kind.id == "point-of-order";
        kind.interrupts = of_order;
        kind.holds = of_order;
        kind.time = Allotment::Fixed(Ms::seconds(if of_order { 120 } else { 90 }));
        kind.pool = Some("dialogue".to_owned());
    }
    review.modalities.groups = ["African", "WEOG"].map(|name| Pool { name: name.to_owned(), total: Ms::seconds(60) }).to_vec();
    for delegation in &mut review.delegations {
        let african = ["CIV", "NER", "NGA", "GIN", "GNB"].contains(&delegation.code.as_str());
        delegation.group = Some(if african { "African" } else { "WEOG" }.to_owned());
    }
    review
}

#[test]
fn the_chairs_decisions_are_told_a_second_after_each_other() {
    let mut room = Room::on(chaired());
    room.run(&["inscribe FRA", "inscribe DEU", "begin", "next"]);
    for (line, name, told) in [
        ("back 1s", "back 0:01: record 5", "France began 0:01 earlier, with 1:28 left"),
        ("back -1s", "back -0:01: record 5", "France began 0:01 later, with 1:28 left"),
        ("order CIV", "order: Côte d’Ivoire", "Côte d’Ivoire has the floor (turn 2); France is held, with 1:27 left"),
        ("ruling upheld", "ruling upheld: Côte d’Ivoire", "Upheld: the point of order of Côte d’Ivoire"),
        ("ruling dismissed rule 113", "ruling dismissed: Côte d’Ivoire", "Dismissed: the point of order of Côte d’Ivoire (rule 113)"),
        ("done", "done: Côte d’Ivoire", "Côte d’Ivoire has ended after 0:03; France has the floor again"),
        ("back 1s", "back 0:01: record 11", "Côte d’Ivoire ended 0:01 earlier"),
        ("pause", "pause France", "France is paused; the clock stands"),
        ("back 1s", "back 0:01: record 13", "France was paused 0:01 earlier, with 1:25 left"),
        ("resume", "resume France", "France goes on"),
        ("retype point-of-order", "retype France as point-of-order", "The turn of France is a point of order now, with 1:54 left"),
        ("cut", "cut: France", "France was cut after 0:07"),
        ("again", "again: France", "France has the floor again (turn 1), with 1:53 left"),
        ("done", "done: France", "France has ended after 0:08"),
        ("bank WEOG 3m", "bank WEOG 3:00", "The bank of WEOG holds 3:00 in all"),
        ("answer ?", "answer: Kazakhstan", "Kazakhstan has the floor (turn 3)"),
    ] {
        room.run(&[line]);
        assert_eq!((room.last().as_str(), room.told().as_str()), (name, told), "{line}");
    }
}

#[test]
fn an_overrun_that_is_shared_is_told() {
    let mut room = Room::on(chaired());
    room.run(&["inscribe FRA", "begin", "next", "bank WEOG 0s", "done"]);
    let shown = shown(&room, "redistribute weog").unwrap();
    assert_eq!(
        shown,
        "The overrun of WEOG: 0:02 to every group\nAfrican: 1:00 → 1:02\nWEOG: -0:02 → 0:00\nNothing is changed yet; it is done with: redistribute weog apply"
    );
    room.run(&["redistribute weog apply"]);
    assert_eq!(room.last(), "redistribute WEOG: 0:02 to each group");
    assert_eq!(room.told(), "The overrun of WEOG is shared: 0:02 more for each group");
}

fn shown(room: &Room, line: &str) -> Option<String> {
    preview(&parse(line, &room.state().review).unwrap(), room.state(), room.now())
}

/// France, Germany and the United States wait for a pool of that many seconds; two seconds are taken off for each of them.
fn waiting(seconds: i64) -> Room {
    let mut review = review();
    let pool = "dialogue".to_owned();
    review.modalities.pools = vec![Pool { name: pool.clone(), total: Ms::seconds(seconds) }];
    let rungs = vec![Rung::Standing { member: Ms::seconds(180), observer: Ms::seconds(120) }, Rung::Divide { least: Ms::seconds(45) }];
    review.modalities.ladder = Some(Ladder { pool: pool.clone(), rungs, changeover: Ms::seconds(2) });
    for kind in review.modalities.kinds.iter_mut().filter(|kind| kind.id == "statement") {
        kind.pool = Some(pool.clone());
    }
    for delegation in &mut review.delegations {
        delegation.council_member = delegation.code.as_str() == "FRA";
    }
    let mut room = Room::on(review);
    room.run(&["inscribe FRA", "inscribe DEU", "inscribe USA", "begin"]);
    room
}

#[test]
fn a_division_is_seen_before_it_is_done() {
    let mut room = waiting(240);
    assert_eq!(
        shown(&room, "divide").unwrap().lines().collect::<Vec<_>>(),
        [
            "Equal division: 1:18 each, for 3 who wait",
            "Room for them 3:54, each change of speaker 0:02, left over 0:00",
            "The room lasts for all",
            "The ladder would give 1:18 each (rung 2)",
            "Nothing is changed yet; it is done with: divide apply",
        ]
    );
    assert_eq!(
        shown(&room, "divide each=1:30").unwrap().lines().collect::<Vec<_>>(),
        [
            "The figure announced: 1:30 each, for 3 who wait",
            "Room for them 3:54, each change of speaker 0:02, too short by 0:36",
            "Not reached (1): United States",
            "The ladder would give 1:18 each (rung 2)",
            "Nothing is changed yet; it is done with: divide each=1:30 apply",
        ]
    );
    room.run(&["divide apply"]);
    assert_eq!(room.last(), "divide: 1:18 each");
    assert_eq!(room.told(), "1:18 each from now on for all who wait without a time of their own");
    let by_the_ladder = shown(&waiting(480), "divide ladder").unwrap();
    assert!(by_the_ladder.starts_with("Rung 1 of the ladder: 3:00 members, 2:00 others, for 3 who wait\n"), "{by_the_ladder}");
}

#[test]
fn a_division_below_the_least_time_says_so_and_whom_it_would_not_reach() {
    let shown = shown(&waiting(120), "divide").unwrap();
    assert_eq!(
        shown.lines().collect::<Vec<_>>(),
        [
            "Equal division: 0:38 each, for 3 who wait",
            "Room for them 1:54, each change of speaker 0:02, left over 0:00",
            "The least time is 0:45: it is not applied",
            "Not reached (1): United States",
            "The ladder would give 0:45 each (rung 2)",
        ]
    );
}

#[test]
fn only_what_is_not_recorded_is_shown() {
    let room = waiting(240);
    for line in ["divide apply", "next", "redistribute WEOG", "redistribute WEOG apply"] {
        assert_eq!(shown(&room, line), None, "{line}");
    }
}
