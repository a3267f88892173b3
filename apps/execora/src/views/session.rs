//! Conversations on the wire.

use super::instant;
use super::words::{SourceWord, StateWord};
use crate::web::openapi::scalars as doc;
use execora_usecases::session::{Session, Turn};
use serde::Serialize;
use utoipa::ToSchema;

/// One command of a conversation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Turn)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TurnView {
    #[schema(value_type = doc::Instant)]
    pub at: String,
    pub text: String,
    #[schema(value_type = doc::IntentText)]
    pub intent: String,
    /// 0 to 1.
    #[schema(value_type = doc::Score)]
    pub confidence: String,
    #[schema(value_type = SourceWord)]
    pub source: String,
    #[schema(value_type = StateWord)]
    pub state: String,
    pub took_us: u32,
}

/// A conversation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SessionView {
    #[schema(value_type = doc::SessionRef)]
    pub id: String,
    #[schema(value_type = doc::UserRef)]
    pub user_id: String,
    #[schema(value_type = doc::Instant)]
    pub started_at: String,
    #[schema(value_type = Option<doc::Instant>)]
    pub ended_at: Option<String>,
    pub language: String,
    /// Newest last; only where one session is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Vec<TurnView>)]
    pub turns: Option<Vec<TurnView>>,
    #[schema(value_type = doc::Instant)]
    pub created_at: String,
    #[schema(value_type = doc::Instant)]
    pub updated_at: String,
    #[schema(value_type = doc::Version)]
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
