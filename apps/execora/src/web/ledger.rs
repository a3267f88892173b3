//! `/api/v1/ledger` and `/api/v1/payments`: money in, udhaar out, and the book of a customer.

use super::answer;
use super::body::Body;
use super::extract::{self, Key, Signed};
use super::fields::{self, Fields, finish, form};
use super::json::Object;
use crate::app::App;
use crate::problem::{Code, Problem, ProblemView};
use crate::views::ListView;
use crate::views::ledger::{EntryView, PaymentView};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use execora_kernel::{CustomerId, InvoiceId, Right};
use execora_ledger::{Allocation, EntryFilter, PaymentMode};
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
    pub invoice_id: String,
    pub amount_paise: i64,
}

/// A payment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PaymentBody {
    pub customer_id: String,
    pub amount_paise: i64,
    /// `cash`, `upi`, `card`, `bank` or `cheque`.
    pub mode: String,
    #[schema(value_type = Option<Vec<AllocationBody>>)]
    pub allocations: Option<Vec<Object<AllocationBody>>>,
    pub received_at: Option<String>,
    pub reference: Option<String>,
}

/// Udhaar.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CreditBody {
    pub customer_id: String,
    pub amount_paise: i64,
    pub note: Option<String>,
}

/// Why an entry is reversed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReverseBody {
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
#[utoipa::path(tag = "ledger", request_body = PaymentBody, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = PaymentView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[post("/api/v1/ledger/payment")]
pub async fn payment(
    app: web::Data<App>,
    signed: Signed,
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
#[utoipa::path(tag = "ledger", request_body = CreditBody, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = EntryView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[post("/api/v1/ledger/credit")]
pub async fn credit(
    app: web::Data<App>,
    signed: Signed,
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
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct EntriesQuery {
    /// First day, included.
    pub from: Option<String>,
    /// Last day, included.
    pub to: Option<String>,
    pub limit: Option<u16>,
    pub cursor: Option<String>,
}

/// The entries of a customer, newest first.
#[utoipa::path(tag = "ledger", params(("customer_id" = String, Path), EntriesQuery),
    responses((status = 200, body = ListView<EntryView>), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/ledger/{customer_id}")]
pub async fn entries(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let customer: CustomerId = extract::id(&path)?;
    signed.may(Right::LEDGER_READ, Some(customer))?;
    let query: EntriesQuery = extract::query(&request)?;
    let mut checked = Fields::default();
    let filter = EntryFilter {
        customer: Some(customer),
        from: checked.opt("/from", query.from.as_ref(), fields::date),
        to: checked.opt("/to", query.to.as_ref(), fields::date),
    };
    checked.finish()?;
    let queries = &app.usecases.queries;
    if queries
        .customers
        .find(signed.caller.tenant, customer)
        .await?
        .is_none()
    {
        return Err(Problem::new(Code::NotFound));
    }
    let name = format!("ledger {filter:?}");
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let page = queries
        .ledger
        .entries(signed.caller.tenant, &filter, page)
        .await?;
    answer::list(&app, &signed, &request, &name, page, |e| EntryView::from(e))
}

/// Takes an entry back by its opposite.
#[utoipa::path(tag = "ledger", request_body = ReverseBody, params(("id" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = EntryView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[post("/api/v1/ledger/entries/{id}/reverse")]
pub async fn reverse(
    app: web::Data<App>,
    signed: Signed,
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
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PaymentsQuery {
    pub customer_id: Option<String>,
    pub limit: Option<u16>,
    pub cursor: Option<String>,
}

/// Payments, newest first.
#[utoipa::path(tag = "ledger", params(PaymentsQuery),
    responses((status = 200, body = ListView<PaymentView>), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/payments")]
pub async fn payments(
    app: web::Data<App>,
    signed: Signed,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query: PaymentsQuery = extract::query(&request)?;
    let mut checked = Fields::default();
    let customer = checked.opt("/customer_id", query.customer_id.as_ref(), form::<CustomerId>);
    checked.finish()?;
    signed.may(Right::LEDGER_READ, customer)?;
    let name = format!("payments {customer:?}");
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let page = app
        .usecases
        .queries
        .ledger
        .payments(signed.caller.tenant, customer, page)
        .await?;
    answer::list(&app, &signed, &request, &name, page, |p| {
        PaymentView::new(p, None)
    })
}
