//! Pages of lists, newest first, by key and not by count.

use uuid::Uuid;

/// The most rows of one page.
pub const LIMIT_MAX: u16 = 200;

/// Which page: the rows after `after` in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    /// The last row of the page before.
    pub after: Option<Uuid>,
    /// How many rows at the most.
    pub limit: u16,
}

impl PageRequest {
    /// The first page of `limit` rows, kept within 1–200.
    #[must_use]
    pub fn first(limit: u16) -> Self {
        Self {
            after: None,
            limit: limit.clamp(1, LIMIT_MAX),
        }
    }
}

/// One page and the key that the next one starts after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page starts, when there is one.
    pub next: Option<Uuid>,
}

impl<T> Page<T> {
    /// A page out of up to `limit + 1` rows: the extra one only tells that there is more.
    #[must_use]
    pub fn from_rows(mut rows: Vec<T>, limit: u16, key: impl Fn(&T) -> Uuid) -> Self {
        let limit = usize::from(limit);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(key) } else { None };
        Self { items: rows, next }
    }
}
