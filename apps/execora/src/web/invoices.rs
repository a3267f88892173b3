//! `/api/v1/invoices`: issued bills.

use super::answer;
use super::bills::BillBody;
use super::body::Body;
use super::extract::{self, Key, Signed};
use super::fields::{self, Fields, finish};
use crate::app::App;
use crate::problem::{Code, Problem, ProblemView};
use crate::views::ListView;
use crate::views::bill::InvoiceView;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use execora_invoice::{InvoiceFilter, InvoiceStatus};
use execora_kernel::{CustomerId, Right};
use execora_usecases::CancelInvoice;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Issues an invoice at once.
#[utoipa::path(tag = "invoices", request_body = BillBody, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = InvoiceView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[post("/api/v1/invoices")]
pub async fn create(
    app: web::Data<App>,
    signed: Signed,
    key: Key,
    body: Body<BillBody>,
) -> Result<HttpResponse, Problem> {
    let key = key.required(&body.fingerprint)?;
    let done = app
        .usecases
        .perform(&signed.caller, &body.value.invoice()?, Some(&key))
        .await?;
    Ok(answer::created(
        "invoices",
        &InvoiceView::from(&done.value),
        done.replayed,
    ))
}

/// Which invoices to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct InvoicesQuery {
    pub customer_id: Option<String>,
    /// `issued` or `cancelled`.
    #[param(value_type = Option<String>)]
    pub status: Option<InvoiceStatus>,
    /// First date, included.
    pub from: Option<String>,
    /// Last date, included.
    pub to: Option<String>,
    pub limit: Option<u16>,
    pub cursor: Option<String>,
}

/// Lists invoices, newest first.
#[utoipa::path(tag = "invoices", params(InvoicesQuery),
    responses((status = 200, body = ListView<InvoiceView>), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/invoices")]
pub async fn list(
    app: web::Data<App>,
    signed: Signed,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query: InvoicesQuery = extract::query(&request)?;
    let mut checked = Fields::default();
    let filter = InvoiceFilter {
        customer: checked.opt(
            "/customer_id",
            query.customer_id.as_ref(),
            fields::form::<CustomerId>,
        ),
        status: query.status,
        from: checked.opt("/from", query.from.as_ref(), fields::date),
        to: checked.opt("/to", query.to.as_ref(), fields::date),
    };
    checked.finish()?;
    signed.may(Right::INVOICES_READ, filter.customer)?;
    let name = format!("invoices {filter:?}");
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let page = app
        .usecases
        .queries
        .invoices
        .invoices(signed.caller.tenant, &filter, page)
        .await?;
    answer::list(&app, &signed, &request, &name, page, |i| InvoiceView::from(i))
}

/// One invoice.
#[utoipa::path(tag = "invoices", params(("id" = String, Path)),
    responses((status = 200, body = InvoiceView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/invoices/{id}")]
pub async fn read(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let found = app
        .usecases
        .queries
        .invoices
        .invoice(signed.caller.tenant, extract::id(&path)?)
        .await?;
    signed.may(Right::INVOICES_READ, found.as_ref().map(|i| i.customer))?;
    let invoice = found.ok_or_else(|| Problem::new(Code::NotFound))?;
    Ok(answer::read(&request, &InvoiceView::from(&invoice)))
}

/// Why an invoice is cancelled.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CancelInvoiceBody {
    pub reason: String,
}

/// Cancels an invoice: stock and ledger are reversed, the number stays used.
#[utoipa::path(tag = "invoices", request_body = CancelInvoiceBody, params(("id" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 200, body = InvoiceView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[post("/api/v1/invoices/{id}/cancel")]
pub async fn cancel(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    key: Key,
    body: Body<CancelInvoiceBody>,
) -> Result<HttpResponse, Problem> {
    let key = key.required(&body.fingerprint)?;
    let mut checked = Fields::default();
    let reason = checked.put("/reason", fields::label(&body.value.reason));
    let reason = finish(checked, "/reason", reason)?;
    let verb = CancelInvoice {
        invoice: extract::id(&path)?,
        reason,
    };
    let done = app.usecases.perform(&signed.caller, &verb, Some(&key)).await?;
    Ok(answer::done(&InvoiceView::from(&done.value), done.replayed))
}
