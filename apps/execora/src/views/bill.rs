//! Drafts and invoices on the wire.

use super::words::{
    BillKindWord, DraftMissingWord, DraftStatusWord, InvoiceStatusWord, SupplyReasonWord, UnitWord,
};
use super::{CURRENCY, WarningView, instant};
use crate::web::openapi::scalars as doc;
use execora_invoice::{Discount, Draft, Invoice, Line, Totals};
use execora_usecases::IssuedInvoice;
use serde::Serialize;
use utoipa::ToSchema;

/// A line with what it comes to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Line)]
#[expect(missing_docs, reason = "the names say it")]
pub struct LineView {
    #[schema(value_type = Option<doc::ProductRef>)]
    pub product_id: Option<String>,
    #[schema(value_type = doc::LabelText)]
    pub name: String,
    #[schema(value_type = Option<doc::HsnText>)]
    pub hsn: Option<String>,
    #[schema(value_type = doc::Quantity)]
    pub quantity: String,
    pub unit: UnitWord,
    #[schema(value_type = Option<doc::Price>)]
    pub price_paise: Option<i64>,
    pub price_includes_tax: bool,
    #[schema(value_type = Option<doc::Percent>)]
    pub discount_percent: Option<String>,
    #[schema(value_type = doc::Paise)]
    pub gross_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub discount_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub taxable_paise: i64,
    #[schema(value_type = doc::BasisPoints)]
    pub rate_bp: u16,
    #[schema(value_type = doc::Paise)]
    pub cgst_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub sgst_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub igst_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub cess_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub total_paise: i64,
}

/// The sums of a bill.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Totals)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TotalsView {
    #[schema(value_type = doc::Paise)]
    pub subtotal_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub discount_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub taxable_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub cgst_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub sgst_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub igst_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub cess_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub round_off_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub total_paise: i64,
    #[schema(value_type = doc::Currency)]
    pub currency: &'static str,
}

/// A draft.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Draft)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DraftView {
    #[schema(value_type = doc::DraftRef)]
    pub id: String,
    #[schema(value_type = Option<doc::CustomerRef>)]
    pub customer_id: Option<String>,
    pub items: Vec<LineView>,
    pub with_gst: bool,
    #[schema(value_type = Option<doc::Percent>)]
    pub discount_percent: Option<String>,
    #[schema(value_type = Option<doc::NoteText>)]
    pub notes: Option<String>,
    #[schema(value_type = Option<doc::Day>)]
    pub date: Option<String>,
    pub status: DraftStatusWord,
    pub missing: Vec<DraftMissingWord>,
    #[serde(flatten)]
    pub totals: TotalsView,
    #[schema(value_type = Option<doc::SessionRef>)]
    pub session_id: Option<String>,
    #[schema(value_type = Option<doc::InvoiceRef>)]
    pub invoice_id: Option<String>,
    #[schema(value_type = doc::Instant)]
    pub created_at: String,
    #[schema(value_type = doc::Instant)]
    pub updated_at: String,
    #[schema(value_type = doc::Version)]
    pub version: i64,
}

/// The buyer as he was when the bill was issued.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Buyer)]
#[expect(missing_docs, reason = "the names say it")]
pub struct BuyerView {
    #[schema(value_type = doc::LabelText)]
    pub name: String,
    pub address: Option<String>,
    #[schema(value_type = Option<doc::GstinText>)]
    pub gstin: Option<String>,
}

/// An invoice.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Invoice)]
#[expect(missing_docs, reason = "the names say it")]
pub struct InvoiceView {
    #[schema(value_type = doc::InvoiceRef)]
    pub id: String,
    pub number: String,
    pub series: String,
    pub financial_year: String,
    pub status: InvoiceStatusWord,
    #[schema(value_type = doc::Day)]
    pub date: String,
    #[schema(value_type = doc::Instant)]
    pub issued_at: String,
    #[schema(value_type = doc::CustomerRef)]
    pub customer_id: String,
    pub buyer: BuyerView,
    #[schema(value_type = doc::StateCode)]
    pub place_of_supply: String,
    pub place_of_supply_reason: SupplyReasonWord,
    pub items: Vec<LineView>,
    pub with_gst: bool,
    /// `tax_invoice`, or `bill_without_gst`, which stays outside the GST summary.
    pub kind: BillKindWord,
    #[schema(value_type = Option<doc::Percent>)]
    pub discount_percent: Option<String>,
    #[schema(value_type = Option<doc::NoteText>)]
    pub notes: Option<String>,
    #[serde(flatten)]
    pub totals: TotalsView,
    #[schema(value_type = doc::Paise)]
    pub paid_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub credited_paise: i64,
    #[schema(value_type = doc::Paise)]
    pub open_paise: i64,
    #[schema(value_type = doc::EntryRef)]
    pub entry_id: String,
    #[schema(value_type = Option<doc::DraftRef>)]
    pub draft_id: Option<String>,
    #[schema(value_type = Option<doc::Instant>)]
    pub cancelled_at: Option<String>,
    #[schema(value_type = Option<doc::LabelText>)]
    pub cancel_reason: Option<String>,
    #[schema(value_type = doc::Instant)]
    pub created_at: String,
    #[schema(value_type = doc::Instant)]
    pub updated_at: String,
    #[schema(value_type = doc::Version)]
    pub version: i64,
    /// What to look at; only in the answer to what issued it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<WarningView>,
}

impl From<&IssuedInvoice> for InvoiceView {
    fn from(issued: &IssuedInvoice) -> Self {
        Self {
            warnings: issued.warnings.iter().map(WarningView::from).collect(),
            ..Self::from(&issued.invoice)
        }
    }
}

fn percent(discount: Discount) -> Option<String> {
    match discount {
        Discount::Percent(percent) => Some(percent.to_string()),
        Discount::None | Discount::Amount(_) => None,
    }
}

impl From<&Line> for LineView {
    fn from(l: &Line) -> Self {
        let a = &l.amounts;
        Self {
            product_id: l.product.map(|id| id.to_string()),
            name: l.name.to_string(),
            hsn: l.hsn.clone(),
            quantity: l.quantity.to_string(),
            unit: l.unit.into(),
            price_paise: l.price.map(|m| m.paise()),
            price_includes_tax: l.price_includes_tax,
            discount_percent: percent(l.discount),
            gross_paise: a.gross.paise(),
            discount_paise: a.discount.paise(),
            taxable_paise: a.taxable.paise(),
            rate_bp: l.rate_bp,
            cgst_paise: a.cgst.paise(),
            sgst_paise: a.sgst.paise(),
            igst_paise: a.igst.paise(),
            cess_paise: a.cess.paise(),
            total_paise: a.total.paise(),
        }
    }
}

impl From<&Totals> for TotalsView {
    fn from(t: &Totals) -> Self {
        Self {
            subtotal_paise: t.subtotal.paise(),
            discount_paise: t.discount.paise(),
            taxable_paise: t.taxable.paise(),
            cgst_paise: t.cgst.paise(),
            sgst_paise: t.sgst.paise(),
            igst_paise: t.igst.paise(),
            cess_paise: t.cess.paise(),
            round_off_paise: t.round_off.paise(),
            total_paise: t.total.paise(),
            currency: CURRENCY,
        }
    }
}

impl From<&Draft> for DraftView {
    fn from(d: &Draft) -> Self {
        Self {
            id: d.id.to_string(),
            customer_id: d.customer.map(|id| id.to_string()),
            items: d.lines.iter().map(LineView::from).collect(),
            with_gst: d.with_gst,
            discount_percent: percent(d.discount),
            notes: d.notes.as_ref().map(ToString::to_string),
            date: d.date.map(|d| d.to_string()),
            status: d.status.into(),
            missing: d.missing().into_iter().map(Into::into).collect(),
            totals: (&d.totals).into(),
            session_id: d.session.map(|id| id.to_string()),
            invoice_id: d.invoice.map(|id| id.to_string()),
            created_at: instant(d.created_at),
            updated_at: instant(d.updated_at),
            version: d.version,
        }
    }
}

impl From<&Invoice> for InvoiceView {
    fn from(i: &Invoice) -> Self {
        Self {
            id: i.id.to_string(),
            number: i.number.to_string(),
            series: i.series.as_str().to_owned(),
            financial_year: i.financial_year.to_string(),
            status: i.status.into(),
            date: i.date.to_string(),
            issued_at: instant(i.issued_at),
            customer_id: i.customer.to_string(),
            buyer: BuyerView {
                name: i.buyer.name.to_string(),
                address: i.buyer.address.clone(),
                gstin: i.buyer.gstin.as_ref().map(|g| g.as_str().to_owned()),
            },
            place_of_supply: i.supply.state.to_string(),
            place_of_supply_reason: i.supply.reason.into(),
            items: i.lines.iter().map(LineView::from).collect(),
            with_gst: i.with_gst,
            kind: if i.with_gst {
                BillKindWord::TaxInvoice
            } else {
                BillKindWord::BillWithoutGst
            },
            discount_percent: percent(i.discount),
            notes: i.notes.as_ref().map(ToString::to_string),
            totals: (&i.totals).into(),
            paid_paise: i.paid.paise(),
            credited_paise: i.credited.paise(),
            open_paise: i.open().paise(),
            entry_id: i.entry.to_string(),
            draft_id: i.draft.map(|id| id.to_string()),
            cancelled_at: i.cancelled_at.map(instant),
            cancel_reason: i.cancel_reason.as_ref().map(ToString::to_string),
            created_at: instant(i.created_at),
            updated_at: instant(i.updated_at),
            version: i.version,
            warnings: Vec::new(),
        }
    }
}
