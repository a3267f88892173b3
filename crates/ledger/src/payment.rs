//! Money received from a customer.

use crate::{Allocation, PaymentMode};
use chrono::{DateTime, Utc};
use execora_kernel::{CustomerId, EntryId, Label, Money, PaymentId, TenantId};
use serde::{Deserialize, Serialize};

/// Where a payment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum PaymentStatus {
    Recorded,
    Reversed,
}

/// A payment with the invoices it settles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Payment {
    pub id: PaymentId,
    pub tenant: TenantId,
    pub customer: CustomerId,
    pub amount: Money,
    pub mode: PaymentMode,
    pub allocations: Vec<Allocation>,
    pub received_at: DateTime<Utc>,
    pub reference: Option<Label>,
    pub entry: EntryId,
    pub status: PaymentStatus,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl Payment {
    /// What settles no invoice yet. A reversed payment has no advance.
    #[must_use]
    pub fn advance(&self) -> Money {
        if self.status == PaymentStatus::Reversed {
            return Money::ZERO;
        }
        Money::sum(self.allocations.iter().map(|a| a.amount))
            .and_then(|settled| self.amount.minus(settled))
            .unwrap_or(Money::ZERO)
    }

    /// Takes the payment back: it settles nothing any more.
    pub fn reverse(&mut self, at: DateTime<Utc>) {
        self.status = PaymentStatus::Reversed;
        self.allocations.clear();
        self.updated_at = at;
        self.version += 1;
    }
}
