//! Keys outside every line.

use plenary::dialogue::{EntryStatus, ItemNo, Status};
use plenary::review::Ms;
use plenary::tui::input::Desk;
use plenary::tui::keymap::Keymap;

use crate::table::Table;

#[test]
fn n_begins_the_meeting_and_then_calls_one_after_the_other() {
    let mut table = Table::new();
    assert_eq!(table.hint("n"), Some("begin the meeting"));
    table.press("n");
    assert_eq!((table.state().status, table.speaker().as_str()), (Status::Open, "nobody"));
    assert_eq!(table.hint("n"), Some("next: Malawi"));
    table.wait(500).press("n");
    assert_eq!(table.speaker(), "MWI");
    assert_eq!(table.record(), ["begin", "next seen=e1"]);
    table.wait(500).press("n");
    assert_eq!(table.speaker(), "MYS");
}

#[test]
fn three_presses_within_400_ms_advance_once() {
    let mut table = Table::new();
    table.press("n").wait(1000);
    table.press("n").wait(100).press("n").wait(100).press("n");
    assert_eq!(table.speaker(), "MWI");
    assert_eq!(table.said(), "Pressed twice in 0.4 s, taken once: the next speaker");
    table.wait(200).press("n");
    assert_eq!(table.speaker(), "MYS");
}

#[test]
fn eight_quick_pauses_are_one_pause() {
    let mut table = Table::begun();
    for _ in 0..8 {
        table.press(" ").wait(40);
    }
    assert!(table.speaking().paused);
    assert_eq!(table.record().len(), 3);
}

#[test]
fn a_key_does_what_the_screen_showed() {
    let mut table = Table::begun();
    // The list changes and no frame has shown it when the key comes.
    let order = plenary::language::parse("move e2 at=end", &table.state().review).unwrap();
    let decision = table.dialogue.decide("clerk", &order, table.now).unwrap();
    let last = table.dialogue.records().last().unwrap();
    let record = plenary::dialogue::Record {
        seq: plenary::dialogue::Seq(last.seq.0 + 1),
        at: table.now,
        moment: table.now,
        seat: "clerk".into(),
        events: decision.events,
        ..(**last).clone()
    };
    table.dialogue.apply(record.into()).unwrap();
    table.press("n");
    assert_eq!(table.speaker(), "MWI");
    assert!(!table.refused().is_empty());
    table.wait(2000).press("n");
    assert_eq!(table.speaker(), "MDV");
}

#[test]
fn a_key_that_cannot_work_is_not_offered_and_says_why() {
    let mut table = Table::new();
    for (key, reason) in [
        ("d", "Nobody has the floor"),
        (" ", "Nobody has the floor"),
        ("v", "Kazakhstan does not have the floor"),
        ("u", "nothing to take back"),
        ("C", "No item is selected"),
        ("a", "Every question has its official"),
        ("J", "No speaker is selected"),
        ("o", "The meeting has not begun"),
        ("y", "The meeting has not begun"),
        ("b", "Nobody has begun or ended a turn yet"),
        ("s", "No speaker is selected"),
        ("X", "Nobody is set aside"),
        ("(", "The list is open; ) closes it"),
        ("h", "Not carried out by this version yet"),
        ("r", "works on the items, Tab goes there"),
        ("\\", "means nothing here"),
    ] {
        assert_eq!(table.hint(key), None, "{key}");
        table.press(key);
        assert!(table.refused().contains(reason), "{key}: {}", table.refused());
    }
    table.press("<Tab>J");
    assert!(table.refused().contains("works in the list, Tab goes there"), "{}", table.refused());
    assert_eq!(table.record().len(), 0);
}

#[test]
fn what_is_offered_is_accepted() {
    let mut table = Table::begun();
    for (key, says) in [("e", "30 s longer"), ("d", "done: Malawi"), ("p", "floor to Kazakhstan"), ("m", "absent: Malawi")] {
        assert_eq!(table.hint(key), Some(says));
    }
    table.press("e");
    assert_eq!(table.speaking().extension, Ms::seconds(30));
    assert_eq!(table.said(), "30 s longer");
    table.press("m");
    assert_eq!(table.speaker(), "nobody");
    assert_eq!(table.state().listed().last().unwrap().delegations[0].as_str(), "MWI");
    assert_eq!(table.hint("m"), Some("absent: Malaysia"));
}

#[test]
fn undo_names_what_it_takes_back_and_redo_brings_it_back() {
    let mut table = Table::begun();
    let undo = table.hint("u").unwrap().to_owned();
    assert!(undo.contains("Malawi"), "{undo}");
    table.press("u");
    assert_eq!(table.speaker(), "nobody");
    assert!(table.hint("U").unwrap().contains("Malawi"));
    table.press("U");
    assert_eq!(table.speaker(), "MWI");
}

#[test]
fn capital_n_takes_back_a_next_and_nothing_else() {
    let mut table = Table::begun();
    table.press("e").wait(500).press("N");
    assert!(table.refused().contains("called nobody"), "{}", table.refused());
    assert_eq!(table.speaker(), "MWI");
    table.press("u").wait(500).press("N");
    assert_eq!(table.speaker(), "nobody");
}

#[test]
fn the_selection_belongs_to_the_entry() {
    let mut table = Table::begun();
    table.press("jjj");
    let selected = table.desk.ui.entry.unwrap();
    table.press("K").press("K");
    assert_eq!(table.desk.ui.entry, Some(selected));
    assert_eq!(table.state().place_of(selected), Some(1));
    table.press("K");
    assert!(table.refused().contains("first already"), "{}", table.refused());
    table.press("w");
    assert_eq!(table.desk.ui.entry, None, "what was selected has left");
    assert_eq!(table.state().entries.get(selected).unwrap().status, EntryStatus::Withdrawn);
    assert_eq!(table.hint("W"), Some("restore Marshall Islands"));
    table.press("W");
    assert_eq!(table.state().place_of(selected), Some(1));
}

#[test]
fn the_floor_is_given_out_of_order_to_whoever_is_selected() {
    let mut table = Table::begun();
    table.press("/morocco<Enter>");
    assert_eq!(table.hint("g"), Some("floor to Morocco"));
    table.press("g");
    assert_eq!(table.speaker(), "MAR");
}

#[test]
fn leaving_asks_and_the_harmless_answer_is_preselected() {
    let mut table = Table::begun();
    table.press("Q");
    assert_eq!(table.question().answers[table.question().chosen], "Stay");
    let lines = table.question().lines.join("\n");
    assert!(lines.contains("Nothing is lost: all 3 records are on the disk"), "{lines}");
    assert!(lines.lines().any(|line| line == "plenary open sessions/x.plenary"), "the whole name is seen: {lines}");
    assert!(lines.contains("Malawi has the floor"), "{lines}");
    // What was meant for something else is no answer.
    table.press("<Right><Enter>").wait(700).press("<Right><Enter>");
    assert_eq!(table.question().chosen, 0);
    table.wait(100).press("<Enter>");
    assert!(table.desk.ui.overlay.is_none() && !table.left);
    table.press("<C-c>").wait(800).press("<Right><Enter>");
    assert!(table.left);
}

#[test]
fn escape_is_always_no_change() {
    let mut table = Table::begun();
    let before = table.record().len();
    for keys in ["Q<Esc>", ":done<Esc>", "ifra<Esc>", "qwhat<Esc>", "/fra<Esc>", "?<Esc>", "jl2m<Esc>", "<Esc>"] {
        table.press(keys);
        assert!(table.desk.ui.overlay.is_none(), "{keys}");
    }
    assert_eq!(table.record().len(), before);
    assert!(!table.left);
}

#[test]
fn a_paste_is_never_taken_for_keys() {
    let mut table = Table::begun();
    table.paste("nnn");
    assert_eq!(table.speaker(), "MWI");
    assert!(table.refused().contains("never taken for keys"));
    table.press("q").paste("What of the \u{1b}[2JNPM?\n");
    assert_eq!(table.line().input.value(), "What of the  [2JNPM?");
}

#[test]
fn while_an_official_speaks_c_marks_what_they_answer_next() {
    let mut table = Table::begun();
    table.press("qOne #detention @i<Enter>Two #torture @p<Enter>Three #police @i<Enter>Four #police @i<Enter><Enter>");
    assert_eq!(table.press("c").refused(), "No item is selected; Tab goes to the items, the arrows and j k select one");
    table.press("pvi");
    let of_internal_affairs: Vec<u32> = table.state().to_answer("internal-affairs").iter().map(|item| item.number.0).collect();
    assert_eq!(table.hint("c"), Some(format!("answered: {}", of_internal_affairs[0]).as_str()));
    table.press("ccc");
    let answered: Vec<u32> = table.state().items.iter().filter(|item| item.answer.is_some()).map(|item| item.number.0).collect();
    assert_eq!(answered, [1, 3, 4], "theirs, one after another, and nobody else's");
    assert!(table.press("c").refused().contains("No item is selected"));
}

#[test]
fn the_selection_keys_move_only_what_is_on_the_screen() {
    let mut table = Table::begun();
    table.press("j2w");
    assert!(table.refused().contains("1 goes there"), "{}", table.refused());
    assert_eq!((table.hint("2"), table.hint("Tab"), table.hint("1")), (None, None, Some("floor")));
    table.press("1<Tab>w");
    assert_eq!(table.record().last(), Some(&"withdraw e2"));
}

#[test]
fn escape_is_never_lost_and_what_came_with_it_is_not_guessed() {
    let mut table = Table::begun();
    table.press("qWhat<A-n>");
    assert!(table.desk.ui.overlay.is_none());
    assert!(table.refused().contains("press it again"), "{}", table.refused());
    table.press("<A-n>");
    assert_eq!(table.speaker(), "MWI", "a key with Alt means nothing");
    table.press("q");
    assert_eq!(table.line().input.value(), "What");
}

#[test]
fn while_a_question_is_open_no_other_key_is_offered() {
    let mut table = Table::begun();
    assert!(table.hint("n").is_some());
    table.press("Q");
    assert_eq!((table.hint("n"), table.hint("u")), (None, None));
    table.press("<Esc>");
    assert!(table.hint("n").is_some());
}

#[test]
fn before_the_meeting_and_after_it_a_refusal_names_the_key_that_helps() {
    let mut table = Table::new();
    for key in ["p", "m"] {
        assert_eq!(table.hint(key), None, "{key}");
        table.press(key);
        assert_eq!(table.refused(), "The meeting has not begun; n begins it");
    }
    table.press("n").wait(1000).press(":suspend<Enter>p");
    assert_eq!(table.refused(), "The meeting is suspended; n lets it go on");
    table.press(":adjourn<Enter>").wait(1000).press("<Right><Enter>j");
    for key in ["i", "l", "m", "p", "n"] {
        assert_eq!(table.hint(key), None, "{key}");
        table.press(key);
        assert!(table.refused().contains("u takes that back"), "{key}: {}", table.refused());
    }
}

#[test]
fn without_officials_the_floor_is_passed_to_nobody() {
    let mut review = plenary::review::load::sample().unwrap().review;
    review.officials.clear();
    let mut table = Table::of(review);
    table.press("n").wait(1000).press("p").wait(1000);
    assert_eq!(table.hint("v"), None);
    table.press("v");
    assert_eq!(table.refused(), "The review names no officials, there is nobody to pass to");
}

#[test]
fn on_a_theme_c_marks_all_that_the_official_answers_under_it() {
    let mut table = Table::begun();
    table.press("qA #police @i<Enter>B #police @i<Enter>C #detention @i<Enter>D #police @p<Enter><Enter>").wait(500).press("p").wait(1000);
    assert_eq!(table.hint("v"), Some("pass to: Internal Affairs, 3 open"));
    table.press("v<Enter>").wait(1000).press("<Tab>jkk");
    let mut at = 0;
    while table.desk.ui.theme.as_deref() != Some("police") {
        table.press("j");
        at += 1;
        assert!(at < 9, "no heading of police: {:?}", table.desk.ui);
    }
    assert_eq!(table.hint("c"), Some("answered: #police, 1 2"));
    table.press("c");
    let answered: Vec<u32> = table.state().items.iter().filter(|item| item.answer.is_some()).map(|item| item.number.0).collect();
    assert_eq!(answered, [1, 2]);
    assert_eq!(table.desk.ui.theme, None, "nothing is under it any more");
    table.press("ur");
    assert_eq!(table.hint("v"), Some("pass to: Prosecutor, 1 open"));
}

#[test]
fn while_officials_answer_the_selection_moves_among_what_their_panel_shows() {
    let mut table = Table::begun();
    table.press("qA @j<Enter>").wait(100).press("B @i #police<Enter>").wait(100).press("C<Enter>").wait(100);
    table.press("D @i #detention<Enter><Enter>").wait(500).press("p").wait(1000).press("vi").wait(1000);
    let mut seen = Vec::new();
    table.press("<Tab>");
    // The heading of the second theme stands between its items and those of the first.
    for _ in 0..5 {
        table.press("j");
        seen.extend(table.desk.ui.item);
    }
    let order = |themes: [&str; 2]| {
        let review = &table.state().review;
        themes.map(|id| review.themes.iter().position(|theme| theme.id == id).unwrap())
    };
    let [police, detention] = order(["police", "detention"]);
    let (first, second) = if police < detention { (2, 4) } else { (4, 2) };
    assert_eq!(seen, [first, second, 3, 3].map(ItemNo));
    // The screen of all items has them all, the newest first.
    table.press("<Esc>2jjjj");
    assert_eq!(table.desk.ui.item, Some(ItemNo(1)));
    table.press("<Esc>1vc").wait(500).press("a<Esc>");
    table.press("ai");
    assert_eq!(table.hint("j"), None);
    table.press("j");
    assert_eq!(table.refused(), "Nothing is to be answered here; 2 shows all items");
}

#[test]
fn sentences_name_the_operators_own_keys() {
    let own = "[anywhere]\nnext = \"PageDown\"\nundo = \"Backspace\"\npoint-of-order = \"r\"\n[items]\nin-writing = \"o\"\n";
    let mut table = Table::new();
    table.desk = Desk::new(Keymap::read(own, "keys.toml").unwrap(), "operator", "sessions/x.plenary");
    table.press("p");
    assert_eq!(table.refused(), "The meeting has not begun; PageDown begins it");
    table.press("<PageDown>").wait(1000).press("y");
    assert_eq!(table.refused(), "There is no point of order to rule upon; r takes one");
    table.press(":adjourn<Enter>").wait(1000).press("<Right><Enter>l");
    assert_eq!(table.refused(), "The meeting is over: it was adjourned, Backspace takes that back");
}
