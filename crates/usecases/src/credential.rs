//! Secrets that sign people in, and how they end: kept as hashes, used once, revoked by name.

use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::{SignInId, TenantId, UserId};

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

/// The token that a refresh token turned into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Successor {
    /// SHA-256 of it.
    pub hash: Vec<u8>,
    /// Itself, readable only with the token before it: whoever lost the answer gets the same one again.
    pub sealed: Vec<u8>,
}

/// A refresh token: every use makes the next of its sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// SHA-256 of the token.
    pub hash: Vec<u8>,
    /// The sign-in that it descends from.
    pub sign_in: SignInId,
    /// Whose shop.
    pub tenant: TenantId,
    /// Who.
    pub user: UserId,
    /// From when on it is worthless.
    pub expires_at: DateTime<Utc>,
    /// When it was used first.
    pub used_at: Option<DateTime<Utc>>,
    /// What it turned into; unknown of those that were used before this was kept.
    pub successor: Option<Successor>,
    /// When its sign-in ended.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// What it means that somebody shows a refresh token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presented {
    /// It comes for the first time.
    First,
    /// It comes again so soon that the answer may have been lost; good only while the successor was not used either.
    Again(Successor),
    /// It was used before: somebody else has it, too.
    Stolen,
    /// It is too old, or its sign-in has ended.
    Over,
}

impl RefreshToken {
    /// A token that nobody has used.
    #[must_use]
    pub fn fresh(
        hash: Vec<u8>,
        sign_in: SignInId,
        (tenant, user): (TenantId, UserId),
        expires_at: DateTime<Utc>,
    ) -> Self {
        Self {
            hash,
            sign_in,
            tenant,
            user,
            expires_at,
            used_at: None,
            successor: None,
            revoked_at: None,
        }
    }

    /// What it means that somebody shows it now.
    #[must_use]
    pub fn presented(&self, now: DateTime<Utc>, grace: TimeDelta) -> Presented {
        if self.revoked_at.is_some() || now >= self.expires_at {
            return Presented::Over;
        }
        match (self.used_at, &self.successor) {
            (None, _) => Presented::First,
            (Some(at), Some(successor)) if now - at <= grace => Presented::Again(successor.clone()),
            (Some(_), _) => Presented::Stolen,
        }
    }
}

/// That a token, or every token of a sign-in, stops before its time. Whoever verifies a token looks up every name it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revocation {
    /// The revocation id of a block in hex, or the id of a sign-in.
    pub name: String,
    /// From when on nothing that it revokes would work anyway.
    pub expires_at: DateTime<Utc>,
}

/// The public half of a root key, as every node is to believe it or not to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedKey {
    /// The id that tokens name it by.
    pub kid: u32,
    /// The key in hex.
    pub public_key: String,
    /// Nobody believes it any more.
    pub dropped: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_refresh_token_is_first_again_stolen_or_over() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let grace = TimeDelta::seconds(30);
        let successor = Successor {
            hash: vec![2],
            sealed: vec![3],
        };
        let fresh = RefreshToken::fresh(
            vec![1],
            SignInId::new(Uuid::nil()),
            (TenantId::new(Uuid::nil()), UserId::new(Uuid::nil())),
            now + TimeDelta::days(1),
        );
        let used = |seconds| RefreshToken {
            used_at: Some(now - TimeDelta::seconds(seconds)),
            successor: Some(successor.clone()),
            ..fresh.clone()
        };
        let forgotten = RefreshToken {
            successor: None,
            ..used(0)
        };
        let revoked = RefreshToken {
            revoked_at: Some(now),
            ..used(1)
        };
        let old = RefreshToken {
            expires_at: now,
            ..fresh.clone()
        };
        for (token, meaning) in [
            (&fresh, Presented::First),
            (&used(0), Presented::Again(successor.clone())),
            (&used(30), Presented::Again(successor.clone())),
            (&used(31), Presented::Stolen),
            (&forgotten, Presented::Stolen),
            (&revoked, Presented::Over),
            (&old, Presented::Over),
        ] {
            assert_eq!(token.presented(now, grace), meaning, "{token:?}");
        }
    }
}
