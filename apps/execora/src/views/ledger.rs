//! Journal entries and payments on the wire.

use super::words::{AccountWord, EntryKindWord, ModeWord, PaymentStatusWord};
use super::{CURRENCY, instant};
use crate::web::openapi::scalars as doc;
use execora_kernel::Money;
use execora_ledger::{Entry, Payment};
use execora_usecases::{PostedEntry, RecordedPayment};
use serde::Serialize;
use utoipa::ToSchema;

/// One side of an entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Posting)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PostingView {
    pub account: AccountWord,
    #[schema(value_type = Option<doc::CustomerRef>)]
    pub customer_id: Option<String>,
    /// Debit positive, credit negative.
    #[schema(value_type = doc::Paise)]
    pub amount_paise: i64,
}

/// A journal entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LedgerEntry)]
#[expect(missing_docs, reason = "the names say it")]
pub struct EntryView {
    #[schema(value_type = doc::EntryRef)]
    pub id: String,
    pub kind: EntryKindWord,
    #[schema(value_type = doc::Day)]
    pub effective_on: String,
    #[schema(value_type = doc::Instant)]
    pub recorded_at: String,
    #[schema(value_type = Option<doc::CustomerRef>)]
    pub customer_id: Option<String>,
    pub document_id: Option<String>,
    pub description: String,
    pub postings: Vec<PostingView>,
    #[schema(value_type = Option<doc::EntryRef>)]
    pub reverses: Option<String>,
    #[schema(value_type = Option<doc::EntryRef>)]
    pub reversed_by: Option<String>,
    #[schema(value_type = doc::Currency)]
    pub currency: &'static str,
    #[schema(value_type = doc::Instant)]
    pub created_at: String,
    #[schema(value_type = doc::Instant)]
    pub updated_at: String,
    #[schema(value_type = doc::Version)]
    pub version: i64,
    /// What the customer owes after it; only in the answer to what made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = doc::Paise)]
    pub balance_paise: Option<i64>,
}

impl From<&Entry> for EntryView {
    fn from(e: &Entry) -> Self {
        Self {
            id: e.id.to_string(),
            kind: e.kind.into(),
            effective_on: e.effective_on.to_string(),
            recorded_at: instant(e.recorded_at),
            customer_id: e.customer.map(|id| id.to_string()),
            document_id: e.document.clone(),
            description: e.description.clone(),
            postings: e
                .postings
                .iter()
                .map(|p| PostingView {
                    account: p.account.into(),
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
    #[schema(value_type = doc::InvoiceRef)]
    pub invoice_id: String,
    #[schema(value_type = doc::Amount)]
    pub amount_paise: i64,
}

/// A payment.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Payment)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PaymentView {
    #[schema(value_type = doc::PaymentRef)]
    pub id: String,
    #[schema(value_type = doc::CustomerRef)]
    pub customer_id: String,
    #[schema(value_type = doc::Amount)]
    pub amount_paise: i64,
    #[schema(value_type = doc::Currency)]
    pub currency: &'static str,
    pub mode: ModeWord,
    pub allocations: Vec<AllocationView>,
    #[schema(value_type = doc::Paise)]
    pub advance_paise: i64,
    #[schema(value_type = doc::Instant)]
    pub received_at: String,
    #[schema(value_type = Option<doc::LabelText>)]
    pub reference: Option<String>,
    #[schema(value_type = doc::EntryRef)]
    pub entry_id: String,
    pub status: PaymentStatusWord,
    #[schema(value_type = doc::Instant)]
    pub created_at: String,
    #[schema(value_type = doc::Instant)]
    pub updated_at: String,
    #[schema(value_type = doc::Version)]
    pub version: i64,
    /// What the customer owes after it; only in the answer to what made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = doc::Paise)]
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
            mode: p.mode.into(),
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
            status: p.status.into(),
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
