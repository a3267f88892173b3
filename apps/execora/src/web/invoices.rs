//! `/api/v1/invoices`: issued bills.

use super::answer;
use super::bills::BillBody;
use super::body::Body;
use super::extract::{self, Key, May};
use super::fields::{self, Fields, finish};
use super::openapi::headers::{KnownVersion, NeededKey};
use super::openapi::scalars as doc;
use super::openapi::{codes, rights};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::views::ListView;
use crate::views::bill::InvoiceView;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use execora_invoice::{InvoiceFilter, InvoiceStatus};
use execora_kernel::CustomerId;
use execora_usecases::reads::Guarded;
use execora_usecases::reads::bills::{FindInvoice, ListInvoices};
use execora_usecases::{CancelInvoice, IssueInvoice};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Issues an invoice at once.
#[utoipa::path(
    tag = "invoices",
    operation_id = "create_invoice",
    request_body = BillBody,
    params(NeededKey),
    responses((status = 201, description = "The invoice.", body = InvoiceView)),
    extensions(("x-rights" = json!(rights(&[IssueInvoice::RIGHT]))), ("x-codes" = json!(codes(&[Code::UnknownCustomer, Code::UnknownProduct, Code::AmbiguousProduct, Code::GstinInvalid, Code::ProductNotPriced, Code::OutOfStock, Code::CreditLimitExceeded]))))
)]
#[post("/api/v1/invoices")]
pub async fn create(
    app: web::Data<App>,
    signed: May<IssueInvoice>,
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
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct InvoicesQuery {
    #[param(value_type = Option<doc::CustomerRef>)]
    pub customer_id: Option<String>,
    /// `issued` or `cancelled`.
    #[param(value_type = Option<crate::views::words::InvoiceStatusWord>)]
    pub status: Option<InvoiceStatus>,
    /// First date, included.
    #[param(value_type = Option<doc::Day>)]
    pub from: Option<String>,
    /// Last date, included.
    #[param(value_type = Option<doc::Day>)]
    pub to: Option<String>,
    /// How many rows, 50 unless said.
    #[param(minimum = 1, maximum = 200, example = 50)]
    pub limit: Option<u16>,
    #[param(value_type = Option<doc::Cursor>)]
    pub cursor: Option<String>,
}

impl InvoicesQuery {
    fn filter(&self) -> Result<InvoiceFilter, Problem> {
        let mut checked = Fields::default();
        let customer = self.customer_id.as_ref();
        let customer = checked.opt("/customer_id", customer, fields::form::<CustomerId>);
        let (from, to) = checked.days(self.from.as_ref(), self.to.as_ref());
        checked.finish_query()?;
        Ok(InvoiceFilter {
            customer,
            status: self.status,
            from,
            to,
        })
    }
}

/// Lists invoices, newest first.
#[utoipa::path(
    tag = "invoices",
    operation_id = "list_invoices",
    params(InvoicesQuery),
    responses((status = 200, description = "A page, newest first.", body = ListView<InvoiceView>)),
    extensions(("x-rights" = json!(rights(&[ListInvoices::RIGHT]))))
)]
#[get("/api/v1/invoices")]
pub async fn list(
    app: web::Data<App>,
    signed: May<ListInvoices>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query: InvoicesQuery = extract::query(&request)?;
    let filter = query.filter()?;
    let name = format!("invoices {filter:?}");
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let asked = ListInvoices { filter, page };
    let page = app.usecases.read(&signed.caller, &asked).await?;
    answer::list(&app, &signed, &request, &name, page, |i| InvoiceView::from(i))
}

/// One invoice.
#[utoipa::path(
    tag = "invoices",
    operation_id = "read_invoice",
    params(("id" = doc::InvoiceRef, Path, description = "Which invoice."), KnownVersion),
    responses((status = 200, description = "The invoice.", body = InvoiceView)),
    extensions(("x-rights" = json!(rights(&[FindInvoice::RIGHT]))))
)]
#[get("/api/v1/invoices/{id}")]
pub async fn read(
    app: web::Data<App>,
    signed: May<FindInvoice>,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let asked = FindInvoice(extract::id(&path)?);
    let invoice = app.usecases.read(&signed.caller, &asked).await?;
    Ok(answer::read(&request, &InvoiceView::from(&invoice)))
}

/// Why an invoice is cancelled.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CancelInvoiceBody {
    #[schema(value_type = doc::LabelText)]
    pub reason: String,
}

/// Cancels an invoice: stock and ledger are reversed, the number stays used.
#[utoipa::path(
    tag = "invoices",
    operation_id = "cancel_invoice",
    request_body = CancelInvoiceBody,
    params(("id" = doc::InvoiceRef, Path, description = "Which invoice."), NeededKey),
    responses((status = 200, description = "The invoice as it is now.", body = InvoiceView)),
    extensions(("x-rights" = json!(rights(&[CancelInvoice::RIGHT]))), ("x-codes" = json!(codes(&[Code::AlreadyCancelled]))))
)]
#[post("/api/v1/invoices/{id}/cancel")]
pub async fn cancel(
    app: web::Data<App>,
    signed: May<CancelInvoice>,
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
