//! Turns with everything that can happen on the floor and be put right afterwards.

use super::said::{agree, turn};
use super::{Meeting, interruptions, sample};

#[tokio::test]
async fn turns_with_pauses_holds_and_a_suspension() {
    let meeting = Meeting::of(
        sample(),
        &[
            (0, "begin"),
            (1, "next"),
            (11, "pause"),
            (21, "resume"),
            (31, "give DEU kind=point-of-order"),
            (36, "pause"),
            (38, "resume"),
            (41, "done"),
            (45, "suspend"),
            (145, "reconvene"),
            (150, "next"),
            (160, "pause"),
            (165, "suspend"),
            (170, "reconvene"),
            (175, "resume"),
            (180, "absent"),
            (190, "next"),
            (200, "undo"),
            (205, "answer"),
            (230, "next"),
            (240, "note a last word"),
        ],
    )
    .await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 4)["delegations"][0], "KAZ");
    assert_eq!(turn(&meeting, 4)["spoken_ms"], 25_000);
}

#[tokio::test]
async fn a_cut_turn_that_is_taken_up_again_twice_counts_only_while_it_has_the_floor() {
    let mut meeting = Meeting::of(
        interruptions(),
        &[(0, "begin"), (0, "next"), (20, "pause"), (30, "cut"), (50, "again"), (60, "done"), (70, "again"), (75, "note so far")],
    )
    .await;
    agree(&meeting);
    let first = turn(&meeting, 1);
    // 20 s, then 10 s after it was given back, then 5 s; the pause ended with the cut, the time in between is nobody's.
    assert_eq!((&first["spoken_ms"], &first["paused_ms"]), (&35_000.into(), &10_000.into()));
    assert!(first["ended_ms"].is_null() && first["outcome"].is_null(), "{first}");

    meeting.go_on(&[(80, "order DEU"), (90, "suspend"), (100, "reconvene"), (110, "done"), (115, "cut"), (120, "note over")]).await;
    agree(&meeting);
    let first = turn(&meeting, 1);
    assert_eq!((&first["spoken_ms"], &first["outcome"], &first["ended_ms"]), (&45_000.into(), &"cut".into(), &115_000.into()));
    assert_eq!(turn(&meeting, 2)["paused_ms"], 10_000);
}

#[tokio::test]
async fn a_turn_that_was_absent_and_is_there_after_all_is_a_turn() {
    let mut meeting = Meeting::of(interruptions(), &[(0, "begin"), (0, "next"), (10, "absent FRA"), (20, "note gone")]).await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 1)["outcome"], "absent");
    meeting.go_on(&[(30, "again"), (40, "note there")]).await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 1)["spoken_ms"], 20_000);
    meeting.go_on(&[(50, "undo"), (50, "undo")]).await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 1)["outcome"], "absent");
}

#[tokio::test]
async fn what_is_shifted_counts_from_its_new_moment_until_that_is_undone() {
    let mut meeting =
        Meeting::of(interruptions(), &[(0, "begin"), (10, "next"), (30, "next"), (40, "back 5s"), (41, "back 2s"), (45, "note here")])
            .await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 1)["ended_ms"], 23_000);
    assert_eq!((&turn(&meeting, 2)["began_ms"], &turn(&meeting, 2)["spoken_ms"]), (&23_000.into(), &22_000.into()));
    meeting.go_on(&[(50, "undo"), (50, "undo"), (60, "pause"), (70, "back -3s"), (70, "back 10s"), (80, "resume")]).await;
    agree(&meeting);
    assert_eq!((&turn(&meeting, 2)["began_ms"], &turn(&meeting, 2)["paused_ms"]), (&25_000.into(), &27_000.into()));
    meeting.go_on(&[(90, "undo 5"), (95, "undo"), (100, "note as it was")]).await;
    agree(&meeting);
}

#[tokio::test]
async fn a_turn_under_another_kind_holds_and_ends_what_that_kind_does() {
    let mut meeting =
        Meeting::of(interruptions(), &[(0, "begin"), (0, "next"), (20, "next"), (30, "retype point-of-order"), (35, "note held")]).await;
    agree(&meeting);
    assert_eq!((&turn(&meeting, 1)["spoken_ms"], &turn(&meeting, 1)["ended_ms"]), (&20_000.into(), &serde_json::Value::Null));
    assert_eq!(turn(&meeting, 2)["kind"], "point-of-order");
    meeting.go_on(&[(40, "retype procedural"), (50, "note runs on under it")]).await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 1)["spoken_ms"], 50_000);
    meeting.go_on(&[(60, "retype right-of-reply"), (60, "note ended by it")]).await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 1)["ended_ms"], 20_000);
    meeting.go_on(&[(70, "undo"), (70, "undo"), (80, "done"), (90, "note as before")]).await;
    agree(&meeting);
    assert_eq!((&turn(&meeting, 2)["kind"], &turn(&meeting, 1)["spoken_ms"]), (&"procedural".into(), &90_000.into()));
}

#[tokio::test]
async fn the_last_ruling_counts_with_its_words() {
    let mut meeting = Meeting::of(
        interruptions(),
        &[
            (0, "begin"),
            (0, "next"),
            (5, "order DEU"),
            (8, "ruling dismissed"),
            (9, "done"),
            (10, "ruling upheld the chair has reconsidered"),
        ],
    )
    .await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 2)["ruling"], "upheld");
    assert_eq!(turn(&meeting, 2)["ruling_text"], "the chair has reconsidered");
    meeting.go_on(&[(20, "undo")]).await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 2)["ruling"], "dismissed");
    meeting.go_on(&[(20, "undo 5")]).await;
    agree(&meeting);
    assert!(turn(&meeting, 2)["ruling"].is_null());
}

#[tokio::test]
async fn who_is_called_in_turn_ends_what_runs_and_is_whose_entry_it_is() {
    let waits = "inscribe DEU kind=point-of-order at=top";
    let mut meeting = Meeting::of(interruptions(), &[(0, "begin"), (0, "next"), (5, waits), (8, "next"), (12, "done")]).await;
    agree(&meeting);
    assert_eq!((&turn(&meeting, 1)["ended_ms"], &turn(&meeting, 2)["delegations"]), (&8_000.into(), &serde_json::json!(["DEU"])));
    meeting.go_on(&[(20, "replace 4 inscribe ITA kind=point-of-order at=top")]).await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 2)["delegations"], serde_json::json!(["ITA"]));
}

#[tokio::test]
async fn officials_pass_the_floor_within_a_turn() {
    let mut meeting = Meeting::of(
        interruptions(),
        &[(0, "begin"), (0, "answer justice"), (10, "official foreign"), (20, "back 5s"), (30, "note foreign speaks")],
    )
    .await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 1)["official"], "foreign");
    meeting.go_on(&[(40, "official ?")]).await;
    agree(&meeting);
    assert!(turn(&meeting, 1)["official"].is_null());
}

#[tokio::test]
async fn what_was_replaced_never_happened_and_what_replaced_it_did_then() {
    let mut meeting = Meeting::of(
        interruptions(),
        &[
            (0, "begin"),
            (0, "next"),
            (30, "next"),
            (32, "retype procedural"),
            (34, "back 2s"),
            (36, "replace 4 give BRA"),
            (40, "note here"),
        ],
    )
    .await;
    agree(&meeting);
    let second = turn(&meeting, 2);
    // The other kind was that of what never happened; the moment stays.
    assert_eq!((&second["delegations"][0], &second["kind"], &second["began_ms"]), (&"BRA".into(), &"statement".into(), &28_000.into()));
    meeting.go_on(&[(50, "retype procedural"), (60, "note under it")]).await;
    agree(&meeting);
    assert_eq!(turn(&meeting, 1)["spoken_ms"], 60_000);
    meeting.go_on(&[(70, "undo 9"), (71, "undo 7"), (80, "note as before")]).await;
    agree(&meeting);
    assert_eq!((&turn(&meeting, 2)["delegations"][0], &turn(&meeting, 2)["kind"]), (&"DEU".into(), &"procedural".into()));
}
