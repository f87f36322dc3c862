//! The list of speakers: what is special about an entry, where the meeting ends, and what the list itself is at.

use plenary::dialogue::{Action, EntryNo, EntryRef, Inscribe, Place, Text};
use plenary::review::Ms;
use plenary::tui::ui::Moved;
use ratatui::style::Modifier;

use crate::looks;
use crate::stage::{Stage, code, has, kazakhstan, rows, running};

fn entry(name: &str) -> EntryRef {
    EntryRef::Delegation(code(name))
}

/// The row of a screen in which a name stands.
fn row_of(stage: &Stage, width: u16, height: u16, name: &str) -> String {
    let rows = rows(&stage.frame(width, height));
    rows.iter().find(|row| row.contains(name)).unwrap_or_else(|| panic!("no {name} in {rows:#?}")).split('│').next().unwrap().to_owned()
}

/// A list in which nearly every entry is special.
fn special() -> Stage {
    let mut review = kazakhstan();
    let statement = review.modalities.kind("statement").unwrap().clone();
    let name = "Joint statement".to_owned();
    review.modalities.kinds.push(plenary::review::Kind { id: "joint-statement".to_owned(), name, ..statement });
    let mut stage = Stage::new(review);
    stage.act(Action::Begin).next().wait("0:20");
    let joint = ["BHS", "CPV", "COM", "ERI"].map(code).to_vec();
    stage.act(Action::Inscribe(Inscribe { delegations: joint, at: Some(Place::At(2)), ..Inscribe::default() }));
    let answer = Inscribe {
        delegations: vec![code("KAZ")],
        kind: Some(Text::from("answer")),
        at: Some(Place::At(4)),
        time: Some(Ms::seconds(1200)),
        ..Inscribe::default()
    };
    stage.act(Action::Inscribe(answer));
    let video = Inscribe {
        delegations: vec![code("KIR")],
        kind: Some(Text::from("video")),
        at: Some(Place::At(5)),
        time: Some(Ms::seconds(93)),
        ..Inscribe::default()
    };
    stage.act(Action::Inscribe(video)).act(Action::CloseList);
    let late = Inscribe {
        delegations: vec![code("TUV")],
        at: Some(Place::At(6)),
        late: Some(Text::from("the flight was late")),
        ..Inscribe::default()
    };
    stage.act(Action::Inscribe(late)).act(Action::Aside(entry("MDV"))).act(Action::Time { entry: entry("MAR"), time: Ms::seconds(60) });
    stage
}

#[test]
fn what_is_special_about_an_entry_is_said_in_its_row() {
    let stage = special();
    for (name, words) in [
        ("Maldives", &["aside"][..]),
        ("Bahamas", &["↕", " +3", "joint", "1:21"]),
        ("Kazakhstan ", &["answer", "20:00"]),
        ("Kiribati", &["video", "1:33"]),
        ("Tuvalu", &["late", "1:21"]),
        ("Morocco", &["own", "1:00"]),
    ] {
        let row = rows(&stage.frame(80, 24)).into_iter().skip(8).find(|row| row.contains(name)).unwrap_or_else(|| panic!("{name}"));
        for word in words {
            assert!(row.contains(word), "{word} is not in: {row}");
        }
    }
    has(&stage, 80, 24, &["▸   2 Malaysia", "1 aside"]);
    has(&stage, 120, 40, &["joint", "by hand", "closed by the chair at 09:00"]);
    looks("list-special", &stage);
}

#[test]
fn who_is_set_aside_is_dimmed_and_passed_over() {
    let mut stage = running("0:30");
    stage.act(Action::Aside(EntryRef::Place(1)));
    has(&stage, 80, 24, &["▸  40 Viet Nam", "39 Venezuela            1:21  aside"]);
    let frame = stage.frame(80, 24);
    let at = rows(&frame).iter().position(|row| row.contains("39 Venezuela")).unwrap();
    assert!(frame[(8, u16::try_from(at).unwrap())].modifier.contains(Modifier::DIM));
}

#[test]
fn the_reason_of_the_selected_late_entry_stands_in_the_edge() {
    let mut stage = special();
    let late = stage.dialogue.state().entries.iter().find(|entry| entry.late.is_some()).unwrap().number;
    stage.ui.entry = Some(late);
    has(&stage, 80, 24, &["late: the flight was late"]);
}

#[test]
fn where_the_meeting_ends_a_row_says_so_and_who_stands_below_is_not_reached() {
    let mut review = kazakhstan();
    review.modalities.hard_stop = Some(Ms::seconds(60 * 65));
    let mut stage = Stage::new(review);
    stage.act(Action::Begin);
    for _ in 0..40 {
        stage.next().wait("1:21");
    }
    has(&stage, 80, 24, &["─ hard stop 10:05 · 54 not reached ─", "54 not reached by 10:05"]);
    let screen = rows(&stage.frame(80, 24));
    let at = screen.iter().position(|row| row.contains("hard stop 10:05")).unwrap();
    assert!(screen[at - 1].contains("10:04") && screen[at + 1].contains("not reached │"), "{}", screen[at + 1]);
    assert!(!screen[at - 1].contains("not reached"));
    looks("list-hard-stop", &stage);
    stage.act(Action::Adjourn);
    assert!(!stage.screen(80, 24).contains("hard stop"));
    has(&stage, 80, 24, &["63 not reached"]);
}

#[test]
fn an_entry_that_was_moved_shows_from_where() {
    let mut stage = running("0:30");
    stage.act(Action::Move { entry: entry("AFG"), to: Place::At(1) });
    let moved = EntryNo(41);
    (stage.ui.entry, stage.ui.moved) = (Some(moved), vec![Moved { entry: moved, from: 3, to: 1 }]);
    let row = row_of(&stage, 80, 24, "41↕Afghanistan ");
    assert!(row.starts_with("▸  41") && row.contains("↑ was 3"), "{row}");
    looks("list-moved", &stage);
}

#[test]
fn a_swap_shows_both() {
    let mut stage = running("0:30");
    (stage.ui.swap, stage.ui.entry) = (Some(EntryNo(41)), Some(EntryNo(41)));
    has(&stage, 80, 24, &["swap Afghanistan with …"]);
    stage.ui.entry = Some(EntryNo(44));
    has(&stage, 80, 24, &["swap Afghanistan with Angola"]);
    for name in ["Afghanistan", "Angola"] {
        assert!(row_of(&stage, 80, 24, name).contains("swap"));
    }
    looks("list-swap", &stage);
}

#[test]
fn when_the_list_closes_is_said() {
    let mut review = kazakhstan();
    review.modalities.closes_after = Some(Ms::seconds(900));
    let mut stage = Stage::new(review);
    stage.act(Action::Begin).next().wait("1:00");
    has(&stage, 80, 24, &["List open", "closes by itself at 09:15"]);
    stage.wait("15:00");
    has(&stage, 80, 24, &["List closed", "closed by itself at 09:15"]);
    stage.act(Action::OpenList);
    has(&stage, 80, 24, &["List open", "opened by the chair at 09:16"]);
}
