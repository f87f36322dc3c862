//! Laws hold only as far as the commands reach: every one of them is accepted in some meetings.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::commands::steps;
use super::meeting::Meeting;
use super::reviews::rules;

#[test]
fn every_command_is_accepted_somewhere() {
    let mut runner = TestRunner::deterministic();
    let mut tried: BTreeMap<String, [u32; 2]> = BTreeMap::new();
    for _ in 0..40 {
        let (rules, steps) = (rules(), steps(220)).new_tree(&mut runner).unwrap().current();
        let mut meeting = Meeting::of(rules.review());
        for step in steps {
            let verb: String = format!("{:?}", step.command.action).chars().take_while(char::is_ascii_alphabetic).collect();
            let accepted = meeting.step(step).is_ok_and(|changed| changed);
            tried.entry(verb).or_default()[usize::from(accepted)] += 1;
        }
    }
    let [refused, accepted] = tried.values().fold([0, 0], |[no, yes], [refused, accepted]| [no + refused, yes + accepted]);
    assert!(accepted * 3 > refused * 2, "{accepted} of {}: {tried:?}", accepted + refused);
    let rarely: Vec<_> = tried.iter().filter(|(_, [_, accepted])| *accepted < 2).collect();
    assert!(rarely.is_empty(), "{rarely:?}");
}
