//! `/health`, `/livez`, `/readyz`: whether the service works, the process lives, and traffic may come.

use crate::app::App;
use actix_web::{HttpResponse, get, web};
use execora_migration::Schema;
use serde::Serialize;
use utoipa::ToSchema;

/// How a part is.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum HealthWord {
    Ok,
    Degraded,
    Down,
    Off,
}

/// How the parts are. What is not configured is off, and no reason to worry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HealthChecks)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ChecksView {
    pub database: HealthWord,
    pub cache: HealthWord,
    pub files: HealthWord,
    pub queue: HealthWord,
}

/// How the service is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Health)]
#[expect(missing_docs, reason = "the names say it")]
pub struct HealthView {
    pub status: HealthWord,
    pub checks: ChecksView,
    pub version: &'static str,
}

/// That the process lives.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Liveness)]
#[expect(missing_docs, reason = "the names say it")]
pub struct LivenessView {
    pub status: HealthWord,
}

/// What readiness depends on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReadinessChecks)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReadinessChecksView {
    pub database: bool,
    pub migrations: bool,
    pub taking_work: bool,
}

/// Whether traffic may come.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Readiness)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReadinessView {
    pub ready: bool,
    pub checks: ReadinessChecksView,
}

/// How the parts are.
#[utoipa::path(
    tag = "health",
    operation_id = "read_health",
    security(()),
    responses(
        (status = 200, description = "Everything works.", body = HealthView),
        (status = 503, description = "Something is away.", body = HealthView)
    )
)]
#[get("/health")]
pub async fn health(app: web::Data<App>) -> HttpResponse {
    let database = app.usecases.sign_of_life().await.is_ok();
    let word = if database {
        HealthWord::Ok
    } else {
        HealthWord::Down
    };
    let checks = ChecksView {
        database: word,
        cache: HealthWord::Off,
        files: HealthWord::Off,
        queue: HealthWord::Off,
    };
    let body = HealthView {
        status: word,
        checks,
        version: env!("CARGO_PKG_VERSION"),
    };
    if database {
        HttpResponse::Ok().json(body)
    } else {
        HttpResponse::ServiceUnavailable().json(body)
    }
}

/// The process lives.
#[utoipa::path(
    tag = "health",
    operation_id = "read_liveness",
    security(()),
    responses((status = 200, description = "It lives.", body = LivenessView))
)]
#[get("/livez")]
pub async fn livez() -> HttpResponse {
    HttpResponse::Ok().json(LivenessView {
        status: HealthWord::Ok,
    })
}

/// Traffic may come: database reachable, schema current, not stopping.
#[utoipa::path(
    tag = "health",
    operation_id = "read_readiness",
    security(()),
    responses(
        (status = 200, description = "Traffic may come.", body = ReadinessView),
        (status = 503, description = "Traffic must not come.", body = ReadinessView)
    )
)]
#[get("/readyz")]
pub async fn readyz(app: web::Data<App>, schema: web::Data<Schema>) -> HttpResponse {
    let database = app.usecases.sign_of_life().await.is_ok();
    let migrated = database && schema.is_current().await.unwrap_or(false);
    let taking = !app.is_draining();
    let body = ReadinessView {
        ready: database && migrated && taking,
        checks: ReadinessChecksView {
            database,
            migrations: migrated,
            taking_work: taking,
        },
    };
    if body.ready {
        HttpResponse::Ok().json(body)
    } else {
        HttpResponse::ServiceUnavailable().json(body)
    }
}
