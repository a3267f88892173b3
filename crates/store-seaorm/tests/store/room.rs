//! A full disk: while it is full nothing is told that is not kept, and with room again everything works without a restart.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use super::databases::{folder, sqlite, sqlite_url};
use super::shop;
use execora_kernel::StoreError;
use execora_store_seaorm::Store;
use execora_usecases::Refusal;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

/// A file system of so many mebibytes, gone with the value.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mounted(mebibytes: u32) -> Self {
        let folder = folder();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={mebibytes}m"), "tmpfs"])
            .arg(folder.path())
            .status();
        assert!(
            mounted.is_ok_and(|status| status.success()),
            "this test needs a file system that can be filled: run it as root, where tmpfs may be mounted"
        );
        Self(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

/// How many payments another program finds in the file.
async fn payments_kept(url: &str) -> usize {
    let other = Store::connect(url).await.expect("the file");
    let ask = Statement::from_string(DbBackend::Sqlite, "SELECT COUNT(*) FROM payment");
    let row = other.read_database().query_one_raw(ask).await.expect("an answer");
    let count: i64 = row.expect("a row").try_get_by_index(0).expect("a number");
    other.close().await.expect("a clean end");
    usize::try_from(count).expect("a small number")
}

fn ballast(folder: &Path) -> std::path::PathBuf {
    folder.join("ballast")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_full_disk_nothing_is_told_that_is_not_kept_and_with_room_again_all_works() {
    let disk = SmallDisk::mounted(4);
    std::fs::write(ballast(disk.path()), vec![1_u8; 1_500_000]).expect("room for the ballast");
    let url = sqlite_url(&disk.0);
    let store = sqlite(&disk.0).await;
    let open = shop::open(&store).await;
    let customer = shop::a_new_customer("Rahul", None);
    let made = open.cases.perform(&open.owner, &customer, None).await;
    let customer = made.expect("a customer").value.customer.id;
    assert_eq!(open.cases.sign_of_life().await, Ok(()));

    let (mut told, mut refused) = (0, 0);
    while refused < 25 {
        assert!(told < 20_000, "the disk never fills");
        let payment = shop::a_payment(customer, 100);
        let key = shop::key(&open.ids);
        match open.cases.perform(&open.owner, &payment, Some(&key)).await {
            Ok(done) => {
                assert!(!done.replayed, "a new request is no repetition");
                told += 1;
            }
            Err(refusal) => {
                assert_eq!(refusal, Refusal::Store(StoreError::Unavailable));
                refused += 1;
            }
        }
    }
    assert_eq!(
        open.cases.sign_of_life().await,
        Err(StoreError::Unavailable),
        "readiness is red"
    );

    std::fs::remove_file(ballast(disk.path())).expect("the ballast");
    for _ in 0..20 {
        let payment = shop::a_payment(customer, 100);
        open.cases
            .perform(&open.owner, &payment, None)
            .await
            .expect("there is room again");
        told += 1;
    }
    assert_eq!(payments_kept(&url).await, told, "what was told is what is kept");
    tokio::time::sleep(Duration::from_millis(6_100)).await;
    assert_eq!(open.cases.sign_of_life().await, Ok(()), "and green again");
}

#[tokio::test]
async fn a_connection_that_found_no_page_is_closed_and_the_next_unit_works() {
    let folder = folder();
    let store = sqlite(&folder).await;
    let open = shop::open(&store).await;
    let customer = shop::a_new_customer("Rahul", None);
    let made = open.cases.perform(&open.owner, &customer, None).await;
    let customer = made.expect("a customer").value.customer.id;
    let mut told = 0;
    for round in 0..5 {
        let pages = Statement::from_string(DbBackend::Sqlite, "PRAGMA page_count");
        let row = store.database().query_one_raw(pages).await.expect("an answer");
        let pages: i64 = row.expect("a row").try_get_by_index(0).expect("a number");
        // The limit is one of the connection: when a unit works again, it has another connection.
        let limit = format!("PRAGMA max_page_count = {}", pages + round);
        store
            .database()
            .execute_unprepared(&limit)
            .await
            .expect("a limit");
        let mut refused = false;
        while !refused {
            assert!(told < 5_000, "the file never fills");
            let mut unit = execora_usecases::ports::Books::begin(&store)
                .await
                .expect("a unit");
            let named = execora_testkit::builders::a_customer(&open.ids, open.owner.tenant, &"x".repeat(200));
            let inserted = unit.customers().insert(&named).await;
            let ended = match inserted {
                Ok(()) => unit.commit().await,
                Err(error) => Err(error),
            };
            match ended {
                Ok(()) => told += 1,
                Err(error) => {
                    assert_eq!(error, StoreError::Unavailable);
                    refused = true;
                }
            }
        }
        let payment = shop::a_payment(customer, 100);
        open.cases
            .perform(&open.owner, &payment, None)
            .await
            .expect("another connection has room");
    }
    assert_eq!(payments_kept(&sqlite_url(&folder)).await, 5);
}
