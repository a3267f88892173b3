//! Opening a shop, and what holds for every request: its key, its shop, and a store that gives up.

use crate::world::{Shop, key, pays, rupees};
use chrono::TimeDelta;
use execora_kernel::{CredentialId, Email, Gstin, StateCode, StoreError, TenantId};
use execora_ledger::PaymentMode;
use execora_testkit::{builders::label, sweep};
use execora_usecases::perform::ANSWERS_KEPT;
use execora_usecases::{Books, OpenShop, Refusal, UnitOfWork};
use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

fn opening(gstin: Option<&str>) -> OpenShop {
    OpenShop {
        name: label("Verma Stores"),
        owner_email: Email::parse("meena@verma.example").unwrap(),
        gstin: gstin.map(|gstin| Gstin::parse(gstin).unwrap()),
        state: StateCode::parse("29").unwrap(),
    }
}

#[tokio::test]
async fn a_shop_is_opened_with_its_owner_or_not_at_all() {
    for error in [StoreError::Unavailable, StoreError::Busy] {
        let calls = sweep(
            error,
            async || {
                let shop = Shop::open().await;
                let books = shop.books();
                (shop, books)
            },
            async |shop| shop.everything(),
            async |shop, books| opening(None).run(&shop.over(books)).await,
        )
        .await;
        assert_eq!(calls, 4, "begin, shop, owner, commit");
    }
}

#[tokio::test]
async fn a_shop_has_the_state_of_its_registration() {
    let shop = Shop::open().await;
    for (gstin, state) in [(None, "29"), (Some("27AAPFU0939F1ZV"), "27")] {
        let opened = opening(gstin).run(&shop.cases).await.unwrap();
        assert_eq!(opened.shop.state, StateCode::parse(state).unwrap());
        assert_eq!(opened.owner.name.as_str(), "meena");
        assert_eq!(
            (opened.owner.tenant, opened.owner.role.as_str()),
            (opened.shop.tenant, "owner")
        );
        let queries = &shop.store.queries().shops;
        let (tenant, user) = (opened.shop.tenant, opened.owner.id);
        assert_eq!(queries.find(tenant).await, Ok(Some(opened.shop)));
        assert_eq!(queries.user(tenant, user).await, Ok(Some(opened.owner)));
    }
}

#[tokio::test]
async fn a_shop_that_is_not_there_does_nothing() {
    let shop = Shop::open().await;
    let mut stranger = shop.caller.clone();
    stranger.tenant = TenantId::new(shop.caller.user.uuid());
    let verb = pays(shop.customer("Suresh"), 100);
    let refused = shop.refused_to(&stranger, &verb, Some(&key("k1", "a"))).await;
    assert_eq!(refused, Refusal::NotFound);
}

#[tokio::test]
async fn a_key_belongs_to_a_shop_a_credential_and_a_route() {
    let shop = Shop::open().await;
    let verb = pays(shop.customer("Suresh"), 100);
    let first = key("k1", "a");
    let mut colleague = shop.caller.clone();
    colleague.credential = CredentialId("another".to_owned());
    let mut elsewhere = first.clone();
    elsewhere.route = "POST /api/v1/others".to_owned();
    for (caller, key, replayed, balance) in [
        (&shop.caller, &first, false, -100),
        (&shop.caller, &first, true, -100),
        (&colleague, &first, false, -200),
        (&shop.caller, &elsewhere, false, -300),
        (&colleague, &first, true, -300),
    ] {
        let done = shop.cases.perform(caller, &verb, Some(key)).await.unwrap();
        assert_eq!(done.replayed, replayed);
        assert_eq!(shop.balance("Suresh"), rupees(balance));
    }
    let refused = shop.refused_to(&shop.neighbour, &verb, Some(&first)).await;
    assert_eq!(refused, Refusal::UnknownCustomer, "no answer of another shop");
}

#[tokio::test]
async fn an_answer_is_kept_for_three_days() {
    let shop = Shop::open().await;
    let (verb, first) = (pays(shop.customer("Suresh"), 100), key("k1", "a"));
    let second = TimeDelta::seconds(1);
    for (later, replayed) in [(TimeDelta::zero(), false), (ANSWERS_KEPT, true), (second, false)] {
        shop.clock.advance(later);
        let done = shop
            .cases
            .perform(&shop.caller, &verb, Some(&first))
            .await
            .unwrap();
        assert_eq!(done.replayed, replayed);
    }
    assert_eq!(shop.balance("Suresh"), rupees(-200));
}

#[tokio::test]
async fn a_refusal_does_not_use_the_key_up() {
    let shop = Shop::open().await;
    let first = key("k1", "a");
    let mut verb = pays(shop.customer("Suresh"), 0);
    let refused = shop.refused_to(&shop.caller, &verb, Some(&first)).await;
    assert!(matches!(refused, Refusal::Value { .. }));
    verb.amount = rupees(100);
    verb.mode = PaymentMode::Upi;
    let done = shop
        .cases
        .perform(&shop.caller, &verb, Some(&first))
        .await
        .unwrap();
    assert!(!done.replayed);
}

/// Books that cannot be opened, and how often somebody tried.
#[derive(Default)]
struct Closed {
    error: Option<StoreError>,
    tried: AtomicU32,
}

#[async_trait::async_trait]
impl Books for Closed {
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        self.tried.fetch_add(1, Ordering::SeqCst);
        Err(self.error.clone().unwrap())
    }
}

#[tokio::test]
async fn a_store_that_gave_up_is_asked_three_times_and_a_busy_one_once() {
    let shop = Shop::open().await;
    let verb = pays(shop.customer("Suresh"), 100);
    for (error, times) in [(StoreError::Unavailable, 3), (StoreError::Busy, 1)] {
        let closed = Arc::new(Closed {
            error: Some(error.clone()),
            ..Closed::default()
        });
        let cases = shop.over(closed.clone());
        let refused = cases.perform(&shop.caller, &verb, None).await;
        assert_eq!(refused.map(|_| ()), Err(Refusal::Store(error)));
        assert_eq!(closed.tried.load(Ordering::SeqCst), times);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_request_sent_by_many_is_done_once() {
    let shop = Arc::new(Shop::open().await);
    let verb = pays(shop.customer("Suresh"), 100);
    let senders: Vec<_> = (0..8)
        .map(|_| {
            let (shop, verb) = (Arc::clone(&shop), verb.clone());
            tokio::spawn(async move {
                let key = key("k1", "a");
                shop.cases.perform(&shop.caller, &verb, Some(&key)).await.unwrap()
            })
        })
        .collect();
    let mut payments = Vec::new();
    for sender in senders {
        payments.push(sender.await.unwrap());
    }
    assert_eq!(payments.iter().filter(|done| !done.replayed).count(), 1);
    assert!(payments.iter().all(|done| done.value == payments[0].value));
    assert_eq!(shop.balance("Suresh"), rupees(-100));
}
