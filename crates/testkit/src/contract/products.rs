//! Products, their stock and the order of their changes.

use super::{Harness, World, catalog::changes, stock::take, world::walk};
use crate::{
    builders::{a_product, label},
    clock::START,
};
use execora_inventory::{HsnCode, Product, ProductChanges, ProductFilter};
use execora_kernel::{Money, PageRequest, ProductId, Quantity, StoreError, Unit};
use std::collections::BTreeSet;

pub(super) fn pieces(n: i64) -> Quantity {
    Quantity::from_whole(n).expect("a small number")
}

pub(super) async fn now(world: &World, product: &Product) -> Product {
    let found = world.queries.products.find(product.tenant, product.id).await;
    found.expect("an answer").expect("the product")
}

pub(super) async fn store(world: &World, product: &Product, was: i64) {
    let mut unit = world.unit().await;
    let updated = unit.products().update(product, was).await;
    updated.expect("the version as it was");
    unit.commit().await.expect("a commit");
}

/// A product comes back as it was written, stock included, inside a unit and outside.
pub async fn a_product_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut product = a_product(&world.ids, world.tenant(), "चावल", 6_000);
    product.aliases = vec![label("Chawal"), label("Rice")];
    product.unit = Unit::Kg;
    product.price = None;
    product.price_includes_tax = false;
    product.hsn = HsnCode::parse("1006").ok();
    product.low_stock_at = Some(Quantity::from_thousandths(2_500));
    product.stock = Quantity::from_thousandths(12_250);
    let (tenant, id) = (world.tenant(), product.id);
    let mut unit = world.unit().await;
    unit.products().insert(&product).await.expect("a new product");
    unit.commit().await.expect("a commit");
    assert_eq!(now(&world, &product).await, product);
    let many = world.queries.products.find_many(tenant, &[id]).await;
    assert_eq!(many, Ok(vec![product.clone()]));
    let mut unit = world.unit().await;
    assert_eq!(unit.products().find(tenant, id).await, Ok(Some(product.clone())));
    assert_eq!(unit.products().lock(tenant, id).await, Ok(Some(product)));
}

/// Of several ids those that exist are found, each once.
pub async fn of_many_ids_those_that_exist_are_found(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (milk, bread) = (world.product("Milk", 0).await, world.product("Bread", 0).await);
    let unknown = a_product(&world.ids, world.tenant(), "Eggs", 700).id;
    let ids = [bread.id, unknown, milk.id];
    let found = world.queries.products.find_many(world.tenant(), &ids).await;
    let found: BTreeSet<ProductId> = found.expect("an answer").iter().map(|p| p.id).collect();
    assert_eq!(found, BTreeSet::from([milk.id, bread.id]));
    let none = world.queries.products.find_many(world.tenant(), &[]).await;
    assert_eq!(none, Ok(vec![]));
}

/// A product of another shop is as unknown as one that never was.
pub async fn a_product_of_another_shop_is_unknown(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let product = world.product("Milk", 5).await;
    let other = world.another_shop().await;
    let (tenant, id) = (other.tenant(), product.id);
    let foreign = Product {
        tenant,
        ..product.clone()
    };
    let mut unit = other.unit().await;
    assert_eq!(unit.products().find(tenant, id).await, Ok(None));
    assert_eq!(unit.products().lock(tenant, id).await, Ok(None));
    let updated = unit.products().update(&foreign, product.version).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    let moved = take(&other, &foreign, -1, true).await;
    assert!(matches!(moved, Err(StoreError::Corrupt { .. })), "{moved:?}");
    let products = &other.queries.products;
    assert_eq!(products.find(tenant, id).await, Ok(None));
    assert_eq!(products.find_many(tenant, &[id]).await, Ok(vec![]));
    let filter = ProductFilter::default();
    let list = products.list(tenant, &filter, PageRequest::first(10)).await;
    assert_eq!(list.expect("a page").items, vec![]);
    assert_eq!(changes(&other, 0, 10).await, vec![]);
    assert_eq!(now(&world, &product).await, product);
}

/// An update that knows another version is stale and changes nothing.
pub async fn an_update_with_another_version_is_stale(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let stored = world.product("Milk", 0).await;
    let mut changed = stored.clone();
    let price = ProductChanges {
        price: Some(Some(Money::from_paise(3_000))),
        ..ProductChanges::default()
    };
    changed.apply(price, START);
    let mut unit = world.unit().await;
    let updated = unit.products().update(&changed, stored.version + 1).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    assert_eq!(now(&world, &stored).await, stored);
    store(&world, &changed, stored.version).await;
    assert_eq!(now(&world, &stored).await, changed);
}

/// An update does not write the stock: movements alone move it.
pub async fn an_update_leaves_the_stock(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut product = world.product("Milk", 5).await;
    let was = product.version;
    product.apply(ProductChanges::default(), START);
    product.stock = pieces(1_000);
    store(&world, &product, was).await;
    assert_eq!(now(&world, &product).await.stock, pieces(5));
}

/// A list can be narrowed to what is at or below its low-stock mark.
pub async fn a_list_of_low_stock_holds_what_is_at_its_mark_or_below(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut marked = Vec::new();
    for (name, stock) in [("At", 5), ("Below", 4), ("Above", 6)] {
        let mut product = world.product(name, stock).await;
        let was = product.version;
        let mark = ProductChanges {
            low_stock_at: Some(Some(pieces(5))),
            ..ProductChanges::default()
        };
        product.apply(mark, START);
        store(&world, &product, was).await;
        marked.push(product.id);
    }
    world.product("Unmarked", 0).await;
    let filter = ProductFilter { low_stock: true };
    let products = &world.queries.products;
    let list = products
        .list(world.tenant(), &filter, PageRequest::first(10))
        .await;
    let ids: Vec<ProductId> = list.expect("a page").items.iter().map(|p| p.id).collect();
    assert_eq!(ids, vec![marked[1], marked[0]]);
}

/// Pages come newest first, without a gap or a repeat.
pub async fn pages_come_newest_first_without_gap_or_repeat(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut expected = Vec::new();
    for n in 0..7 {
        expected.insert(0, world.product(&format!("Product {n}"), 0).await.id);
    }
    let filter = ProductFilter::default();
    let rows = walk(3, async |page| {
        world.queries.products.list(world.tenant(), &filter, page).await
    })
    .await;
    let ids: Vec<ProductId> = rows.iter().map(|product| product.id).collect();
    assert_eq!(ids, expected);
}
