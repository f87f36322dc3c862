//! Every scenario of `tests/scenarios/` comes true.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use plenary::script;

fn scenarios() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|extension| extension == "plenary")).collect();
    files.sort();
    files
}

#[test]
fn every_scenario_comes_true() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut failures = Vec::new();
    let files = scenarios();
    assert!(files.len() > 100, "only {} scenarios were found", files.len());
    for file in &files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        match runtime.block_on(script::run(file, None)) {
            Ok(outcome) => failures.extend(outcome.faults.iter().map(|fault| format!("{name}:{}: {}", fault.line, fault.what))),
            Err(reason) => failures.push(format!("{name}: {reason}")),
        }
    }
    assert!(failures.is_empty(), "{} of {} scenarios:\n{}", failures.len(), files.len(), failures.join("\n"));
}
