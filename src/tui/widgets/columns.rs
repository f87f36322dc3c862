//! Rows under headings, as many columns of them as fit beside each other.

/// What a row is to the rows around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It begins a group.
    Heading,
    /// It belongs to the group above.
    Row,
    /// It keeps two groups apart.
    Air,
}

/// Columns of at most so many rows. None begins with air or ends with a heading.
pub fn columns<T>(all: &[T], high: usize, part: impl Fn(&T) -> Part) -> Vec<Vec<&T>> {
    let mut columns: Vec<Vec<&T>> = vec![Vec::new()];
    for row in all {
        let used = columns.last().map_or(0, Vec::len);
        let full = used >= high || (part(row) == Part::Heading && used + 1 >= high && used > 0);
        if full {
            columns.push(Vec::new());
        }
        let Some(column) = columns.last_mut() else { continue };
        if !(column.is_empty() && part(row) == Part::Air) {
            column.push(row);
        }
    }
    columns
}
