//! What was done and yet is told: something that may be a slip, and is the shop's to judge.

use chrono::NaiveDate;
use execora_kernel::PaymentId;
use serde::{Deserialize, Serialize};

/// Something to look at in what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Warning {
    /// The bill is dated before a bill with a lower number.
    DatedBeforeSeries {
        /// The latest day of the series.
        latest: NaiveDate,
    },
    /// Another payment names the same reference.
    ReferenceUsedBefore {
        /// The first that does.
        payment: PaymentId,
    },
}
