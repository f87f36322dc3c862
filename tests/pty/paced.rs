//! The operator's terminal by a clock that whoever sits there sets, so that a meeting is as long as it is and a test is not.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use plenary::dialogue::Text;
use plenary::review::{Ms, load};
use plenary::session::{Clock, Reading};
use plenary::tui::{Opening, run_by};

use crate::terminal::{Start, Terminal};

const REVIEW: &str = "PLENARY_TEST_REVIEW";
const SESSION: &str = "PLENARY_TEST_SESSION";
const CLOCK: &str = "PLENARY_TEST_CLOCK";

/// So many digits are written at once, so that a reader finds a moment or the one before it and nothing in between.
const DIGITS: usize = 12;

/// A clock that shows what stands in a file, in milliseconds.
struct FileClock(File);

impl FileClock {
    fn at(path: &Path) -> FileClock {
        FileClock(OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).unwrap())
    }

    fn set(&self, moment: Ms) {
        self.0.write_all_at(format!("{:0DIGITS$}", moment.0).as_bytes(), 0).unwrap();
    }
}

impl Clock for FileClock {
    fn read(&self) -> Reading {
        let mut digits = [0; DIGITS];
        self.0.read_exact_at(&mut digits, 0).unwrap();
        let passed: i64 = std::str::from_utf8(&digits).unwrap().parse().unwrap();
        Reading { utc_ms: 1_414_656_000_000 + passed, boot_id: Text::from("paced"), boot_ms: passed }
    }
}

/// Not a test of its own: the program on the other side of [`Paced`], which starts this file's tests once more for it.
#[test]
#[ignore = "started on a terminal of its own by the tests that sit at it"]
fn the_program_by_a_clock_in_a_file() {
    let (Some(review), Some(session), Some(clock)) = (std::env::var_os(REVIEW), std::env::var_os(SESSION), std::env::var_os(CLOCK)) else {
        return;
    };
    let review = load::review(PathBuf::from(review)).unwrap().review;
    run_by(Opening::New(Box::new(review), session.into()), FileClock::at(Path::new(&clock))).unwrap();
}

/// A terminal with the program in it, and its clock.
pub struct Paced {
    pub terminal: Terminal,
    clock: FileClock,
}

impl Paced {
    /// A new session of a review, in a file of that folder.
    pub fn open(folder: &Path, review: &str, session: &Path) -> Paced {
        let file = folder.join("clock");
        let clock = FileClock::at(&file);
        clock.set(Ms::ZERO);
        let terminal = Start {
            folder,
            program: Some(&std::env::current_exe().unwrap()),
            arguments: &["--ignored", "--exact", "paced::the_program_by_a_clock_in_a_file", "--nocapture", "--test-threads=1"],
            environment: &[(REVIEW, review), (SESSION, session.to_str().unwrap()), (CLOCK, file.to_str().unwrap())],
            ..Start::default()
        };
        Paced { terminal: terminal.run(), clock }
    }

    /// Time has gone on until then.
    pub fn at(&mut self, moment: Ms) -> &mut Terminal {
        self.clock.set(moment);
        &mut self.terminal
    }
}
