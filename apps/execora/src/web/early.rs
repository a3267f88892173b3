//! What is refused before a request is looked at any further: too many of them, the wrong transport, what cannot be
//! answered, what cannot be read.

use super::extract::app;
use super::peer;
use crate::app::App;
use crate::problem::{Code, Problem};
use actix_web::HttpRequest;
use actix_web::http::{Method, header};

/// Where people sign in.
const SIGN_IN: &[&str] = &[
    "/api/v1/auth/exchange",
    "/api/v1/auth/refresh",
    "/api/v1/auth/login",
];

/// Why a request is not begun, if so.
#[must_use]
pub fn refused(request: &HttpRequest) -> Option<Problem> {
    let app = app(request).ok()?;
    too_many(app, request)
        .or_else(|| refused_transport(app, request))
        .or_else(|| not_acceptable(request))
        .or_else(|| encoded(request))
}

/// A limit by address for requests that bring no token, and for sign-ins before their body is read.
fn too_many(app: &App, request: &HttpRequest) -> Option<Problem> {
    if !request.path().starts_with("/api/") {
        return None;
    }
    let wait = if request.method() == Method::POST && SIGN_IN.contains(&request.path()) {
        app.limits
            .logins
            .count(&peer::address(app, request))?
            .wait_seconds
    } else if request.headers().contains_key(header::AUTHORIZATION) {
        // Counted when the token turns out to be no good.
        None
    } else {
        app.limits
            .anonymous
            .count(&peer::address(app, request))?
            .wait_seconds
    };
    wait.map(Problem::too_many)
}

/// A sign-in that came to something is no guess, and does not count.
pub fn signed_in(app: &App, request: &HttpRequest) {
    app.limits.logins.forgive(&peer::address(app, request));
}

/// In production plain requests are refused: TLS ends at a trusted proxy that says so.
fn refused_transport(app: &App, request: &HttpRequest) -> Option<Problem> {
    let health = matches!(request.path(), "/health" | "/livez" | "/readyz");
    if !app.config.production() || health {
        return None;
    }
    (!peer::is_secure(app, request)).then(|| Problem::new(Code::Forbidden).saying("use https"))
}

/// The interface speaks JSON: who accepts none of it hears so before anything is done.
fn not_acceptable(request: &HttpRequest) -> Option<Problem> {
    use actix_web::http::header::{Accept, Header};
    if !request.path().starts_with("/api/v1/") || !request.headers().contains_key(header::ACCEPT) {
        return None;
    }
    // A header that cannot be read asks for nothing in particular.
    let wanted = Accept::parse(request).ok()?.0;
    let json = [
        "*/*",
        "application/*",
        "application/json",
        "application/problem+json",
    ];
    let fits = wanted
        .iter()
        .any(|range| range.quality > header::Quality::ZERO && json.contains(&range.item.essence_str()));
    (!fits && !wanted.is_empty()).then(|| Problem::new(Code::NotAcceptable))
}

/// A body is read as it is: one that says it was packed cannot be.
fn encoded(request: &HttpRequest) -> Option<Problem> {
    let said = request.headers().get(header::CONTENT_ENCODING)?;
    let plain = said
        .to_str()
        .is_ok_and(|said| said.trim().eq_ignore_ascii_case("identity"));
    (!plain).then(|| {
        Problem::new(Code::UnsupportedMediaType).saying("a body with a content encoding is not understood")
    })
}
