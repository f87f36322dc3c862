//! One frame of the operator's screen, out of a full session: 195 entries and 2,000 items.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../tests/stage/mod.rs"]
mod stage;

use divan::Bencher;
use plenary::dialogue::{Action, Sort};
use plenary::review::Inscribed;
use plenary::tui::ui::{Overlay, Screen};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use stage::{Stage, kazakhstan};

fn main() {
    divan::main();
}

fn full() -> Stage {
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
        for at in 0..21 {
            let (sort, text, theme, official) = says[at % says.len()];
            stage.log(sort, text, &[theme], if official.is_empty() { &[] } else { std::slice::from_ref(&official) });
        }
    }
    assert!(stage.dialogue.state().items.iter().count() >= 2_000);
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

#[divan::bench]
fn keys_over_the_floor(bencher: Bencher) {
    let mut stage = full();
    stage.ui.overlay = Some(Overlay::Keys);
    draw(bencher, stage, (200, 60));
}
