//! The floor: who, how long, in what state, and who waits underneath.

use plenary::dialogue::Action;
use plenary::review::{AtZero, Ms};
use ratatui::style::Color;

use crate::looks;
use crate::stage::{self, Stage, has, hint, kazakhstan, running};

#[test]
fn warning_final_and_over_are_words() {
    has(&running("0:51"), 80, 24, &["WARNING", "0:30 of 1:21"]);
    has(&running("1:11"), 80, 24, &["FINAL", "0:10 of 1:21"]);
    has(&running("1:21"), 80, 24, &["FINAL", "0:00 of 1:21"]);
    has(&running("1m21.999s"), 80, 24, &["FINAL", "0:00 of 1:21"]);
    has(&running("1:22"), 80, 24, &["OVER +0:01", "+0:01 on 1:21"]);
    looks("warning", &running("0:56"));
    looks("over", &running("1:33"));
}

#[test]
fn a_clock_that_stops_at_zero_says_so() {
    let mut review = kazakhstan();
    review.modalities.at_zero = AtZero::Stop;
    let mut stage = Stage::new(review);
    stage.act(Action::Begin).next().wait("2:00");
    has(&stage, 80, 24, &["STANDS AT 0:00", "S T A N D S   A T   0:00", "0:00 of 1:21"]);
    assert!(!stage.screen(80, 24).contains("OVER"));
    looks("stands", &stage);
}

#[test]
fn paused() {
    let mut stage = running("0:30");
    stage.act(Action::Pause).wait("0:12").act(Action::Extend(Ms::seconds(30)));
    has(&stage, 80, 24, &["PAUSED", "1:21 of 1:51", "for 0:12", "0:30 added"]);
    looks("paused", &stage);
}

#[test]
fn a_point_of_order_holds_the_turn() {
    let mut stage = running("0:54");
    stage.order("BLR").wait("0:18");
    has(&stage, 80, 24, &["BELARUS", "point of order", "POINT OF ORDER", "1:42 of 2:00", "HELD UZBEKISTAN", "0:27 left"]);
    has(&stage, 120, 40, &["HELD UZBEKISTAN  statement 38 of 103", "0:27 left"]);
    looks("held", &stage);
}

#[test]
fn called_after_done() {
    let mut stage = running("0:56");
    stage.act(Action::Done).wait("0:07");
    has(&stage, 80, 24, &["called: VENEZUELA", "CALLED", "gap 0:07", "39 of 103", "gets 1:21", "after Uzbekistan  0:25 left of 1:21"]);
    has(&stage, 120, 40, &["called: VENEZUELA", "gap 0:07"]);
    looks("called", &stage);
    stage.wait("10:00");
    has(&stage, 80, 24, &["gap 10:07", "after Uzbekistan  0:25 left of 1:21"]);
    stage.next().wait("0:01");
    assert!(!stage.screen(80, 24).contains("after Uzbekistan"), "until the next start");
}

#[test]
fn what_the_clock_showed_last_stays_also_beyond_its_end() {
    let mut stage = running("1:33");
    stage.act(Action::Done).wait("0:03");
    has(&stage, 80, 24, &["after Uzbekistan  +0:12 on 1:21"]);
}

#[test]
fn suspended() {
    let mut stage = running("0:30");
    stage.act(Action::Suspend).wait("12:00");
    has(&stage, 80, 24, &["UZBEKISTAN", "SUSPENDED", "0:51 of 1:21", "10:02 "]);
    looks("suspended", &stage);
}

#[test]
fn a_pause_too_short_for_a_second_is_no_remark() {
    let mut stage = running("0:30");
    stage.act(Action::Pause).wait("0.9s").act(Action::Resume);
    assert!(!stage.screen(80, 24).contains("paused"));
    stage.act(Action::Pause).wait("0.1s").act(Action::Resume);
    has(&stage, 80, 24, &["0:01 paused"]);
}

/// The sample review with another rule for the end of a turn, a turn begun so long ago.
fn at_zero(rule: AtZero, after: &str) -> Stage {
    let mut review = kazakhstan();
    review.modalities.at_zero = rule;
    let mut stage = Stage::new(review);
    stage.theme = stage.theme.without_colours();
    stage.act(Action::Begin).next().wait(after);
    stage
}

#[test]
fn what_will_happen_at_zero_is_said_in_the_last_seconds() {
    has(&at_zero(AtZero::Stop, "1:12"), 80, 24, &["FINAL", "stands at 0:00"]);
    has(&at_zero(AtZero::Cut, "1:12"), 80, 24, &["FINAL", "is cut at 0:00"]);
    assert!(!at_zero(AtZero::GoOn, "1:12").screen(80, 24).contains("at 0:00"));
}

#[test]
fn a_turn_that_was_cut_says_so_until_the_next_begins() {
    let mut stage = at_zero(AtZero::Cut, "1:25");
    has(&stage, 80, 24, &["called: MALAYSIA", "MALAWI  C U T   0:00 left of 1:21", "gap 0:04"]);
    looks("cut", &stage);
    stage.next();
    assert!(!stage.screen(80, 24).contains("C U T"));
}

#[test]
fn without_colours_every_state_is_still_told_apart() {
    let mut stage = running("1:33");
    stage.theme = stage.theme.without_colours();
    let frame = stage.frame(80, 24);
    assert!(frame.content().iter().all(|cell| matches!(cell.fg, Color::Reset) && matches!(cell.bg, Color::Reset)));
    has(&stage, 80, 24, &["OVER +0:12"]);
}

#[test]
fn what_stands_out_at_zero_without_colours() {
    let states = [
        ("enough", at_zero(AtZero::GoOn, "0:30")),
        ("final", at_zero(AtZero::GoOn, "1:12")),
        ("zero", at_zero(AtZero::GoOn, "1:21")),
        ("over", at_zero(AtZero::GoOn, "1:33")),
        ("stands", at_zero(AtZero::Stop, "1:33")),
        ("cut", at_zero(AtZero::Cut, "1:33")),
    ];
    let mut sheet = String::new();
    for (width, height, rows) in [(80, 24, 1..7), (120, 40, 1..16), (40, 12, 1..6)] {
        for (name, stage) in &states {
            let seen = stage::reversed(&stage.frame(width, height))[rows.clone()].join("\n");
            sheet.push_str(&format!("=== {name}, {width}x{height}\n{seen}\n"));
        }
    }
    insta::assert_snapshot!("zero", sheet);
}

#[test]
fn a_second_beyond_the_end_costs_no_more_than_one_before_it() {
    let changed = |after: &str| {
        let mut stage = at_zero(AtZero::GoOn, after);
        let before = stage.frame(120, 40);
        stage.wait("0:01");
        before.diff(&stage.frame(120, 40)).len()
    };
    assert!(changed("1:33") <= changed("1:09") + 12, "{} and {} cells", changed("1:33"), changed("1:09"));
}

#[test]
fn everyone_who_waits_under_a_point_of_order_is_named_with_what_is_left() {
    let mut stage = running("0:54");
    stage.order("BLR").wait("0:10").order("CUB").wait("0:05").act(Action::Pause).order("FRA").wait("0:01");
    stage.hints.push(hint("y", "ruling"));
    let all = ["PAUSED CUBA", "1:55 left", "HELD BELARUS", "1:50 left", "HELD UZBEKISTAN", "0:27 left"];
    has(&stage, 80, 24, &all);
    has(&stage, 80, 24, &["FRANCE", "point of order", "y ruling: 1 upheld  2 dismissed  3 noted"]);
    has(&stage, 120, 40, &all);
    let screen = stage.screen(80, 24);
    let at = |words: &str| screen.find(words).unwrap();
    assert!(at("CUBA") < at("BELARUS") && at("BELARUS") < at("UZBEKISTAN"), "the one that goes on next comes first");
    looks("held-three", &stage);
    stage.order("DEU").order("CHE").order("AUT");
    has(&stage, 80, 24, &["3 more HELD"]);
}

#[test]
fn nothing_moves_when_a_second_passes() {
    let mut stage = running("0:30");
    let before = stage.frame(120, 40);
    stage.wait("0:01");
    let after = stage.frame(120, 40);
    let changed: Vec<_> = before.diff(&after).iter().map(|(x, y, _)| (*x, *y)).collect();
    assert!(!changed.is_empty() && changed.len() < 40, "{} cells: {changed:?}", changed.len());
}
