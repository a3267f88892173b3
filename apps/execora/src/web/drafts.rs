//! `/api/v1/drafts`: bills before they are issued.

use super::answer;
use super::bills::{BillBody, DraftPatch};
use super::body::Body;
use super::extract::{self, IfMatch, Key, Signed};
use crate::app::App;
use crate::problem::{Code, Problem, ProblemView};
use crate::views::ListView;
use crate::views::bill::{DraftView, InvoiceView};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web};
use execora_invoice::DraftStatus;
use execora_kernel::{DraftId, Right};
use execora_usecases::{DiscardDraft, Expected, IssueDraft, UpdateDraft};
use serde::Deserialize;
use utoipa::IntoParams;

/// Makes a draft.
#[utoipa::path(tag = "drafts", request_body = BillBody, params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = DraftView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[post("/api/v1/drafts")]
pub async fn create(
    app: web::Data<App>,
    signed: Signed,
    key: Key,
    body: Body<BillBody>,
) -> Result<HttpResponse, Problem> {
    let key = key.optional(&body.fingerprint);
    let done = app
        .usecases
        .perform(&signed.caller, &body.value.draft()?, key.as_ref())
        .await?;
    Ok(answer::created(
        "drafts",
        &DraftView::from(&done.value),
        done.replayed,
    ))
}

/// Which drafts to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DraftsQuery {
    /// `open`, `confirmed` or `discarded`.
    #[param(value_type = Option<String>)]
    pub status: Option<DraftStatus>,
    pub limit: Option<u16>,
    pub cursor: Option<String>,
}

/// Lists drafts, newest first.
#[utoipa::path(tag = "drafts", params(DraftsQuery),
    responses((status = 200, body = ListView<DraftView>), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/drafts")]
pub async fn list(
    app: web::Data<App>,
    signed: Signed,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    signed.may(Right::INVOICES_READ, None)?;
    let query: DraftsQuery = extract::query(&request)?;
    let name = format!("drafts status={:?}", query.status);
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let page = app
        .usecases
        .queries
        .invoices
        .drafts(signed.caller.tenant, query.status, page)
        .await?;
    answer::list(&app, &signed, &request, &name, page, |d| DraftView::from(d))
}

/// One draft.
#[utoipa::path(tag = "drafts", params(("id" = String, Path)),
    responses((status = 200, body = DraftView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/drafts/{id}")]
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
        .draft(signed.caller.tenant, extract::id(&path)?)
        .await?;
    signed.may(Right::INVOICES_READ, found.as_ref().and_then(|d| d.customer))?;
    let draft = found.ok_or_else(|| Problem::new(Code::NotFound))?;
    Ok(answer::read(&request, &DraftView::from(&draft)))
}

/// Changes an open draft.
#[utoipa::path(tag = "drafts", request_body = DraftPatch, params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = DraftView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[patch("/api/v1/drafts/{id}")]
pub async fn update(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    expected: IfMatch,
    body: Body<DraftPatch>,
) -> Result<HttpResponse, Problem> {
    let verb = UpdateDraft {
        draft: extract::id(&path)?,
        expected: expected.0,
        changes: body.value.parse()?,
    };
    let done = app.usecases.perform(&signed.caller, &verb, None).await?;
    Ok(answer::done(&DraftView::from(&done.value), done.replayed))
}

/// Puts an open draft away.
#[utoipa::path(tag = "drafts", params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 204), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[delete("/api/v1/drafts/{id}")]
pub async fn discard(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    expected: IfMatch,
) -> Result<HttpResponse, Problem> {
    let verb = DiscardDraft {
        draft: extract::id(&path)?,
        expected: expected.0,
    };
    app.usecases.perform(&signed.caller, &verb, None).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Issues a draft.
#[utoipa::path(tag = "drafts", params(("id" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = InvoiceView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[post("/api/v1/drafts/{id}/confirm")]
pub async fn confirm(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    key: Key,
) -> Result<HttpResponse, Problem> {
    let key = key.required("")?;
    let draft: DraftId = extract::id(&path)?;
    let verb = IssueDraft {
        draft,
        expected: Expected::Any,
    };
    let done = app.usecases.perform(&signed.caller, &verb, Some(&key)).await?;
    Ok(answer::created(
        "invoices",
        &InvoiceView::from(&done.value),
        done.replayed,
    ))
}
