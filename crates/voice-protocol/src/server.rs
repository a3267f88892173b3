//! What the server says to a client.

use crate::{
    SUBPROTOCOL,
    error::{Category, ErrorCode},
    limits,
    turn::{Clarify, Heard, Interpretation, Response, ResponseChunk, SpeechBegin, SpeechEnd, Task},
    words::{DraftsReason, Encoding, Language, RecordingState},
};
use chrono::{DateTime, Utc};
use execora_kernel::{SessionId, TurnId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One text frame of the server.
///
/// ```
/// use execora_voice_protocol::{ServerFrame, ServerMessage};
/// let frame = ServerFrame {
///     message: ServerMessage::Goodbye {},
///     seq: 12,
///     timestamp: "2026-11-23T10:00:00Z".parse().unwrap(),
/// };
/// let text = serde_json::to_string(&frame).unwrap();
/// assert_eq!(text, r#"{"type":"GOODBYE","data":{},"seq":12,"timestamp":"2026-11-23T10:00:00Z"}"#);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServerFrame {
    /// What it says.
    #[serde(flatten)]
    pub message: ServerMessage,
    /// 1, 2, 3 … within a session, also over reconnects.
    pub seq: u64,
    /// When it was said.
    pub timestamp: DateTime<Utc>,
}

/// What a frame of the server says. A turn comes in this order: the final TRANSCRIPT, INTENT, TASK, perhaps CLARIFY, one
/// RESPONSE, and then its speech.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ServerMessage {
    /// The session is open; a second one, `resumed`, answers RESUME.
    VoiceStart(VoiceStart),
    /// Audio is listened to.
    AudioStarted {},
    /// Audio is no longer listened to.
    AudioStopped {},
    /// What was heard.
    Transcript(Heard),
    /// What it was understood as.
    Intent(Interpretation),
    /// A question to the speaker.
    Clarify(Clarify),
    /// How far a command is.
    Task(Task),
    /// The one answer of a turn.
    Response(Response),
    /// A piece of a long answer.
    ResponseChunk(ResponseChunk),
    /// Speech follows in binary frames.
    AudioBegin(SpeechBegin),
    /// Speech is over.
    AudioEnd(SpeechEnd),
    /// The open drafts of the shop.
    Drafts(Drafts),
    /// The recording of this session.
    Recording(Recording),
    /// Another language from now on.
    LanguageChanged {
        /// Which.
        language: Language,
    },
    /// The answer to PING.
    Pong {},
    /// The answer to DISCONNECT.
    Goodbye {},
    /// Something went wrong; the socket stays open.
    Error(Failure),
}

/// The data of VOICE_START.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceStart {
    /// The session.
    pub session_id: SessionId,
    /// [`SUBPROTOCOL`].
    pub protocol: String,
    /// Who listens: a provider, `local`, `browser` or `none`.
    pub speech_to_text: String,
    /// Who speaks: a provider, `local`, `browser` or `none`.
    pub text_to_speech: String,
    /// The encodings of audio that are understood.
    pub encodings: Vec<Encoding>,
    /// The languages.
    pub languages: Vec<Language>,
    /// What the client has to stay within.
    pub limits: Limits,
    /// Whether an earlier session goes on.
    pub resumed: bool,
}

impl VoiceStart {
    /// A new session in every language with nobody who listens or speaks.
    #[must_use]
    pub fn new(session_id: SessionId) -> Self {
        Self {
            session_id,
            protocol: SUBPROTOCOL.to_owned(),
            speech_to_text: "none".to_owned(),
            text_to_speech: "none".to_owned(),
            encodings: Vec::new(),
            languages: Language::ALL.to_vec(),
            limits: Limits::default(),
            resumed: false,
        }
    }
}

/// What a client has to stay within.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The longest frame.
    pub frame_bytes: usize,
    /// The longest unanswered speech.
    pub utterance_seconds: u32,
    /// Commands an hour; 0 is no limit.
    pub commands_per_hour: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            frame_bytes: limits::FRAME_BYTES_MAX,
            utterance_seconds: limits::UTTERANCE_SECONDS_MAX,
            commands_per_hour: limits::COMMANDS_PER_HOUR_DEFAULT,
        }
    }
}

/// The data of DRAFTS.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Drafts {
    /// All that are open, as over REST.
    pub drafts: Vec<Value>,
    /// Why they are sent.
    pub reason: DraftsReason,
}

/// The data of RECORDING.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// How far it is.
    pub state: RecordingState,
    /// Names it once it is saved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording_id: Option<String>,
}

/// The data of ERROR.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// What went wrong.
    pub code: ErrorCode,
    /// Its family.
    pub category: Category,
    /// For developers; what a person hears is rendered from the code.
    pub message: String,
    /// Whether the same frame may succeed later.
    pub retryable: bool,
    /// The turn, when it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn_id: Option<TurnId>,
}

impl Failure {
    /// A failure whose family and retryability are those of its code.
    ///
    /// ```
    /// use execora_voice_protocol::{Category, ErrorCode, Failure};
    /// let failure = Failure::new(ErrorCode::TooManyCommands, "100 commands an hour");
    /// assert_eq!((failure.category, failure.retryable), (Category::RateLimit, true));
    /// ```
    #[must_use]
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            category: code.category(),
            message: message.into(),
            retryable: code.retryable(),
            turn_id: None,
        }
    }
}

impl From<crate::ProtocolError> for Failure {
    fn from(error: crate::ProtocolError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

impl ServerMessage {
    /// The name of every message.
    pub const NAMES: &'static [&'static str] = &[
        "VOICE_START",
        "AUDIO_STARTED",
        "AUDIO_STOPPED",
        "TRANSCRIPT",
        "INTENT",
        "CLARIFY",
        "TASK",
        "RESPONSE",
        "RESPONSE_CHUNK",
        "AUDIO_BEGIN",
        "AUDIO_END",
        "DRAFTS",
        "RECORDING",
        "LANGUAGE_CHANGED",
        "PONG",
        "GOODBYE",
        "ERROR",
    ];

    /// The `type` on the wire.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::VoiceStart(_) => "VOICE_START",
            Self::AudioStarted {} => "AUDIO_STARTED",
            Self::AudioStopped {} => "AUDIO_STOPPED",
            Self::Transcript(_) => "TRANSCRIPT",
            Self::Intent(_) => "INTENT",
            Self::Clarify(_) => "CLARIFY",
            Self::Task(_) => "TASK",
            Self::Response(_) => "RESPONSE",
            Self::ResponseChunk(_) => "RESPONSE_CHUNK",
            Self::AudioBegin(_) => "AUDIO_BEGIN",
            Self::AudioEnd(_) => "AUDIO_END",
            Self::Drafts(_) => "DRAFTS",
            Self::Recording(_) => "RECORDING",
            Self::LanguageChanged { .. } => "LANGUAGE_CHANGED",
            Self::Pong {} => "PONG",
            Self::Goodbye {} => "GOODBYE",
            Self::Error(_) => "ERROR",
        }
    }
}
