//! Biscuit tokens: minting, verifying, narrowing offline, and what a token allows.
//!
//! ```
//! use chrono::TimeDelta;
//! use execora_identity_biscuit::{Grant, Identity, RootKeys};
//! use execora_kernel::{CredentialId, Right, Rights, TenantId, UserId};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let identity = Identity::new(RootKeys::generate()?);
//! # let now = chrono::DateTime::from_timestamp(1_800_000_000, 0).ok_or("time")?;
//! let user: UserId = "usr_01900000-0000-7000-8000-000000000002".parse()?;
//! let text = identity.mint(&Grant {
//!     tenant: "ten_01900000-0000-7000-8000-000000000001".parse()?,
//!     user,
//!     credential: CredentialId(user.to_string()),
//!     sign_in: None,
//!     rights: Rights::parse("customers:read")?,
//!     expires_at: now + TimeDelta::hours(1),
//! })?;
//! let caller = identity.verify(&text, now)?.caller();
//! assert!(caller.require(Right::CUSTOMERS_READ, None, now).is_ok());
//! assert!(caller.require(Right::CUSTOMERS_DELETE, None, now).is_err());
//! # Ok(())
//! # }
//! ```

mod cache;
pub mod inspect;
mod key_file;
pub mod mint;
mod narrowing;
mod reading;
pub mod revocations;
pub mod root_key;
pub mod secret;
pub mod signature;
pub mod ticket;
pub mod token;
pub mod verify;

pub use inspect::TokenView;
pub use mint::{Grant, MintError};
pub use revocations::Revocations;
pub use root_key::{PublicKeyView, PublishedRoot, RootKeyError, RootKeys};
pub use secret::{NoRandomness, hash_code, random_code};
pub use ticket::{open_with_ticket, seal_with_ticket};
pub use token::{Denied, VerifiedToken};
pub use verify::TokenRefused;

use cache::Cache;
use std::sync::{Arc, PoisonError, RwLock};

/// Makes and checks the tokens of one installation.
#[derive(Debug)]
pub struct Identity {
    keys: RwLock<Arc<RootKeys>>,
    cache: Cache,
    revocations: Revocations,
}

impl Identity {
    /// An identity that signs with the current one of `keys` and believes all of them.
    #[must_use]
    pub fn new(keys: RootKeys) -> Self {
        Self {
            keys: RwLock::new(Arc::new(keys)),
            cache: Cache::new(),
            revocations: Revocations::default(),
        }
    }

    /// Goes on with other keys; what the earlier ones verified is verified anew.
    pub fn replace_keys(&self, keys: RootKeys) {
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
        self.cache.clear();
    }

    /// What was revoked.
    #[must_use]
    pub fn revocations(&self) -> &Revocations {
        &self.revocations
    }

    /// The public halves of the root keys, current one first, for partners that verify and narrow offline.
    #[must_use]
    pub fn public_keys(&self) -> Vec<PublicKeyView> {
        self.keys().public_keys()
    }

    fn keys(&self) -> Arc<RootKeys> {
        Arc::clone(&self.keys.read().unwrap_or_else(PoisonError::into_inner))
    }
}
