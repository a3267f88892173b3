//! `/api/v1/sessions`: conversations of the shop.

use super::answer;
use super::extract::{self, May};
use super::openapi::headers::KnownVersion;
use super::openapi::rights;
use super::openapi::scalars as doc;
use crate::app::App;
use crate::problem::Problem;
use crate::views::ListView;
use crate::views::session::{SessionView, TurnView};
use actix_web::{HttpRequest, HttpResponse, get, web};
use execora_usecases::reads::Guarded;
use execora_usecases::reads::sessions::{FindSession, ListSessions};
use serde::Deserialize;
use utoipa::IntoParams;

/// How many turns of a session are shown.
const TURNS_MAX: u16 = 200;

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SessionsQuery {
    /// How many rows, 50 unless said.
    #[param(minimum = 1, maximum = 200, example = 50)]
    pub limit: Option<u16>,
    #[param(value_type = Option<doc::Cursor>)]
    pub cursor: Option<String>,
}

/// Lists sessions, newest first.
#[utoipa::path(
    tag = "sessions",
    operation_id = "list_sessions",
    params(SessionsQuery),
    responses((status = 200, description = "A page, newest first.", body = ListView<SessionView>)),
    extensions(("x-rights" = json!(rights(&[ListSessions::RIGHT]))))
)]
#[get("/api/v1/sessions")]
pub async fn list(
    app: web::Data<App>,
    signed: May<ListSessions>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query: SessionsQuery = extract::query(&request)?;
    let page = extract::page(&app, &signed, "sessions", query.limit, query.cursor.as_deref())?;
    let page = app.usecases.read(&signed.caller, &ListSessions { page }).await?;
    answer::list(&app, &signed, &request, "sessions", page, |s| {
        SessionView::from(s)
    })
}

/// One session with its last turns.
#[utoipa::path(
    tag = "sessions",
    operation_id = "read_session",
    params(("id" = doc::SessionRef, Path, description = "Which session."), KnownVersion),
    responses((status = 200, description = "The conversation with its last turns.", body = SessionView)),
    extensions(("x-rights" = json!(rights(&[FindSession::RIGHT]))))
)]
#[get("/api/v1/sessions/{id}")]
pub async fn read(
    app: web::Data<App>,
    signed: May<FindSession>,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let asked = FindSession {
        session: extract::id(&path)?,
        turns: TURNS_MAX,
    };
    let (session, turns) = app.usecases.read(&signed.caller, &asked).await?;
    let mut view = SessionView::from(&session);
    view.turns = Some(turns.iter().map(TurnView::from).collect());
    Ok(answer::read(&request, &view))
}
