//! A verified token, and what it allows.

use crate::reading::Blocks;
use biscuit_auth::{
    Authorizer, AuthorizerLimits, Biscuit,
    builder::{AuthorizerBuilder, Term, fact, string},
    error,
};
use chrono::{DateTime, Utc};
use execora_kernel::{Caller, CredentialId, CustomerId, Grants, Right, Rights, SignInId, TenantId, UserId};
use std::{sync::Arc, time::Duration};

/// A token that was signed by this installation and whose appended blocks only narrow.
pub struct VerifiedToken {
    /// The shop it works in.
    pub tenant: TenantId,
    /// The person it speaks for.
    pub user: UserId,
    /// The user or API key behind it.
    pub credential: CredentialId,
    /// The sign-in that it came of, when it came of one.
    pub sign_in: Option<SignInId>,
    /// The rights that it was made with; appended blocks may leave less.
    pub rights: Rights,
    /// When it stops working: the earliest plain upper bound of time in any of its blocks.
    pub expires_at: DateTime<Utc>,
    /// One per block, authority first, in hex. Whoever revokes the first revokes all that was narrowed from it.
    pub revocation_ids: Vec<String>,
    /// What each block says as Datalog, authority first.
    pub blocks: Vec<String>,
    sign_in_name: Option<String>,
    biscuit: Biscuit,
}

/// Why a verified token does not allow something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// The time of the token is over.
    #[error("the token has expired")]
    Expired,
    /// The right was not granted, or a block narrows it away.
    #[error("the token does not allow it")]
    Forbidden,
    /// The machine was too busy to decide: as good as a no, but worth another try.
    #[error("too busy to decide")]
    Overloaded,
}

impl VerifiedToken {
    pub(crate) fn from_parts(biscuit: Biscuit, blocks: &Blocks) -> Option<Self> {
        let rights: Option<Rights> = blocks
            .facts::<2>("right")
            .into_iter()
            .map(|[resource, action]| format!("{resource}:{action}").parse::<Right>().ok())
            .collect();
        let expiry = i64::try_from(blocks.expiry()?).ok()?;
        let sources: Result<Vec<_>, _> = (0..biscuit.block_count())
            .map(|i| biscuit.print_block_source(i))
            .collect();
        let sign_in_name = blocks.only("sign_in").map(str::to_owned);
        let sign_in = match &sign_in_name {
            Some(name) => Some(name.parse().ok()?),
            None => None,
        };
        Some(Self {
            tenant: blocks.only("tenant")?.parse().ok()?,
            user: blocks.only("user")?.parse().ok()?,
            credential: CredentialId(blocks.only("credential")?.to_owned()),
            sign_in,
            rights: rights?,
            expires_at: DateTime::from_timestamp(expiry, 0)?,
            revocation_ids: biscuit.revocation_identifiers().iter().map(hex::encode).collect(),
            blocks: sources.ok()?,
            sign_in_name,
            biscuit,
        })
    }

    /// Everything by which it may have been revoked.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.revocation_ids
            .iter()
            .chain(&self.sign_in_name)
            .map(String::as_str)
    }

    /// The name that revokes this token and what was narrowed from it, and nothing that it was narrowed from.
    #[must_use]
    pub fn own_revocation_id(&self) -> Option<&str> {
        self.revocation_ids.last().map(String::as_str)
    }

    /// Whether blocks were appended since it was minted.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.biscuit.block_count() > 1
    }

    /// Decides about one action at one moment; `customer` only when the action names one.
    ///
    /// # Errors
    /// [`Denied`] when it is not allowed, which is the default.
    pub fn decide(
        &self,
        right: Right,
        customer: Option<CustomerId>,
        at: DateTime<Utc>,
    ) -> Result<(), Denied> {
        if at >= self.expires_at {
            return Err(Denied::Expired);
        }
        if !self.rights.has(right) {
            return Err(Denied::Forbidden);
        }
        if !self.is_narrowed() {
            return Ok(());
        }
        let decision = self
            .authorizer(right, customer, at)
            .and_then(|mut authorizer| authorizer.authorize());
        match decision {
            Ok(_) => Ok(()),
            Err(error::Token::RunLimit(_)) => Err(Denied::Overloaded),
            Err(_) => Err(Denied::Forbidden),
        }
    }

    fn authorizer(
        &self,
        right: Right,
        customer: Option<CustomerId>,
        at: DateTime<Utc>,
    ) -> Result<Authorizer, error::Token> {
        // Before 1970 nothing is allowed: a time of zero would pass every upper bound.
        let now = u64::try_from(at.timestamp()).map_err(|_| error::Token::InternalError)?;
        let mut builder = AuthorizerBuilder::new()
            .fact(fact("time", &[Term::Date(now)]))?
            .fact(fact("tenant", &[string(&self.tenant.to_string())]))?
            .fact(fact("operation", &[string(right.resource), string(right.action)]))?;
        if let Some(customer) = customer {
            builder = builder.fact(fact("customer", &[string(&customer.to_string())]))?;
        }
        builder
            .policy("allow if operation($resource, $action), right($resource, $action)")?
            .set_limits(AuthorizerLimits {
                max_facts: 500,
                max_iterations: 50,
                // Of the wall clock: on a busy machine the default of 1 ms refuses what is allowed.
                max_time: Duration::from_millis(500),
            })
            .build(&self.biscuit)
    }

    /// Who is asking, as the use cases see it.
    #[must_use]
    pub fn caller(self: &Arc<Self>) -> Caller {
        Caller {
            tenant: self.tenant,
            user: self.user,
            credential: self.credential.clone(),
            grants: Arc::clone(self) as Arc<dyn Grants>,
        }
    }
}

impl Grants for VerifiedToken {
    fn permits(&self, right: Right, customer: Option<CustomerId>, at: DateTime<Utc>) -> bool {
        self.decide(right, customer, at).is_ok()
    }

    fn rights(&self) -> &Rights {
        &self.rights
    }

    fn expires_at(&self) -> DateTime<Utc> {
        self.expires_at
    }
}

// Tokens are secrets: what is printed by accident names the shop and the person and nothing else.
impl std::fmt::Debug for VerifiedToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VerifiedToken")
            .field("tenant", &self.tenant)
            .field("user", &self.user)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
