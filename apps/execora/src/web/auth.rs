//! `/api/v1/auth` and `/api/v1/ws-tickets`: signing in by link, staying signed in, and tickets for the socket.

use super::body::Body;
use super::early;
use super::extract::Signed;
use super::openapi::scalars as doc;
use super::openapi::{codes, rights};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::views::instant;
use crate::views::words::CredentialKindWord;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use chrono::TimeDelta;
use execora_identity_biscuit::{Grant, hash_code, random_code, seal_with_ticket};
use execora_kernel::right::Role;
use execora_kernel::{CredentialId, Right, TenantId, UserId};
use execora_usecases::credential::CodeKind;
use execora_usecases::shop::{Shop, User};
use execora_usecases::{IssueCode, UseCode, UseRefresh};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How long an access token works.
pub const ACCESS_LIFE: TimeDelta = TimeDelta::hours(1);
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

/// Who signed in.
#[derive(Serialize, ToSchema)]
#[schema(as = User)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UserView {
    #[schema(value_type = doc::UserRef)]
    pub id: String,
    pub name: String,
    pub email: String,
    pub role: String,
}

/// The shop.
#[derive(Serialize, ToSchema)]
#[schema(as = Tenant)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TenantView {
    #[schema(value_type = doc::TenantRef)]
    pub id: String,
    pub name: String,
    pub address: Option<String>,
    #[schema(value_type = Option<doc::GstinText>)]
    pub gstin: Option<String>,
    #[schema(value_type = doc::StateCode)]
    pub state_code: String,
    pub time_zone: String,
    pub language: String,
    pub invoice_series: String,
    pub round_to_rupee: bool,
    pub allow_negative_stock: bool,
    #[schema(value_type = doc::Paise)]
    pub confirm_above_paise: i64,
}

/// Tokens of somebody who signed in.
#[derive(Serialize, ToSchema)]
#[schema(as = SignedIn)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SignedInView {
    pub access_token: String,
    #[schema(example = "Bearer")]
    pub token_type: &'static str,
    /// Seconds.
    pub expires_in: i64,
    pub refresh_token: String,
    pub user: UserView,
    pub tenant: TenantView,
}

/// Which credential a token is.
#[derive(Serialize, ToSchema)]
#[schema(as = Credential)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CredentialView {
    pub kind: CredentialKindWord,
    pub id: String,
}

/// A root key.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicKey)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PublicKeyView {
    pub kid: u32,
    #[schema(example = "ed25519")]
    pub algorithm: &'static str,
    /// 32 bytes in hex.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub public_key: String,
    pub current: bool,
}

/// The root keys.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicKeys)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PublicKeysView {
    pub keys: Vec<PublicKeyView>,
}

/// Who the caller is.
#[derive(Serialize, ToSchema)]
#[schema(as = Me)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MeView {
    #[schema(value_type = doc::UserRef)]
    pub user_id: String,
    #[schema(value_type = doc::TenantRef)]
    pub tenant_id: String,
    #[schema(example = "owner")]
    pub role: String,
    #[schema(example = json!(["customers:read"]))]
    pub rights: Vec<String>,
    #[schema(value_type = doc::Instant)]
    pub expires_at: String,
    pub credential: CredentialView,
}

/// A ticket for one socket.
#[derive(Serialize, ToSchema)]
#[schema(as = SocketTicket)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TicketView {
    pub ticket: String,
    #[schema(value_type = doc::Instant)]
    pub expires_at: String,
    pub url: String,
}

impl From<&Shop> for TenantView {
    fn from(s: &Shop) -> Self {
        Self {
            id: s.tenant.to_string(),
            name: s.name.to_string(),
            address: s.address.as_ref().map(ToString::to_string),
            gstin: s.gstin.as_ref().map(|g| g.as_str().to_owned()),
            state_code: s.state.to_string(),
            time_zone: s.zone.to_string(),
            language: s.language.clone(),
            invoice_series: s.series.as_str().to_owned(),
            round_to_rupee: s.round_to_rupee,
            allow_negative_stock: s.allow_negative_stock,
            confirm_above_paise: s.confirm_above.paise(),
        }
    }
}

impl From<&User> for UserView {
    fn from(u: &User) -> Self {
        Self {
            id: u.id.to_string(),
            name: u.name.to_string(),
            email: u.email.as_str().to_owned(),
            role: u.role.clone(),
        }
    }
}

fn no_randomness<E>(_: E) -> Problem {
    Problem::new(Code::Unavailable)
}

async fn signed_in(
    app: &App,
    tenant: TenantId,
    user: UserId,
    refresh_token: String,
) -> Result<HttpResponse, Problem> {
    let gone = || Problem::new(Code::Unauthenticated);
    let shop = app.usecases.shop(tenant).await?.ok_or_else(gone)?;
    let user = app.usecases.person(tenant, user).await?.ok_or_else(gone)?;
    let role: Role = user.role.parse().map_err(|_| gone())?;
    let grant = Grant {
        tenant,
        user: user.id,
        credential: CredentialId(user.id.to_string()),
        rights: role.rights(),
        expires_at: app.usecases.clock.now() + ACCESS_LIFE,
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
            expires_in: ACCESS_LIFE.num_seconds(),
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
    let answer = signed_in(&app, who.tenant, who.user, first).await?;
    early::signed_in(&app, &request);
    Ok(answer)
}

/// Turns a refresh token into new tokens; a token that comes twice ends every one of its family.
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
    let next = random_code().map_err(no_randomness)?;
    let verb = UseRefresh {
        hash: hash_code(&body.value.refresh_token).to_vec(),
        next: Some(hash_code(&next).to_vec()),
    };
    let unauthenticated = |problem: Problem| match problem.code {
        Code::CodeWrong => Problem::new(Code::Unauthenticated),
        _ => problem,
    };
    let who = verb
        .run(&app.usecases)
        .await
        .map_err(|r| unauthenticated(r.into()))?;
    let answer = signed_in(&app, who.tenant, who.user, next).await?;
    early::signed_in(&app, &request);
    Ok(answer)
}

/// Signs out: the refresh token and all of its family are worthless.
#[utoipa::path(
    tag = "auth",
    operation_id = "sign_out",
    request_body = RefreshBody,
    security(()),
    responses((status = 204, description = "Signed out."))
)]
#[post("/api/v1/auth/logout")]
pub async fn logout(app: web::Data<App>, body: Body<RefreshBody>) -> Result<HttpResponse, Problem> {
    let verb = UseRefresh {
        hash: hash_code(&body.value.refresh_token).to_vec(),
        next: None,
    };
    match verb.run(&app.usecases).await {
        // Signing out of what is over already is signing out.
        Ok(_) | Err(execora_usecases::Refusal::CodeWrong) => Ok(HttpResponse::NoContent().finish()),
        Err(refusal) => Err(refusal.into()),
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
