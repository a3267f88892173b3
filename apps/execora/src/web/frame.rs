//! What surrounds every request: correlation, security headers, limits shown, problems written out, one log line.

use super::{early, methods, traceparent};
use crate::app::App;
use crate::limits::Standing;
use crate::problem::{Code, Problem};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse, web};
use std::time::Instant;
use uuid::Uuid;

/// The name that a request goes by in answers, logs and problems.
#[derive(Debug, Clone)]
pub struct Correlation {
    /// As the client said it, or minted.
    pub id: String,
    /// Ours alone.
    pub request_id: String,
}

const CORRELATION: HeaderName = HeaderName::from_static("x-correlation-id");

#[expect(
    clippy::disallowed_methods,
    reason = "the name of a request is nobody's business but the log's"
)]
fn correlation(headers: &HeaderMap) -> Correlation {
    let request_id = format!("req_{}", Uuid::now_v7().as_simple());
    let well_formed = |s: &&str| {
        (1..=128).contains(&s.len())
            && s.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
    };
    let said = headers
        .get(&CORRELATION)
        .and_then(|v| v.to_str().ok())
        .filter(well_formed);
    Correlation {
        id: said.map_or_else(|| request_id.clone(), str::to_owned),
        request_id,
    }
}

/// Wraps every request.
///
/// # Errors
/// Never: errors of what is inside are answered as problems.
pub async fn frame(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let started = Instant::now();
    let method = request.method().clone();
    let correlation = correlation(request.headers());
    request.extensions_mut().insert(correlation.clone());
    let early = early::refused(request.request());
    if method == Method::HEAD {
        // Answered like GET; the encoder knows what was asked for and leaves the body out.
        request.head_mut().method = Method::GET;
    }
    // The request must not be cloned before it is routed: the router needs it alone.
    let mut response = match early {
        Some(problem) => request
            .into_response(HttpResponse::from_error(problem))
            .map_into_boxed_body(),
        None => next.call(request).await?.map_into_boxed_body(),
    };
    write_problem(&mut response, &correlation);
    let standing = response.request().extensions().get::<Standing>().copied();
    if response.status() == StatusCode::METHOD_NOT_ALLOWED
        && let Some(allowed) = methods::allowed(response.request().path())
    {
        let allowed = HeaderValue::from_static(allowed);
        response.headers_mut().insert(header::ALLOW, allowed);
    }
    let with_people = response.request().path().starts_with("/api/v1/");
    dress(response.headers_mut(), &correlation, standing);
    if with_people {
        keep_out_of_caches(response.headers_mut());
    }
    let parts = response.request();
    tracing::info!(
        method = %method,
        // The pattern and not the path: an id in a path may be a person's.
        route = parts.match_pattern().as_deref().unwrap_or("unmatched"),
        status = response.status().as_u16(),
        took_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX),
        correlation_id = %correlation.id,
        request_id = %correlation.request_id,
        traceparent = parts
            .headers()
            .get("traceparent")
            .and_then(|said| traceparent::read(said.to_str().ok()?))
            .unwrap_or_default(),
        "request"
    );
    Ok(response)
}

fn of_status(status: u16) -> Code {
    match status {
        401 => Code::Unauthenticated,
        403 => Code::Forbidden,
        404 => Code::NotFound,
        405 => Code::MethodNotAllowed,
        406 => Code::NotAcceptable,
        408 => Code::RequestTimeout,
        413 => Code::BodyTooLarge,
        415 => Code::UnsupportedMediaType,
        429 => Code::RateLimited,
        503 => Code::Unavailable,
        400..=499 => Code::MalformedJson,
        _ => Code::Internal,
    }
}

/// Turns an error into a problem document, unless the answer already has a body of its own.
fn write_problem(response: &mut ServiceResponse<BoxBody>, correlation: &Correlation) {
    let status = response.status().as_u16();
    if status < 400 {
        return;
    }
    let said = response.response().extensions().get::<Problem>().cloned();
    let has_json = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|t| t.as_bytes().starts_with(b"application/json"));
    let problem = match said {
        Some(problem) => problem,
        None if has_json => return,
        None => Problem::new(of_status(status)),
    };
    let view = problem.view(response.request().path(), &correlation.request_id);
    let body = serde_json::to_string(&view).unwrap_or_default();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    headers.remove(header::CONTENT_LENGTH);
    if let Some(seconds) = problem.retry_after {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if problem.code == Code::Unauthenticated {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Ok(status) = actix_web::http::StatusCode::from_u16(problem.code.status()) {
        *response.response_mut().status_mut() = status;
    }
    let taken = std::mem::replace(
        response,
        ServiceResponse::new(response.request().clone(), HttpResponse::Ok().finish()),
    );
    *response = taken.map_body(|_, _| BoxBody::new(body));
}

fn dress(headers: &mut HeaderMap, correlation: &Correlation, standing: Option<Standing>) {
    let mut put = |name: &'static str, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    put("x-correlation-id", correlation.id.clone());
    put("x-content-type-options", "nosniff".to_owned());
    put("referrer-policy", "no-referrer".to_owned());
    put(
        "permissions-policy",
        "microphone=(self), camera=(), geolocation=()".to_owned(),
    );
    put("cross-origin-opener-policy", "same-origin".to_owned());
    put("x-frame-options", "DENY".to_owned());
    if let Some(standing) = standing {
        put(
            "ratelimit-policy",
            format!("\"hour\";q={};w={}", standing.limit, standing.window_seconds),
        );
        let reset = standing
            .wait_seconds
            .map(|s| format!(";t={s}"))
            .unwrap_or_default();
        put("ratelimit", format!("\"hour\";r={}{reset}", standing.remaining));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
}

/// What is told of a shop's people is kept by nobody on the way, and by a browser only to ask whether it still holds.
fn keep_out_of_caches(headers: &mut HeaderMap) {
    if headers.contains_key(header::CACHE_CONTROL) {
        return;
    }
    let policy = if headers.contains_key(header::ETAG) {
        "private, no-cache"
    } else {
        "no-store"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(policy));
}

/// Requests of production carry HSTS, since TLS is on in front.
///
/// # Errors
/// Never.
pub async fn strict_transport(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let production = request
        .app_data::<web::Data<App>>()
        .is_some_and(|app| app.config.production());
    let mut response = next.call(request).await?;
    if production {
        response.headers_mut().insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    Ok(response)
}
