//! Customers, their balances and the order of their changes.

use super::{
    Harness, World,
    directory::changes,
    world::{walk, when_free},
};
use crate::{
    builders::{a_customer, label, phone},
    clock::START,
};
use chrono::TimeDelta;
use execora_customer::{Address, Customer, CustomerChanges, CustomerFilter, Pincode};
use execora_kernel::{CustomerId, Email, Gstin, Money, PageRequest, StateCode, StoreError};

pub(super) fn named(name: &str) -> CustomerChanges {
    CustomerChanges {
        name: Some(label(name)),
        ..CustomerChanges::default()
    }
}

pub(super) async fn store(world: &World, customer: &Customer, was: i64) {
    let mut unit = world.unit().await;
    let updated = unit.customers().update(customer, was).await;
    updated.expect("the version as it was");
    unit.commit().await.expect("a commit");
}

/// A customer comes back as it was written, inside a unit and outside.
pub async fn a_customer_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut customer = a_customer(&world.ids, world.tenant(), "राहुल शर्मा");
    customer.nickname = Some(label("Raju"));
    customer.phone = Some(phone("9876543210"));
    customer.email = Email::parse("rahul@mail.example").ok();
    customer.landmark = Some(label("near the temple"));
    customer.address = Some(Address {
        line1: Some(label("1 Market Road")),
        line2: None,
        city: Some(label("Mysuru")),
        state_code: StateCode::parse("29").ok(),
        pincode: Pincode::parse("570001").ok(),
    });
    customer.gstin = Gstin::parse("27AAPFU0939F1ZV").ok();
    customer.language = Some(label("hi"));
    customer.aliases = vec![label("Rahul bhai"), label("O'Neil \"Ra%hul\"")];
    customer.credit_limit = Some(Money::from_paise(500_000));
    let (tenant, id) = (world.tenant(), customer.id);
    let mut unit = world.unit().await;
    unit.customers().insert(&customer).await.expect("a new customer");
    unit.commit().await.expect("a commit");
    let found = world.queries.customers.find(tenant, id).await;
    assert_eq!(found, Ok(Some(customer.clone())));
    let mut unit = world.unit().await;
    assert_eq!(
        unit.customers().find(tenant, id).await,
        Ok(Some(customer.clone()))
    );
    assert_eq!(unit.customers().lock(tenant, id).await, Ok(Some(customer)));
}

/// A taken id is a duplicate.
pub async fn a_taken_id_is_a_duplicate(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let mut unit = world.unit().await;
    let second = unit.customers().insert(&customer).await;
    assert_eq!(second, Err(StoreError::Duplicate));
}

/// A new customer owes nothing, whatever it says of itself.
pub async fn a_new_customer_owes_nothing(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut customer = a_customer(&world.ids, world.tenant(), "Rahul");
    customer.balance = Money::from_paise(99);
    let mut unit = world.unit().await;
    unit.customers().insert(&customer).await.expect("a new customer");
    unit.commit().await.expect("a commit");
    assert_eq!(world.now(&customer).await.balance, Money::ZERO);
}

/// An update that knows another version is stale and changes nothing.
pub async fn an_update_with_another_version_is_stale(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let stored = world.customer("Rahul").await;
    let mut changed = stored.clone();
    changed.apply(named("Sumit"), START).expect("a change");
    for was in [0, 2] {
        let mut unit = world.unit().await;
        let updated = unit.customers().update(&changed, was).await;
        assert_eq!(updated, Err(StoreError::Stale), "{was}");
        drop(unit);
    }
    assert_eq!(world.now(&stored).await, stored);
    store(&world, &changed, 1).await;
    assert_eq!(world.now(&stored).await, changed);
}

/// An update of a customer that does not exist is stale.
pub async fn an_update_of_nobody_is_stale(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = a_customer(&world.ids, world.tenant(), "Rahul");
    let mut unit = world.unit().await;
    let updated = unit.customers().update(&customer, 1).await;
    assert_eq!(updated, Err(StoreError::Stale));
}

/// An update does not write the balance: the books alone move it.
pub async fn an_update_leaves_the_balance(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    world.credit(&customer, 5_000).await;
    let mut changed = world.now(&customer).await;
    let was = changed.version;
    changed.apply(named("Sumit"), START).expect("a change");
    changed.balance = Money::from_paise(1);
    store(&world, &changed, was).await;
    let now = world.now(&customer).await;
    assert_eq!(
        (now.balance, now.name),
        (Money::from_paise(5_000), label("Sumit"))
    );
}

/// A customer of another shop is as unknown as one that never was.
pub async fn a_customer_of_another_shop_is_unknown(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut customer = world.customer("Rahul").await;
    customer.phone = Some(phone("9876543210"));
    customer.version = 2;
    store(&world, &customer, 1).await;
    let other = world.another_shop().await;
    let (tenant, id) = (other.tenant(), customer.id);
    let mut unit = other.unit().await;
    assert_eq!(unit.customers().find(tenant, id).await, Ok(None));
    assert_eq!(unit.customers().lock(tenant, id).await, Ok(None));
    let by_phone = unit.customers().find_by_phone(tenant, &phone("9876543210")).await;
    assert_eq!(by_phone, Ok(None));
    let foreign = Customer {
        tenant,
        ..customer.clone()
    };
    let updated = unit.customers().update(&foreign, 2).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    let customers = &other.queries.customers;
    assert_eq!(customers.find(tenant, id).await, Ok(None));
    let filter = CustomerFilter::default();
    let list = customers.list(tenant, &filter, PageRequest::first(10)).await;
    assert_eq!(list.expect("a page").items, vec![]);
    assert_eq!(changes(&other, 0, 10).await, vec![]);
    assert_eq!(world.now(&customer).await, customer);
}

/// A phone that several share finds the active one that was written down first.
pub async fn a_shared_phone_finds_who_was_written_down_first(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut family: Vec<Customer> = ["Asha", "Rahul", "Sumit"]
        .map(|name| a_customer(&world.ids, world.tenant(), name))
        .into();
    let mut unit = world.unit().await;
    for (member, minutes) in family.iter_mut().zip(0_i32..) {
        member.phone = Some(phone("9876543210"));
        member.created_at += TimeDelta::minutes(minutes.into());
        unit.customers().insert(member).await.expect("a new customer");
    }
    unit.commit().await.expect("a commit");
    let (first, second) = (&family[0], &family[1]);
    let mut unit = world.unit().await;
    let found = unit
        .customers()
        .find_by_phone(world.tenant(), &phone("9876543210"))
        .await;
    assert_eq!(found, Ok(Some(first.clone())));
    drop(unit);
    let mut merged = first.clone();
    merged.merge_into(second.id, START).expect("another customer");
    store(&world, &merged, 1).await;
    let mut unit = world.unit().await;
    let found = unit
        .customers()
        .find_by_phone(world.tenant(), &phone("+91 98765 43210"))
        .await;
    assert_eq!(found, Ok(Some(second.clone())));
}

/// Who locks a customer that another unit has locked waits, and then reads what that one committed, balance included.
pub async fn a_lock_waits_and_reads_what_was_committed(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let customer = world.customer("Rahul").await;
    let writers: Vec<_> = (0..8)
        .map(|_| {
            let (world, customer) = (world.clone(), customer.clone());
            tokio::spawn(async move { when_free!(doubled(&world, &customer)) })
        })
        .collect();
    for writer in writers {
        writer.await.expect("no panic");
    }
    // Each adds what it read, and one more: a lost read would make the sum smaller.
    let now = world.now(&customer).await;
    assert_eq!(now.balance, Money::from_paise(255));
}

async fn doubled(world: &World, customer: &Customer) -> Result<(), StoreError> {
    let mut unit = world.books.begin().await?;
    let read = unit.customers().lock(customer.tenant, customer.id).await?;
    let balance = read.expect("the customer").balance;
    let more = balance.plus(Money::from_paise(1)).expect("a small sum");
    let entry = execora_ledger::Entry::credit(world.stamp(), customer.id, more);
    unit.ledger().append(&entry.expect("a bookable amount")).await?;
    unit.commit().await
}

/// A list shows active and merged customers, and hides the erased.
pub async fn a_list_hides_the_erased(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let active = world.customer("Asha").await;
    let mut merged = world.customer("Rahul").await;
    merged.merge_into(active.id, START).expect("another customer");
    store(&world, &merged, 1).await;
    let mut erased = world.customer("Sumit").await;
    erased.erase(START).expect("an active customer");
    store(&world, &erased, 1).await;
    let filter = CustomerFilter::default();
    let customers = &world.queries.customers;
    let list = customers
        .list(world.tenant(), &filter, PageRequest::first(10))
        .await;
    assert_eq!(list.expect("a page").items, vec![merged, active]);
    assert_eq!(world.now(&erased).await, erased);
}

async fn search(world: &World, q: &str) -> Vec<CustomerId> {
    let filter = CustomerFilter {
        q: Some(q.to_owned()),
        ..CustomerFilter::default()
    };
    let customers = &world.queries.customers;
    let list = customers
        .list(world.tenant(), &filter, PageRequest::first(10))
        .await;
    let items = list.expect("a page").items;
    items.into_iter().map(|customer| customer.id).collect()
}

/// A search looks for a part of name, nickname, landmark or phone, in any case.
pub async fn a_search_looks_into_what_a_person_is_known_by(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut customer = world.customer("Rahul Sharma").await;
    customer.nickname = Some(label("Raju"));
    customer.landmark = Some(label("Temple Road"));
    customer.phone = Some(phone("9876543210"));
    customer.version = 2;
    store(&world, &customer, 1).await;
    world.customer("Asha").await;
    for q in ["RAHUL", "shar", "raju", "temple", "98765"] {
        assert_eq!(search(&world, q).await, vec![customer.id], "{q}");
    }
    assert_eq!(search(&world, "sumit").await, vec![]);
}

/// What is searched for is plain text: no sign in it has a meaning.
pub async fn a_search_is_plain_text(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let names = ["100% Cotton", "A_B", "Rahul", r"back\slash", "O'Neil", "star*"];
    for name in names {
        world.customer(name).await;
    }
    for q in ["%", "_", r"\", "'", "*"] {
        assert_eq!(search(&world, q).await.len(), 1, "{q}");
    }
    for q in ["R%l", "R_hul", "?", "[a-z]"] {
        assert_eq!(search(&world, q).await, vec![], "{q}");
    }
}

/// Pages come newest first, without a gap or a repeat, also when rows are added meanwhile.
pub async fn pages_come_newest_first_without_gap_or_repeat(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut expected = Vec::new();
    for n in 0..7 {
        expected.insert(0, world.customer(&format!("Customer {n}")).await.id);
    }
    let filter = CustomerFilter::default();
    let rows = walk(3, async |page| {
        let got = world.queries.customers.list(world.tenant(), &filter, page).await;
        world.customer("Latecomer").await;
        got
    })
    .await;
    let ids: Vec<CustomerId> = rows.iter().map(|customer| customer.id).collect();
    assert_eq!(ids, expected);
}
