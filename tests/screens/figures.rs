//! The figures: how the meeting goes on, what its time went into, and the time banks of groups.

use plenary::dialogue::{Action, Inscribe, Place, Text};
use plenary::review::{Ms, Pool};
use plenary::tui::ui::Screen;

use crate::looks;
use crate::stage::{Stage, code, has, kazakhstan, rows};

/// The sample review after so many statements with two seconds over and three seconds between them, and an answer.
fn measured(statements: usize) -> Stage {
    let mut review = kazakhstan();
    review.modalities.hard_stop = Some(Ms::seconds(95 * 60));
    let mut stage = Stage::new(review);
    stage.act(Action::Begin);
    for _ in 0..statements {
        stage.next().wait("1:23").act(Action::Done).wait("0:03");
    }
    stage.answer("justice").wait("5:00");
    stage.ui.screen = Screen::Figures;
    stage
}

#[test]
fn the_figures_of_the_meeting_and_of_what_is_to_come() {
    let mut stage = measured(20);
    let block = Inscribe {
        delegations: vec![code("KAZ")],
        kind: Some(Text::from("answer")),
        at: Some(Place::At(10)),
        time: Some(Ms::seconds(1200)),
        ..Inscribe::default()
    };
    stage.act(Action::Inscribe(block)).act(Action::Done).next().wait("0:10");
    has(&stage, 80, 24, &["Forecast", "ends ", "planned end", "12:30", "hard stop", "10:35", "behind", "mean gap, measured"]);
    has(&stage, 80, 24, &["will not be reached", "mean beyond the allotment", "2.0 s"]);
    has(&stage, 120, 40, &["Planned answer blocks", "answer in place 9", "20:00  at ", "will not be reached"]);
    has(&stage, 120, 40, &["dialogue ", "Kazakhstan ", "spoken", "between speakers", "in all", "Statement", "Answer", "WEOG"]);
    has(&stage, 200, 60, &["Officials", "Justice", "Delegations", "Malawi"]);
    looks("screen-figures", &stage);
}

#[test]
fn the_parts_of_the_time_add_up_to_the_whole_on_the_screen() {
    let mut stage = measured(3);
    stage.act(Action::Pause).wait("12.345s").act(Action::Resume).wait("0:01").act(Action::Done).act(Action::Suspend).wait("10:00");
    stage.act(Action::Reconvene).wait("0:07");
    let screen = rows(&stage.frame(200, 60)).join("\n");
    let figure = |label: &str| {
        let row = screen.lines().find(|row| row.contains(&format!(" {label} "))).unwrap_or_else(|| panic!("no {label}: {screen}"));
        let after = &row[row.find(label).unwrap() + label.len()..];
        let text = after.split_whitespace().next().unwrap();
        let (minutes, seconds) = text.split_once(':').unwrap();
        let (seconds, thousandths) = seconds.split_once('.').unwrap();
        let number = |text: &str| text.parse::<i64>().unwrap();
        number(minutes) * 60_000 + number(seconds) * 1000 + number(thousandths)
    };
    let parts: i64 = ["spoken", "paused", "between speakers", "suspended"].iter().map(|label| figure(label)).sum();
    assert_eq!(parts, figure("in all"));
    assert_eq!(figure("suspended"), 600_000);
    assert_eq!(figure("paused"), 12_345);
}

#[test]
fn after_the_meeting_it_is_said_who_was_not_reached() {
    let mut stage = measured(95);
    stage.act(Action::Adjourn).wait("1:00");
    has(&stage, 80, 24, &["The meeting", "ended", "were not reached"]);
    looks("screen-figures-adjourned", &stage);
    stage.ui.screen = Screen::Floor;
    has(&stage, 80, 24, &["ADJOURNED", "8 not reached"]);
}

#[test]
fn figures_that_do_not_fit_are_reached_with_the_arrows() {
    let mut stage = measured(40);
    has(&stage, 80, 24, &["↓ "]);
    assert!(!stage.screen(80, 24).contains("Malawi"));
    stage.ui.figures_from = 60;
    has(&stage, 80, 24, &["Malawi", "↑"]);
    stage.ui.figures_from = 9_999;
    stage.frame(80, 24);
}

#[test]
fn groups_with_time_banks_have_them_beside_the_pools() {
    let mut review = kazakhstan();
    let bank = |name: &str, seconds| Pool { name: name.to_owned(), total: Ms::seconds(seconds) };
    review.modalities.groups = vec![bank("African", 90), bank("Asia-Pacific", 900), bank("WEOG", 600)];
    let mut stage = Stage::new(review);
    stage.act(Action::Begin).next().wait("0:30");
    has(&stage, 80, 24, &["African           1:00 left"]);
    has(&stage, 120, 40, &["African ", "Asia-Pacific ", "WEOG "]);
    stage.wait("1:40").act(Action::Done).next().wait("0:10");
    // The bank of whoever speaks comes first, and an overdrawn one is said in words.
    has(&stage, 80, 24, &["MALAYSIA", "Asia-Pacific     14:50 left", "African          +0:40 over"]);
    looks("banks", &stage);
    stage.ui.screen = Screen::Figures;
    has(&stage, 120, 40, &["Groups: turns, time, bank", "+0:40"]);
}
