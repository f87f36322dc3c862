//! The lines typed earlier in this session of the program, newest last.

/// More are not kept.
const KEPT: usize = 200;

/// Earlier lines, and where among them one looks.
#[derive(Debug, Clone, Default)]
pub struct History {
    lines: Vec<String>,
    at: Option<usize>,
    typed: String,
}

impl History {
    /// Keeps a line; the same one twice in a row is one.
    pub fn keep(&mut self, line: &str) {
        self.at = None;
        if line.trim().is_empty() || self.lines.last().is_some_and(|last| last == line) {
            return;
        }
        if self.lines.len() == KEPT {
            self.lines.remove(0);
        }
        self.lines.push(line.to_owned());
    }

    /// The line before the one that is shown; the first time, what was being typed is remembered.
    pub fn earlier(&mut self, shown: &str) -> Option<String> {
        let at = match self.at {
            None => {
                self.typed = shown.to_owned();
                self.lines.len().checked_sub(1)?
            }
            Some(at) => at.checked_sub(1)?,
        };
        self.at = Some(at);
        self.lines.get(at).cloned()
    }

    /// The line after it; behind the last one is what was being typed.
    pub fn later(&mut self) -> Option<String> {
        let at = self.at? + 1;
        match self.lines.get(at) {
            Some(line) => {
                self.at = Some(at);
                Some(line.clone())
            }
            None => {
                self.at = None;
                Some(std::mem::take(&mut self.typed))
            }
        }
    }

    /// Typing begins anew.
    pub fn forget_place(&mut self) {
        self.at = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_back_and_comes_forward_to_what_was_being_typed() {
        let mut history = History::default();
        for line in ["begin", "next", "next", " "] {
            history.keep(line);
        }
        assert_eq!(history.earlier("ext"), Some("next".to_owned()));
        assert_eq!(history.earlier("next"), Some("begin".to_owned()));
        assert_eq!(history.earlier("begin"), None);
        assert_eq!(history.later(), Some("next".to_owned()));
        assert_eq!(history.later(), Some("ext".to_owned()));
        assert_eq!(history.later(), None);
    }
}
