//! A VALUE and an OP: what an expectation wants, and whether what was found is that.

use std::fmt;
use std::str::FromStr;

use serde_json::Value;

use super::path::{Found, Unit};
use crate::review::{Ms, duration};

/// What a scenario writes for a value. What a bare word means depends on what it is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// `null`
    Null,
    /// `0:27`, `3`, `true`, `e2`, `next: France`
    Bare(String),
    /// `"in quotes"`
    Quoted(String),
    /// `[FRA, DEU]`
    List(Vec<Wanted>),
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// `=`
    Is,
    /// `!=`
    IsNot,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `contains`: a list has the value among its own, a text has the words in it
    Contains,
}

const OPS: [(&str, Op); 7] = [
    ("=", Op::Is),
    ("!=", Op::IsNot),
    ("<", Op::Less),
    ("<=", Op::AtMost),
    (">", Op::More),
    (">=", Op::AtLeast),
    ("contains", Op::Contains),
];

impl FromStr for Op {
    type Err = String;

    fn from_str(text: &str) -> Result<Op, String> {
        let op = OPS.iter().find(|(written, _)| *written == text).map(|(_, op)| *op);
        op.ok_or_else(|| format!("\"{text}\" is no comparison; write one of = != < <= > >= contains"))
    }
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(OPS.iter().find(|(_, op)| op == self).map_or("", |(written, _)| written))
    }
}

impl Op {
    /// Whether what was found compares like this with what is wanted. Null is neither less nor more than anything.
    ///
    /// # Errors
    /// A sentence when the two cannot be compared: a word with a number, a bare number with a clock.
    pub fn holds(self, found: Found<'_>, wanted: &Wanted) -> Result<bool, String> {
        match self {
            Op::Is => equal(found, wanted),
            Op::IsNot => equal(found, wanted).map(|equal| !equal),
            Op::Less => ordered(found, wanted, i64::lt),
            Op::AtMost => ordered(found, wanted, i64::le),
            Op::More => ordered(found, wanted, i64::gt),
            Op::AtLeast => ordered(found, wanted, i64::ge),
            Op::Contains => contains(found, wanted),
        }
    }
}

fn equal(found: Found<'_>, wanted: &Wanted) -> Result<bool, String> {
    match (found.value, wanted) {
        (value, Wanted::Null) => Ok(value.is_null()),
        (Value::Null, _) => Ok(false),
        (Value::Array(things), Wanted::List(wanted)) => {
            let mut pairs = things.iter().zip(wanted);
            let all = pairs.try_fold(true, |all, (value, wanted)| Ok::<_, String>(all & equal(Found { value, ..found }, wanted)?))?;
            Ok(all && things.len() == wanted.len())
        }
        (Value::Array(_), _) => Err(format!("a list is compared with a list; write [{wanted}]")),
        (_, Wanted::List(_)) => Err("only a list is compared with a list".to_owned()),
        (Value::Bool(is), wanted) => match wanted.words() {
            "true" => Ok(*is),
            "false" => Ok(!*is),
            other => Err(format!("\"{other}\" is neither true nor false")),
        },
        (Value::Number(_), wanted) => ordered(found, wanted, i64::eq),
        (Value::String(text), wanted) => Ok(text == wanted.words()),
        (Value::Object(names), wanted) => match names.get("id") {
            Some(Value::String(id)) => Ok(id == wanted.words()),
            _ => Err("this has values of its own; compare one of them".to_owned()),
        },
    }
}

fn ordered(found: Found<'_>, wanted: &Wanted, compare: fn(&i64, &i64) -> bool) -> Result<bool, String> {
    let actual = match found.value {
        Value::Number(number) => number.as_i64().ok_or("this is not a whole number")?,
        Value::Null => return Ok(false),
        _ => return Err("only numbers and times are less or more than others".to_owned()),
    };
    let wanted = wanted.words();
    let wanted = match (found.unit, wanted.parse()) {
        (Unit::Milliseconds, Ok(ms)) => ms,
        (Unit::Milliseconds | Unit::Time, _) => duration::parse(wanted)?.0,
        (Unit::Things, _) => number(wanted)?,
    };
    Ok(compare(&actual, &wanted))
}

fn number(text: &str) -> Result<i64, String> {
    text.parse().map_err(|_| format!("\"{text}\" is not a whole number"))
}

fn contains(found: Found<'_>, wanted: &Wanted) -> Result<bool, String> {
    match (found.value, wanted) {
        (Value::Null, _) => Ok(false),
        (Value::Array(_), Wanted::List(all)) => all.iter().try_fold(true, |so_far, wanted| Ok(so_far & contains(found, wanted)?)),
        (Value::Array(things), wanted) => {
            things.iter().try_fold(false, |so_far, value| Ok(so_far | equal(Found { value, ..found }, wanted)?))
        }
        (Value::String(text), wanted) => Ok(text.contains(wanted.words())),
        _ => Err("only a list or a text contains something".to_owned()),
    }
}

impl Wanted {
    fn words(&self) -> &str {
        match self {
            Wanted::Bare(words) | Wanted::Quoted(words) => words,
            Wanted::Null => "null",
            Wanted::List(_) => "",
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wanted::Null => f.write_str("null"),
            Wanted::Bare(words) => f.write_str(words),
            Wanted::Quoted(words) => write!(f, "\"{}\"", words.replace('"', "\\\"")),
            Wanted::List(things) => {
                let things: Vec<String> = things.iter().map(Wanted::to_string).collect();
                write!(f, "[{}]", things.join(", "))
            }
        }
    }
}

impl FromStr for Wanted {
    type Err = String;

    fn from_str(text: &str) -> Result<Wanted, String> {
        let text = text.trim();
        if let Some(inside) = text.strip_prefix('[') {
            let inside = inside.strip_suffix(']').ok_or_else(|| format!("the list {text} has no end; write [FRA, DEU]"))?;
            if inside.trim().is_empty() {
                return Ok(Wanted::List(Vec::new()));
            }
            let parts = parts(inside);
            if parts.iter().any(|part| part.trim_start().starts_with('[')) {
                return Err("a list in a list is nowhere in the state".to_owned());
            }
            return parts.into_iter().map(str::parse).collect::<Result<_, _>>().map(Wanted::List);
        }
        if text.starts_with('"') {
            return quoted(text).map(Wanted::Quoted);
        }
        match text {
            "" => Err("a value is missing; write null, true, 3, 0:27, [FRA, DEU] or words".to_owned()),
            "null" => Ok(Wanted::Null),
            words => Ok(Wanted::Bare(words.to_owned())),
        }
    }
}

/// At the commas that are not within quotes.
fn parts(text: &str) -> Vec<&str> {
    let mut within = false;
    let mut before = ' ';
    text.split(|letter| {
        within ^= letter == '"' && before != '\\';
        before = letter;
        letter == ',' && !within
    })
    .collect()
}

fn quoted(text: &str) -> Result<String, String> {
    let wrong = || format!("{text} is not one quoted text; a quote inside is written \\\"");
    let inside = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).ok_or_else(wrong)?;
    let plain = inside.replace("\\\"", "");
    if plain.contains('"') || plain.ends_with('\\') { Err(wrong()) } else { Ok(inside.replace("\\\"", "\"")) }
}

/// What was found, as a scenario would write it.
pub fn written(found: Found<'_>) -> String {
    match found.value {
        Value::Number(number) if found.unit != Unit::Things => number.as_i64().map_or_else(|| number.to_string(), |ms| Ms(ms).to_string()),
        Value::String(text) => text.clone(),
        Value::Array(things) => {
            let things: Vec<String> = things.iter().map(|value| written(Found { value, unit: Unit::Things })).collect();
            format!("[{}]", things.join(", "))
        }
        Value::Object(names) => match names.get("id") {
            Some(Value::String(id)) => id.clone(),
            _ => found.value.to_string(),
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn holds(value: Value, clock: bool, op: &str, wanted: &str) -> Result<bool, String> {
        let unit = if clock { Unit::Time } else { Unit::Things };
        op.parse::<Op>()?.holds(Found { value: &value, unit }, &wanted.parse()?)
    }

    #[test]
    fn clocks_compare_with_lengths_of_time() {
        assert_eq!(holds(json!(27_000), true, "=", "0:27"), Ok(true));
        assert_eq!(holds(json!(27_000), true, "=", "27s"), Ok(true));
        assert_eq!(holds(json!(-18_000), true, "=", "-0:18"), Ok(true));
        assert_eq!(holds(json!(-18_000), true, "<", "0s"), Ok(true));
        assert_eq!(holds(json!(27_001), true, "<=", "0:27"), Ok(false));
        assert!(holds(json!(27_000), true, "=", "27").unwrap_err().contains("27s"));
    }

    #[test]
    fn a_bare_number_is_milliseconds_only_where_the_path_says_so() {
        let found = Found { value: &json!(27_000), unit: Unit::Milliseconds };
        assert_eq!(Op::Is.holds(found, &Wanted::Bare("27000".into())), Ok(true));
        assert_eq!(Op::Is.holds(found, &Wanted::Bare("0:27".into())), Ok(true));
    }

    #[test]
    fn numbers_words_and_truth() {
        assert_eq!(holds(json!(3), false, ">=", "3"), Ok(true));
        assert_eq!(holds(json!("over"), false, "=", "over"), Ok(true));
        assert_eq!(holds(json!("next: France"), false, "=", "next: France"), Ok(true));
        assert_eq!(holds(json!("a \"b\""), false, "=", r#""a \"b\"""#), Ok(true));
        assert_eq!(holds(json!(true), false, "!=", "false"), Ok(true));
        assert!(holds(json!(3), false, "=", "three").is_err());
        assert!(holds(json!("x"), false, "<", "y").is_err());
    }

    #[test]
    fn null_is_only_null() {
        assert_eq!(holds(json!(null), true, "=", "null"), Ok(true));
        assert_eq!(holds(json!(null), true, "<", "1s"), Ok(false));
        assert_eq!(holds(json!(null), true, ">", "1s"), Ok(false));
        assert_eq!(holds(json!({"id": "e1"}), false, "!=", "null"), Ok(true));
        assert_eq!(holds(json!("null"), false, "=", "null"), Ok(false));
    }

    #[test]
    fn lists_and_things_with_an_id() {
        assert_eq!(holds(json!(["FRA", "DEU"]), false, "=", "[FRA, DEU]"), Ok(true));
        assert_eq!(holds(json!(["FRA", "DEU"]), false, "=", "[DEU, FRA]"), Ok(false));
        assert_eq!(holds(json!(["FRA", "DEU"]), false, "=", "[FRA]"), Ok(false));
        assert_eq!(holds(json!([]), false, "=", "[]"), Ok(true));
        assert_eq!(holds(json!(["FRA", "DEU"]), false, "contains", "DEU"), Ok(true));
        assert_eq!(holds(json!(["FRA", "DEU"]), false, "contains", "[DEU, FRA]"), Ok(true));
        assert_eq!(holds(json!([{"id": "e2"}, {"id": "e1"}]), false, "=", "[e2, e1]"), Ok(true));
        assert_eq!(holds(json!({"id": "e2"}), false, "=", "e2"), Ok(true));
        assert_eq!(holds(json!("ratify, soon"), false, "contains", "soon"), Ok(true));
        assert_eq!(holds(json!(["a, b"]), false, "=", r#"["a, b"]"#), Ok(true));
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for text in ["", "[FRA", "\"open", "\"a\" b\"", "[[FRA], DEU]", &format!("{}{}", "[".repeat(200_000), "]".repeat(200_000))] {
            assert!(text.parse::<Wanted>().is_err(), "{text}");
        }
    }
}
