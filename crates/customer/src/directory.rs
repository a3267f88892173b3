//! An index of one shop's customers that finds a person by what was heard.

use crate::index::Index;
use crate::score::Match;
use crate::search::Search;
use crate::spoken::Spoken;
use execora_kernel::{CustomerId, Label, Phone};
use std::fmt;

/// The most matches that one search answers with.
pub const MATCHES_MAX: usize = 50;

/// What the directory knows of one customer.
#[derive(Clone, PartialEq, Eq)]
pub struct DirectoryEntry {
    /// The customer.
    pub customer: CustomerId,
    /// Name in the book.
    pub name: Label,
    /// Name in the shop.
    pub nickname: Option<Label>,
    /// Other names and descriptions.
    pub aliases: Vec<Label>,
    /// A place that tells it from its namesakes.
    pub landmark: Option<Label>,
    /// Phone number.
    pub phone: Option<Phone>,
    /// Merged and erased customers are not found.
    pub active: bool,
}

impl fmt::Debug for DirectoryEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DirectoryEntry")
            .field("customer", &self.customer)
            .field("active", &self.active)
            .finish_non_exhaustive()
    }
}

/// The latest state of one customer, numbered in the order of the shop's changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryChange {
    /// Where it stands in the order.
    pub seq: i64,
    /// The customer as it is now.
    pub entry: DirectoryEntry,
}

/// Whom to look for.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// What was said of the person: a name in any script, a nickname, a landmark, four or more digits of a phone, or
    /// several of these ("mandir wale Ramesh", "Rahul 4321").
    pub name: String,
    /// A landmark that was said beside the name.
    pub landmark: Option<String>,
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Query").finish_non_exhaustive()
    }
}

impl Query {
    /// A query by what was said alone.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            landmark: None,
        }
    }
}

/// One shop's customers, indexed. Fill it from the changes that storage numbers, then keep asking for what came after
/// [`Directory::seq`].
#[derive(Default)]
pub struct Directory {
    index: Index,
    seq: i64,
}

impl fmt::Debug for Directory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Directory")
            .field("seq", &self.seq)
            .field("customers", &self.len())
            .finish_non_exhaustive()
    }
}

impl Directory {
    /// Takes changes in, in rising order; those at or below [`Directory::seq`] are known and skipped.
    pub fn apply(&mut self, changes: impl IntoIterator<Item = DirectoryChange>) {
        for change in changes {
            if change.seq > self.seq {
                self.index.put(&change.entry);
                self.seq = change.seq;
            }
        }
    }

    /// The number of the last change taken in; 0 before the first.
    #[must_use]
    pub const fn seq(&self) -> i64 {
        self.seq
    }

    /// How many customers can be found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether nobody can be found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The best matches, best first, each customer once. At least two are looked for even when `top` is less, so that
    /// [`decide`](crate::decide) always sees a rival; never more than [`MATCHES_MAX`].
    #[must_use]
    pub fn search(&self, query: &Query, top: usize) -> Vec<Match> {
        let said = Spoken::parse(&query.name, query.landmark.as_deref());
        Search::new(&self.index, &said, top.clamp(2, MATCHES_MAX)).run()
    }
}
