//! What a line would come to before Enter: a division, the sharing of an overrun, a list to be taken over, a ruling.

use plenary::review::{Inscribed, Ms};
use plenary::tui::ui::{Import, ImportLine, Meant, Message, Overlay, Preview, Prompt, Purpose, Screen, Takes};

use crate::looks;
use crate::stage::lines::prompt;
use crate::stage::{Stage, code, has, hint, rows, running};

fn line(purpose: Purpose, title: &str, typed: &str, does: &str, preview: Preview) -> Overlay {
    let Overlay::Prompt(prompt) = prompt(purpose, title, typed, &[], does, "Enter apply   Esc no change") else { unreachable!() };
    Overlay::Prompt(Prompt { preview: Some(Box::new(preview)), ..prompt })
}

fn figures(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(label, figure)| ((*label).to_owned(), (*figure).to_owned())).collect()
}

fn division(unreached: &[&str]) -> Preview {
    Preview {
        title: "Equal division of 89:33".to_owned(),
        rows: figures(&[
            ("each gets", "1:17"),
            ("for how many", "65"),
            ("change of speaker", "0:05"),
            ("left for them", "83:17"),
            ("remainder", "0:12"),
            ("the least time", "0:45"),
            ("the ladder would give", "1:17"),
        ]),
        unreached: unreached.iter().map(|name| (*name).to_owned()).collect(),
        each: Some((Ms::seconds(77), Ms::seconds(77))),
    }
}

#[test]
fn a_division_stands_beside_the_list_and_every_row_shows_both_times() {
    let mut stage = running("0:30");
    stage.ui.overlay = Some(line(Purpose::Divide, "Divide what is left", "", "give 1:17 to each of 65", division(&[])));
    has(&stage, 80, 24, &["UZBEKISTAN", "0:51 of 1:21", "Equal division of 89:33", "each gets", "remainder", "the ladder would give"]);
    has(&stage, 80, 24, &["▸  39 Venezuela           1:21 → 1:17  │", "nothing is changed until Enter"]);
    has(&stage, 120, 40, &["1:21 → 1:17 ", "· 1:21 → 1:17 each"]);
    has(&stage, 60, 24, &["each gets", "for how many", "▸  39 Venezuela"]);
    looks("divide", &stage);
    stage.ui.screen = Screen::Figures;
    has(&stage, 80, 24, &["each gets", "▸  39 Venezuela"]);
}

#[test]
fn a_division_says_who_is_not_reached() {
    let mut stage = running("0:30");
    let preview = division(&["Tonga", "Trinidad and Tobago", "Tunisia", "Turkmenistan", "Tuvalu", "Uganda"]);
    stage.ui.overlay = Some(line(Purpose::Divide, "Divide what is left", "2m", "give 2:00 to each of 65", preview));
    has(&stage, 80, 24, &["6 not reached"]);
    has(&stage, 120, 40, &["6 not reached", "Tonga, Trinidad and Tobago, Tunisia"]);
    looks("divide-unreached", &stage);
}

#[test]
fn an_entry_with_its_own_time_keeps_it() {
    let mut stage = running("0:30");
    stage.act(plenary::dialogue::Action::Time { entry: plenary::dialogue::EntryRef::Place(2), time: Ms::seconds(120) });
    stage.ui.overlay = Some(line(Purpose::Divide, "Divide what is left", "", "give 1:17 to each of 64", division(&[])));
    let screen = rows(&stage.frame(80, 24));
    let row = screen.iter().find(|row| row.contains("40 Viet Nam")).unwrap();
    assert!(row.contains("2:00") && !row.split('│').next().unwrap().contains('→'), "{row}");
}

#[test]
fn the_sharing_of_an_overrun_shows_each_bank_before_and_after() {
    let mut stage = running("0:30");
    let preview = Preview {
        title: "The overrun of African, 1:40, to every group".to_owned(),
        rows: figures(&[("African", "over 1:40 → 0:00"), ("Asia-Pacific", "3:20 → 5:00"), ("Eastern European", "6:40 → 8:20")]),
        ..Preview::default()
    };
    stage.ui.overlay = Some(line(Purpose::Command, "Command", "redistribute African", "give 1:40 to every group", preview));
    has(&stage, 80, 24, &["African", "over 1:40 → 0:00", "3:20 → 5:00"]);
    looks("redistribute", &stage);
}

#[test]
fn a_ruling_is_chosen_while_the_point_of_order_and_who_it_holds_stay_in_sight() {
    let mut stage = running("0:54");
    stage.order("BLR").wait("0:18");
    let offers = [("1", "upheld"), ("2", "dismissed"), ("3", "noted")];
    stage.ui.overlay = Some(prompt(Purpose::Ruling, "Ruling on the point of order of Belarus", "", &offers, "ruling: dismissed", "1 2 3"));
    has(&stage, 80, 24, &["BELARUS", "POINT OF ORDER", "HELD UZBEKISTAN", "0:27 left", "upheld", "dismissed", "noted"]);
    looks("ruling", &stage);
}

fn import_line(number: usize, written: &str, understood: Result<&str, &str>) -> ImportLine {
    let entry = Inscribed { delegations: vec![code("FRA")], kind: None, time: None };
    let understood = understood.map(str::to_owned).map_err(str::to_owned);
    let meant = understood.clone().map(|_| Meant::Entry(entry));
    ImportLine { number, place: number - 1, written: written.to_owned(), put_right: false, left_out: false, meant, understood }
}

fn import(bad: bool) -> Import {
    let good = (1..=60).map(|number| import_line(number, &format!("FRA;France;{number}"), Ok("France · statement")));
    let wrong = [
        (61, "Cote dIvore;2m", "no delegation is called \"Cote dIvore\"; Côte d’Ivoire (CIV) is nearest"),
        (
            62,
            "\u{1b}[31mred",
            "no delegation is called \"[31mred\"; write a code, a name or an alias, and put names with commas in quotes, as \"Korea, Republic of\"",
        ),
    ];
    let wrong = wrong.map(|(number, written, problem)| import_line(number, written, Err(problem)));
    let lines: Vec<ImportLine> = if bad { wrong.into_iter().chain(good).collect() } else { good.collect() };
    let does = if bad { Ok("ask whether to take the other 60".to_owned()) } else { Ok("inscribe all 60 entries".to_owned()) };
    Import { from: "pasted lines".to_owned(), header: None, lines, chosen: 0, takes: Takes::Entries, does }
}

/// With what the keys of such a list say.
fn over_a_list(bad: bool) -> Stage {
    let mut stage = running("0:30");
    stage.hints = vec![hint("I", "put right"), hint("x", "leave out")];
    stage.ui.overlay = Some(Overlay::Import(import(bad)));
    stage
}

#[test]
fn an_import_shows_what_was_understood_and_what_enter_does() {
    let mut stage = over_a_list(false);
    has(
        &stage,
        80,
        24,
        &["UZBEKISTAN", "pasted lines", "60 understood", "FRA;France;1 ", "= France · statement", "Enter inscribe all 60 entries"],
    );
    has(&stage, 80, 24, &["↓ 46 more", "I put right   x leave out", "Esc no change"]);
    looks("import", &stage);
    let Some(Overlay::Import(import)) = &mut stage.ui.overlay else { unreachable!() };
    import.chosen = 33;
    has(&stage, 80, 24, &["FRA;France;34", "↑ 20 · ↓ 26 more"]);
}

#[test]
fn what_an_import_did_not_understand_comes_first_with_its_help() {
    let mut stage = over_a_list(true);
    has(
        &stage,
        80,
        24,
        &["2 not understood", "61  Cote dIvore;2m", "✗ no delegation is called \"Cote dIvore\"; Côte d’Ivoire (CIV) is nearest"],
    );
    has(&stage, 80, 24, &["\"Korea, Republic of\"", "Enter ask whether to take the other 60"]);
    let screen = stage.screen(80, 24);
    assert!(!screen.chars().any(|letter| letter.is_control() && letter != '\n'));
    looks("import-wrong", &stage);
    let long =
        "The list was closed by the chair at 15:40; whoever is admitted all the same is inscribed with the reason: inscribe DEL late=…";
    stage.ui.message = Some(Message { text: long.to_owned(), refused: true });
    has(&stage, 80, 24, &["✗ The list was closed by the chair", "inscribe DEL late=…", "Enter ask whether to take the other 60"]);
}

#[test]
fn what_is_left_out_says_so_where_it_stood() {
    let mut stage = over_a_list(true);
    let Some(Overlay::Import(import)) = &mut stage.ui.overlay else { unreachable!() };
    import.lines[0].left_out = true;
    has(&stage, 80, 24, &["1 left out", "61  Cote dIvore;2m   left out", "1 not understood"]);
}

/// Every size takes every preview.
#[test]
fn every_small_size_can_be_drawn() {
    let stages: Vec<Stage> = [Overlay::Import(import(true)), line(Purpose::Divide, "d", "", "", division(&["Tonga"; 40]))]
        .into_iter()
        .map(|overlay| {
            let mut stage = running("0:30");
            stage.ui.overlay = Some(overlay);
            stage
        })
        .collect();
    for stage in &stages {
        for size in 0..36 * 24_u16 {
            stage.frame(size % 36 * 4 + 1, size / 36 + 1);
        }
    }
}
