//! Every scenario of `tests/scenarios/` comes true.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};
use std::sync::Mutex;

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
    assert!(count > 150, "only {count} scenarios were found");
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
