//! Advance questions and earlier recommendations out of a text in columns. All of it is taken, or nothing and every bad line is named.

use std::ops::Range;

use super::{Asked, Earlier};
use crate::review::columns::{CODES, Header, Lines, MOST, NAMES, Row, lined};
use crate::review::list::{self, Complaint, Fault, LineProblem};
use crate::review::names::{fold, is_unseen, steers};
use crate::review::spelling::did_you_mean;
use crate::review::{Code, Official, Review};

const TEXTS: [&str; 6] = ["text", "question", "words", "summary", "recommendation", "questions"];
const THEMES: [&str; 4] = ["theme", "themes", "subject", "subjects"];
const OFFICIALS: [&str; 4] = ["official", "officials", "office", "answers"];
const NUMBERS: [&str; 4] = ["number", "no", "nr", "paragraph"];

/// Reads questions handed in before the meeting: the columns `delegation` (or `code`) and `text`, and as they are there `theme` and
/// `official`, with commas, semicolons or tabs between them, in any order; every other column is passed over. Several
/// delegations, themes and officials of one cell have `;` between them. Without a header the columns are delegation, text, theme, official.
///
/// # Errors
/// Every line that is not understood: who asks is unknown, no words, a theme or an official whom the review does not have.
pub fn advance(text: &str, review: &Review) -> Result<Vec<Asked>, Vec<LineProblem>> {
    let is_header = |header: &Header| has_who(header) && header.column(&TEXTS).is_some();
    let is_question = |header: &Header, row: &Row| who(row, header, review).is_ok() && row.cell(header.column(&TEXTS)).is_some();
    let agreed = |body: &str| Header::agreed(body, &["delegation", "text", "theme", "official"], is_question);
    read(
        text,
        "delegation and text",
        |body| Header::of(body, is_header).or_else(|| agreed(body)),
        |row, header, _| asked(row, header, review),
    )
}

/// Reads the recommendations of an earlier review: the columns `number`, `delegation` (or `code`) and `text`.
///
/// # Errors
/// Every line that is not understood, or has a number that stands above it already.
pub fn earlier(text: &str, review: &Review) -> Result<Vec<Earlier>, Vec<LineProblem>> {
    let is_header = |header: &Header| has_who(header) && header.column(&TEXTS).is_some() && header.column(&NUMBERS).is_some();
    read(
        text,
        "number, delegation and text",
        |body| Header::of(body, is_header),
        |row, header, above| recommended(row, header, above, review),
    )
}

/// Every line below the header, each held against those above it.
fn read<T>(
    text: &str,
    needed: &str,
    columns: impl Fn(&str) -> Option<Header>,
    line: impl Fn(&Row, &Header, &[T]) -> Result<T, Complaint>,
) -> Result<Vec<T>, Vec<LineProblem>> {
    let text = &*lined(text);
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let body = text.get(mark..).unwrap_or_default();
    let ends = Lines::of(body);
    let problem = |span: Range<usize>, complaint: Complaint| LineProblem {
        line: ends.line(span.start),
        span: span.start + mark..span.end + mark,
        complaint,
    };
    let Some(header) = columns(body) else {
        let start = body.len() - body.trim_start().len();
        let end = start + body.trim_start().lines().next().map_or(0, |first| first.trim_end().len());
        let what = format!("the first line does not name the columns {needed}");
        let help = "head the columns with these words, with commas, semicolons or tabs between them";
        return Err(vec![problem(start..end, Complaint::new(Fault::Line, what, help))]);
    };
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    for (at, row) in header.rows(body).into_iter().enumerate() {
        match if at < MOST { line(&row, &header, &lines) } else { Err(list::too_many()) } {
            Ok(read) => lines.push(read),
            Err(complaint) => problems.push(problem(row.span, complaint)),
        }
    }
    if problems.is_empty() { Ok(lines) } else { Err(problems) }
}

fn has_who(header: &Header) -> bool {
    header.column(&CODES).is_some() || header.column(&NAMES).is_some()
}

fn who(row: &Row, header: &Header, review: &Review) -> Result<Vec<Code>, Complaint> {
    list::who(row.cell(header.column(&CODES)), row.cell(header.column(&NAMES)), review)
}

fn asked(row: &Row, header: &Header, review: &Review) -> Result<Asked, Complaint> {
    let cell = |names: &[&str]| row.cell(header.column(names)).unwrap_or_default();
    Ok(Asked {
        delegations: who(row, header, review)?,
        text: words(cell(&TEXTS))?,
        themes: each(cell(&THEMES), |written| theme(written, review))?,
        officials: each(cell(&OFFICIALS), |written| official(written, review))?,
    })
}

fn recommended(row: &Row, header: &Header, above: &[Earlier], review: &Review) -> Result<Earlier, Complaint> {
    let cell = |names: &[&str]| row.cell(header.column(names)).unwrap_or_default();
    let number = list::one_line(&cell(&NUMBERS).replace(steers, ""));
    if number.is_empty() {
        return Err(Complaint::new(
            Fault::Line,
            "the line has no number",
            "write the recommendation's number in the report, such as 125.34",
        ));
    }
    if above.iter().any(|earlier| earlier.number == number) {
        return Err(Complaint::new(Fault::Duplicate, format!("the number {number} stands twice"), "give each its own"));
    }
    Ok(Earlier { number, delegations: who(row, header, review)?, text: words(cell(&TEXTS))? })
}

/// The words on one line, without what is unseen; they are shown on terminals.
fn words(written: &str) -> Result<String, Complaint> {
    let words = list::one_line(&written.replace(is_unseen, ""));
    if words.is_empty() {
        return Err(Complaint::new(Fault::Line, "the line has no words", "write what was asked, or take the line out"));
    }
    if words.chars().any(steers) {
        return Err(Complaint::new(Fault::Line, "the words have a control character in them", "write them without tabs or escapes"));
    }
    Ok(words)
}

/// What stands in a cell with `;` between, each once.
fn each(cell: &str, find: impl Fn(&str) -> Result<String, Complaint>) -> Result<Vec<String>, Complaint> {
    let mut found = Vec::new();
    for written in cell.split(';').map(str::trim).filter(|written| !written.is_empty()) {
        let one = find(written)?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Ok(found)
}

/// A theme by its id, with or without the mark, or by its name.
fn theme(written: &str, review: &Review) -> Result<String, Complaint> {
    let wanted = fold(written);
    let found = review.themes.iter().find(|theme| fold(&theme.id) == wanted || fold(&theme.name) == wanted);
    found.map(|theme| theme.id.clone()).ok_or_else(|| {
        let help = did_you_mean(&wanted, review.themes.iter().flat_map(|theme| [theme.id.as_str(), theme.name.as_str()]));
        let help = help.unwrap_or_else(|| "write the theme's word or leave the cell empty".to_owned());
        Complaint::new(Fault::Theme, format!("there is no theme \"{written}\""), help)
    })
}

/// An official by id, key, office or name.
fn official(written: &str, review: &Review) -> Result<String, Complaint> {
    let wanted = fold(written);
    let is_key = |official: &Official| official.key.is_some_and(|key| written.trim_start_matches('@').chars().eq([key]));
    let is_called = |official: &Official| {
        let names = [&official.id, &official.office, &official.short].into_iter().chain(&official.name);
        names.into_iter().any(|name| fold(name) == wanted)
    };
    let found = review.officials.iter().find(|one| is_key(one)).or_else(|| review.officials.iter().find(|one| is_called(one)));
    found.map(|official| official.id.clone()).ok_or_else(|| {
        let help = did_you_mean(&wanted, review.officials.iter().flat_map(|one| [one.id.as_str(), one.office.as_str()]));
        let help = help.unwrap_or_else(|| "write the official's word or leave the cell empty".to_owned());
        Complaint::new(Fault::Official, format!("there is no official \"{written}\""), help)
    })
}
