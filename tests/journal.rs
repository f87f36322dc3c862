//! The session on the disk: what is accepted is there, what is refused is not, and what is no session is left alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

use plenary::dialogue::{RefusalCode, Seq, Status};
use plenary::review::{Ms, load};
use plenary::session::{Press, Session, VirtualClock, folder};
use rusqlite::Connection;
use tempfile::TempDir;

/// 23 January 2025, 09:00 in Geneva.
const START: i64 = 1_737_619_200_000;

struct Place {
    folder: TempDir,
    clock: VirtualClock,
}

impl Place {
    fn new() -> Place {
        Place { folder: TempDir::new().unwrap(), clock: VirtualClock::new(START) }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("kazakhstan.plenary")
    }

    async fn create(&self) -> Session {
        let session = Session::create(self.path(), load::sample().unwrap().review, self.clock.clone()).await.unwrap();
        let files = fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let drafts: Vec<String> = files.filter(|name| name.starts_with('.')).collect();
        assert!(drafts.is_empty(), "left lying about: {drafts:?}");
        session
    }

    async fn open(&self) -> Session {
        Session::open(self.path(), self.clock.clone()).await.unwrap()
    }

    async fn refused(&self) -> String {
        match Session::open(self.path(), self.clock.clone()).await {
            Err(error) => error.to_string(),
            Ok(_) => panic!("it was opened"),
        }
    }
}

async fn type_in(session: &mut Session, lines: &[&str]) {
    for line in lines {
        let press = Press::new("operator", session);
        session.submit_line(&press, line).await.unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
}

fn tamper(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

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
    session.simulate_full_disk(true);
    let long = format!("note {}", "x".repeat(20_000));
    let press = Press::new("operator", &session);
    let before = session.state().clone();
    let refusal = session.submit_line(&press, &long).await.unwrap_err();
    assert_eq!(refusal.code, RefusalCode::NotWritten);
    assert!(refusal.sentence.contains("no room left on the disk"), "{refusal}");
    assert!(refusal.sentence.contains("nothing changed"), "{refusal}");
    assert_eq!(session.state(), &before);
    assert!(session.health().failure.is_some_and(|failure| failure.lasts && failure.sentence == refusal.sentence));

    session.simulate_full_disk(false);
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

#[tokio::test]
async fn import_reads_its_file_and_names_every_bad_line() {
    let place = Place::new();
    let mut session = place.create().await;
    session.folder = place.folder.path().to_path_buf();
    let press = Press::new("operator", &session);
    let waiting = session.state().listed().count();

    let refusal = session.submit_line(&press, "import nowhere.csv").await.unwrap_err();
    assert_eq!(refusal.code, RefusalCode::Unreadable);
    fs::write(session.folder.join("list.csv"), "Palau\nAtlantis\nKiribati\nLemuria\n").unwrap();
    let refusal = session.submit_line(&press, "import list.csv").await.unwrap_err();
    assert_eq!(refusal.code, RefusalCode::UnknownDelegation);
    assert!(refusal.sentence.contains("line 2") && refusal.sentence.contains("line 4"), "{refusal}");
    assert_eq!(session.dialogue().seq(), Seq(1));

    fs::write(session.folder.join("list.csv"), "Palau\nKiribati\n").unwrap();
    session.submit_line(&press, "import list.csv").await.unwrap();
    fs::remove_file(session.folder.join("list.csv")).unwrap();
    drop(session);
    assert_eq!(place.open().await.state().listed().count(), waiting + 2);
}

#[tokio::test]
async fn times_of_day_are_those_of_the_records() {
    let place = Place::new();
    let mut session = place.create().await;
    place.clock.pass(Ms::seconds(10));
    type_in(&mut session, &["begin"]).await;
    place.clock.pass(Ms::seconds(10));
    place.clock.step_wall(Ms::seconds(3600));
    type_in(&mut session, &["note the host's clock has been put right"]).await;
    assert_eq!(session.utc_of(Ms::ZERO), START);
    assert_eq!(session.utc_of(Ms::seconds(15)), START + 15_000);
    assert_eq!(session.utc_of(Ms::seconds(20)), START + 3_620_000);
    assert_eq!(session.utc_of(Ms::seconds(25)), START + 3_625_000);
}

#[tokio::test]
async fn a_folder_says_what_is_in_it() {
    let place = Place::new();
    let folder = place.folder.path();
    assert_eq!(folder::newest(folder), None);
    assert_eq!(folder::newest(folder.join("nowhere")), None);
    assert!(folder::list(folder.join("nowhere")).await.is_empty());

    let review = load::sample().unwrap().review;
    let mut made = Vec::new();
    for lines in [&["begin", "next"][..], &["begin", "adjourn"], &[]] {
        place.clock.pass(Ms::seconds(60));
        let path = folder::fresh(folder, &review, START);
        let mut session = Session::create(&path, review.clone(), place.clock.clone()).await.unwrap();
        place.clock.pass(Ms::seconds(60));
        type_in(&mut session, lines).await;
        made.push(path);
    }
    let names: Vec<_> = made.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["kazakhstan-2025-01-23.plenary", "kazakhstan-2025-01-23-2.plenary", "kazakhstan-2025-01-23-3.plenary"]);
    // The last to be changed is not the last to be made, nor the last by name.
    place.clock.pass(Ms::seconds(60));
    let mut first = Session::open(&made[0], place.clock.clone()).await.unwrap();
    type_in(&mut first, &["pause"]).await;
    drop(first);
    assert_eq!(folder::newest(folder), Some(made[0].clone()));

    fs::write(folder.join("zzz.plenary"), "").unwrap();
    fs::write(folder.join("minutes.txt"), "").unwrap();
    let listed = folder::list(folder).await;
    let summaries: Vec<_> = listed.iter().filter_map(|listed| listed.summary.as_ref().ok()).collect();
    assert_eq!(summaries.iter().map(|summary| summary.status).collect::<Vec<_>>(), [Status::Open, Status::Waiting, Status::Adjourned]);
    assert_eq!(summaries[0].title, "Kazakhstan");
    assert_eq!((summaries[0].records, summaries[0].length), (Seq(4), Ms::seconds(360)));
    assert_eq!(summaries[0].changed_ms, START + 420_000);
    assert_eq!(listed.len(), 4);
    assert!(listed[3].summary.as_ref().unwrap_err().to_string().contains("is empty"));
}
