//! What any SQLite client can read out of a session agrees with what the program itself says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod items;
mod older;
mod said;
mod turns;
mod walks;

use std::path::{Path, PathBuf};

use plenary::review::{Ms, Review, load};
use plenary::session::{Press, Session, VirtualClock};
use tempfile::TempDir;

use said::agree;

/// A session in a folder of its own.
struct Meeting {
    folder: TempDir,
    clock: VirtualClock,
    session: Session,
}

impl Meeting {
    async fn new(review: Review) -> Meeting {
        let folder = TempDir::new().unwrap();
        let clock = VirtualClock::new(1_737_619_200_000);
        let session = Session::create(folder.path().join("s.plenary"), review, clock.clone()).await.unwrap();
        Meeting { folder, clock, session }
    }

    /// A meeting in which each line came at its second.
    async fn of(review: Review, lines: &[(i64, &str)]) -> Meeting {
        let mut meeting = Meeting::new(review).await;
        meeting.go_on(lines).await;
        meeting
    }

    async fn go_on(&mut self, lines: &[(i64, &str)]) {
        for (second, line) in lines {
            self.clock.set(Ms::seconds(*second));
            self.type_in("operator", line).await.unwrap_or_else(|refused| panic!("{line}: {refused}"));
        }
    }

    async fn type_in(&mut self, seat: &str, line: &str) -> Result<(), plenary::dialogue::Refusal> {
        let press = Press::new(seat, &self.session);
        self.session.submit_line(&press, line).await?;
        self.session.advance();
        Ok(())
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("s.plenary")
    }
}

fn sample() -> Review {
    load::sample().unwrap().review
}

/// Interruptions that hold and some that do not; nothing happens at zero.
fn interruptions() -> Review {
    review("interruptions")
}

fn reviews() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reviews")
}

fn review(name: &str) -> Review {
    load::review(reviews().join(format!("{name}.toml"))).unwrap().review
}

#[tokio::test]
async fn the_views_of_a_long_session_are_read_in_a_moment() {
    let mut lines = vec![(0, "begin")];
    for second in 1..100 {
        lines.extend([
            (second, "next"),
            (second, "ask one #torture @justice"),
            (second, "recommend two"),
            (second, "pause"),
            (second, "resume"),
        ]);
    }
    agree(&Meeting::of(sample(), &lines).await);
}
