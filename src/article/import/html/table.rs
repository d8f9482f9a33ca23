//! Tables that hold figures, and tables that only place things on the page, as newsletters do.

use dom_query::NodeRef;

/// The longest cell of a table of figures, in characters.
const LONGEST_CELL: usize = 240;

/// How many cells are looked at.
const LOOK: usize = 400;

/// Whether the rows of a table are to be read as rows.
pub(super) fn is_data_table(table: NodeRef<'_>) -> bool {
    if table.attr("role").is_some_and(|role| ["presentation", "none"].contains(&&*role)) {
        return false;
    }
    let (mut rows, mut cells, mut heads, mut seen) = (0, 0, 0, 0);
    for part in table.descendants_it() {
        match part.node_name().as_deref() {
            Some(
                "table" | "article" | "section" | "h1" | "h2" | "form" | "blockquote" | "ul" | "ol",
            ) => return false,
            Some("tr") => rows += 1,
            Some("th") => heads += 1,
            Some("td") => {
                cells += 1;
                if seen < LOOK && part.normalized_char_count() > LONGEST_CELL {
                    return false;
                }
                seen += 1;
            }
            _ => {}
        }
    }
    heads > 0 && rows > 0 || rows > 1 && cells >= 2 * rows
}
