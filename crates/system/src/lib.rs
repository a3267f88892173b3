//! The machine's own clock and ids, for whoever does not bring others: the one place that asks the machine for either.
//!
//! ```
//! use execora_kernel::{Clock, IdSource};
//! use execora_system::{SystemClock, SystemIds};
//! assert_eq!(SystemClock.now().timestamp_subsec_nanos() % 1_000, 0, "no more than stores keep");
//! assert!(SystemIds.next() < SystemIds.next(), "later ids sort after earlier ones");
//! ```

use chrono::{DateTime, SubsecRound, Utc};
use execora_kernel::{Clock, IdSource};
use uuid::Uuid;

/// The machine's clock (UTC), cut to the microseconds that stores keep.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine what time it is"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(6)
    }
}

/// Random ids in the order of their making: UUIDv7 (RFC 9562).
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemIds;

impl IdSource for SystemIds {
    #[expect(clippy::disallowed_methods, reason = "the one place that makes ids")]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}
