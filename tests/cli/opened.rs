//! A table opened by a library that did not write it, and held to what RFC 4180 has stricter than that library reads it.

use simd_csv::{ByteRecord, ReaderBuilder};

/// The records of a table, the heading among them.
///
/// # Errors
/// Where the library does not open it, a record is not as wide as the heading, or the same cells are written otherwise by RFC 4180: each
/// record ends with CR LF, and a cell stands in quotes, each quote in it written twice, where it has a quote, a comma or a line's end
/// in it and nowhere else.
pub fn read(text: &str) -> Result<Vec<Vec<String>>, String> {
    let reader = ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let text_of = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
    let record = |read: simd_csv::Result<ByteRecord>| Ok(read?.iter().map(text_of).collect());
    let records: Vec<Vec<String>> =
        reader.into_byte_records().map(record).collect::<simd_csv::Result<_>>().map_err(|error| error.to_string())?;
    let written: String =
        records.iter().map(|record| record.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\r\n").collect();
    if written == text { Ok(records) } else { Err(format!("the same cells are by RFC 4180\n{written:?}, and not\n{text:?}")) }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[test]
fn what_is_no_table_is_found_out() {
    assert_eq!(read("a,b\r\n\"1\r\n\"\"x\"\"\",\r\n").unwrap(), [["a", "b"], ["1\r\n\"x\"", ""]]);
    for wrong in ["a,b\n1,2\n", "a,b\r\n1\r\n", "a\r\n\"1\r\n", "a\r\n1\"2\r\n", "a\r\n\"1\"2\r\n", "a\r\n1", "\u{feff}a\r\n1\r\n"] {
        assert!(read(wrong).is_err(), "{wrong:?}");
    }
}
