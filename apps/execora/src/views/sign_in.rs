//! Who signed in, and by what, on the wire.

use super::words::CredentialKindWord;
use crate::web::openapi::scalars as doc;
use execora_usecases::shop::{Shop, User};
use serde::Serialize;
use utoipa::ToSchema;

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
