//! Verbs in a unit that somebody else opened and commits.

use crate::world::{Shop, bill, borrows, item, pays, rupees};
use execora_kernel::StoreError;
use execora_testkit::{FaultyBooks, builders};
use execora_usecases::{Announcement, DraftsReason, Refusal, UnitOfWork, Verb};
use std::sync::Arc;

async fn performed<V: Verb>(shop: &Shop, unit: &mut dyn UnitOfWork, verb: &V) -> Result<V::Output, Refusal> {
    let performed = shop.cases.perform_in(unit, &shop.caller, verb).await;
    performed.map(|performed| performed.value)
}

#[tokio::test]
async fn verbs_join_the_unit_of_an_embedder() {
    let shop = Shop::open().await;
    let suresh = shop.customer("Suresh");
    let mut unit = shop.books().begin().await.unwrap();
    let neha = builders::a_customer(&shop.ids(), shop.caller.tenant, "Neha");
    unit.customers().insert(&neha).await.unwrap();
    let lent = performed(&shop, unit.as_mut(), &borrows(suresh, 300)).await;
    assert_eq!(lent.unwrap().balance, rupees(300));
    // It sees what the unit did before it.
    let paid = performed(&shop, unit.as_mut(), &pays(suresh, 100)).await;
    assert_eq!(paid.unwrap().balance, rupees(200));
    let paid = performed(&shop, unit.as_mut(), &pays(neha.id, 50)).await;
    assert_eq!(paid.unwrap().balance, rupees(-50));
    assert_eq!(shop.balance("Suresh"), rupees(0));
    unit.commit().await.unwrap();
    assert_eq!(
        (shop.balance("Suresh"), shop.balance("Neha")),
        (rupees(200), rupees(-50))
    );
    shop.rows().assert_sound();
}

#[tokio::test]
async fn a_refused_verb_leaves_nothing_of_itself_in_the_unit() {
    let shop = Shop::open().await;
    let (suresh, milk) = (shop.customer("Suresh"), shop.product("Milk"));
    let mut unit = shop.books().begin().await.unwrap();
    performed(&shop, unit.as_mut(), &borrows(suresh, 300))
        .await
        .unwrap();
    // The bill takes its number before the stock is found to be short.
    let short = bill(suresh, vec![item(milk, 11)]);
    let refused = performed(&shop, unit.as_mut(), &short).await;
    assert!(matches!(refused, Err(Refusal::OutOfStock { .. })), "{refused:?}");
    let whole = bill(suresh, vec![item(milk, 10)]);
    let issued = performed(&shop, unit.as_mut(), &whole).await.unwrap();
    assert!(issued.invoice.number.as_str().ends_with("/0001"), "{issued:?}");
    unit.commit().await.unwrap();
    assert_eq!(shop.balance("Suresh"), rupees(580));
    shop.rows().assert_sound();
}

#[tokio::test]
async fn a_unit_that_is_dropped_takes_its_verbs_with_it_and_nobody_hears_of_them() {
    let shop = Shop::open().await;
    let draft = crate::world::draft(shop.customer("Suresh"), vec![item(shop.product("Milk"), 1)]);
    let before = shop.everything();
    let mut unit = shop.books().begin().await.unwrap();
    let saved = shop
        .cases
        .perform_in(unit.as_mut(), &shop.caller, &draft)
        .await
        .unwrap();
    assert_eq!(
        saved.announcement,
        Some(Announcement::Drafts(DraftsReason::Created))
    );
    drop(unit);
    assert_eq!(shop.everything(), before);
}

#[tokio::test]
async fn what_the_store_failed_ends_the_unit() {
    for k in 2..=12 {
        let shop = Shop::open().await;
        let faulty = FaultyBooks::new(shop.books(), k, StoreError::Unavailable);
        let cases = shop.over(Arc::new(faulty.clone()));
        let pays = pays(shop.customer("Suresh"), 100);
        let mut unit = cases.begin().await.unwrap();
        match cases.perform_in(unit.as_mut(), &shop.caller, &pays).await {
            Ok(_) => assert!(!faulty.fired(), "call {k}: {:?}", faulty.journal()),
            Err(refusal) => assert!(refusal.ends_the_unit(), "call {k}: {refusal:?}"),
        }
        assert!(!faulty.misused(), "call {k}");
    }
}
