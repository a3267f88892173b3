//! `/api/v1/sessions`: conversations of the shop.

use super::answer;
use super::extract::{self, Signed};
use crate::app::App;
use crate::problem::{Code, Problem, ProblemView};
use crate::views::ListView;
use crate::views::session::{SessionView, TurnView};
use actix_web::{HttpRequest, HttpResponse, get, web};
use execora_kernel::{Right, SessionId};
use serde::Deserialize;
use utoipa::IntoParams;

/// How many turns of a session are shown.
const TURNS_MAX: u16 = 200;

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SessionsQuery {
    pub limit: Option<u16>,
    pub cursor: Option<String>,
}

/// Lists sessions, newest first.
#[utoipa::path(tag = "sessions", params(SessionsQuery),
    responses((status = 200, body = ListView<SessionView>), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/sessions")]
pub async fn list(
    app: web::Data<App>,
    signed: Signed,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    signed.may(Right::SESSIONS_READ, None)?;
    let query: SessionsQuery = extract::query(&request)?;
    let page = extract::page(&app, &signed, "sessions", query.limit, query.cursor.as_deref())?;
    let page = app
        .usecases
        .queries
        .sessions
        .list(signed.caller.tenant, page)
        .await?;
    answer::list(&app, &signed, &request, "sessions", page, |s| {
        SessionView::from(s)
    })
}

/// One session with its last turns.
#[utoipa::path(tag = "sessions", params(("id" = String, Path)),
    responses((status = 200, body = SessionView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/sessions/{id}")]
pub async fn read(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    signed.may(Right::SESSIONS_READ, None)?;
    let (tenant, id): (_, SessionId) = (signed.caller.tenant, extract::id(&path)?);
    let sessions = &app.usecases.queries.sessions;
    let session = sessions
        .find(tenant, id)
        .await?
        .ok_or_else(|| Problem::new(Code::NotFound))?;
    let turns = sessions.turns(tenant, id, TURNS_MAX).await?;
    let mut view = SessionView::from(&session);
    view.turns = Some(turns.iter().map(TurnView::from).collect());
    Ok(answer::read(&request, &view))
}
