//! Shops and the people who sign in to them.

use super::{Harness, World};
use crate::builders::{a_shop, an_owner, label, phone};
use chrono::{NaiveDate, TimeDelta};
use execora_kernel::{Email, Gstin, Money, StoreError};

/// A shop comes back as it was written, inside a unit and outside.
pub async fn a_shop_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut shop = a_shop(&world.ids);
    shop.address = Some(label("1 Market Road, Mysuru"));
    shop.gstin = Some(Gstin::parse("27AAPFU0939F1ZV").expect("a GSTIN"));
    shop.round_to_rupee = false;
    shop.allow_negative_stock = true;
    shop.allow_other_rates = true;
    shop.allow_backdating = true;
    shop.books_from = NaiveDate::from_ymd_opt(2020, 4, 1).expect("a day");
    shop.confirm_above = Money::from_paise(100_000);
    let mut unit = world.unit().await;
    unit.shops().insert(&shop).await.expect("a new shop");
    let found = unit.shops().find(shop.tenant).await;
    assert_eq!(found, Ok(Some(shop.clone())));
    unit.commit().await.expect("a commit");
    let found = world.queries.shops.find(shop.tenant).await;
    assert_eq!(found, Ok(Some(shop)));
}

/// Settings are changed as a whole, by one who saw them as they are.
pub async fn settings_change_from_the_version_that_was_seen(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut shop = world.shop.clone();
    shop.name = label("Sharma and Daughters");
    shop.address = Some(label("1 Market Road, Mysuru"));
    shop.gstin = Some(Gstin::parse("29AAFCA7488L1ZW").expect("a GSTIN"));
    shop.round_to_rupee = false;
    shop.allow_negative_stock = true;
    shop.allow_other_rates = true;
    shop.allow_backdating = true;
    shop.books_from = NaiveDate::from_ymd_opt(2020, 4, 1).expect("a day");
    shop.confirm_above = Money::from_paise(1);
    std::mem::swap(&mut shop.quiet_hours.from, &mut shop.quiet_hours.to);
    shop.version = 2;
    let mut unit = world.unit().await;
    unit.shops().update(&shop, 1).await.expect("a change");
    unit.commit().await.expect("a commit");
    let found = world.queries.shops.find(shop.tenant).await;
    assert_eq!(found, Ok(Some(shop.clone())));
    let mut unit = world.unit().await;
    assert_eq!(unit.shops().update(&shop, 1).await, Err(StoreError::Stale));
}

/// A shop that nobody opened is unknown.
pub async fn an_unknown_shop_is_none(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let tenant = a_shop(&world.ids).tenant;
    assert_eq!(world.queries.shops.find(tenant).await, Ok(None));
    let mut unit = world.unit().await;
    assert_eq!(unit.shops().find(tenant).await, Ok(None));
}

/// The first shops come oldest first, at most as many as asked for.
pub async fn the_first_shops_come_oldest_first(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut older = a_shop(&world.ids);
    older.created_at -= TimeDelta::days(1);
    let mut unit = world.unit().await;
    unit.shops().insert(&older).await.expect("a new shop");
    unit.commit().await.expect("a commit");
    let first = world.queries.shops.first(1).await;
    assert_eq!(first, Ok(vec![older.clone()]));
    let both = world.queries.shops.first(5).await;
    assert_eq!(both, Ok(vec![older, world.shop.clone()]));
}

/// A user is found in its own shop and in no other.
pub async fn a_user_of_another_shop_is_unknown(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let other = world.another_shop().await;
    let (mine, theirs) = (world.tenant(), other.tenant());
    let id = world.owner.id;
    let shops = &world.queries.shops;
    assert_eq!(shops.user(mine, id).await, Ok(Some(world.owner.clone())));
    assert_eq!(shops.user(theirs, id).await, Ok(None));
    assert_eq!(shops.users(theirs).await, Ok(vec![other.owner]));
    let mut unit = world.unit().await;
    let found = unit.shops().find_user(mine, id).await;
    assert_eq!(found, Ok(Some(world.owner.clone())));
    assert_eq!(unit.shops().find_user(theirs, id).await, Ok(None));
}

/// An e-mail address stands once in a shop, and may stand in another one too.
pub async fn an_email_stands_once_in_a_shop(harness: &dyn Harness) {
    let world = World::open(harness).await;
    // The second shop's owner has the same address, and was written down without an error.
    let other = world.another_shop().await;
    assert_eq!(world.owner.email, other.owner.email);
    let twin = an_owner(&world.ids, world.tenant());
    let mut unit = world.unit().await;
    let second = unit.shops().insert_user(&twin).await;
    assert_eq!(second, Err(StoreError::Duplicate));
}

/// Users are listed with the owner first.
pub async fn users_are_listed_owner_first(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut clerk = an_owner(&world.ids, world.tenant());
    clerk.email = Email::parse("clerk@sharma-stores.example").expect("an address");
    clerk.phone = Some(phone("9876543210"));
    clerk.role = "staff".to_owned();
    clerk.created_at -= TimeDelta::days(1);
    let mut unit = world.unit().await;
    unit.shops().insert_user(&clerk).await.expect("a new user");
    unit.commit().await.expect("a commit");
    let users = world.queries.shops.users(world.tenant()).await;
    assert_eq!(users, Ok(vec![world.owner.clone(), clerk]));
}
