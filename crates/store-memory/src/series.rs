//! Counters of invoice numbers: part of the unit's copy, so that a dropped unit gives its number back.

use crate::unit::Unit;
use async_trait::async_trait;
use execora_invoice::{Series, SeriesRepository};
use execora_kernel::{StoreError, TenantId, zone::FinancialYear};

#[async_trait]
impl SeriesRepository for Unit {
    async fn take_next(
        &mut self,
        tenant: TenantId,
        series: &Series,
        year: FinancialYear,
    ) -> Result<u32, StoreError> {
        self.act(|state| {
            let key = (series.as_str().to_owned(), year.start_year());
            let last = state.series.get(tenant, &key).copied().unwrap_or(0);
            let next = last.checked_add(1).ok_or(StoreError::Corrupt {
                what: "a number series out of range",
            })?;
            state.series.put(tenant, key, next);
            Ok(next)
        })
    }
}
