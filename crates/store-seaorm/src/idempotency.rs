//! Answers of requests that may come twice.

use crate::row::Shape;
use crate::sql::Ask;
use crate::unit::Unit;
use crate::values::{id, instant, text};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::StoreError;
use execora_usecases::ports::{Claim, IdempotencyRepository, RequestName};
use sea_orm::Value;

const ANSWERED: Shape<Claim> = Shape {
    what: "stored answer",
    read: |row| {
        Ok(Claim::Answered {
            fingerprint: row.get("fingerprint")?,
            answer: row.get("answer")?,
        })
    },
};

fn key(name: &RequestName) -> Vec<Value> {
    vec![
        id(name.tenant.uuid()),
        text(&name.credential),
        text(&name.route),
        text(&name.key),
    ]
}

#[async_trait]
impl IdempotencyRepository for Unit {
    async fn claim(
        &mut self,
        name: &RequestName,
        fingerprint: &str,
        at: DateTime<Utc>,
        expired_before: DateTime<Utc>,
    ) -> Result<Claim, StoreError> {
        // The unique key makes a second claimer wait for the first one's end, and only then decides whether there is a row.
        // A claim that was committed without an answer did nothing that could be told again.
        let sql = "INSERT INTO request (tenant_id, credential, route, request_key, fingerprint, claimed_at) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant_id, credential, route, request_key) DO UPDATE \
             SET fingerprint = excluded.fingerprint, claimed_at = excluded.claimed_at, answer = NULL \
             WHERE request.claimed_at < $7 OR request.answer IS NULL";
        let mut values = key(name);
        values.extend([text(fingerprint), instant(at), instant(expired_before)]);
        if self.run(sql, values).await? > 0 {
            return Ok(Claim::New);
        }
        let sql = "SELECT fingerprint, answer FROM request \
             WHERE tenant_id = $1 AND credential = $2 AND route = $3 AND request_key = $4";
        self.one(&ANSWERED, sql, key(name))
            .await?
            .ok_or(StoreError::Corrupt {
                what: "stored answer",
            })
    }

    async fn answer(&mut self, name: &RequestName, answer: &str) -> Result<(), StoreError> {
        let sql = "UPDATE request SET answer = $5 \
             WHERE tenant_id = $1 AND credential = $2 AND route = $3 AND request_key = $4";
        let mut values = key(name);
        values.push(text(answer));
        match self.run(sql, values).await? {
            0 => Err(StoreError::Corrupt {
                what: "a claim that was not made",
            }),
            _ => Ok(()),
        }
    }
}
