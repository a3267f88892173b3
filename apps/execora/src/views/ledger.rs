//! Journal entries and payments on the wire.

use super::{CURRENCY, instant};
use execora_kernel::Money;
use execora_ledger::{Entry, Payment, PaymentStatus};
use execora_usecases::{PostedEntry, RecordedPayment};
use serde::Serialize;
use utoipa::ToSchema;

/// One side of an entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Posting)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PostingView {
    pub account: &'static str,
    pub customer_id: Option<String>,
    /// Debit positive, credit negative.
    pub amount_paise: i64,
}

/// A journal entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LedgerEntry)]
#[expect(missing_docs, reason = "the names say it")]
pub struct EntryView {
    pub id: String,
    pub kind: &'static str,
    pub effective_on: String,
    pub recorded_at: String,
    pub customer_id: Option<String>,
    pub document_id: Option<String>,
    pub description: String,
    pub postings: Vec<PostingView>,
    pub reverses: Option<String>,
    pub reversed_by: Option<String>,
    pub currency: &'static str,
    pub created_at: String,
    pub updated_at: String,
    pub version: i64,
    /// What the customer owes after it; only in the answer to what made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub balance_paise: Option<i64>,
}

impl From<&Entry> for EntryView {
    fn from(e: &Entry) -> Self {
        Self {
            id: e.id.to_string(),
            kind: e.kind.as_str(),
            effective_on: e.effective_on.to_string(),
            recorded_at: instant(e.recorded_at),
            customer_id: e.customer.map(|id| id.to_string()),
            document_id: e.document.clone(),
            description: e.description.clone(),
            postings: e
                .postings
                .iter()
                .map(|p| PostingView {
                    account: p.account.as_str(),
                    customer_id: p.customer.map(|id| id.to_string()),
                    amount_paise: p.amount.paise(),
                })
                .collect(),
            reverses: e.reverses.map(|id| id.to_string()),
            reversed_by: e.reversed_by.map(|id| id.to_string()),
            currency: CURRENCY,
            created_at: instant(e.recorded_at),
            updated_at: instant(e.recorded_at),
            version: if e.reversed_by.is_some() { 2 } else { 1 },
            balance_paise: None,
        }
    }
}

impl From<&PostedEntry> for EntryView {
    fn from(posted: &PostedEntry) -> Self {
        Self {
            balance_paise: Some(posted.balance.paise()),
            ..Self::from(&posted.entry)
        }
    }
}

/// Part of a payment that settles one invoice.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Allocation)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AllocationView {
    pub invoice_id: String,
    pub amount_paise: i64,
}

/// A payment.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Payment)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PaymentView {
    pub id: String,
    pub customer_id: String,
    pub amount_paise: i64,
    pub currency: &'static str,
    pub mode: &'static str,
    pub allocations: Vec<AllocationView>,
    pub advance_paise: i64,
    pub received_at: String,
    pub reference: Option<String>,
    pub entry_id: String,
    pub status: &'static str,
    pub created_at: String,
    pub updated_at: String,
    pub version: i64,
    /// What the customer owes after it; only in the answer to what made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub balance_paise: Option<i64>,
}

impl PaymentView {
    /// A payment, with the balance after it when that is known.
    #[must_use]
    pub fn new(p: &Payment, balance: Option<Money>) -> Self {
        Self {
            id: p.id.to_string(),
            customer_id: p.customer.to_string(),
            amount_paise: p.amount.paise(),
            currency: CURRENCY,
            mode: p.mode.as_str(),
            allocations: p
                .allocations
                .iter()
                .map(|a| AllocationView {
                    invoice_id: a.invoice.to_string(),
                    amount_paise: a.amount.paise(),
                })
                .collect(),
            advance_paise: p.advance().paise(),
            received_at: instant(p.received_at),
            reference: p.reference.as_ref().map(ToString::to_string),
            entry_id: p.entry.to_string(),
            status: match p.status {
                PaymentStatus::Recorded => "recorded",
                PaymentStatus::Reversed => "reversed",
            },
            created_at: instant(p.created_at),
            updated_at: instant(p.updated_at),
            version: p.version,
            balance_paise: balance.map(Money::paise),
        }
    }
}

impl From<&RecordedPayment> for PaymentView {
    fn from(recorded: &RecordedPayment) -> Self {
        Self::new(&recorded.payment, Some(recorded.balance))
    }
}
