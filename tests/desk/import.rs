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

#[test]
fn one_line_that_is_not_understood_and_nothing_is_taken() {
    let mut table = Table::begun();
    let names = table.not_listed(1);
    let before = table.record().len();
    table.paste(&format!("{}\rAtlantis\rMalaysia\r", names[0]));
    let wrong: Vec<&str> = table.import().lines.iter().filter_map(|line| line.understood.as_ref().err()).map(String::as_str).collect();
    assert!(wrong[0].contains("Atlantis") && wrong[1].contains("in the list already"), "{wrong:?}");
    table.wait(800).press("<Enter>");
    assert!(table.refused().starts_with("2 lines cannot be taken, so nothing is"), "{}", table.refused());
    table.press("<Down>x");
    assert_eq!(table.import().scrolled, 1);
    assert!(table.refused().contains("Esc takes nothing"), "{}", table.refused());
    table.press("<Esc>");
    assert!(table.desk.ui.overlay.is_none());
    assert_eq!(table.record().len(), before);
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
