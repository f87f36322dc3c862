//! Laws of the core that hold for any sequence of commands, of several seats, under any modalities.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod asked;
mod charges;
mod commands;
mod corrections;
mod exchanged;
mod journal;
mod list;
mod meeting;
mod positions;
mod reach;
mod refusals;
mod replaced;
mod reviews;
mod seen;
mod sentences;
mod subsets;
mod taken_back;
mod time;

use proptest::test_runner::Config;

/// So many meetings of 200 commands and more; ten times as many with `PROPTEST_CASES=2560`.
fn cases(cases: u32) -> Config {
    let usual = Config::default();
    Config { cases: (cases * usual.cases).div_ceil(256), max_shrink_iters: 4_000, ..usual }
}
