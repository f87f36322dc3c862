//! Every scenario of `tests/scenarios/` comes true; every verb, every reason of a refusal and every case has one.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use plenary::dialogue::RefusalCode;
use plenary::language::CATALOGUE;
use plenary::script;

/// So many are played at once: most of a scenario's time is waiting for the disk.
const AT_ONCE: usize = 16;

fn scenarios() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "plenary")).collect()
}

/// What did not come true, a line each.
fn play(file: &Path) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    match runtime.block_on(script::run(file, None)) {
        Ok(outcome) => outcome.faults.iter().map(|fault| format!("{name}:{}: {}", fault.line, fault.what)).collect(),
        Err(reason) => vec![format!("{name}: {reason}")],
    }
}

#[test]
fn every_scenario_comes_true() {
    let files = scenarios();
    let count = files.len();
    assert!(count > 330, "only {count} scenarios were found");
    let (waiting, failures) = (Mutex::new(files), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let Some(file) = waiting.lock().expect("nobody panics with the list").pop() else { return };
                    let found = play(&file);
                    failures.lock().expect("nobody panics with the failures").extend(found);
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap();
    failures.sort();
    assert!(failures.is_empty(), "{} lines in {count} scenarios:\n{}", failures.len(), failures.join("\n"));
}

/// The cases of other systems that the language can say; the others are of the screen, the keyboard or the terminal.
const CASES: &[&str] = &[
    "os-01", "os-02", "os-03", "os-04", "os-05", "os-08", "os-09", "os-11", "os-12", "os-13", "os-14", "os-15", "os-16", "os-20", "os-22",
    "os-24", "os-26", "os-28", "os-29", "os-30", "os-31", "os-32", "os-33", "os-36b", "os-36c", "os-36d", "os-37", "os-38", "os-39",
    "os-42", "os-43", "os-44", "os-49", "os-52", "os-53", "tq-01", "tq-02", "tq-03", "tq-04", "tq-07", "tq-08", "tq-11", "tq-12", "tq-13",
    "tq-14", "tq-20", "tq-23", "tq-25", "tq-27", "on-01", "on-02", "on-03", "on-05", "on-06", "on-09", "on-11", "on-12", "on-13", "on-16",
    "on-17", "on-19", "on-22", "on-23", "on-24", "cr-01", "cr-02", "cr-04", "cr-06", "cr-07", "cr-11", "cr-12", "cr-15", "ot-01", "ot-02",
    "ot-04", "ot-08", "ot-09", "ot-10", "rc-01", "rc-02", "rc-03", "rc-04", "rc-07", "rc-10", "rc-10b", "rc-13", "rc-15", "tu-01", "tu-07",
    "zk-01", "zk-02", "zk-04", "sa-01", "is-01", "is-04", "is-07", "is-10", "is-16", "is-22", "is-23", "is-30", "is-32", "up-01", "up-04",
    "up-08", "up-09", "up-10",
];

/// What happens in a line of a scenario: the words after the time, and for a command also those after its seat.
fn words(line: &str) -> Vec<&str> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let timed = words.first().is_some_and(|first| first.starts_with(|letter: char| letter.is_ascii_digit()));
    let words = if timed { words.get(1..) } else { words.get(..) }.unwrap_or_default();
    let seated = words.first() == Some(&"as");
    if seated { words.get(2..).unwrap_or_default().to_vec() } else { words.to_vec() }
}

fn lines() -> Vec<(String, String)> {
    let named = |path: PathBuf| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap());
    let files = scenarios().into_iter().map(named);
    files.flat_map(|(name, text)| text.lines().map(|line| (name.clone(), line.to_owned())).collect::<Vec<_>>()).collect()
}

#[test]
fn every_verb_is_played_in_a_scenario_about_commands() {
    let lines = lines();
    let played = |verb: &str| lines.iter().any(|(name, line)| name.starts_with("command-") && words(line).first() == Some(&verb));
    let missing: Vec<&str> = CATALOGUE.iter().filter(|verb| verb.carried_out).map(|verb| verb.name).filter(|verb| !played(verb)).collect();
    assert!(missing.is_empty(), "no scenario command-*.plenary plays {missing:?}");
}

#[test]
fn every_reason_of_a_refusal_is_met() {
    let lines = lines();
    let met = |code: &str| lines.iter().any(|(_, line)| words(line).get(..2) == Some(&["refuse", code]));
    let can_be_met = |code: RefusalCode| match code {
        // A full disk is not to be said in a scenario.
        RefusalCode::NotWritten => false,
        RefusalCode::NotYet => CATALOGUE.iter().any(|verb| !verb.carried_out),
        _ => true,
    };
    let codes = RefusalCode::ALL.iter().filter(|code| can_be_met(**code)).map(|code| code.as_str());
    let missing: Vec<&str> = codes.filter(|code| !met(code)).collect();
    assert!(missing.is_empty(), "no scenario is refused {missing:?}");
}

#[test]
fn every_case_that_can_be_said_has_its_scenario() {
    let lines = lines();
    let is_named = |case: &str| lines.iter().any(|(name, _)| name.strip_prefix(case).is_some_and(|rest| rest.starts_with('-')));
    let missing: Vec<&&str> = CASES.iter().filter(|case| !is_named(case)).collect();
    assert!(missing.is_empty(), "no scenario is named after {missing:?}");
}
