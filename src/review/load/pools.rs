//! Pools of time: how much is in each, and what names one that is not there.

use std::ops::Range;

use super::fields::Fields;
use super::file::File;
use crate::review::{Pool, spelling};

/// Reads a table of names with an amount of time each, in the order of the file.
pub(super) fn amounts(table: &Fields<'_>) -> Vec<Pool> {
    let amounts = table.entries().iter();
    // One whose time is wrong still exists: what names it must not be reported as well.
    amounts.map(|(name, value)| Pool { name: name.value.to_owned(), total: table.file.duration_of(value).unwrap_or_default() }).collect()
}

/// Reports a pool that is named but not there.
pub(super) fn must_exist(file: File<'_>, name: &str, span: Range<usize>, pools: &[Pool]) {
    if pools.iter().any(|pool| pool.name == name) {
        return;
    }
    let names: Vec<&str> = pools.iter().map(|pool| pool.name.as_str()).collect();
    let help = spelling::did_you_mean(name, names.iter().copied()).unwrap_or_else(|| match names.is_empty() {
        true => format!("there are no pools: add [pools] with {name} = \"140m\""),
        false => format!("the pools: {}", names.join(", ")),
    });
    file.error(span, format!("there is no pool \"{name}\""), help);
}
