//! The order of the changes that an index of customers must hear of.

use super::{
    Harness, World,
    customers::{named, store},
    world::when_free,
};
use crate::{builders::a_customer, clock::START};
use execora_customer::{Customer, DirectoryChange};
use execora_kernel::CustomerId;
use std::collections::BTreeSet;

pub(super) async fn changes(world: &World, after: i64, limit: u32) -> Vec<DirectoryChange> {
    let customers = &world.queries.customers;
    let changes = customers.directory_changes(world.tenant(), after, limit).await;
    changes.expect("changes")
}

/// Directory changes come in rising order above a number, each customer once with its latest number.
pub async fn directory_changes_come_in_order_each_once(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut first = world.customer("Asha").await;
    let second = world.customer("Rahul").await;
    let third = world.customer("Sumit").await;
    let seen = changes(&world, 0, 10).await;
    let entries: Vec<_> = seen.iter().map(|change| change.entry.clone()).collect();
    let expected = [&first, &second, &third].map(Customer::directory_entry);
    assert_eq!(entries, expected);
    assert!(seen.windows(2).all(|pair| pair[0].seq < pair[1].seq));
    first.apply(named("Aasha"), START).expect("a change");
    store(&world, &first, 1).await;
    let last = seen[2].seq;
    let news = changes(&world, last, 10).await;
    assert_eq!(news.len(), 1);
    assert_eq!(news[0].entry, first.directory_entry());
    assert!(news[0].seq > last);
    let all = changes(&world, 0, 10).await;
    let order: Vec<CustomerId> = all.iter().map(|change| change.entry.customer).collect();
    assert_eq!(order, vec![second.id, third.id, first.id]);
    let two = changes(&world, 0, 2).await;
    assert_eq!(two, all[..2]);
}

/// Directory changes tell of customers that are no longer active, so that they can be dropped.
pub async fn directory_changes_tell_of_the_gone(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut customer = world.customer("Asha").await;
    let seen = changes(&world, 0, 10).await[0].seq;
    customer.erase(START).expect("an active customer");
    store(&world, &customer, 1).await;
    let news = changes(&world, seen, 10).await;
    assert_eq!(news.len(), 1);
    assert!(!news[0].entry.active && news[0].entry.customer == customer.id);
}

/// A dropped unit leaves no change of the directory.
pub async fn a_dropped_unit_leaves_no_directory_change(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = a_customer(&world.ids, world.tenant(), "Rahul");
    let mut unit = world.unit().await;
    unit.customers().insert(&customer).await.expect("a new customer");
    drop(unit);
    assert_eq!(changes(&world, 0, 10).await, vec![]);
}

/// A reader that asks for what follows the last number it saw misses nobody, however many write at once.
pub async fn a_reader_of_the_directory_misses_nobody(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut writers = tokio::task::JoinSet::new();
    for n in 0..20 {
        let world = world.clone();
        writers.spawn(async move {
            let name = format!("Customer {n}");
            let customer = a_customer(&world.ids, world.tenant(), &name);
            when_free!(async {
                let mut unit = world.books.begin().await?;
                unit.customers().insert(&customer).await?;
                tokio::task::yield_now().await;
                unit.commit().await
            });
            customer.id
        });
    }
    let (mut after, mut seen, mut written) = (0, BTreeSet::new(), BTreeSet::new());
    while let Some(customer) = writers.join_next().await {
        written.insert(customer.expect("no panic"));
        for change in changes(&world, after, 3).await {
            after = change.seq;
            seen.insert(change.entry.customer);
        }
    }
    for change in changes(&world, after, 1_000).await {
        seen.insert(change.entry.customer);
    }
    assert_eq!(seen, written);
    assert_eq!(written.len(), 20);
}
