//! `/health`, `/livez`, `/readyz`: whether the service works, the process lives, and traffic may come.

use crate::app::App;
use actix_web::{HttpResponse, get, web};
use execora_migration::Schema;
use serde_json::json;

/// How the parts are.
#[utoipa::path(tag = "health", security(()), responses((status = 200, body = Object), (status = 503, body = Object)))]
#[get("/health")]
pub async fn health(app: web::Data<App>) -> HttpResponse {
    let database = app.usecases.queries.health.ping().await.is_ok();
    let word = |ok| if ok { "ok" } else { "down" };
    let body = json!({
        "status": word(database),
        // What is not configured is off, and no reason to worry.
        "checks": { "database": word(database), "cache": "off", "files": "off", "queue": "off" },
        "version": env!("CARGO_PKG_VERSION"),
    });
    if database {
        HttpResponse::Ok().json(body)
    } else {
        HttpResponse::ServiceUnavailable().json(body)
    }
}

/// The process lives.
#[utoipa::path(tag = "health", security(()), responses((status = 200, body = Object)))]
#[get("/livez")]
pub async fn livez() -> HttpResponse {
    HttpResponse::Ok().json(json!({ "status": "ok" }))
}

/// Traffic may come: database reachable, schema current, not stopping.
#[utoipa::path(tag = "health", security(()), responses((status = 200, body = Object), (status = 503, body = Object)))]
#[get("/readyz")]
pub async fn readyz(app: web::Data<App>, schema: web::Data<Schema>) -> HttpResponse {
    let database = app.usecases.queries.health.ping().await.is_ok();
    let migrated = database && schema.is_current().await.unwrap_or(false);
    let taking = !app.is_draining();
    let body = json!({ "ready": database && migrated && taking,
        "checks": { "database": database, "migrations": migrated, "taking_work": taking } });
    if database && migrated && taking {
        HttpResponse::Ok().json(body)
    } else {
        HttpResponse::ServiceUnavailable().json(body)
    }
}
