//! What the doors rely on: who gets in with which token, and what it allows.

#![expect(clippy::unwrap_used, clippy::panic)]

mod expiry;
mod hostile;
mod keys;
mod minting;
mod narrowing;
mod operations;
mod revoking;
mod shared_keys;

use biscuit_auth::{Biscuit, UnverifiedBiscuit, builder::BlockBuilder};
use chrono::{DateTime, TimeDelta, Utc};
use execora_identity_biscuit::{Grant, Identity, RootKeys};
use execora_kernel::{CredentialId, CustomerId, Rights, TenantId, UserId};
use uuid::Uuid;

/// 15 January 2027, 08:00 UTC.
fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

fn identity() -> Identity {
    Identity::new(RootKeys::generate().unwrap())
}

fn tenant() -> TenantId {
    TenantId::new(Uuid::from_u128(1))
}

fn customer(number: u128) -> CustomerId {
    CustomerId::new(Uuid::from_u128(number))
}

fn grant(rights: &str) -> Grant {
    let user = UserId::new(Uuid::from_u128(2));
    Grant {
        tenant: tenant(),
        user,
        credential: CredentialId(user.to_string()),
        sign_in: None,
        rights: Rights::parse(rights).unwrap(),
        expires_at: now() + TimeDelta::hours(1),
    }
}

/// Appends a block as a holder does, without any key.
fn narrowed(text: &str, block: &str) -> String {
    let token = UnverifiedBiscuit::from_base64(text).unwrap();
    token
        .append(BlockBuilder::new().code(block).unwrap())
        .unwrap()
        .to_base64()
        .unwrap()
}

/// The token as the library reads it, with the published key.
fn opened(identity: &Identity, text: &str) -> Biscuit {
    let key = hex::decode(&identity.public_keys()[0].public_key).unwrap();
    let key = biscuit_auth::PublicKey::from_bytes(&key, biscuit_auth::Algorithm::Ed25519).unwrap();
    Biscuit::from_base64(text, key).unwrap()
}
