//! Secrets that sign people in: kept as hashes, used once.

use chrono::{DateTime, Utc};
use execora_kernel::{TenantId, UserId};
use uuid::Uuid;

/// What a one-time code is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeKind {
    /// Signing in by link.
    SignIn,
    /// Opening one voice socket.
    SocketTicket,
}

impl CodeKind {
    /// The word in the store.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SocketTicket => "socket_ticket",
        }
    }
}

/// A code that works once, for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneTimeCode {
    /// SHA-256 of the code.
    pub hash: Vec<u8>,
    /// What for.
    pub kind: CodeKind,
    /// Whose shop.
    pub tenant: TenantId,
    /// Who.
    pub user: UserId,
    /// What goes with it, readable only with the code itself.
    pub sealed: Option<Vec<u8>>,
    /// From when on it is worthless.
    pub expires_at: DateTime<Utc>,
}

/// A refresh token: every use makes the next of its family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// SHA-256 of the token.
    pub hash: Vec<u8>,
    /// All tokens that descend from one sign-in.
    pub family: Uuid,
    /// Whose shop.
    pub tenant: TenantId,
    /// Who.
    pub user: UserId,
    /// From when on it is worthless.
    pub expires_at: DateTime<Utc>,
}

/// What using a refresh token finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefreshOutcome {
    /// First use.
    Fresh(RefreshToken),
    /// Used or revoked before: its family must be revoked.
    Reused {
        /// The family.
        family: Uuid,
    },
    /// No such token, or expired.
    Unknown,
}
