//! Fresh databases for tests: a SQLite file of its own, or a database of its own on the PostgreSQL server that
//! `EXECORA_TEST_POSTGRES_URL` names.

#![expect(clippy::expect_used, reason = "a database that cannot be made stops the test")]

use execora_store_seaorm::Store;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use tempfile::TempDir;
use tokio::sync::OnceCell;
use uuid::Uuid;

/// A temporary folder.
pub fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

/// A store on a SQLite file in `folder`, with the schema made.
pub async fn sqlite(folder: &TempDir) -> Store {
    let store = Store::connect(&sqlite_url(folder)).await.expect("a SQLite file");
    execora_migration::up(store.database()).await.expect("the schema");
    store
}

/// The address of the file in `folder`.
pub fn sqlite_url(folder: &TempDir) -> String {
    format!("sqlite://{}/books.db", folder.path().display())
}

/// A store on a database of its own, with the schema made.
pub async fn postgres() -> Store {
    Store::connect(&postgres_url().await)
        .await
        .expect("a PostgreSQL database")
}

/// The address of a new database: a copy of one that this run has made once.
pub async fn postgres_url() -> String {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    let template = TEMPLATE.get_or_init(template).await;
    create(&format!(" TEMPLATE {template}")).await
}

/// The address of a copy of a database that nobody is connected to.
pub async fn copy_of(url: &str) -> String {
    let (_, name) = url.rsplit_once('/').expect("a database in the address");
    create(&format!(" TEMPLATE {name}")).await
}

/// The address of a new database without the schema.
pub async fn empty_postgres_url() -> String {
    create("").await
}

async fn template() -> String {
    let url = create("").await;
    let store = Store::connect(&url).await.expect("a PostgreSQL database");
    execora_migration::up(store.database()).await.expect("the schema");
    store.close().await.expect("a clean end");
    let (_, name) = url.rsplit_once('/').expect("a database in the address");
    name.to_owned()
}

#[expect(clippy::disallowed_methods, reason = "a name that no other database has")]
async fn create(template: &str) -> String {
    let server = std::env::var("EXECORA_TEST_POSTGRES_URL").expect(
        "EXECORA_TEST_POSTGRES_URL names a PostgreSQL server on which databases may be made; `cargo xtask test` starts one",
    );
    let name = format!("books_{}", Uuid::now_v7().simple());
    let db: DatabaseConnection = Database::connect(&server).await.expect("the PostgreSQL server");
    db.execute_unprepared(&format!("CREATE DATABASE {name}{template}"))
        .await
        .expect("a new database");
    db.close().await.expect("a clean end");
    let (start, _) = server.rsplit_once('/').expect("a database in the address");
    format!("{start}/{name}")
}
