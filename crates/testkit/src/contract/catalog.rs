//! The order of the changes that an index of products must hear of.

use super::{Harness, World, products::store, world::when_free};
use crate::{
    builders::{a_product, label},
    clock::START,
};
use execora_inventory::{CatalogChange, ProductChanges};
use execora_kernel::{ProductId, Unit};
use std::collections::BTreeSet;

pub(super) async fn changes(world: &World, after: i64, limit: u32) -> Vec<CatalogChange> {
    let products = &world.queries.products;
    let changes = products.catalog_changes(world.tenant(), after, limit).await;
    changes.expect("changes")
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
