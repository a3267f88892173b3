//! `/api/v1/auth` and `/api/v1/ws-tickets`: signing in by link, staying signed in, and tickets for the socket.

use super::body::{Body, OptionalBody};
use super::early;
use super::extract::{self, Signed};
use super::openapi::{codes, rights};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::views::instant;
use crate::views::sign_in::{
    CredentialView, MeView, PublicKeyView, PublicKeysView, SignedInView, TicketView,
};
use crate::views::words::CredentialKindWord;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use chrono::TimeDelta;
use execora_identity_biscuit::{
    Grant, VerifiedToken, hash_code, open_with_ticket, random_code, seal_with_ticket,
};
use execora_kernel::right::Role;
use execora_kernel::{CredentialId, Right, SignInId, TenantId, UserId};
use execora_usecases::credential::{CodeKind, Revocation, Successor};
use execora_usecases::{IssueCode, Refreshed, Refusal, SignOut, UseCode, UseRefresh};
use serde::Deserialize;
use utoipa::ToSchema;

/// How long a sign-in link works.
pub const LINK_LIFE: TimeDelta = TimeDelta::minutes(15);
/// What a ticket is signed for.
pub const TICKET_PURPOSE: &str = "socket ticket";
/// How long a socket ticket works.
pub const TICKET_LIFE: TimeDelta = TimeDelta::seconds(60);

/// The code of a sign-in link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ExchangeBody {
    pub code: String,
}

/// A refresh token.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RefreshBody {
    pub refresh_token: String,
}

/// What a client that signs out still has, besides its access token.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct LogoutBody {
    pub refresh_token: Option<String>,
}

fn no_randomness<E>(_: E) -> Problem {
    Problem::new(Code::Unavailable)
}

async fn signed_in(
    app: &App,
    (tenant, user): (TenantId, UserId),
    sign_in: Option<SignInId>,
    refresh_token: String,
) -> Result<HttpResponse, Problem> {
    let gone = || Problem::new(Code::Unauthenticated);
    let shop = app.usecases.shop(tenant).await?.ok_or_else(gone)?;
    let user = app.usecases.person(tenant, user).await?.ok_or_else(gone)?;
    let role: Role = user.role.parse().map_err(|_| gone())?;
    let life = app.config.identity.access_life();
    let grant = Grant {
        tenant,
        user: user.id,
        credential: CredentialId(user.id.to_string()),
        sign_in,
        rights: role.rights(),
        expires_at: app.usecases.clock.now() + life,
    };
    let access_token = app
        .identity
        .mint(&grant)
        .map_err(|_| Problem::new(Code::Internal))?;
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "no-store"))
        .json(SignedInView {
            access_token,
            token_type: "Bearer",
            expires_in: life.num_seconds(),
            refresh_token,
            user: (&user).into(),
            tenant: (&shop).into(),
        }))
}

/// Signs in by the code of a link; it works once.
#[utoipa::path(
    tag = "auth",
    operation_id = "exchange_code",
    request_body = ExchangeBody,
    security(()),
    responses((status = 200, description = "Signed in.", body = SignedInView)),
    extensions(("x-codes" = json!(codes(&[Code::CodeWrong, Code::CodeExpired]))))
)]
#[post("/api/v1/auth/exchange")]
pub async fn exchange(
    app: web::Data<App>,
    request: HttpRequest,
    body: Body<ExchangeBody>,
) -> Result<HttpResponse, Problem> {
    let first = random_code().map_err(no_randomness)?;
    let verb = UseCode {
        hash: hash_code(&body.value.code).to_vec(),
        kind: CodeKind::SignIn,
        next_refresh: Some(hash_code(&first).to_vec()),
    };
    let who = verb.run(&app.usecases).await?;
    let answer = signed_in(&app, (who.tenant, who.user), who.sign_in, first).await?;
    early::signed_in(&app, &request);
    Ok(answer)
}

/// Turns a refresh token into new tokens. Whoever lost the answer may ask again for a short while and gets the same next one; a
/// token that comes again later, or after its successor, ends the whole sign-in.
#[utoipa::path(
    tag = "auth",
    operation_id = "refresh_tokens",
    request_body = RefreshBody,
    security(()),
    responses((status = 200, description = "Signed in for longer.", body = SignedInView)),
    extensions(("x-codes" = json!(codes(&[Code::Unauthenticated]))))
)]
#[post("/api/v1/auth/refresh")]
pub async fn refresh(
    app: web::Data<App>,
    request: HttpRequest,
    body: Body<RefreshBody>,
) -> Result<HttpResponse, Problem> {
    let presented = &body.value.refresh_token;
    let next = random_code().map_err(no_randomness)?;
    let verb = UseRefresh {
        hash: hash_code(presented).to_vec(),
        next: Successor {
            hash: hash_code(&next).to_vec(),
            sealed: seal_with_ticket(presented, next.as_bytes()).map_err(no_randomness)?,
        },
        grace: app.config.identity.refresh_grace(),
    };
    let unauthenticated = || Problem::new(Code::Unauthenticated);
    let refreshed = verb.run(&app.usecases).await.map_err(|refusal| match refusal {
        Refusal::CodeWrong => unauthenticated(),
        other => other.into(),
    })?;
    match refreshed {
        Refreshed::Goes {
            tenant,
            user,
            sign_in,
            earlier,
        } => {
            let next = match earlier {
                None => next,
                Some(sealed) => open_with_ticket(presented, &sealed)
                    .and_then(|next| String::from_utf8(next).ok())
                    .ok_or_else(unauthenticated)?,
            };
            let answer = signed_in(&app, (tenant, user), Some(sign_in), next).await?;
            early::signed_in(&app, &request);
            Ok(answer)
        }
        Refreshed::Ended(revocation) => {
            stop_now(&app, [revocation]);
            Err(unauthenticated())
        }
    }
}

/// Stops tokens in this process; the others read it from the store.
fn stop_now(app: &App, revocations: impl IntoIterator<Item = Revocation>) {
    let names = revocations.into_iter().map(|r| (r.name, r.expires_at));
    app.identity.revocations().add(names);
}

/// Signs out: by the access token of the request, by the refresh token of the body, or by both. The refresh tokens and the access
/// tokens of the sign-in are worthless at once, and its sockets are closed.
#[utoipa::path(
    tag = "auth",
    operation_id = "sign_out",
    request_body = Option<LogoutBody>,
    security((), ("bearer" = [])),
    responses((status = 204, description = "Signed out.")),
    extensions(("x-codes" = json!(codes(&[Code::Unauthenticated]))))
)]
#[post("/api/v1/auth/logout")]
pub async fn logout(
    app: web::Data<App>,
    request: HttpRequest,
    body: OptionalBody<LogoutBody>,
) -> Result<HttpResponse, Problem> {
    let now = app.usecases.clock.now();
    // An access token that has expired still says which sign-in is to end.
    let token = super::peer::bearer(&request).and_then(|text| app.identity.recognise(&text, now).ok());
    let shown = body.0.and_then(|body| body.refresh_token);
    if token.is_none() {
        // Guesses are bounded, whatever is guessed.
        if let Some(problem) = extract::count_failure(&app, &request) {
            return Err(problem);
        }
        if shown.is_none() {
            return Err(Problem::new(Code::Unauthenticated));
        }
    }
    let verb = SignOut {
        refresh: shown.map(|text| hash_code(&text).to_vec()),
        ..token.map_or_else(SignOut::default, |token| signing_out(&token))
    };
    // Signing out of what is over already is signing out.
    stop_now(&app, verb.run(&app.usecases).await?);
    Ok(HttpResponse::NoContent().finish())
}

/// What ends by an access token: its sign-in; of a token that was narrowed, or that came of no sign-in, itself alone.
fn signing_out(token: &VerifiedToken) -> SignOut {
    let alone = token.is_narrowed() || token.sign_in.is_none();
    let own = token.own_revocation_id().filter(|_| alone);
    SignOut {
        refresh: None,
        sign_in: token.sign_in.filter(|_| !alone),
        token: own.map(|name| Revocation {
            name: name.to_owned(),
            expires_at: token.expires_at,
        }),
    }
}

/// Who the caller is and what he may do.
#[utoipa::path(
    tag = "auth",
    operation_id = "who_am_i",
    responses((status = 200, description = "The caller.", body = MeView))
)]
#[get("/api/v1/auth/me")]
pub async fn me(app: web::Data<App>, signed: Signed) -> Result<HttpResponse, Problem> {
    let user = app
        .usecases
        .person(signed.caller.tenant, signed.caller.user)
        .await?;
    Ok(HttpResponse::Ok().json(MeView {
        user_id: signed.caller.user.to_string(),
        tenant_id: signed.caller.tenant.to_string(),
        role: user.map_or_else(|| "none".to_owned(), |u| u.role),
        rights: signed.token.rights.iter().map(|r| r.to_string()).collect(),
        expires_at: instant(signed.token.expires_at),
        credential: CredentialView {
            kind: CredentialKindWord::User,
            id: signed.caller.credential.0.clone(),
        },
    }))
}

/// The root keys, so that partners verify and narrow tokens offline.
#[utoipa::path(
    tag = "auth",
    operation_id = "list_public_keys",
    security(()),
    responses((status = 200, description = "The keys, the current one first.", body = PublicKeysView))
)]
#[get("/api/v1/auth/public-key")]
pub async fn public_key(app: web::Data<App>) -> HttpResponse {
    let keys = app.identity.public_keys().into_iter().map(|key| PublicKeyView {
        kid: key.kid,
        algorithm: key.algorithm,
        public_key: key.public_key,
        current: key.current,
    });
    HttpResponse::Ok().json(PublicKeysView { keys: keys.collect() })
}

/// A 60-second ticket that opens one voice socket; the socket lives as long as the token that asked.
#[utoipa::path(
    tag = "auth",
    operation_id = "create_socket_ticket",
    responses((status = 201, description = "The ticket.", body = TicketView)),
    extensions(("x-rights" = json!(rights(&[Right::VOICE_USE]))))
)]
#[post("/api/v1/ws-tickets")]
pub async fn ticket(
    app: web::Data<App>,
    signed: Signed,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    signed.may(Right::VOICE_USE, None)?;
    let token = super::peer::bearer(&request).ok_or_else(|| Problem::new(Code::Unauthenticated))?;
    // Signed, so that whoever shows one that was never given is turned away without asking the database.
    let ticket = app
        .identity
        .sign(TICKET_PURPOSE, random_code().map_err(no_randomness)?.as_bytes());
    let sealed = seal_with_ticket(&ticket, token.as_bytes()).map_err(no_randomness)?;
    let verb = IssueCode {
        hash: hash_code(&ticket).to_vec(),
        kind: CodeKind::SocketTicket,
        tenant: signed.caller.tenant,
        user: signed.caller.user,
        sealed: Some(sealed),
        life: TICKET_LIFE,
    };
    let expires_at = verb.run(&app.usecases).await?;
    let url = super::peer::socket_url(&app, &request);
    Ok(HttpResponse::Created()
        .insert_header(("cache-control", "no-store"))
        .json(TicketView {
            ticket,
            expires_at: instant(expires_at),
            url,
        }))
}
