//! Signing in: codes that work once, and refresh tokens that turn into the next.

use crate::credential::{CodeKind, OneTimeCode, RefreshOutcome, RefreshToken};
use crate::perform::UseCases;
use crate::refusal::Refusal;
use chrono::TimeDelta;
use execora_kernel::{TenantId, UserId};
use uuid::Uuid;

/// How long a signed-in person may stay away.
pub const REFRESH_LIFE: TimeDelta = TimeDelta::days(30);

/// Keeps a one-time code; only its hash is known here.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct IssueCode {
    pub hash: Vec<u8>,
    pub kind: CodeKind,
    pub tenant: TenantId,
    pub user: UserId,
    pub sealed: Option<Vec<u8>>,
    pub life: TimeDelta,
}

impl IssueCode {
    /// Keeps it and says until when it works.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn run(self, usecases: &UseCases) -> Result<chrono::DateTime<chrono::Utc>, Refusal> {
        let expires_at = usecases.clock.now() + self.life;
        let mut unit = usecases.books.begin().await?;
        let code = OneTimeCode {
            hash: self.hash,
            kind: self.kind,
            tenant: self.tenant,
            user: self.user,
            sealed: self.sealed,
            expires_at,
        };
        unit.credentials().insert_code(&code).await?;
        unit.commit().await?;
        Ok(expires_at)
    }
}

/// Who signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SignedIn {
    pub tenant: TenantId,
    pub user: UserId,
    pub sealed: Option<Vec<u8>>,
}

/// Uses a one-time code, and with `next_refresh` (the hash of a fresh refresh token) starts a family.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UseCode {
    pub hash: Vec<u8>,
    pub kind: CodeKind,
    pub next_refresh: Option<Vec<u8>>,
}

impl UseCode {
    /// Uses it.
    ///
    /// # Errors
    /// [`Refusal::CodeWrong`] when there is no such code, or it was used or is too old: which of these is not told.
    pub async fn run(self, usecases: &UseCases) -> Result<SignedIn, Refusal> {
        let now = usecases.clock.now();
        let mut unit = usecases.books.begin().await?;
        let taken = unit.credentials().take_code(&self.hash, self.kind, now).await?;
        let code = taken.ok_or(Refusal::CodeWrong)?;
        if let Some(hash) = self.next_refresh {
            let family = usecases.fresh(|u| u);
            let token = refresh(hash, family, code.tenant, code.user, now + REFRESH_LIFE);
            unit.credentials().insert_refresh(&token).await?;
        }
        unit.commit().await?;
        Ok(SignedIn {
            tenant: code.tenant,
            user: code.user,
            sealed: code.sealed,
        })
    }
}

/// Turns a refresh token into the next, or with no next one ends its family (sign-out).
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UseRefresh {
    pub hash: Vec<u8>,
    pub next: Option<Vec<u8>>,
}

impl UseRefresh {
    /// Uses it. A token that comes a second time was stolen from somebody: its whole family is revoked.
    ///
    /// # Errors
    /// [`Refusal::CodeWrong`] when the token is unknown, too old, revoked or was used before.
    pub async fn run(self, usecases: &UseCases) -> Result<SignedIn, Refusal> {
        let now = usecases.clock.now();
        let mut unit = usecases.books.begin().await?;
        match unit.credentials().take_refresh(&self.hash, now).await? {
            RefreshOutcome::Fresh(token) => {
                match self.next {
                    Some(next) => {
                        let next = refresh(next, token.family, token.tenant, token.user, now + REFRESH_LIFE);
                        unit.credentials().insert_refresh(&next).await?;
                    }
                    None => unit.credentials().revoke_family(token.family, now).await?,
                }
                unit.commit().await?;
                Ok(SignedIn {
                    tenant: token.tenant,
                    user: token.user,
                    sealed: None,
                })
            }
            RefreshOutcome::Reused { family } => {
                unit.credentials().revoke_family(family, now).await?;
                unit.commit().await?;
                Err(Refusal::CodeWrong)
            }
            RefreshOutcome::Unknown => Err(Refusal::CodeWrong),
        }
    }
}

fn refresh(
    hash: Vec<u8>,
    family: Uuid,
    tenant: TenantId,
    user: UserId,
    expires_at: chrono::DateTime<chrono::Utc>,
) -> RefreshToken {
    RefreshToken {
        hash,
        family,
        tenant,
        user,
        expires_at,
    }
}
