//! Reading a request's body: at most so many bytes, in at most so much time, strictly as JSON.

use super::extract::{app, verify};
use super::{json, peer};
use crate::app::App;
use crate::problem::{Code, Problem};
use actix_web::http::header::{self, HeaderMap};
use actix_web::web::BytesMut;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use execora_kernel::TenantId;
use futures_util::{StreamExt, future::LocalBoxFuture};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// The largest body: 1 MiB.
pub const BODY_MAX: usize = 1 << 20;
/// The largest body of somebody who has not signed in.
pub const AUTH_BODY_MAX: usize = 16 << 10;
/// What stands before a body of somebody who has not signed in.
const AUTH: &str = "/api/v1/auth/";
/// How long a body may take to begin.
const PATIENCE: Duration = Duration::from_secs(5);
/// The least pace of what follows, in bytes a second.
const BYTES_PER_SECOND_MIN: u64 = 32 << 10;
/// How long a body that is under way may still take when the server stops.
const STOP_PATIENCE: Duration = Duration::from_secs(2);
/// Bodies up to here are read without asking for room.
const SMALL: usize = 16 << 10;
/// Larger bodies in memory at once.
const LARGE_MAX: usize = 48;
/// Of them, those of one shop.
const LARGE_OF_SHOP_MAX: usize = 16;

/// Room for large bodies, so that many slow ones do not fill the memory, and one shop's not all of the room.
#[derive(Default)]
pub struct BodyRoom {
    large: Mutex<HashMap<TenantId, usize>>,
}

impl BodyRoom {
    fn take(self: &Arc<Self>, shop: TenantId) -> Option<Place> {
        let mut large = self.large.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = large.values().sum();
        let own = large.get(&shop).copied().unwrap_or_default();
        if all >= LARGE_MAX || own >= LARGE_OF_SHOP_MAX {
            return None;
        }
        large.insert(shop, own + 1);
        drop(large);
        Some(Place {
            room: Arc::clone(self),
            shop,
        })
    }
}

/// The room that one body takes, given back with it.
struct Place {
    room: Arc<BodyRoom>,
    shop: TenantId,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut large = self.room.large.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = large.get_mut(&self.shop) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                large.remove(&self.shop);
            }
        }
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
        // Decided now, while nothing of the body was read.
        let reading = Reading::begin(request);
        let mut payload = payload.take();
        Box::pin(async move {
            let bytes = reading?.read(&mut payload).await?;
            let value: Value = json::parse(&bytes)?;
            drop(bytes);
            Ok(Self {
                fingerprint: json::fingerprint(&value),
                value: json::take(&value)?,
            })
        })
    }
}

/// A body that may be left out.
pub struct OptionalBody<T>(pub Option<T>);

impl<T: DeserializeOwned + 'static> FromRequest for OptionalBody<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let headers = request.headers();
        let none = declared(headers).is_none_or(|length| length == 0);
        if none && !headers.contains_key(header::TRANSFER_ENCODING) {
            return Box::pin(std::future::ready(Ok(Self(None))));
        }
        let body = Body::from_request(request, payload);
        Box::pin(async move { Ok(Self(Some(body.await?.value))) })
    }
}

/// A body that may be read.
struct Reading {
    bytes_max: usize,
    room: Arc<BodyRoom>,
    shop: Option<TenantId>,
    place: Option<Place>,
    draining: CancellationToken,
}

impl Reading {
    fn begin(request: &HttpRequest) -> Result<Self, Problem> {
        let app = app(request)?;
        let shop = shop_of(app, request)?;
        let bytes_max = if request.path().starts_with(AUTH) {
            AUTH_BODY_MAX
        } else {
            BODY_MAX
        };
        let mut reading = Self {
            bytes_max,
            room: Arc::clone(&app.bodies),
            shop,
            place: None,
            draining: app.draining.clone(),
        };
        if let Some(declared) = declared(request.headers()) {
            reading.fits(declared)?;
        }
        if !is_json(request) {
            return Err(Problem::new(Code::UnsupportedMediaType));
        }
        Ok(reading)
    }

    /// Refuses more than there may be, and takes room for what is large.
    fn fits(&mut self, length: usize) -> Result<(), Problem> {
        if length > self.bytes_max {
            return Err(Problem::new(Code::BodyTooLarge));
        }
        if let Some(shop) = self.shop.filter(|_| length > SMALL && self.place.is_none()) {
            let busy = || Problem {
                retry_after: Some(1),
                ..Problem::new(Code::Unavailable).saying("too many large bodies are being read")
            };
            self.place = Some(self.room.take(shop).ok_or_else(busy)?);
        }
        Ok(())
    }

    async fn read(mut self, payload: &mut Payload) -> Result<BytesMut, Problem> {
        let began = Instant::now();
        let draining = self.draining.clone();
        let stopped = async {
            draining.cancelled().await;
            tokio::time::sleep(STOP_PATIENCE).await;
        };
        tokio::pin!(stopped);
        let mut bytes = BytesMut::new();
        loop {
            let left = time_for(bytes.len()).saturating_sub(began.elapsed());
            let next = tokio::select! {
                biased;
                () = &mut stopped => return Err(Problem::new(Code::Unavailable)),
                next = tokio::time::timeout(left, payload.next()) => next,
            };
            let Some(chunk) = next.map_err(|_| Problem::new(Code::RequestTimeout))? else {
                return Ok(bytes);
            };
            let chunk = chunk.map_err(|_| Problem::new(Code::MalformedJson))?;
            self.fits(bytes.len().saturating_add(chunk.len()))?;
            bytes.extend_from_slice(&chunk);
        }
    }
}

/// How long so many bytes may have taken.
fn time_for(bytes: usize) -> Duration {
    let millis = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_mul(1_000) / BYTES_PER_SECOND_MIN;
    PATIENCE.saturating_add(Duration::from_millis(millis))
}

/// The shop of who asks; `None` where nobody needs to sign in. Whether he may was looked at before ([`super::extract::May`]).
fn shop_of(app: &App, request: &HttpRequest) -> Result<Option<TenantId>, Problem> {
    if request.path().starts_with(AUTH) {
        return Ok(None);
    }
    let token = peer::bearer(request).ok_or_else(|| Problem::new(Code::Unauthenticated))?;
    Ok(Some(verify(app, &token)?.caller.tenant))
}

fn declared(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn is_json(request: &HttpRequest) -> bool {
    use actix_web::HttpMessage;
    let kind = request.content_type();
    kind.eq_ignore_ascii_case("application/json")
        || (kind.starts_with("application/") && kind.ends_with("+json"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn one_shop_does_not_take_all_the_room_for_large_bodies() {
        let room = Arc::new(BodyRoom::default());
        let shop = |n| TenantId::new(Uuid::from_u128(n));
        let places = |n, of| -> Vec<_> { (0..n).map_while(|_| room.take(shop(of))).collect() };
        let first = places(100, 1);
        assert_eq!(first.len(), LARGE_OF_SHOP_MAX);
        let others: Vec<_> = (2..100).flat_map(|of| places(1, of)).collect();
        assert_eq!(first.len() + others.len(), LARGE_MAX);
        drop((first, others));
        assert!(
            room.large.lock().is_ok_and(|large| large.is_empty()),
            "all is given back"
        );
    }

    #[test]
    fn a_whole_body_has_less_than_a_minute() {
        assert!(time_for(0) == PATIENCE && time_for(BODY_MAX) < Duration::from_secs(60));
    }
}
