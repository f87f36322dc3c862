//! The calls of the program: what each prints, with which exit code, and what it says where it cannot.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::{begun, plenary, repository, stderr, stdout};

#[test]
fn do_says_what_happened_and_show_says_what_is_true() {
    let folder = begun();
    let done = plenary(folder.path(), &["do", "s.session", "next"]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert_eq!(stdout(&done).lines().count(), 1);
    assert!(stdout(&done).contains("next"));
    let shown = plenary(folder.path(), &["show", "s.session", "--json"]);
    let state: Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(state["seq"], 3);
    assert_eq!(state["floor"]["delegations"][0], "FRA");
    assert_eq!(stdout(&plenary(folder.path(), &["show", "s.session", "floor.allotted"])), "1:17\n");
    assert_eq!(stdout(&plenary(folder.path(), &["show", "s.session", "--json", "floor.allotted_ms"])), "77000\n");
    let plain = stdout(&plenary(folder.path(), &["show", "s.session"]));
    assert!(plain.contains("Floor: France"), "{plain}");
    assert!(plain.contains("2 waiting"), "{plain}");
}

#[test]
fn what_was_put_right_is_said_with_what_it_was() {
    let folder = begun();
    let said = |words: &[&str]| stdout(&plenary(folder.path(), &[&["do", "s.session"], words].concat()));
    said(&["next"]);
    said(&["done"]);
    assert_eq!(said(&["undo", "3", "4"]), "5  undo 3, 4: next: France and 1 more\n");
    assert_eq!(said(&["redo"]), "6  redo 3, 4: next: France and 1 more\n");
    assert_eq!(said(&["replace", "4", "cut"]), "7  in place of 4: cut: France\n");
    assert_eq!(said(&["undo"]), "8  undo 7: in place of 4: cut: France\n");
}

#[test]
fn begin_says_what_each_gets_and_why() {
    let folder = TempDir::new().unwrap();
    let review = repository().join("config/reviews/kazakhstan-2025.toml");
    fs::write(folder.path().join("wait.plenary"), format!("review {}\nexpect status = waiting\n", review.display())).unwrap();
    plenary(folder.path(), &["script", "wait.plenary", "--keep", "k.session"]);
    let why = "1:21 each (rung 3 of 3; rung 2 needs 3:26:00 of 2:20:00)";
    assert_eq!(stdout(&plenary(folder.path(), &["do", "k.session", "begin"])), format!("2  begin: {why}\n"));
    assert!(stdout(&plenary(folder.path(), &["show", "k.session"])).contains(&format!("\nAllotment: {why}\n")));
}

#[test]
fn show_does_not_keep_quiet_about_damage() {
    let folder = begun();
    assert_eq!(stderr(&plenary(folder.path(), &["show", "s.session", "status"])), "");
    plenary(folder.path(), &["do", "s.session", "next"]);
    let connection = rusqlite::Connection::open(folder.path().join("s.session")).unwrap();
    connection.execute("UPDATE records SET command = 'done' WHERE seq = 3", []).unwrap();
    drop(connection);
    for arguments in [&["show", "s.session"][..], &["show", "s.session", "--json"], &["show", "s.session", "status"]] {
        let shown = plenary(folder.path(), arguments);
        assert!(stderr(&shown).contains("shown up to record 2"), "{}", stderr(&shown));
        assert!(stdout(&shown).contains("open"), "{}", stdout(&shown));
    }
}

#[test]
fn a_refusal_is_1_with_the_reason_and_its_code() {
    let folder = begun();
    let refused = plenary(folder.path(), &["do", "s.session", "done"]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(stdout(&refused), "");
    assert_eq!(stderr(&refused), "Nobody has the floor; \"next\" or \"give\" gives it (not-speaking)\n");
    let seq = stdout(&plenary(folder.path(), &["show", "s.session", "seq"]));
    assert_eq!(seq, "2\n");
}

#[test]
fn a_wrong_call_or_file_is_2() {
    let folder = begun();
    for arguments in [
        &["do", "s.session", "dance"][..],
        &["do", "s.session"],
        &["do", "nowhere.session", "next"],
        &["show", "nowhere.session"],
        &["show", "s.session", "floor.lefft.more["],
        &["show", "s.session", "flor"],
        &["script", "nowhere.plenary"],
        &["script"],
        &["check", "nowhere.toml"],
        &["dance"],
        &["help", "dance"],
        &["verify", "nowhere.session"],
        &["verify", "s.session", "--head", "9"],
        &["recover", "s.session"],
        &["import", "records.jsonl"],
        &["replay", "s.session"],
        &["export", "s.session", "--format", "csv"],
        &["simulate", "review.toml"],
        &["attach", "s.session", "--seat", "clerk"],
    ] {
        let output = plenary(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", stderr(&output));
        assert_ne!(stderr(&output).trim(), "", "{arguments:?} says why");
    }
    let review = repository().join("tests/reviews/three-states.toml");
    let output = plenary(folder.path(), &["do", review.to_str().unwrap(), "next"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("is a review and not a session"), "{}", stderr(&output));
}

#[test]
fn arguments_of_do_are_words_of_the_language() {
    let folder = begun();
    let accept = |arguments: &[&str]| {
        let output = plenary(folder.path(), &[&["do", "s.session"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
    };
    accept(&["next"]);
    accept(&["extend", "-30s"]);
    accept(&["--name", "clerk", "ask", "which law", "--help", "will change", "#torture"]);
    accept(&["inscribe", "Côte d’Ivoire", "late=the chair agreed", "at=top"]);
    let item = |path: &str| stdout(&plenary(folder.path(), &["show", "s.session", path]));
    assert_eq!(item("floor.allotted"), "0:47\n");
    assert_eq!(item("list.entries[0].delegations"), "[CIV]\n");
    assert_eq!(item("items[0].themes"), "[torture]\n");
    assert!(item("items[0].text").contains("which law"), "{}", item("items[0].text"));
    let undone = plenary(folder.path(), &["do", "s.session", "--name", "clerk", "undo"]);
    assert_eq!(undone.status.code(), Some(0), "{}", stderr(&undone));
    assert_eq!(item("items"), "[]\n");
    assert_eq!(item("list.waiting"), "3\n");
}

#[test]
fn a_command_that_changes_nothing_says_so() {
    let folder = begun();
    let output = plenary(folder.path(), &["do", "s.session", "move", "e1", "at=top"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), "nothing to change, nothing recorded\n");
}

#[test]
fn script_tells_what_failed_with_its_line() {
    let folder = TempDir::new().unwrap();
    let review = repository().join("tests/reviews/three-states.toml");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), format!("review {}\n{text}", review.display())).unwrap();
    write("good.plenary", "0:00 begin\n0:00 next\n0:50 expect floor.left = 0:27\n");
    write(
        "bad.plenary",
        "0:00 begin\nnext\n0:50 expect floor.left = 0:28\nexpect floor.lefft = 0:28\npause\npause\nrefuse stale pause\nrefuse stale resume\n0:20 next\n",
    );
    let output = plenary(folder.path(), &["script", "good.plenary", "bad.plenary"]);
    assert_eq!(output.status.code(), Some(1));
    let said = stdout(&output);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "ok    good.plenary");
    assert_eq!(lines[1], "FAIL  bad.plenary");
    assert_eq!(lines[2], "      bad.plenary:4: expected floor.left = 0:28, got 0:27");
    assert!(lines[3].starts_with("      bad.plenary:5: floor has no \"lefft\""), "{said}");
    assert!(lines[4].starts_with("      bad.plenary:7: \"pause\" was refused (not-speaking)"), "{said}");
    assert!(lines[5].starts_with("      bad.plenary:8: \"pause\" was refused (not-speaking) and not (stale)"), "{said}");
    assert!(lines[6].starts_with("      bad.plenary:9: \"resume\" was accepted"), "{said}");
    assert!(lines[7].starts_with("      bad.plenary:10: 0:20 is before 0:50"), "{said}");
    assert_eq!(lines[8], "1 passed, 1 failed");
    assert_eq!(plenary(folder.path(), &["script", "good.plenary"]).status.code(), Some(0));
}

#[test]
fn script_leaves_a_session_behind_only_if_asked() {
    let folder = begun();
    let shown = plenary(folder.path(), &["show", "s.session", "status"]);
    assert_eq!(stdout(&shown), "open\n");
    let state: Value = serde_json::from_slice(&plenary(folder.path(), &["show", "s.session", "--json"]).stdout).unwrap();
    assert!(state["at_ms"].as_i64().unwrap() < 3_600_000, "the session goes on from where the scenario ended");
    let again = plenary(folder.path(), &["script", "begin.plenary", "--keep", "s.session"]);
    assert_eq!(again.status.code(), Some(2), "a session that is there is never written over");
    assert_ne!(stderr(&again), "");
    let two = plenary(folder.path(), &["script", "begin.plenary", "begin.plenary", "--keep", "t.session"]);
    assert_eq!(two.status.code(), Some(2));
    let names = |folder: &Path| fs::read_dir(folder).unwrap().count();
    let before = names(folder.path());
    assert_eq!(plenary(folder.path(), &["script", "."]).status.code(), Some(0));
    assert_eq!(names(folder.path()), before);
}

#[test]
fn a_reader_that_has_had_enough_is_no_failure() {
    let folder = begun();
    let mut child = Command::new(env!("CARGO_BIN_EXE_plenary"))
        .current_dir(folder.path())
        .args(["help", "commands"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut complaint = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
    assert_eq!(complaint, "");
    assert!(child.wait().unwrap().code().is_some());
}

#[test]
fn what_is_shown_cannot_steer_the_terminal() {
    let folder = begun();
    let noted = plenary(folder.path(), &["do", "s.session", "ask", "clear \u{1b}[2J the screen \u{9b}31m"]);
    let shown = plenary(folder.path(), &["show", "s.session"]);
    for text in [stdout(&noted), stderr(&noted), stdout(&shown)] {
        assert!(!text.chars().any(|letter| letter.is_control() && letter != '\n'), "{text:?}");
    }
}

#[test]
fn check_prints_what_it_understood_or_what_is_wrong() {
    let config = repository().join("config/reviews/kazakhstan-2025.toml");
    let folder = TempDir::new().unwrap();
    let output = plenary(folder.path(), &["check", config.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let said = stdout(&output);
    for fact in ["Kazakhstan (KAZ)", "List of speakers: 103", "2:20:00", "Yerlan Sarsembayev"] {
        assert!(said.contains(fact), "{fact} is missing in\n{said}");
    }
    let text = fs::read_to_string(&config).unwrap().replacen("time-zone", "time-zon", 1);
    fs::write(folder.path().join("wrong.toml"), text).unwrap();
    let output = plenary(folder.path(), &["check", "wrong.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("time-zone"), "{}", stderr(&output));
    assert!(!stderr(&output).contains('\u{1b}'), "no colours where no terminal is");
}

#[test]
fn the_language_the_keys_and_the_completions_can_be_printed() {
    let folder = TempDir::new().unwrap();
    for (arguments, holds) in [
        (&["help", "commands"][..], "inscribe DEL"),
        (&["help"], "Usage: plenary"),
        (&["help", "do"], "SESSION"),
        (&["--help"], "Usage: plenary"),
        (&["keys"], "next"),
        (&["completions", "bash"], "plenary"),
        (&["completions", "fish"], "plenary"),
        (&["completions", "zsh"], "plenary"),
        (&["sessions"], "No sessions"),
    ] {
        let output = plenary(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        assert!(stdout(&output).contains(holds), "{arguments:?} has no {holds}:\n{}", stdout(&output));
    }
}

#[test]
fn the_screen_needs_a_terminal_and_says_so() {
    let folder = begun();
    for arguments in [&[][..], &["open", "s.session"]] {
        let output = plenary(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains("terminal"), "{}", stderr(&output));
    }
    assert!(!folder.path().join("sessions").exists(), "it says that nothing was changed");
}
