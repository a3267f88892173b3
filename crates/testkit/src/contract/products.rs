//! Products, their stock and the order of their changes.

use super::{
    Harness, World,
    world::{walk, when_free},
};
use crate::{
    builders::{a_movement, a_product, label},
    clock::START,
};
use execora_inventory::{CatalogChange, HsnCode, Product, ProductChanges, ProductFilter, StockMove};
use execora_kernel::{Money, PageRequest, ProductId, Quantity, StoreError, Unit};
use std::collections::BTreeSet;

fn pieces(n: i64) -> Quantity {
    Quantity::from_whole(n).expect("a small number")
}

async fn now(world: &World, product: &Product) -> Product {
    let found = world.queries.products.find(product.tenant, product.id).await;
    found.expect("an answer").expect("the product")
}

async fn store(world: &World, product: &Product, was: i64) {
    let mut unit = world.unit().await;
    let updated = unit.products().update(product, was).await;
    updated.expect("the version as it was");
    unit.commit().await.expect("a commit");
}

/// Moves stock in a unit of its own.
async fn take(world: &World, product: &Product, n: i64, below_zero: bool) -> Result<StockMove, StoreError> {
    let movement = a_movement(&world.ids, product, n);
    let mut unit = world.books.begin().await?;
    let moved = unit.products().move_stock(&movement, below_zero).await?;
    unit.commit().await?;
    Ok(moved)
}

async fn changes(world: &World, after: i64, limit: u32) -> Vec<CatalogChange> {
    let products = &world.queries.products;
    let changes = products.catalog_changes(world.tenant(), after, limit).await;
    changes.expect("changes")
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

/// A movement changes the stock and moves the version.
pub async fn a_movement_changes_stock_and_version(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let product = world.product("Milk", 5).await;
    let moved = take(&world, &product, -2, false).await;
    assert_eq!(moved, Ok(StockMove::Moved { stock: pieces(3) }));
    let after = now(&world, &product).await;
    assert_eq!(after.stock, pieces(3));
    assert!(after.version > product.version);
}

/// More than there is cannot be taken, and nothing is changed; exactly what there is can.
pub async fn a_sale_beyond_the_stock_is_short_and_changes_nothing(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let product = world.product("Milk", 5).await;
    let moved = take(&world, &product, -6, false).await;
    assert_eq!(moved, Ok(StockMove::Short { left: pieces(5) }));
    assert_eq!(now(&world, &product).await, product);
    let moved = take(&world, &product, -5, false).await;
    assert_eq!(moved, Ok(StockMove::Moved { stock: pieces(0) }));
}

/// `Short` is an answer and no error: the unit goes on.
pub async fn a_unit_goes_on_after_short(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let product = world.product("Milk", 1).await;
    let [too_much, enough] = [-2, -1].map(|n| a_movement(&world.ids, &product, n));
    let mut unit = world.unit().await;
    let moved = unit.products().move_stock(&too_much, false).await;
    assert_eq!(moved, Ok(StockMove::Short { left: pieces(1) }));
    let moved = unit.products().move_stock(&enough, false).await;
    assert_eq!(moved, Ok(StockMove::Moved { stock: pieces(0) }));
    unit.commit().await.expect("a commit");
    assert_eq!(now(&world, &product).await.stock, pieces(0));
}

/// A shop that allows it sells below zero.
pub async fn a_shop_that_allows_it_sells_below_zero(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let product = world.product("Milk", 1).await;
    let moved = take(&world, &product, -3, true).await;
    assert_eq!(moved, Ok(StockMove::Moved { stock: pieces(-2) }));
}

/// Goods that come in are never short, even when the stock stays below zero: it does not fall.
pub async fn goods_coming_in_are_never_short(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let product = world.product("Milk", -5).await;
    let moved = take(&world, &product, 2, false).await;
    assert_eq!(moved, Ok(StockMove::Moved { stock: pieces(-3) }));
}

/// A movement of a product that does not exist is damage.
pub async fn a_movement_of_an_unknown_product_is_corrupt(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let product = a_product(&world.ids, world.tenant(), "Milk", 2_800);
    for below_zero in [true, false] {
        let moved = take(&world, &product, 1, below_zero).await;
        assert!(matches!(moved, Err(StoreError::Corrupt { .. })), "{moved:?}");
    }
}

/// Of two sales of the last piece one succeeds and one is short.
pub async fn the_last_piece_is_sold_once(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let product = world.product("Milk", 1).await;
    let sellers: Vec<_> = (0..2)
        .map(|_| {
            let (world, product) = (world.clone(), product.clone());
            tokio::spawn(async move { when_free!(take(&world, &product, -1, false)) })
        })
        .collect();
    let mut short = 0;
    for seller in sellers {
        match seller.await.expect("no panic") {
            StockMove::Moved { stock } => assert_eq!(stock, Quantity::ZERO),
            StockMove::Short { left } => {
                assert_eq!(left, Quantity::ZERO);
                short += 1;
            }
        }
    }
    assert_eq!(short, 1);
    assert_eq!(now(&world, &product).await.stock, Quantity::ZERO);
}

/// Many sellers at once never sell more than there is.
pub async fn many_sellers_never_oversell(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let product = world.product("Milk", 10).await;
    let mut sellers = tokio::task::JoinSet::new();
    for _ in 0..30 {
        let (world, product) = (world.clone(), product.clone());
        sellers.spawn(async move { when_free!(take(&world, &product, -1, false)) });
    }
    let outcomes = sellers.join_all().await;
    let sold = outcomes.iter().filter(|o| matches!(o, StockMove::Moved { .. }));
    assert_eq!(sold.count(), 10);
    assert_eq!(now(&world, &product).await.stock, Quantity::ZERO);
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

/// Catalog changes come in rising order above a number, each product once with its latest number.
pub async fn catalog_changes_come_in_order_each_once(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut milk = world.product("Milk", 0).await;
    let bread = world.product("Bread", 0).await;
    let seen = changes(&world, 0, 10).await;
    let names: Vec<_> = seen.iter().map(|change| change.entry.name.clone()).collect();
    assert_eq!(names, [label("Milk"), label("Bread")]);
    assert!(seen[0].seq < seen[1].seq);
    let renamed = ProductChanges {
        name: Some(label("Full Cream Milk")),
        aliases: Some(vec![label("Doodh")]),
        unit: Some(Unit::L),
        ..ProductChanges::default()
    };
    milk.apply(renamed, START);
    store(&world, &milk, 1).await;
    let news = changes(&world, seen[1].seq, 10).await;
    assert_eq!(news.len(), 1);
    let entry = &news[0].entry;
    assert_eq!((entry.product, entry.unit), (milk.id, Unit::L));
    assert_eq!((&entry.name, &entry.aliases), (&milk.name, &milk.aliases));
    let all = changes(&world, 0, 10).await;
    let order: Vec<ProductId> = all.iter().map(|change| change.entry.product).collect();
    assert_eq!(order, [bread.id, milk.id]);
    assert_eq!(changes(&world, 0, 1).await, all[..1]);
}

/// A reader that asks for what follows the last number it saw misses nothing, however many write at once.
pub async fn a_reader_of_the_catalog_misses_nothing(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut writers = tokio::task::JoinSet::new();
    for n in 0..20 {
        let world = world.clone();
        writers.spawn(async move {
            let product = a_product(&world.ids, world.tenant(), &format!("Product {n}"), 100);
            when_free!(async {
                let mut unit = world.books.begin().await?;
                unit.products().insert(&product).await?;
                tokio::task::yield_now().await;
                unit.commit().await
            });
            product.id
        });
    }
    let (mut after, mut seen, mut written) = (0, BTreeSet::new(), BTreeSet::new());
    while let Some(product) = writers.join_next().await {
        written.insert(product.expect("no panic"));
        for change in changes(&world, after, 3).await {
            after = change.seq;
            seen.insert(change.entry.product);
        }
    }
    for change in changes(&world, after, 1_000).await {
        seen.insert(change.entry.product);
    }
    assert_eq!(seen, written);
    assert_eq!(written.len(), 20);
}
