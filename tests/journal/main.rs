//! The session on the disk: what is accepted is there, what is refused is not, and what is no session is left alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod around;
mod files;
mod going_on;

use std::fs;
use std::path::{Path, PathBuf};

use plenary::review::load;
use plenary::session::{Press, Session, VirtualClock};
use rusqlite::Connection;
use tempfile::TempDir;

/// 23 January 2025, 09:00 in Geneva.
const START: i64 = 1_737_619_200_000;

struct Place {
    folder: TempDir,
    clock: VirtualClock,
}

impl Place {
    fn new() -> Place {
        Place { folder: TempDir::new().unwrap(), clock: VirtualClock::new(START) }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("kazakhstan.plenary")
    }

    async fn create(&self) -> Session {
        let session = Session::create(self.path(), load::sample().unwrap().review, self.clock.clone()).await.unwrap();
        let files = fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let drafts: Vec<String> = files.filter(|name| name.starts_with('.')).collect();
        assert!(drafts.is_empty(), "left lying about: {drafts:?}");
        session
    }

    async fn open(&self) -> Session {
        Session::open(self.path(), self.clock.clone()).await.unwrap()
    }

    async fn refused(&self) -> String {
        match Session::open(self.path(), self.clock.clone()).await {
            Err(error) => error.to_string(),
            Ok(_) => panic!("it was opened"),
        }
    }
}

async fn type_in(session: &mut Session, lines: &[&str]) {
    for line in lines {
        let press = Press::new("operator", session);
        session.submit_line(&press, line).await.unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
}

fn tamper(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}
