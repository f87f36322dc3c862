//! A list of speakers out of a file: a CSV with or without a header, or a name or code on each line.

use std::fmt;
use std::ops::Range;

use super::{Code, Fits, Inscribed, Ms, Review, Speaker, duration};

/// What it is about a line or an entry that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It names someone whom nobody knows.
    Unknown,
    /// What it says could be any of several delegations.
    Ambiguous,
    /// It stands there already.
    Duplicate,
    /// The modalities do not have its kind.
    Kind,
    /// Its time.
    Time,
    /// The line cannot be understood, or says two things.
    Line,
}

/// A line that can't be taken into the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// What about it is wrong.
    pub fault: Fault,
    /// The line, from 1.
    pub line: usize,
    /// Where the line stands in the text, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub what: String,
    /// What would be right.
    pub help: String,
}

impl fmt::Display for LineProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}; {}", self.line, self.what, self.help)
    }
}

/// What is wrong with a line or an entry, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Complaint {
    pub fault: Fault,
    pub what: String,
    pub help: String,
}

/// How many delegations are named where a name fits several.
const SUGGESTED: usize = 6;

impl Complaint {
    /// What was read is quoted in it, so that control characters must not get through.
    fn new(fault: Fault, what: impl Into<String>, help: impl Into<String>) -> Complaint {
        let harmless = |text: String| text.replace(char::is_control, "\u{fffd}");
        Complaint { fault, what: harmless(what.into()), help: harmless(help.into()) }
    }
}

/// The columns that a header names; everything else in a file is passed over.
#[derive(Debug, Clone, Copy, Default)]
struct Columns {
    code: Option<usize>,
    name: Option<usize>,
    kind: Option<usize>,
    time: Option<usize>,
}

/// Reads a list of speakers. Blank lines, quotes, a byte order mark and the line ends of Windows make no difference.
///
/// # Errors
/// Every line that is not understood, or names again who is there already. Nothing is guessed.
pub fn read(text: &str, review: &Review) -> Result<Vec<Inscribed>, Vec<LineProblem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).flexible(true).trim(csv::Trim::All).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let mut columns = None;
    let (mut entries, mut lines, mut problems): (Vec<Inscribed>, Vec<usize>, Vec<LineProblem>) = Default::default();
    for record in reader.records() {
        let Ok(record) = record else { continue };
        let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        let (line, span) = line_at(text, start);
        let cells: Vec<&str> = record.iter().collect();
        if cells.iter().all(|cell| cell.is_empty()) {
            continue;
        }
        if columns.is_none() {
            let header = header(&cells);
            columns = Some(header.unwrap_or_default());
            if header.is_some() {
                continue;
            }
        }
        let whole = text.get(span.clone()).unwrap_or_default();
        let read = entry(&cells, whole, columns.unwrap_or_default(), review).and_then(|entry| {
            unfit(&entry, review).map_or(Ok(()), Err)?;
            if let Some(first) = same_as(&entry, entries.iter(), review).and_then(|at| lines.get(at)) {
                let what = format!("{} is in the list twice", review.names(&entry.delegations));
                return Err(Complaint::new(Fault::Duplicate, what, format!("it stands on line {first} already: take one of them out")));
            }
            Ok(entry)
        });
        match read {
            Ok(entry) => {
                entries.push(entry);
                lines.push(line);
            }
            Err(Complaint { fault, what, help }) => problems.push(LineProblem { fault, line, span, what, help }),
        }
    }
    if problems.is_empty() { Ok(entries) } else { Err(problems) }
}

fn entry(cells: &[&str], whole: &str, columns: Columns, review: &Review) -> Result<Inscribed, Complaint> {
    let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).copied().filter(|cell| !cell.is_empty());
    let delegations = if columns.code.is_some() || columns.name.is_some() {
        both(cell(columns.code), cell(columns.name), review)?
    } else {
        without_header(cells, whole, review)?
    };
    let time = match cell(columns.time) {
        Some(written) => {
            Some(duration::parse(written).map_err(|complaint| Complaint::new(Fault::Time, "the time is not understood", complaint))?)
        }
        None => None,
    };
    Ok(Inscribed { delegations, kind: cell(columns.kind).map(str::to_owned), time })
}

/// A line of a file without header is a name, a code, or a code and a name; a number in front counts the lines.
fn without_header(cells: &[&str], whole: &str, review: &Review) -> Result<Vec<Code>, Complaint> {
    if let Fits::One(code) = review.find_exactly(whole) {
        return Ok(vec![code]);
    }
    let cells = match cells {
        [number, rest @ ..] if !rest.is_empty() && is_number(number) => rest,
        all => all,
    };
    match cells {
        [] => Err(Complaint::new(Fault::Line, "the line names nobody", "write a name or a code")),
        [one] => several(without_number(one), review),
        [first, second, ..] => {
            let is_code = |cell: &str| Code::new(cell).is_ok_and(|code| code.as_str().len() <= 3 && code.as_str() == cell);
            if is_code(second) && !is_code(first) {
                both(Some(second), Some(first), review)
            } else {
                both(Some(first), Some(second), review)
            }
        }
    }
}

/// A code and a name must mean the same; with one of them, that one counts.
fn both(code: Option<&str>, name: Option<&str>, review: &Review) -> Result<Vec<Code>, Complaint> {
    match (code, name) {
        (None, None) => Err(Complaint::new(Fault::Line, "the line names nobody", "write a name or a code")),
        (Some(one), None) | (None, Some(one)) => several(one, review),
        (Some(code), Some(name)) => {
            let by_code = several(code, review)?;
            match several(name, review) {
                Ok(by_name) if by_name != by_code => {
                    let what = format!("{code} is {}, but the line says \"{name}\"", review.names(&by_code));
                    Err(Complaint::new(Fault::Line, what, "put the code or the name right"))
                }
                _ => Ok(by_code),
            }
        }
    }
}

/// One delegation, or several with `;` between them for a joint statement.
fn several(written: &str, review: &Review) -> Result<Vec<Code>, Complaint> {
    let one = |written: &str| match review.find_exactly(written) {
        Fits::One(code) => Ok(code),
        _ => Err(unknown(written, review)),
    };
    written.split(';').map(str::trim).filter(|part| !part.is_empty()).map(one).collect()
}

/// Why a name does not say who is meant.
pub(super) fn unknown(written: &str, review: &Review) -> Complaint {
    let meant = match review.find(written) {
        Fits::Several(codes) => codes,
        Fits::One(code) => vec![code],
        Fits::None => review.nearest(written).into_iter().collect(),
    };
    let names: Vec<String> = meant.iter().take(SUGGESTED).map(|code| format!("{} ({code})", review.name_of(*code))).collect();
    let help = match names.as_slice() {
        [] => "write a name or a code of config/delegations.toml".to_owned(),
        [one] => format!("did you mean {one}?"),
        several => format!("write one of: {}", several.join(", ")),
    };
    let (fault, what) = match names.len() {
        0 | 1 => (Fault::Unknown, "is not a delegation"),
        _ => (Fault::Ambiguous, "could be any of several delegations"),
    };
    Complaint::new(fault, format!("\"{written}\" {what}"), help)
}

/// Why an entry has no place under these modalities; nothing is said of modalities without kinds, which have been reported themselves.
pub(super) fn unfit(entry: &Inscribed, review: &Review) -> Option<Complaint> {
    if entry.time.is_some_and(|time| time <= Ms::ZERO) {
        return Some(Complaint::new(Fault::Time, "a time of nothing", "write how long, such as 2m, or leave it out"));
    }
    let kinds = &review.modalities.kinds;
    if kinds.is_empty() {
        return None;
    }
    let names = || kinds.iter().map(|kind| kind.id.as_str()).collect::<Vec<_>>().join(", ");
    if let Some(kind) = entry.kind.as_deref().filter(|kind| review.modalities.kind(kind).is_none()) {
        let help = match super::nearest(kind, kinds.iter().map(|kind| kind.id.as_str())) {
            Some(nearest) => format!("did you mean \"{nearest}\"?"),
            None => format!("the kinds of these modalities: {}", names()),
        };
        return Some(Complaint::new(Fault::Kind, format!("there is no kind \"{kind}\""), help));
    }
    if let Some(twice) =
        entry.delegations.iter().enumerate().find(|(at, code)| entry.delegations.iter().take(*at).any(|other| other == *code))
    {
        let what = format!("{} is named twice for one statement", review.name_of(*twice.1));
        return Some(Complaint::new(Fault::Duplicate, what, "name each once"));
    }
    if entry.delegations.len() > 1 && review.modalities.kind("joint-statement").is_none() {
        let what = format!("{} together, but these modalities have no joint-statement", review.names(&entry.delegations));
        return Some(Complaint::new(Fault::Kind, what, "give each its own line"));
    }
    None
}

/// The earlier entry after which one more of the same delegations and kind is too many.
pub(super) fn same_as<'a>(entry: &Inscribed, earlier: impl Iterator<Item = &'a Inscribed>, review: &Review) -> Option<usize> {
    let limit = usize::try_from(review.modalities.entries_per_delegation).ok().filter(|limit| *limit > 0)?;
    let kind = review.kind_of(entry);
    // Several answer blocks may be planned ahead; the guard is against entering a delegation twice.
    if review.modalities.kind(kind).is_some_and(|kind| kind.speaker == Speaker::StateUnderReview) {
        return None;
    }
    let same = earlier.enumerate().filter(|(_, other)| review.kind_of(other) == kind && other.delegations == entry.delegations);
    same.map(|(at, _)| at).nth(limit - 1)
}

fn header(cells: &[&str]) -> Option<Columns> {
    let column = |names: &[&str]| cells.iter().position(|cell| names.contains(&super::names::fold(cell).as_str()));
    let code = column(&["alpha3", "alpha 3", "iso3", "code", "alpha2", "alpha 2", "iso2"]);
    let name = column(&["delegation", "delegations", "name", "state", "country", "speaker", "member state"]);
    let columns = Columns { code, name, kind: column(&["kind"]), time: column(&["time"]) };
    (code.is_some() || name.is_some()).then_some(columns)
}

/// Tabs where the text was pasted from a spreadsheet, semicolons where its first line is a header with them, else commas.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let by_semicolon: Vec<&str> = first.split(';').map(str::trim).collect();
    if first.contains('\t') {
        b'\t'
    } else if by_semicolon.len() > 1 && header(&by_semicolon).is_some() {
        b';'
    } else {
        b','
    }
}

/// The number and the place of the line at a byte; the reader may stand on blank lines before it.
fn line_at(text: &str, byte: usize) -> (usize, Range<usize>) {
    let skipped = text.get(byte..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    let start = byte + skipped;
    let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
    let length = text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, |line| line.trim_end().len());
    (line, start..start + length)
}

fn is_number(cell: &str) -> bool {
    let digits = cell.trim_end_matches(['.', ')']);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn without_number(cell: &str) -> &str {
    match cell.split_once(['.', ')']) {
        Some((number, rest)) if is_number(number) => rest.trim_start(),
        _ => cell,
    }
}
