//! A small session in which nearly everything that can be recorded happens.

use std::path::Path;

use plenary::review::{Ms, Review, load};
use plenary::session::{Press, Session, VirtualClock};

use crate::repository;

/// 23 January 2025, 09:00 in Geneva.
const START: i64 = 1_737_619_200_000;

/// Seconds since the line before, and what is said then.
const LINES: &[(i64, &str)] = &[
    (0, "inscribe CHE time=40s"),
    (0, "inscribe FRA DEU kind=joint-statement"),
    (0, "move e5 at=top"),
    (0, "swap e1 e2"),
    (0, "aside e3"),
    (0, "release e3"),
    (0, "withdraw e3"),
    (0, "restore e3"),
    (0, "sort alphabetical from=F"),
    (0, "draw seed=7"),
    (0, "time e1 50s"),
    (0, "close-list"),
    (0, "open-list"),
    (1, "begin"),
    (0, "answer justice"),
    (9, "official foreign"),
    (10, "next"),
    (5, "ask Which law will change #torture @justice"),
    (1, "ask =HYPERLINK(\"the law\"), when"),
    (1, "recommend Ratify the protocol \"as | it\" *stands* #treaties"),
    (1, "comment -1 is not a comment"),
    (1, "commend Progress since 2020"),
    (1, "order CHE"),
    (3, "ruling dismissed it was no point of order"),
    (1, "done"),
    (2, "pause"),
    (4, "resume"),
    (1, "extend 15s"),
    (1, "note A remark <for> the record"),
    (2, "done"),
    (3, "again"),
    (2, "done"),
    (1, "back 1s"),
    (2, "next"),
    (1, "replace next"),
    (1, "undo"),
    (1, "redo"),
    (1, "assign 2 interior support=foreign why=\"it is theirs\""),
    (1, "ask Another law #treaties"),
    (1, "split 6 And when"),
    (1, "ask The same again"),
    (1, "merge 8 into=6"),
    (1, "theme 6 #torture"),
    (1, "edit 5 Much progress since 2020"),
    (1, "position 3 supported"),
    (1, "cut"),
    (1, "inscribe participant=\"Observer of a fund\" late=\"the chair agreed\""),
    (1, "suspend"),
    (5, "reconvene"),
    (1, "answer \"Head of the fund's desk\""),
    (4, "answered 1"),
    (0, "written 2"),
    (0, "decline 6 why=\"not for this meeting\""),
    (0, "reopen 2"),
    (0, "unassign 2"),
    (0, "drop 4"),
    (2, "next"),
    (1, "absent"),
    (2, "divide each=30s apply"),
    (1, "give BRA"),
    (1, "segment closing"),
    (1, "retype right-of-reply"),
    (0, "defer e4"),
    (0, "withdraw e4"),
    (20, "adjourn"),
];

/// Makes the session; its review knows four States and no more, so that it stays small.
pub fn small_session(path: &Path) {
    let mut review = load::review(repository().join("tests/reviews/three-states.toml")).unwrap().review;
    let wanted = ["FRA", "DEU", "BRA", "CHE", "KAZ"];
    review.delegations.retain(|delegation| wanted.contains(&delegation.code.to_string().as_str()));
    session(path, review, LINES);
}

/// Makes a session of a review: so many seconds after the line before, this is said. It begins at 09:00 in Geneva, always.
pub fn session(path: &Path, review: Review, lines: &[(i64, &str)]) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let clock = VirtualClock::new(START);
        let mut session = Session::create(path, review, clock.clone()).await.unwrap();
        for (seconds, line) in lines {
            clock.pass(Ms::seconds(*seconds));
            let press = Press::new("operator", &session);
            session.submit_line(&press, line).await.unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        }
    });
}
