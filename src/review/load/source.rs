//! Where the files of a review are: on the disk, or built into the program so that it works in an empty folder.

use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::review::names::steers;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/config");

/// The folder beside the working directory whose files come before the built-in ones.
const CONFIG: &str = "config";

/// Larger than any file of a review; what is larger was named by mistake.
const LARGEST: u64 = 2 << 20;

/// Nobody writes a longer line, and each problem on a line shows it anew.
const LONGEST_LINE: usize = 64 << 10;

/// A file that may be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// On the disk.
    Disk(PathBuf),
    /// In the program, counted from `config/`.
    BuiltIn(PathBuf),
}

/// A file's text, under the name that a person knows it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    pub name: String,
    pub text: String,
}

/// Why there is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unread {
    /// No such file.
    Missing,
    /// It is there but can't be read, and why.
    Failed(String),
    /// It isn't UTF-8; with what could be made of it, where the first wrong byte is, and a guess at what it is.
    NotUtf8 { shown: Source, at: Range<usize>, guess: &'static str },
}

impl Place {
    /// A file of `config/`, the disk before the program.
    pub fn in_config(path: &str) -> [Place; 2] {
        [Place::Disk(Path::new(CONFIG).join(path)), Place::BuiltIn(PathBuf::from(path))]
    }

    /// A file named in this one, relative to its folder.
    pub fn beside(&self, path: &str) -> Place {
        let from = |file: &Path| file.parent().unwrap_or(Path::new("")).join(path);
        match self {
            Place::Disk(file) => Place::Disk(from(file)),
            Place::BuiltIn(_) if Path::new(path).is_absolute() => Place::Disk(PathBuf::from(path)),
            Place::BuiltIn(file) => Place::BuiltIn(without_dots(&from(file))),
        }
    }

    /// What a person knows it by.
    pub fn name(&self) -> String {
        let name = match self {
            Place::Disk(path) => path.display().to_string(),
            Place::BuiltIn(path) => format!("{} (built in)", Path::new(CONFIG).join(path).display()),
        };
        name.replace(steers, "\u{fffd}")
    }

    /// Its text, without a byte order mark.
    pub fn read(&self) -> Result<Source, Unread> {
        let bytes = match self {
            Place::Disk(path) => on_disk(path)?,
            Place::BuiltIn(path) => BUILT_IN.get_file(path).map(|file| file.contents().to_vec()).ok_or(Unread::Missing)?,
        };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec).unwrap_or(bytes);
        String::from_utf8(bytes).map(|text| Source { name: self.name(), text }).map_err(|error| {
            let guess = guess(error.as_bytes());
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Unread::NotUtf8 { shown: Source { name: self.name(), text }, at: at..at + '\u{fffd}'.len_utf8(), guess }
        })
    }

    /// Whether there is something to read.
    pub fn is_there(&self) -> bool {
        match self {
            Place::Disk(path) => path.exists(),
            Place::BuiltIn(path) => BUILT_IN.get_file(path).is_some(),
        }
    }
}

/// The bytes of a file. A review names what it likes: from a device or a pipe nothing is read, since that might never end.
fn on_disk(path: &Path) -> Result<Vec<u8>, Unread> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unread::Missing,
        _ => Unread::Failed(error.to_string()),
    };
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Err(Unread::Failed("it is not a file".to_owned()));
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Unread::Failed(format!("it is too large; a file of a review has {} KiB at the most", LARGEST >> 10)));
    }
    if bytes.split(|byte| matches!(byte, b'\n' | b'\r')).any(|line| line.len() > LONGEST_LINE) {
        return Err(Unread::Failed(format!("it has a line of more than {} KiB", LONGEST_LINE >> 10)));
    }
    Ok(bytes)
}

/// The names of the modalities that `config/` has.
pub(super) fn known_modalities() -> Vec<String> {
    let on_disk = fs::read_dir(Path::new(CONFIG).join("modalities")).into_iter().flatten().flatten().map(|entry| entry.path());
    let built_in = BUILT_IN.get_dir("modalities").into_iter().flat_map(Dir::files).map(|file| file.path().to_path_buf());
    let toml = on_disk.chain(built_in).filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let mut names: Vec<String> = toml.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    names.dedup();
    names
}

fn without_dots(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::Normal(part) => plain.push(part),
            _ => {}
        }
        plain
    })
}

fn guess(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        "it looks like UTF-16: save it again as UTF-8"
    } else {
        "it may be in an older encoding such as Latin-1: save it again as UTF-8"
    }
}

impl Source {
    /// A span inside the text, on character boundaries.
    pub fn clip(&self, span: Range<usize>) -> Range<usize> {
        let clip = |mut at: usize| {
            at = at.min(self.text.len());
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = clip(span.start);
        start..clip(span.end).max(start)
    }

    /// The line of a byte, from 1.
    pub fn line(&self, byte: usize) -> usize {
        self.text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
    }

    /// The first line that says something.
    pub fn first_line(&self) -> Range<usize> {
        let start = self.text.len() - self.text.trim_start().len();
        let length = self.text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
        start..start + length
    }
}
