//! Stock: never less than there is, however many sell at once.

use super::{
    Harness, World,
    products::{now, pieces},
    world::when_free,
};
use crate::builders::{a_movement, a_product};
use execora_inventory::{Product, StockMove};
use execora_kernel::{Quantity, StoreError};

/// Moves stock in a unit of its own.
pub(super) async fn take(
    world: &World,
    product: &Product,
    n: i64,
    below_zero: bool,
) -> Result<StockMove, StoreError> {
    let movement = a_movement(&world.ids, product, n);
    let mut unit = world.books.begin().await?;
    let moved = unit.products().move_stock(&movement, below_zero).await?;
    unit.commit().await?;
    Ok(moved)
}

/// A movement changes the stock and not the version, so that a sale makes no change stale.
pub async fn a_movement_changes_the_stock_and_not_the_version(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let product = world.product("Milk", 5).await;
    let moved = take(&world, &product, -2, false).await;
    assert_eq!(moved, Ok(StockMove::Moved { stock: pieces(3) }));
    let after = now(&world, &product).await;
    assert_eq!(after.stock, pieces(3));
    assert_eq!(after.version, product.version);
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
