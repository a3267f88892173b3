//! Units of work: all or nothing, seen by others at the commit and not before.

use super::{Harness, World};
use crate::builders::{a_customer, a_product};
use execora_kernel::StoreError;
use std::time::{Duration, Instant};

/// A store answers a ping.
pub async fn the_store_gives_a_sign_of_life(harness: &dyn Harness) {
    let world = World::open(harness).await;
    assert_eq!(world.queries.health.ping().await, Ok(()));
}

/// A unit that is dropped leaves nothing behind.
pub async fn a_dropped_unit_leaves_nothing(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = a_customer(&world.ids, world.tenant(), "Rahul");
    let product = a_product(&world.ids, world.tenant(), "Milk", 2_800);
    let mut unit = world.unit().await;
    unit.customers().insert(&customer).await.expect("a new customer");
    unit.products().insert(&product).await.expect("a new product");
    drop(unit);
    let found = world.queries.customers.find(world.tenant(), customer.id).await;
    assert_eq!(found, Ok(None));
    let found = world.queries.products.find(world.tenant(), product.id).await;
    assert_eq!(found, Ok(None));
    let mut unit = world.unit().await;
    let found = unit.customers().find(world.tenant(), customer.id).await;
    assert_eq!(found, Ok(None));
}

/// What a unit did before an error goes with it.
pub async fn a_failed_unit_leaves_nothing(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let known = world.customer("Rahul").await;
    let customer = a_customer(&world.ids, world.tenant(), "Sumit");
    let mut unit = world.unit().await;
    unit.customers().insert(&customer).await.expect("a new customer");
    let second = unit.customers().insert(&known).await;
    assert_eq!(second, Err(StoreError::Duplicate));
    drop(unit);
    let found = world.queries.customers.find(world.tenant(), customer.id).await;
    assert_eq!(found, Ok(None));
}

/// Others see what a unit did at its commit, and nothing before it.
pub async fn others_see_a_unit_at_its_commit(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = a_customer(&world.ids, world.tenant(), "Rahul");
    let product = a_product(&world.ids, world.tenant(), "Milk", 2_800);
    let mut unit = world.unit().await;
    unit.customers().insert(&customer).await.expect("a new customer");
    unit.products().insert(&product).await.expect("a new product");
    let found = world.queries.customers.find(world.tenant(), customer.id).await;
    assert_eq!(found, Ok(None));
    unit.commit().await.expect("a commit");
    let found = world.queries.customers.find(world.tenant(), customer.id).await;
    assert_eq!(found, Ok(Some(customer)));
    let found = world.queries.products.find(world.tenant(), product.id).await;
    assert_eq!(found, Ok(Some(product)));
}

/// A unit reads what it wrote itself.
pub async fn a_unit_sees_its_own_writes(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = a_customer(&world.ids, world.tenant(), "Rahul");
    let mut unit = world.unit().await;
    unit.customers().insert(&customer).await.expect("a new customer");
    let found = unit.customers().find(world.tenant(), customer.id).await;
    assert_eq!(found, Ok(Some(customer)));
}

/// Who waits for another writer is told `Busy` after at most five seconds (and a little, on a machine under load).
pub async fn waiting_for_a_writer_ends_as_busy(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let mut first = world.unit().await;
    let locked = first.customers().lock(world.tenant(), customer.id).await;
    locked.expect("the lock");
    let started = Instant::now();
    let second = match world.books.begin().await {
        Err(error) => Err(error),
        Ok(mut unit) => unit.customers().lock(world.tenant(), customer.id).await,
    };
    assert_eq!(second, Err(StoreError::Busy));
    assert!(started.elapsed() < Duration::from_secs(8), "waited too long");
    first.commit().await.expect("a commit");
}

/// What is taken back to a savepoint is gone, and what was done before and after it is committed.
pub async fn a_savepoint_takes_back_what_came_after_it(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let [before, between, after] =
        ["Rahul", "Sumit", "Neha"].map(|name| a_customer(&world.ids, world.tenant(), name));
    let mut unit = world.unit().await;
    unit.customers().insert(&before).await.expect("a new customer");
    unit.savepoint().await.expect("a savepoint");
    unit.customers().insert(&between).await.expect("a new customer");
    unit.rollback_to_savepoint().await.expect("a way back");
    let found = unit.customers().find(world.tenant(), between.id).await;
    assert_eq!(found, Ok(None));
    unit.customers().insert(&after).await.expect("a new customer");
    unit.commit().await.expect("a commit");
    for (customer, stays) in [(before, true), (between, false), (after, true)] {
        let found = world.queries.customers.find(world.tenant(), customer.id).await;
        assert_eq!(found, Ok(stays.then_some(customer)));
    }
}

/// Savepoints nest: what an inner one kept goes with an outer one, and what an inner one took back leaves the outer one whole.
pub async fn savepoints_nest(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let [kept, inner, gone] =
        ["Rahul", "Sumit", "Neha"].map(|name| a_customer(&world.ids, world.tenant(), name));
    let mut unit = world.unit().await;
    unit.savepoint().await.expect("a savepoint");
    unit.customers().insert(&kept).await.expect("a new customer");
    unit.savepoint().await.expect("a savepoint");
    unit.customers().insert(&inner).await.expect("a new customer");
    unit.rollback_to_savepoint().await.expect("a way back");
    unit.release_savepoint().await.expect("the outer one");
    unit.savepoint().await.expect("a savepoint");
    unit.savepoint().await.expect("a savepoint");
    unit.customers().insert(&gone).await.expect("a new customer");
    unit.release_savepoint().await.expect("the inner one");
    unit.rollback_to_savepoint().await.expect("a way back");
    unit.commit().await.expect("a commit");
    for (customer, stays) in [(kept, true), (inner, false), (gone, false)] {
        let found = world.queries.customers.find(world.tenant(), customer.id).await;
        assert_eq!(found, Ok(stays.then_some(customer)));
    }
}

/// A unit that a refused statement has spent is whole again at its savepoint.
pub async fn a_spent_unit_is_whole_again_at_its_savepoint(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let known = world.customer("Rahul").await;
    let customer = a_customer(&world.ids, world.tenant(), "Sumit");
    let mut unit = world.unit().await;
    unit.savepoint().await.expect("a savepoint");
    let second = unit.customers().insert(&known).await;
    assert_eq!(second, Err(StoreError::Duplicate));
    unit.rollback_to_savepoint().await.expect("a way back");
    unit.customers().insert(&customer).await.expect("a new customer");
    unit.commit().await.expect("a commit");
    let found = world.queries.customers.find(world.tenant(), customer.id).await;
    assert_eq!(found, Ok(Some(customer)));
}

/// The read ports of a unit show what it wrote, which those outside do not; a savepoint takes it out of their sight.
pub async fn a_unit_reads_lists_as_it_wrote_them(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = a_customer(&world.ids, world.tenant(), "Rahul");
    let mut unit = world.unit().await;
    unit.savepoint().await.expect("a savepoint");
    unit.customers().insert(&customer).await.expect("a new customer");
    let inside = unit.queries().customers;
    let found = inside.find(world.tenant(), customer.id).await;
    assert_eq!(found, Ok(Some(customer.clone())));
    let changes = inside.directory_changes(world.tenant(), 0, 10).await;
    assert_eq!(changes.expect("the changes").len(), 1);
    drop(inside);
    let found = world.queries.customers.find(world.tenant(), customer.id).await;
    assert_eq!(found, Ok(None));
    unit.rollback_to_savepoint().await.expect("a way back");
    let inside = unit.queries().customers;
    assert_eq!(inside.find(world.tenant(), customer.id).await, Ok(None));
    drop(inside);
    unit.commit().await.expect("a commit");
}
