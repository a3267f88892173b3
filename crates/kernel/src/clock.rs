//! Time and ids come from outside, so that tests decide them.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now, with no more than microseconds, since that is what stores keep.
    fn now(&self) -> DateTime<Utc>;
}

/// Makes new ids.
pub trait IdSource: Send + Sync {
    /// A fresh UUIDv7; ids made later MUST sort after those made earlier by the same source.
    fn next(&self) -> Uuid;
}
