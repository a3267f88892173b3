//! Conversations on the wire.

use super::instant;
use execora_usecases::session::{Session, Turn};
use serde::Serialize;
use utoipa::ToSchema;

/// One command of a conversation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Turn)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TurnView {
    pub at: String,
    pub text: String,
    pub intent: String,
    /// 0 to 1.
    pub confidence: String,
    pub source: String,
    pub state: String,
    pub took_us: u32,
}

/// A conversation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SessionView {
    pub id: String,
    pub user_id: String,
    pub started_at: String,
    pub ended_at: Option<String>,
    pub language: String,
    /// Newest last; only where one session is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turns: Option<Vec<TurnView>>,
    pub created_at: String,
    pub updated_at: String,
    pub version: i64,
}

impl From<&Session> for SessionView {
    fn from(s: &Session) -> Self {
        Self {
            id: s.id.to_string(),
            user_id: s.user.to_string(),
            started_at: instant(s.started_at),
            ended_at: s.ended_at.map(instant),
            language: s.language.clone(),
            turns: None,
            created_at: instant(s.started_at),
            updated_at: instant(s.updated_at),
            version: s.version,
        }
    }
}

impl From<&Turn> for TurnView {
    fn from(t: &Turn) -> Self {
        Self {
            at: instant(t.at),
            text: t.text.clone(),
            intent: t.intent.clone(),
            confidence: super::score(t.confidence),
            source: t.source.clone(),
            state: t.state.clone(),
            took_us: t.took_us,
        }
    }
}
