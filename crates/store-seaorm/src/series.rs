//! Counters that are taken inside a unit: invoice numbers, and the order of a shop's changes.
//!
//! Each is one relative update that returns what it made, so the row stays locked until the unit ends, a dropped unit gives the
//! number back, and nobody sees a number before all lower ones are settled.

use crate::row::{Row, Shape, Unreadable};
use crate::sql::Ask;
use crate::unit::Unit;
use crate::values::{date, id, int, text};
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_invoice::{NumberTaken, Series, SeriesRepository};
use execora_kernel::zone::FinancialYear;
use execora_kernel::{StoreError, TenantId};
use sea_orm::Value;

const NUMBER: Shape<NumberTaken> = Shape {
    what: "number series",
    read: |row| {
        Ok(NumberTaken {
            n: row.small("last")?,
            latest: row.get("last_date")?,
        })
    },
};

const LAST: Shape<u32> = Shape {
    what: "number series",
    read: |row| row.small("last"),
};

const DAMAGED: StoreError = StoreError::Corrupt {
    what: "number series",
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

fn key(tenant: TenantId, series: &Series, year: FinancialYear) -> Vec<Value> {
    vec![
        id(tenant.uuid()),
        text(series.as_str()),
        int(year.start_year().into()),
    ]
}

/// The number that comes next in a series.
pub(crate) async fn next_number(
    db: &impl Ask,
    tenant: TenantId,
    series: &Series,
    year: FinancialYear,
) -> Result<u32, StoreError> {
    let sql = "SELECT last FROM number_series WHERE tenant_id = $1 AND series = $2 AND financial_year = $3";
    let last = db.one(&LAST, sql, key(tenant, series, year)).await?;
    last.unwrap_or(0).checked_add(1).ok_or(DAMAGED)
}

#[async_trait]
impl SeriesRepository for Unit {
    async fn take_next(
        &mut self,
        tenant: TenantId,
        series: &Series,
        day: NaiveDate,
    ) -> Result<NumberTaken, StoreError> {
        let sql = "INSERT INTO number_series (tenant_id, series, financial_year, last, last_date)
             VALUES ($1, $2, $3, 1, $4)
             ON CONFLICT (tenant_id, series, financial_year) DO UPDATE SET last = number_series.last + 1,
             last_date = CASE WHEN number_series.last_date > excluded.last_date
                 THEN number_series.last_date ELSE excluded.last_date END
             RETURNING last, last_date";
        let mut values = key(tenant, series, FinancialYear::of(day));
        values.push(date(day));
        self.one(&NUMBER, sql, values).await?.ok_or(DAMAGED)
    }

    async fn begin_at(
        &mut self,
        tenant: TenantId,
        series: &Series,
        year: FinancialYear,
        first: u32,
    ) -> Result<u32, StoreError> {
        // A counter without a day has given no number yet.
        let sql = "DELETE FROM number_series WHERE tenant_id = $1 AND series = $2 AND financial_year = $3 \
             AND last_date IS NULL";
        self.run(sql, key(tenant, series, year)).await?;
        let last = first.saturating_sub(1);
        if last > 0 {
            let sql = "INSERT INTO number_series (tenant_id, series, financial_year, last, first) \
                 VALUES ($1, $2, $3, $4, $5) ON CONFLICT (tenant_id, series, financial_year) DO NOTHING";
            let mut values = key(tenant, series, year);
            values.extend([int(last.into()), int(first.into())]);
            self.run(sql, values).await?;
        }
        next_number(self, tenant, series, year).await
    }
}
