//! What stands around a session: imports, times of day, its folder.

use std::fs;

use plenary::dialogue::{RefusalCode, Seq, Status};
use plenary::review::{Ms, load};
use plenary::session::{Press, Session, folder};

use super::*;

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
    assert_eq!(folder::newest(folder).unwrap(), None);
    assert_eq!(folder::newest(folder.join("nowhere")).unwrap(), None);
    assert!(folder::list(folder.join("nowhere")).unwrap().is_empty());

    let review = load::sample().unwrap().review;
    let mut made = Vec::new();
    for lines in [&["begin", "next"][..], &["begin", "adjourn"], &[]] {
        place.clock.pass(Ms::seconds(60));
        let path = folder::fresh(folder, "kazakhstan");
        let mut session = Session::create(&path, review.clone(), place.clock.clone()).await.unwrap();
        place.clock.pass(Ms::seconds(60));
        type_in(&mut session, lines).await;
        made.push(path);
    }
    let names: Vec<_> = made.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["kazakhstan.session", "kazakhstan-2.session", "kazakhstan-3.session"]);
    // The last to be changed is not the last to be made, nor the last by name.
    place.clock.pass(Ms::seconds(60));
    let mut first = Session::open(&made[0], place.clock.clone()).await.unwrap();
    type_in(&mut first, &["pause"]).await;
    drop(first);
    assert_eq!(folder::newest(folder).unwrap(), Some(made[0].clone()));

    fs::write(folder.join("zzz.session"), "").unwrap();
    fs::write(folder.join("minutes.txt"), "").unwrap();
    let listed = folder::list(folder).unwrap();
    let summaries: Vec<_> = listed.iter().filter_map(|listed| listed.summary.as_ref().ok()).collect();
    assert_eq!(summaries.iter().map(|summary| summary.status).collect::<Vec<_>>(), [Status::Open, Status::Waiting, Status::Adjourned]);
    assert_eq!(summaries[0].title, "Kazakhstan");
    assert_eq!((summaries[0].records, summaries[0].length), (Seq(4), Ms::seconds(360)));
    assert_eq!(summaries[0].changed_ms, START + 420_000);
    assert_eq!(listed.len(), 4);
    assert!(listed[3].summary.as_ref().unwrap_err().to_string().contains("is empty"));
}
