//! The short code by which a delegation is known everywhere: `FRA`, `VAT`, `KAZ`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A delegation's code: one to eight ASCII capitals or digits, ISO 3166-1 alpha-3 for a State.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; 8]);

/// What was given is not a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a code: one to eight capital letters or digits, such as FRA")]
pub struct NotACode(String);

impl Code {
    /// Takes a code as written, in either case.
    ///
    /// # Errors
    /// [`NotACode`] when it is empty, longer than eight characters, or has anything but ASCII letters and digits.
    pub fn new(text: &str) -> Result<Code, NotACode> {
        let mut code = [0_u8; 8];
        if text.is_empty() || text.len() > code.len() || !text.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(NotACode(text.to_owned()));
        }
        for (place, byte) in code.iter_mut().zip(text.bytes()) {
            *place = byte.to_ascii_uppercase();
        }
        Ok(Code(code))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(self.0.len());
        self.0.get(..end).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for Code {
    type Error = NotACode;
    fn try_from(text: String) -> Result<Code, NotACode> {
        Code::new(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> String {
        code.as_str().to_owned()
    }
}
