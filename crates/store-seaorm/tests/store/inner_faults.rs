//! SQLite itself fails, at every place where it may: nothing stays, and the next unit works.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use super::databases::{folder, sqlite, sqlite_url};
use super::shop::{self, OpenShop};
use execora_kernel::StoreError;
use execora_store_seaorm::Store;
use execora_testkit::builders::a_customer;
use execora_testkit::{Planted, sweep_inside};
use execora_usecases::ports::Books;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// After so many steps of SQLite's machine there is a chance to interrupt it.
const STEPS: i32 = 20;

struct World {
    _folder: TempDir,
    store: Store,
    shop: OpenShop,
}

/// How SQLite fails.
#[derive(Clone, Copy)]
enum Failure {
    /// A statement is interrupted, and SQLite takes the transaction back by itself.
    Interrupted,
    /// A commit is turned into a rollback.
    CommitRefused,
}

/// The file with the schema, made once.
async fn template() -> &'static [u8] {
    static FILE: OnceCell<Vec<u8>> = OnceCell::const_new();
    FILE.get_or_init(async || {
        let folder = folder();
        sqlite(&folder).await.close().await.expect("a clean end");
        std::fs::read(folder.path().join("books.db")).expect("the file")
    })
    .await
}

async fn plant(failure: Failure, k: u64) -> Planted<World> {
    let folder = folder();
    std::fs::write(folder.path().join("books.db"), template().await).expect("the file");
    let store = Store::connect(&sqlite_url(&folder)).await.expect("the file");
    let shop = shop::open(&store).await;
    let chances = Arc::new(AtomicU64::new(0));
    let counted = chances.clone();
    let goes_on = move || counted.fetch_add(1, Ordering::SeqCst) + 1 != k;
    let mut writer = store
        .database()
        .get_sqlite_connection_pool()
        .acquire()
        .await
        .expect("the writer");
    let mut handle = writer.lock_handle().await.expect("its handle");
    match failure {
        Failure::Interrupted => handle.set_progress_handler(STEPS, goes_on),
        Failure::CommitRefused => handle.set_commit_hook(goes_on),
    }
    drop(handle);
    drop(writer);
    let books: Arc<dyn Books> = Arc::new(store.clone());
    Planted {
        context: World {
            _folder: folder,
            store,
            shop,
        },
        books,
        fired: Box::new(move || chances.load(Ordering::SeqCst) >= k),
    }
}

/// How many rows there are of everything, and the sums of what is counted in money and goods.
async fn sizes(world: &World) -> Vec<(String, i64)> {
    let reader = world.store.read_database();
    let tables =
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let tables = reader
        .query_all_raw(Statement::from_string(DbBackend::Sqlite, tables))
        .await
        .expect("the tables");
    let mut sizes = Vec::new();
    let names = tables.iter().map(|row| row.try_get_by_index::<String>(0));
    let counts = names.map(|name| format!("SELECT COUNT(*) FROM {}", name.expect("a name")));
    let sums = [
        "SELECT COALESCE(SUM(balance), 0) FROM customer",
        "SELECT COALESCE(SUM(stock), 0) FROM product",
        "SELECT COALESCE(SUM(abs(amount)), 0) FROM posting",
        "SELECT COALESCE(SUM(last), 0) FROM number_series",
        "SELECT COALESCE(SUM(paid), 0) FROM invoice",
    ];
    for sql in counts.chain(sums.map(str::to_owned)) {
        let row = reader
            .query_one_raw(Statement::from_string(DbBackend::Sqlite, sql.clone()))
            .await
            .expect("an answer");
        let size = row.expect("a row").try_get_by_index(0).expect("a number");
        sizes.push((sql, size));
    }
    sizes
}

/// Units without a use case's patience: the first failure is the last.
async fn two_units(world: &World, books: Arc<dyn Books>) -> Result<(), StoreError> {
    let customer = a_customer(&world.shop.ids, world.shop.owner.tenant, "Rahul");
    let mut unit = books.begin().await?;
    unit.customers().insert(&customer).await?;
    let stamp = execora_ledger::Stamp {
        id: execora_kernel::EntryId::new(customer.id.uuid()),
        tenant: customer.tenant,
        on: customer.created_at.date_naive(),
        at: customer.created_at,
    };
    let amount = execora_kernel::Money::from_paise(5_000);
    let entry = execora_ledger::Entry::opening(stamp, customer.id, amount).expect("an amount");
    unit.ledger().append(&entry).await?;
    unit.commit().await
}

/// A customer with an old debt, a bill of goods that the shop did not know, and a payment with a key.
async fn a_day(world: &World, _: Arc<dyn Books>) -> Result<(), execora_usecases::Refusal> {
    let OpenShop { cases, owner, ids } = &world.shop;
    let customer = shop::a_new_customer("Rahul", Some("9876543210"));
    let made = cases.perform(owner, &customer, None).await?;
    let customer = made.value.customer.id;
    cases
        .perform(owner, &shop::a_bill(customer, "Jeera"), None)
        .await?;
    let payment = shop::a_payment(customer, 3_000);
    cases
        .perform(owner, &payment, Some(&shop::key(ids)))
        .await
        .map(|_| ())
}

#[tokio::test]
async fn an_interrupted_statement_leaves_nothing_and_the_next_unit_works() {
    let plant = async |k| plant(Failure::Interrupted, k).await;
    let chances = sweep_inside(plant, sizes, two_units).await;
    assert!(chances > 5, "SQLite was interrupted {chances} times");
}

#[tokio::test]
async fn a_refused_commit_leaves_nothing_and_the_next_unit_works() {
    let plant = async |k| plant(Failure::CommitRefused, k).await;
    assert_eq!(sweep_inside(plant, sizes, two_units).await, 1);
}

#[tokio::test]
async fn whichever_statement_is_interrupted_a_day_of_the_shop_is_done_once() {
    let plant = async |k| plant(Failure::Interrupted, k).await;
    let chances = sweep_inside(plant, sizes, a_day).await;
    assert!(chances > 20, "SQLite was interrupted {chances} times");
}

#[tokio::test]
async fn whichever_commit_is_refused_a_day_of_the_shop_is_done_once() {
    let plant = async |k| plant(Failure::CommitRefused, k).await;
    assert_eq!(sweep_inside(plant, sizes, a_day).await, 3);
}
