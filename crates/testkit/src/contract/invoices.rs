//! Invoices: numbered once, never edited, paid bit by bit.

use super::{Harness, World, world::walk};
use crate::{builders::label, clock::START};
use chrono::TimeDelta;
use execora_customer::Customer;
use execora_invoice::{Invoice, InvoiceFilter, InvoiceStatus, OpenInvoiceRow};
use execora_kernel::{InvoiceId, Money, PageRequest, ShopZone, StoreError};

async fn now(world: &World, invoice: &Invoice) -> Invoice {
    let found = world.queries.invoices.invoice(invoice.tenant, invoice.id).await;
    found.expect("an answer").expect("the invoice")
}

async fn store(world: &World, invoice: &Invoice, was: i64) {
    let mut unit = world.unit().await;
    let updated = unit.invoices().update(invoice, was).await;
    updated.expect("the version as it was");
    unit.commit().await.expect("a commit");
}

async fn pay(world: &World, invoice: &Invoice, paise: i64) {
    let mut unit = world.unit().await;
    let paid = Money::from_paise(paise);
    let added = unit
        .invoices()
        .add_paid(world.tenant(), invoice.id, paid, START)
        .await;
    added.expect("an invoice");
    unit.commit().await.expect("a commit");
}

async fn open_of(world: &World, customer: &Customer, limit: u32) -> Vec<OpenInvoiceRow> {
    let mut unit = world.unit().await;
    let open = unit.invoices().open_of(world.tenant(), customer.id, limit).await;
    open.expect("an answer")
}

/// An invoice comes back with its lines as it was written, by id and by number.
pub async fn an_invoice_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let invoice = world.invoice(&customer, 1, 12_345).await;
    assert_eq!(now(&world, &invoice).await, invoice);
    let bills = &world.queries.invoices;
    let by_number = bills.invoice_by_number(world.tenant(), "INV/26-27/0001").await;
    assert_eq!(by_number, Ok(Some(invoice.clone())));
    let none = bills.invoice_by_number(world.tenant(), "INV/26-27/0002").await;
    assert_eq!(none, Ok(None));
    let mut unit = world.unit().await;
    let locked = unit.invoices().lock(world.tenant(), invoice.id).await;
    assert_eq!(locked, Ok(Some(invoice)));
}

/// A number stands once in a shop, and may stand in another one too.
pub async fn a_number_stands_once_in_a_shop(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    world.invoice(&customer, 1, 10_000).await;
    let twin = world.unstored_invoice(&customer, 1, 20_000);
    let mut unit = world.unit().await;
    let second = unit.invoices().insert(&twin).await;
    assert_eq!(second, Err(StoreError::Duplicate));
    drop(unit);
    let other = world.another_shop().await;
    let buyer = other.customer("Sumit").await;
    other.invoice(&buyer, 1, 10_000).await;
}

/// An update writes status, cancellation and what was paid; lines and totals never change.
pub async fn an_update_leaves_lines_and_totals(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let invoice = world.invoice(&customer, 1, 10_000).await;
    let mut cancelled = invoice.clone();
    let later = START + TimeDelta::days(2);
    cancelled
        .cancel(label("wrong price"), later)
        .expect("an issued bill");
    let mut forged = cancelled.clone();
    forged.lines[0].name = label("gold");
    forged.totals.total = Money::from_paise(1);
    store(&world, &forged, 1).await;
    assert_eq!(now(&world, &invoice).await, cancelled);
}

/// An update that knows another version is stale and changes nothing.
pub async fn an_update_with_another_version_is_stale(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let invoice = world.invoice(&customer, 1, 10_000).await;
    let mut cancelled = invoice.clone();
    cancelled
        .cancel(label("wrong price"), START)
        .expect("an issued bill");
    let mut unit = world.unit().await;
    let updated = unit.invoices().update(&cancelled, 7).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    assert_eq!(now(&world, &invoice).await, invoice);
}

/// An invoice of another shop is as unknown as one that never was.
pub async fn an_invoice_of_another_shop_is_unknown(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let invoice = world.invoice(&customer, 1, 10_000).await;
    let other = world.another_shop().await;
    let tenant = other.tenant();
    let foreign = Invoice {
        tenant,
        ..invoice.clone()
    };
    let mut unit = other.unit().await;
    assert_eq!(unit.invoices().lock(tenant, invoice.id).await, Ok(None));
    let open = unit.invoices().open_of(tenant, customer.id, 10).await;
    assert_eq!(open, Ok(vec![]));
    let updated = unit.invoices().update(&foreign, 1).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    let mut unit = other.unit().await;
    let rupee = Money::from_paise(100);
    let paid = unit.invoices().add_paid(tenant, invoice.id, rupee, START).await;
    assert!(paid.is_err());
    drop(unit);
    let bills = &other.queries.invoices;
    assert_eq!(bills.invoice(tenant, invoice.id).await, Ok(None));
    let number = invoice.number.as_str();
    assert_eq!(bills.invoice_by_number(tenant, number).await, Ok(None));
    let filter = InvoiceFilter::default();
    let list = bills.invoices(tenant, &filter, PageRequest::first(10)).await;
    assert_eq!(list.expect("a page").items, vec![]);
    assert_eq!(now(&world, &invoice).await, invoice);
}

/// Open invoices of a customer come oldest first, at most as many as asked for; paid and cancelled ones do not come.
pub async fn open_invoices_come_oldest_first(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let someone = world.customer("Sumit").await;
    let part_paid = world.invoice(&customer, 1, 10_000).await;
    let paid = world.invoice(&customer, 2, 20_000).await;
    let mut cancelled = world.invoice(&customer, 3, 30_000).await;
    let untouched = world.invoice(&customer, 4, 40_000).await;
    world.invoice(&someone, 5, 50_000).await;
    pay(&world, &part_paid, 4_000).await;
    pay(&world, &paid, 20_000).await;
    cancelled
        .cancel(label("returned"), START)
        .expect("an issued bill");
    store(&world, &cancelled, 1).await;
    let row = |invoice: &Invoice, paise| OpenInvoiceRow {
        id: invoice.id,
        open: Money::from_paise(paise),
    };
    let expected = [row(&part_paid, 6_000), row(&untouched, 40_000)];
    assert_eq!(open_of(&world, &customer, 10).await, expected);
    assert_eq!(open_of(&world, &customer, 1).await, expected[..1]);
}

/// What is paid is added to what was paid, can be taken back, and does not move the version.
pub async fn what_is_paid_is_added_and_can_be_taken_back(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let invoice = world.invoice(&customer, 1, 10_000).await;
    for (paise, sum) in [(3_000, 3_000), (7_000, 10_000), (-10_000, 0)] {
        pay(&world, &invoice, paise).await;
        let after = now(&world, &invoice).await;
        assert_eq!(after.paid, Money::from_paise(sum));
        assert_eq!(after.version, invoice.version);
    }
}

/// Lists can be narrowed to a customer, a status and the dates of the bills, both ends included.
pub async fn a_list_can_be_narrowed(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (rahul, sumit) = (world.customer("Rahul").await, world.customer("Sumit").await);
    let first = world.invoice(&rahul, 1, 10_000).await;
    let second = world.invoice(&sumit, 2, 10_000).await;
    let mut third = world.invoice(&rahul, 3, 10_000).await;
    third.cancel(label("returned"), START).expect("an issued bill");
    store(&world, &third, 1).await;
    let day = |n| Some(ShopZone::INDIA.date(START + TimeDelta::days(n)));
    let all = InvoiceFilter::default;
    let cases = [
        (all(), vec![third.id, second.id, first.id]),
        (
            InvoiceFilter {
                customer: Some(rahul.id),
                ..all()
            },
            vec![third.id, first.id],
        ),
        (
            InvoiceFilter {
                status: Some(InvoiceStatus::Cancelled),
                ..all()
            },
            vec![third.id],
        ),
        (
            InvoiceFilter {
                from: day(2),
                ..all()
            },
            vec![third.id, second.id],
        ),
        (
            InvoiceFilter {
                from: day(1),
                to: day(2),
                ..all()
            },
            vec![second.id, first.id],
        ),
    ];
    for (filter, expected) in cases {
        let bills = &world.queries.invoices;
        let list = bills
            .invoices(world.tenant(), &filter, PageRequest::first(10))
            .await;
        let ids: Vec<InvoiceId> = list.expect("a page").items.iter().map(|i| i.id).collect();
        assert_eq!(ids, expected, "{filter:?}");
    }
}

/// Pages come newest first with their lines, without a gap or a repeat.
pub async fn pages_come_newest_first_without_gap_or_repeat(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let mut expected = Vec::new();
    for n in 1..=5 {
        expected.insert(0, world.invoice(&customer, n, 10_000).await);
    }
    let filter = InvoiceFilter::default();
    let rows = walk(2, async |page| {
        world
            .queries
            .invoices
            .invoices(world.tenant(), &filter, page)
            .await
    })
    .await;
    assert_eq!(rows, expected);
}
