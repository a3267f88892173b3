//! One-time codes, refresh tokens, revocations and root keys; secrets are found by their hash.

use crate::reader::{Connection, Reader};
use crate::row::{Row, Shape, Unreadable};
use crate::sql::{Ask, insert};
use crate::unit::Unit;
use crate::values::{bytes, id, instant, int, text, truth};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::{SignInId, StoreError, TenantId, UserId};
use execora_usecases::credential::{
    CodeKind, OneTimeCode, PublishedKey, RefreshToken, Revocation, Successor,
};
use execora_usecases::ports::{CredentialQueries, CredentialRepository};
use sea_orm::Value;

const CODE: &str = "hash, kind, tenant_id, user_id, sealed, expires_at";

const TOKEN: &str =
    "hash, family, tenant_id, user_id, expires_at, used_at, successor, successor_sealed, revoked_at";

const CODE_SHAPE: Shape<OneTimeCode> = Shape {
    what: "one-time code",
    read: code,
};

const TOKEN_SHAPE: Shape<RefreshToken> = Shape {
    what: "refresh token",
    read: token,
};

const REVOCATION_SHAPE: Shape<(i64, Revocation)> = Shape {
    what: "revocation",
    read: |row| {
        let revocation = Revocation {
            name: row.get("name")?,
            expires_at: row.instant("expires_at")?,
        };
        Ok((row.get("change")?, revocation))
    },
};

const KEY_SHAPE: Shape<PublishedKey> = Shape {
    what: "root key",
    read: |row| {
        Ok(PublishedKey {
            kid: row.small("kid")?,
            public_key: row.get("public_key")?,
            dropped: row.get("dropped")?,
        })
    },
};

const NUMBER: Shape<i64> = Shape {
    what: "number of the last change",
    read: |row| row.get("last"),
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
    let successor = match (row.get("successor")?, row.get("successor_sealed")?) {
        (Some(hash), Some(sealed)) => Some(Successor { hash, sealed }),
        _ => None,
    };
    Ok(RefreshToken {
        hash: row.get("hash")?,
        sign_in: row.id("family", SignInId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        user: row.id("user_id", UserId::new)?,
        expires_at: row.instant("expires_at")?,
        used_at: row.instant_opt("used_at")?,
        successor,
        revoked_at: row.instant_opt("revoked_at")?,
    })
}

/// The number of a change; its row stays locked to the end of the unit, so numbers are committed in their order.
async fn next_change(unit: &Unit) -> Result<i64, StoreError> {
    let sql = "UPDATE credential_change SET last = last + 1 WHERE id = 1 RETURNING last";
    unit.one(&NUMBER, sql, Vec::new())
        .await?
        .ok_or(StoreError::Corrupt { what: NUMBER.what })
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
        let values = vec![bytes(hash), text(kind.as_str()), instant(at)];
        self.one(&CODE_SHAPE, sql, values).await
    }

    async fn insert_refresh(&mut self, token: &RefreshToken) -> Result<(), StoreError> {
        let values = vec![
            bytes(&token.hash),
            id(token.sign_in.uuid()),
            id(token.tenant.uuid()),
            id(token.user.uuid()),
            instant(token.expires_at),
        ];
        let columns = "hash, family, tenant_id, user_id, expires_at";
        self.run(insert("refresh_token", columns), values)
            .await
            .map(|_| ())
    }

    async fn lock_refresh(&mut self, hash: &[u8]) -> Result<Option<RefreshToken>, StoreError> {
        let sql = format!(
            "SELECT {TOKEN} FROM refresh_token WHERE hash = $1{}",
            self.for_update()
        );
        self.one(&TOKEN_SHAPE, sql, vec![bytes(hash)]).await
    }

    async fn find_refresh(&mut self, hash: &[u8]) -> Result<Option<RefreshToken>, StoreError> {
        let sql = format!("SELECT {TOKEN} FROM refresh_token WHERE hash = $1");
        self.one(&TOKEN_SHAPE, sql, vec![bytes(hash)]).await
    }

    async fn use_refresh(
        &mut self,
        hash: &[u8],
        successor: &Successor,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE refresh_token SET used_at = $2, successor = $3, successor_sealed = $4 \
             WHERE hash = $1 AND used_at IS NULL";
        let values = vec![
            bytes(hash),
            instant(at),
            bytes(&successor.hash),
            bytes(&successor.sealed),
        ];
        self.run_if_unchanged(sql, values).await
    }

    async fn revoke_sign_in(&mut self, sign_in: SignInId, at: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "UPDATE refresh_token SET revoked_at = $2 WHERE family = $1 AND revoked_at IS NULL";
        let values = vec![id(sign_in.uuid()), instant(at)];
        self.run(sql, values).await.map(|_| ())
    }

    async fn revoke(&mut self, revocation: &Revocation) -> Result<(), StoreError> {
        let change = next_change(self).await?;
        let sql = "INSERT INTO revocation (name, change, expires_at) VALUES ($1, $2, $3) \
             ON CONFLICT (name) DO UPDATE SET change = excluded.change, \
             expires_at = CASE WHEN revocation.expires_at > excluded.expires_at \
             THEN revocation.expires_at ELSE excluded.expires_at END";
        let values = vec![
            text(&revocation.name),
            int(change),
            instant(revocation.expires_at),
        ];
        self.run(sql, values).await.map(|_| ())
    }

    async fn publish_key(&mut self, key: &PublishedKey, at: DateTime<Utc>) -> Result<(), StoreError> {
        next_change(self).await?;
        let sql = "INSERT INTO root_key (public_key, kid, published_at, dropped) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (public_key) DO UPDATE SET kid = excluded.kid, dropped = excluded.dropped";
        let values = vec![
            text(&key.public_key),
            int(key.kid.into()),
            instant(at),
            truth(key.dropped),
        ];
        self.run(sql, values).await.map(|_| ())
    }
}

#[async_trait]
impl<C: Connection> CredentialQueries for Reader<C> {
    async fn last_change(&self) -> Result<i64, StoreError> {
        let sql = "SELECT last FROM credential_change WHERE id = 1";
        Ok(self.one(&NUMBER, sql, Vec::new()).await?.unwrap_or_default())
    }

    async fn revocations(&self, after: i64, limit: u16) -> Result<Vec<(i64, Revocation)>, StoreError> {
        let sql =
            "SELECT name, change, expires_at FROM revocation WHERE change > $1 ORDER BY change LIMIT $2";
        self.all(&REVOCATION_SHAPE, sql, vec![int(after), int(limit.into())])
            .await
    }

    async fn published_keys(&self) -> Result<Vec<PublishedKey>, StoreError> {
        let sql = "SELECT kid, public_key, dropped FROM root_key ORDER BY kid DESC, published_at DESC";
        self.all(&KEY_SHAPE, sql, Vec::new()).await
    }
}
