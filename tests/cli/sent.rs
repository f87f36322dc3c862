//! A command that is sent again because no answer came is accepted once (case TQ-34).

use std::fs;
use std::process::{Command, Stdio};

use crate::{begun, plenary, stderr, stdout};

const ID: &str = "0194a1f2-7c3e-7d10-9f4b-2f6f0c9d1e11";
const OTHER: &str = "0194a1f2-7c3e-7d10-9f4b-2f6f0c9d1e12";

#[test]
fn the_second_copy_is_answered_like_the_first_and_changes_nothing() {
    let folder = begun();
    let send = |id: &str, words: &[&str]| plenary(folder.path(), &[&["do", "s.session", "--id", id], words].concat());
    let first = send(ID, &["next"]);
    assert_eq!(stdout(&first), "3  next: France\n", "{}", stderr(&first));
    // Whatever happened since: another `next` would call Germany, and nobody is left to be ended after these.
    plenary(folder.path(), &["do", "s.session", "done"]);
    let second = send(ID, &["next"]);
    assert_eq!((second.status.code(), stdout(&second)), (Some(0), "3  next: France\n".to_owned()), "{}", stderr(&second));
    let done = send(OTHER, &["next"]);
    assert_eq!(stdout(&done), "5  next: Germany\n");
    assert_eq!(stdout(&plenary(folder.path(), &["show", "s.session", "seq"])), "5\n");
    // Written with capitals it is the same id.
    assert_eq!(stdout(&send(&OTHER.to_uppercase(), &["next"])), "5  next: Germany\n");
}

#[test]
fn an_id_is_one_commands_and_no_others() {
    let folder = begun();
    let send = |arguments: &[&str]| plenary(folder.path(), &[&["do", "s.session", "--id", ID], arguments].concat());
    send(&["next"]);
    for other in [&["done"][..], &["--name", "clerk", "next"]] {
        let refused = send(other);
        assert_eq!(refused.status.code(), Some(1));
        assert!(stderr(&refused).contains("record 3's (next by operator)"), "{}", stderr(&refused));
        assert!(stderr(&refused).contains("(duplicate)"), "{}", stderr(&refused));
    }
    assert_eq!(plenary(folder.path(), &["do", "s.session", "--id", "7", "next"]).status.code(), Some(2));
    assert_eq!(stdout(&plenary(folder.path(), &["show", "s.session", "seq"])), "3\n");
}

#[test]
fn a_list_that_is_sent_again_is_not_read_again() {
    let folder = begun();
    fs::write(folder.path().join("list.csv"), "Chad\nPalau\n").unwrap();
    let send = || plenary(folder.path(), &["do", "s.session", "--id", ID, "import", "list.csv"]);
    let first = stdout(&send());
    fs::remove_file(folder.path().join("list.csv")).unwrap();
    let second = send();
    assert_eq!((second.status.code(), stdout(&second)), (Some(0), first), "{}", stderr(&second));
}

#[test]
fn of_many_copies_at_once_one_is_recorded_and_all_are_answered() {
    let folder = begun();
    let send = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
        command.args(["do", "s.session", "--id", ID, "next"]).current_dir(folder.path());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let copies: Vec<_> = (0..8).map(|_| send()).collect();
    for copy in copies {
        let answer = copy.wait_with_output().unwrap();
        assert_eq!(stdout(&answer), "3  next: France\n", "{}", stderr(&answer));
    }
    assert_eq!(stdout(&plenary(folder.path(), &["show", "s.session", "seq"])), "3\n");
    assert_eq!(plenary(folder.path(), &["verify", "s.session"]).status.code(), Some(0));
}

#[test]
fn a_refusal_names_the_records_in_the_way_as_the_screen_does() {
    let folder = begun();
    let answer = |line: &str| {
        let output = plenary(folder.path(), &[&["do", "s.session"], line.split(' ').collect::<Vec<_>>().as_slice()].concat());
        format!("{}{}", stdout(&output), stderr(&output))
    };
    assert_eq!(answer("next seen=e1"), "3  next: France\n");
    let refused = answer("undo 2");
    assert!(refused.contains("Record 3 (next: France) depends on record 2 (begin)") && !refused.contains("seen="), "{refused}");
    answer("undo 3");
    let refused = answer("undo 3");
    assert!(refused.contains("Record 3 (next: France) is taken back already"), "{refused}");
}

#[test]
fn do_says_to_a_program_which_record_it_made() {
    let folder = begun();
    let called = |arguments: &[&str]| {
        let output = plenary(folder.path(), &[&["do", "s.session", "--json"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    assert_eq!(called(&["next"]), serde_json::json!({ "seq": 3, "told": "next: France" }));
    assert_eq!(called(&["move", "DEU", "at=1"])["seq"], serde_json::Value::Null, "what stands there already is no record");
    let refused = plenary(folder.path(), &["do", "s.session", "--json", "resume"]);
    assert_eq!((refused.status.code(), stdout(&refused)), (Some(1), String::new()));
    assert!(stderr(&refused).contains("(not-paused)"), "{}", stderr(&refused));
}
