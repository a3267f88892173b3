//! What every verb keeps: its right, its shop, one effect for one request, and all of it or nothing.

use crate::world::{Shop, key};
use execora_kernel::{Caller, CustomerId, Right, StoreError, caller::Forbidden};
use execora_testkit::{FaultyBooks, sweep};
use execora_usecases::{Guarded, Refusal, Verb};
use serde_json::Value;
use std::{fmt::Debug, sync::Arc};

/// How a verb ends for the owner of another shop.
pub(crate) enum Foreign {
    /// It is refused so.
    Refused(Refusal),
    /// It is done, in his own shop.
    InHisOwnShop,
}

/// Checks a verb on shops that `prepare` makes.
pub(crate) async fn keeps_manners<V>(rights: &[Right], foreign: Foreign, prepare: impl AsyncFn() -> (Shop, V))
where
    V: Verb + Guarded,
    V::Output: PartialEq + Debug,
{
    assert!(rights.contains(&V::RIGHT), "the doors ask for a right of its own");
    is_done_with_its_rights_alone(rights, &prepare).await;
    stays_in_its_shop(&foreign, &prepare).await;
    is_done_once(&prepare).await;
    is_told_again_only_to_who_has_its_rights(rights, &prepare).await;
    takes_locks_in_their_order(&prepare).await;
    leaves_nothing_when_the_store_fails(&prepare).await;
    is_tried_again_when_the_store_gives_up(&prepare).await;
}

async fn is_done_with_its_rights_alone<V: Verb>(rights: &[Right], prepare: &impl AsyncFn() -> (Shop, V)) {
    let (shop, verb) = prepare().await;
    for missing in rights {
        let others = Right::ALL.iter().copied().filter(|right| right != missing);
        let refused = shop.refused_to(&shop.with_rights(others), &verb, None).await;
        assert_eq!(refused, Refusal::Forbidden(Forbidden(*missing)));
    }
    let nobody: CustomerId = CustomerId::new(shop.caller.user.uuid());
    let refused = shop.refused_to(&shop.limited_to(nobody), &verb, None).await;
    assert!(matches!(refused, Refusal::Forbidden(_)), "{refused:?}");
    let able = shop.with_rights(rights.iter().copied());
    assert!(shop.cases.perform(&able, &verb, None).await.is_ok());
}

async fn stays_in_its_shop<V: Verb>(foreign: &Foreign, prepare: &impl AsyncFn() -> (Shop, V)) {
    let (shop, verb) = prepare().await;
    match foreign {
        Foreign::Refused(refusal) => {
            assert_eq!(shop.refused_to(&shop.neighbour, &verb, None).await, *refusal);
        }
        Foreign::InHisOwnShop => {
            let before = own_rows(&shop);
            let (all, _) = shop.everything();
            assert!(shop.cases.perform(&shop.neighbour, &verb, None).await.is_ok());
            assert_ne!(shop.everything().0, all);
            assert_eq!(own_rows(&shop), before);
        }
    }
}

/// The rows that belong to the shop, in the order of the tables.
fn own_rows(shop: &Shop) -> Vec<Value> {
    let (dump, _) = shop.everything();
    let tenant = shop.caller.tenant.to_string();
    let tables = dump.as_object().unwrap().values();
    tables
        .flat_map(|table| table.as_array().unwrap().clone())
        .filter(|row| row.to_string().contains(&tenant))
        .collect()
}

/// A token that was narrowed is the same credential, and asks under the same keys.
async fn is_told_again_only_to_who_has_its_rights<V: Verb>(
    rights: &[Right],
    prepare: &impl AsyncFn() -> (Shop, V),
) {
    let (shop, verb) = prepare().await;
    let key = key("k1", "a body");
    assert!(shop.cases.perform(&shop.caller, &verb, Some(&key)).await.is_ok());
    for missing in rights {
        let others = Right::ALL.iter().copied().filter(|right| right != missing);
        let narrowed = Caller {
            credential: shop.caller.credential.clone(),
            ..shop.with_rights(others)
        };
        let refused = shop.refused_to(&narrowed, &verb, Some(&key)).await;
        assert_eq!(refused, Refusal::Forbidden(Forbidden(*missing)));
    }
}

async fn is_done_once<V>(prepare: &impl AsyncFn() -> (Shop, V))
where
    V: Verb,
    V::Output: PartialEq + Debug,
{
    let (shop, verb) = prepare().await;
    let (first, other) = (key("k1", "a body"), key("k1", "another body"));
    let done = shop
        .cases
        .perform(&shop.caller, &verb, Some(&first))
        .await
        .unwrap();
    assert!(!done.replayed);
    shop.rows().assert_sound();
    let after = shop.everything();
    let again = shop
        .cases
        .perform(&shop.caller, &verb, Some(&first))
        .await
        .unwrap();
    assert!(again.replayed);
    assert_eq!(again.value, done.value);
    assert_eq!(shop.everything(), after);
    let reused = shop.refused_to(&shop.caller, &verb, Some(&other)).await;
    assert_eq!(reused, Refusal::KeyReused);
}

/// Which lock a call takes: customer, draft or invoice, number series, stock, ledger.
const LOCKS: [&[&str]; 5] = [
    &["customers.lock"],
    &["drafts.lock", "invoices.lock", "invoices.add_paid"],
    &["series.take_next"],
    &["products.lock", "products.move_stock"],
    &["ledger.append"],
];

async fn takes_locks_in_their_order<V: Verb>(prepare: &impl AsyncFn() -> (Shop, V)) {
    let (shop, verb) = prepare().await;
    let watched = FaultyBooks::new(shop.books(), u64::MAX, StoreError::Unavailable);
    let cases = shop.over(Arc::new(watched.clone()));
    assert!(cases.perform(&shop.caller, &verb, None).await.is_ok());
    let journal = watched.journal();
    // What is locked already may be locked again.
    let firsts = LOCKS.map(|calls| journal.iter().position(|call| calls.contains(call)));
    let taken: Vec<usize> = firsts.into_iter().flatten().collect();
    assert!(taken.is_sorted(), "{journal:?}");
}

async fn leaves_nothing_when_the_store_fails<V: Verb>(prepare: &impl AsyncFn() -> (Shop, V))
where
    V::Output: Debug,
{
    for error in [StoreError::Busy, StoreError::Stale] {
        let calls = sweep(
            error,
            async || {
                let (shop, verb) = prepare().await;
                let books = shop.books();
                ((shop, verb), books)
            },
            async |(shop, _)| shop.everything(),
            async |(shop, verb), books| {
                let cases = shop.over(books);
                cases
                    .perform(&shop.caller, verb, Some(&key("k1", "a body")))
                    .await
            },
        )
        .await;
        // begin, claim, shop, what the verb itself does, answer, commit
        assert!(calls >= 6, "{calls}");
    }
}

async fn is_tried_again_when_the_store_gives_up<V: Verb>(prepare: &impl AsyncFn() -> (Shop, V)) {
    let (shop, verb) = prepare().await;
    shop.done(&verb).await;
    let (tally, heard) = (shop.rows().tally(), shop.heard().len());
    for k in 1.. {
        let (shop, verb) = prepare().await;
        let faulty = FaultyBooks::new(shop.books(), k, StoreError::Unavailable);
        let cases = shop.over(Arc::new(faulty.clone()));
        let done = cases
            .perform(&shop.caller, &verb, Some(&key("k1", "a body")))
            .await;
        assert!(done.is_ok_and(|done| !done.replayed), "call {k}");
        assert!(!faulty.misused(), "call {k}");
        shop.rows().assert_sound();
        assert_eq!(
            shop.rows().tally(),
            tally,
            "call {k} failed and it was done otherwise"
        );
        assert_eq!(shop.heard().len(), heard, "call {k}");
        if !faulty.fired() {
            break;
        }
    }
}
