//! Minting: the facts of a grant, signed by the current root key.

use crate::{Identity, RootKeys, verify::TEXT};
use base64::Engine;
use biscuit_auth::builder::{BiscuitBuilder, Fact, Term, fact, string};
use chrono::{DateTime, Utc};
use execora_kernel::{CredentialId, Rights, SignInId, TenantId, UserId};
use std::collections::HashMap;

/// What a new token is to say.
#[derive(Debug, Clone)]
pub struct Grant {
    /// The shop it works in.
    pub tenant: TenantId,
    /// The person it speaks for.
    pub user: UserId,
    /// The user or API key behind it: the same for every token that is refreshed from it.
    pub credential: CredentialId,
    /// The sign-in that it comes of: it stops with it.
    pub sign_in: Option<SignInId>,
    /// What it may do.
    pub rights: Rights,
    /// When it stops working; whole seconds count.
    pub expires_at: DateTime<Utc>,
}

/// Why no token was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MintError {
    /// The time of expiry lies before 1970.
    #[error("the time of expiry cannot be written")]
    Expiry,
    /// The token would be longer than the doors accept.
    #[error("the token would be too large")]
    TooLarge,
    /// The facts could not be signed.
    #[error("the token could not be signed")]
    Unsigned,
}

impl Identity {
    /// A token in URL-safe base64 without padding.
    ///
    /// # Errors
    /// [`MintError`] when the grant cannot be written as a token.
    pub fn mint(&self, grant: &Grant) -> Result<String, MintError> {
        let keys = self.keys();
        let expiry = u64::try_from(grant.expires_at.timestamp()).map_err(|_| MintError::Expiry)?;
        let signed = build(&keys, grant, expiry).map_err(|_| MintError::Unsigned)?;
        let text = TEXT.encode(signed);
        if text.len() > crate::verify::LENGTH_MAX {
            Err(MintError::TooLarge)
        } else {
            Ok(text)
        }
    }
}

fn build(keys: &RootKeys, grant: &Grant, expiry: u64) -> Result<Vec<u8>, biscuit_auth::error::Token> {
    let mut builder = BiscuitBuilder::new()
        .fact(one("tenant", &grant.tenant.to_string()))?
        .fact(one("user", &grant.user.to_string()))?
        .fact(one("credential", &grant.credential.0))?;
    if let Some(sign_in) = grant.sign_in {
        builder = builder.fact(one("sign_in", &sign_in.to_string()))?;
    }
    for right in grant.rights.iter() {
        builder = builder.fact(fact("right", &[string(right.resource), string(right.action)]))?;
    }
    let values = HashMap::from([("expiry".to_owned(), Term::Date(expiry))]);
    builder
        .code_with_params("check if time($t), $t < {expiry}", values, HashMap::new())?
        .root_key_id(keys.current().kid)
        .build(&keys.current().pair)?
        .to_vec()
}

fn one(name: &str, value: &str) -> Fact {
    fact(name, &[string(value)])
}
