//! Nothing that is said to the operator loses its meaning on eighty columns, however long the names are.

use plenary::dialogue::Seq;
use plenary::review::{Code, Review, load};
use plenary::tui::keymap::{Deed, Group, Keymap};
use plenary::tui::scene::Scene;
use plenary::tui::theme::Theme;
use plenary::tui::ui::Overlay;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::table::{Table, wall};

/// Those who are called by the longest names that there are.
const LONG: [(&str, &str); 4] = [
    ("MWI", "United Kingdom of Great Britain and Northern Ireland"),
    ("MYS", "Democratic People’s Republic of Korea"),
    ("MDV", "Lao People’s Democratic Republic"),
    ("MHL", "Venezuela (Bolivarian Republic of)"),
];

/// The sample review with those at the head of its list, and offices written out.
fn with_long_names() -> Review {
    let mut review = load::sample().unwrap_or_else(|problems| panic!("{problems}")).review;
    for (code, name) in LONG {
        let code = Code::new(code).unwrap();
        review.delegations.iter_mut().filter(|one| one.code == code).for_each(|one| name.clone_into(&mut one.short));
    }
    review.officials.iter_mut().for_each(|official| official.short.clone_from(&official.office));
    review
}

impl Table {
    /// What stands on the screen, row by row.
    pub fn screen(&mut self, width: u16, height: u16) -> String {
        let seat = self.desk.seat().clone();
        let eye = self.desk.eye(&self.dialogue, &seat, self.now, &wall);
        let hints = self.desk.look_again(&eye);
        let theme = Theme::standard();
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let scene = Scene {
            state: self.dialogue.state(),
            now: self.now,
            ui: &self.desk.ui,
            theme: &theme,
            wall: &wall,
            hints: &hints,
            records: self.dialogue.records(),
            saved: Seq(self.dialogue.seq().0),
        };
        terminal.draw(|frame| plenary::tui::draw(frame, &scene)).unwrap();
        let buffer = terminal.backend().buffer().clone();
        let rows = buffer.content().chunks(usize::from(width)).map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>());
        rows.collect::<Vec<_>>().join("\n")
    }
}

/// The meeting in the states in which keys mean other things, by the keys that lead there; a number is so many milliseconds.
const STATES: [(&str, &[&str]); 10] = [
    ("before", &[]),
    ("speaking", &["n", "1000", "n", "20000"]),
    ("far over", &["n", "1000", "n", "50000", "<Esc>", "50000", "<Esc>", "30000"]),
    ("called", &["n", "1000", "n", "20000", "d", "5000"]),
    ("cut", &["n", "1000", "n", "20000", "D", "5000"]),
    ("selected", &["n", "1000", "n", "20000", "d", "5000", "j", "1000"]),
    ("held", &["n", "1000", "n", "20000", "oMYS<Enter>", "5000", "y2<Enter>", "2000"]),
    ("answering", &["n", "1000", "n", "5000", "qWhich law #police<Enter><Enter>", "5000", "p", "5000"]),
    ("items", &["n", "1000", "n", "5000", "qWhich law @i<Enter>!ratify #torture<Enter><Enter>", "5000", "2", "1000", "j", "1000"]),
    ("adjourned", &["n", "1000", "n", "5000", ":adjourn<Enter>", "1000", "<Right><Enter>", "1000"]),
];

fn at(review: &Review, keys: &[&str]) -> Table {
    let mut table = Table::of(review.clone());
    for keys in keys {
        match keys.parse() {
            Ok(pause) if pause > 9 => table.wait(pause),
            _ => table.press(keys),
        };
    }
    table
}

/// Words without the frames around them and the breaks between them.
fn words(text: &str) -> String {
    text.replace(['│', '╭', '╮', '╰', '╯', '─'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is said to the operator now: the answer to the key, what Enter would do, a question.
fn said(table: &Table) -> Vec<String> {
    let ui = &table.desk.ui;
    let refused = ui.message.as_ref().is_some_and(|message| message.refused);
    let (mut said, answer): (Vec<String>, _) = (Vec::new(), ui.message.as_ref().map(|message| message.text.clone()));
    match &ui.overlay {
        Some(Overlay::Prompt(prompt)) => {
            said.push(prompt.footer.clone());
            said.push(match (answer.filter(|_| refused), &prompt.does) {
                (Some(refusal), _) => refusal,
                (None, Err(says) | Ok(says)) => says.clone(),
            });
        }
        Some(Overlay::Question(question)) => {
            said.push(question.title.clone());
            said.extend(question.lines.iter().chain(&question.answers).cloned());
        }
        None => said.extend(answer),
        Some(_) => {}
    }
    said
}

/// What is said, and does not stand in whole on a screen of eighty columns.
fn lost(table: &mut Table) -> Option<String> {
    let screen = words(&table.screen(80, 24));
    let missing: Vec<String> = said(table).into_iter().filter(|text| !screen.contains(&words(text))).collect();
    (!missing.is_empty()).then(|| format!("{missing:?}\n{}", table.screen(80, 24)))
}

#[test]
fn every_answer_to_every_key_is_seen_to_its_end() {
    let (review, keymap) = (with_long_names(), Keymap::standard());
    let mut cut = Vec::new();
    for (state, keys) in STATES {
        for deed in Deed::ALL.iter().filter(|deed| !matches!(deed.group(), Group::Replay | Group::Line)) {
            let key = keymap.keys(*deed).next().unwrap().to_string();
            let key = if key.chars().nth(1).is_some() { format!("<{key}>").replace("<space>", " ").replace("Ctrl", "C") } else { key };
            let mut table = at(&review, keys);
            table.press(&key).wait(900);
            cut.extend(lost(&mut table).map(|lost| format!("{state}, {key}: {lost}")));
            if matches!(&table.desk.ui.overlay, Some(Overlay::Prompt(_))) {
                table.press("<Enter>");
                cut.extend(lost(&mut table).map(|lost| format!("{state}, {key} Enter: {lost}")));
            }
        }
    }
    assert!(cut.is_empty(), "{} are cut:\n{}", cut.len(), cut.join("\n\n"));
}

/// What an operator does one after the other, each after a pause; a line that is still open afterwards is closed.
#[rustfmt::skip]
const WALK: &[&str] = &[
    "n", "n", "oMYS<Enter>", "y2 it is not a matter of procedure, says the chair, who reminds everyone of the time<Enter>", "d", "b", "B", "d",
    "G", "D", "n", "e", "E", " ", " ", "Opoint<Enter>", "u", "U", "u", "j", "s", "j", "<Enter>", "J", "K", "t", "z", "u", "x", "X", "w", "W", "l2m<Enter>",
    "=1:00<Enter>", "Smalawi<Enter>", "u", "m", ")", "iMWI<Enter>", "(", "n", "d", "N",
    "qWhat becomes of the recommendations that were noted in the third cycle by=MWI,MYS,MDV<Enter>", "<Tab>", "j", "T1<Enter>", "ai", "A<Enter>",
    "p", "vi", "c", "C", "r", "C", "Rfor want of time, says the head of the delegation, who will write<Enter>", "I", "%another half<Enter>",
    ",#torture<Enter>", "&", "*", "h", "H", "5", "k", "u", "1", "Q",
    ":inscribe participant=\"Office of the United Nations High Commissioner for Refugees\"<Enter>", ":inscribe NOBODY<Enter>", ":give MHL<Enter>",
    ":import nowhere/at/all/in/a/folder/with/a/long/name/list of speakers as received.csv<Enter>", ":frobnicate<Enter>", ":suspend<Enter>", "n",
    ":adjourn<Enter>",
];

#[test]
fn what_was_done_is_told_to_its_end() {
    let mut table = Table::of(with_long_names());
    let (mut cut, mut told) = (Vec::new(), 0);
    for keys in WALK {
        table.wait(1_300).press(keys);
        told += usize::from(table.desk.ui.message.is_some());
        cut.extend(lost(&mut table).map(|lost| format!("{keys}: {lost}")));
        while table.desk.ui.overlay.is_some() {
            table.press("<Esc>");
        }
    }
    assert!(told > 50, "{told}");
    assert!(cut.is_empty(), "{} are cut:\n{}", cut.len(), cut.join("\n\n"));
}

#[test]
fn who_is_called_as_what_and_whose_turn_it_ends_is_seen_to_its_end() {
    let mut table = at(&with_long_names(), &["n", "1000", "n", "20000"]);
    table.press(":inscribe MYS kind=point-of-order<Enter><Esc>").wait(1000);
    for keys in ["", "d<Esc>"] {
        let screen = table.press(keys).screen(80, 24);
        let next = table.hint("n").unwrap().to_owned();
        assert!(next.contains("point of order") && screen.contains(&next), "{keys}: {next}\n{screen}");
    }
}

#[test]
fn figures_keep_their_place_beside_the_longest_names() {
    let mut review = with_long_names();
    let mut table = at(&review, &["n", "1000", "n", "50000", "<Esc>", "50000"]);
    table.wait(600_000);
    let over = table.screen(80, 24);
    assert!(over.contains("OVER +10:1") && over.contains("dialogue") && over.contains("Kazakhstan"), "{over}");
    let mut cut = at(&review, &["n", "1000", "n", "20000", "D", "5000"]);
    assert!(cut.screen(80, 24).contains("C U T   1:01 left of 1:21"), "{}", cut.screen(80, 24));
    let mut held = at(&review, &["n", "1000", "n", "20000", "oMYS<Enter>", "5000"]);
    assert!(held.screen(80, 24).contains("HELD MWI "), "the code where the name would be cut:\n{}", held.screen(80, 24));
    let under_review = review.state_under_review;
    review.delegations.iter_mut().filter(|one| one.code == under_review).for_each(|one| LONG[0].1.clone_into(&mut one.short));
    let short = at(&review, &["n", "1000", "n", "20000"]).screen(80, 24);
    assert!(short.contains("KAZ") && short.contains("70:00 left"), "the code where the name does not fit:\n{short}");
}

#[test]
fn why_nothing_is_saved_is_said_to_its_end() {
    let mut table = Table::begun();
    let why = "The log beside the session's file, with -wal after its name, has been deleted, moved or replaced: nothing was recorded and \
               nothing changed. Put it back if you have it; else close this and open the session again, which goes on from what is in the file.";
    table.desk.ui.not_written = Some(why.to_owned());
    let screen = words(&table.screen(80, 24));
    assert!(screen.contains("NOT SAVED The log beside") && screen.contains("which goes on from what is in the file."), "{screen}");
}
