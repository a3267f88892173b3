//! Who is at the other end: the address that limits count by, the token in the header, the name the client used for us.

use crate::app::App;
use actix_web::HttpRequest;
use actix_web::http::header;

/// The client's address. What a proxy says is believed only when the proxy is a trusted one.
#[must_use]
pub fn address(app: &App, request: &HttpRequest) -> String {
    let peer = request
        .peer_addr()
        .map(|a| a.ip().to_string())
        .unwrap_or_default();
    if app.config.http.trusted_proxies.contains(&peer) {
        let forwarded = request
            .headers()
            .get("x-forwarded-for")
            .and_then(|v| v.to_str().ok());
        // The last entry is the one that the trusted proxy itself wrote.
        if let Some(client) = forwarded.and_then(|f| f.rsplit(',').next()).map(str::trim)
            && client.parse::<std::net::IpAddr>().is_ok()
        {
            return client.to_owned();
        }
    }
    peer
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
pub fn socket_url(request: &HttpRequest) -> String {
    let info = request.connection_info();
    let scheme = if info.scheme() == "https" { "wss" } else { "ws" };
    format!("{scheme}://{}/ws", info.host())
}

/// Whether the request comes from a page of this server, from no page, or from one that is allowed.
#[must_use]
pub fn origin_allowed(app: &App, request: &HttpRequest) -> bool {
    let Some(origin) = request.headers().get(header::ORIGIN) else {
        return true;
    };
    let Ok(origin) = origin.to_str() else { return false };
    let info = request.connection_info();
    let own = origin
        .split_once("://")
        .is_some_and(|(_, host)| host == info.host());
    own || app.config.cors.origins.iter().any(|allowed| allowed == origin)
}
