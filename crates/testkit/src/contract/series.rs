//! Counters of invoice numbers: no gaps, no repeats.

use super::{Harness, World, world::when_free};
use chrono::NaiveDate;
use execora_invoice::{NumberTaken, Series};
use execora_kernel::{StoreError, zone::FinancialYear};

const YEAR: FinancialYear = FinancialYear::starting(2026);
const DAY: NaiveDate = day(2026, 11, 22);
const NEXT_YEAR: NaiveDate = day(2027, 4, 1);

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

async fn take(world: &World, series: &str, day: NaiveDate) -> Result<u32, StoreError> {
    let series = Series::parse(series).expect("a series");
    let mut unit = world.books.begin().await?;
    let taken = unit.series().take_next(world.tenant(), &series, day).await?;
    unit.commit().await?;
    Ok(taken.n)
}

/// Each series counts from 1 in each year and in each shop.
pub async fn a_series_counts_from_one_by_shop_series_and_year(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let other = world.another_shop().await;
    assert_eq!(take(&world, "INV", DAY).await, Ok(1));
    assert_eq!(take(&world, "INV", DAY).await, Ok(2));
    assert_eq!(take(&world, "CASH", DAY).await, Ok(1));
    assert_eq!(take(&world, "INV", NEXT_YEAR).await, Ok(1));
    assert_eq!(take(&other, "INV", DAY).await, Ok(1));
    assert_eq!(take(&world, "INV", DAY).await, Ok(3));
}

/// A number comes with the latest day that one of its series and year was taken for.
pub async fn a_number_comes_with_the_latest_day_of_its_series(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let series = Series::default();
    for (n, date, latest) in [
        (1, day(2026, 11, 20), day(2026, 11, 20)),
        (2, day(2026, 11, 22), day(2026, 11, 22)),
        (3, day(2026, 4, 1), day(2026, 11, 22)),
        (4, day(2027, 3, 31), day(2027, 3, 31)),
        (1, day(2026, 3, 31), day(2026, 3, 31)),
    ] {
        let mut unit = world.unit().await;
        let taken = unit.series().take_next(world.tenant(), &series, date).await;
        assert_eq!(taken, Ok(NumberTaken { n, latest }), "{date}");
        unit.commit().await.expect("a commit");
    }
}

/// A series begins where the shop says, until its first number was taken.
pub async fn a_series_begins_where_the_shop_says(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let series = Series::default();
    let tenant = world.tenant();
    for (first, next) in [(500, 500), (1, 1), (41, 41)] {
        let mut unit = world.unit().await;
        let begun = unit.series().begin_at(tenant, &series, YEAR, first).await;
        assert_eq!(begun, Ok(next));
        unit.commit().await.expect("a commit");
        let shown = world.queries.shops.next_number(tenant, &series, YEAR).await;
        assert_eq!(shown, Ok(next));
    }
    assert_eq!(take(&world, "INV", DAY).await, Ok(41));
    let mut unit = world.unit().await;
    let begun = unit.series().begin_at(tenant, &series, YEAR, 100).await;
    assert_eq!(begun, Ok(42), "the numbers go on");
    unit.commit().await.expect("a commit");
    assert_eq!(take(&world, "INV", DAY).await, Ok(42));
    assert_eq!(take(&world.another_shop().await, "INV", DAY).await, Ok(1));
}

/// One unit can take several numbers.
pub async fn one_unit_takes_several_numbers(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let series = Series::default();
    let mut unit = world.unit().await;
    for n in 1..=3 {
        let taken = unit.series().take_next(world.tenant(), &series, DAY).await;
        assert_eq!(taken.map(|taken| taken.n), Ok(n));
    }
    unit.commit().await.expect("a commit");
    assert_eq!(take(&world, "INV", DAY).await, Ok(4));
}

/// A unit that is dropped gives its number back.
pub async fn a_dropped_unit_gives_its_number_back(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let series = Series::default();
    for _ in 0..2 {
        let mut unit = world.unit().await;
        let taken = unit.series().take_next(world.tenant(), &series, DAY).await;
        assert_eq!(taken.map(|taken| taken.n), Ok(1));
        drop(unit);
    }
    assert_eq!(take(&world, "INV", DAY).await, Ok(1));
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
                    unit.series().take_next(world.tenant(), &series, DAY).await
                });
            }
            when_free!(take(&world, "INV", DAY))
        });
    }
    let mut numbers = takers.join_all().await;
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=50).collect::<Vec<u32>>());
}
