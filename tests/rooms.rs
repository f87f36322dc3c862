//! Which way the doors between the rooms open: a room uses only those below it, and the core nothing but plain values.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the lowest to the highest. Rooms on one floor do not use each other; of the last two only `cli` uses `tui`.
const FLOORS: &[&[&str]] =
    &[&["review"], &["dialogue"], &["language"], &["session"], &["replay", "export", "script", "rehearsal"], &["tui"], &["cli"]];

/// What the core may use of the outside.
const CORE_USES: &[&str] = &["std", "serde", "crate", "super", "self"];

/// Libraries that know a terminal or the arguments of a call, and the rooms that may use them.
const TERMINAL: &[(&str, &[&str])] =
    &[("ratatui", &["tui"]), ("crossterm", &["tui"]), ("tui_input", &["tui"]), ("clap", &["cli"]), ("clap_complete", &["cli"])];

/// Libraries that do I/O, which nothing below the session may use.
const STORE: &[&str] = &["rusqlite", "tokio", "rustix"];

fn floor(room: &str) -> usize {
    FLOORS.iter().position(|floor| floor.contains(&room)).unwrap_or_else(|| panic!("src/{room} is a room that no floor has"))
}

/// The files of a room; a file beside the rooms, such as `src/lib.rs`, is none.
fn files(room: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(room).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn rooms() -> Vec<(String, Vec<PathBuf>)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = fs::read_dir(source).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    folders.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), files(&path))).collect()
}

/// The code of a file without comments, strings and what is only compiled for tests.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let untested = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    untested.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// What stands after `crate::` anywhere, in use declarations with braces too.
fn rooms_named(code: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut named = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(group) => named.extend(group.split('}').next().unwrap_or_default().split(',').map(|part| word(part.trim()))),
            None => named.push(word(after)),
        }
    }
    named.retain(|name| !name.is_empty());
    named
}

/// The first word of each use declaration, and of each path that begins with a library.
fn outside_named(code: &str) -> Vec<String> {
    let uses = code.lines().map(str::trim).filter_map(|line| line.strip_prefix("pub use ").or_else(|| line.strip_prefix("use ")));
    uses.map(|path| path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()).collect()
}

#[test]
fn a_room_uses_only_what_is_below_it() {
    let mut wrong = Vec::new();
    let known: Vec<&str> = FLOORS.iter().flat_map(|floor| floor.iter().copied()).collect();
    for (room, files) in rooms() {
        let here = floor(&room);
        for file in files {
            for other in rooms_named(&code(&file)).into_iter().filter(|other| *other != room && known.contains(&other.as_str())) {
                if floor(&other) >= here {
                    wrong.push(format!("{} uses {other}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "doors that open the wrong way:\n{}", wrong.join("\n"));
}

#[test]
fn the_core_uses_plain_values_only() {
    let mut wrong = Vec::new();
    for (_, files) in rooms().into_iter().filter(|(room, _)| room == "dialogue") {
        for file in files {
            let code = code(&file);
            // Submodules are named without `crate` or `self` in front.
            let own = |name: &String| {
                file.parent().is_some_and(|folder| folder.join(format!("{name}.rs")).exists() || folder.join(name).is_dir())
            };
            for name in outside_named(&code).into_iter().filter(|name| !CORE_USES.contains(&name.as_str()) && !own(name)) {
                wrong.push(format!("{} uses {name}", file.display()));
            }
            let io = [
                "std::fs",
                "std::io",
                "std::net",
                "std::env",
                "std::process",
                "std::thread",
                "std::time",
                "SystemTime",
                "Instant::now",
                "println!",
            ];
            for name in io.into_iter().filter(|name| code.contains(name)) {
                wrong.push(format!("{} uses {name}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "the core reads no clock, file or terminal:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_rooms_at_the_top_know_a_terminal() {
    let mut wrong = Vec::new();
    for (room, files) in rooms() {
        for file in files {
            let code = code(&file);
            let mentions =
                |library: &str| code.contains(&format!("{library}::")) || outside_named(&code).iter().any(|name| name == library);
            for (library, allowed) in TERMINAL {
                if !allowed.contains(&room.as_str()) && mentions(library) {
                    wrong.push(format!("{} uses {library}", file.display()));
                }
            }
            if floor(&room) < floor("session") {
                wrong.extend(STORE.iter().filter(|library| mentions(library)).map(|library| format!("{} uses {library}", file.display())));
            }
        }
    }
    assert!(wrong.is_empty(), "libraries in rooms that must not know them:\n{}", wrong.join("\n"));
}
