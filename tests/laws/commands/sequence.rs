//! Long sequences of anything, of which a failing one is cut down to what makes it fail.

use std::fmt::Debug;

use proptest::prelude::*;
use proptest::strategy::{NewTree, ValueTree};
use proptest::test_runner::TestRunner;

/// At least so many of them, and up to a tenth more.
#[derive(Debug)]
pub struct AtLeast<S>(pub usize, pub S);

impl<S: Strategy<Value: Clone + Debug>> Strategy for AtLeast<S> {
    type Tree = Sequence<S::Value>;
    type Value = Vec<S::Value>;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let length = (self.0..=self.0 + self.0 / 10).new_tree(runner)?.current();
        let one = |_| self.1.new_tree(runner).map(|tree| tree.current());
        let kept = (0..length).map(one).collect::<Result<_, _>>()?;
        Ok(Sequence { kept, run: length, at: 0, before: None })
    }
}

/// What is left of a sequence, and where the next run is tried to be left out: long runs first.
#[derive(Debug)]
pub struct Sequence<T> {
    kept: Vec<T>,
    run: usize,
    at: usize,
    before: Option<Vec<T>>,
}

impl<T: Clone + Debug> ValueTree for Sequence<T> {
    type Value = Vec<T>;

    fn current(&self) -> Vec<T> {
        self.kept.clone()
    }

    fn simplify(&mut self) -> bool {
        if self.at >= self.kept.len() {
            (self.run, self.at) = (self.run.min(self.kept.len()) / 2, 0);
        }
        if self.run == 0 {
            return false;
        }
        self.before = Some(self.kept.clone());
        self.kept.drain(self.at..(self.at + self.run).min(self.kept.len()));
        true
    }

    fn complicate(&mut self) -> bool {
        let Some(before) = self.before.take() else { return false };
        self.kept = before;
        self.at += self.run;
        true
    }
}
