//! What a handler is given: the verified caller, the strict body, the request key, the expected version, the page.

use super::{json, peer};
use crate::app::App;
use crate::problem::{Code, Problem};
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web};
use chrono::{DateTime, Utc};
use execora_identity_biscuit::VerifiedToken;
use execora_kernel::{Caller, CustomerId, PageRequest, Right, page::LIMIT_MAX};
use execora_usecases::reads::Guarded;
use execora_usecases::{Expected, FieldCode, RequestKey};
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;
use uuid::Uuid;

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

    /// Whether it is a partner's key, and not somebody of the shop.
    #[must_use]
    pub fn is_partner(&self) -> bool {
        self.caller.credential.0 != self.caller.user.to_string()
    }

    /// What quotas are counted by: a partner's key, or one token of somebody of the shop with all that was narrowed from it,
    /// so that a token given away does not use up its maker's.
    #[must_use]
    pub fn quota_key(&self) -> String {
        let made = self.token.revocation_ids.first();
        match made {
            Some(id) if !self.is_partner() => format!("{}:{id}", self.caller.credential.0),
            _ => self.caller.credential.0.clone(),
        }
    }
}

/// A caller who was given the right of a verb or a read: without it nothing else of the request is looked at. What the right may be
/// used on is decided inside.
pub struct May<V> {
    signed: Signed,
    what: PhantomData<fn() -> V>,
}

impl<V> Deref for May<V> {
    type Target = Signed;
    fn deref(&self) -> &Signed {
        &self.signed
    }
}

impl<V: Guarded> FromRequest for May<V> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let held = |signed: Signed| {
            signed.caller.hold(V::RIGHT)?;
            Ok(Self {
                signed,
                what: PhantomData,
            })
        };
        ready(bearer(request).and_then(held))
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

/// The verified caller of a request. A token that is no good counts against the address it came from, so that guessing is
/// bounded, whatever stands in the header; one that is good is never refused for what others at its address did.
///
/// # Errors
/// `unauthenticated` or `rate_limited`.
pub fn signed(app: &App, request: &HttpRequest, token: Option<&str>) -> Result<Signed, Problem> {
    let verified = token.map_or_else(
        || Err(Problem::new(Code::Unauthenticated)),
        |token| verify(app, token),
    );
    verified.map_err(|problem| count_failure(app, request).unwrap_or(problem))
}

/// Counts a failure of a stranger against his address; a problem when he had too many.
#[must_use]
pub fn count_failure(app: &App, request: &HttpRequest) -> Option<Problem> {
    let wait = app
        .limits
        .anonymous
        .count(&peer::address(app, request))?
        .wait_seconds?;
    Some(Problem::too_many(wait))
}

/// Counts a request of a caller against what his token, and what his shop, may ask.
///
/// # Errors
/// `rate_limited`, with the time at which it goes on.
pub fn count(app: &App, request: &HttpRequest, signed: &Signed) -> Result<(), Problem> {
    let limits = &app.limits;
    let limit = if signed.is_partner() {
        &limits.partners
    } else {
        &limits.people
    };
    let own = limit.count(&signed.quota_key());
    let shop = || limits.shop.count(&signed.caller.tenant.to_string());
    // What was refused for itself is not taken from the others of the shop.
    let standing = match own {
        Some(own) if own.wait_seconds.is_some() => own,
        own => match (own, shop()) {
            (_, Some(shop)) if shop.wait_seconds.is_some() => shop,
            (Some(own), _) => own,
            (None, _) => return Ok(()),
        },
    };
    request.extensions_mut().insert(standing);
    standing
        .wait_seconds
        .map_or(Ok(()), |wait| Err(Problem::too_many(wait)))
}

fn bearer(request: &HttpRequest) -> Result<Signed, Problem> {
    let app = app(request)?;
    let token = peer::bearer(request);
    // Who brought nothing at all was counted as such already.
    if token.is_none() && !request.headers().contains_key(header::AUTHORIZATION) {
        return Err(Problem::new(Code::Unauthenticated));
    }
    let signed = signed(app, request, token.as_deref())?;
    count(app, request, &signed)?;
    Ok(signed)
}

impl FromRequest for Signed {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(bearer(request))
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

/// No resource ever has this version: a tag that is not ours fits none.
const NO_VERSION: i64 = 0;

/// Reads `*` or one tag. Only what stands before a dot counts: what follows it is moved by the books alone. `None` for what is no
/// tag at all.
fn expected(text: &str) -> Option<Expected> {
    if text == "*" {
        return Some(Expected::Any);
    }
    let (weak, tag) = text.strip_prefix("W/").map_or((false, text), |rest| (true, rest));
    let inner = tag.strip_prefix('"')?.strip_suffix('"')?;
    let fine = |b: u8| b == 0x21 || (0x23..=0x7e).contains(&b);
    if !inner.bytes().all(fine) {
        return None;
    }
    let version = inner.split_once('.').map_or(inner, |(version, _)| version);
    // A weak tag never fits a change (RFC 9110, 13.1.1).
    let version = version.parse().ok().filter(|_| !weak);
    Some(Expected::Version(version.unwrap_or(NO_VERSION)))
}

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(value) = request.headers().get(header::IF_MATCH) else {
            return ready(Err(Problem::new(Code::IfMatchRequired)));
        };
        let text = value.to_str().unwrap_or_default().trim();
        let unreadable = || Problem::field("/If-Match", FieldCode::InvalidFormat).in_header();
        ready(expected(text).map(Self).ok_or_else(unreadable))
    }
}

/// Reads query parameters strictly.
///
/// # Errors
/// As [`json::query`].
pub fn query<T: DeserializeOwned>(request: &HttpRequest) -> Result<T, Problem> {
    json::query(request.query_string())
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
        return Err(Problem::field("/limit", FieldCode::OutOfRange).in_query());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_what_stands_before_the_dot() {
        for (text, version) in [
            ("*", Some(Expected::Any)),
            ("\"7\"", Some(Expected::Version(7))),
            ("\"7.3f2a91c4\"", Some(Expected::Version(7))),
            ("W/\"7\"", Some(Expected::Version(NO_VERSION))),
            ("\"abc\"", Some(Expected::Version(NO_VERSION))),
            ("7", None),
            ("banana", None),
            ("\"7", None),
            ("\"7\", \"8\"", None),
            ("", None),
        ] {
            assert_eq!(expected(text), version, "{text}");
        }
    }
}
