//! Removing what nobody needs any more.

use crate::sql::Ask;
use crate::unit::Unit;
use crate::values::{instant, int};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::StoreError;
use execora_usecases::clean_up::Kept;
use execora_usecases::ports::RetentionRepository;
use sea_orm::{ConnectionTrait, DbBackend};

/// The table, its key, and which rows are old; `old` is the row.
const fn rows(kept: Kept) -> (&'static str, &'static str, &'static str) {
    match kept {
        Kept::Turns => ("turn", "tenant_id, id", "old.at < $1"),
        Kept::TurnsOfSessions => (
            "turn",
            "tenant_id, id",
            "EXISTS (SELECT 1 FROM session s WHERE s.tenant_id = old.tenant_id AND s.id = old.session_id \
             AND s.updated_at < $1) AND old.at < $1",
        ),
        Kept::Sessions => (
            "session",
            "tenant_id, id",
            "old.updated_at < $1 AND NOT EXISTS \
             (SELECT 1 FROM turn t WHERE t.tenant_id = old.tenant_id AND t.session_id = old.id)",
        ),
        Kept::Requests => (
            "request",
            "tenant_id, credential, route, request_key",
            "old.claimed_at < $1",
        ),
        Kept::Codes => ("one_time_code", "hash", "old.expires_at < $1"),
        Kept::RefreshTokens => ("refresh_token", "hash", "old.expires_at < $1"),
        Kept::Revocations => ("revocation", "name", "old.expires_at < $1"),
    }
}

#[async_trait]
impl RetentionRepository for Unit {
    async fn remove(&mut self, kept: Kept, before: DateTime<Utc>, limit: u16) -> Result<u64, StoreError> {
        let (table, key, old) = rows(kept);
        // Rows that another unit is at are left to it, and to the next step.
        let skip = match self.connection().get_database_backend() {
            DbBackend::Postgres => " FOR UPDATE SKIP LOCKED",
            _ => "",
        };
        let sql = format!(
            "DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} old WHERE {old} LIMIT $2{skip})"
        );
        self.run(sql, vec![instant(before), int(limit.into())]).await
    }
}
