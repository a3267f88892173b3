//! PostgreSQL is away: every request fails within two seconds, and works again as soon as the server is back.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use super::databases::postgres_url;
use super::proxy::{Mode, Proxy};
use super::shop;
use execora_kernel::StoreError;
use execora_store_seaorm::Store;
use execora_testkit::builders::a_customer;
use execora_usecases::ports::Books;
use std::future::Future;
use std::time::{Duration, Instant};

/// What a request may take, and a machine that is busy with other tests.
const SOON: Duration = Duration::from_millis(2_000);

async fn soon<T>(what: &str, asked: impl Future<Output = T>) -> T {
    let started = Instant::now();
    let answer = asked.await;
    assert!(started.elapsed() < SOON, "{what} took {:?}", started.elapsed());
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_fails_within_two_seconds_while_the_server_is_away() {
    for mode in [Mode::Block, Mode::Refuse] {
        let (proxy, url) = Proxy::before(&postgres_url().await).await;
        let store = Store::connect(&url).await.expect("a database");
        let open = shop::open(&store).await;
        let tenant = open.owner.tenant;
        // A unit that is open when the server goes away.
        let mut unit = store.begin().await.expect("a unit");
        proxy.set(mode);
        let customer = a_customer(&open.ids, tenant, "Rahul");
        let inserted = soon("a statement", unit.customers().insert(&customer)).await;
        assert_eq!(inserted, Err(StoreError::Unavailable), "{mode:?}");
        drop(unit);
        tokio::time::sleep(Duration::from_millis(700)).await;
        let mut requests = tokio::task::JoinSet::new();
        for n in 0..40 {
            let store = store.clone();
            requests.spawn(async move {
                if n % 2 == 0 {
                    let begun = soon("a unit", store.begin()).await;
                    assert_eq!(begun.err(), Some(StoreError::Unavailable));
                } else {
                    let read = soon("a read", store.queries().shops.find(tenant)).await;
                    assert_eq!(read, Err(StoreError::Unavailable));
                }
            });
        }
        requests.join_all().await;
        let new = shop::a_new_customer("Rahul", None);
        let refused = soon("a verb", open.cases.perform(&open.owner, &new, None)).await;
        assert!(refused.is_err(), "{mode:?}");
        let health = store.queries().health;
        assert!(soon("readiness", health.ping()).await.is_err(), "{mode:?}");

        proxy.set(Mode::Pass);
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        let made = open.cases.perform(&open.owner, &new, None).await;
        made.expect("the server is back");
        assert_eq!(health.ping().await, Ok(()), "{mode:?}");
    }
}
