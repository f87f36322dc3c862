//! What is wrong in a file, shown with its line, a caret and what would be right.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use super::source::Source;

/// So many problems are shown; of files that are wrong everywhere nobody reads more.
const SHOWN: usize = 200;

/// Whether a review can be used in spite of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// It can't.
    Error,
    /// It can, but somebody should look.
    Warning,
}

/// One thing that is wrong.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Whether the review can be used in spite of it.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub what: String,
    /// What would be right.
    pub help: Option<String>,
    marks: Vec<(Range<usize>, String)>,
    source: Arc<Source>,
}

impl Problem {
    /// A problem at a place of a file, given in bytes.
    pub(super) fn new(source: &Arc<Source>, severity: Severity, span: Range<usize>, what: impl Into<String>) -> Problem {
        let marks = vec![(source.clip(span), String::new())];
        Problem { severity, what: what.into(), help: None, marks, source: Arc::clone(source) }
    }

    /// With what would be right.
    pub(super) fn help(mut self, help: impl Into<String>) -> Problem {
        self.help = Some(help.into());
        self
    }

    /// With a word beside the caret.
    pub(super) fn label(mut self, label: impl Into<String>) -> Problem {
        if let Some((_, text)) = self.marks.first_mut() {
            *text = label.into();
        }
        self
    }

    /// With a second place in the same file.
    pub(super) fn also(mut self, span: Range<usize>, label: impl Into<String>) -> Problem {
        let span = self.source.clip(span);
        self.marks.push((span, label.into()));
        self
    }

    /// The file, as it should be named to a person.
    pub fn file(&self) -> &str {
        &self.source.name
    }

    /// The line, from 1; 0 where the file as a whole is meant.
    pub fn line(&self) -> usize {
        self.marks.first().map_or(0, |(span, _)| self.source.line(span.start))
    }

    /// The whole lines from the first mark to the last: of a large file nothing else need be gone through to show them.
    fn lines(&self) -> Range<usize> {
        let text = self.source.text.as_str();
        let start = self.marks.iter().map(|(span, _)| span.start).min().unwrap_or_default();
        let end = self.marks.iter().map(|(span, _)| span.end).max().unwrap_or_default();
        // What is missing at the very end is shown behind the last line.
        let start = start.min(text.len().saturating_sub(1));
        let start = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |before| before + 1);
        let end = text.get(end..).and_then(|after| after.find('\n')).map_or(text.len(), |length| end + length + 1);
        start..end
    }

    fn group(&self) -> Group<'_> {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let lines = self.lines();
        let marks = self.marks.iter().enumerate().map(|(n, (span, label))| {
            let kind = if n == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let label = Some(normalize_untrusted_str(label)).filter(|label| !label.is_empty());
            kind.span(span.start - lines.start..span.end - lines.start).label(label)
        });
        let place = if self.source.text.is_empty() {
            Element::from(Origin::path(self.source.name.as_str()))
        } else {
            let first = self.source.line(lines.start);
            let text = self.source.text.get(lines.clone()).unwrap_or_default();
            Snippet::source(harmless(text)).line_start(first).path(self.source.name.as_str()).annotations(marks).into()
        };
        let help = self.help.as_ref().map(|help| Level::HELP.message(normalize_untrusted_str(help)));
        level.primary_title(self.what.as_str()).elements(std::iter::once(place).chain(help.map(Element::from)))
    }
}

/// Lines as they may be shown. The renderer makes all other control characters visible, but not those of the second set, with one of
/// which a terminal can be steered too. What stands for them is as long, so that marks stay where they are.
fn harmless(lines: &str) -> String {
    lines.replace(|letter| matches!(letter, '\u{80}'..='\u{9f}'), "\u{b7}")
}

/// Everything that is wrong in a review and the files that it names. Displays as the full text, without colours.
#[derive(Debug, Clone, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// In the order in which they are read: errors first, then file by file and from the top of each.
    pub(super) fn new(mut problems: Vec<Problem>) -> Problems {
        let mut files: Vec<Arc<Source>> = Vec::new();
        for problem in &problems {
            if !files.contains(&problem.source) {
                files.push(Arc::clone(&problem.source));
            }
        }
        problems.sort_by_key(|problem| {
            let file = files.iter().position(|file| *file == problem.source);
            (problem.severity == Severity::Warning, file, problem.marks.first().map(|(span, _)| span.start))
        });
        Problems(problems)
    }

    /// Each problem, errors first.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The full text, with colours if the reader is a terminal that wants them.
    pub fn report(&self, colours: bool) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
        let mut shown: Vec<String> = self.0.iter().take(SHOWN).map(|problem| renderer.render(&[problem.group()])).collect();
        if self.0.len() > SHOWN {
            shown.push(format!("and {} more", self.0.len() - SHOWN));
        }
        let errors = self.0.iter().filter(|problem| problem.severity == Severity::Error).count();
        let count = match (errors, self.0.len() - errors) {
            (0, warnings) => counted(warnings, "warning"),
            (errors, 0) => counted(errors, "error"),
            (errors, warnings) => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
        };
        format!("{}\n\n{count}", shown.join("\n\n"))
    }
}

fn counted(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.report(false))
    }
}

impl std::error::Error for Problems {}
