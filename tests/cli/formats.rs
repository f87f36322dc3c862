//! Files of format version 1 open for ever and say what they said. Their samples are never made anew.

use std::fs;
use std::path::PathBuf;

use plenary::dialogue::Event;
use tempfile::TempDir;

use crate::{plenary, repository, stderr, stdout};

const HEAD: &str = "65:daba7cbb710218bf3c91837984cd9f5595cec4d4d0f7686d719c2daca6289aaf";

/// A path of the state, and what stands there at the end of the sample.
const SAID: &[(&str, &str)] = &[
    ("seq", "65"),
    ("status", "adjourned"),
    ("segment", "closing"),
    ("list.entries[0].id", "e6"),
    ("forecast.unreached", "[OOAF]"),
    ("turns[0].passes[1].official", "foreign"),
    ("turns[0].spoken", "0:19"),
    ("turns[1].delegations", "[FRA, DEU]"),
    ("turns[1].spoken", "0:17"),
    ("turns[1].paused", "0:04"),
    ("turns[2].ruling", "dismissed"),
    ("turns[3].outcome", "cut"),
    ("turns[6].kind", "right-of-reply"),
    ("turns[6].spoken", "0:22"),
    ("items[0].answered_by", "head-of-the-fund-s-desk"),
    ("items[0].answered_turn", "5"),
    ("items[1].text", "=HYPERLINK(\"the law\"), when"),
    ("items[1].status", "noted"),
    ("items[2].position", "supported"),
    ("items[4].status", "declined"),
    ("items[4].also", "[8]"),
    ("items[5].text", "And when"),
    ("notes[0].text", "A remark <for> the record"),
    ("undo", "adjourn"),
];

fn sample(name: &str) -> PathBuf {
    repository().join("tests/data").join(name)
}

/// A folder with copies of the samples: opening a session may write to it.
fn copies() -> TempDir {
    let folder = TempDir::new().unwrap();
    for name in ["format-1.session", "format-1.jsonl"] {
        fs::copy(sample(name), folder.path().join(name)).unwrap();
    }
    folder
}

fn says(folder: &TempDir, session: &str) {
    for (path, said) in SAID {
        let shown = plenary(folder.path(), &["show", session, path]);
        assert_eq!(stdout(&shown), format!("{said}\n"), "{path}: {}", stderr(&shown));
    }
}

#[test]
fn a_session_of_format_1_opens_and_goes_out_again() {
    let folder = copies();
    for name in ["format-1.session", "format-1.jsonl"] {
        let verified = plenary(folder.path(), &["verify", name, "--head", HEAD]);
        assert_eq!(verified.status.code(), Some(0), "{}", stdout(&verified));
    }
    says(&folder, "format-1.session");
    let exported = plenary(folder.path(), &["export", "format-1.session", "--format", "jsonl"]);
    assert!(exported.stdout == fs::read(sample("format-1.jsonl")).unwrap(), "the export is another than it was");
}

#[test]
fn a_file_of_lines_of_format_1_is_imported() {
    let folder = copies();
    let imported = plenary(folder.path(), &["import", "format-1.jsonl", "--out", "again.session", "--head", HEAD]);
    assert_eq!(imported.status.code(), Some(0), "{}{}", stdout(&imported), stderr(&imported));
    says(&folder, "again.session");
}

#[test]
fn everything_that_happens_in_format_1_is_understood() {
    let sample = fs::read_to_string(sample("format-1-events.jsonl")).unwrap();
    for line in sample.lines() {
        let event: Event = serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        let again: Event = serde_json::from_str(&serde_json::to_string(&event).unwrap()).unwrap();
        assert_eq!(event, again, "{line}");
    }
    // Whoever reads an unknown one is told of all that are known.
    let known = serde_json::from_str::<Event>("\"unheard-of\"").unwrap_err().to_string();
    for name in known.split('`').skip(3).step_by(2).filter(|name| *name != "opened") {
        let has = |line: &str| line == format!("\"{name}\"") || line.starts_with(&format!("{{\"{name}\":"));
        assert!(sample.lines().any(has), "there is no sample of {name}");
    }
}

#[test]
fn a_newer_format_is_refused_and_left_alone() {
    let folder = copies();
    let mut bytes = fs::read(sample("format-1.session")).unwrap();
    bytes[63] = 2;
    fs::write(folder.path().join("newer.session"), &bytes).unwrap();
    let line = fs::read_to_string(sample("format-1.jsonl")).unwrap().replace("{\"seq\":", "{\"format\":2,\"seq\":");
    fs::write(folder.path().join("newer.jsonl"), &line).unwrap();
    for arguments in [
        &["verify", "newer.session"][..],
        &["recover", "newer.session", "--out", "r.session"],
        &["export", "newer.session", "--format", "turns"],
        &["verify", "newer.jsonl"],
        &["import", "newer.jsonl", "--out", "r.session"],
    ] {
        let refused = plenary(folder.path(), arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}: {}", stdout(&refused));
        assert!(stderr(&refused).contains("newer Plenary"), "{arguments:?}: {}", stderr(&refused));
    }
    assert_eq!(fs::read(folder.path().join("newer.session")).unwrap(), bytes);
    assert!(!folder.path().join("r.session").exists());
}
