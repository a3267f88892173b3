//! What SQLite adds to the contract: one file, one writer at a time, readers that cannot write, a clean end.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use super::databases::{sqlite, sqlite_url};
use execora_invoice::Series;
use execora_kernel::{IdSource, StoreError};
use execora_store_seaorm::{ConnectError, Store, StoreConfig};
use execora_testkit::builders::{a_customer, a_shop};
use execora_testkit::{CountingIds, clock::START};
use execora_usecases::ports::Books;
use execora_usecases::shop::Shop;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

async fn shop_in(store: &Store, ids: &CountingIds) -> Shop {
    let shop = a_shop(ids);
    let mut unit = store.begin().await.expect("a unit");
    unit.shops().insert(&shop).await.expect("a new shop");
    unit.commit().await.expect("a commit");
    shop
}

async fn pragma(db: &DatabaseConnection, name: &str) -> String {
    let ask = Statement::from_string(DbBackend::Sqlite, format!("PRAGMA {name}"));
    let row = db.query_one_raw(ask).await.expect("an answer").expect("a row");
    row.try_get_by_index::<i64>(0)
        .map(|n| n.to_string())
        .or_else(|_| row.try_get_by_index::<String>(0))
        .expect("a value")
}

#[tokio::test]
async fn a_commit_is_on_the_disk_before_it_is_answered() {
    let folder = folder();
    let store = sqlite(&folder).await;
    for db in [store.database(), store.read_database()] {
        assert_eq!(pragma(db, "journal_mode").await, "wal");
        assert_eq!(pragma(db, "synchronous").await, "2", "FULL");
        assert_eq!(pragma(db, "foreign_keys").await, "1");
        assert_eq!(pragma(db, "busy_timeout").await, "5000");
    }
}

#[tokio::test]
async fn a_reader_cannot_write() {
    let folder = folder();
    let store = sqlite(&folder).await;
    let written = store.read_database().execute_unprepared("DELETE FROM shop").await;
    assert!(written.is_err());
}

#[tokio::test]
async fn books_are_there_again_after_a_clean_end() {
    let folder = folder();
    let store = sqlite(&folder).await;
    let shop = shop_in(&store, &CountingIds::new()).await;
    store.close().await.expect("a clean end");
    let wal = folder.path().join("books.db-wal");
    let left = std::fs::metadata(wal).map(|m| m.len()).unwrap_or(0);
    assert_eq!(left, 0, "everything is in the file itself");
    let store = Store::connect(&sqlite_url(&folder)).await.expect("the file");
    let found = store.queries().shops.find(shop.tenant).await;
    assert_eq!(found, Ok(Some(shop)));
}

#[tokio::test]
async fn a_closed_store_begins_nothing() {
    let folder = folder();
    let store = sqlite(&folder).await;
    let other = store.clone();
    store.close().await.expect("a clean end");
    assert_eq!(other.begin().await.err(), Some(StoreError::Unavailable));
    assert_eq!(other.queries().health.ping().await, Err(StoreError::Unavailable));
}

#[tokio::test]
async fn a_second_writer_waits_its_turn_and_not_longer_than_five_seconds() {
    let folder = folder();
    let store = sqlite(&folder).await;
    let first = store.begin().await.expect("a unit");
    let started = Instant::now();
    assert_eq!(store.begin().await.err(), Some(StoreError::Busy));
    let waited = started.elapsed();
    assert!(waited >= Duration::from_millis(4_900), "{waited:?}");
    assert!(waited < Duration::from_secs(7), "{waited:?}");
    drop(first);
    assert!(store.begin().await.is_ok());
}

#[tokio::test]
async fn a_writer_in_another_program_makes_it_busy_too() {
    let folder = folder();
    let store = sqlite(&folder).await;
    let other = Store::connect(&sqlite_url(&folder)).await.expect("the file");
    let held = other.begin().await.expect("a unit");
    assert_eq!(store.begin().await.err(), Some(StoreError::Busy));
    held.commit().await.expect("a commit");
    assert!(store.begin().await.is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_writers_at_once_take_numbers_without_gap_or_repeat() {
    let folder = folder();
    let store = sqlite(&folder).await;
    let tenant = shop_in(&store, &CountingIds::new()).await.tenant;
    let mut writers = tokio::task::JoinSet::new();
    for n in 0..100_u32 {
        let store = store.clone();
        writers.spawn(async move {
            let mut unit = store.begin().await.expect("a unit");
            let number = unit
                .series()
                .take_next(tenant, &Series::default(), START.date_naive())
                .await
                .expect("a number")
                .n;
            // Every other unit is dropped and gives its number back.
            if n % 2 == 0 {
                return None;
            }
            unit.commit().await.expect("a commit");
            Some(number)
        });
    }
    let mut numbers: Vec<u32> = writers.join_all().await.into_iter().flatten().collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=50).collect::<Vec<u32>>());
}

#[tokio::test]
async fn a_unit_with_a_failed_statement_cannot_be_committed() {
    let folder = folder();
    let store = sqlite(&folder).await;
    let ids = CountingIds::new();
    let shop = shop_in(&store, &ids).await;
    let customer = a_customer(&ids, shop.tenant, "Rahul");
    let mut unit = store.begin().await.expect("a unit");
    unit.customers().insert(&customer).await.expect("a new customer");
    assert_eq!(unit.shops().insert(&shop).await, Err(StoreError::Duplicate));
    assert_eq!(unit.commit().await, Err(StoreError::Unavailable));
    let found = store.queries().customers.find(shop.tenant, customer.id).await;
    assert_eq!(found, Ok(None));
}

#[tokio::test]
async fn damage_is_named_and_not_shown() {
    let folder = folder();
    let store = sqlite(&folder).await;
    let ids = CountingIds::new();
    let shop = shop_in(&store, &ids).await;
    let damage = "UPDATE shop SET zone = 'Nowhere/At_all'";
    store.database().execute_unprepared(damage).await.expect("damage");
    let found = store.queries().shops.find(shop.tenant).await;
    assert_eq!(found, Err(StoreError::Corrupt { what: "shop" }));
    let customer = a_customer(&ids, execora_kernel::TenantId::new(ids.next()), "Rahul");
    let mut unit = store.begin().await.expect("a unit");
    let of_no_shop = unit.customers().insert(&customer).await;
    assert_eq!(of_no_shop, Err(StoreError::Corrupt { what: "shop" }));
}

#[tokio::test]
async fn an_address_that_is_no_database_is_refused() {
    for url in ["", "mysql://x/y", "sqlite::memory:", "sqlite://x?mode=memory"] {
        let refused = Store::connect(url).await.err();
        assert_eq!(refused, Some(ConnectError::UnknownAddress), "{url}");
    }
    let refused = Store::connect("sqlite:///proc/no/such/place.db").await.err();
    assert_eq!(refused, Some(ConnectError::Unreachable));
}

#[tokio::test]
async fn a_password_in_the_address_is_not_shown() {
    let config = StoreConfig::new("postgres://app:hunter2@db/books");
    assert!(!format!("{config:?}").contains("hunter2"));
}
