//! The journal, and the balances that follow it.

use super::{
    Harness, World,
    world::{walk, when_free},
};
use crate::{builders::a_customer, clock::START};
use chrono::TimeDelta;
use execora_kernel::{EntryId, Money, PageRequest, ShopZone, StoreError};
use execora_ledger::{Account, Entry, EntryFilter, EntryKind, KhataRow, PaymentMode, Posting};

fn paise(paise: i64) -> Money {
    Money::from_paise(paise)
}

async fn find(world: &World, id: EntryId) -> Option<Entry> {
    let mut unit = world.unit().await;
    unit.ledger().find(world.tenant(), id).await.expect("an answer")
}

/// An entry comes back with its postings as it was written.
pub async fn an_entry_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let entry = world.credit(&customer, 5_000).await;
    assert_eq!(find(&world, entry.id).await, Some(entry.clone()));
    let filter = EntryFilter::default();
    let ledger = &world.queries.ledger;
    let list = ledger
        .entries(world.tenant(), &filter, PageRequest::first(10))
        .await;
    assert_eq!(list.expect("a page").items, vec![entry]);
}

/// An entry moves the balance of its customer and not the version, so that a bill makes no change stale, and the balance after it is the answer.
pub async fn an_entry_moves_its_customers_balance(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let credit = Entry::credit(world.stamp(), customer.id, paise(5_000)).expect("an amount");
    assert_eq!(world.append(&credit).await, Some(paise(5_000)));
    let after = world.now(&customer).await;
    assert_eq!(after.balance, paise(5_000));
    assert_eq!(after.version, customer.version);
    let payment = Entry::payment(world.stamp(), customer.id, paise(7_000), PaymentMode::Cash);
    let balance = world.append(&payment.expect("an amount")).await;
    assert_eq!(balance, Some(paise(-2_000)));
    assert_eq!(world.now(&customer).await.balance, paise(-2_000));
}

/// Every customer named in the postings gets its own part.
pub async fn every_customer_in_the_postings_gets_its_part(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (rahul, sumit) = (world.customer("Rahul").await, world.customer("Sumit").await);
    let mut entry = Entry::credit(world.stamp(), rahul.id, paise(5_000)).expect("an amount");
    entry.postings = vec![
        Posting::owed_by(rahul.id, paise(5_000)),
        Posting::owed_by(rahul.id, paise(-1_000)),
        Posting::owed_by(sumit.id, paise(2_000)),
        Posting::new(Account::Sales, paise(-6_000)),
    ];
    assert_eq!(world.append(&entry).await, Some(paise(4_000)));
    assert_eq!(world.now(&rahul).await.balance, paise(4_000));
    assert_eq!(world.now(&sumit).await.balance, paise(2_000));
}

/// An entry of no customer moves no balance and answers none.
pub async fn an_entry_of_nobody_moves_no_balance(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let mut entry = Entry::credit(world.stamp(), customer.id, paise(5_000)).expect("an amount");
    entry.customer = None;
    entry.postings = vec![
        Posting::new(Account::Cash, paise(5_000)),
        Posting::new(Account::Bank, paise(-5_000)),
    ];
    assert_eq!(world.append(&entry).await, None);
    assert_eq!(world.now(&customer).await, customer);
}

/// A reversal marks the entry that it takes back, and takes the balance back.
pub async fn a_reversal_marks_the_entry_it_takes_back(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let entry = world.credit(&customer, 5_000).await;
    let reversal = entry.reversal(world.stamp()).expect("the first one");
    assert_eq!(world.append(&reversal).await, Some(Money::ZERO));
    let marked = Entry {
        reversed_by: Some(reversal.id),
        ..entry.clone()
    };
    assert_eq!(find(&world, entry.id).await, Some(marked));
    assert_eq!(find(&world, reversal.id).await, Some(reversal));
    assert_eq!(world.now(&customer).await.balance, Money::ZERO);
}

/// An entry is reversed once: the second reversal is a duplicate and changes nothing.
pub async fn a_second_reversal_is_a_duplicate(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let entry = world.credit(&customer, 5_000).await;
    let [first, second] = [world.stamp(), world.stamp()].map(|stamp| entry.reversal(stamp));
    world.append(&first.expect("not reversed yet")).await;
    let mut unit = world.unit().await;
    let second = unit.ledger().append(&second.expect("as it was read")).await;
    assert_eq!(second, Err(StoreError::Duplicate));
    drop(unit);
    assert_eq!(world.now(&customer).await.balance, Money::ZERO);
}

/// Of many that reverse one entry at once, one succeeds.
pub async fn of_many_reversals_at_once_one_succeeds(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let entry = world.credit(&customer, 5_000).await;
    let mut reversers = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (world, entry) = (world.clone(), entry.clone());
        reversers.spawn(async move {
            when_free!(async {
                let reversal = entry.reversal(world.stamp()).expect("as it was read");
                let mut unit = world.books.begin().await?;
                match unit.ledger().append(&reversal).await {
                    Err(StoreError::Duplicate) => Ok(0),
                    Err(error) => Err(error),
                    Ok(_) => unit.commit().await.map(|()| 1),
                }
            })
        });
    }
    assert_eq!(reversers.join_all().await.iter().sum::<i32>(), 1);
    assert_eq!(world.now(&customer).await.balance, Money::ZERO);
}

/// Many payments at once leave an exact balance.
pub async fn many_payments_at_once_are_exact(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let mut payers = tokio::task::JoinSet::new();
    for _ in 0..30 {
        let (world, customer) = (world.clone(), customer.clone());
        payers.spawn(async move {
            when_free!(async {
                let entry = Entry::payment(world.stamp(), customer.id, paise(101), PaymentMode::Upi);
                let mut unit = world.books.begin().await?;
                unit.ledger().append(&entry.expect("an amount")).await?;
                unit.commit().await
            });
        });
    }
    payers.join_all().await;
    assert_eq!(world.now(&customer).await.balance, paise(-3_030));
    assert_eq!(
        world.queries.ledger.postings_sum(world.tenant()).await,
        Ok(Money::ZERO)
    );
}

/// Entries of another shop are unknown, and cannot be reversed from there.
pub async fn an_entry_of_another_shop_is_unknown(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let entry = world.credit(&customer, 5_000).await;
    let other = world.another_shop().await;
    let tenant = other.tenant();
    assert_eq!(find(&other, entry.id).await, None);
    let ledger = &other.queries.ledger;
    let filter = EntryFilter::default();
    let list = ledger.entries(tenant, &filter, PageRequest::first(10)).await;
    assert_eq!(list.expect("a page").items, vec![]);
    assert_eq!(ledger.debtors(tenant, 10).await, Ok(vec![]));
    assert_eq!(ledger.total_pending(tenant).await, Ok((Money::ZERO, 0)));
    assert_eq!(ledger.postings_sum(tenant).await, Ok(Money::ZERO));
    let mut unit = other.unit().await;
    let reversal = entry.reversal(other.stamp()).expect("not reversed yet");
    assert!(unit.ledger().append(&reversal).await.is_err());
    drop(unit);
    assert_eq!(world.now(&customer).await.balance, paise(5_000));
    assert_eq!(find(&world, entry.id).await, Some(entry));
}

/// A posting of a customer whom the shop does not know is refused, and nothing stays.
pub async fn a_posting_of_an_unknown_customer_is_refused(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let stranger = a_customer(&world.ids, world.tenant(), "Nobody");
    let entry = Entry::credit(world.stamp(), stranger.id, paise(5_000)).expect("an amount");
    let mut unit = world.unit().await;
    assert!(unit.ledger().append(&entry).await.is_err());
    drop(unit);
    assert_eq!(find(&world, entry.id).await, None);
}

/// Lists can be narrowed to a customer and to days, both ends included.
pub async fn a_list_can_be_narrowed(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (rahul, sumit) = (world.customer("Rahul").await, world.customer("Sumit").await);
    let day = |n| ShopZone::INDIA.date(START + TimeDelta::days(n));
    let mut ids = Vec::new();
    for (customer, n) in [(&rahul, 1), (&sumit, 2), (&rahul, 3)] {
        let mut stamp = world.stamp();
        stamp.on = day(n);
        let entry = Entry::credit(stamp, customer.id, paise(100)).expect("an amount");
        world.append(&entry).await;
        ids.push(entry.id);
    }
    let cases = [
        (None, None, None, vec![ids[2], ids[1], ids[0]]),
        (Some(rahul.id), None, None, vec![ids[2], ids[0]]),
        (None, Some(day(2)), None, vec![ids[2], ids[1]]),
        (None, Some(day(1)), Some(day(2)), vec![ids[1], ids[0]]),
    ];
    for (customer, from, to, expected) in cases {
        let filter = EntryFilter { customer, from, to };
        let ledger = &world.queries.ledger;
        let list = ledger
            .entries(world.tenant(), &filter, PageRequest::first(10))
            .await;
        let found: Vec<EntryId> = list.expect("a page").items.iter().map(|e| e.id).collect();
        assert_eq!(found, expected, "{filter:?}");
    }
}

/// Pages of entries come newest first with their postings, without a gap or a repeat.
pub async fn pages_come_newest_first_without_gap_or_repeat(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let mut expected = Vec::new();
    for n in 1..=5 {
        expected.insert(0, world.credit(&customer, n * 100).await);
    }
    let filter = EntryFilter::default();
    let rows = walk(2, async |page| {
        world.queries.ledger.entries(world.tenant(), &filter, page).await
    })
    .await;
    assert_eq!(rows, expected);
}

/// Debtors come largest first, at most as many as asked for; who owes nothing does not come. Their sum is what is pending.
pub async fn debtors_come_largest_first_and_their_sum_is_pending(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut rows = Vec::new();
    for (name, owed) in [("Asha", 3_000), ("Rahul", 9_000), ("Sumit", 6_000)] {
        let customer = world.customer(name).await;
        world.credit(&customer, owed).await;
        rows.push(KhataRow {
            customer: customer.id,
            name: name.to_owned(),
            balance: paise(owed),
        });
    }
    let in_advance = world.customer("Amit").await;
    world.payment(&in_advance, 50_000, vec![]).await;
    world.customer("Neutral").await;
    rows.sort_by_key(|row| std::cmp::Reverse(row.balance));
    let (ledger, tenant) = (&world.queries.ledger, world.tenant());
    assert_eq!(ledger.total_pending(tenant).await, Ok((paise(18_000), 3)));
    assert_eq!(ledger.debtors(tenant, 2).await, Ok(rows[..2].to_vec()));
    assert_eq!(ledger.debtors(tenant, 10).await, Ok(rows));
}

/// In a sound book all postings sum to nothing, and every balance is the sum of its customer's postings.
pub async fn a_sound_book_sums_to_nothing(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    world.invoice(&customer, 1, 12_345).await;
    world.payment(&customer, 10_000, vec![]).await;
    let credit = world.credit(&customer, 777).await;
    world
        .append(&credit.reversal(world.stamp()).expect("the first one"))
        .await;
    let (ledger, tenant) = (&world.queries.ledger, world.tenant());
    assert_eq!(ledger.postings_sum(tenant).await, Ok(Money::ZERO));
    let filter = EntryFilter::default();
    let list = ledger.entries(tenant, &filter, PageRequest::first(10)).await;
    let entries = list.expect("a page").items;
    assert!(entries.iter().any(|entry| entry.kind == EntryKind::Reversal));
    let owed = Money::sum(entries.iter().filter_map(|entry| entry.owed_change(customer.id)));
    assert_eq!(owed, Some(world.now(&customer).await.balance));
}
