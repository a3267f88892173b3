//! Signing out and revoking: what was revoked stops at once, and stays in a list for as long as it could have worked.

use crate::credential::Revocation;
use crate::once::Change;
use crate::perform::UseCases;
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::sign_in::REFRESH_LIFE;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::{IdSource, SignInId};

/// Ends a sign-in: its refresh tokens, and every access token that came of it. An access token outlives no refresh token.
pub(crate) async fn end_sign_in(
    unit: &mut dyn UnitOfWork,
    sign_in: SignInId,
    now: DateTime<Utc>,
) -> Result<Revocation, Refusal> {
    let revocation = Revocation {
        name: sign_in.to_string(),
        expires_at: now + REFRESH_LIFE,
    };
    unit.credentials().revoke_sign_in(sign_in, now).await?;
    unit.credentials().revoke(&revocation).await?;
    Ok(revocation)
}

/// Signs out by whatever a client still has; it revokes by name as well.
#[derive(Debug, Clone, Default)]
pub struct SignOut {
    /// The hash of a refresh token.
    pub refresh: Option<Vec<u8>>,
    /// The sign-in that an access token came of.
    pub sign_in: Option<SignInId>,
    /// A token that came of no sign-in, or was narrowed: it alone stops.
    pub token: Option<Revocation>,
}

impl SignOut {
    /// Signs out, and says what is to stop now. What is over already is signed out.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn run(self, usecases: &UseCases) -> Result<Vec<Revocation>, Refusal> {
        usecases.once(&self).await
    }
}

#[async_trait]
impl Change for SignOut {
    type Output = Vec<Revocation>;

    async fn make(
        &self,
        unit: &mut dyn UnitOfWork,
        now: DateTime<Utc>,
        _: &dyn IdSource,
    ) -> Result<Vec<Revocation>, Refusal> {
        let mut ended = Vec::new();
        let by_refresh = match &self.refresh {
            Some(hash) => unit.credentials().lock_refresh(hash).await?,
            None => None,
        };
        let mut sign_ins: Vec<SignInId> = by_refresh.map(|token| token.sign_in).into_iter().collect();
        sign_ins.extend(self.sign_in);
        sign_ins.sort_unstable();
        sign_ins.dedup();
        for sign_in in sign_ins {
            ended.push(end_sign_in(unit, sign_in, now).await?);
        }
        if let Some(token) = &self.token {
            unit.credentials().revoke(token).await?;
            ended.push(token.clone());
        }
        Ok(ended)
    }
}
