//! How the program ends: asked, told, or because nobody is there any more.

use std::process::Command;
use std::time::Duration;

use crate::left::{see_left_cleanly, see_verified};
use crate::terminal::{Start, Terminal};

#[test]
fn leaving_asks_says_that_nothing_is_lost_and_gives_the_terminal_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").press("Q").see("Nothing is lost").see("Stay").see("Leave");
    terminal.press("\r").press("\x1b").see_that("the question is gone", |shown| !shown.contains("Nothing is lost"));
    terminal.press("\x03").see("Nothing is lost");
    terminal.press_until("\x1b[C\r", "1 records are in sessions");
    assert_eq!(terminal.ended(Duration::from_secs(10)), Some(0));
    terminal.see_given_back();
    see_verified(folder.path());
}

#[test]
fn a_closed_terminal_ends_the_program_even_where_the_signal_is_ignored() {
    for (ignores_hang_up, controls) in [(false, true), (true, true), (true, false)] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Start { folder: folder.path(), ignores_hang_up, controls, ..Start::default() }.run();
        terminal.see("NOT BEGUN").press("n").see("called:");
        terminal.cut();
        let ended = terminal.ended(Duration::from_secs(2));
        assert!(ended.is_some(), "it still runs with the hang-up ignored: {ignores_hang_up}, controlling: {controls}");
        see_verified(folder.path());
        let mut terminal = Terminal::open(folder.path(), &[]);
        terminal.see("Go on with the last session?").see("2 records");
    }
}

#[test]
fn told_to_end_it_gives_the_terminal_back_and_the_record_is_whole() {
    for signal in ["TERM", "INT", "HUP"] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::open(folder.path(), &[]);
        terminal.see("NOT BEGUN").press("n").see("called:");
        send(&terminal, signal);
        terminal.see("2 records are in sessions");
        assert_eq!(terminal.ended(Duration::from_secs(10)), Some(0), "{signal}");
        terminal.see_given_back();
        see_verified(folder.path());
    }
}

#[test]
fn stopped_it_lends_the_terminal_and_going_on_it_draws_everything_anew() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").press("n").see("called:");
    for key in ["e", "E", "?"] {
        assert!(!terminal.is_set_as_before(), "it has the terminal");
        send(&terminal, "TSTP");
        terminal.see_given_back().see_that("the shell's screen", |shown| !shown.contains("KAZAKHSTAN"));
        see_verified(folder.path());
        // What is typed now waits for the program.
        terminal.press(key).resize(100, 30);
        send(&terminal, "CONT");
        terminal.see("● saved").press("\x1b");
    }
    terminal.resize(120, 40).press_until("n", "SPEAKING");
    see_left_cleanly(&mut terminal, folder.path());
}

fn send(terminal: &Terminal, signal: &str) {
    let process = terminal.child.process_id().unwrap().to_string();
    assert!(Command::new("kill").args(["-s", signal, &process]).status().unwrap().success());
}
