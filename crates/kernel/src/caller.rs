//! Who is asking: the tenant, the person, the credential, and what it may do.

use crate::{CustomerId, Right, TenantId, UserId};
use chrono::{DateTime, Utc};
use std::{fmt, sync::Arc};

/// What identifies a credential for idempotency and audit: the user or the API key, never the token itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CredentialId(pub String);

/// What a credential allows. An implementation MUST deny by default and MUST honour every narrowing of the credential.
pub trait Grants: Send + Sync {
    /// Whether `right` may be used at `at`, on `customer` when the action is about one.
    fn permits(&self, right: Right, customer: Option<CustomerId>, at: DateTime<Utc>) -> bool;
    /// The rights that the credential was made with, before narrowing; to show, not to decide.
    fn rights(&self) -> &crate::Rights;
    /// When the credential stops working.
    fn expires_at(&self) -> DateTime<Utc>;
}

/// A verified caller. The tenant comes from the credential alone.
#[derive(Clone)]
pub struct Caller {
    /// The shop.
    pub tenant: TenantId,
    /// The person.
    pub user: UserId,
    /// Which credential.
    pub credential: CredentialId,
    /// What it may do.
    pub grants: Arc<dyn Grants>,
}

/// The caller lacks a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the right {0} is missing")]
pub struct Forbidden(pub Right);

impl Caller {
    /// Refuses who was not given `right` at all, before anything of a request is looked at. Who was may still be refused: only
    /// [`Caller::require`] allows.
    ///
    /// # Errors
    /// [`Forbidden`] when it was not given.
    pub fn hold(&self, right: Right) -> Result<(), Forbidden> {
        if self.grants.rights().has(right) {
            Ok(())
        } else {
            Err(Forbidden(right))
        }
    }

    /// Refuses unless the caller may use `right` on `customer`.
    ///
    /// # Errors
    /// [`Forbidden`] when it may not.
    pub fn require(
        &self,
        right: Right,
        customer: Option<CustomerId>,
        at: DateTime<Utc>,
    ) -> Result<(), Forbidden> {
        if self.grants.permits(right, customer, at) {
            Ok(())
        } else {
            Err(Forbidden(right))
        }
    }
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caller")
            .field("tenant", &self.tenant)
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

/// Grants of a caller inside the house (the command line, seeding): everything, without end.
#[must_use]
pub fn everything() -> Arc<dyn Grants> {
    Arc::new(Everything(crate::Rights::all()))
}

struct Everything(crate::Rights);

impl Grants for Everything {
    fn permits(&self, _: Right, _: Option<CustomerId>, _: DateTime<Utc>) -> bool {
        true
    }
    fn rights(&self) -> &crate::Rights {
        &self.0
    }
    fn expires_at(&self) -> DateTime<Utc> {
        DateTime::<Utc>::MAX_UTC
    }
}
