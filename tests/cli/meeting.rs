//! A meeting run from the shell: divisions and shared overruns are seen before they are done, and what is true is shown.

use std::fs;

use tempfile::TempDir;

use crate::{plenary, repository, stderr, stdout};

/// A folder with a session that a scenario of that review has left behind.
fn meeting(review: &str, lines: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let review = repository().join("tests/reviews").join(review);
    fs::write(folder.path().join("m.plenary"), format!("review {}\n{lines}", review.display())).unwrap();
    let made = plenary(folder.path(), &["script", "m.plenary", "--keep", "m.session"]);
    assert_eq!(made.status.code(), Some(0), "{}{}", stdout(&made), stderr(&made));
    folder
}

/// What one accepted command prints.
fn does(folder: &TempDir, command: &[&str]) -> String {
    let done = plenary(folder.path(), &[&["do", "m.session"], command].concat());
    assert_eq!(done.status.code(), Some(0), "{command:?}: {}", stderr(&done));
    stdout(&done)
}

fn shows(folder: &TempDir) -> String {
    stdout(&plenary(folder.path(), &["show", "m.session"]))
}

#[test]
fn a_division_is_shown_first_and_then_done() {
    let folder = meeting("too-many-for-five-minutes.toml", "begin\n");
    let shown = does(&folder, &["divide", "each=30s"]);
    assert!(shown.starts_with("The figure announced: 0:30 each, for 10 who wait\n"), "{shown}");
    assert!(shown.ends_with("Nothing is changed yet; it is done with: divide each=0:30 apply\n"), "{shown}");
    assert_eq!(stdout(&plenary(folder.path(), &["show", "m.session", "seq"])), "2\n");
    assert!(shows(&folder).contains("Not reached (4): Norway, Peru, Senegal, Thailand\n"), "{}", shows(&folder));

    let equal = does(&folder, &["divide"]);
    assert!(equal.contains("The least time is 0:45: it is not applied\nNot reached (4): Norway, Peru, Senegal, Thailand\n"), "{equal}");
    let refused = plenary(folder.path(), &["do", "m.session", "divide", "apply"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("(not-allowed)"), "{}", stderr(&refused));

    let done = does(&folder, &["divide", "each=30s", "apply"]);
    assert_eq!(done, "3  divide: 0:30 each\n0:30 each from now on for all who wait without a time of their own\n");
    assert!(shows(&folder).contains("\nAllotment: 0:30 each, as announced by the chair\n"), "{}", shows(&folder));
}

#[test]
fn the_overrun_of_a_group_is_shown_first_and_then_shared() {
    let folder = meeting("three-banks.toml", "0:00 begin\nnext\n10:00 done\n");
    assert!(shows(&folder).contains("Bank WEOG: +1:40 of 8:20\n"), "{}", shows(&folder));
    let shown = does(&folder, &["redistribute", "WEOG"]);
    assert!(shown.starts_with("The overrun of WEOG: 1:40 to every group\nAfrican: 8:20 → 10:00\nWEOG: -1:40 → 0:00\n"), "{shown}");
    let done = does(&folder, &["redistribute", "WEOG", "apply"]);
    assert!(done.ends_with("The overrun of WEOG is shared: 1:40 more for each group\n"), "{done}");
    assert!(shows(&folder).contains("Bank African: 10:00 of 10:00\nBank WEOG: 0:00 of 10:00\n"), "{}", shows(&folder));
}

#[test]
fn show_has_who_is_set_aside_what_was_ruled_and_who_was_not_reached() {
    let folder = meeting("three-states.toml", "0:00 begin\nnext\n0:50 order DEU\n1:00 ruling dismissed rule 113\n1:00 done\n");
    does(&folder, &["aside", "#2"]);
    let shown = shows(&folder);
    assert!(shown.contains("\nRuling on Germany (point-of-order, turn 2): dismissed: rule 113\n"), "{shown}");
    assert!(shown.lines().any(|line| line.starts_with("    2") && line.ends_with("aside")), "{shown}");
    let over = does(&folder, &["adjourn"]);
    assert!(over.contains("The meeting is over; not reached: "), "{over}");
    assert!(shows(&folder).contains("\nNot reached (2): "), "{}", shows(&folder));
}

#[test]
fn words_of_the_shell_may_begin_with_a_hyphen_or_have_blanks() {
    let folder = meeting("three-states.toml", "0:00 begin\nnext\n0:50 done\n");
    assert_eq!(does(&folder, &["back", "5s"]), "5  5 s earlier: done: France\nFrance ended 0:05 earlier\n");
    assert_eq!(does(&folder, &["back", "-2s"]), "6  2 s later: done: France\nFrance ended 0:02 later\n");
    assert_eq!(stdout(&plenary(folder.path(), &["show", "m.session", "turns[0].spoken"])), "0:47\n");
    let entered = does(&folder, &["inscribe", "participant=Nordic Council", "at=top"]);
    assert_eq!(entered, "7  inscribe Nordic Council\nNordic Council waits at place 1 (e4)\n");
    does(&folder, &["reconcile", "nordic", "council", "SWE"]);
    assert_eq!(stdout(&plenary(folder.path(), &["show", "m.session", "list.entries[0].delegations"])), "[SWE]\n");
}
