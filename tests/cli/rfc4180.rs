//! A reader of CSV that knows RFC 4180 and nothing else, so that a table is read by other code than has written it.

/// The records of a table, the heading among them.
///
/// # Errors
/// Where it is not as RFC 4180 has it: each record ends with CR LF, all have as many fields, and a field that has a quote, a comma or
/// a line's end in it stands in quotes, with each quote written twice.
pub fn read(text: &str) -> Result<Vec<Vec<String>>, String> {
    let mut records = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut record = Vec::new();
        loop {
            let (field, after) = field(rest).map_err(|what| format!("record {}, field {}: {what}", records.len() + 1, record.len() + 1))?;
            record.push(field);
            match (after.strip_prefix(','), after.strip_prefix("\r\n")) {
                (Some(next), _) => rest = next,
                (None, Some(next)) => {
                    rest = next;
                    break;
                }
                (None, None) => return Err(format!("record {} does not end with CR LF: {after:.20}", records.len() + 1)),
            }
        }
        records.push(record);
    }
    let wide = records.first().map_or(0, Vec::len);
    match records.iter().position(|record| record.len() != wide) {
        Some(at) => Err(format!("record {} has {} fields and the heading {wide}", at + 1, records[at].len())),
        None => Ok(records),
    }
}

/// The first field, and what comes after it.
fn field(text: &str) -> Result<(String, &str), String> {
    let Some(mut rest) = text.strip_prefix('"') else {
        let end = text.find([',', '\r', '\n', '"']).unwrap_or(text.len());
        let (field, after) = text.split_at(end);
        return if after.starts_with('"') { Err(format!("a quote stands in {field:?}")) } else { Ok((field.to_owned(), after)) };
    };
    let mut field = String::new();
    loop {
        let (before, after) = rest.split_once('"').ok_or("its quotes are not closed")?;
        field.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                field.push('"');
                rest = more;
            }
            None => return Ok((field, after)),
        }
    }
}

#[test]
fn what_is_no_table_is_found_out() {
    assert_eq!(read("a,b\r\n\"1\r\n\"\"x\"\"\",\r\n").unwrap(), [["a", "b"], ["1\r\n\"x\"", ""]]);
    for wrong in ["a,b\n1,2\n", "a,b\r\n1\r\n", "a\r\n\"1\r\n", "a\r\n1\"2\r\n", "a\r\n\"1\"2\r\n", "a\r\n1"] {
        assert!(read(wrong).is_err(), "{wrong:?}");
    }
}
