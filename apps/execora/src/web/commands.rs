//! `/api/v1/commands` (being written).
use actix_web::post;

/// Takes a turn.
#[utoipa::path(tag = "commands", responses((status = 200, body = Object)))]
#[post("/api/v1/commands")]
pub async fn take() -> actix_web::HttpResponse {
    actix_web::HttpResponse::NotFound().finish()
}
