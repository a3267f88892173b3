//! What a token says, for people and for `--json`.

use crate::VerifiedToken;
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

/// A readable account of a verified token; it holds nothing that would let anybody in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TokenView {
    /// The shop, `ten_…`.
    pub tenant_id: String,
    /// The person, `usr_…`.
    pub user_id: String,
    /// The sign-in that it came of, `sgn_…`, when it came of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_in_id: Option<String>,
    /// The rights that it was made with.
    pub rights: Vec<String>,
    /// When it stops working, RFC 3339 with `Z`.
    pub expires_at: String,
    /// One per block, authority first, in hex.
    pub revocation_ids: Vec<String>,
    /// What each block says as Datalog, authority first.
    pub blocks: Vec<String>,
}

impl From<&VerifiedToken> for TokenView {
    fn from(token: &VerifiedToken) -> Self {
        Self {
            tenant_id: token.tenant.to_string(),
            user_id: token.user.to_string(),
            sign_in_id: token.sign_in.map(|id| id.to_string()),
            rights: token.rights.iter().map(|right| right.to_string()).collect(),
            expires_at: instant(token.expires_at),
            revocation_ids: token.revocation_ids.clone(),
            blocks: token.blocks.clone(),
        }
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
