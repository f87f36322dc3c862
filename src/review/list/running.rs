//! A list without a header: a line for each, with or without codes and numbers, or names one after the other as a document has them.
//!
//! The text is cut wherever a name may end: at a comma, a semicolon, a tab, the end of a line, an "and". Of the pieces that follow, as
//! many are taken together as make a name, so that `Korea, Republic of` and `Bosnia and⏎Herzegovina` are found again.

use std::ops::Range;

use super::meant::{REMARK, both, is_code, several};
use super::{Complaint, Said, one_line};
use crate::review::columns::MOST;
use crate::review::{Code, Fits, Inscribed, Kind, Review};

/// A name cut at its comma, its "and" and two ends of lines has no more pieces.
const LONGEST: usize = 4;

/// A text and where a name may end in it.
struct Running<'a> {
    text: &'a str,
    pieces: Vec<Range<usize>>,
    review: &'a Review,
    /// A semicolon ends a name; else it joins those who speak together.
    separate: bool,
    /// Its lines were broken where they were full, so that a line says nothing by itself.
    wrapped: bool,
}

/// Some pieces that belong together.
struct Taken {
    pieces: Range<usize>,
    span: Range<usize>,
    name: String,
    /// Who is called that; absent: nobody.
    known: Option<Vec<Code>>,
}

/// Every row of the text.
pub(super) fn rows(text: &str, review: &Review) -> Vec<Said> {
    let separate = semicolons_separate(text, review);
    let running = Running { text, pieces: pieces(text, separate), review, separate, wrapped: is_wrapped(text) };
    let mut rows = Vec::new();
    let mut at = 0;
    while at < running.pieces.len() && rows.len() <= MOST {
        if running.counts(at) {
            at += 1;
            continue;
        }
        let Some((said, next)) = running.row(at) else { break };
        rows.push(said);
        at = next;
    }
    rows
}

impl Running<'_> {
    /// One entry: a name, a code, or a code and its name; and the piece after it.
    fn row(&self, at: usize) -> Option<(Said, usize)> {
        let first = self.longest(at)?;
        let next = first.pieces.end;
        let second = if self.same_line(next) { self.longest(next) } else { None };
        let second = second.filter(|second| is_code(&first.name) != is_code(&second.name));
        if let Some(second) = second {
            let agree = first.known.is_some() && first.known == second.known;
            let alone = !self.wrapped && self.begins_line(at) && !self.same_line(second.pieces.end);
            if agree || alone {
                let span = first.span.start..second.span.end;
                return Some((said(span, both(&first.name, &second.name, self.review)), second.pieces.end));
            }
        }
        let meant = first.known.map_or_else(|| several(&first.name, self.review), Ok);
        Some((said(first.span, meant), next))
    }

    /// The longest name that begins with a piece; one that nobody has goes on as far as "and" leads to nobody either.
    fn longest(&self, at: usize) -> Option<Taken> {
        if let Some(known) = self.known(at) {
            return Some(known);
        }
        let mut end = at + 1;
        while self.between(end).contains(char::is_alphabetic) && self.known(end).is_none() {
            end += 1;
        }
        self.taken(at..end)
    }

    /// The longest name of somebody that begins with a piece.
    fn known(&self, at: usize) -> Option<Taken> {
        (1..=LONGEST).rev().filter_map(|count| self.taken(at..at + count)).find(|taken| taken.known.is_some())
    }

    fn taken(&self, pieces: Range<usize>) -> Option<Taken> {
        let among = self.pieces.get(pieces.clone())?;
        let span = among.first()?.start..among.last()?.end;
        let written = self.text.get(span.clone())?;
        let quoted = among.len() == 1 && is_quoted(written);
        let name = one_line(if quoted { written.trim_matches('"') } else { without_number(written) });
        let known = self.called(&name);
        Some(Taken { pieces, span, name, known })
    }

    /// Who is called that.
    fn called(&self, name: &str) -> Option<Vec<Code>> {
        let one = |name: &str| match self.review.find_exactly(name) {
            Fits::One(code) => Some(code),
            Fits::Several(_) | Fits::None => None,
        };
        if self.separate || !name.contains(';') { Some(vec![one(name)?]) } else { several(name, self.review).ok() }
    }

    /// A number beside something else on its line counts the lines, or is of another column.
    fn counts(&self, at: usize) -> bool {
        let number = self.pieces.get(at).and_then(|piece| self.text.get(piece.clone())).is_some_and(is_number);
        number && (self.same_line(at) || self.same_line(at + 1))
    }

    /// What stands before a piece, from the end of the one before it.
    fn between(&self, at: usize) -> &str {
        let before = at.checked_sub(1).and_then(|before| self.pieces.get(before));
        let (Some(before), Some(piece)) = (before, self.pieces.get(at)) else { return "" };
        self.text.get(before.end..piece.start).unwrap_or_default()
    }

    /// Whether a piece stands on the line of the one before it.
    fn same_line(&self, at: usize) -> bool {
        let between = self.between(at);
        !between.is_empty() && !between.contains('\n')
    }

    /// Whether nothing but a number stands before a piece on its line.
    fn begins_line(&self, at: usize) -> bool {
        !self.same_line(at) || at.checked_sub(1).is_some_and(|before| self.counts(before) && !self.same_line(before))
    }
}

fn said(span: Range<usize>, meant: Result<Vec<Code>, Complaint>) -> Said {
    Said { span, entry: meant.map(|delegations| Inscribed { delegations, kind: None, time: None }) }
}

/// Where the names of a text may begin and end.
fn pieces(text: &str, semicolons: bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut start, mut quoted) = (0, false);
    let (mut begins, mut remark) = (true, false);
    for (at, letter) in text.char_indices() {
        remark = letter != '\n' && (remark || (begins && letter == REMARK));
        begins = letter == '\n' || (begins && letter.is_whitespace());
        let ends = !quoted && !remark && (matches!(letter, ',' | '\t' | '\n') || (letter == ';' && semicolons));
        if ends {
            cut_at_and(text, start..at, &mut pieces);
            start = at + letter.len_utf8();
        } else if letter == '"' {
            let opens = text.get(start..at).is_some_and(|before| before.trim().is_empty());
            let closes_later = text.get(at + 1..).and_then(|rest| rest.find(['"', '\n']).and_then(|next| rest.get(next..)));
            let closes_later = closes_later.is_some_and(|rest| rest.starts_with('"'));
            quoted = !quoted && opens && closes_later;
        }
    }
    cut_at_and(text, start..text.len(), &mut pieces);
    pieces
}

fn cut_at_and(text: &str, span: Range<usize>, pieces: &mut Vec<Range<usize>>) {
    let written = text.get(span.clone()).unwrap_or_default();
    let mut keep = |from: usize, to: usize| {
        let piece = text.get(from..to).unwrap_or_default();
        let start = from + piece.len() - piece.trim_start().len();
        if !piece.trim().is_empty() {
            pieces.push(start..start + piece.trim().len());
        }
    };
    let (mut start, mut at) = (span.start, span.start);
    // Those who speak together, what is in quotes and a remark are one piece.
    let whole = written.contains(';') || is_quoted(written.trim()) || written.trim_start().starts_with(REMARK);
    for word in written.split_inclusive(char::is_whitespace).filter(|_| !whole) {
        if matches!(word.trim_end(), "and" | "et" | "y") {
            keep(start, at);
            start = at + word.len();
        }
        at += word.len();
    }
    keep(start, span.end);
}

/// On lines of their own, semicolons join those who speak together, where the modalities know that.
fn semicolons_separate(text: &str, review: &Review) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    review.modalities.kind(Kind::JOINT_STATEMENT).is_none()
        || lines.clone().count() == 1
        || lines.any(|line| line.trim_end().ends_with(';'))
}

/// Whether a line breaks off at a separator, and the last one does not: else each ends with an empty column.
fn is_wrapped(text: &str) -> bool {
    let breaks_off = |line: &str| line.trim_end().ends_with([',', ';']);
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let last = lines.next_back();
    lines.any(breaks_off) && !last.is_some_and(breaks_off)
}

fn is_quoted(written: &str) -> bool {
    written.len() > 1 && written.starts_with('"') && written.ends_with('"')
}

fn is_number(written: &str) -> bool {
    let digits = written.trim_start_matches('(').trim_end_matches(['.', ')', ':']);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Without the number or the bullet in front and the full stop after it.
fn without_number(written: &str) -> &str {
    let written = written.trim_start_matches(['•', '·', '*', '-', '–', '—']).trim_start();
    let after = written.trim_start_matches('(').trim_start_matches(|c: char| c.is_ascii_digit());
    let name = after.trim_start_matches(['.', ')', ':', '-', '–', ' ']);
    let counted = written.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit()) && !name.is_empty();
    if counted { name } else { written }.trim_end_matches('.')
}
