//! What a person or a program gets from a call: stdout, stderr, exit code.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod calls;
mod copies;
mod exports;
mod fixture;
mod foreign;
mod formats;
mod heads;
mod hostile;
mod json;
mod large;
mod meeting;
mod nearly;
mod opened;
mod sent;
mod sheets;
mod tables;
mod trust;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program, called in a folder of its own.
fn plenary(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plenary")).current_dir(folder).args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with a session of three States that has begun.
fn begun() -> TempDir {
    let folder = TempDir::new().unwrap();
    let review = repository().join("tests/reviews/three-states.toml");
    let scenario = folder.path().join("begin.plenary");
    fs::write(&scenario, format!("review {}\nbegin\n", review.display())).unwrap();
    let made = plenary(folder.path(), &["script", "begin.plenary", "--keep", "s.session"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    folder
}
