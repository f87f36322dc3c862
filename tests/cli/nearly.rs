//! A call that is nearly right: nothing is done, and the sentence says how it is written.

use std::fs;

use tempfile::TempDir;

use crate::{begun, plenary, stderr, stdout};

/// The call is refused with that exit code and a sentence that has all of this, and nothing was recorded.
#[track_caller]
fn assert_told(arguments: &[&str], code: i32, told: &[&str]) {
    let folder = begun();
    fs::write(folder.path().join("list.csv"), "Sweden\nAtlantis\nFrance\n").unwrap();
    fs::write(folder.path().join("asked.csv"), "delegation,text\n\"DEU, NLD and BEL\",Which law?\n").unwrap();
    let output = plenary(folder.path(), &[&["do", "s.session"], arguments].concat());
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}{}", stdout(&output), stderr(&output));
    let missing: Vec<&&str> = told.iter().filter(|words| !stderr(&output).contains(**words)).collect();
    assert!(missing.is_empty(), "{arguments:?} does not say {missing:?}: {}", stderr(&output));
    assert_eq!(stdout(&plenary(folder.path(), &["show", "s.session", "seq"])), "2\n", "{arguments:?} was recorded");
}

#[test]
fn an_option_behind_the_command_is_no_word_of_a_question() {
    let first = "options come first, as in plenary do s.session --name";
    assert_told(&["ask", "Which", "law", "--name", "clerk"], 2, &[first]);
    assert_told(&["note", "a remark", "--name=clerk"], 2, &["--name=clerk stands behind the command"]);
    assert_told(&["next", "--name", "clerk"], 2, &[first]);
}

#[test]
fn a_reason_of_several_words_stands_in_quotes() {
    assert_told(&["decline", "1", "why=No", "time"], 2, &["why=\"No time …\""]);
    assert_told(&["inscribe", "SWE", "late=the", "chair", "decided"], 2, &["late=\"the chair …\""]);
    assert_told(&["assign", "1", "j", "why=shared", "between", "both"], 2, &["why=\"shared between …\""]);
}

#[test]
fn every_line_of_a_list_that_cannot_be_taken_is_named() {
    let france = "line 3: France is in the list already";
    assert_told(&["import", "list.csv"], 1, &["line 2: \"Atlantis\" is not a delegation", france, "(unknown-delegation)"]);
}

#[test]
fn those_who_ask_together_have_semicolons_between_them() {
    assert_told(&["advance", "asked.csv"], 1, &["\"DEU, NLD and BEL\" is not a delegation", "write DEU; NLD; BEL"]);
}

#[test]
fn a_review_that_can_be_used_passes_with_its_warnings_told() {
    let folder = TempDir::new().unwrap();
    let review = "title = \"A\"\nstarts = 2025-01-23T09:00:00\ntime-zone = \"Europe/Zurich\"\nstate-under-review = \"KAZ\"\n\
                  modalities = \"upr-working-group\"\n[themes.water]\nname = \"Water\"\n\
                  [[officials]]\nid = \"justice\"\nhead = true\n";
    fs::write(folder.path().join("review.toml"), review).unwrap();
    let output = plenary(folder.path(), &["check", "review.toml"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("review.toml can be used"), "{}", stdout(&output));
    assert!(stderr(&output).contains("warning: nobody answers the theme \"water\""), "{}", stderr(&output));
}
