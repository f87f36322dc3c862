//! A PATH: the way from the state as JSON to one of its values, `floor.held[0].left`.

use std::fmt;
use std::str::FromStr;

use serde_json::Value;

/// A way into the state. Names are parted by dots, places in a list stand in brackets and count from 0; a name with a dot
/// or a blank in it is quoted. Clock values are found without their `_ms` too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Name(String),
    Place(usize),
}

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found<'a> {
    /// The value; null where the path goes past the end of a list or below null.
    pub value: &'a Value,
    /// What its number counts.
    pub unit: Unit,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Things, or nothing.
    Things,
    /// Time; to be compared with a length of time.
    Time,
    /// Time, and the path says so with its `_ms`: a bare number is a number of milliseconds then.
    Milliseconds,
}

const NOTHING: Value = Value::Null;

impl Path {
    /// Follows the path.
    ///
    /// # Errors
    /// A sentence when a name is not known where it stands, naming those that are, or when a list is asked for a name or the reverse.
    pub fn find<'a>(&self, state: &'a Value) -> Result<Found<'a>, String> {
        let mut found = Found { value: state, unit: Unit::Things };
        for (taken, step) in self.steps.iter().enumerate() {
            let here = || self.up_to(taken);
            found = match (step, found.value) {
                (_, Value::Null) => return Ok(Found { value: &NOTHING, unit: Unit::Things }),
                (Step::Name(name), Value::Object(names)) => {
                    let long = format!("{name}_ms");
                    let exact = names
                        .get(name)
                        .map(|value| Found { value, unit: if name.ends_with("_ms") { Unit::Milliseconds } else { Unit::Things } });
                    exact.or_else(|| names.get(&long).map(|value| Found { value, unit: Unit::Time })).ok_or_else(|| {
                        let known: Vec<&str> = names.keys().map(String::as_str).collect();
                        format!("{} has no \"{name}\"; it has {}", here(), known.join(", "))
                    })?
                }
                (Step::Place(place), Value::Array(things)) => Found { value: things.get(*place).unwrap_or(&NOTHING), unit: Unit::Things },
                (Step::Name(name), Value::Array(_)) => return Err(format!("{0} is a list; write {0}[0].{name}", here())),
                (Step::Name(name), _) => return Err(format!("{} has nothing below it, so no \"{name}\"", here())),
                (Step::Place(place), _) => return Err(format!("{} is not a list, so it has no [{place}]", here())),
            };
        }
        Ok(found)
    }

    fn up_to(&self, taken: usize) -> String {
        let steps: Vec<Step> = self.steps.iter().take(taken).cloned().collect();
        if steps.is_empty() { "the state".to_owned() } else { Path { steps }.to_string() }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.steps.iter().enumerate() {
            match step {
                Step::Name(name) => {
                    let dot = if at == 0 { "" } else { "." };
                    let quote = if name.contains(['.', ' ', '[']) { "\"" } else { "" };
                    write!(f, "{dot}{quote}{name}{quote}")?;
                }
                Step::Place(place) => write!(f, "[{place}]")?,
            }
        }
        Ok(())
    }
}

impl FromStr for Path {
    type Err = String;

    fn from_str(text: &str) -> Result<Path, String> {
        let wrong = || format!("\"{text}\" is not a path; write names and places like floor.held[0].left");
        let mut steps = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            if let Some(inside) = rest.strip_prefix('[') {
                let (place, after) = inside.split_once(']').ok_or_else(wrong)?;
                steps.push(Step::Place(place.trim().parse().map_err(|_| wrong())?));
                rest = after;
                continue;
            }
            let name = if steps.is_empty() { rest } else { rest.strip_prefix('.').ok_or_else(wrong)? };
            let (name, after) = match name.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').ok_or_else(wrong)?,
                None => name.split_at_checked(name.find(['.', '[']).unwrap_or(name.len())).ok_or_else(wrong)?,
            };
            if name.is_empty() {
                return Err(wrong());
            }
            steps.push(Step::Name(name.to_owned()));
            rest = after;
        }
        if steps.is_empty() { Err(wrong()) } else { Ok(Path { steps }) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn find(path: &str) -> Result<(Value, Unit), String> {
        let state = json!({
            "floor": { "left_ms": 27_000, "held": [{ "turn": 1 }], "official": null },
            "called": null,
            "groups": { "Western Europe": { "turns": 2 } },
        });
        let found = path.parse::<Path>()?.find(&state)?;
        Ok((found.value.clone(), found.unit))
    }

    #[test]
    fn finds_values_with_and_without_the_unit() {
        assert_eq!(find("floor.left"), Ok((json!(27_000), Unit::Time)));
        assert_eq!(find("floor.left_ms"), Ok((json!(27_000), Unit::Milliseconds)));
        assert_eq!(find("floor.held[0].turn"), Ok((json!(1), Unit::Things)));
        assert_eq!(find("groups.\"Western Europe\".turns"), Ok((json!(2), Unit::Things)));
    }

    #[test]
    fn past_the_end_and_below_null_is_null() {
        assert_eq!(find("floor.held[1]"), Ok((json!(null), Unit::Things)));
        assert_eq!(find("floor.held[7].turn"), Ok((json!(null), Unit::Things)));
        assert_eq!(find("called.kind"), Ok((json!(null), Unit::Things)));
        assert_eq!(find("floor.official.anything[3]"), Ok((json!(null), Unit::Things)));
    }

    #[test]
    fn an_unknown_name_is_an_error_that_names_the_known_ones() {
        assert_eq!(find("floor.lefft").unwrap_err(), "floor has no \"lefft\"; it has left_ms, held, official");
        assert!(find("flor").unwrap_err().starts_with("the state has no \"flor\""));
        assert_eq!(find("floor.held.turn").unwrap_err(), "floor.held is a list; write floor.held[0].turn");
        assert!(find("floor[0]").is_err());
        assert!(find("floor.left.more").is_err());
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in ["", ".", "floor.", "floor..left", "floor[", "floor[x]", "floor[-1]", "floor.held[0]turn", "groups.\"West"] {
            assert!(text.parse::<Path>().is_err(), "{text}");
        }
    }
}
