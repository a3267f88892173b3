//! Signing in and staying signed in: codes that work once, and refresh tokens that turn into the next.

use crate::credential::{CodeKind, OneTimeCode, Presented, RefreshToken, Revocation, Successor};
use crate::once::Change;
use crate::perform::UseCases;
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::sign_out::end_sign_in;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::{IdSource, SignInId, TenantId, UserId};

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
    pub async fn run(self, usecases: &UseCases) -> Result<DateTime<Utc>, Refusal> {
        usecases.once(&self).await
    }
}

#[async_trait]
impl Change for IssueCode {
    type Output = DateTime<Utc>;

    async fn make(
        &self,
        unit: &mut dyn UnitOfWork,
        now: DateTime<Utc>,
        _: &dyn IdSource,
    ) -> Result<DateTime<Utc>, Refusal> {
        let expires_at = now + self.life;
        let code = OneTimeCode {
            hash: self.hash.clone(),
            kind: self.kind,
            tenant: self.tenant,
            user: self.user,
            sealed: self.sealed.clone(),
            expires_at,
        };
        unit.credentials().insert_code(&code).await?;
        Ok(expires_at)
    }
}

/// Who came with a code.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SignedIn {
    pub tenant: TenantId,
    pub user: UserId,
    pub sealed: Option<Vec<u8>>,
    /// The sign-in that began with it, when one did.
    pub sign_in: Option<SignInId>,
}

/// Uses a one-time code, and with `next_refresh` (the hash of a fresh refresh token) begins a sign-in.
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
        usecases.once(&self).await
    }
}

#[async_trait]
impl Change for UseCode {
    type Output = SignedIn;

    async fn make(
        &self,
        unit: &mut dyn UnitOfWork,
        now: DateTime<Utc>,
        ids: &dyn IdSource,
    ) -> Result<SignedIn, Refusal> {
        let taken = unit.credentials().take_code(&self.hash, self.kind, now).await?;
        let code = taken.ok_or(Refusal::CodeWrong)?;
        let mut begun = None;
        if let Some(hash) = &self.next_refresh {
            let sign_in = SignInId::new(ids.next());
            let whose = (code.tenant, code.user);
            let token = RefreshToken::fresh(hash.clone(), sign_in, whose, now + REFRESH_LIFE);
            unit.credentials().insert_refresh(&token).await?;
            begun = Some(sign_in);
        }
        Ok(SignedIn {
            tenant: code.tenant,
            user: code.user,
            sealed: code.sealed,
            sign_in: begun,
        })
    }
}

/// Turns a refresh token into the next. Whoever comes again within `grace`, because the answer was lost, gets the same next one.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UseRefresh {
    pub hash: Vec<u8>,
    pub next: Successor,
    pub grace: TimeDelta,
}

/// How a refresh token was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refreshed {
    /// The person stays signed in.
    Goes {
        /// Whose shop.
        tenant: TenantId,
        /// Who.
        user: UserId,
        /// The sign-in that goes on.
        sign_in: SignInId,
        /// The next refresh token, sealed with the one that came, when it was made before.
        earlier: Option<Vec<u8>>,
    },
    /// It was used by somebody else: the sign-in has ended, and this is to stop now.
    Ended(Revocation),
}

impl UseRefresh {
    /// Uses it. A token that comes again when it should not was stolen from somebody: its whole sign-in ends.
    ///
    /// # Errors
    /// [`Refusal::CodeWrong`] when the token is unknown, too old or revoked.
    pub async fn run(self, usecases: &UseCases) -> Result<Refreshed, Refusal> {
        usecases.once(&self).await
    }
}

#[async_trait]
impl Change for UseRefresh {
    type Output = Refreshed;

    async fn make(
        &self,
        unit: &mut dyn UnitOfWork,
        now: DateTime<Utc>,
        _: &dyn IdSource,
    ) -> Result<Refreshed, Refusal> {
        let credentials = unit.credentials();
        let token = credentials.lock_refresh(&self.hash).await?;
        let token = token.ok_or(Refusal::CodeWrong)?;
        let goes = |earlier| Refreshed::Goes {
            tenant: token.tenant,
            user: token.user,
            sign_in: token.sign_in,
            earlier,
        };
        match token.presented(now, self.grace) {
            Presented::First => {
                let whose = (token.tenant, token.user);
                let next =
                    RefreshToken::fresh(self.next.hash.clone(), token.sign_in, whose, now + REFRESH_LIFE);
                credentials.insert_refresh(&next).await?;
                credentials.use_refresh(&self.hash, &self.next, now).await?;
                Ok(goes(None))
            }
            Presented::Again(successor) => {
                let next = credentials.find_refresh(&successor.hash).await?;
                if next.is_some_and(|next| next.presented(now, self.grace) == Presented::First) {
                    return Ok(goes(Some(successor.sealed)));
                }
                end_sign_in(unit, token.sign_in, now).await.map(Refreshed::Ended)
            }
            Presented::Stolen => end_sign_in(unit, token.sign_in, now).await.map(Refreshed::Ended),
            Presented::Over => Err(Refusal::CodeWrong),
        }
    }
}
