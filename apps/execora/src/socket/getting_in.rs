//! Who may open a socket: a token or a ticket, looked at before the upgrade.

use crate::app::App;
use crate::problem::{Code, Problem};
use crate::web::auth::TICKET_PURPOSE;
use crate::web::extract::{self, Signed};
use crate::web::peer;
use actix_web::http::header;
use actix_web::{HttpRequest, web};
use execora_identity_biscuit::{hash_code, open_with_ticket};
use execora_kernel::Right;
use execora_usecases::credential::CodeKind;
use execora_usecases::{Refusal, UseCode};
use serde::Deserialize;

/// What stands before the token in the list of subprotocols.
const BEARER: &str = "bearer.";

#[derive(Deserialize)]
struct TokenQuery {
    token: Option<String>,
}

/// The verified caller of an upgrade.
///
/// # Errors
/// `unauthenticated`, `forbidden` or `rate_limited`.
pub(super) async fn caller(app: &App, request: &HttpRequest) -> Result<Signed, Problem> {
    let Some(text) = presented(request) else {
        let problem = Problem::new(Code::Unauthenticated);
        return Err(extract::count_failure(app, request).unwrap_or(problem));
    };
    let text = match redeemed(app, &text).await {
        Ok(token) => token,
        Err(problem) if problem.code == Code::Unauthenticated => {
            return Err(extract::count_failure(app, request).unwrap_or(problem));
        }
        Err(problem) => return Err(problem),
    };
    let signed = extract::signed(app, request, Some(&text))?;
    extract::count(app, request, &signed)?;
    signed.may(Right::VOICE_USE, None)?;
    Ok(signed)
}

/// The token or ticket, from where clients can put one.
fn presented(request: &HttpRequest) -> Option<String> {
    let in_query = || {
        web::Query::<TokenQuery>::from_query(request.query_string())
            .ok()?
            .into_inner()
            .token
    };
    peer::bearer(request)
        .or_else(in_query)
        .or_else(|| in_protocols(request))
}

fn in_protocols(request: &HttpRequest) -> Option<String> {
    request
        .headers()
        .get_all(header::SEC_WEBSOCKET_PROTOCOL)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(','))
        .find_map(|protocol| protocol.trim().strip_prefix(BEARER))
        .map(str::to_owned)
}

/// The token that a ticket stands for, which is used up by this; a token stands for itself. Nothing is asked of the store for
/// a text that was never given as a ticket.
async fn redeemed(app: &App, text: &str) -> Result<String, Problem> {
    if app.identity.open(TICKET_PURPOSE, text).is_none() {
        return Ok(text.to_owned());
    }
    let unauthenticated = || Problem::new(Code::Unauthenticated);
    let verb = UseCode {
        hash: hash_code(text).to_vec(),
        kind: CodeKind::SocketTicket,
        next_refresh: None,
    };
    let used = verb.run(&app.usecases).await.map_err(|refusal| match refusal {
        Refusal::CodeWrong => unauthenticated(),
        other => other.into(),
    })?;
    let token = used.sealed.and_then(|sealed| open_with_ticket(text, &sealed));
    token
        .and_then(|token| String::from_utf8(token).ok())
        .ok_or_else(unauthenticated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn a_token_is_taken_from_the_header_the_query_or_the_subprotocols() {
        let uri = |uri: &str| TestRequest::with_uri(uri);
        let protocols = "execora.v1, bearer.abc-_";
        for (request, token) in [
            (
                uri("/ws").insert_header(("authorization", "Bearer one")),
                Some("one"),
            ),
            (uri("/ws?token=two%3D"), Some("two=")),
            (
                uri("/ws").insert_header(("sec-websocket-protocol", protocols)),
                Some("abc-_"),
            ),
            (
                uri("/ws").insert_header(("sec-websocket-protocol", "execora.v1")),
                None,
            ),
            (uri("/ws"), None),
        ] {
            assert_eq!(presented(&request.to_http_request()).as_deref(), token);
        }
    }
}
