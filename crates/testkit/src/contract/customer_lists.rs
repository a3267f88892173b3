//! What narrows a list of customers.

use super::{Harness, World, customers::store};
use crate::builders::{a_customer, phone};
use chrono::TimeDelta;
use execora_customer::{Customer, CustomerFilter};
use execora_kernel::{CustomerId, PageRequest};

async fn listed(world: &World, filter: CustomerFilter) -> Vec<CustomerId> {
    let customers = &world.queries.customers;
    let page = PageRequest::first(10);
    let list = customers.list(world.tenant(), &filter, page).await;
    list.expect("a page").items.iter().map(|c| c.id).collect()
}

/// A list can be narrowed to a phone and to what was changed since, and to both.
pub async fn a_list_can_be_narrowed_to_a_phone_and_to_what_is_new(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut people: Vec<Customer> = ["Asha", "Rahul", "Sumit"]
        .map(|name| a_customer(&world.ids, world.tenant(), name))
        .into();
    people[0].phone = Some(phone("9876543210"));
    people[1].phone = Some(phone("9876543211"));
    let mut unit = world.unit().await;
    for one in &people {
        unit.customers().insert(one).await.expect("a new customer");
    }
    unit.commit().await.expect("a commit");
    let since = people[2].updated_at + TimeDelta::hours(1);
    people[1].updated_at = since;
    people[1].version += 1;
    store(&world, &people[1], 1).await;
    let with = |number: &str, at| CustomerFilter {
        phone: Some(phone(number)),
        updated_since: at,
        ..CustomerFilter::default()
    };
    assert_eq!(listed(&world, with("9876543210", None)).await, [people[0].id]);
    assert_eq!(listed(&world, with("9876543299", None)).await, []);
    assert_eq!(listed(&world, with("9876543210", Some(since))).await, []);
    let new = CustomerFilter {
        updated_since: Some(since),
        ..CustomerFilter::default()
    };
    assert_eq!(listed(&world, new.clone()).await, [people[1].id]);
    let later = CustomerFilter {
        updated_since: Some(since + TimeDelta::seconds(1)),
        ..new
    };
    assert_eq!(listed(&world, later).await, []);
}
