//! An issued bill: numbered, posted, and never edited; it can only be cancelled, which keeps its number.

use crate::{BillRefused, Discount, InvoiceNumber, Line, PlaceOfSupply, Series, Totals};
use chrono::{DateTime, NaiveDate, Utc};
use execora_kernel::{
    CustomerId, DraftId, EntryId, Gstin, InvoiceId, Label, Money, TenantId, zone::FinancialYear,
};
use serde::{Deserialize, Serialize};

/// Where an invoice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum InvoiceStatus {
    Issued,
    Cancelled,
}

/// The buyer as he was called when the bill was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Buyer {
    pub name: Label,
    pub address: Option<String>,
    pub gstin: Option<Gstin>,
}

/// An invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Invoice {
    pub id: InvoiceId,
    pub tenant: TenantId,
    pub customer: CustomerId,
    pub draft: Option<DraftId>,
    pub number: InvoiceNumber,
    pub series: Series,
    pub financial_year: FinancialYear,
    pub status: InvoiceStatus,
    pub date: NaiveDate,
    pub lines: Vec<Line>,
    pub with_gst: bool,
    pub discount: Discount,
    pub notes: Option<Label>,
    pub totals: Totals,
    pub supply: PlaceOfSupply,
    pub buyer: Buyer,
    pub paid: Money,
    pub credited: Money,
    pub entry: EntryId,
    pub issued_at: DateTime<Utc>,
    pub cancelled_at: Option<DateTime<Utc>>,
    pub cancel_reason: Option<Label>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

/// What turns a priced bill into an invoice.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Issue {
    pub id: InvoiceId,
    pub tenant: TenantId,
    pub customer: CustomerId,
    pub draft: Option<DraftId>,
    pub number: InvoiceNumber,
    pub series: Series,
    pub financial_year: FinancialYear,
    pub date: NaiveDate,
    pub supply: PlaceOfSupply,
    pub buyer: Buyer,
    pub entry: EntryId,
    pub with_gst: bool,
    pub discount: Discount,
    pub notes: Option<Label>,
    pub at: DateTime<Utc>,
}

impl Invoice {
    /// Issues a computed bill.
    ///
    /// # Errors
    /// When it has no lines, or a line has no price.
    pub fn issue(issue: Issue, lines: Vec<Line>, totals: Totals) -> Result<Self, BillRefused> {
        if lines.is_empty() {
            return Err(BillRefused::NoLines);
        }
        if let Some(line) = lines.iter().position(|l| l.price.is_none()) {
            return Err(BillRefused::NoPrice { line });
        }
        Ok(Self {
            id: issue.id,
            tenant: issue.tenant,
            customer: issue.customer,
            draft: issue.draft,
            number: issue.number,
            series: issue.series,
            financial_year: issue.financial_year,
            status: InvoiceStatus::Issued,
            date: issue.date,
            lines,
            with_gst: issue.with_gst,
            discount: issue.discount,
            notes: issue.notes,
            totals,
            supply: issue.supply,
            buyer: issue.buyer,
            paid: Money::ZERO,
            credited: Money::ZERO,
            entry: issue.entry,
            issued_at: issue.at,
            cancelled_at: None,
            cancel_reason: None,
            created_at: issue.at,
            updated_at: issue.at,
            version: 1,
        })
    }

    /// What is still to be paid; nothing once cancelled.
    #[must_use]
    pub fn open(&self) -> Money {
        match self.status {
            InvoiceStatus::Cancelled => Money::ZERO,
            InvoiceStatus::Issued => self
                .totals
                .total
                .minus(self.paid)
                .and_then(|m| m.minus(self.credited))
                .unwrap_or(Money::ZERO),
        }
    }

    /// Cancels it: the number stays used, and money paid on it becomes the customer's advance again.
    ///
    /// # Errors
    /// When it was cancelled before.
    pub fn cancel(&mut self, reason: Label, at: DateTime<Utc>) -> Result<(), BillRefused> {
        if self.status == InvoiceStatus::Cancelled {
            return Err(BillRefused::AlreadyCancelled);
        }
        self.status = InvoiceStatus::Cancelled;
        self.cancelled_at = Some(at);
        self.cancel_reason = Some(reason);
        self.paid = Money::ZERO;
        self.updated_at = at;
        self.version += 1;
        Ok(())
    }
}
