//! A clock that stands still until a test moves it, and ids that come in the same order in every run.

use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::{Clock, IdSource};
use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};
use uuid::Uuid;

/// When tests begin, unless they say otherwise: 22 November 2026, 10:00 in India.
pub const START: DateTime<Utc> = DateTime::from_timestamp_nanos(1_795_321_800_000_000_000);

/// A clock that moves only when told to. Clones are the same clock.
#[derive(Debug, Clone)]
pub struct FixedClock(Arc<AtomicI64>);

impl FixedClock {
    /// A clock that shows `at`.
    #[must_use]
    pub fn at(at: DateTime<Utc>) -> Self {
        Self(Arc::new(AtomicI64::new(at.timestamp_micros())))
    }

    /// Sets it.
    pub fn set(&self, at: DateTime<Utc>) {
        self.0.store(at.timestamp_micros(), Ordering::SeqCst);
    }

    /// Moves it on (or back, when `by` is negative).
    pub fn advance(&self, by: TimeDelta) {
        let micros = by.num_microseconds().unwrap_or(0);
        self.0.fetch_add(micros, Ordering::SeqCst);
    }
}

impl Default for FixedClock {
    fn default() -> Self {
        Self::at(START)
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0.load(Ordering::SeqCst)).unwrap_or(START)
    }
}

/// Ids of the shape of UUIDv7 that count up: each is greater than the one before. Clones count together.
#[derive(Debug, Clone, Default)]
pub struct CountingIds(Arc<AtomicU64>);

/// Version 7, variant 10, and a time in 2026.
const SHAPE: u128 = 0x0199_0000_0000_7000_8000_0000_0000_0000;

impl CountingIds {
    /// Ids from the first one on.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Ids from the `n`-th on, for tests that need two sources without a common id.
    #[must_use]
    pub fn starting(n: u64) -> Self {
        Self(Arc::new(AtomicU64::new(n)))
    }
}

impl IdSource for CountingIds {
    fn next(&self) -> Uuid {
        let n = self.0.fetch_add(1, Ordering::SeqCst).saturating_add(1);
        Uuid::from_u128(SHAPE | u128::from(n & 0x3fff_ffff_ffff_ffff))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_moves_only_when_told_to() {
        let clock = FixedClock::default();
        assert_eq!(clock.now().to_rfc3339(), "2026-11-22T04:30:00+00:00");
        clock.clone().advance(TimeDelta::seconds(90));
        assert_eq!(clock.now() - START, TimeDelta::seconds(90));
    }

    #[test]
    fn ids_count_up_in_the_shape_of_version_seven() {
        let ids = CountingIds::new();
        let (first, second) = (ids.next(), ids.clone().next());
        assert!(first < second);
        assert_eq!(first.get_version_num(), 7);
        assert_eq!(CountingIds::new().next(), first);
    }
}
