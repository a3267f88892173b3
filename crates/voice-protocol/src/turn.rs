//! What a turn says: heard, understood, asked, answered, spoken. Each message carries the turn.

use crate::words::{ClarifyKind, Language, ResponseState, Source, SpeechFormat, SpeechReason, TaskState};
use chrono::{DateTime, Utc};
use execora_kernel::TurnId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The data of TRANSCRIPT.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heard {
    /// The turn.
    pub turn_id: TurnId,
    /// The words.
    pub text: String,
    /// Whether they are final.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// How sure the recogniser is, from 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// The `id` of the TEXT that these words came by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// The data of INTENT.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Interpretation {
    /// The turn.
    pub turn_id: TurnId,
    /// The intent, such as `FETCH_BALANCE`.
    pub intent: String,
    /// From 0 to 1.
    pub confidence: f64,
    /// What was said: rupees and numbers.
    pub slots: Map<String, Value>,
    /// What understood it.
    pub source: Source,
    /// How long that took, in microseconds.
    pub took_us: u64,
}

/// The data of CLARIFY.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Clarify {
    /// The turn.
    pub turn_id: TurnId,
    /// What the question is about.
    pub kind: ClarifyKind,
    /// The question, to be shown or spoken.
    pub prompt: String,
    /// What there is to choose from.
    pub options: Vec<ClarifyOption>,
    /// What would be done, when `kind` is `confirm`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview: Option<Value>,
    /// The slots that were not said, when `kind` is `missing`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// The goods of which it was not said, when it is about one line of a bill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Names the question in CONFIRM.
    pub token: String,
    /// When it closes.
    pub expires_at: DateTime<Utc>,
}

/// One option of a CLARIFY.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClarifyOption {
    /// Its number, from 1.
    pub index: u16,
    /// What is shown or spoken.
    pub label: String,
    /// The customer, product or draft.
    pub value: Value,
}

/// The data of TASK.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The turn.
    pub turn_id: TurnId,
    /// The command within the turn.
    pub id: String,
    /// Its intent.
    pub intent: String,
    /// How far it is.
    pub state: TaskState,
}

/// The data of RESPONSE.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// The turn.
    pub turn_id: TurnId,
    /// The answer.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// What happened; always has a `kind`.
    pub result: Value,
    /// How the turn ended.
    pub state: ResponseState,
    /// Takes it back by UNDO.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo_token: Option<String>,
    /// The `id` of the TEXT that is answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// The data of RESPONSE_CHUNK.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseChunk {
    /// The turn.
    pub turn_id: TurnId,
    /// The piece.
    pub text: String,
}

/// The data of AUDIO_BEGIN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeechBegin {
    /// The turn.
    pub turn_id: TurnId,
    /// Names the speech until its AUDIO_END.
    pub utterance_id: String,
    /// How it is coded.
    pub format: SpeechFormat,
    /// Samples a second.
    pub sample_rate: u32,
    /// Who speaks.
    pub provider: String,
}

/// The data of AUDIO_END.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeechEnd {
    /// What ends.
    #[serde(flatten)]
    pub speech: SpeechBegin,
    /// Why.
    pub reason: SpeechReason,
}
