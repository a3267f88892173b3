//! Views of the books for a check.

use super::{Harness, World};
use crate::clock::START;
use chrono::TimeDelta;
use execora_kernel::{CustomerId, DraftId, IdSource, InvoiceId, Money, StoreError, TenantId};
use execora_ledger::Allocation;
use execora_usecases::check::{AnswerFacts, AnswerKey, BooksView, CustomerFacts, Part, Span, Thing};
use execora_usecases::ports::RequestName;
use uuid::Uuid;

const ALL: Part = Part {
    after: Uuid::nil(),
    limit: 100,
};

const EVERY: Span = Span {
    after: Uuid::nil(),
    upto: Uuid::max(),
};

async fn view(world: &World) -> Box<dyn BooksView> {
    world.queries.check.view().await.expect("a view")
}

async fn balances(view: &mut dyn BooksView, tenant: TenantId) -> Vec<i64> {
    let customers = view.customers(tenant, ALL).await.expect("customers");
    customers
        .iter()
        .map(|customer| customer.balance.paise())
        .collect()
}

/// All answers of a view are of one moment, and who opens one keeps no writer waiting.
pub async fn a_view_is_of_one_moment_and_keeps_no_writer_waiting(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    world.credit(&customer, 5_000).await;
    let mut before = view(&world).await;
    world.credit(&customer, 700).await;
    world.customer("Suresh").await;
    assert_eq!(balances(before.as_mut(), world.tenant()).await, [5_000]);
    let entries = before.entries(world.tenant(), ALL).await.expect("entries");
    assert_eq!(entries.len(), 1);
    world.credit(&customer, 70).await;
    assert_eq!(balances(before.as_mut(), world.tenant()).await, [5_000]);
    drop(before);
    let mut after = view(&world).await;
    assert_eq!(balances(after.as_mut(), world.tenant()).await, [5_770, 0]);
}

/// A list comes in the order of its ids, page by page, each row once.
pub async fn parts_come_in_the_order_of_ids_each_row_once(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut all: Vec<CustomerId> = Vec::new();
    for n in 0..5 {
        all.push(world.customer(&format!("Customer {n}")).await.id);
    }
    let mut view = view(&world).await;
    let (mut seen, mut part) = (Vec::new(), Part { limit: 2, ..ALL });
    loop {
        let rows: Vec<CustomerFacts> = view.customers(world.tenant(), part).await.expect("customers");
        assert!(rows.len() <= 2);
        let Some(last) = rows.last() else { break };
        part.after = last.id.uuid();
        seen.extend(rows.iter().map(|row| row.id));
    }
    assert_eq!(seen, all);
}

/// Entries, bills, payments and drafts are seen with their parts, and by name.
pub async fn papers_are_seen_with_their_parts(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let tenant = world.tenant();
    let customer = world.customer("Rahul").await;
    let invoice = world.invoice(&customer, 1, 10_000).await;
    let part = Allocation {
        invoice: invoice.id,
        amount: Money::from_paise(4_000),
    };
    let payment = world.payment(&customer, 9_000, vec![part]).await;
    let draft = world.draft(&customer).await;
    let mut view = view(&world).await;
    let entries = view.entries(tenant, ALL).await.expect("entries");
    assert_eq!(entries.len(), 2);
    let named = view.entries_named(tenant, &[invoice.entry, payment.entry]).await;
    assert_eq!(named.as_ref(), Ok(&entries));
    for entry in &entries {
        let sum: i64 = entry.postings.iter().map(|p| p.amount.paise()).sum();
        assert!(entry.postings.len() >= 2 && sum == 0, "{entry:?}");
    }
    assert_eq!(view.reversed_of(tenant, &[invoice.entry]).await, Ok(vec![]));
    let bills = view.invoices(tenant, ALL).await.expect("bills");
    assert_eq!(bills.len(), 1);
    assert_eq!(
        bills.first().map(|bill| &bill.lines),
        Some(&Some(invoice.lines.clone()))
    );
    assert_eq!(bills.first().map(|bill| bill.totals), Some(invoice.totals));
    let stubs = view.invoices_named(tenant, &[invoice.id]).await.expect("bills");
    assert_eq!(stubs.first().map(|stub| stub.entry), Some(invoice.entry));
    let payments = view.payments(tenant, ALL).await.expect("payments");
    let settled = payments
        .first()
        .map(|p| p.allocations.clone())
        .unwrap_or_default();
    assert_eq!(view.settled(tenant, EVERY).await, Ok(settled.clone()));
    assert_eq!(settled.first().map(|part| part.amount.paise()), Some(4_000));
    let none = Span {
        after: invoice.id.uuid(),
        ..EVERY
    };
    assert_eq!(view.settled(tenant, none).await, Ok(vec![]));
    let payments = view
        .payments_named(tenant, &[payment.id])
        .await
        .expect("payments");
    assert_eq!(payments.first().map(|stub| stub.entry), Some(payment.entry));
    let drafts = view.drafts(tenant, ALL).await.expect("drafts");
    assert_eq!(view.drafts_named(tenant, &[draft.id]).await.as_ref(), Ok(&drafts));
    assert_eq!(drafts.first().map(|found| found.totals), Some(Some(draft.totals)));
}

/// Stock is seen with every movement, and what bills moved with its sums.
pub async fn stock_is_seen_with_its_movements(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let tenant = world.tenant();
    let product = world.product("Milk", 10).await;
    let bill = InvoiceId::new(world.ids.next());
    let mut unit = world.unit().await;
    for pieces in [-3, -2, 1] {
        let mut movement = crate::builders::a_movement(&world.ids, &product, pieces);
        movement.invoice = Some(bill);
        unit.products()
            .move_stock(&movement, false)
            .await
            .expect("a movement");
    }
    unit.commit().await.expect("a commit");
    let mut view = view(&world).await;
    let products = view.products(tenant, ALL).await.expect("products");
    assert_eq!(products.first().map(|p| p.stock.thousandths()), Some(6_000));
    assert_eq!(view.movements(tenant, ALL).await.expect("movements").len(), 4);
    let moved = view.moved_by_bills(tenant, EVERY).await.expect("movements");
    let moved: Vec<_> = moved
        .iter()
        .map(|row| (row.invoice, row.product, row.quantity.thousandths()))
        .collect();
    assert_eq!(moved, [(bill, product.id, -4_000)]);
}

/// Answered requests come in the order of their names.
pub async fn answers_come_in_the_order_of_their_names(harness: &dyn Harness) {
    let world = World::open(harness).await;
    for key in ["b", "a", "c"] {
        let name = RequestName {
            tenant: world.tenant(),
            credential: "owner".to_owned(),
            route: "POST /bills".to_owned(),
            key: key.to_owned(),
        };
        let mut unit = world.unit().await;
        let claimed = unit
            .idempotency()
            .claim(&name, "f", START, START - TimeDelta::days(1))
            .await;
        claimed.expect("a claim");
        unit.idempotency().answer(&name, "{}").await.expect("an answer");
        unit.commit().await.expect("a commit");
    }
    let mut view = view(&world).await;
    let keys = |answers: Result<Vec<AnswerFacts>, StoreError>| -> Vec<String> {
        answers
            .expect("answers")
            .into_iter()
            .map(|a| a.name.key)
            .collect()
    };
    assert_eq!(keys(view.answers(world.tenant(), None, 2).await), ["a", "b"]);
    let after = AnswerKey {
        credential: "owner".to_owned(),
        route: "POST /bills".to_owned(),
        key: "b".to_owned(),
    };
    assert_eq!(keys(view.answers(world.tenant(), Some(&after), 2).await), ["c"]);
}

/// What a shop does not have is missing, whoever else has it.
pub async fn what_a_shop_does_not_have_is_missing(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = Thing::Customer(world.customer("Rahul").await.id);
    let other = world.another_shop().await;
    let theirs = Thing::Customer(other.customer("Suresh").await.id);
    let nobody = Thing::Draft(DraftId::new(world.ids.next()));
    let mut view = view(&world).await;
    let missing = view.missing(world.tenant(), &[customer, theirs, nobody]).await;
    assert_eq!(missing, Ok(vec![theirs, nobody]));
    assert_eq!(view.shops(ALL).await.map(|shops| shops.len()), Ok(2));
    assert_eq!(
        view.customers(world.tenant(), ALL).await.map(|rows| rows.len()),
        Ok(1)
    );
}
