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
    played("three-states", SCENARIO).json()
}

/// A session that a scenario left behind.
struct Played {
    folder: TempDir,
}

fn played(review: &str, scenario: &str) -> Played {
    let played = Played { folder: TempDir::new().unwrap() };
    let review = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/reviews/{review}.toml"));
    fs::write(played.folder.path().join("s.plenary"), format!("review {}\n{scenario}", review.display())).unwrap();
    played.call(&["script", "s.plenary", "--keep", "s.session"]);
    played
}

impl Played {
    fn call(&self, arguments: &[&str]) -> String {
        let call = Command::new(env!("CARGO_BIN_EXE_plenary")).current_dir(self.folder.path()).args(arguments).output().unwrap();
        let printed = String::from_utf8(call.stdout).unwrap();
        assert!(call.status.success(), "{arguments:?}: {printed}{}", String::from_utf8_lossy(&call.stderr));
        printed
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.call(&["show", "s.session", "--json"])).unwrap()
    }

    fn show(&self, path: &str) -> String {
        self.call(&["show", "s.session", path]).trim_end().to_owned()
    }
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

#[test]
fn a_ruling_is_a_word_and_its_text_stands_beside_it() {
    let played = played("three-states", "0:00 begin\n0:00 next\n0:10 order DEU\n0:20 ruling dismissed it comes too late\n0:20 done\n");
    let state = played.json();
    assert_eq!((&state["turns"][1]["ruling"], &state["turns"][1]["ruling_text"]), (&"dismissed".into(), &"it comes too late".into()));
    assert_eq!((&state["turns"][0]["ruling"], &state["turns"][0]["ruling_text"]), (&Value::Null, &Value::Null));
    assert_eq!(played.show("turns[1].ruling"), "dismissed");
    assert_eq!(played.show("turns[1].ruling_text"), "it comes too late");
    assert_eq!(played.show("turns[0].ruling"), "null");
}

#[test]
fn the_rung_is_a_number_until_the_chair_announces_a_figure() {
    let ladder = played("sixty-states", "0:00 begin\n").json();
    assert_eq!(ladder["list"]["rung"], 2);
    let announced = played("sixty-states", "0:00 begin\n0:00 divide each=1m apply\n").json();
    assert_eq!((&announced["list"]["rung"], &announced["list"]["each_ms"]), (&Value::Null, &60_000.into()));
}

#[test]
fn a_groups_bank_is_what_is_left_in_it() {
    let begun = played("banks", "0:00 begin\n0:00 bank WEOG 8m\n0:00 next\n1:00 done\n").json();
    assert_eq!(begun["groups"]["WEOG"]["bank_ms"], 420_000);
    assert_eq!(begun["groups"]["WEOG"]["spoken_ms"], 60_000);
    let without = played("three-states", "0:00 begin\n").json();
    assert_eq!(without["groups"]["WEOG"]["bank_ms"], Value::Null);
}

#[test]
fn who_is_not_reached_is_one_flat_list_of_codes() {
    let ended = played("three-states", "0:00 begin\n0:00 next\n0:10 adjourn\n").json();
    assert_eq!(ended["forecast"]["unreached"], serde_json::json!(["DEU", "BRA"]));
    assert_eq!(ended["floor"], Value::Null);
}
