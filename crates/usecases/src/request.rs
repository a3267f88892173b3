//! What a request says of itself: the key by which it may come twice, and the version that it is meant for.

use crate::ports::RequestName;
use crate::refusal::Refusal;
use execora_kernel::Caller;

/// Names a request that may come twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestKey {
    /// Where it came in, such as `POST /api/v1/invoices`.
    pub route: String,
    /// The caller's key.
    pub key: String,
    /// What was asked, so that another request under the same key is noticed.
    pub fingerprint: String,
}

impl RequestKey {
    /// The name under which the answer is kept.
    pub(crate) fn name(&self, caller: &Caller) -> RequestName {
        RequestName {
            tenant: caller.tenant,
            credential: caller.credential.0.clone(),
            route: self.route.clone(),
            key: self.key.clone(),
        }
    }
}

/// Which version a change is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Any.
    Any,
    /// Exactly this one.
    Version(i64),
}

impl Expected {
    /// Refuses when the stored version is another.
    ///
    /// # Errors
    /// [`Refusal::VersionStale`].
    pub fn check(self, version: i64) -> Result<(), Refusal> {
        match self {
            Self::Version(expected) if expected != version => Err(Refusal::VersionStale),
            _ => Ok(()),
        }
    }
}
