//! Where the database is and how many connections it gets.

use std::fmt;

/// What is needed to open a store.
#[derive(Clone, PartialEq, Eq)]
pub struct StoreConfig {
    /// `sqlite://books.db` (a file, made when it is not there) or `postgres://user:password@host/database`.
    pub url: String,
    /// How many units of work may be open at once on PostgreSQL; SQLite has one writer whatever this says.
    pub write_connections_max: u32,
    /// How many reads may run at once.
    pub read_connections_max: u32,
}

impl StoreConfig {
    /// The usual sizes for a database.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            write_connections_max: 10,
            read_connections_max: 8,
        }
    }
}

impl fmt::Debug for StoreConfig {
    // The address may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreConfig")
            .field("write_connections_max", &self.write_connections_max)
            .field("read_connections_max", &self.read_connections_max)
            .finish_non_exhaustive()
    }
}
