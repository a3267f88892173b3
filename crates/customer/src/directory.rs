//! An index of one shop's customers that finds a person by what was heard.

use execora_kernel::{CustomerId, Label, Phone};
use std::fmt;

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
