//! Counters of invoice numbers: no gaps, no repeats.

use super::{Harness, World, world::when_free};
use execora_invoice::Series;
use execora_kernel::{StoreError, zone::FinancialYear};

const YEAR: FinancialYear = FinancialYear::starting(2026);

async fn take(world: &World, series: &str, year: FinancialYear) -> Result<u32, StoreError> {
    let series = Series::parse(series).expect("a series");
    let mut unit = world.books.begin().await?;
    let n = unit.series().take_next(world.tenant(), &series, year).await?;
    unit.commit().await?;
    Ok(n)
}

/// Each series counts from 1 in each year and in each shop.
pub async fn a_series_counts_from_one_by_shop_series_and_year(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let other = world.another_shop().await;
    assert_eq!(take(&world, "INV", YEAR).await, Ok(1));
    assert_eq!(take(&world, "INV", YEAR).await, Ok(2));
    assert_eq!(take(&world, "CASH", YEAR).await, Ok(1));
    assert_eq!(take(&world, "INV", FinancialYear::starting(2027)).await, Ok(1));
    assert_eq!(take(&other, "INV", YEAR).await, Ok(1));
    assert_eq!(take(&world, "INV", YEAR).await, Ok(3));
}

/// One unit can take several numbers.
pub async fn one_unit_takes_several_numbers(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let series = Series::default();
    let mut unit = world.unit().await;
    for n in 1..=3 {
        let taken = unit.series().take_next(world.tenant(), &series, YEAR).await;
        assert_eq!(taken, Ok(n));
    }
    unit.commit().await.expect("a commit");
    assert_eq!(take(&world, "INV", YEAR).await, Ok(4));
}

/// A unit that is dropped gives its number back.
pub async fn a_dropped_unit_gives_its_number_back(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let series = Series::default();
    for _ in 0..2 {
        let mut unit = world.unit().await;
        let taken = unit.series().take_next(world.tenant(), &series, YEAR).await;
        assert_eq!(taken, Ok(1));
        drop(unit);
    }
    assert_eq!(take(&world, "INV", YEAR).await, Ok(1));
}

/// Fifty that take a number at once get 1 to 50, each one of them; every third takes one more and drops it.
pub async fn fifty_at_once_get_one_to_fifty(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut takers = tokio::task::JoinSet::new();
    for n in 0..50 {
        let world = world.clone();
        takers.spawn(async move {
            if n % 3 == 0 {
                when_free!(async {
                    let mut unit = world.books.begin().await?;
                    let series = Series::default();
                    unit.series().take_next(world.tenant(), &series, YEAR).await
                });
            }
            when_free!(take(&world, "INV", YEAR))
        });
    }
    let mut numbers = takers.join_all().await;
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=50).collect::<Vec<u32>>());
}
