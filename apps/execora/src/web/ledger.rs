//! `/api/v1/ledger` and `/api/v1/payments`: money in, udhaar out, and the book of a customer.

use super::answer;
use super::body::Body;
use super::extract::{self, Key, May};
use super::fields::{self, Fields, finish, form};
use super::json::Object;
use super::openapi::headers::NeededKey;
use super::openapi::scalars as doc;
use super::openapi::{codes, rights};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::views::ListView;
use crate::views::ledger::{EntryView, PaymentView};
use crate::views::words::ModeWord;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use execora_kernel::{CustomerId, InvoiceId};
use execora_ledger::{Allocation, PaymentMode};
use execora_usecases::reads::Guarded;
use execora_usecases::reads::ledger::{ListEntries, ListPayments};
use execora_usecases::{GiveCredit, RecordPayment, ReverseEntry};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// The most allocations that one payment may name.
const ALLOCATIONS_MAX: usize = 200;

/// Part of a payment for one invoice.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AllocationBody {
    #[schema(value_type = doc::InvoiceRef)]
    pub invoice_id: String,
    #[schema(value_type = doc::Amount)]
    pub amount_paise: i64,
}

/// A payment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PaymentBody {
    #[schema(value_type = doc::CustomerRef)]
    pub customer_id: String,
    #[schema(value_type = doc::Amount)]
    pub amount_paise: i64,
    /// `cash`, `upi`, `card`, `bank` or `cheque`.
    #[schema(value_type = ModeWord)]
    pub mode: String,
    #[schema(value_type = Option<Vec<AllocationBody>>)]
    pub allocations: Option<Vec<Object<AllocationBody>>>,
    #[schema(value_type = Option<doc::Instant>)]
    pub received_at: Option<String>,
    #[schema(value_type = Option<doc::LabelText>)]
    pub reference: Option<String>,
}

/// Udhaar.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CreditBody {
    #[schema(value_type = doc::CustomerRef)]
    pub customer_id: String,
    #[schema(value_type = doc::Amount)]
    pub amount_paise: i64,
    #[schema(value_type = Option<doc::NoteText>)]
    pub note: Option<String>,
}

/// Why an entry is reversed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReverseBody {
    #[schema(value_type = Option<doc::LabelText>)]
    pub reason: Option<String>,
}

impl PaymentBody {
    fn parse(&self) -> Result<RecordPayment, Problem> {
        let mut fields = Fields::default();
        let customer = fields.put("/customer_id", form::<CustomerId>(&self.customer_id));
        let amount = fields.put("/amount_paise", fields::amount(self.amount_paise));
        let mode = fields.put("/mode", form::<PaymentMode>(&self.mode));
        let named = self.allocations.as_deref().unwrap_or_default();
        if named.len() > ALLOCATIONS_MAX {
            fields.refuse("/allocations", execora_usecases::FieldCode::TooLong);
        }
        let mut allocations = Vec::new();
        for (i, part) in named.iter().take(ALLOCATIONS_MAX).enumerate() {
            let invoice = fields.put(
                format!("/allocations/{i}/invoice_id"),
                form::<InvoiceId>(&part.invoice_id),
            );
            let amount = fields.put(
                format!("/allocations/{i}/amount_paise"),
                fields::amount(part.amount_paise),
            );
            allocations.extend(
                invoice
                    .zip(amount)
                    .map(|(invoice, amount)| Allocation { invoice, amount }),
            );
        }
        let received_at = fields.opt("/received_at", self.received_at.as_ref(), fields::instant);
        let reference = fields.opt("/reference", self.reference.as_ref(), fields::label);
        let (customer, (amount, mode)) = finish(fields, "/customer_id", customer.zip(amount.zip(mode)))?;
        Ok(RecordPayment {
            customer,
            amount,
            mode,
            allocations,
            received_at,
            reference,
        })
    }
}

impl CreditBody {
    fn parse(&self) -> Result<GiveCredit, Problem> {
        let mut fields = Fields::default();
        let customer = fields.put("/customer_id", form::<CustomerId>(&self.customer_id));
        let amount = fields.put("/amount_paise", fields::amount(self.amount_paise));
        let note = fields.opt("/note", self.note.as_ref(), fields::note);
        let (customer, amount) = finish(fields, "/customer_id", customer.zip(amount))?;
        Ok(GiveCredit {
            customer,
            amount,
            note,
        })
    }
}

/// Records a payment.
#[utoipa::path(
    tag = "ledger",
    operation_id = "record_payment",
    request_body = PaymentBody,
    params(NeededKey),
    responses((status = 201, description = "The payment, with the balance after it.", body = PaymentView)),
    extensions(("x-rights" = json!(rights(&[RecordPayment::RIGHT]))), ("x-codes" = json!(codes(&[Code::UnknownCustomer, Code::AllocationExceedsOpen]))))
)]
#[post("/api/v1/ledger/payment")]
pub async fn payment(
    app: web::Data<App>,
    signed: May<RecordPayment>,
    key: Key,
    body: Body<PaymentBody>,
) -> Result<HttpResponse, Problem> {
    let key = key.required(&body.fingerprint)?;
    let done = app
        .usecases
        .perform(&signed.caller, &body.value.parse()?, Some(&key))
        .await?;
    Ok(answer::created(
        "payments",
        &PaymentView::from(&done.value),
        done.replayed,
    ))
}

/// Writes udhaar down.
#[utoipa::path(
    tag = "ledger",
    operation_id = "give_credit",
    request_body = CreditBody,
    params(NeededKey),
    responses((status = 201, description = "The entry, with the balance after it.", body = EntryView)),
    extensions(("x-rights" = json!(rights(&[GiveCredit::RIGHT]))), ("x-codes" = json!(codes(&[Code::UnknownCustomer, Code::CreditLimitExceeded]))))
)]
#[post("/api/v1/ledger/credit")]
pub async fn credit(
    app: web::Data<App>,
    signed: May<GiveCredit>,
    key: Key,
    body: Body<CreditBody>,
) -> Result<HttpResponse, Problem> {
    let key = key.required(&body.fingerprint)?;
    let done = app
        .usecases
        .perform(&signed.caller, &body.value.parse()?, Some(&key))
        .await?;
    Ok(answer::created(
        "ledger/entries",
        &EntryView::from(&done.value),
        done.replayed,
    ))
}

/// Which entries to list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct EntriesQuery {
    /// First day, included.
    #[param(value_type = Option<doc::Day>)]
    pub from: Option<String>,
    /// Last day, included.
    #[param(value_type = Option<doc::Day>)]
    pub to: Option<String>,
    /// How many rows, 50 unless said.
    #[param(minimum = 1, maximum = 200, example = 50)]
    pub limit: Option<u16>,
    #[param(value_type = Option<doc::Cursor>)]
    pub cursor: Option<String>,
}

/// The entries of a customer, newest first.
#[utoipa::path(
    tag = "ledger",
    operation_id = "list_entries",
    params(("customer_id" = doc::CustomerRef, Path, description = "Which customer."), EntriesQuery),
    responses((status = 200, description = "A page, newest first.", body = ListView<EntryView>)),
    extensions(("x-rights" = json!(rights(&[ListEntries::RIGHT]))))
)]
#[get("/api/v1/ledger/{customer_id:cus_[^/]+}")]
pub async fn entries(
    app: web::Data<App>,
    signed: May<ListEntries>,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let customer: CustomerId = extract::id(&path)?;
    let query: EntriesQuery = extract::query(&request)?;
    let mut checked = Fields::default();
    let (from, to) = checked.days(query.from.as_ref(), query.to.as_ref());
    checked.finish_query()?;
    let name = format!("ledger {customer} {from:?} {to:?}");
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let asked = ListEntries {
        customer,
        from,
        to,
        page,
    };
    let page = app.usecases.read(&signed.caller, &asked).await?;
    answer::list(&app, &signed, &request, &name, page, |e| EntryView::from(e))
}

/// Takes an entry back by its opposite.
#[utoipa::path(
    tag = "ledger",
    operation_id = "reverse_entry",
    request_body = ReverseBody,
    params(("id" = doc::EntryRef, Path, description = "Which entry."), NeededKey),
    responses((status = 201, description = "The entry that takes it back.", body = EntryView)),
    extensions(("x-rights" = json!(rights(&[ReverseEntry::RIGHT]))), ("x-codes" = json!(codes(&[Code::AlreadyReversed, Code::AlreadyCancelled]))))
)]
#[post("/api/v1/ledger/entries/{id}/reverse")]
pub async fn reverse(
    app: web::Data<App>,
    signed: May<ReverseEntry>,
    path: web::Path<String>,
    key: Key,
    body: Body<ReverseBody>,
) -> Result<HttpResponse, Problem> {
    let key = key.required(&body.fingerprint)?;
    let mut checked = Fields::default();
    let reason = checked.opt("/reason", body.value.reason.as_ref(), fields::label);
    checked.finish()?;
    let verb = ReverseEntry {
        entry: extract::id(&path)?,
        reason,
    };
    let done = app.usecases.perform(&signed.caller, &verb, Some(&key)).await?;
    Ok(answer::created(
        "ledger/entries",
        &EntryView::from(&done.value),
        done.replayed,
    ))
}

/// Which payments to list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PaymentsQuery {
    #[param(value_type = Option<doc::CustomerRef>)]
    pub customer_id: Option<String>,
    /// How many rows, 50 unless said.
    #[param(minimum = 1, maximum = 200, example = 50)]
    pub limit: Option<u16>,
    #[param(value_type = Option<doc::Cursor>)]
    pub cursor: Option<String>,
}

/// Payments, newest first.
#[utoipa::path(
    tag = "ledger",
    operation_id = "list_payments",
    params(PaymentsQuery),
    responses((status = 200, description = "A page, newest first.", body = ListView<PaymentView>)),
    extensions(("x-rights" = json!(rights(&[ListPayments::RIGHT]))))
)]
#[get("/api/v1/payments")]
pub async fn payments(
    app: web::Data<App>,
    signed: May<ListPayments>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query: PaymentsQuery = extract::query(&request)?;
    let mut checked = Fields::default();
    let customer = checked.opt("/customer_id", query.customer_id.as_ref(), form::<CustomerId>);
    checked.finish_query()?;
    let name = format!("payments {customer:?}");
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let asked = ListPayments { customer, page };
    let page = app.usecases.read(&signed.caller, &asked).await?;
    answer::list(&app, &signed, &request, &name, page, |p| {
        PaymentView::new(p, None)
    })
}
