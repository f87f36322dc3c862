//! A session goes on: after an outage, beside other processes, as a copy.

use std::fs;

use plenary::dialogue::{RefusalCode, Seq, Status};
use plenary::review::Ms;
use plenary::session::{Press, Session};

use super::*;

#[tokio::test]
async fn a_session_goes_on_where_it_was_with_the_outage_counted() {
    let place = Place::new();
    let mut session = place.create().await;
    type_in(&mut session, &["begin", "next"]).await;
    let before = session.dialogue().clone();
    drop(session);

    place.clock.pass(Ms::seconds(20));
    let session = place.open().await;
    assert_eq!(session.dialogue().records(), before.records());
    let turn = session.state().speaking().expect("the turn runs on");
    assert_eq!(session.state().clock(turn, session.now()).elapsed, Ms::seconds(20));
    assert_eq!(session.now(), Ms::seconds(20));
}

#[tokio::test]
async fn a_refused_command_writes_nothing() {
    let place = Place::new();
    let mut session = place.create().await;
    let press = Press::new("operator", &session);
    let refusal = session.submit_line(&press, "next").await.unwrap_err();
    assert_eq!(refusal.code, RefusalCode::MeetingNotBegun);
    let refusal = session.submit_line(&press, "fly away").await.unwrap_err();
    assert_eq!(refusal.code, RefusalCode::Usage);
    drop(session);
    assert_eq!(place.open().await.dialogue().seq(), Seq(1));
}

#[tokio::test]
async fn the_same_key_press_counts_once() {
    let place = Place::new();
    let mut session = place.create().await;
    type_in(&mut session, &["begin"]).await;
    let press = Press::new("operator", &session);
    let first = session.submit_line(&press, "next").await.unwrap();
    type_in(&mut session, &["pause"]).await;
    let again = session.submit_line(&press, "next").await.unwrap();
    assert_eq!(first, again);
    drop(session);

    // It is known after a restart, too, and in another process.
    let mut session = place.open().await;
    assert_eq!(session.submit_line(&press, "next").await.unwrap(), first);
    assert_eq!(session.dialogue().seq(), Seq(4));
}

#[tokio::test]
async fn a_record_counts_from_its_key_press_and_never_before_the_one_before_it() {
    let place = Place::new();
    let mut session = place.create().await;
    type_in(&mut session, &["begin"]).await;
    place.clock.pass(Ms(1000));
    let press = Press::new("operator", &session);
    place.clock.pass(Ms(300));
    session.submit_line(&press, "next").await.unwrap();
    let record = session.dialogue().records().last().unwrap().clone();
    assert_eq!((record.at, record.moment, record.utc_ms), (Ms(1000), Ms(1000), START + 1000));
    // The slow disk moves nothing.
    assert_eq!(session.now(), Ms(1300));

    let early = Press { at: Ms(400), ..Press::new("clerk", &session) };
    session.submit_line(&early, "note heard late").await.unwrap();
    assert_eq!(session.dialogue().records().last().unwrap().at, Ms(1000));
}

#[tokio::test]
async fn two_processes_share_a_session() {
    let place = Place::new();
    let mut one = place.create().await;
    let mut other = place.open().await;
    type_in(&mut one, &["begin", "next"]).await;
    assert_eq!(other.state().status, Status::Waiting);
    // Decided against what the first has recorded meanwhile, not against what was read last.
    type_in(&mut other, &["pause"]).await;
    assert_eq!(other.dialogue().seq(), Seq(4));
    let press = Press::new("operator", &one);
    assert_eq!(one.submit_line(&press, "pause").await.unwrap_err().code, RefusalCode::NotSpeaking);
    assert_eq!(one.dialogue().records(), other.dialogue().records());
    type_in(&mut one, &["resume"]).await;
    assert_eq!(other.catch_up().await.unwrap(), 1);
    assert_eq!(one.state(), other.state());
}

#[tokio::test]
async fn ten_at_once_become_ten_records_without_a_gap() {
    let place = Place::new();
    drop(place.create().await);
    let path = place.path();
    let seats: Vec<_> = (0..10)
        .map(|seat| {
            let (path, clock) = (path.clone(), place.clock.clone());
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
                runtime.block_on(async {
                    let mut session = Session::open(path, clock).await.unwrap();
                    let press = Press::new(format!("seat-{seat}"), &session);
                    session.submit_line(&press, &format!("note from {seat}")).await.unwrap().seq.unwrap()
                })
            })
        })
        .collect();
    let mut numbers: Vec<Seq> = seats.into_iter().map(|seat| seat.join().unwrap()).collect();
    numbers.sort();
    assert_eq!(numbers, (2..=11).map(Seq).collect::<Vec<_>>());
    let session = place.open().await;
    assert_eq!(session.state().notes.iter().count(), 10);
    assert_eq!(session.health().read_only, None);
}

#[tokio::test]
async fn a_copy_of_the_one_file_is_whole() {
    let place = Place::new();
    let mut session = place.create().await;
    type_in(&mut session, &["begin", "next", "note one"]).await;
    session.settle().await;
    let copy = place.folder.path().join("copy.plenary");
    fs::copy(place.path(), &copy).unwrap();
    let copied = Session::open(&copy, place.clock.clone()).await.unwrap();
    assert_eq!(copied.dialogue().records(), session.dialogue().records());
}

/// Case IS-02: whoever looks at the same moment sees the same clock, however much is written in between, and never more than it began with.
#[tokio::test]
async fn three_displays_of_one_clock_agree_for_ten_minutes() {
    let place = Place::new();
    let mut writing = place.create().await;
    type_in(&mut writing, &["begin", "next"]).await;
    let mut displays = [place.open().await, place.open().await, place.open().await];
    let left = |session: &Session| {
        let turn = session.state().speaking().expect("it goes on");
        session.state().clock(turn, session.now()).left
    };
    let (mut allotted, mut before) = (left(&writing), left(&writing));
    for step in 1..=600 {
        place.clock.pass(Ms(977));
        let (line, longer) = if step % 100 == 0 { ("extend 10s", Ms::seconds(10)) } else { ("note a load", Ms::ZERO) };
        type_in(&mut writing, &[line]).await;
        (allotted, before) = (allotted + longer, before + longer);
        // One looks at every record, one now and then, one only at the end.
        let looking = displays.iter_mut().zip([1, 7, 600]).filter(|(_, every)| step % every == 0 || step == 600);
        for (display, _) in looking {
            display.catch_up().await.unwrap();
            display.advance();
            assert_eq!(left(display), left(&writing));
        }
        assert!(left(&writing) <= allotted && left(&writing) == before - Ms(977));
        before = left(&writing);
    }
}
