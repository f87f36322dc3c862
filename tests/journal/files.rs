//! What is no session, damaged, cut off, full or taken away.

use std::fs;

use plenary::dialogue::{RefusalCode, Seq};
use plenary::review::load;
use plenary::session::{Press, Session};

use super::*;

#[tokio::test]
async fn a_session_is_never_made_over_a_file_that_is_there() {
    let place = Place::new();
    fs::write(place.path(), "the minutes").unwrap();
    let made = Session::create(place.path(), load::sample().unwrap().review, place.clock.clone()).await;
    assert!(made.is_err_and(|error| error.to_string().contains("is there already")));
    assert_eq!(fs::read_to_string(place.path()).unwrap(), "the minutes");
    assert_eq!(fs::read_dir(place.folder.path()).unwrap().count(), 1, "nothing is left lying about");
}

#[tokio::test]
async fn a_log_that_an_older_session_left_never_gets_into_a_new_one() {
    let place = Place::new();
    let mut session = place.create().await;
    type_in(&mut session, &["begin", "next"]).await;
    let log = fs::read(place.folder.path().join("kazakhstan.plenary-wal")).unwrap();
    drop(session);
    let review = load::sample().unwrap().review;
    fs::remove_file(place.path()).unwrap();
    fs::write(place.folder.path().join("kazakhstan.plenary-wal"), log).unwrap();
    let made = Session::create(place.path(), review, place.clock.clone()).await;
    assert!(made.is_err_and(|error| error.to_string().contains("older session")));
    fs::write(place.folder.path().join("kazakhstan.plenary-wal"), "").unwrap();
    assert_eq!(place.create().await.dialogue().seq(), Seq(1));
}

#[tokio::test]
async fn what_is_no_session_is_left_alone() {
    let place = Place::new();
    let other_application = {
        let path = place.folder.path().join("other");
        tamper(&path, "CREATE TABLE records (seq INTEGER PRIMARY KEY); PRAGMA application_id = 42; PRAGMA user_version = 1;");
        fs::read(path).unwrap()
    };
    let session = {
        drop(place.create().await);
        fs::read(place.path()).unwrap()
    };
    let mut newer = session.clone();
    newer[63] = 9;
    let cases: [(&[u8], &str); 6] = [
        (b"", "is empty"),
        (b"title = \"Kazakhstan\"\n", "is not a session"),
        (&session[..60], "breaks off"),
        (&other_application, "another application"),
        (&newer, "written by a newer Plenary (format 9"),
        (&session[..2 * 4096 + 17], "cut off"),
    ];
    for (bytes, sentence) in cases {
        fs::write(place.path(), bytes).unwrap();
        let refused = place.refused().await;
        assert!(refused.contains(sentence), "{refused}");
        assert_eq!(fs::read(place.path()).unwrap(), bytes, "{sentence}: the file was touched");
    }
    fs::remove_file(place.path()).unwrap();
    assert!(place.refused().await.contains("no such file"));
    fs::create_dir(place.path()).unwrap();
    assert!(place.refused().await.contains("is a folder"));
}

#[tokio::test]
async fn a_damaged_session_opens_up_to_the_damage_for_reading() {
    let damages = [
        ("UPDATE records SET command = 'adjourn' WHERE seq = 4", "record 4: its hash does not fit"),
        ("UPDATE records SET events = '[\"began\"]' WHERE seq = 4", "record 4: its hash does not fit"),
        ("UPDATE records SET at = at + 1 WHERE seq = 4", "record 4: its hash does not fit"),
        ("UPDATE records SET hash = zeroblob(32) WHERE seq = 4", "record 4: its hash does not fit"),
        ("DELETE FROM records WHERE seq = 4", "record 4: it is missing"),
    ];
    for (sql, sentence) in damages {
        let place = Place::new();
        let mut session = place.create().await;
        type_in(&mut session, &["begin", "next", "note four", "note five"]).await;
        let three = session.dialogue().records()[..3].to_vec();
        drop(session);
        tamper(&place.path(), sql);
        let before = fs::read(place.path()).unwrap();

        let mut session = place.open().await;
        assert_eq!(session.dialogue().records(), three);
        let read_only = session.health().read_only.expect("it says so");
        assert!(read_only.contains(sentence), "{read_only}");
        let press = Press::new("operator", &session);
        let refusal = session.submit_line(&press, "note more").await.unwrap_err();
        assert_eq!(refusal.code, RefusalCode::NotWritten);
        assert!(refusal.sentence.contains(sentence), "{refusal}");
        drop(session);
        assert_eq!(fs::read(place.path()).unwrap(), before, "the file was touched");
    }
}

#[tokio::test]
async fn a_session_that_is_cut_off_opens_with_what_is_there() {
    let place = Place::new();
    let mut session = place.create().await;
    let long = format!("note {}", "x".repeat(10_000));
    type_in(&mut session, &["begin", "next", &long, &long, &long]).await;
    drop(session);
    let whole = fs::read(place.path()).unwrap();
    let cut = &whole[..whole.len() - 5_000];
    fs::write(place.path(), cut).unwrap();

    let mut session = place.open().await;
    let kept = session.dialogue().seq();
    assert!(kept >= Seq(3) && kept < Seq(6), "{kept}");
    let read_only = session.health().read_only.expect("it says so");
    assert!(read_only.contains("cut off"), "{read_only}");
    let press = Press::new("operator", &session);
    assert_eq!(session.submit_line(&press, "done").await.unwrap_err().code, RefusalCode::NotWritten);
    drop(session);
    assert_eq!(fs::read(place.path()).unwrap(), cut, "the file was touched");
}

#[tokio::test]
async fn a_full_disk_refuses_the_key_and_the_session_goes_on_when_there_is_room() {
    let place = Place::new();
    let mut session = place.create().await;
    type_in(&mut session, &["begin", "next"]).await;
    session.rehearse_full_disk();
    let long = format!("note {}", "x".repeat(20_000));
    let press = Press::new("operator", &session);
    let before = session.state().clone();
    let refusal = session.submit_line(&press, &long).await.unwrap_err();
    assert_eq!(refusal.code, RefusalCode::NotWritten);
    assert!(refusal.sentence.contains("no room left on the disk"), "{refusal}");
    assert!(refusal.sentence.contains("nothing changed"), "{refusal}");
    assert_eq!(session.state(), &before);
    assert!(session.health().failure.is_some_and(|failure| failure.lasts && failure.sentence == refusal.sentence));

    session.end_full_disk();
    assert!(session.submit_line(&press, &long).await.is_ok(), "the same key is taken once there is room");
    assert!(session.health().failure.is_some_and(|failure| !failure.lasts));
    drop(session);
    assert_eq!(place.open().await.dialogue().seq(), Seq(4));
}

#[tokio::test]
async fn a_file_that_is_taken_away_takes_no_more_records() {
    let place = Place::new();
    let mut session = place.create().await;
    fs::remove_file(place.path()).unwrap();
    let press = Press::new("operator", &session);
    let refusal = session.submit_line(&press, "begin").await.unwrap_err();
    assert_eq!(refusal.code, RefusalCode::NotWritten);
    assert!(refusal.sentence.contains("deleted, moved or replaced"), "{refusal}");
}
