//! Conversations and their turns.

use chrono::{DateTime, Utc};
use execora_kernel::{SessionId, TenantId, TurnId, UserId};
use serde::{Deserialize, Serialize};

/// A conversation over the socket, REST or the terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Session {
    pub id: SessionId,
    pub tenant: TenantId,
    pub user: UserId,
    pub language: String,
    /// The dialogue's state as JSON.
    pub state: String,
    pub started_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

/// One command and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Turn {
    pub id: TurnId,
    pub tenant: TenantId,
    pub session: SessionId,
    pub at: DateTime<Utc>,
    pub text: String,
    pub intent: String,
    /// Ten-thousandths.
    pub confidence: u16,
    pub source: String,
    pub state: String,
    pub took_us: u32,
    /// What was answered, as JSON, so that the same turn gets the same answer.
    pub answer: String,
}
