//! `/api/v1/drafts`: bills before they are issued.

use super::answer;
use super::bills::{BillBody, DraftPatch};
use super::body::Body;
use super::extract::{self, IfMatch, Key, May};
use super::openapi::headers::{KnownVersion, NeededKey, NeededVersion, OptionalKey};
use super::openapi::scalars as doc;
use super::openapi::{codes, rights};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::views::ListView;
use crate::views::bill::{DraftView, InvoiceView};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web};
use execora_invoice::DraftStatus;
use execora_kernel::DraftId;
use execora_usecases::reads::Guarded;
use execora_usecases::reads::bills::{FindDraft, ListDrafts};
use execora_usecases::{DiscardDraft, Expected, IssueDraft, SaveDraft, UpdateDraft};
use serde::Deserialize;
use utoipa::IntoParams;

/// Makes a draft.
#[utoipa::path(
    tag = "drafts",
    operation_id = "create_draft",
    request_body = BillBody,
    params(OptionalKey),
    responses((status = 201, description = "The draft.", body = DraftView)),
    extensions(("x-rights" = json!(rights(&[SaveDraft::RIGHT]))), ("x-codes" = json!(codes(&[Code::UnknownCustomer, Code::UnknownProduct, Code::AmbiguousProduct, Code::GstinInvalid]))))
)]
#[post("/api/v1/drafts")]
pub async fn create(
    app: web::Data<App>,
    signed: May<SaveDraft>,
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
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DraftsQuery {
    /// `open`, `confirmed` or `discarded`.
    #[param(value_type = Option<crate::views::words::DraftStatusWord>)]
    pub status: Option<DraftStatus>,
    /// How many rows, 50 unless said.
    #[param(minimum = 1, maximum = 200, example = 50)]
    pub limit: Option<u16>,
    #[param(value_type = Option<doc::Cursor>)]
    pub cursor: Option<String>,
}

/// Lists drafts, newest first.
#[utoipa::path(
    tag = "drafts",
    operation_id = "list_drafts",
    params(DraftsQuery),
    responses((status = 200, description = "A page, newest first.", body = ListView<DraftView>)),
    extensions(("x-rights" = json!(rights(&[ListDrafts::RIGHT]))))
)]
#[get("/api/v1/drafts")]
pub async fn list(
    app: web::Data<App>,
    signed: May<ListDrafts>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query: DraftsQuery = extract::query(&request)?;
    let status = query.status;
    let name = format!("drafts status={status:?}");
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let asked = ListDrafts { status, page };
    let page = app.usecases.read(&signed.caller, &asked).await?;
    answer::list(&app, &signed, &request, &name, page, |d| DraftView::from(d))
}

/// One draft.
#[utoipa::path(
    tag = "drafts",
    operation_id = "read_draft",
    params(("id" = doc::DraftRef, Path, description = "Which draft."), KnownVersion),
    responses((status = 200, description = "The draft.", body = DraftView)),
    extensions(("x-rights" = json!(rights(&[FindDraft::RIGHT]))))
)]
#[get("/api/v1/drafts/{id}")]
pub async fn read(
    app: web::Data<App>,
    signed: May<FindDraft>,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let asked = FindDraft(extract::id(&path)?);
    let draft = app.usecases.read(&signed.caller, &asked).await?;
    Ok(answer::read(&request, &DraftView::from(&draft)))
}

/// Changes an open draft.
#[utoipa::path(
    tag = "drafts",
    operation_id = "update_draft",
    request_body = DraftPatch,
    params(("id" = doc::DraftRef, Path, description = "Which draft."), NeededVersion),
    responses((status = 200, description = "The draft as it is now.", body = DraftView)),
    extensions(("x-rights" = json!(rights(&[UpdateDraft::RIGHT]))), ("x-codes" = json!(codes(&[Code::UnknownCustomer, Code::UnknownProduct, Code::AmbiguousProduct, Code::GstinInvalid, Code::AlreadyIssued, Code::AlreadyCancelled]))))
)]
#[patch("/api/v1/drafts/{id}")]
pub async fn update(
    app: web::Data<App>,
    signed: May<UpdateDraft>,
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
#[utoipa::path(
    tag = "drafts",
    operation_id = "discard_draft",
    params(("id" = doc::DraftRef, Path, description = "Which draft."), NeededVersion),
    responses((status = 204, description = "Put away.")),
    extensions(("x-rights" = json!(rights(&[DiscardDraft::RIGHT]))), ("x-codes" = json!(codes(&[Code::AlreadyIssued, Code::AlreadyCancelled]))))
)]
#[delete("/api/v1/drafts/{id}")]
pub async fn discard(
    app: web::Data<App>,
    signed: May<DiscardDraft>,
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
#[utoipa::path(
    tag = "drafts",
    operation_id = "confirm_draft",
    params(("id" = doc::DraftRef, Path, description = "Which draft."), NeededKey),
    responses((status = 201, description = "The invoice.", body = InvoiceView)),
    extensions(("x-rights" = json!(rights(&[IssueDraft::RIGHT]))), ("x-codes" = json!(codes(&[Code::UnknownCustomer, Code::UnknownProduct, Code::AmbiguousProduct, Code::GstinInvalid, Code::ProductNotPriced, Code::OutOfStock, Code::CreditLimitExceeded, Code::AlreadyIssued, Code::AlreadyCancelled]))))
)]
#[post("/api/v1/drafts/{id}/confirm")]
pub async fn confirm(
    app: web::Data<App>,
    signed: May<IssueDraft>,
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
