//! The state as JSON has every name of the contract, in its order; names may only be added behind.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const SCENARIO: &str = "
0:00 begin
0:00 answer justice
0:30 next
0:40 ask Which law will change #torture @justice
0:50 give DEU kind=point-of-order
";

/// Where to look, and the names that stand there.
const CONTRACT: &[(&str, &[&str])] = &[
    (
        "",
        &[
            "seq",
            "at_ms",
            "status",
            "segment",
            "gap_ms",
            "called",
            "floor",
            "list",
            "pools",
            "turns",
            "items",
            "officials",
            "totals",
            "groups",
            "forecast",
            "undo",
            "redo",
        ],
    ),
    ("/floor", &["turn", "entry", "delegations", "kind", "official", "state", "allotted_ms", "elapsed_ms", "left_ms", "phase", "held"]),
    ("/floor/held/0", &["turn", "entry", "delegations", "kind", "allotted_ms", "elapsed_ms", "left_ms"]),
    ("/list", &["open", "waiting", "spoken", "each_ms", "rung", "entries"]),
    ("/list/entries/0", &["id", "place", "delegations", "kind", "status", "by_hand", "allotted_ms", "expected_ms"]),
    ("/pools", &["dialogue", "state-under-review"]),
    ("/pools/dialogue", &["total_ms", "used_ms", "left_ms"]),
    (
        "/turns/0",
        &[
            "turn",
            "entry",
            "delegations",
            "kind",
            "official",
            "passes",
            "began_ms",
            "ended_ms",
            "spoken_ms",
            "paused_ms",
            "allotted_ms",
            "outcome",
            "ruling",
        ],
    ),
    ("/turns/0/passes/0", &["official", "began_ms", "spoken_ms"]),
    (
        "/items/0",
        &[
            "number",
            "sort",
            "delegations",
            "turn",
            "at_ms",
            "text",
            "themes",
            "lead",
            "support",
            "status",
            "answered_ms",
            "answered_turn",
            "position",
        ],
    ),
    ("/officials/0", &["id", "office", "head", "open", "answered", "written", "spoken_ms"]),
    ("/totals/0", &["delegation", "turns", "spoken_ms"]),
    ("/groups/WEOG", &["turns", "spoken_ms", "bank_ms"]),
    ("/forecast", &["ends_ms", "behind_ms", "unreached", "divide_each_ms"]),
];

fn state() -> Value {
    let folder = TempDir::new().unwrap();
    let review = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reviews/three-states.toml");
    fs::write(folder.path().join("s.plenary"), format!("review {}\n{SCENARIO}", review.display())).unwrap();
    let call =
        |arguments: &[&str]| Command::new(env!("CARGO_BIN_EXE_plenary")).current_dir(folder.path()).args(arguments).output().unwrap();
    let played = call(&["script", "s.plenary", "--keep", "s.session"]);
    assert!(played.status.success(), "{}", String::from_utf8_lossy(&played.stdout));
    serde_json::from_slice(&call(&["show", "s.session", "--json"]).stdout).unwrap()
}

#[test]
fn every_name_is_there_in_order() {
    let state = state();
    for (place, contract) in CONTRACT {
        let names: Vec<&str> = state.pointer(place).unwrap().as_object().unwrap().keys().map(String::as_str).collect();
        assert!(names.len() >= contract.len(), "{place} has only {names:?}");
        assert_eq!(names[..contract.len()], **contract, "{place}");
    }
}

#[test]
fn what_is_absent_is_null_and_times_are_whole_numbers() {
    let state = state();
    for place in
        ["/called", "/gap_ms", "/redo", "/floor/entry", "/floor/official", "/turns/1/ended_ms", "/turns/0/ruling", "/items/0/position"]
    {
        assert_eq!(state.pointer(place), Some(&Value::Null), "{place}");
    }
    assert_eq!(state["turns"][0]["spoken_ms"], 30_000);
    assert_eq!(state["floor"]["held"][0]["left_ms"], 57_000);
    assert_eq!(state["floor"]["held"][0]["entry"], "e1");
    assert_eq!(state["undo"], "give: Germany");
}
