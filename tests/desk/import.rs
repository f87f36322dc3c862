//! A list that is pasted or read from a file is seen, line by line, before anything of it is taken.

use plenary::tui::ui::{Import, Overlay};

use crate::table::Table;

impl Table {
    fn import(&self) -> &Import {
        match &self.desk.ui.overlay {
            Some(Overlay::Import(import)) => import,
            other => panic!("no list is shown: {other:?}"),
        }
    }

    /// Names of States that are not in the list.
    fn not_listed(&self, many: usize) -> Vec<String> {
        let state = self.state();
        let has_entry = |code| state.entries.iter().any(|entry| entry.delegations.contains(&code));
        let others = state.review.delegations.iter().filter(|one| !has_entry(one.code) && one.code != state.review.state_under_review);
        others.map(|one| one.name.clone()).take(many).collect()
    }
}

#[test]
fn pasted_lines_are_seen_with_what_they_were_taken_for_and_taken_all_at_once() {
    let mut table = Table::begun();
    let names = table.not_listed(3);
    let before = table.state().listed().count();
    table.paste(&format!("1. {}\r\n2. {}\r\n\r\n3. {}\r\n", names[0], names[1], names[2]));
    assert_eq!(table.import().lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2, 4]);
    assert!(table.import().lines.iter().all(|line| line.understood.is_ok()), "{:?}", table.import());
    assert_eq!(table.import().does, Ok("inscribe all 3 entries".to_owned()));
    assert_eq!(table.state().listed().count(), before, "nothing is taken yet");
    table.press("<Enter>");
    assert!(table.refused().contains("before this could be read"), "what was typed blindly takes no list: {}", table.refused());
    table.wait(800).press("<Enter>");
    assert!(table.desk.ui.overlay.is_none());
    assert_eq!(table.state().listed().count(), before + 3);
    assert_eq!(table.record().last(), Some(&"import \"pasted lines\""));
    assert!(table.hint("u").unwrap().contains("import 3 entries"));
    table.press("u");
    assert_eq!(table.state().listed().count(), before, "one undo takes all of it back");
}

/// What is wrong with those lines that are.
fn wrong(table: &Table) -> Vec<&str> {
    table.import().wrong().filter_map(|line| line.understood.as_ref().err()).map(String::as_str).collect()
}

#[test]
fn lines_that_cannot_be_taken_are_left_out_only_after_a_question() {
    let mut table = Table::begun();
    let names = table.not_listed(2);
    let (before, waiting) = (table.record().len(), table.state().listed().count());
    table.paste(&format!("{}\rAtlantis\rMalaysia\r{}", names[0], names[1]));
    assert!(wrong(&table)[0].contains("Atlantis") && wrong(&table)[1].contains("in the list already"), "{:?}", wrong(&table));
    assert_eq!(table.import().does.as_deref(), Ok("ask whether to take the other 2"));
    table.wait(800).press("<Enter>");
    assert_eq!(table.question().title, "Take 2 of 4 lines?");
    assert!(table.question().lines.contains(&"   2  Atlantis".to_owned()), "{:?}", table.question());
    assert_eq!(table.question().answers[table.question().chosen], "Back to the lines");
    table.wait(800).press("<Enter>");
    assert_eq!((table.record().len(), table.import().left_out()), (before, 0), "nothing is taken or left out by the harmless answer");
    table.wait(800).press("<Enter>").wait(800).press("<Down><Enter>");
    assert!(table.desk.ui.overlay.is_none(), "{:?}", table.desk.ui.overlay);
    assert_eq!(table.state().listed().count(), waiting + 2);
    assert_eq!(table.record().last(), Some(&"import \"pasted lines, 2 left out\""), "the record says that it was not all");
    table.press("u");
    assert_eq!(table.state().listed().count(), waiting);
}

#[test]
fn a_line_is_put_right_where_it_stands() {
    let mut table = Table::begun();
    let names = table.not_listed(2);
    table.paste(&format!("1. {}\n2. Atlantis\n3. Malaysia", names[0]));
    table.press("I");
    assert_eq!((table.line().title.as_str(), table.line().input.value()), ("line 2, put right", "2. Atlantis"));
    table.press("<Enter>");
    assert!(table.refused().contains("Atlantis"), "{}", table.refused());
    table.press("<Esc>");
    assert_eq!(wrong(&table).len(), 2, "as it was");
    table.press("I<C-u>").press(&names[1][..names[1].len() - 1]);
    assert!(table.does().starts_with("line 2: "), "the first that fits is chosen: {}", table.does());
    table.press("<Enter>");
    assert_eq!(wrong(&table).len(), 1);
    assert_eq!(table.import().chosen, 1, "the next line that is wrong is chosen");
    table.press("x");
    assert_eq!(table.import().does.as_deref(), Ok("inscribe 2 entries, 1 left out"));
    table.wait(800).press("<Enter>");
    assert_eq!(table.record().last(), Some(&"import \"pasted lines, 1 put right, 1 left out\""));
    let last: Vec<String> = table.state().listed().map(|entry| table.state().review.name_of(entry.delegations[0])).collect();
    assert!(last.ends_with(&names), "in the order of the text: {last:?}");
}

#[test]
fn what_is_left_out_is_taken_in_again_and_frees_whoever_stood_there_twice() {
    let mut table = Table::begun();
    let names = table.not_listed(1);
    table.paste(&format!("{0}\n{0}", names[0]));
    assert_eq!(wrong(&table).len(), 1);
    table.press("jx");
    assert_eq!((wrong(&table).len(), table.import().left_out()), (0, 1));
    table.press("X");
    assert_eq!((wrong(&table).len(), table.import().left_out()), (1, 0));
    table.press("kx").press("jx");
    assert_eq!(table.import().does, Err("Every line is left out, so that nothing is taken".to_owned()));
    table.wait(800).press("<Enter>");
    assert!(table.refused().starts_with("Every line is left out"));
    table.press("n");
    assert!(table.refused().contains("Esc nothing of it"), "{}", table.refused());
    table.press("<Esc>");
    assert!(table.desk.ui.overlay.is_none());
}

#[test]
fn a_line_of_a_spreadsheet_is_put_right_by_its_columns() {
    let mut table = Table::begun();
    let names = table.not_listed(2);
    table.paste(&format!("No\tDelegation\tTime\n1\t{}\t2m\n2\t{}\t30\n", names[0], names[1]));
    assert!(wrong(&table)[0].contains("time"), "{:?}", wrong(&table));
    table.press("I");
    assert_eq!(table.line().input.value(), format!("2;{};30", names[1]));
    table.press("s<Enter>").wait(800).press("<Enter>");
    assert!(table.desk.ui.overlay.is_none(), "{:?}", table.desk.ui.overlay);
    assert_eq!(table.state().listed().last().unwrap().time, Some(plenary::review::Ms(30_000)));
}

#[test]
fn an_item_of_several_is_put_right_with_what_its_line_offers() {
    let mut table = Table::begun();
    table.press("q").paste("one #h\ntwo");
    assert!(wrong(&table)[0].contains("#h may be"), "{:?}", wrong(&table));
    table.press("Iealth");
    assert!(table.does().starts_with("line 1: question #health"), "{}", table.does());
    table.press("<Enter>").wait(800).press("<Enter>");
    let items: Vec<(&str, usize)> = table.state().items.iter().map(|item| (&*item.text, item.themes.len())).collect();
    assert_eq!(items, [("one", 1), ("two", 0)]);
    assert_eq!(table.line().input.value(), "", "the line of the item is there again");
}

#[test]
fn the_floor_goes_on_while_a_list_is_looked_at() {
    let mut table = Table::begun();
    let names = table.not_listed(2);
    table.paste(&names.join("\n")).press("<C-n>");
    assert_eq!(table.speaker(), "MYS");
    table.wait(500).press("<C-o>belarus<Enter>");
    assert_eq!(table.speaker(), "BLR");
    assert_eq!(table.import().lines.len(), 2);
    table.wait(800).press("<Enter>");
    assert!(table.said().contains("inscribe all 2 entries"), "{}", table.said());
}

#[test]
fn a_list_on_one_line_is_a_list_and_text_in_a_line_is_text() {
    let mut table = Table::begun();
    let names = table.not_listed(2).join("; ");
    table.paste(&names);
    assert_eq!(table.import().lines.len(), 2);
    table.press("<Esc>");
    table.paste("a text that names nobody, and nothing");
    assert!(table.refused().contains("never taken for keys"));
    let two = table.not_listed(2).join("\n");
    table.press(":").paste(&two);
    assert_eq!(table.line().input.value(), two.replace('\n', " "));
    table.press("<Esc>i").paste(&two);
    assert_eq!(table.import().lines.len(), 2, "where names are typed, lines are a list");
}

#[test]
fn a_file_is_seen_before_it_is_taken() {
    let mut table = Table::begun();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("late list.csv");
    let names = table.not_listed(2);
    std::fs::write(&file, format!("delegation;time\n{};2:00\n{};\n", names[0], names[1])).unwrap();
    table.press(&format!(":import \"{}\"", file.display()));
    assert!(table.does().starts_with("show what"), "{}", table.does());
    table.press("<Enter>");
    assert!(table.import().lines[0].understood.as_ref().unwrap().ends_with("· 2:00"), "{:?}", table.import());
    table.press("<Enter>").wait(800).press("<Enter>");
    assert_eq!(table.state().listed().last().unwrap().delegations.len(), 1);
    table.press(":import nowhere.csv<Enter>");
    assert!(table.refused().contains("nowhere.csv was not imported"), "{}", table.refused());
    assert_eq!(table.line().input.value(), "import nowhere.csv");
}
