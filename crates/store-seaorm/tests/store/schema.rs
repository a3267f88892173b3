//! The steps of the schema: run once whoever starts them, all or nothing, and asked about without a change.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use super::databases;

use super::databases::{postgres_url, sqlite_url};
use chrono::{DateTime, NaiveDate};
use execora_invoice::Series;
use execora_kernel::TenantId;
use execora_store_seaorm::Store;
use execora_usecases::ports::Books;
use sea_orm::{ConnectionTrait, Statement};
use sea_orm_migration::MigratorTrait;
use tempfile::TempDir;
use uuid::Uuid;

async fn two_runners_meet(url: &str) {
    let (one, two) = (
        Store::connect(url).await.expect("a database"),
        Store::connect(url).await.expect("a database"),
    );
    let (first, second) = tokio::join!(
        execora_migration::up(one.database()),
        execora_migration::up(two.database())
    );
    first.expect("the schema");
    second.expect("nothing left to do");
    assert!(
        execora_migration::is_current(one.read_database())
            .await
            .expect("an answer")
    );
}

#[tokio::test]
async fn on_sqlite_two_runners_make_one_schema() {
    let folder = TempDir::new().expect("a folder");
    two_runners_meet(&sqlite_url(&folder)).await;
}

#[tokio::test]
async fn on_postgresql_two_runners_make_one_schema() {
    let url = databases::empty_postgres_url().await;
    two_runners_meet(&url).await;
}

#[tokio::test]
async fn a_database_without_the_schema_is_not_current_and_stays_untouched() {
    let folder = TempDir::new().expect("a folder");
    let store = Store::connect(&sqlite_url(&folder)).await.expect("a file");
    let steps = execora_migration::status(store.read_database())
        .await
        .expect("an answer");
    assert!(!steps.is_empty() && steps.iter().all(|s| !s.applied));
    assert!(
        !execora_migration::is_current(store.read_database())
            .await
            .expect("an answer")
    );
    assert!(
        store
            .read_database()
            .execute_unprepared("SELECT 1 FROM seaql_migrations")
            .await
            .is_err()
    );
}

#[tokio::test]
async fn every_step_can_be_taken_back() {
    let folder = TempDir::new().expect("a folder");
    let sqlite = databases::sqlite(&folder).await;
    let postgres = Store::connect(&postgres_url().await).await.expect("a database");
    for store in [sqlite, postgres] {
        let db = store.database();
        execora_migration::Migrator::down(db, None)
            .await
            .expect("all steps back");
        execora_migration::up(db).await.expect("and forth");
    }
}

/// How many steps there were before the days of the books.
const BEFORE_DAYS: u32 = 8;

async fn damaged_numbers_go_on(store: Store) {
    let db = store.database();
    execora_migration::Migrator::up(db, Some(BEFORE_DAYS))
        .await
        .expect("the old schema");
    let tenant = TenantId::new(Uuid::from_u128(7));
    let old = |sql: &str, values: Vec<sea_orm::Value>| {
        Statement::from_sql_and_values(db.get_database_backend(), sql, values)
    };
    let shop = "INSERT INTO shop (tenant_id, name, state, zone, language, series, round_to_rupee, allow_negative_stock, \
        confirm_above, quiet_from, quiet_to, created_at, updated_at, version) \
        VALUES ($1, 'Old', '09', 'Asia/Kolkata', 'en', 'INV', TRUE, FALSE, 0, '21:00:00', '09:00:00', $2, $2, 1)";
    let made = DateTime::parse_from_rfc3339("2026-11-01T00:00:00Z").expect("a moment");
    db.execute_raw(old(
        shop,
        vec![tenant.uuid().into(), made.timestamp_micros().into()],
    ))
    .await
    .expect("a shop");
    for (series, year, last) in [
        ("INV", 1926, 1),
        ("INV", 1826, 2),
        ("CASH", 1926, 3),
        ("CASH", 2026, 9),
    ] {
        let sql =
            "INSERT INTO number_series (tenant_id, series, financial_year, last) VALUES ($1, $2, $3, $4)";
        let values = vec![
            tenant.uuid().into(),
            series.into(),
            i64::from(year).into(),
            i64::from(last).into(),
        ];
        db.execute_raw(old(sql, values)).await.expect("a counter");
    }
    execora_migration::up(db).await.expect("the schema");
    let day = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
    for (series, n) in [("INV", 3), ("CASH", 10)] {
        let series = Series::parse(series).expect("a series");
        let mut unit = store.begin().await.expect("a unit");
        let taken = unit.series().take_next(tenant, &series, day).await;
        assert_eq!(taken.map(|taken| taken.n), Ok(n), "{series:?}");
    }
    let shop = store.queries().shops.find(tenant).await.expect("an answer");
    let books_from = shop.map(|shop| shop.books_from);
    assert_eq!(books_from, NaiveDate::from_ymd_opt(2025, 4, 1));
}

#[tokio::test]
async fn a_series_that_printed_a_number_of_another_century_goes_on_after_it() {
    let folder = TempDir::new().expect("a folder");
    let sqlite = Store::connect(&sqlite_url(&folder)).await.expect("a file");
    let url = databases::empty_postgres_url().await;
    let postgres = Store::connect(&url).await.expect("a database");
    for store in [sqlite, postgres] {
        damaged_numbers_go_on(store).await;
    }
}
