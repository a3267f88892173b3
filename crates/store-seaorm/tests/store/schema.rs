//! The steps of the schema: run once whoever starts them, all or nothing, and asked about without a change.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use super::databases;

use super::databases::{postgres_url, sqlite_url};
use execora_store_seaorm::Store;
use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;
use tempfile::TempDir;

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
