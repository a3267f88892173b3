//! The twin of the fault sweep: the failure happens inside the real store, and the store must work again afterwards.

#![expect(
    clippy::panic,
    reason = "the sweep is an assertion: a scenario that breaks the rule must fail its test"
)]

use crate::fault::CALLS_MAX;
use execora_usecases::ports::Books;
use std::{fmt::Debug, sync::Arc};

/// A store with a fault planted inside it.
pub struct Planted<C> {
    /// What the scenario needs.
    pub context: C,
    /// The store.
    pub books: Arc<dyn Books>,
    /// Whether the fault happened.
    pub fired: Box<dyn Fn() -> bool + Send + Sync>,
}

/// Runs `scenario` on a fresh store in which the first chance to fail is taken, then the second, until it runs through unharmed.
/// Answers how many chances there are.
///
/// `plant` makes the store, what the scenario needs in it, and plants a fault that fires at the k-th chance and never again;
/// `snapshot` shows what is stored, without what differs from run to run.
///
/// # Panics
/// When a failed run left something behind, when one that got through left anything else than a run without a fault does, or
/// when the store does not work after the fault.
pub async fn sweep_inside<C, S, T, E>(
    plant: impl AsyncFn(u64) -> Planted<C>,
    snapshot: impl AsyncFn(&C) -> S,
    scenario: impl AsyncFn(&C, Arc<dyn Books>) -> Result<T, E>,
) -> u64
where
    S: PartialEq + Debug,
    E: Debug,
{
    let unharmed = plant(u64::MAX).await;
    let done = scenario(&unharmed.context, unharmed.books.clone()).await;
    assert!(done.is_ok(), "the scenario fails by itself, without a fault");
    let clean = snapshot(&unharmed.context).await;
    for k in 1..=CALLS_MAX {
        let Planted {
            context,
            books,
            fired,
        } = plant(k).await;
        let before = snapshot(&context).await;
        match scenario(&context, books.clone()).await {
            Ok(_) if !fired() => return k - 1,
            // It went on in another unit, as after a bounded retry: then its effect stands, once.
            Ok(_) => assert_eq!(snapshot(&context).await, clean, "chance {k}: done, but not once"),
            Err(error) if fired() => {
                let after = snapshot(&context).await;
                assert_eq!(
                    before, after,
                    "chance {k} was taken ({error:?}) and something stayed"
                );
                if let Err(error) = scenario(&context, books).await {
                    panic!("chance {k} was taken, and the store does not work any more: {error:?}");
                }
                assert_eq!(
                    snapshot(&context).await,
                    clean,
                    "chance {k}: the next run left something else"
                );
            }
            Err(error) => panic!("the scenario fails by itself, without a fault: {error:?}"),
        }
    }
    panic!("the scenario has more than {CALLS_MAX} chances to fail");
}
