//! Items with everything that can become of them, and whose they are.

use super::said::{agree, program};
use super::{Meeting, interruptions, review, reviews, sample};

#[tokio::test]
async fn items_with_everything_that_can_become_of_them() {
    let meeting = Meeting::of(
        sample(),
        &[
            (0, "ask before anyone has spoken"),
            (1, "begin"),
            (2, "next"),
            (5, "ask How many visits were made #torture @justice"),
            (6, "recommend Ratify the protocol by=FRA,DEU"),
            (7, "comment taken out again"),
            (8, "commend Abolition of the death penalty"),
            (9, "drop 4"),
            (10, "next"),
            (11, "ask A second question ago=5s"),
            (12, "assign 3 6 internal-affairs support=justice why=\"it is theirs\""),
            (13, "edit 3 Ratify the second protocol by=ISL turn=2"),
            (14, "assign 5 justice"),
            (15, "unassign 5"),
            (16, "note something else"),
            (17, "answer justice"),
            (20, "answered 2 3"),
            (21, "reopen 3"),
            (22, "ask taken back"),
            (23, "undo"),
            (24, "undo"),
            (25, "redo"),
        ],
    )
    .await;
    agree(&meeting);
    assert_eq!(program(&meeting)["items"].as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn items_go_along_when_the_floor_is_put_right() {
    let mut meeting = Meeting::of(
        interruptions(),
        &[(0, "begin"), (0, "next"), (10, "ask Of the first"), (20, "next"), (22, "ask Of the second"), (30, "back -5s")],
    )
    .await;
    agree(&meeting);
    assert_eq!(program(&meeting)["items"][1]["turn"], 1);
    meeting.go_on(&[(31, "undo"), (32, "retype procedural"), (33, "ask Of whoever made the statement")]).await;
    agree(&meeting);
    assert_eq!(program(&meeting)["items"][2]["turn"], 1);
    meeting.go_on(&[(34, "undo 9"), (40, "done"), (41, "ask After the second")]).await;
    agree(&meeting);
}

#[tokio::test]
async fn who_was_absent_makes_no_statement_until_the_turn_is_taken_up_again() {
    let mut meeting = Meeting::of(
        interruptions(),
        &[
            (0, "begin"),
            (0, "next"),
            (10, "next"),
            (12, "ask While called"),
            (15, "absent DEU"),
            (16, "ask Of the first"),
            (20, "again"),
            (21, "ask Of the second after all"),
        ],
    )
    .await;
    agree(&meeting);
    assert_eq!(program(&meeting)["items"][1]["turn"], 1);
    assert_eq!(program(&meeting)["items"][2]["turn"], 2);
    meeting.go_on(&[(30, "absent DEU"), (31, "ask Of the first again")]).await;
    agree(&meeting);
}

#[tokio::test]
async fn what_was_a_participants_is_the_delegations_once_and_under_its_code() {
    let mut meeting = Meeting::of(
        interruptions(),
        &[
            (0, "inscribe participant=\"World Bank\" at=top"),
            (0, "inscribe participant=\"Zonal Fund\" kind=right-of-reply"),
            (0, "begin"),
            (0, "next"),
            (5, "ask Of the bank"),
            (6, "recommend Of both by=WB,ITA"),
            (7, "comment Of others by=FRA,ZF"),
            (20, "give ZF"),
            (30, "done"),
        ],
    )
    .await;
    agree(&meeting);
    meeting.go_on(&[(30, "reconcile ZF WB")]).await;
    agree(&meeting);
    meeting.go_on(&[(31, "reconcile WB ITA")]).await;
    agree(&meeting);
    let said = program(&meeting);
    assert_eq!(said["totals"], serde_json::json!([{"delegation": "ITA", "turns": 2, "spoken_ms": 30_000}]));
    assert_eq!(said["items"][1]["delegations"], serde_json::json!(["ITA"]));
    assert_eq!(said["items"][2]["delegations"], serde_json::json!(["FRA", "ITA"]));
    // The code is free again, and whoever gets it is not the delegation.
    meeting.go_on(&[(32, "inscribe participant=\"Winter Board\""), (33, "give WB"), (40, "ask Of the board"), (45, "note last")]).await;
    agree(&meeting);
    meeting.go_on(&[(50, "undo 15"), (50, "undo 14"), (50, "undo 13"), (50, "undo 12")]).await;
    agree(&meeting);
    assert_eq!(program(&meeting)["totals"][0]["delegation"], "WB");
}

#[tokio::test]
async fn items_that_are_split_merged_promised_and_declined() {
    let mut meeting = Meeting::of(
        interruptions(),
        &[
            (0, "begin"),
            (0, "next"),
            (5, "ask One @justice by=ITA,FRA"),
            (6, "ask Two #torture @justice @foreign"),
            (10, "next"),
            (12, "ask Three"),
            (13, "split 2 And four"),
            (14, "edit 2 Two and a half by=ESP"),
            (15, "split 4 And five @foreign"),
            (16, "written 2 5"),
            (17, "decline 4 why=\"it is before the courts\""),
            (18, "answered 1"),
        ],
    )
    .await;
    agree(&meeting);
    let statuses: Vec<_> = program(&meeting)["items"].as_array().unwrap().iter().map(|item| item["status"].clone()).collect();
    assert_eq!(statuses, ["answered", "written", "noted", "declined", "written"]);
    meeting.go_on(&[(20, "merge 1 4 into=5"), (21, "merge 5 2 into=3")]).await;
    agree(&meeting);
    assert_eq!(program(&meeting)["items"][0]["delegations"], serde_json::json!(["DEU", "FRA", "ITA", "ESP"]));
    meeting.go_on(&[(22, "undo"), (23, "reopen 5")]).await;
    agree(&meeting);
}

#[tokio::test]
async fn questions_of_before_the_meeting_come_first_and_belong_to_no_turn() {
    let mut meeting = Meeting::new(review("asked-before")).await;
    agree(&meeting);
    meeting.session.folder = reviews().join("before");
    meeting
        .go_on(&[
            (0, "advance more.csv"),
            (5, "begin"),
            (5, "next"),
            (6, "ask In the room"),
            (7, "split 1 And more"),
            (8, "edit 5 Otherwise"),
        ])
        .await;
    agree(&meeting);
    let said = program(&meeting);
    assert_eq!((&said["items"][0]["number"], &said["items"][4]["turn"]), (&1.into(), &serde_json::Value::Null));
    assert_eq!((&said["items"][6]["text"], &said["items"][6]["turn"]), (&"In the room".into(), &1.into()));
}
