//! The main job, from the keyboard, and the power cut in the middle of it.

use std::path::PathBuf;
use std::time::Duration;

use plenary::review::load;

use crate::terminal::Terminal;

/// The names of the list, in its order.
fn names() -> Vec<String> {
    let review = load::sample().unwrap_or_else(|problems| panic!("{problems}")).review;
    review.speakers.iter().map(|speaker| review.name_of(speaker.delegations[0])).collect()
}

/// What the speaker's clock says is left of 1:21.
fn seconds_left(terminal: &Terminal) -> u32 {
    let shown = terminal.shown();
    let before = shown.split(" of 1:21").next().unwrap();
    let (minutes, seconds) = before.rsplit(' ').next().unwrap().split_once(':').unwrap();
    minutes.parse::<u32>().unwrap() * 60 + seconds.parse::<u32>().unwrap()
}

fn session(folder: &std::path::Path) -> PathBuf {
    let files = std::fs::read_dir(folder.join("sessions")).unwrap().map(|file| file.unwrap().path());
    files.min_by_key(|path| path.as_os_str().len()).expect("a session was made")
}

#[test]
fn ten_speakers_three_items_a_pause_an_undo_a_power_cut_and_on() {
    let folder = tempfile::tempdir().unwrap();
    let names = names();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").see("n begin the meeting");
    terminal.press("n").see("called:");
    for name in &names[..10] {
        // Nothing is pressed twice: the next key waits until the screen offers it.
        terminal.press_until("n", &format!("done: {name}"));
    }
    terminal.press("qHow many visits in 2024? #tor @j\r").see("1 open");
    terminal.press("!ratify the second optional protocol #treat @f\r").press("+the abolition of the death penalty #death\r").press("\r");
    terminal.see("How many visits in 2024?").see("ratify the second optional").see("the abolition of the death");
    terminal.see("2 open");
    terminal.press(" ").see("PAUSED");
    terminal.press_until(" ", "SPEAKING");
    terminal.press("e").see("30 s longer").press("u").see("taken back: ");
    terminal.see("● saved 19");
    let left_before = seconds_left(&terminal);
    terminal.child.kill().unwrap();
    terminal.child.wait().unwrap();
    // The power is away until the clock must show less.
    std::thread::sleep(Duration::from_millis(1100));

    let path = session(folder.path());
    let mut terminal = Terminal::open(folder.path(), &["open", path.to_str().unwrap()]);
    terminal.see(&format!("done: {}", names[9])).see("SPEAKING").see("the clock has gone on");
    assert!(seconds_left(&terminal) < left_before, "the outage counts: {left_before} s were left\n{}", terminal.shown());
    terminal.see("● saved 19").see("93 waiting").see("How many visits in 2024?").see("2 open");
    terminal.press_until("n", &format!("done: {}", names[10]));
}

#[test]
fn the_last_session_is_offered_and_a_new_one_leaves_it_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").press("n").see("called:").press("Q").see("Nothing is lost");
    terminal.press_until("\x1b[C\r", "records are in sessions");
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("Go on with the last session?").see("2 records");
    terminal.press_until("\r", "q item").see("called:");
    drop(terminal);
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("Go on with the last session?");
    terminal.press_until("\x1b[C\r", "NOT BEGUN");
    drop(terminal);
    let sessions = std::fs::read_dir(folder.path().join("sessions")).unwrap();
    let made = sessions.filter(|file| file.as_ref().unwrap().path().extension() == Some("session".as_ref())).count();
    assert_eq!(made, 2);
}

#[test]
fn what_is_pasted_is_text_and_acts_on_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN");
    terminal.press("\x1b[200~nnnQ\r\x1b[201~").see("never taken for keys").see("NOT BEGUN");
    terminal.press("q\x1b[200~What of the list\x1b[2J\x07?\x1b[201~").see("What of the list [2J ?");
    terminal.press("\r").see("1 to assign").see("What of the list");
    terminal.press("\x1b[200~Which law\r! ratify\x1b[2J it\r\x1b[201~").see("2 understood").see("Enter log all 2 items");
    terminal.press("\r").see("2 to assign").see("ratify [2J it");
}

#[test]
fn what_is_typed_and_not_logged_outlives_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").press("qHalf a sent").see("Half a sent").press("\x1b");
    terminal.see_that("the line is closed", |screen| !screen.contains("Half a sent"));
    terminal.press("!ratify it").see("› !ratify it");
    terminal.child.kill().unwrap();
    let files = || std::fs::read_dir(folder.path().join("sessions")).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert!(files().any(|name| name.ends_with(".operator.drafts")), "{:?}", files().collect::<Vec<_>>());
    let session = files().find(|name| name.ends_with(".session")).unwrap();
    let mut terminal = Terminal::open(folder.path(), &["open", &format!("sessions/{session}")]);
    terminal.see("2 items were typed and not logged: q brings them back").press("q").see("draft · ").see("› !ratify it");
    terminal.press("\r").see("Items 1").press("\rq").see("› Half a sent").press("\r").see("Items 2").press("\r");
    terminal.see_that("the drafts are gone", |_| !files().any(|name| name.ends_with("drafts")));
}

#[test]
fn questions_that_came_in_writing_are_read_at_the_screen_and_are_given_already() {
    let folder = tempfile::tempdir().unwrap();
    let asked = "delegation,text,theme\nFRA,\"How many visits, and where?\",torture\nNorway,What of the strikes,labour\n";
    std::fs::write(folder.path().join("asked.csv"), asked).unwrap();
    std::fs::write(folder.path().join("wrong.csv"), asked.replace("torture", "tortur")).unwrap();
    let wrongs = asked.replace("torture", "tortur").replace("Norway", "Norwy");
    std::fs::write(folder.path().join("wrongs.csv"), wrongs).unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").press(":advance nowhere.csv\r").see("there is no such file").press("\x15advance wrong.csv\r");
    terminal.see("did you mean").see("nothing changed").press("\x15advance wrongs.csv\r");
    // More than one thing is wrong: each stands on its row, and the line is there again behind them.
    terminal.see("wrongs.csv was not imported, and nothing changed: 2 lines cannot be taken").see("line 2 ").see("line 3 ");
    terminal.press("\x1b").see(": advance wrongs.csv").see("1 more").press("\x15advance asked.csv\r");
    terminal.see("undo: advance: 2 questions").see("2 open").see("What of the strikes");
}
