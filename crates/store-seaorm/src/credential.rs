//! One-time codes and refresh tokens, found by the hash of their secret.

use crate::row::{Row, Shape, Unreadable};
use crate::sql::{Ask, insert};
use crate::unit::Unit;
use crate::values::{bytes, id, instant, text};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::{StoreError, TenantId, UserId};
use execora_usecases::credential::{CodeKind, OneTimeCode, RefreshOutcome, RefreshToken};
use execora_usecases::ports::CredentialRepository;
use sea_orm::Value;
use uuid::Uuid;

const CODE: &str = "hash, kind, tenant_id, user_id, sealed, expires_at";

const TOKEN: &str = "hash, family, tenant_id, user_id, expires_at";

const CODE_SHAPE: Shape<OneTimeCode> = Shape {
    what: "one-time code",
    read: code,
};

const TOKEN_SHAPE: Shape<RefreshToken> = Shape {
    what: "refresh token",
    read: token,
};

const FAMILY: Shape<Uuid> = Shape {
    what: "refresh token",
    read: |row| row.get("family"),
};

fn code(row: &Row) -> Result<OneTimeCode, Unreadable> {
    let kind: String = row.get("kind")?;
    Ok(OneTimeCode {
        hash: row.get("hash")?,
        kind: [CodeKind::SignIn, CodeKind::SocketTicket]
            .into_iter()
            .find(|k| k.as_str() == kind)
            .ok_or(Unreadable)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        user: row.id("user_id", UserId::new)?,
        sealed: row.get("sealed")?,
        expires_at: row.instant("expires_at")?,
    })
}

fn token(row: &Row) -> Result<RefreshToken, Unreadable> {
    Ok(RefreshToken {
        hash: row.get("hash")?,
        family: row.get("family")?,
        tenant: row.id("tenant_id", TenantId::new)?,
        user: row.id("user_id", UserId::new)?,
        expires_at: row.instant("expires_at")?,
    })
}

fn day_before(at: DateTime<Utc>) -> DateTime<Utc> {
    at.checked_sub_signed(TimeDelta::days(1)).unwrap_or(at)
}

#[async_trait]
impl CredentialRepository for Unit {
    async fn insert_code(&mut self, code: &OneTimeCode) -> Result<(), StoreError> {
        let values = vec![
            bytes(&code.hash),
            text(code.kind.as_str()),
            id(code.tenant.uuid()),
            id(code.user.uuid()),
            Value::from(code.sealed.clone()),
            instant(code.expires_at),
        ];
        self.run(insert("one_time_code", CODE), values).await.map(|_| ())
    }

    async fn take_code(
        &mut self,
        hash: &[u8],
        kind: CodeKind,
        at: DateTime<Utc>,
    ) -> Result<Option<OneTimeCode>, StoreError> {
        let sql = format!(
            "UPDATE one_time_code SET used_at = $3 WHERE hash = $1 AND kind = $2 AND used_at IS NULL \
             AND expires_at > $3 RETURNING {CODE}"
        );
        let taken = self
            .one(
                &CODE_SHAPE,
                sql,
                vec![bytes(hash), text(kind.as_str()), instant(at)],
            )
            .await?;
        // Whoever signs in sweeps up: what expired a day ago answers nobody.
        self.sweep("one_time_code", "hash", "expires_at", day_before(at))
            .await?;
        Ok(taken)
    }

    async fn insert_refresh(&mut self, token: &RefreshToken) -> Result<(), StoreError> {
        let values = vec![
            bytes(&token.hash),
            id(token.family),
            id(token.tenant.uuid()),
            id(token.user.uuid()),
            instant(token.expires_at),
        ];
        self.run(insert("refresh_token", TOKEN), values).await.map(|_| ())
    }

    async fn take_refresh(&mut self, hash: &[u8], at: DateTime<Utc>) -> Result<RefreshOutcome, StoreError> {
        let sql = format!(
            "UPDATE refresh_token SET used_at = $2 WHERE hash = $1 AND used_at IS NULL AND revoked_at IS NULL \
             AND expires_at > $2 RETURNING {TOKEN}"
        );
        let values = vec![bytes(hash), instant(at)];
        if let Some(token) = self.one(&TOKEN_SHAPE, sql, values.clone()).await? {
            self.sweep("refresh_token", "hash", "expires_at", day_before(at))
                .await?;
            return Ok(RefreshOutcome::Fresh(token));
        }
        let sql = "SELECT family FROM refresh_token WHERE hash = $1 AND expires_at > $2 \
             AND (used_at IS NOT NULL OR revoked_at IS NOT NULL)";
        let family = self.one(&FAMILY, sql, values).await?;
        Ok(match family {
            Some(family) => RefreshOutcome::Reused { family },
            None => RefreshOutcome::Unknown,
        })
    }

    async fn revoke_family(&mut self, family: Uuid, at: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "UPDATE refresh_token SET revoked_at = $2 WHERE family = $1 AND revoked_at IS NULL";
        self.run(sql, vec![id(family), instant(at)]).await.map(|_| ())
    }
}
