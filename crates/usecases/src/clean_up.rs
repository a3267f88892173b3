//! Retention: what nobody needs any more is removed, a few rows at a time, so that nobody waits for it.

use crate::once::Change;
use crate::perform::{ANSWERS_KEPT, UseCases};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::IdSource;

/// The most rows that one step removes.
pub const STEP_ROWS: u16 = 200;

/// What is not kept for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Turns, by when they were taken.
    Turns,
    /// Turns of conversations, by when the conversation moved last.
    TurnsOfSessions,
    /// Conversations without turns, by when they moved last.
    Sessions,
    /// Answers of requests that may come twice, by when they were claimed.
    Requests,
    /// One-time codes, by when they expired.
    Codes,
    /// Refresh tokens, by when they expired.
    RefreshTokens,
    /// Revocations, by when what they revoke expired.
    Revocations,
}

/// How long things are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Retention {
    pub turns: TimeDelta,
    pub sessions: TimeDelta,
    pub requests: TimeDelta,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            turns: TimeDelta::days(90),
            sessions: TimeDelta::days(90),
            requests: ANSWERS_KEPT,
        }
    }
}

impl Retention {
    /// What goes, and from which age on, in the order in which it can go: a conversation goes after its turns.
    #[must_use]
    pub fn due(&self, now: DateTime<Utc>) -> [(Kept, DateTime<Utc>); 7] {
        [
            (Kept::Turns, now - self.turns),
            (Kept::TurnsOfSessions, now - self.sessions),
            (Kept::Sessions, now - self.sessions),
            (Kept::Requests, now - self.requests),
            (Kept::Codes, now),
            (Kept::RefreshTokens, now),
            (Kept::Revocations, now),
        ]
    }
}

/// Removes some of what is older than `before`: at most [`STEP_ROWS`].
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CleanUp {
    pub kept: Kept,
    pub before: DateTime<Utc>,
}

impl CleanUp {
    /// Removes them and says how many; less than a step's rows are the last.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn run(self, usecases: &UseCases) -> Result<u64, Refusal> {
        usecases.once(&self).await
    }
}

#[async_trait]
impl Change for CleanUp {
    type Output = u64;

    async fn make(
        &self,
        unit: &mut dyn UnitOfWork,
        _: DateTime<Utc>,
        _: &dyn IdSource,
    ) -> Result<u64, Refusal> {
        let removed = unit.retention().remove(self.kept, self.before, STEP_ROWS);
        Ok(removed.await?)
    }
}
