//! One frame of the operator's screen, out of a full session: 195 entries and 2,000 items; and the board with 10,000.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../tests/stage/mod.rs"]
mod stage;

use std::sync::Arc;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use plenary::dialogue::{Action, Dialogue, Event as Happened, Record, Seq, Sort, Text};
use plenary::review::{Inscribed, Ms};
use plenary::tui::input::Desk;
use plenary::tui::keymap::Keymap;
use plenary::tui::scene::{Scene, WallTime};
use plenary::tui::theme::Theme;
use plenary::tui::ui::{Focus, Overlay, Screen, Ui};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use stage::{Stage, kazakhstan};

fn main() {
    divan::main();
}

fn full() -> Stage {
    with_items(21)
}

/// So many items out of each of 97 statements.
fn with_items(each: usize) -> Stage {
    let mut review = kazakhstan();
    review.speakers = review.delegations.iter().map(|one| Inscribed { delegations: vec![one.code], kind: None, time: None }).collect();
    let mut stage = Stage::new(review);
    stage.act(Action::Begin);
    let says = [
        (Sort::Question, "How many visits did the national preventive mechanism make to pre-trial detention?", "torture", "prosecutor"),
        (Sort::Recommendation, "ratify the second optional protocol to the ICCPR", "treaties", "foreign-affairs"),
        (Sort::Question, "Which shelters are open to victims of domestic violence in rural areas?", "violence-against-women", ""),
    ];
    for _ in 0..97 {
        stage.next().wait("0:30");
        for at in 0..each {
            let (sort, text, theme, official) = says[at % says.len()];
            stage.log(sort, text, &[theme], if official.is_empty() { &[] } else { std::slice::from_ref(&official) });
        }
    }
    assert!(stage.dialogue.state().items.iter().count() >= 97 * each);
    stage
}

fn draw(bencher: Bencher, mut stage: Stage, (width, height): (u16, u16)) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    bencher.bench_local(|| {
        stage.wait("1s");
        stage.draw_on(&mut terminal);
    });
}

#[divan::bench(args = [(80, 24), (120, 40), (200, 60)])]
fn floor(bencher: Bencher, size: (u16, u16)) {
    draw(bencher, full(), size);
}

#[divan::bench]
fn floor_while_answering(bencher: Bencher) {
    let mut stage = full();
    stage.answer("foreign-affairs");
    draw(bencher, stage, (200, 60));
}

#[divan::bench]
fn items(bencher: Bencher) {
    let mut stage = full();
    stage.ui.screen = Screen::Items;
    draw(bencher, stage, (200, 60));
}

#[divan::bench]
fn figures(bencher: Bencher) {
    let mut stage = full();
    stage.ui.screen = Screen::Figures;
    draw(bencher, stage, (200, 60));
}

#[divan::bench]
fn figures_scrolled_to_their_end(bencher: Bencher) {
    let mut stage = full();
    (stage.ui.screen, stage.ui.figures_from) = (Screen::Figures, 9_999);
    draw(bencher, stage, (80, 24));
}

/// 10,000 items of which 6,700 wait for an official: the floor, the floor while the State under review answers, the board, what is
/// outstanding; with what each key would do, as the program draws it.
#[divan::bench(args = [Screen::Floor, Screen::Items, Screen::Outstanding])]
fn ten_thousand_that_nobody_has(bencher: Bencher, screen: Screen) {
    let mut stage = unassigned();
    stage.ui.screen = screen;
    whole(bencher, stage);
}

#[divan::bench]
fn ten_thousand_that_nobody_has_while_answering(bencher: Bencher) {
    let mut stage = unassigned();
    stage.answer("foreign-affairs");
    whole(bencher, stage);
}

fn unassigned() -> Stage {
    let mut stage = with_items(104);
    let given = stage.dialogue.state().items.iter().filter(|item| item.sort == Sort::Question && item.lead.is_some());
    let given = given.map(|item| item.number).collect();
    stage.act(Action::Unassign(given));
    stage
}

/// A frame at 200x60 by the desk: what has changed is taken in, and what every key would do is worked out.
fn whole(bencher: Bencher, mut stage: Stage) {
    let mut terminal = Terminal::new(TestBackend::new(200, 60)).unwrap();
    let mut desk = Desk::new(Keymap::standard(), "operator", "bench");
    let wall = |_: Ms| WallTime { hour: 9, minute: 0, second: 0 };
    let theme = Theme::standard();
    std::mem::swap(&mut desk.ui, &mut stage.ui);
    bencher.bench_local(|| {
        stage.wait("1s");
        let eye = desk.eye(&stage.dialogue, "operator", stage.now, &wall);
        let hints = desk.look_again(&eye);
        let state = stage.dialogue.state();
        let (records, saved) = (stage.dialogue.records(), stage.dialogue.seq());
        let scene = Scene { state, now: stage.now, ui: &desk.ui, theme: &theme, wall: &wall, hints: &hints, records, saved };
        terminal.draw(|frame| plenary::tui::draw(frame, &scene)).unwrap();
    });
}

/// The board with 10,000 items, followed and drawn: what a frame costs while nothing is recorded.
#[divan::bench(args = [(80, 24), (120, 40), (200, 60)])]
fn board_of_ten_thousand(bencher: Bencher, size: (u16, u16)) {
    let mut stage = with_items(104);
    stage.ui.screen = Screen::Items;
    stage.ui.board.follow(&stage.dialogue);
    draw(bencher, stage, size);
}

/// A letter more in the filter of 10,000 items and away again, with all that follows until the frame is drawn: two key presses.
#[divan::bench]
fn two_keys_in_the_filter_of_ten_thousand(bencher: Bencher) {
    let stage = with_items(104);
    let mut desk = Desk::new(Keymap::standard(), "operator", "bench");
    press(&mut desk, &stage, KeyCode::Char('2'));
    press(&mut desk, &stage, KeyCode::Char('f'));
    press(&mut desk, &stage, KeyCode::Char('t'));
    bencher.bench_local(|| {
        press(&mut desk, &stage, KeyCode::Char('o'));
        press(&mut desk, &stage, KeyCode::Backspace);
    });
}

/// An item is recorded: the index of 10,000 takes it in.
#[divan::bench]
fn index_of_ten_thousand_after_a_record(bencher: Bencher) {
    let mut stage = with_items(104);
    stage.ui.board.follow(&stage.dialogue);
    bencher.bench_local(|| {
        stage.log(Sort::Question, "Which shelters are open to victims of domestic violence?", &["torture"], &[]);
        stage.ui.board.follow(&stage.dialogue);
    });
}

fn press(desk: &mut Desk, stage: &Stage, code: KeyCode) {
    let wall = |_: Ms| WallTime { hour: 9, minute: 0, second: 0 };
    let eye = desk.eye(&stage.dialogue, "operator", stage.now, &wall);
    desk.press(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)), &eye);
    let eye = desk.eye(&stage.dialogue, "operator", stage.now, &wall);
    desk.look_again(&eye);
}

#[divan::bench]
fn keys_over_the_floor(bencher: Bencher) {
    let mut stage = full();
    stage.ui.overlay = Some(Overlay::Keys);
    draw(bencher, stage, (200, 60));
}

fn record(seq: u32, events: Vec<Happened>) -> Record {
    let at = Ms(i64::from(seq) * 1000);
    Record { id: seq.to_string().into(), seat: "operator".into(), command: "note".into(), ..Record::of(Seq(seq), at, events) }
}

/// So many records, every tenth of which takes the one before it back.
fn records(many: u32) -> (Dialogue, Ui) {
    let mut records = vec![Arc::new(record(1, vec![Happened::Opened(Arc::new(kazakhstan()))])), Arc::new(record(2, vec![Happened::Began]))];
    records.extend((3..=many).map(|seq| {
        let event =
            if seq % 10 == 0 { Happened::Undone(vec![Seq(seq - 1)]) } else { Happened::Noted(Text::from(format!("remark number {seq}"))) };
        Arc::new(record(seq, vec![event]))
    }));
    let mut all = records.into_iter();
    let mut dialogue = Dialogue::open(all.next().unwrap()).unwrap();
    all.for_each(|record| dialogue.apply(record).unwrap());
    let mut ui = Ui { screen: Screen::Log, focus: Focus::Records, ..Ui::default() };
    ui.log.follow(dialogue.records(), dialogue.state());
    (dialogue, ui)
}

/// The log of 100,000 records, with one selected in the middle.
#[divan::bench(args = [(80, 24), (120, 40), (200, 60)])]
fn log_of_a_hundred_thousand(bencher: Bencher, (width, height): (u16, u16)) {
    let (dialogue, mut ui) = records(100_000);
    ui.record = Some(Seq(50_000));
    let (theme, mut terminal) = (Theme::standard(), Terminal::new(TestBackend::new(width, height)).unwrap());
    let wall = |_: Ms| WallTime { hour: 9, minute: 0, second: 0 };
    let scene = Scene {
        state: dialogue.state(),
        now: Ms(100_000_000),
        ui: &ui,
        theme: &theme,
        wall: &wall,
        hints: &[],
        records: dialogue.records(),
        saved: dialogue.seq(),
    };
    bencher.bench_local(|| terminal.draw(|frame| plenary::tui::draw(frame, &scene)).map(|_| ()).unwrap());
}

/// The first letter of a filter of 100,000 records, for which all their words are made.
#[divan::bench(sample_count = 10)]
fn first_letter_in_the_filter_of_a_hundred_thousand(bencher: Bencher) {
    let (dialogue, ui) = records(100_000);
    bencher.with_inputs(|| ui.clone()).bench_local_values(|mut ui| {
        ui.log.narrow("r", dialogue.records(), dialogue.state());
        ui
    });
}

/// A letter more.
#[divan::bench]
fn next_letter_in_the_filter_of_a_hundred_thousand(bencher: Bencher) {
    let (dialogue, mut ui) = records(100_000);
    ui.log.narrow("remar", dialogue.records(), dialogue.state());
    bencher.bench_local(|| ui.log.narrow("remark", dialogue.records(), dialogue.state()));
}

/// What was seen just after a record, with the newest, in the middle, and at the beginning, which is the longest way.
#[divan::bench(args = [99_999, 50_000, 5])]
fn a_moment_of_a_hundred_thousand(bencher: Bencher, seq: u32) {
    let (dialogue, _) = records(100_000);
    bencher.bench_local(|| dialogue.seen_after(Seq(seq)));
}

/// Looking at what depends on the record that is selected, in the middle of 100,000.
#[divan::bench]
fn what_depends_in_the_middle_of_a_hundred_thousand(bencher: Bencher) {
    let (dialogue, _) = records(100_000);
    bencher.bench_local(|| dialogue.together_with(&[Seq(50_001)]));
}
