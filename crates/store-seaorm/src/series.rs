//! Counters that are taken inside a unit: invoice numbers, and the order of a shop's changes.
//!
//! Each is one relative update that returns what it made, so the row stays locked until the unit ends, a dropped unit gives the
//! number back, and nobody sees a number before all lower ones are settled.

use crate::row::{Row, Shape, Unreadable};
use crate::sql::Ask;
use crate::unit::Unit;
use crate::values::{id, int, text};
use async_trait::async_trait;
use execora_invoice::{Series, SeriesRepository};
use execora_kernel::zone::FinancialYear;
use execora_kernel::{StoreError, TenantId};

const NUMBER: Shape<u32> = Shape {
    what: "number series",
    read: |row| row.small("last"),
};

const SEQUENCE: Shape<i64> = Shape {
    what: "shop",
    read: sequence,
};

fn sequence(row: &Row) -> Result<i64, Unreadable> {
    row.get("seq")
}

/// A counter of a shop's changes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Counter {
    Customers,
    Products,
}

/// The shop's next number.
pub(crate) async fn next_of(db: &impl Ask, counter: Counter, tenant: TenantId) -> Result<i64, StoreError> {
    let sql = match counter {
        Counter::Customers => {
            "UPDATE shop SET customer_seq = customer_seq + 1 WHERE tenant_id = $1 RETURNING customer_seq AS seq"
        }
        Counter::Products => {
            "UPDATE shop SET product_seq = product_seq + 1 WHERE tenant_id = $1 RETURNING product_seq AS seq"
        }
    };
    db.one(&SEQUENCE, sql, vec![id(tenant.uuid())])
        .await?
        .ok_or(StoreError::Corrupt { what: "shop" })
}

#[async_trait]
impl SeriesRepository for Unit {
    async fn take_next(
        &mut self,
        tenant: TenantId,
        series: &Series,
        year: FinancialYear,
    ) -> Result<u32, StoreError> {
        let sql = "INSERT INTO number_series (tenant_id, series, financial_year, last) VALUES ($1, $2, $3, 1)
             ON CONFLICT (tenant_id, series, financial_year) DO UPDATE SET last = number_series.last + 1
             RETURNING last";
        let values = vec![
            id(tenant.uuid()),
            text(series.as_str()),
            int(year.start_year().into()),
        ];
        self.one(&NUMBER, sql, values).await?.ok_or(StoreError::Corrupt {
            what: "number series",
        })
    }
}
