//! The log of all records, and a moment that is looked at from it.

use plenary::dialogue::{Action, Seq, Sort};
use plenary::review::Ms;
use plenary::tui::ui::{Focus, Past, Screen};
use ratatui::style::Modifier;

use super::looks;
use super::stage::{Stage, has, kazakhstan, rows};

/// A statement, an item that is taken back, an end put earlier, a turn that another took the place of, one brought back.
fn stage() -> Stage {
    let mut stage = Stage::new(kazakhstan());
    stage.act(Action::Begin).wait("0:05").next().wait("0:40");
    stage.log(Sort::Question, "How many visits did the preventive mechanism make to pre-trial detention in 2024?", &["torture"], &["p"]);
    stage.wait("0:41").act(Action::Done).wait("0:12").act(Action::Back(Ms::seconds(5))).wait("0:01").next().wait("0:10");
    stage.act(Action::Undo(vec![Seq(4)])).wait("0:03");
    let by = Box::new(Action::Extend(Ms::seconds(30)));
    stage.act(Action::Extend(Ms::seconds(60))).wait("0:02").act(Action::Replace { record: Some(Seq(9)), by }).wait("0:02");
    stage.act(Action::Pause).wait("0:02").act(Action::Undo(vec![])).wait("0:02").act(Action::Redo(vec![Seq(11)])).wait("0:04");
    (stage.ui.screen, stage.ui.focus) = (Screen::Log, Focus::Records);
    stage
}

#[test]
fn the_log_says_of_every_record_when_who_what_and_what_became_of_it() {
    let mut stage = stage();
    stage.ui.record = Some(Seq(4));
    for (width, height) in [(80, 24), (120, 40)] {
        has(&stage, width, height, &["Log 13", "4 09:00:45", "ask 1: How many", "undone by 8", "5 s earlier by 6", "replaced by 10"]);
        has(
            &stage,
            width,
            height,
            &["5 s earlier: done: Malawi", "undo 4: ask 1", "in place of 9: extend", "redone by 13", "redo 11: pause"],
        );
        has(&stage, width, height, &["0:00:45 operator", "4 by operator: ask How many visits"]);
    }
    looks("log", &stage);
}

#[test]
fn what_does_not_count_is_struck_as_well_as_named() {
    let stage = stage();
    let frame = stage.frame(80, 24);
    let row_of = |words: &str| u16::try_from(rows(&frame).iter().position(|row| row.contains(words)).unwrap()).unwrap();
    let struck = |row: u16| (0..80).any(|x| frame[(x, row)].modifier.contains(Modifier::CROSSED_OUT));
    assert!(struck(row_of("undone by 8")) && struck(row_of("replaced by 10")));
    assert!(!struck(row_of("5 s earlier by 6")) && !struck(row_of("redone by 13")));
}

#[test]
fn a_long_log_is_seen_at_its_end_and_around_what_is_selected() {
    let mut stage = Stage::after(60);
    (stage.ui.screen, stage.ui.focus) = (Screen::Log, Focus::Records);
    has(&stage, 80, 24, &["Log 122", " 122 "]);
    stage.ui.record = Some(Seq(60));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("  56 09:") && screen.contains("  64 09:") && screen.contains("later"), "{screen}");
    stage.ui.record = Some(Seq(1));
    has(&stage, 80, 24, &["   1 09:00:00", "   5 09:"]);
}

#[test]
fn a_moment_that_is_looked_at_is_as_it_was_on_every_screen_and_says_so() {
    let mut stage = stage();
    let (record, state) = (Seq(4), stage.dialogue.seen_after(Seq(4)));
    stage.ui.past =
        Some(Box::new(Past { record, at: stage.dialogue.record(record).unwrap().at, says: "ask 1: How many visits".to_owned(), state }));
    for screen in [Screen::Items, Screen::Delegation, Screen::Figures, Screen::Log, Screen::Outstanding, Screen::Floor] {
        stage.ui.open(screen);
        for (width, height) in [(80, 24), (120, 40), (200, 60)] {
            has(&stage, width, height, &["AS IT WAS AT 09:00:45 · record 4: ask 1", "Esc back to now", "MALAWI", "0:41"]);
            let frame = stage.frame(width, height);
            assert!((0..width).all(|x| frame[(x, 0)].modifier.contains(Modifier::REVERSED)));
            assert!(!stage.screen(width, height).contains("Log 13"));
        }
    }
    looks("past", &stage);
    stage.ui.open(Screen::Delegation);
    looks("past_officials", &stage);
}
