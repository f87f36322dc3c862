//! The input line: commands, finding, inscribing, officials, time.

use plenary::dialogue::{ItemNo, Status};
use plenary::review::Ms;

use crate::table::Table;

#[test]
fn the_command_line_says_what_enter_will_do_or_why_not() {
    let mut table = Table::begun();
    table.press(":ext");
    assert!(table.line().offers.iter().any(|offer| offer.label == "extend"), "{:?}", table.line().offers);
    table.press("<Tab>");
    assert_eq!(table.line().input.value(), "extend ");
    table.press("30");
    assert!(table.does_not().contains("30s"), "{}", table.does_not());
    table.press("s");
    assert_eq!(table.does(), "extend 0:30");
    table.press("<Enter>");
    assert!(table.desk.ui.overlay.is_none());
    assert_eq!(table.speaking().extension, Ms::seconds(30));
    assert_eq!(table.record().last(), Some(&"extend 30s"));
}

#[test]
fn a_refused_command_stays_in_the_line() {
    let mut table = Table::begun();
    table.press(":resume<Enter>");
    assert_eq!(table.line().input.value(), "resume");
    assert!(!table.refused().is_empty());
    table.press("<C-u>pause<Enter>");
    assert!(table.speaking().paused);
}

#[test]
fn earlier_commands_come_back_with_the_arrow() {
    let mut table = Table::begun();
    table.press(":pause<Enter>").wait(500).press(":resume<Enter>").wait(500);
    table.press(":<Up><Up>");
    assert_eq!(table.line().input.value(), "pause");
    table.press("<Down>");
    assert_eq!(table.line().input.value(), "resume");
}

#[test]
fn adjourning_asks_first() {
    let mut table = Table::begun();
    table.press(":adjourn<Enter>");
    assert!(table.question().title.contains("End the meeting"));
    assert!(table.question().lines.join("\n").contains("102 on the list"));
    table.wait(800).press("<Enter>");
    assert_eq!(table.state().status, Status::Open);
    assert!(table.desk.ui.overlay.is_none());
    table.press(":adjourn<Enter>").wait(800).press("<Tab><Enter>");
    assert_eq!(table.state().status, Status::Adjourned);
}

#[test]
fn the_floor_goes_on_from_inside_every_line() {
    let mut table = Table::begun();
    table.press("qWhat of it<C-n>");
    assert_eq!(table.speaker(), "MYS");
    assert_eq!(table.line().input.value(), "What of it");
    assert_eq!(table.hint("Ctrl-n"), Some("next: Maldives"));
    table.wait(500).press("<C-d>");
    assert_eq!(table.speaker(), "nobody");
    assert_eq!(table.line().input.value(), "What of it");
}

#[test]
fn inscribing_takes_letters_at_once_and_enter_takes_the_first() {
    let mut table = Table::begun();
    table.press("icote");
    assert_eq!(table.line().offers[0].label, "CIV");
    let review = table.state().review.clone();
    let is_absent = |code| !table.state().listed().any(|entry| entry.delegations.contains(&code)) && table.speaker() != code.to_string();
    let absent = review.delegations.iter().find(|one| is_absent(one.code) && one.code != review.state_under_review).unwrap();
    table.press(&format!("<Esc>i{}", absent.name.to_lowercase()));
    assert_eq!(table.does(), format!("inscribe {}", absent.short));
    table.press("<Enter>");
    assert!(table.state().listed().any(|entry| entry.delegations[0] == absent.code), "{}", table.said());
}

#[test]
fn inscribing_twice_is_said_before_enter() {
    let mut table = Table::begun();
    table.press("imalaysia");
    assert!(table.line().offers[0].detail.contains("on the list at 1"), "{:?}", table.line().offers[0]);
    let reason = table.does_not().to_owned();
    table.press("<Enter>");
    assert_eq!(table.refused(), reason);
}

#[test]
fn a_handle_assigns_without_enter_and_the_oldest_question_comes_first() {
    let mut table = Table::begun();
    table.press("qOne<Enter>").wait(100).press("Two<Enter><Enter>");
    table.press("a");
    assert!(table.line().title.contains("1 MWI ? One"), "{}", table.line().title);
    table.press("i");
    let one = table.state().item(ItemNo(1)).unwrap();
    assert_eq!(one.lead.as_deref(), Some("internal-affairs"));
    table.press("a");
    assert!(table.line().title.contains("2 MWI ? Two"), "{}", table.line().title);
    table.press(" labo<Enter>");
    assert_eq!(table.state().item(ItemNo(2)).unwrap().lead.as_deref(), Some("labour"));
    assert_eq!(table.hint("a"), None);
}

#[test]
fn a_second_official_supports_the_first() {
    let mut table = Table::begun();
    table.press("qOne @j<Enter><Enter><Tab>jAi");
    let one = table.state().item(ItemNo(1)).unwrap();
    assert_eq!((one.lead.as_deref(), one.support[0].as_ref()), (Some("justice"), "internal-affairs"));
    table.press("c");
    assert_eq!(table.state().item_counts().answered, 1);
    table.press("C");
    assert_eq!(table.state().item_counts().answered, 0);
}

#[test]
fn passing_to_an_official_counts_from_the_key_that_opened_the_line() {
    let mut table = Table::begun();
    table.press("p").wait(5000).press("v").wait(3000).press("i");
    let turn = table.speaking();
    assert_eq!(turn.passes.len(), 2);
    assert_eq!(turn.passes[1].official.as_deref(), Some("internal-affairs"));
    assert_eq!(turn.passes[1].began, table.now - Ms(3000));
}

#[test]
fn an_entry_is_given_its_own_time() {
    let mut table = Table::begun();
    table.press("jl30");
    assert!(table.does_not().contains("30 what?"), "{}", table.does_not());
    table.press("s<Enter>");
    assert_eq!(table.state().listed().next().unwrap().time, Some(Ms::seconds(30)));
}

#[test]
fn finding_selects_and_changes_nothing() {
    let mut table = Table::begun();
    table.press("qAbout the NPM<Enter><Enter>").press("/npm<Enter>");
    assert_eq!(table.desk.ui.item, Some(ItemNo(1)));
    table.press("/turk<Enter>");
    let entry = table.state().entries.get(table.desk.ui.entry.unwrap()).unwrap();
    assert_eq!(entry.delegations[0].as_str(), "TUR");
}
