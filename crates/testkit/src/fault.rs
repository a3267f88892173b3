//! The fault sweep: the k-th call of a storage port fails, for every k, and nothing may stay.
//!
//! ```no_run
//! # async fn example(store: impl Fn() -> std::sync::Arc<dyn execora_usecases::ports::Books>) {
//! use execora_kernel::StoreError;
//! use execora_testkit::sweep;
//! let calls = sweep(
//!     StoreError::Unavailable,
//!     async || ((), store()),
//!     async |()| "everything that is stored, now",
//!     async |(), books| books.begin().await?.commit().await,
//! )
//! .await;
//! assert_eq!(calls, 2);
//! # }
//! ```

#![expect(
    clippy::panic,
    reason = "the sweep is an assertion: a scenario that breaks the rule must fail its test"
)]

use crate::faulty_unit::FaultyUnit;
use async_trait::async_trait;
use execora_kernel::StoreError;
use execora_usecases::ports::{Books, UnitOfWork};
use std::{
    fmt::Debug,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

/// More calls than any use case makes: a scenario that goes on after this many never ends.
pub(crate) const CALLS_MAX: u64 = 10_000;

/// Which call fails, and how.
#[derive(Debug)]
pub(crate) struct Fault {
    at: u64,
    error: StoreError,
    calls: AtomicU64,
    journal: Mutex<Vec<&'static str>>,
    misused: AtomicBool,
}

impl Fault {
    /// Counts a call, and fails it when it is the one.
    pub(crate) fn check(&self, call: &'static str) -> Result<(), StoreError> {
        // A list of words is whole whoever stopped while holding it.
        let mut journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
        journal.push(call);
        if self.calls.fetch_add(1, Ordering::SeqCst) + 1 == self.at {
            Err(self.error.clone())
        } else {
            Ok(())
        }
    }

    /// Notes that a unit was used after it failed.
    pub(crate) fn misuse(&self) -> StoreError {
        self.misused.store(true, Ordering::SeqCst);
        self.error.clone()
    }
}

/// Books whose k-th call fails: beginning, every method of every repository, and committing count alike.
#[derive(Clone)]
pub struct FaultyBooks {
    inner: Arc<dyn Books>,
    fault: Arc<Fault>,
}

impl FaultyBooks {
    /// Wraps `inner`; the call number `at` (from 1) answers `error`.
    #[must_use]
    pub fn new(inner: Arc<dyn Books>, at: u64, error: StoreError) -> Self {
        let fault = Arc::new(Fault {
            at,
            error,
            calls: AtomicU64::new(0),
            journal: Mutex::default(),
            misused: AtomicBool::new(false),
        });
        Self { inner, fault }
    }

    /// How many calls were made, the failed one included.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.fault.calls.load(Ordering::SeqCst)
    }

    /// What was called, in order: `begin`, `customers.lock`, …, `commit`.
    #[must_use]
    pub fn journal(&self) -> Vec<&'static str> {
        let journal = self.fault.journal.lock();
        journal.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether the fault happened.
    #[must_use]
    pub fn fired(&self) -> bool {
        self.calls() >= self.fault.at
    }

    /// Whether a unit was used after it had failed: on a database that loses everything it did.
    #[must_use]
    pub fn misused(&self) -> bool {
        self.fault.misused.load(Ordering::SeqCst)
    }
}

#[async_trait]
impl Books for FaultyBooks {
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        self.fault.check("begin")?;
        let inner = self.inner.begin().await?;
        Ok(Box::new(FaultyUnit::new(inner, Arc::clone(&self.fault))))
    }
}

/// Runs `scenario` on a fresh store with its first port call failing, then the second, until it runs through. Answers how many
/// calls it makes.
///
/// `prepare` makes the store and what the scenario needs in it; `snapshot` shows everything that is stored.
///
/// # Panics
/// When a failed run left something behind, when a unit was used after it failed, or when the run without a fault fails.
pub async fn sweep<C, S, T, E>(
    error: StoreError,
    prepare: impl AsyncFn() -> (C, Arc<dyn Books>),
    snapshot: impl AsyncFn(&C) -> S,
    scenario: impl AsyncFn(&C, Arc<dyn Books>) -> Result<T, E>,
) -> u64
where
    S: PartialEq + Debug,
    E: Debug,
{
    for k in 1..=CALLS_MAX {
        let (context, books) = prepare().await;
        let before = snapshot(&context).await;
        let faulty = FaultyBooks::new(books, k, error.clone());
        let outcome = scenario(&context, Arc::new(faulty.clone())).await;
        assert!(!faulty.misused(), "a unit was used after its call {k} had failed");
        match outcome {
            Err(error) if faulty.fired() => {
                let after = snapshot(&context).await;
                assert_eq!(before, after, "call {k} failed ({error:?}) and something stayed");
            }
            Err(error) => panic!("the scenario fails by itself, without a fault: {error:?}"),
            // It went on in another unit, as after a bounded retry: then its effect may stand.
            Ok(_) if faulty.fired() => {}
            Ok(_) => return faulty.calls(),
        }
    }
    panic!("the scenario makes more than {CALLS_MAX} calls");
}
