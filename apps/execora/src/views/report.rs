//! What the books come to, on the wire.

use super::CURRENCY;
use super::words::EntryKindWord;
use crate::web::openapi::scalars as doc;
use execora_ledger::PaymentMode;
use execora_usecases::reports::{Statement, StatementRow, Summary};
use serde::Serialize;
use utoipa::ToSchema;

/// Money that came in, by how it came; a mode by which none came is absent.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = CollectionsByMode)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CollectionsView {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = doc::Paise)]
    pub cash: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = doc::Paise)]
    pub upi: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = doc::Paise)]
    pub card: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = doc::Paise)]
    pub bank: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = doc::Paise)]
    pub cheque: Option<i64>,
}

/// What was sold, collected and lent over days of the shop. Cancelled bills and reversed entries count on no day.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Summary)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SummaryView {
    /// First day, included; today when no days were asked for.
    #[schema(value_type = doc::Day)]
    pub from: String,
    /// Last day, included; never after today when the days asked for go on.
    #[schema(value_type = doc::Day)]
    pub to: String,
    /// What the bills come to.
    #[schema(value_type = doc::Paise)]
    pub sales_paise: i64,
    /// How many bills there are.
    pub invoices: u64,
    pub collections_by_mode: CollectionsView,
    /// Udhaar that was written down without a bill.
    #[schema(value_type = doc::Paise)]
    pub credit_paise: i64,
    #[schema(value_type = doc::Currency)]
    pub currency: &'static str,
}

impl From<&Summary> for SummaryView {
    fn from(s: &Summary) -> Self {
        let mut collections = CollectionsView::default();
        for (mode, amount) in &s.collections {
            let place = match mode {
                PaymentMode::Cash => &mut collections.cash,
                PaymentMode::Upi => &mut collections.upi,
                PaymentMode::Card => &mut collections.card,
                PaymentMode::Bank => &mut collections.bank,
                PaymentMode::Cheque => &mut collections.cheque,
            };
            *place = Some(amount.paise());
        }
        Self {
            from: s.from.to_string(),
            to: s.to.to_string(),
            sales_paise: s.sales.paise(),
            invoices: s.invoices,
            collections_by_mode: collections,
            credit_paise: s.credit.paise(),
            currency: CURRENCY,
        }
    }
}

/// One entry of a statement.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StatementRow)]
#[expect(missing_docs, reason = "the names say it")]
pub struct StatementRowView {
    #[schema(value_type = doc::Day)]
    pub date: String,
    #[schema(value_type = doc::EntryRef)]
    pub entry_id: String,
    pub kind: EntryKindWord,
    /// The number of the bill that caused it.
    pub document_number: Option<String>,
    pub description: String,
    /// What the customer owes more by it.
    #[schema(value_type = doc::Paise)]
    pub debit_paise: i64,
    /// What the customer owes less by it.
    #[schema(value_type = doc::Paise)]
    pub credit_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub running_balance_paise: i64,
}

impl From<&StatementRow> for StatementRowView {
    fn from(row: &StatementRow) -> Self {
        Self {
            date: row.date.to_string(),
            entry_id: row.entry.to_string(),
            kind: row.kind.into(),
            document_number: row.document_number.clone(),
            description: row.description.clone(),
            debit_paise: row.debit.paise(),
            credit_paise: row.credit.paise(),
            running_balance_paise: row.running.paise(),
        }
    }
}

/// A customer's account over days of the shop, the oldest entry first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Statement)]
#[expect(missing_docs, reason = "the names say it")]
pub struct StatementView {
    #[schema(value_type = doc::CustomerRef)]
    pub customer_id: String,
    /// First day, included. When no days were asked for it is that of the first entry there is, and of more than a thousand entries
    /// the last thousand are shown and it is that of the first of them.
    #[schema(value_type = doc::Day)]
    pub from: String,
    /// Last day, included; never after today when the days asked for go on.
    #[schema(value_type = doc::Day)]
    pub to: String,
    /// What was owed before the first row.
    #[schema(value_type = doc::Paise)]
    pub opening_balance_paise: i64,
    /// What was owed after the last row.
    #[schema(value_type = doc::Paise)]
    pub closing_balance_paise: i64,
    #[schema(value_type = doc::Currency)]
    pub currency: &'static str,
    pub rows: Vec<StatementRowView>,
}

impl From<&Statement> for StatementView {
    fn from(s: &Statement) -> Self {
        Self {
            customer_id: s.customer.to_string(),
            from: s.from.to_string(),
            to: s.to.to_string(),
            opening_balance_paise: s.opening.paise(),
            closing_balance_paise: s.closing.paise(),
            currency: CURRENCY,
            rows: s.rows.iter().map(StatementRowView::from).collect(),
        }
    }
}
