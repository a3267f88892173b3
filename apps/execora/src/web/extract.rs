//! What a handler is given: the verified caller, the strict body, the request key, the expected version, the page.

use super::json;
use crate::app::App;
use crate::problem::{Code, Problem};
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web};
use chrono::{DateTime, Utc};
use execora_identity_biscuit::VerifiedToken;
use execora_kernel::{Caller, CustomerId, PageRequest, Right, page::LIMIT_MAX};
use execora_usecases::{Expected, RequestKey};
use futures_util::{StreamExt, future::LocalBoxFuture};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::future::{Ready, ready};
use std::sync::Arc;
use uuid::Uuid;

/// The largest body: 1 MiB.
pub const BODY_MAX: usize = 1 << 20;

/// A caller whose token was verified.
pub struct Signed {
    /// Who.
    pub caller: Caller,
    /// By which token.
    pub token: Arc<VerifiedToken>,
    /// When the request came in.
    pub now: DateTime<Utc>,
}

impl Signed {
    /// Refuses unless the caller has the right, on the customer when the route names one.
    ///
    /// # Errors
    /// `forbidden`.
    pub fn may(&self, right: Right, customer: Option<CustomerId>) -> Result<(), Problem> {
        Ok(self.caller.require(right, customer, self.now)?)
    }
}

/// The shared application of a request.
///
/// # Errors
/// `internal` when the route was wired without it.
pub fn app(request: &HttpRequest) -> Result<&web::Data<App>, Problem> {
    request
        .app_data::<web::Data<App>>()
        .ok_or_else(|| Problem::new(Code::Internal))
}

/// Verifies a token.
///
/// # Errors
/// `unauthenticated` whatever is wrong with it.
pub fn verify(app: &App, token: &str) -> Result<Signed, Problem> {
    let now = app.usecases.clock.now();
    let refused = |_| Problem::new(Code::Unauthenticated);
    let token = app.identity.verify(token, now).map_err(refused)?;
    Ok(Signed {
        caller: token.caller(),
        token,
        now,
    })
}

fn bearer(request: &HttpRequest) -> Result<Signed, Problem> {
    let refused = || Problem::new(Code::Unauthenticated);
    let value = request.headers().get(header::AUTHORIZATION).ok_or_else(refused)?;
    let value = value.to_str().map_err(|_| refused())?;
    let (scheme, token) = value.split_once(' ').ok_or_else(refused)?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(refused());
    }
    let app = app(request)?;
    let signed = verify(app, token.trim())?;
    if let Some(standing) = app.limits.requests.count(&signed.caller.credential.0) {
        request.extensions_mut().insert(standing);
        if let Some(wait) = standing.wait_seconds {
            let mut problem = Problem::new(Code::RateLimited);
            problem.retry_after = Some(wait);
            return Err(problem);
        }
    }
    Ok(signed)
}

impl FromRequest for Signed {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(bearer(request))
    }
}

/// A body that was read strictly, with its fingerprint.
pub struct Body<T> {
    /// What was sent.
    pub value: T,
    /// What tells it from another body.
    pub fingerprint: String,
}

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = request.content_type().eq_ignore_ascii_case("application/json")
            || (request.content_type().starts_with("application/")
                && request.content_type().ends_with("+json"));
        let mut payload = payload.take();
        let declared = request
            .headers()
            .get(header::CONTENT_LENGTH)
            .and_then(|v| v.to_str().ok())
            .and_then(|v| v.parse::<usize>().ok());
        Box::pin(async move {
            if declared.is_some_and(|n| n > BODY_MAX) {
                return Err(Problem::new(Code::BodyTooLarge));
            }
            let mut bytes = web::BytesMut::new();
            while let Some(chunk) = payload.next().await {
                let chunk = chunk.map_err(|_| Problem::new(Code::MalformedJson))?;
                if bytes.len() + chunk.len() > BODY_MAX {
                    return Err(Problem::new(Code::BodyTooLarge));
                }
                bytes.extend_from_slice(&chunk);
            }
            if !is_json {
                return Err(Problem::new(Code::UnsupportedMediaType));
            }
            let value: Value = json::parse(&bytes)?;
            Ok(Self {
                fingerprint: json::fingerprint(&value),
                value: json::take(&value)?,
            })
        })
    }
}

/// The `Idempotency-Key` of a request, when it has one.
pub struct Key {
    key: Option<String>,
    route: String,
}

impl FromRequest for Key {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = match request.headers().get("idempotency-key") {
            None => Ok(None),
            Some(value) => read_key(value.to_str().unwrap_or_default()).map(Some),
        };
        // The path and not its pattern: one key on two drafts is two requests.
        let route = format!("{} {}", request.method(), request.path());
        ready(key.map(|key| Self { key, route }))
    }
}

fn read_key(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    let bare = text
        .strip_prefix('"')
        .and_then(|t| t.strip_suffix('"'))
        .unwrap_or(text);
    if (1..=255).contains(&bare.len()) && bare.bytes().all(|b| (0x21..=0x7e).contains(&b)) {
        Ok(bare.to_owned())
    } else {
        Err(Problem::new(Code::IdempotencyKeyInvalid))
    }
}

impl Key {
    /// The key for a request with this body, if there is one.
    #[must_use]
    pub fn optional(self, fingerprint: &str) -> Option<RequestKey> {
        let Self { key, route } = self;
        key.map(|key| RequestKey {
            route,
            key,
            fingerprint: fingerprint.to_owned(),
        })
    }

    /// The key, which this route needs.
    ///
    /// # Errors
    /// `idempotency_key_required`.
    pub fn required(self, fingerprint: &str) -> Result<RequestKey, Problem> {
        self.optional(fingerprint)
            .ok_or_else(|| Problem::new(Code::IdempotencyKeyRequired))
    }
}

/// `If-Match`, which a change needs.
pub struct IfMatch(pub Expected);

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(value) = request.headers().get(header::IF_MATCH) else {
            return ready(Err(Problem::new(Code::IfMatchRequired)));
        };
        let text = value.to_str().unwrap_or_default().trim();
        if text == "*" {
            return ready(Ok(Self(Expected::Any)));
        }
        // What is no strong version tag of ours cannot be the current one.
        let version = text
            .strip_prefix('"')
            .and_then(|t| t.strip_suffix('"'))
            .and_then(|t| t.parse().ok());
        ready(
            version
                .map(|v| Self(Expected::Version(v)))
                .ok_or_else(|| Problem::new(Code::VersionStale)),
        )
    }
}

/// Reads query parameters strictly.
///
/// # Errors
/// `unknown_field` for a parameter that the route does not know, `validation_failed` for one of the wrong form.
pub fn query<T: DeserializeOwned>(request: &HttpRequest) -> Result<T, Problem> {
    web::Query::<T>::from_query(request.query_string())
        .map(web::Query::into_inner)
        .map_err(|error| {
            let words = error.to_string();
            let name = words.split('`').nth(1).unwrap_or_default().to_owned();
            if words.contains("unknown field") {
                Problem::new(Code::UnknownField).at(format!("/{name}"))
            } else {
                let mut problem = Problem::new(Code::ValidationFailed);
                if words.contains("missing field") {
                    problem.errors.push(crate::problem::FieldProblem {
                        pointer: format!("/{name}"),
                        code: "required".to_owned(),
                        message: "is needed".to_owned(),
                    });
                }
                problem.saying("a query parameter is missing or not of the right form")
            }
        })
}

/// Makes a page out of `limit` and `cursor`. A cursor is bound to the shop and the list with its filters.
///
/// # Errors
/// `validation_failed` for a limit outside 1–200, `invalid_cursor` for a cursor that was not made for this list.
pub fn page(
    app: &App,
    signed: &Signed,
    list: &str,
    limit: Option<u16>,
    cursor: Option<&str>,
) -> Result<PageRequest, Problem> {
    let limit = limit.unwrap_or(50);
    if !(1..=LIMIT_MAX).contains(&limit) {
        return Err(
            execora_usecases::Refusal::field("/limit", execora_usecases::FieldCode::OutOfRange).into(),
        );
    }
    let after = match cursor {
        None => None,
        Some(cursor) => {
            let bytes = app.identity.open(&purpose(signed, list), cursor);
            let uuid = bytes.and_then(|b| Uuid::from_slice(&b).ok());
            Some(uuid.ok_or_else(|| Problem::new(Code::InvalidCursor))?)
        }
    };
    Ok(PageRequest { after, limit })
}

/// The cursor after a page.
#[must_use]
pub fn cursor(app: &App, signed: &Signed, list: &str, next: Option<Uuid>) -> Option<String> {
    next.map(|uuid| app.identity.sign(&purpose(signed, list), uuid.as_bytes()))
}

fn purpose(signed: &Signed, list: &str) -> String {
    format!("cursor {} {list}", signed.caller.tenant)
}

/// An id from the path. Text that is no such id names nothing.
///
/// # Errors
/// `not_found`.
pub fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::new(Code::NotFound))
}
