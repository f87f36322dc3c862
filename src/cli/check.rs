//! `plenary check`: whether a review can be used, and what was understood of it.

use std::path::PathBuf;

use clap::Args;

use super::output::{Output, colours, complain_made};
use super::{Done, Stop};
use crate::review::{self, load};

/// Validates a review and prints what was understood
#[derive(Debug, Args)]
pub struct Check {
    /// The review
    review: PathBuf,
    /// What was understood, as JSON
    #[arg(long)]
    json: bool,
}

impl Check {
    /// Checks it. What somebody should look at goes to stderr; as long as the review can be used, that makes no failure of it.
    pub fn run(&self, out: &mut Output) -> Done {
        let name = self.review.display();
        if !self.review.exists() {
            return Err(Stop::unusable(format!("There is no file {name}")));
        }
        let loaded = load::review(&self.review).map_err(|problems| {
            complain_made(&problems.report(colours()));
            Stop::failed("")
        })?;
        if self.json {
            let json = serde_json::to_string_pretty(&loaded.review).map_err(|error| Stop::unusable(error.to_string()))?;
            out.line(json)?;
        } else {
            out.line(review::summary(&loaded.review).trim_end())?;
            out.line(format_args!("\n{name} can be used"))?;
        }
        if !loaded.warnings.is_empty() {
            complain_made(&loaded.warnings.report(colours()));
        }
        Ok(())
    }
}
