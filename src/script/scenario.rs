//! A scenario file, read: what happens, and what must be true then.

use std::path::{Path as FilePath, PathBuf};

use super::path::Path;
use super::value::{Op, Wanted};
use crate::dialogue::RefusalCode;
use crate::review::{Ms, duration};

/// A scenario. Lines that could not be read are kept as faults, so that all of them are told at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// The review that it plays in, as the scenario names it.
    pub review: PathBuf,
    /// What happens, in order.
    pub steps: Vec<Step>,
    /// The lines that are none.
    pub faults: Vec<Fault>,
}

/// One line that does something.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its number, from 1.
    pub line: usize,
    /// When, in session time.
    pub at: Ms,
    /// What.
    pub act: Act,
}

/// What a line does.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// `[as SEAT] COMMAND`: is accepted
    Command {
        /// Who gives it.
        seat: String,
        /// The command as written.
        command: String,
    },
    /// `refuse CODE [as SEAT] COMMAND`: is refused, and for that reason
    Refuse {
        /// The reason.
        code: RefusalCode,
        /// Who gives it.
        seat: String,
        /// The command as written.
        command: String,
    },
    /// `expect PATH OP VALUE`
    Expect {
        /// Where to look.
        path: Path,
        /// How to compare.
        op: Op,
        /// With what.
        wanted: Wanted,
    },
    /// `crash`: the state in memory is dropped, and the session opened again from the disk
    Crash,
}

/// What is wrong with a line, or what did not come true in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line's number, from 1.
    pub line: usize,
    /// What was wanted and what was got.
    pub what: String,
}

/// The seat of a line without `as`.
const OPERATOR: &str = "operator";

impl Scenario {
    /// Reads a scenario's text.
    pub fn parse(text: &str) -> Scenario {
        let mut scenario = Scenario { review: PathBuf::new(), steps: Vec::new(), faults: Vec::new() };
        let mut now = Ms::ZERO;
        let lines = text.trim_start_matches('\u{feff}').lines().zip(1..).map(|(written, line)| (written.trim(), line));
        for (written, line) in lines.filter(|(written, _)| !written.is_empty() && !written.starts_with('#')) {
            if let ("review", file) = word(written) {
                let quoted = file.strip_prefix('"').and_then(|file| file.strip_suffix('"'));
                match scenario.play_in(FilePath::new(quoted.unwrap_or(file))) {
                    Ok(()) => {}
                    Err(what) => scenario.faults.push(Fault { line, what }),
                }
                continue;
            }
            match step(written, line, now) {
                Ok(step) => {
                    now = step.at;
                    scenario.steps.push(step);
                }
                Err(what) => scenario.faults.push(Fault { line, what }),
            }
        }
        scenario
    }

    fn play_in(&mut self, file: &FilePath) -> Result<(), String> {
        if file.as_os_str().is_empty() {
            return Err("review what? name the review's file".to_owned());
        }
        if !self.review.as_os_str().is_empty() {
            return Err("a scenario plays in one review, and this is its second".to_owned());
        }
        if !self.steps.is_empty() {
            return Err("the review is named before anything happens".to_owned());
        }
        self.review = file.to_owned();
        Ok(())
    }
}

fn step(written: &str, line: usize, now: Ms) -> Result<Step, String> {
    let (first, rest) = word(written);
    let (at, rest) = if first.starts_with(|c: char| c.is_ascii_digit()) { (duration::parse(first)?, rest) } else { (now, written) };
    if at < now {
        return Err(format!("{at} is before {now}: session time never goes back"));
    }
    Ok(Step { line, at, act: act(rest)? })
}

fn act(written: &str) -> Result<Act, String> {
    match word(written) {
        ("", _) => Err("nothing happens in this line; write a command, expect, refuse or crash after the time".to_owned()),
        ("expect", expectation) => {
            let (path, rest) = path_word(expectation);
            let (op, wanted) = word(rest);
            Ok(Act::Expect { path: path.parse()?, op: op.parse()?, wanted: wanted.parse()? })
        }
        ("refuse", rest) => {
            let (code, rest) = word(rest);
            let known = RefusalCode::ALL.iter().find(|known| known.as_str() == code);
            let code = *known.ok_or_else(|| format!("\"{code}\" is no reason of a refusal; `plenary help commands` lists them"))?;
            let (seat, command) = seated(rest)?;
            Ok(Act::Refuse { code, seat, command })
        }
        ("crash", "") => Ok(Act::Crash),
        ("crash", more) => Err(format!("crash stands alone, without \"{more}\"")),
        _ => {
            let (seat, command) = seated(written)?;
            Ok(Act::Command { seat, command })
        }
    }
}

/// `[as SEAT] COMMAND`
fn seated(written: &str) -> Result<(String, String), String> {
    let (seat, command) = match word(written) {
        ("as", rest) => word(rest),
        _ => (OPERATOR, written),
    };
    if command.is_empty() {
        return Err(format!("a command is missing after \"{written}\""));
    }
    Ok((seat.to_owned(), command.to_owned()))
}

/// The first word, and the rest without the blanks between.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(char::is_whitespace).map_or((text, ""), |(first, rest)| (first, rest.trim()))
}

/// The first word, where blanks within quotes belong to it.
fn path_word(text: &str) -> (&str, &str) {
    let mut within = false;
    let end = text.find(|letter: char| {
        within ^= letter == '"';
        letter.is_whitespace() && !within
    });
    text.split_at_checked(end.unwrap_or(text.len())).map_or((text, ""), |(path, rest)| (path, rest.trim()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn reads_every_form_of_line() {
        let scenario = Scenario::parse(
            "\u{feff}# France speaks\n\nreview \"../reviews/three-states.toml\"\n0:00  begin\n      next\r\n1:10  as clerk ask Which law #torture\n\
             2:00  expect floor.phase = over\n      refuse not-paused as clerk-2 resume\n2:05  crash\n",
        );
        assert_eq!(scenario.faults, []);
        assert_eq!(scenario.review, PathBuf::from("../reviews/three-states.toml"));
        let lines: Vec<(usize, Ms)> = scenario.steps.iter().map(|step| (step.line, step.at)).collect();
        let [s0, s70, s120, s125] = [0, 70, 120, 125].map(Ms::seconds);
        assert_eq!(lines, [(4, s0), (5, s0), (6, s70), (7, s120), (8, s120), (9, s125)]);
        let acts: Vec<Act> = scenario.steps.into_iter().map(|step| step.act).collect();
        assert_eq!(acts[1], Act::Command { seat: "operator".into(), command: "next".into() });
        assert_eq!(acts[2], Act::Command { seat: "clerk".into(), command: "ask Which law #torture".into() });
        let over = Act::Expect { path: "floor.phase".parse().unwrap(), op: Op::Is, wanted: Wanted::Bare("over".into()) };
        assert_eq!(acts[3], over);
        assert_eq!(acts[4], Act::Refuse { code: RefusalCode::NotPaused, seat: "clerk-2".into(), command: "resume".into() });
        assert_eq!(acts[5], Act::Crash);
    }

    #[test]
    fn every_wrong_line_is_told_with_its_number() {
        let scenario = Scenario::parse(
            "review a.toml\n0:30 begin\n0:10 next\n30 next\nexpect floor\nexpect floor is null\nrefuse never next\n0:40\nas clerk\ncrash now\nreview b.toml\n",
        );
        let lines: Vec<usize> = scenario.faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [3, 4, 5, 6, 7, 8, 9, 10, 11]);
        assert_eq!(scenario.faults[0].what, "0:10 is before 0:30: session time never goes back");
        assert_eq!(scenario.steps.len(), 1);
    }
}
