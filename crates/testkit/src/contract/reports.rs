//! What the books come to over days.

use super::{Harness, World};
use crate::clock::START;
use chrono::{NaiveDate, TimeDelta};
use execora_customer::Customer;
use execora_kernel::{EntryId, Money, ShopZone};
use execora_ledger::{Entry, EntryKind, PaymentMode, Stamp};
use execora_usecases::reports::{StatementEntries, Summary};

fn paise(paise: i64) -> Money {
    Money::from_paise(paise)
}

/// So many days after the start.
fn day(n: i64) -> NaiveDate {
    ShopZone::INDIA.date(START + TimeDelta::days(n))
}

fn stamp(world: &World, n: i64) -> Stamp {
    Stamp {
        on: day(n),
        ..world.stamp()
    }
}

async fn paid(world: &World, customer: &Customer, n: i64, owed: i64, mode: PaymentMode) -> Entry {
    let entry = Entry::payment(stamp(world, n), customer.id, paise(owed), mode).expect("an amount");
    world.append(&entry).await;
    entry
}

async fn lent(world: &World, customer: &Customer, n: i64, owed: i64) -> Entry {
    let entry = Entry::credit(stamp(world, n), customer.id, paise(owed)).expect("an amount");
    let entry = entry.about(None, "udhaar");
    world.append(&entry).await;
    entry
}

async fn taken_back(world: &World, entry: &Entry, n: i64) -> Entry {
    let reversal = entry.reversal(stamp(world, n)).expect("the first one");
    world.append(&reversal).await;
    reversal
}

async fn summary(world: &World, from: i64, to: i64) -> Summary {
    let reports = &world.queries.reports;
    let summary = reports.summary(world.tenant(), day(from), day(to)).await;
    summary.expect("an answer")
}

async fn statement(world: &World, customer: &Customer, from: i64, to: i64, limit: u16) -> StatementEntries {
    let reports = &world.queries.reports;
    let days = (Some(day(from)), day(to));
    let statement = reports.statement(world.tenant(), customer.id, days, limit).await;
    statement.expect("an answer")
}

fn nothing(from: i64, to: i64) -> Summary {
    Summary {
        from: day(from),
        to: day(to),
        sales: Money::ZERO,
        invoices: 0,
        collections: vec![],
        credit: Money::ZERO,
    }
}

/// A summary counts bills, money by how it came and udhaar of its days, both ends included, and of no other shop.
pub async fn a_summary_is_of_its_days_and_its_shop(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (rahul, sumit) = (world.customer("Rahul").await, world.customer("Sumit").await);
    world.invoice(&rahul, 1, 10_000).await;
    world.invoice(&sumit, 2, 5_000).await;
    world.invoice(&rahul, 3, 700).await;
    paid(&world, &rahul, 1, 300, PaymentMode::Upi).await;
    paid(&world, &rahul, 2, 400, PaymentMode::Cash).await;
    paid(&world, &sumit, 2, 50, PaymentMode::Upi).await;
    paid(&world, &sumit, 3, 9_000, PaymentMode::Card).await;
    lent(&world, &rahul, 0, 111).await;
    lent(&world, &rahul, 2, 200).await;
    let opening = Entry::opening(stamp(&world, 2), rahul.id, paise(77_000)).expect("an amount");
    world.append(&opening).await;
    let expected = Summary {
        sales: paise(15_000),
        invoices: 2,
        collections: vec![(PaymentMode::Cash, paise(400)), (PaymentMode::Upi, paise(350))],
        credit: paise(200),
        ..nothing(1, 2)
    };
    assert_eq!(summary(&world, 1, 2).await, expected);
    assert_eq!(summary(&world, 4, 9).await, nothing(4, 9));
    let other = world.another_shop().await;
    assert_eq!(summary(&other, 1, 2).await, nothing(1, 2));
}

/// What was reversed counts on no day, and neither does its reversal.
pub async fn what_was_taken_back_is_in_no_summary(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let invoice = world.invoice(&customer, 1, 10_000).await;
    let payment = paid(&world, &customer, 1, 300, PaymentMode::Upi).await;
    let credit = lent(&world, &customer, 1, 200).await;
    let mut unit = world.unit().await;
    let bill = unit.ledger().find(world.tenant(), invoice.entry).await;
    drop(unit);
    for entry in [bill.expect("an answer").expect("the entry"), payment, credit] {
        taken_back(&world, &entry, 2).await;
    }
    assert_eq!(summary(&world, 1, 1).await, nothing(1, 1));
    assert_eq!(summary(&world, 1, 2).await, nothing(1, 2));
}

/// A statement holds what moved the customer's balance on its days, both ends included: by day, then as it was written.
pub async fn a_statement_holds_the_entries_of_its_days_the_oldest_first(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (rahul, sumit) = (world.customer("Rahul").await, world.customer("Sumit").await);
    lent(&world, &rahul, 0, 100).await;
    let late = lent(&world, &rahul, 3, 400).await;
    let invoice = world.invoice(&rahul, 2, 5_000).await;
    let back = paid(&world, &rahul, 2, 300, PaymentMode::Upi).await;
    let undone = taken_back(&world, &back, 3).await;
    lent(&world, &sumit, 2, 900).await;
    lent(&world, &rahul, 4, 700).await;
    let found = statement(&world, &rahul, 2, 3, 100).await;
    let ids: Vec<EntryId> = found.entries.iter().map(|entry| entry.entry).collect();
    assert_eq!(ids, [invoice.entry, back.id, late.id, undone.id]);
    let amounts: Vec<i64> = found.entries.iter().map(|entry| entry.amount.paise()).collect();
    assert_eq!(amounts, [5_000, -300, 400, 300]);
    let bill = &found.entries[0];
    assert_eq!(bill.document_number.as_deref(), Some(invoice.number.as_str()));
    assert_eq!((bill.on, bill.kind), (day(2), EntryKind::Invoice));
    assert_eq!(found.entries[2].document_number, None);
    assert_eq!(found.entries[2].description, "udhaar");
    assert_eq!(found.entries[3].reverses, Some(back.id));
}

/// It closes with what was owed at the end of its last day, whatever came before and after.
pub async fn a_statement_closes_with_what_is_owed_at_its_end(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    assert_eq!(
        statement(&world, &customer, 0, 9, 100).await,
        StatementEntries::default()
    );
    lent(&world, &customer, 0, 1_000).await;
    paid(&world, &customer, 2, 300, PaymentMode::Cash).await;
    lent(&world, &customer, 4, 50).await;
    for (from, to, closing, entries) in [(1, 2, 700, 1), (1, 1, 1_000, 0), (3, 9, 750, 1), (5, 9, 750, 0)] {
        let found = statement(&world, &customer, from, to, 100).await;
        assert_eq!((found.closing, found.entries.len()), (paise(closing), entries));
    }
}

/// At most so many entries as asked for come, and they are the last ones; without a first day they go back to the first there is.
pub async fn a_short_statement_holds_the_last_entries(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    for n in 1..=4 {
        lent(&world, &customer, n, n * 100).await;
    }
    let found = statement(&world, &customer, 1, 4, 2).await;
    let days: Vec<NaiveDate> = found.entries.iter().map(|entry| entry.on).collect();
    assert_eq!((days, found.closing), (vec![day(3), day(4)], paise(1_000)));
    let reports = &world.queries.reports;
    let whole = reports.statement(world.tenant(), customer.id, (None, day(3)), 9);
    let whole = whole.await.expect("an answer");
    assert_eq!((whole.entries.len(), whole.closing), (3, paise(600)));
}

/// A customer of another shop has no account there.
pub async fn a_statement_of_another_shop_is_empty(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    lent(&world, &customer, 1, 500).await;
    let other = world.another_shop().await;
    let found = statement(&other, &customer, 0, 9, 100).await;
    assert_eq!(found, StatementEntries::default());
}
