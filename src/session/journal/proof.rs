//! Whether a file's records are those that were written: none changed, removed, added or put elsewhere; and if not, where.

use std::fmt;
use std::str::FromStr;

use super::contents::Contents;
use super::fitting::Fitting;
use super::kept::{Flaw, Kept};
use super::{Hash, ORIGIN};

/// A record's number and hash, which stand for all records up to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The number.
    pub seq: i64,
    /// The hash.
    pub hash: Hash,
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash.to_hex())
    }
}

impl FromStr for Head {
    type Err = String;

    fn from_str(text: &str) -> Result<Head, String> {
        let head = || {
            let (seq, hash) = text.trim().split_once(':')?;
            Some(Head { seq: seq.parse().ok().filter(|seq| *seq > 0)?, hash: Hash::from_hex(hash).ok()? })
        };
        head().ok_or_else(|| format!("\"{text}\" is no head; it is a record's number, a colon and its hash in 64 hexadecimal digits"))
    }
}

/// What a file's records were found to be.
#[derive(Debug)]
pub struct Proof {
    /// What is wrong, in the order of the records. Nothing: the file is sound.
    pub flaws: Vec<Flaw>,
    /// The last record up to which nothing is wrong with any.
    pub head: Option<Head>,
}

/// How a record stands to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Its hash follows from its fields and the hash before it.
    Proven,
    /// Nobody can tell, since the record before it is missing.
    Open,
    /// It is not what its hash was made of.
    Changed,
}

/// The records in order of number, one for each number, and how they stand; and what is wrong with their order and their hashes.
pub(super) struct Chain<'a> {
    pub links: Vec<(&'a Kept, Fit)>,
    pub flaws: Vec<Flaw>,
}

impl Contents {
    /// Proves the records: their order, each hash, and that each fits the ones before it. `head` is what is known of them from elsewhere.
    pub fn prove(&self, head: Option<&Head>) -> Proof {
        let chain = self.chain();
        let mut flaws = self.flaws.clone();
        flaws.extend(chain.flaws);
        if flaws.is_empty() {
            flaws.extend(misfit(&self.kept));
        }
        let first_wrong = flaws.iter().filter_map(|flaw| flaw.record).min();
        let sound = |kept: &&Kept| first_wrong.is_none_or(|wrong| kept.seq < wrong);
        let links = chain.links.iter().take_while(|(_, fit)| *fit == Fit::Proven).map(|(kept, _)| *kept);
        let newest = links.take_while(sound).last().and_then(|kept| Some(Head { seq: kept.seq, hash: kept.hash()? }));
        flaws.extend(head.and_then(|head| self.differs(head)));
        Proof { flaws, head: newest }
    }

    /// Compares with a head that was written down elsewhere: a tail that is missing and a chain made anew show only there.
    pub(super) fn differs(&self, head: &Head) -> Option<Flaw> {
        match self.kept.iter().find(|kept| kept.seq == head.seq) {
            None => Some(Flaw::of_record(head.seq, "it is the head that was named, and it is not there: the end was cut off")),
            Some(kept) if kept.hash() != Some(head.hash) => Some(Flaw::of(
                kept,
                "its hash is not that of the head that was named: records up to it were changed and their hashes made anew",
            )),
            Some(_) => None,
        }
    }

    /// Goes along the chain.
    pub(super) fn chain(&self) -> Chain<'_> {
        let mut flaws = out_of_order(&self.kept);
        let mut ordered: Vec<&Kept> = self.kept.iter().collect();
        ordered.sort_by_key(|kept| kept.seq);
        let mut links: Vec<(&Kept, Fit)> = Vec::with_capacity(ordered.len());
        // What the hash before may be. Of a record that was changed both are tried: the one beside it and the one that it has now.
        let mut before = vec![ORIGIN];
        let mut buffer = Vec::new();
        let mut expected = 1;
        for group in ordered.chunk_by(|one, other| one.seq == other.seq) {
            let Some(first) = group.first() else { continue };
            if first.seq < 1 {
                flaws.push(Flaw::of(first, "no record has such a number: it was added"));
                continue;
            }
            if first.seq > expected {
                flaws.push(missing(expected, first.seq));
                before.clear();
            }
            let mut fits = |kept: &Kept, before: &Hash| kept.hash() == Some(kept.stored().hash(before, &mut buffer));
            let proven = group.iter().find_map(|kept| before.iter().position(|before| fits(kept, before)).map(|which| (*kept, which)));
            let (chosen, fit) = match proven {
                Some((kept, which)) => {
                    if let (1, Some((last, fit))) = (which, links.last_mut()) {
                        *fit = Fit::Proven;
                        set_right(&mut flaws, last);
                    }
                    (kept, Fit::Proven)
                }
                None if before.is_empty() => (*first, Fit::Open),
                None => (*first, Fit::Changed),
            };
            for other in group.iter().filter(|other| !std::ptr::eq(**other, chosen)) {
                flaws.push(Flaw::of(other, "there is another one with its number: it was added"));
            }
            if fit == Fit::Changed {
                flaws.push(Flaw::of(chosen, CHANGED));
            }
            let now = before.first().filter(|_| fit == Fit::Changed).map(|before| chosen.stored().hash(before, &mut buffer));
            // A hash that is none is taken for the one before the first, which no record has.
            before = std::iter::once(chosen.hash().unwrap_or(ORIGIN)).chain(now).collect();
            expected = first.seq.saturating_add(1);
            links.push((chosen, fit));
        }
        flaws.sort_by_key(|flaw| flaw.record);
        Chain { links, flaws }
    }
}

const CHANGED: &str = "it does not fit its hash: it was changed, or put there in the place of another";

/// The record after it follows from what is there: not the record was changed, but the hash beside it.
fn set_right(flaws: &mut [Flaw], kept: &Kept) {
    if let Some(flaw) = flaws.iter_mut().rev().find(|flaw| flaw.record == Some(kept.seq) && flaw.what == CHANGED) {
        flaw.what = "its hash was changed; the record itself is sound".into();
    }
}

fn missing(from: i64, before: i64) -> Flaw {
    match before.saturating_sub(1) {
        last if last == from => Flaw::of_record(from, "it is missing"),
        last => Flaw::of_record(from, format!("it and all up to record {last} are missing")),
    }
}

/// Records that stand behind one with a higher number.
fn out_of_order(kept: &[Kept]) -> Vec<Flaw> {
    let mut highest: Option<&Kept> = None;
    let mut flaws = Vec::new();
    for kept in kept {
        match highest {
            Some(higher) if higher.seq > kept.seq => {
                flaws.push(Flaw::of(kept, format!("it stands behind record {}: the order was changed", higher.seq)))
            }
            _ => highest = Some(kept),
        }
    }
    flaws
}

/// The first record that is not understood, or that the records before it do not bear.
fn misfit(kept: &[Kept]) -> Option<Flaw> {
    let (first, others) = kept.split_first()?;
    let mut fitting = match Fitting::open(first) {
        Ok(fitting) => fitting,
        Err(reason) => return Some(Flaw::of(first, reason)),
    };
    others.iter().find_map(|kept| Some(Flaw::of(kept, fitting.take(kept).err()?)))
}
