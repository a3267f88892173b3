//! Who is at the other end: the address that limits count by, the token in the header, the name the client used for us.

use crate::app::App;
use actix_web::HttpRequest;
use actix_web::http::header::{self, HeaderName};
use std::net::{IpAddr, Ipv6Addr};

/// Headers in which a proxy says what the client said to it.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The address of the other end of the connection.
fn peer(request: &HttpRequest) -> Option<IpAddr> {
    request.peer_addr().map(|peer| peer.ip().to_canonical())
}

/// Whether the other end is a proxy whose word about the client is believed.
#[must_use]
pub fn is_trusted(app: &App, request: &HttpRequest) -> bool {
    let trusted = |peer: IpAddr| {
        let mut proxies = app.config.http.trusted_proxies.iter();
        proxies.any(|proxy| {
            proxy
                .parse::<IpAddr>()
                .is_ok_and(|proxy| proxy.to_canonical() == peer)
        })
    };
    peer(request).is_some_and(trusted)
}

/// What a trusted proxy says in a header; what anybody else says there is not heard.
fn forwarded<'r>(app: &App, request: &'r HttpRequest, name: &HeaderName) -> Option<&'r str> {
    let said = request.headers().get(name)?.to_str().ok()?;
    is_trusted(app, request).then_some(said)
}

/// The client's address, as limits count by it. An IPv6 client has a whole network of addresses, which counts as one.
#[must_use]
pub fn address(app: &App, request: &HttpRequest) -> String {
    // The last entry is the one that the trusted proxy itself wrote.
    let client = forwarded(app, request, &FORWARDED_FOR)
        .and_then(|list| list.rsplit(',').next())
        .and_then(|last| last.trim().parse::<IpAddr>().ok())
        .map(|client| client.to_canonical())
        .or_else(|| peer(request));
    match client {
        Some(IpAddr::V6(client)) => {
            let [a, b, c, d, ..] = client.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
        }
        Some(IpAddr::V4(client)) => client.to_string(),
        None => String::new(),
    }
}

/// Whether the client speaks TLS, to us or to the proxy.
#[must_use]
pub fn is_secure(app: &App, request: &HttpRequest) -> bool {
    forwarded(app, request, &FORWARDED_PROTO).is_some_and(|said| said.eq_ignore_ascii_case("https"))
}

/// The name and port that the client used for this server.
fn host<'r>(app: &App, request: &'r HttpRequest) -> &'r str {
    forwarded(app, request, &FORWARDED_HOST)
        .or_else(|| request.headers().get(header::HOST)?.to_str().ok())
        .unwrap_or_default()
}

/// The token of the `Authorization` header.
#[must_use]
pub fn bearer(request: &HttpRequest) -> Option<String> {
    let (scheme, token) = request
        .headers()
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| token.trim().to_owned())
}

/// The address of the socket as this client reaches the server.
#[must_use]
pub fn socket_url(app: &App, request: &HttpRequest) -> String {
    let scheme = if is_secure(app, request) { "wss" } else { "ws" };
    format!("{scheme}://{}/ws", host(app, request))
}

/// Whether the request comes from a page of this server, from no page, or from one that is allowed.
#[must_use]
pub fn origin_allowed(app: &App, request: &HttpRequest) -> bool {
    let Some(origin) = request.headers().get(header::ORIGIN) else {
        return true;
    };
    let Ok(origin) = origin.to_str() else { return false };
    let own = origin
        .split_once("://")
        .is_some_and(|(_, name)| name == host(app, request));
    own || app.config.cors.origins.iter().any(|allowed| allowed == origin)
}
