//! Whatever a shop does, in whatever order: its books stay sound.

use crate::world::{Shop, bill, borrows, draft, item, opened, pays, pieces};
use execora_inventory::MovementReason;
use execora_invoice::Discount;
use execora_kernel::{CustomerId, ProductId};
use execora_ledger::Allocation;
use execora_testkit::builders::label;
use execora_usecases::{
    CancelInvoice, DiscardDraft, Expected, IssueDraft, MoveStock, Refusal, RestoreDraft, ReverseEntry, Verb,
};
use proptest::prelude::*;

/// Something that a shop does; numbers choose among what there is.
#[derive(Debug, Clone)]
enum Deed {
    Bill(usize, Vec<(usize, i64)>, i64),
    Draft(usize, Vec<(usize, i64)>),
    Issue(usize),
    Discard(usize),
    Restore(usize),
    Cancel(usize),
    Pay(usize, i64),
    PayFor(usize, i64),
    Lend(usize, i64),
    Reverse(usize),
    Move(usize, i64),
    Open(i64),
}

fn deed() -> impl Strategy<Value = Deed> {
    let (some, amount) = (0_usize..64, -5_i64..200);
    let lines = || prop::collection::vec((0_usize..2, 0_i64..6), 0..4);
    prop_oneof![
        3 => (0_usize..5, lines(), 0_i64..120).prop_map(|(who, lines, off)| Deed::Bill(who, lines, off)),
        2 => (0_usize..5, lines()).prop_map(|(who, lines)| Deed::Draft(who, lines)),
        2 => some.clone().prop_map(Deed::Issue),
        1 => some.clone().prop_map(Deed::Discard),
        1 => some.clone().prop_map(Deed::Restore),
        1 => some.clone().prop_map(Deed::Cancel),
        3 => (0_usize..5, amount.clone()).prop_map(|(who, amount)| Deed::Pay(who, amount)),
        1 => (some.clone(), amount.clone()).prop_map(|(which, amount)| Deed::PayFor(which, amount)),
        1 => (0_usize..5, amount.clone()).prop_map(|(who, amount)| Deed::Lend(who, amount)),
        2 => some.prop_map(Deed::Reverse),
        1 => (0_usize..2, -8_i64..8).prop_map(|(what, count)| Deed::Move(what, count)),
        1 => amount.prop_map(Deed::Open),
    ]
}

/// What the shop does, and whether it was done; nothing when there is nothing to do it to.
async fn act(shop: &Shop, deed: &Deed) -> Option<Result<(), Refusal>> {
    let rows = shop.rows();
    let customer = |n: &usize| -> CustomerId { rows.customers[n % rows.customers.len()].id };
    let product = |n: &usize| -> ProductId { rows.products[n % rows.products.len()].id };
    let items = |lines: &[(usize, i64)]| lines.iter().map(|(n, count)| item(product(n), *count)).collect();
    let expected = Expected::Any;
    Some(match deed {
        Deed::Bill(who, lines, off) => {
            let mut verb = bill(customer(who), items(lines));
            verb.discount = Discount::Percent(pieces(*off));
            run(shop, &verb).await
        }
        Deed::Draft(who, lines) => run(shop, &draft(customer(who), items(lines))).await,
        Deed::Issue(n) => {
            let draft = pick(&rows.drafts, *n)?.id;
            run(shop, &IssueDraft { draft, expected }).await
        }
        Deed::Discard(n) => {
            let draft = pick(&rows.drafts, *n)?.id;
            run(shop, &DiscardDraft { draft, expected }).await
        }
        Deed::Restore(n) => {
            let draft = pick(&rows.drafts, *n)?.id;
            run(shop, &RestoreDraft { draft, expected }).await
        }
        Deed::Cancel(n) => {
            let (invoice, reason) = (pick(&rows.invoices, *n)?.id, label("wrong goods"));
            run(shop, &CancelInvoice { invoice, reason }).await
        }
        Deed::Pay(who, amount) => run(shop, &pays(customer(who), *amount)).await,
        Deed::PayFor(n, amount) => {
            let invoice = pick(&rows.invoices, *n)?;
            let mut verb = pays(invoice.customer, *amount);
            let (invoice, amount) = (invoice.id, verb.amount);
            verb.allocations.push(Allocation { invoice, amount });
            run(shop, &verb).await
        }
        Deed::Lend(who, amount) => run(shop, &borrows(customer(who), *amount)).await,
        Deed::Reverse(n) => {
            let (entry, reason) = (pick(&rows.entries, *n)?.id, None);
            run(shop, &ReverseEntry { entry, reason }).await
        }
        Deed::Move(n, count) => {
            let verb = MoveStock {
                product: product(n),
                reason: MovementReason::Adjustment,
                quantity: pieces(*count),
                unit: None,
                cost: None,
                note: None,
            };
            run(shop, &verb).await
        }
        Deed::Open(amount) => run(shop, &opened("Somebody", *amount)).await,
    })
}

fn pick<T>(rows: &[T], n: usize) -> Option<&T> {
    rows.get(n.checked_rem(rows.len())?)
}

async fn run<V: Verb>(shop: &Shop, verb: &V) -> Result<(), Refusal> {
    let done = shop.cases.perform(&shop.caller, verb, None).await;
    done.map(|_| ())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whatever_is_done_the_books_stay_sound(deeds in prop::collection::vec(deed(), 1..60)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let shop = Shop::registered().await;
            for deed in &deeds {
                let before = shop.store.dump();
                match act(&shop, deed).await {
                    Some(Ok(())) => shop.rows().assert_sound(),
                    Some(Err(Refusal::Store(error))) => panic!("{deed:?} ended in the store: {error}"),
                    Some(Err(_)) | None => assert_eq!(shop.store.dump(), before, "{deed:?}"),
                }
            }
        });
    }
}
