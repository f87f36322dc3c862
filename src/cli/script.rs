//! `plenary script`: scenario files, on virtual time.

use std::path::PathBuf;

use clap::Args;

use super::output::{Output, complain};
use super::{Done, Stop, wait_for};
use crate::script;

/// Plays scenario files and tells which expectations did not come true
#[derive(Debug, Args)]
pub struct Script {
    /// Scenario files, or folders of them
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Leaves the session behind as this file; for one scenario only
    #[arg(long, value_name = "SESSION")]
    keep: Option<PathBuf>,
}

impl Script {
    /// Plays all of them, one line each, and closes with how many passed.
    pub fn run(&self, out: &mut Output) -> Done {
        let files = self.scenarios()?;
        if self.keep.is_some() && files.len() != 1 {
            return Err(Stop::unusable(format!("--keep leaves one session behind, but there are {} scenarios", files.len())));
        }
        let (mut passed, mut failed, mut unplayable) = (0_usize, 0_usize, false);
        for file in &files {
            let name = file.display();
            match wait_for(script::run(file, self.keep.as_deref()))? {
                Ok(outcome) if outcome.faults.is_empty() => {
                    passed += 1;
                    out.line(format_args!("ok    {name}"))?;
                }
                Ok(outcome) => {
                    failed += 1;
                    out.line(format_args!("FAIL  {name}"))?;
                    for fault in &outcome.faults {
                        out.line(format_args!("      {name}:{}: {}", fault.line, fault.what))?;
                    }
                }
                Err(reason) => {
                    failed += 1;
                    unplayable = true;
                    out.line(format_args!("FAIL  {name}"))?;
                    complain(&reason.to_string());
                }
            }
        }
        out.line(format_args!("{passed} passed, {failed} failed"))?;
        match (unplayable, failed) {
            (true, _) => Err(Stop::unusable("")),
            (false, 0) => Ok(()),
            (false, _) => Err(Stop::failed("")),
        }
    }

    /// The files, those of a folder in order of name.
    fn scenarios(&self) -> Result<Vec<PathBuf>, Stop> {
        let mut files = Vec::new();
        for named in &self.files {
            if !named.is_dir() {
                files.push(named.clone());
                continue;
            }
            let unreadable = |error: std::io::Error| Stop::unusable(format!("{} cannot be read: {error}", named.display()));
            let mut within = Vec::new();
            for entry in std::fs::read_dir(named).map_err(unreadable)? {
                within.push(entry.map_err(unreadable)?.path());
            }
            within.retain(|file| file.extension().is_some_and(|extension| extension == "plenary"));
            if within.is_empty() {
                return Err(Stop::unusable(format!("{} holds no scenario (*.plenary)", named.display())));
            }
            within.sort();
            files.extend(within);
        }
        Ok(files)
    }
}
