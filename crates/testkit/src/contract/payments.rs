//! Payments and what they settle.

use super::{Harness, World, world::walk};
use crate::clock::START;
use execora_kernel::{Money, PageRequest, PaymentId, StoreError};
use execora_ledger::{Allocation, Payment};

fn part(invoice: &execora_invoice::Invoice, paise: i64) -> Allocation {
    Allocation {
        invoice: invoice.id,
        amount: Money::from_paise(paise),
    }
}

/// A payment comes back with its allocations as it was written, by id and by entry.
pub async fn a_payment_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let first = world.invoice(&customer, 1, 10_000).await;
    let second = world.invoice(&customer, 2, 20_000).await;
    let parts = vec![part(&second, 3_000), part(&first, 2_000)];
    let payment = world.payment(&customer, 9_000, parts).await;
    let mut unit = world.unit().await;
    let found = unit.payments().find(world.tenant(), payment.id).await;
    assert_eq!(found, Ok(Some(payment.clone())));
    let found = unit.payments().find_by_entry(world.tenant(), payment.entry).await;
    assert_eq!(found, Ok(Some(payment)));
    let none = unit.payments().find_by_entry(world.tenant(), first.entry).await;
    assert_eq!(none, Ok(None));
}

/// The payments that settle part of an invoice are found, and no others.
pub async fn the_payments_that_settle_an_invoice_are_found(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let first = world.invoice(&customer, 1, 10_000).await;
    let second = world.invoice(&customer, 2, 20_000).await;
    let both = vec![part(&first, 1_000), part(&second, 2_000)];
    let both = world.payment(&customer, 3_000, both).await;
    let one = world.payment(&customer, 5_000, vec![part(&first, 5_000)]).await;
    world.payment(&customer, 7_000, vec![]).await;
    let mut unit = world.unit().await;
    let mut found = unit
        .payments()
        .settling(world.tenant(), first.id)
        .await
        .expect("payments");
    found.sort_by_key(|payment| payment.id);
    assert_eq!(found, vec![both.clone(), one]);
    let found = unit.payments().settling(world.tenant(), second.id).await;
    assert_eq!(found, Ok(vec![both]));
}

/// An update writes status and allocations, and nothing else.
pub async fn an_update_writes_status_and_allocations(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let invoice = world.invoice(&customer, 1, 10_000).await;
    let payment = world.payment(&customer, 5_000, vec![part(&invoice, 5_000)]).await;
    let mut reversed = payment.clone();
    reversed.reverse(START);
    let mut forged = reversed.clone();
    forged.amount = Money::from_paise(1);
    let mut unit = world.unit().await;
    unit.payments()
        .update(&forged, 1)
        .await
        .expect("the version as it was");
    unit.commit().await.expect("a commit");
    let mut unit = world.unit().await;
    let found = unit.payments().find(world.tenant(), payment.id).await;
    assert_eq!(found, Ok(Some(reversed)));
    let settling = unit.payments().settling(world.tenant(), invoice.id).await;
    assert_eq!(settling, Ok(vec![]));
}

/// An update that knows another version is stale and changes nothing.
pub async fn an_update_with_another_version_is_stale(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let payment = world.payment(&customer, 5_000, vec![]).await;
    let mut reversed = payment.clone();
    reversed.reverse(START);
    let mut unit = world.unit().await;
    let updated = unit.payments().update(&reversed, 2).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    let mut unit = world.unit().await;
    let found = unit.payments().find(world.tenant(), payment.id).await;
    assert_eq!(found, Ok(Some(payment)));
}

/// A payment of another shop is as unknown as one that never was.
pub async fn a_payment_of_another_shop_is_unknown(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let invoice = world.invoice(&customer, 1, 10_000).await;
    let payment = world.payment(&customer, 5_000, vec![part(&invoice, 5_000)]).await;
    let other = world.another_shop().await;
    let tenant = other.tenant();
    let foreign = Payment {
        tenant,
        ..payment.clone()
    };
    let mut unit = other.unit().await;
    let payments = unit.payments();
    assert_eq!(payments.find(tenant, payment.id).await, Ok(None));
    assert_eq!(payments.find_by_entry(tenant, payment.entry).await, Ok(None));
    assert_eq!(payments.settling(tenant, invoice.id).await, Ok(vec![]));
    assert_eq!(payments.update(&foreign, 1).await, Err(StoreError::Stale));
    drop(unit);
    let ledger = &other.queries.ledger;
    let list = ledger.payments(tenant, None, PageRequest::first(10)).await;
    assert_eq!(list.expect("a page").items, vec![]);
}

/// Pages of payments come newest first, of one customer or of all, without a gap or a repeat.
pub async fn pages_come_newest_first_without_gap_or_repeat(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (rahul, sumit) = (world.customer("Rahul").await, world.customer("Sumit").await);
    let (mut all, mut of_rahul) = (Vec::new(), Vec::new());
    for n in 1..=6 {
        let payer = if n % 2 == 0 { &rahul } else { &sumit };
        let payment = world.payment(payer, n * 100, vec![]).await;
        all.insert(0, payment.id);
        if n % 2 == 0 {
            of_rahul.insert(0, payment.id);
        }
    }
    for (customer, expected) in [(None, all), (Some(rahul.id), of_rahul)] {
        let rows = walk(2, async |page| {
            world
                .queries
                .ledger
                .payments(world.tenant(), customer, page)
                .await
        })
        .await;
        let ids: Vec<PaymentId> = rows.iter().map(|payment| payment.id).collect();
        assert_eq!(ids, expected);
    }
}
