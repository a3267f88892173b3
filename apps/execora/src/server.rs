//! The server: routes, start, and a stop that finishes what was accepted.

use crate::app::App;
use crate::socket;
use crate::web::{assets, frame, routes};
use actix_cors::Cors;
use actix_web::http::header;
use actix_web::middleware::{Compress, Condition, from_fn};
use actix_web::{App as Actix, HttpServer, web};
use anyhow::{Context, Result};
use execora_migration::Schema;
use std::net::SocketAddr;
use utoipa_actix_web::AppExt;

/// The doors that are not part of the document. Handlers of one path share a resource, so that another method is answered with 405.
fn undescribed(config: &mut web::ServiceConfig) {
    config
        .route("/ws", web::get().to(socket::open))
        .route("/api/v1/ws", web::get().to(socket::open))
        .service(assets::openapi_json)
        .service(assets::index)
        .service(assets::docs)
        .service(assets::docs_file)
        .service(assets::page_file);
}

/// A server that listens.
pub struct Running {
    /// Where.
    pub address: SocketAddr,
    /// Takes requests while it is polled.
    pub server: actix_web::dev::Server,
}

/// Binds the server.
///
/// # Errors
/// When the address cannot be bound.
pub fn bind(schema: Schema, app: web::Data<App>) -> Result<Running> {
    let schema = web::Data::new(schema);
    let (listen, http) = (app.config.listen.clone(), app.config.http.clone());
    let origins = app.config.cors.origins.clone();
    let factory = move || {
        Actix::new()
            .app_data(app.clone())
            .app_data(schema.clone())
            .into_utoipa_app()
            .configure(routes::described)
            .into_app()
            .configure(undescribed)
            .default_service(web::to(unmatched))
            .wrap(Condition::new(!origins.is_empty(), cors(&origins)))
            .wrap(Compress::default())
            .wrap(from_fn(frame::strict_transport))
            .wrap(from_fn(frame::frame))
    };
    let mut server = HttpServer::new(factory)
        .disable_signals()
        .shutdown_timeout(http.shutdown_seconds)
        .client_request_timeout(std::time::Duration::from_secs(15))
        .max_connections(20_000);
    if http.workers > 0 {
        server = server.workers(http.workers);
    }
    let server = server
        .bind(&listen)
        .with_context(|| format!("cannot listen on {listen}"))?;
    let address = server
        .addrs()
        .first()
        .copied()
        .context("no address to listen on")?;
    Ok(Running {
        address,
        server: server.run(),
    })
}

async fn unmatched(request: actix_web::HttpRequest) -> actix_web::HttpResponse {
    crate::web::methods::unmatched(&request)
}

fn cors(origins: &[String]) -> Cors {
    origins
        .iter()
        .fold(Cors::default(), |cors, origin| cors.allowed_origin(origin))
        .allowed_methods(["GET", "POST", "PATCH", "DELETE"])
        .allowed_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_MATCH,
            header::IF_NONE_MATCH,
        ])
        .allowed_header("idempotency-key")
        .allowed_header("x-correlation-id")
        .expose_headers([
            "etag",
            "location",
            "link",
            "idempotency-replayed",
            "x-correlation-id",
            "retry-after",
            "ratelimit",
        ])
        .max_age(600)
}
