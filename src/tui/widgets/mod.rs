//! The marks that panels are made of.

pub mod times;
