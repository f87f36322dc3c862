//! The shell's way in: what is called, what it answers on stdout and stderr, and with which exit code.
//!
//! Exit codes: 0 done, 1 refused or failed, 2 wrong call or a file that cannot be used.

mod attach;
mod check;
mod completions;
mod r#do;
mod export;
mod help;
mod import;
mod keys;
mod later;
mod open;
mod output;
mod recover;
mod replay;
mod script;
mod sessions;
mod show;
mod simulate;
mod verify;

use std::ffi::OsString;
use std::future::Future;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::session::journal::CopiedJournal;
use crate::session::{Session, SystemClock};
use output::{Output, complain};

/// Runs the interactive dialogue of a Universal Periodic Review live at a terminal.
///
/// Without a command the sample review is opened: a new session in ./sessions, or the last one there.
#[derive(Debug, Parser)]
#[command(name = "plenary", version, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    call: Option<Call>,
}

#[derive(Debug, Subcommand)]
enum Call {
    Open(open::Open),
    Attach(attach::Attach),
    Do(r#do::Do),
    Show(show::Show),
    Script(script::Script),
    Check(check::Check),
    Sessions(sessions::Sessions),
    Keys(keys::Keys),
    Completions(completions::Completions),
    Help(help::Help),
    Replay(replay::Replay),
    Export(export::Export),
    Import(import::Import),
    Verify(verify::Verify),
    Recover(recover::Recover),
    Simulate(simulate::Simulate),
}

/// Why a call did not do what was asked.
#[derive(Debug)]
struct Stop {
    code: u8,
    sentence: String,
}

type Done = Result<(), Stop>;

impl Stop {
    /// Refused, or failed: exit code 1. An empty sentence says that all has been said.
    fn failed(sentence: impl Into<String>) -> Stop {
        Stop { code: 1, sentence: sentence.into() }
    }

    /// A wrong call, or a file that cannot be used: exit code 2.
    fn unusable(sentence: impl Into<String>) -> Stop {
        Stop { code: 2, sentence: sentence.into() }
    }
}

impl From<io::Error> for Stop {
    /// Whoever read our output has had enough: that is no failure of ours.
    fn from(error: io::Error) -> Stop {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Stop { code: 0, sentence: String::new() }
        } else {
            Stop::unusable(format!("The output could not be written: {error}"))
        }
    }
}

/// Carries out one call of the program and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Nothing is left to say if even this cannot be written.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let mut out = Output::new();
    let done = dispatch(cli.call, &mut out).and_then(|()| out.finish().map_err(Stop::from));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop { code, sentence }) => {
            // What was said before belongs before the reason; if it cannot be written, the reason still can.
            let _ = out.finish();
            complain(&sentence);
            ExitCode::from(code)
        }
    }
}

fn dispatch(call: Option<Call>, out: &mut Output) -> Done {
    match call {
        None => open::sample(out),
        Some(Call::Open(call)) => call.run(out),
        Some(Call::Attach(call)) => call.run(),
        Some(Call::Do(call)) => call.run(out),
        Some(Call::Show(call)) => call.run(out),
        Some(Call::Script(call)) => call.run(out),
        Some(Call::Check(call)) => call.run(out),
        Some(Call::Sessions(call)) => call.run(out),
        Some(Call::Keys(call)) => call.run(out),
        Some(Call::Completions(call)) => call.run(out),
        Some(Call::Help(call)) => call.run(out),
        Some(Call::Replay(call)) => call.run(out),
        Some(Call::Export(call)) => call.run(out),
        Some(Call::Import(call)) => call.run(out),
        Some(Call::Verify(call)) => call.run(out),
        Some(Call::Recover(call)) => call.run(out),
        Some(Call::Simulate(call)) => call.run(out),
    }
}

/// Waits for something that takes its time.
fn wait_for<T>(future: impl Future<Output = T>) -> Result<T, Stop> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    Ok(runtime.map_err(|error| Stop::unusable(format!("The program could not start: {error}")))?.block_on(future))
}

/// Opens a session that is there, to go on with it.
async fn session_at(path: &Path) -> Result<Session, Stop> {
    no_review(path)?;
    Session::open(path, SystemClock::new()).await.map_err(|error| Stop::unusable(error.to_string()))
}

/// Reads a session that is there, as it is now; no trace is left of that.
async fn looked_at(path: &Path) -> Result<Session<CopiedJournal>, Stop> {
    no_review(path)?;
    Session::looked_at(path, SystemClock::new()).await.map_err(|error| Stop::unusable(error.to_string()))
}

fn no_review(path: &Path) -> Done {
    let name = path.display();
    match path.extension().is_some_and(|extension| extension == "toml") {
        true => Err(Stop::unusable(format!("{name} is a review and not a session; \"plenary open {name}\" makes a session of it"))),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_calls_are_well_formed() {
        super::Cli::command().debug_assert();
    }
}
