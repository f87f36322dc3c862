//! Lists of speakers and questions of before the meeting: what is taken is taken whole, and comes back the same when it is written down.

use std::cell::OnceCell;
use std::ops::Range;

use plenary::review::list::{self, Complaint, LineProblem};
use plenary::review::{Asked, Code, Earlier, Inscribed, Kind, Review, questions};

use super::{assert_sentence, sample};

/// Those whose names are cut at commas and at "and", stand in one another, or are written in several ways; and a few plain ones.
const STATES: [&str; 24] = [
    "ATG", "BIH", "CIV", "COD", "COG", "DEU", "DOM", "DMA", "FRA", "GBR", "GIN", "GNB", "GNQ", "KAZ", "KOR", "NER", "NGA", "PRK", "PSE",
    "STP", "TTO", "TUR", "USA", "VAT",
];

thread_local! {
    static REVIEWS: OnceCell<[Review; 2]> = const { OnceCell::new() };
}

/// Takes the bytes for a list, for advance questions and for earlier recommendations, under rules with and without joint statements.
pub fn hold(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    REVIEWS.with(|reviews| {
        for review in reviews.get_or_init(reviews_to_read_in) {
            a_list(&text, review);
            questions_before(&text, review);
            recommendations_before(&text, review);
        }
    });
}

fn a_list(text: &str, review: &Review) {
    let understood = list::understand(text, review);
    let mut end = 0;
    for row in &understood.rows {
        stands(text, row.line, &row.span);
        assert!(row.span.start >= end, "two rows of the same words");
        end = row.span.end;
        assert!(!row.written.chars().any(char::is_control), "{:?}", row.written);
        if let Err(complaint) = &row.entry {
            said(complaint);
        }
    }
    let count = understood.rows.len();
    match understood.clone().entries() {
        Ok(entries) => {
            assert_eq!(entries.len(), count, "a row is neither taken nor refused");
            let written = table(&["delegation", "kind", "time"], entries.iter().map(cells));
            assert_eq!(list::read(&written, review).as_ref(), Ok(&entries), "written down it is another list:\n{written}");
            let again = understood.beside(&entries, review).rows.into_iter().filter_map(|row| row.entry.err());
            again.for_each(|complaint| said(&complaint));
        }
        Err(problems) => problems.iter().for_each(|problem| problem_said(text, problem)),
    }
}

fn cells(entry: &Inscribed) -> Vec<String> {
    let time = entry.time.map(|time| time.to_string());
    vec![codes(&entry.delegations), entry.kind.clone().unwrap_or_default(), time.unwrap_or_default()]
}

fn questions_before(text: &str, review: &Review) {
    match questions::advance(text, review) {
        Ok(asked) => {
            let cells =
                |asked: &Asked| vec![codes(&asked.delegations), asked.text.clone(), asked.themes.join(";"), asked.officials.join(";")];
            let written = table(&["delegation", "text", "theme", "official"], asked.iter().map(cells));
            assert_eq!(questions::advance(&written, review).as_ref(), Ok(&asked), "written down they are others:\n{written}");
        }
        Err(problems) => problems.iter().for_each(|problem| problem_said(text, problem)),
    }
}

fn recommendations_before(text: &str, review: &Review) {
    match questions::earlier(text, review) {
        Ok(earlier) => {
            let cells = |earlier: &Earlier| vec![earlier.number.clone(), codes(&earlier.delegations), earlier.text.clone()];
            let written = table(&["number", "delegation", "text"], earlier.iter().map(cells));
            assert_eq!(questions::earlier(&written, review).as_ref(), Ok(&earlier), "written down they are others:\n{written}");
        }
        Err(problems) => problems.iter().for_each(|problem| problem_said(text, problem)),
    }
}

fn problem_said(text: &str, problem: &LineProblem) {
    stands(text, problem.line, &problem.span);
    said(&problem.complaint);
}

fn said(complaint: &Complaint) {
    assert_sentence(&complaint.what);
    assert_sentence(&complaint.help);
}

/// A place in the text is one, and on the line that is named.
fn stands(text: &str, line: usize, span: &Range<usize>) {
    assert!(text.get(span.clone()).is_some(), "{span:?} is no part of the text");
    let ends =
        text[..span.start].matches('\n').count() + text[..span.start].matches('\r').count() - text[..span.start].matches("\r\n").count();
    assert_eq!(line, 1 + ends, "{span:?} stands on another line");
}

fn codes(codes: &[Code]) -> String {
    codes.iter().map(Code::to_string).collect::<Vec<_>>().join(";")
}

/// Every cell in quotes, as RFC 4180 has them.
fn table(heading: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let row = |cells: Vec<String>| cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",");
    std::iter::once(heading.join(",")).chain(rows.map(row)).map(|line| line + "\r\n").collect()
}

/// The sample with some of its States, so that many inputs can be tried, and the same where several may speak together.
fn reviews_to_read_in() -> [Review; 2] {
    let mut one = sample();
    one.delegations.retain(|one| STATES.contains(&one.code.as_str()));
    let mut other = one.clone();
    let joint = one.modalities.kind("statement").map(|kind| Kind { id: "joint-statement".into(), ..kind.clone() });
    other.modalities.kinds.extend(joint);
    [one, other]
}
