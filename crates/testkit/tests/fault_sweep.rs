//! The sweep finds what a use case leaves behind, and passes one that leaves nothing.

#![expect(clippy::expect_used, reason = "a test says what must not fail")]

use execora_kernel::{Money, StoreError};
use execora_ledger::Entry;
use execora_store_memory::MemoryStore;
use execora_testkit::{
    CountingIds,
    builders::{a_customer, a_shop},
    sweep,
};
use execora_usecases::ports::Books;
use std::{panic::AssertUnwindSafe, sync::Arc};

async fn prepare() -> (MemoryStore, Arc<dyn Books>) {
    let store = MemoryStore::new();
    let shop = a_shop(&CountingIds::new());
    let mut unit = store.begin().await.expect("a unit");
    unit.shops().insert(&shop).await.expect("a new shop");
    unit.commit().await.expect("a commit");
    (store.clone(), Arc::new(store))
}

async fn dump(store: &MemoryStore) -> serde_json::Value {
    store.dump()
}

/// Writes a customer and what it owes: in one unit, or wrongly in two.
async fn open_account(books: Arc<dyn Books>, units: u8) -> Result<(), StoreError> {
    let ids = CountingIds::new();
    let tenant = a_shop(&ids).tenant;
    let customer = a_customer(&ids, tenant, "Rahul");
    let mut unit = books.begin().await?;
    unit.customers().insert(&customer).await?;
    if units > 1 {
        unit.commit().await?;
        unit = books.begin().await?;
    }
    let stamp = execora_ledger::Stamp {
        id: execora_kernel::EntryId::new(customer.id.uuid()),
        tenant,
        on: customer.created_at.date_naive(),
        at: customer.created_at,
    };
    let entry = Entry::opening(stamp, customer.id, Money::from_paise(5_000)).expect("an amount");
    unit.ledger().append(&entry).await?;
    unit.commit().await
}

/// Whether a sweep over the scenario fails.
async fn fails<E: std::fmt::Debug>(scenario: impl AsyncFn(Arc<dyn Books>) -> Result<(), E>) -> bool {
    let sweep = sweep(StoreError::Unavailable, prepare, dump, async |_, books| {
        scenario(books).await
    });
    let sweep = futures_util::FutureExt::catch_unwind(AssertUnwindSafe(sweep));
    sweep.await.is_err()
}

#[tokio::test]
async fn a_use_case_in_one_unit_leaves_nothing_whichever_call_fails() {
    for error in [StoreError::Unavailable, StoreError::Busy, StoreError::Stale] {
        let calls = sweep(error, prepare, dump, async |_, books| {
            open_account(books, 1).await
        })
        .await;
        // begin, insert, append, commit
        assert_eq!(calls, 4);
    }
}

#[tokio::test]
async fn a_use_case_in_two_units_is_found_out() {
    assert!(fails(async |books| open_account(books, 2).await).await);
}

#[tokio::test]
async fn a_use_case_that_goes_on_after_an_error_is_found_out() {
    let careless = async |books: Arc<dyn Books>| -> Result<(), StoreError> {
        let ids = CountingIds::new();
        let tenant = a_shop(&ids).tenant;
        let mut unit = books.begin().await?;
        let customer = a_customer(&ids, tenant, "Rahul");
        if unit.customers().insert(&customer).await.is_err() {
            let known = unit.customers().find(tenant, customer.id).await?;
            assert_eq!(known, None);
        }
        unit.commit().await
    };
    assert!(fails(careless).await);
}

#[tokio::test]
async fn a_use_case_that_fails_by_itself_is_found_out() {
    assert!(fails(async |_| Err("always")).await);
}

#[tokio::test]
async fn a_use_case_that_tries_again_in_another_unit_passes() {
    let patient = async |_: &MemoryStore, books: Arc<dyn Books>| match open_account(books.clone(), 1).await {
        Err(StoreError::Unavailable) => open_account(books, 1).await,
        outcome => outcome,
    };
    assert_eq!(sweep(StoreError::Unavailable, prepare, dump, patient).await, 4);
}
