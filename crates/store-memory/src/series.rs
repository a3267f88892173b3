//! Counters of invoice numbers: part of the unit's copy, so that a dropped unit gives its number back.

use crate::{state::State, unit::Unit};
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_invoice::{NumberTaken, Series, SeriesRepository};
use execora_kernel::{StoreError, TenantId, zone::FinancialYear};
use serde::Serialize;

/// Where a series stands in a year.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Counter {
    /// The number that it began with; nought means one.
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// The latest day that a number was taken for; `None` while none was.
    latest: Option<NaiveDate>,
}

const OUT_OF_RANGE: StoreError = StoreError::Corrupt {
    what: "a number series out of range",
};

fn key(series: &Series, year: FinancialYear) -> (String, i32) {
    (series.as_str().to_owned(), year.start_year())
}

impl State {
    pub(crate) fn next_number(
        &self,
        tenant: TenantId,
        series: &Series,
        year: FinancialYear,
    ) -> Result<u32, StoreError> {
        let last = self.series.get(tenant, &key(series, year)).map(|c| c.last);
        last.unwrap_or(0).checked_add(1).ok_or(OUT_OF_RANGE)
    }
}

#[async_trait]
impl SeriesRepository for Unit {
    async fn take_next(
        &mut self,
        tenant: TenantId,
        series: &Series,
        date: NaiveDate,
    ) -> Result<NumberTaken, StoreError> {
        self.act(|state| {
            let year = FinancialYear::of(date);
            let n = state.next_number(tenant, series, year)?;
            let key = key(series, year);
            let counter = state.series.get(tenant, &key).copied().unwrap_or_default();
            let before = counter.latest;
            let latest = before.map_or(date, |before| before.max(date));
            let counter = Counter {
                last: n,
                latest: Some(latest),
                ..counter
            };
            state.series.put(tenant, key, counter);
            Ok(NumberTaken { n, latest })
        })
    }

    async fn begin_at(
        &mut self,
        tenant: TenantId,
        series: &Series,
        year: FinancialYear,
        first: u32,
    ) -> Result<u32, StoreError> {
        self.act(|state| {
            let key = key(series, year);
            let taken = state.series.get(tenant, &key).is_some_and(|c| c.latest.is_some());
            if !taken {
                let last = first.saturating_sub(1);
                let latest = None;
                state.series.put(tenant, key, Counter { first, last, latest });
            }
            state.next_number(tenant, series, year)
        })
    }
}
