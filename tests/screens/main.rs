//! What a person sees: snapshots of every state at every size that matters, and that no size and no text breaks a frame.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod board;
mod exports;
mod figures;
mod floor;
mod list;
mod log;
mod previews;
#[path = "../stage/mod.rs"]
mod stage;

use plenary::dialogue::{Action, EntryNo, EntryRef, ItemNo, OfficialRef, Sort, Text, Which};
use plenary::review::Ms;
use plenary::tui::scene::Hint;
use plenary::tui::ui::{Focus, Message, Overlay, Purpose, Question, Screen};
use ratatui::style::{Color, Modifier};
use stage::lines::{prompt, prompts};
use stage::{Stage, has, hint, kazakhstan, rows, running, with_long_names};

const SIZES: [(u16, u16); 5] = [(80, 24), (120, 40), (200, 60), (40, 12), (20, 5)];

/// Snapshots of one state in every size, one file a state.
fn looks(name: &str, stage: &Stage) {
    let sheet: Vec<String> = SIZES.iter().map(|(w, h)| format!("=== {w}x{h}\n{}", stage.screen(*w, *h))).collect();
    insta::assert_snapshot!(name, sheet.join("\n"));
}

#[test]
fn before_the_meeting_begins() {
    let stage = Stage::new(kazakhstan());
    has(&stage, 80, 24, &["NOT BEGUN", "103 inscribed", "illustrative list", "▸   1 Malawi", "09:00 "]);
    assert!(!stage.screen(80, 24).contains("09:00:00"), "no seconds while nothing runs");
    looks("before", &stage);
}

#[test]
fn a_statement_with_time_left() {
    let stage = running("0:30");
    has(
        &stage,
        80,
        24,
        &["UZBEKISTAN", "SPEAKING", "0:51 of 1:21", "statement", "38 of 103", "▸  39 Venezuela", "65 waiting", "1:21 each"],
    );
    has(&stage, 80, 24, &["09:50:27", "ends 12:29", "● saved", "9 to assign", "19 open", "left"]);
    looks("running", &stage);
}

#[test]
fn adjourned() {
    let mut stage = running("0:30");
    stage.act(Action::Adjourn).wait("3:00");
    has(&stage, 80, 24, &["ADJOURNED", "38 spoke\n", "65 not reached\n", "at 09:50", "ended 09:50", "List closed · 65 not reached"]);
    assert!(!stage.screen(80, 24).contains('▸'), "nobody is next");
    has(&stage, 20, 5, &["65 not reached"]);
    looks("adjourned", &stage);
}

#[test]
fn what_could_not_be_written_stands_in_red_at_the_top() {
    let mut stage = running("0:30");
    stage.ui.not_written = Some("The disk is full: the last key changed nothing. Make room and press it again.".to_owned());
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let frame = stage.frame(width, height);
        assert!(rows(&frame)[0].starts_with(" NOT SAVED  The disk is full"));
        assert_eq!(frame[(0, 0)].fg, Color::Red);
        assert!(frame[(0, 0)].modifier.contains(Modifier::REVERSED));
    }
    has(&stage, 80, 24, &["press it again.", "UZBEKISTAN"]);
    has(&stage, 20, 5, &["NOT SAVED", "SPEAKING", "39 Venezuela"]);
    looks("not-written", &stage);
}

#[test]
fn the_state_under_review_answers() {
    let mut stage = Stage::after(37);
    stage.answer("justice").wait("2:10");
    let titles = ["KAZAKHSTAN", "Justice · 4 open of 4", "National human rights", "nobody has these", "suggests p"];
    has(&stage, 80, 24, &["KAZAKHSTAN", "answer", "67:50 of 70:00", "nobody has these"]);
    has(&stage, 120, 40, &titles);
    has(&stage, 120, 40, &["2:10 of 70:00"]);
    let screen = stage.screen(120, 40);
    let at = |words: &str| screen.find(words).unwrap();
    assert!(at("National human rights") < at("nobody has these"), "what the speaker has to answer comes first");
    looks("answering", &stage);

    stage.act(Action::Answered { which: Which::Items(vec![ItemNo(7)]), by: None }).act(Action::Official(OfficialRef::Unknown)).wait("0:01");
    has(&stage, 120, 40, &["Official not yet known"]);
    stage.act(Action::Official(OfficialRef::Named(Text::from("i")))).wait("0:30");
    has(&stage, 120, 40, &["Internal Affairs · 10 open of 10", "1 answered"]);
}

#[test]
fn an_empty_list() {
    let mut review = kazakhstan();
    review.speakers.clear();
    let mut stage = Stage::new(review);
    stage.act(Action::Begin).wait("0:05");
    has(&stage, 80, 24, &["NOBODY WAITS", "nobody waits; i inscribes", "nothing logged yet"]);
    looks("empty", &stage);
}

#[test]
fn long_and_wide_names_are_cut_and_move_nothing() {
    let mut stage = Stage::new(with_long_names());
    stage.act(Action::Begin).next().wait("0:05");
    stage.log(Sort::Question, &"法律 ".repeat(60), &[], &[]).log(Sort::Comment, "a\u{1b}]0;title\u{7}b\nc", &[], &[]);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("…") && screen.contains("statement   1 of 103") && screen.contains("法"), "{screen}");
    assert!(!screen.chars().any(|letter| letter.is_control() && letter != '\n'));
    looks("long-names", &stage);
}

#[test]
fn words_for_entries_that_are_not_like_the_others() {
    let mut stage = Stage::after(2);
    stage.act(Action::Absent(None)).act(Action::Time { entry: EntryRef::Place(1), time: Ms::seconds(120) });
    let screen = stage.screen(80, 24);
    assert!(screen.contains("▸   4 Marshall Islands     2:00"), "{screen}");
    stage.ui.entry = Some(EntryNo(3));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("▸   4 Marshall Islands"), "who is next stays in sight: {screen}");
    assert!(screen.lines().any(|row| row.contains("3 Maldives") && row.contains("absent")), "the selected entry is shown: {screen}");
}

#[test]
fn the_selection_is_reversed_from_end_to_end() {
    let mut stage = running("0:30");
    stage.ui.entry = Some(EntryNo(42));
    let frame = stage.frame(80, 24);
    let row = rows(&frame).iter().position(|row| row.contains("42 Albania")).unwrap();
    let row = u16::try_from(row).unwrap();
    assert!((0..39).all(|x| frame[(x, row)].modifier.contains(Modifier::REVERSED)));
    assert!(!frame[(5, row - 1)].modifier.contains(Modifier::REVERSED));
    stage.ui.item = Some(ItemNo(2));
    stage.ui.focus = Focus::Items;
    has(&stage, 80, 24, &["2 MYS"]);
}

#[test]
fn the_line_opens_over_the_last_rows_and_leaves_clock_and_list() {
    for (name, overlay) in prompts() {
        let mut stage = running("0:30");
        stage.ui.overlay = Some(overlay);
        has(&stage, 80, 24, &["UZBEKISTAN", "0:51 of 1:21", "▸  39 Venezuela"]);
        has(&stage, 40, 12, &["UZBEKISTAN"]);
        looks(&format!("prompt-{name}"), &stage);
    }
}

#[test]
fn the_cursor_is_always_in_sight() {
    use ratatui::Terminal;
    use ratatui::backend::{Backend, TestBackend};
    let mut stage = running("0:30");
    for typed in [String::new(), "法律".repeat(100), "x".repeat(79)] {
        stage.ui.overlay = Some(prompt(Purpose::Command, "t", &typed, &[], "", ""));
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        stage.draw_on(&mut terminal);
        let cursor = terminal.backend_mut().get_cursor_position().unwrap();
        assert!(cursor.x < 79 && cursor.y > 8, "{cursor:?}");
        let row = &rows(terminal.backend().buffer())[usize::from(cursor.y)];
        assert!(row.contains(':') && !row.contains('…'), "{row}");
    }
}

#[test]
fn a_long_text_goes_on_in_further_rows_and_the_cursor_stays_in_sight() {
    let mut stage = running("0:30");
    let words: Vec<String> = (1..60).map(|n| format!("word{n}")).collect();
    stage.ui.overlay = Some(prompt(Purpose::Capture, "39 · UZBEKISTAN", &words.join(" "), &[("@p", "Prosecutor")], "log the question", ""));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("word59") && screen.contains("word40") && !screen.contains("word10 "), "the rows around the cursor: {screen}");
    assert!(screen.contains("Enter log the question") && screen.contains("@p"), "{screen}");
    has(&stage, 80, 24, &["▸  39 Venezuela"]);
    looks("prompt-capture-long", &stage);
    use ratatui::Terminal;
    use ratatui::backend::{Backend, TestBackend};
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    stage.draw_on(&mut terminal);
    let cursor = terminal.backend_mut().get_cursor_position().unwrap();
    let row = &rows(terminal.backend().buffer())[usize::from(cursor.y)];
    assert!(
        row.contains("word59") && usize::from(cursor.x) == row.find("word59").unwrap() - "│".len() + 1 + "word59".len(),
        "{cursor:?} {row}"
    );
}

#[test]
fn a_refusal_is_said_where_the_eye_is() {
    let mut stage = running("0:30");
    stage.ui.message = Some(Message { text: "There is nothing to reopen.".to_owned(), refused: true });
    has(&stage, 80, 24, &[" ✗ There is nothing to reopen."]);
    stage.ui.overlay = Some(prompt(Purpose::Command, "Command", "again", &[], "the last turn goes on", ""));
    has(&stage, 80, 24, &["✗ There is nothing to reopen."]);
}

#[test]
fn a_refusal_that_is_longer_than_a_row_is_said_to_its_end() {
    let mut stage = running("0:30");
    let text =
        "Germany has had the floor already, and the rules of this review allow one statement to each delegation; give it by :give DEU";
    stage.ui.message = Some(Message { text: text.to_owned(), refused: true });
    let screen = rows(&stage.frame(80, 24));
    assert!(screen[22].starts_with(" ✗ Germany has had"), "{}", screen[22]);
    assert!(screen[23].starts_with("   ") && screen[23].ends_with("give it by :give DEU"), "{}", screen[23]);
    let wide = rows(&stage.frame(120, 40));
    assert!(wide[38].ends_with(":give DEU") && wide[39].contains("n next: Germany"), "{}", wide[39]);
    stage.ui.overlay = Some(prompt(Purpose::Command, "Command", "give DEU", &[], "", ""));
    has(&stage, 80, 24, &["give it by :give DEU"]);
}

#[test]
fn what_enter_would_not_do_does_not_stand_behind_its_name() {
    let mut stage = running("0:30");
    let Overlay::Prompt(mut line) = prompt(Purpose::Inscribe, "Inscribe", "germ", &[], "", "") else { unreachable!() };
    line.does = Err("Germany is in the list already".to_owned());
    stage.ui.overlay = Some(Overlay::Prompt(line));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("│ Germany is in the list already ") && !screen.contains("Enter"), "{screen}");
}

#[test]
fn keys_and_a_question() {
    let mut stage = running("0:30");
    stage.ui.overlay = Some(Overlay::Keys);
    has(&stage, 80, 24, &["Keys that work now", "next: Germany", "UZBEKISTAN", "0:51 of 1:21"]);
    looks("keys", &stage);
    stage.ui.overlay = Some(Overlay::Question(Question {
        title: "Leave?".to_owned(),
        lines: vec!["Nothing is lost: 77 records are on the disk.".to_owned(), "The clock of UZBEKISTAN runs on.".to_owned()],
        answers: vec!["stay".to_owned(), "leave".to_owned()],
        chosen: 0,
    }));
    has(&stage, 80, 24, &["Leave?", "▸ stay", "UZBEKISTAN", "0:51 of 1:21"]);
    looks("question", &stage);
}

#[test]
fn the_other_screens_keep_the_floor_where_it_is() {
    let mut stage = running("0:30");
    let floor = |stage: &Stage| stage.screen(80, 24).lines().take(7).map(str::to_owned).collect::<Vec<_>>();
    let before = floor(&stage);
    stage.ui.screen = Screen::Items;
    assert_eq!(floor(&stage), before);
    has(&stage, 80, 24, &["? How many visits did the national…", "→ p?", "to assign", "0 in writing", "0 declined"]);
    has(&stage, 120, 40, &["? How many visits did the national", "→ Internal Affairs +j"]);
    looks("screen-items", &stage);
    stage.ui.screen = Screen::Delegation;
    assert_eq!(floor(&stage), before);
    has(&stage, 80, 24, &["Delegation of Kazakhstan", "Prosecutor"]);
    looks("screen-delegation", &stage);
}

#[test]
fn hints_that_do_not_fit_fall_off_at_the_end_and_help_stays() {
    let stage = running("0:30");
    let foot = |width: u16| stage.screen(width, 24).lines().last().unwrap().to_owned();
    assert!(foot(80).starts_with(" n next: Germany  d done  space pause") && foot(80).ends_with("? keys"));
    assert!(foot(44).starts_with(" n next: Germany") && foot(44).ends_with("? keys") && !foot(44).contains("assign"));
}

#[test]
fn where_undo_takes_nothing_back_it_is_told_what_redo_brings_back() {
    let mut stage = Stage::new(kazakhstan());
    stage.hints = vec![hint("n", "next: Uzbekistan"), hint("U", "redo: 7 next: Maldives"), hint("q", "question")];
    let narrow = rows(&stage.frame(80, 24));
    assert!(narrow[22].ends_with("U redo: 7 next: Maldives"), "{}", narrow[22]);
    assert!(narrow[23].contains("n next: Uzbekistan  q question"), "{}", narrow[23]);
}

#[test]
fn with_one_row_of_keys_undo_stands_beside_the_answer_and_the_others_take_one_word() {
    let mut stage = running("0:30");
    stage.ui.message = Some(Message { text: "next: Uzbekistan".to_owned(), refused: false });
    stage.hints = vec![
        hint("n", "next: Venezuela"),
        hint("d", "done: Uzbekistan"),
        hint("m", "absent: Uzbekistan"),
        hint("u", "undo: next: Uzbekistan"),
        hint("?", "keys"),
    ];
    let narrow = rows(&stage.frame(80, 24));
    assert!(narrow[22].starts_with(" next: Uzbekistan ") && narrow[22].ends_with("u undo: next: Uzbekistan"), "{}", narrow[22]);
    assert!(narrow[23].contains("n next: Venezuela  d done  m absent "), "{}", narrow[23]);
    let wide = rows(&stage.frame(120, 40));
    assert!(wide[38].contains("d done: Uzbekistan  m absent: Uzbekistan  u undo: next: Uzbekistan"), "{}", wide[38]);
}

#[test]
fn keys_keep_their_places_also_where_the_operator_has_bound_them_otherwise() {
    let mut stage = Stage::after(37);
    stage.answer("justice").wait("2:10");
    let bound = |other: &str, hint: Hint| Hint { key: other.to_owned(), ..hint };
    stage.hints = vec![hint("n", "next: Germany"), bound("F", hint("v", "pass to an official")), bound("H", hint("?", "keys"))];
    // In another's hands `c` is no answer.
    stage.hints.push(bound("c", hint("/", "find")));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("─ F pass to an official ─") && !screen.contains("─ c find"), "{screen}");
    assert!(screen.ends_with("H keys"), "{screen}");
}

#[test]
fn a_title_that_is_too_long_does_not_push_the_segment_out() {
    let mut review = kazakhstan();
    review.title = "The former Yugoslav Republic of a very long name".to_owned();
    let mut stage = Stage::new(review);
    stage.act(Action::Begin).next();
    let top = |width: u16| stage.screen(width, 24).lines().next().unwrap().to_owned();
    assert!(top(80).starts_with(" THE FORMER YUG…  dialogue "), "{}", top(80));
    assert!(top(120).contains("LONG NA… · dialogue  09:00:00"), "{}", top(120));
    assert!(top(50).contains("dialogue"), "{}", top(50));
}
