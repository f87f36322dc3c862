//! Lines of the language and scenario files: whatever is typed is read back as it was printed, and what is accepted fits.

use std::cell::OnceCell;
use std::sync::Arc;

use plenary::dialogue::{Command, Dialogue, Event, Record, Refusal, State};
use plenary::language::words::clean;
use plenary::language::{complete, describe, happened, parse, parse_arguments, preview, print};
use plenary::review::{Ms, Review};
use plenary::script::{Act, Scenario, Step};

use super::{assert_plain, assert_sentence, opened_on, sample};

thread_local! {
    static OPENED: OnceCell<Dialogue> = const { OnceCell::new() };
}

/// Takes the bytes for the lines of a scenario: each is read as a command, and those that happen are carried out one after the other.
pub fn hold(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut dialogue = OPENED.with(|opened| opened.get_or_init(|| opened_on(sample())).clone());
    for line in text.split(['\n', '\r']) {
        reads_back(line, &dialogue.state().review);
        completes(line, dialogue.state());
    }
    for Step { at, act, .. } in Scenario::parse(&text).steps {
        if let Act::Command { seat, command } | Act::Refuse { seat, command, .. } = act {
            carry_out(&mut dialogue, &seat, &command, at);
        }
    }
}

/// What is printed is read as the same command, and what is refused is said in a sentence. The shell's way in is held to the same.
fn reads_back(line: &str, review: &Review) {
    let arguments: Vec<String> = line.split('\t').map(str::to_owned).collect();
    for read in [parse(line, review), parse_arguments(&arguments, review)] {
        match read {
            Ok(command) => {
                let printed = print(&command);
                assert_eq!(clean(&printed), printed, "what is printed steers a terminal");
                assert_eq!(parse(&printed, review).as_ref(), Ok(&command), "{printed:?} is another command");
            }
            Err(refusal) => refused(&refusal),
        }
    }
}

fn refused(refusal: &Refusal) {
    assert_sentence(&refusal.sentence);
}

fn completes(line: &str, state: &State) {
    for cursor in [line.len(), line.len() / 2] {
        for completion in complete(line, cursor, state) {
            assert!(line.get(completion.replaces.clone()).is_some(), "{:?} is no part of {line:?}", completion.replaces);
        }
    }
}

/// What is decided can be applied, stored and read again, and is named in plain words; what is refused changes nothing.
fn carry_out(dialogue: &mut Dialogue, seat: &str, line: &str, at: Ms) {
    let at = at.max(dialogue.records().last().map_or(Ms::ZERO, |record| record.at));
    let Ok(command) = parse(line, &dialogue.state().review) else { return };
    dialogue.advance(at);
    assert_plain(&preview(&command, dialogue.state(), at).unwrap_or_default());
    let decision = match dialogue.decide(seat, &command, at) {
        Ok(decision) if decision.events.is_empty() => return,
        Ok(decision) => decision,
        Err(refusal) => return refused(&refusal),
    };
    let stored = serde_json::to_string(&decision.events).expect("what happened can be stored");
    let read: Vec<Event> = serde_json::from_str(&stored).expect("what was stored can be read");
    assert_eq!(read, decision.events, "what is stored is something else");
    let record = Arc::new(record(dialogue, seat, &command, at, decision.moment, read));
    dialogue.apply(Arc::clone(&record)).unwrap_or_else(|broken| panic!("{line:?} was accepted and does not fit: {broken}"));
    assert_plain(&describe(&record, dialogue.state()));
    assert_plain(&happened(&record, dialogue));
}

fn record(dialogue: &Dialogue, seat: &str, command: &Command, at: Ms, moment: Ms, events: Vec<Event>) -> Record {
    let record = Record::of(dialogue.seq().next(), at, events);
    Record { moment, seat: clean(seat).into(), command: print(command).into(), ..record }
}
