//! PostgreSQL's answer to a COMMIT is lost: what was asked for is done once, or it is said that nobody knows.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use super::databases::postgres_url;
use super::proxy::{Mode, Proxy};
use super::shop::{self, OpenShop};
use execora_customer::{CustomerChanges, CustomerFilter};
use execora_inventory::{NewProduct, ProductFilter};
use execora_kernel::{Money, PageRequest, StoreError, Unit};
use execora_store_seaorm::Store;
use execora_testkit::builders::{label, phone};
use execora_usecases::reads::customers::ListCustomers;
use execora_usecases::{CreateProduct, Expected, Refusal, UpdateCustomer};
use std::time::{Duration, Instant};

async fn behind_a_proxy() -> (Proxy, Store, OpenShop) {
    let (proxy, url) = Proxy::before(&postgres_url().await).await;
    let store = Store::connect(&url).await.expect("a database");
    let open = shop::open(&store).await;
    (proxy, store, open)
}

async fn customers(open: &OpenShop) -> usize {
    let all = ListCustomers {
        filter: CustomerFilter::default(),
        page: PageRequest::first(100),
    };
    let list = open.cases.read(&open.owner, &all).await;
    list.expect("a page").items.len()
}

#[tokio::test]
async fn what_is_asked_for_without_a_key_is_done_once_wherever_the_connection_is_cut() {
    for mode in [Mode::CutBefore, Mode::CutAfter] {
        let (proxy, store, open) = behind_a_proxy().await;
        let tenant = open.owner.tenant;
        proxy.set(mode);
        let new = shop::a_new_customer("Rahul", None);
        let made = open
            .cases
            .perform(&open.owner, &new, None)
            .await
            .expect("a customer");
        assert_eq!(proxy.mode(), Mode::Pass, "{mode:?}: the cut took place");
        assert_eq!(customers(&open).await, 1, "{mode:?}");
        let customer = made.value.customer;

        proxy.set(mode);
        let product = CreateProduct {
            new: NewProduct {
                name: label("Jeera"),
                aliases: Vec::new(),
                unit: Unit::Packet,
                price: Some(Money::from_paise(2_000)),
                price_includes_tax: true,
                hsn: None,
                gst_rates: Vec::new(),
                low_stock_at: None,
            },
            opening_stock: None,
        };
        open.cases
            .perform(&open.owner, &product, None)
            .await
            .expect("a product");
        let filter = ProductFilter::default();
        let list = store
            .queries()
            .products
            .list(tenant, &filter, PageRequest::first(10))
            .await;
        assert_eq!(list.expect("a page").items.len(), 1, "{mode:?}");

        proxy.set(mode);
        let draft = shop::a_draft(customer.id, "Haldi");
        open.cases
            .perform(&open.owner, &draft, None)
            .await
            .expect("a draft");
        let queries = store.queries();
        let drafts = queries
            .invoices
            .drafts(tenant, None, PageRequest::first(10))
            .await;
        assert_eq!(drafts.expect("a page").items.len(), 1, "{mode:?}");

        proxy.set(mode);
        let change = UpdateCustomer {
            customer: customer.id,
            expected: Expected::Version(customer.version),
            changes: CustomerChanges {
                phone: Some(Some(phone("9876543210"))),
                ..CustomerChanges::default()
            },
        };
        let changed = open.cases.perform(&open.owner, &change, None).await;
        let changed = changed.expect("its own write is no other's").value.customer;
        assert_eq!(changed.version, customer.version + 1, "{mode:?}");
        assert_eq!(proxy.mode(), Mode::Pass, "{mode:?}: every cut took place");
    }
}

#[tokio::test]
async fn what_nobody_knows_is_said_soon_and_never_run_again() {
    let (proxy, _store, open) = behind_a_proxy().await;
    let committed = proxy.commits();
    proxy.set(Mode::CutAfterAndBlock);
    let new = shop::a_new_customer("Rahul", None);
    let started = Instant::now();
    let refused = open.cases.perform(&open.owner, &new, None).await.err();
    assert_eq!(refused, Some(Refusal::Store(StoreError::OutcomeUnknown)));
    assert!(
        started.elapsed() < Duration::from_millis(2_500),
        "{:?}",
        started.elapsed()
    );
    proxy.set(Mode::Pass);
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(customers(&open).await, 1);
    assert_eq!(proxy.commits(), committed + 1, "it was run once");
}

#[tokio::test]
async fn with_a_key_the_same_request_finds_what_was_done() {
    let (proxy, _store, open) = behind_a_proxy().await;
    let key = shop::key(&open.ids);
    proxy.set(Mode::CutAfterAndBlock);
    let new = shop::a_new_customer("Rahul", None);
    let refused = open.cases.perform(&open.owner, &new, Some(&key)).await.err();
    assert_eq!(refused, Some(Refusal::Store(StoreError::OutcomeUnknown)));
    proxy.set(Mode::Pass);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let again = open.cases.perform(&open.owner, &new, Some(&key)).await;
    assert!(again.expect("the first answer").replayed);
    assert_eq!(customers(&open).await, 1);
}
