//! What a client says to the server.

use crate::{
    error::ProtocolError,
    reading,
    words::{Encoding, Language, Speak, SpeechFormat},
};
use execora_kernel::SessionId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One text frame of a client.
///
/// ```
/// use execora_voice_protocol::ClientMessage;
/// let undo = r#"{"type":"UNDO","data":{"token":"und_1"}}"#;
/// let message = ClientMessage::parse(undo).unwrap();
/// assert_eq!(message.name(), "UNDO");
/// assert_eq!(serde_json::to_string(&message).unwrap(), undo);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", content = "data", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ClientMessage {
    /// Audio follows in binary frames.
    StartAudio(StartAudio),
    /// The utterance ends here; the recogniser is asked for its last words.
    StopAudio {},
    /// A command by keyboard, or recognised by the browser itself.
    Text(Text),
    /// A choice among the options of the last CLARIFY, or an intent of one's own.
    SelectIntent(Selection),
    /// Yes or no to a CLARIFY.
    Confirm(Confirm),
    /// Stop speaking now.
    Interrupt {},
    /// Keep the audio of this session from now on.
    StartRecording {},
    /// Keep no more of it.
    StopRecording {},
    /// Speak another language.
    SetLanguage(SetLanguage),
    /// Go on with a session after a reconnect; the first message, if at all.
    Resume(Resume),
    /// Answered by PONG.
    Ping {},
    /// Take back what a RESPONSE reported.
    Undo(Undo),
    /// Answered by GOODBYE and the end.
    Disconnect {},
}

/// The data of START_AUDIO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StartAudio {
    /// How the audio is coded.
    pub encoding: Encoding,
    /// Samples a second and channel.
    pub sample_rate: u32,
    /// One or two.
    pub channels: u16,
    /// What is spoken, when it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Who speaks the answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speak: Option<Speak>,
    /// How the server's speech is to be coded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speech_format: Option<SpeechFormat>,
}

/// The data of TEXT.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The words.
    pub text: String,
    /// The same id in a session is the same turn and gets the same RESPONSE again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// The data of SELECT_INTENT.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Selection {
    /// One of the options of the last CLARIFY.
    Option {
        /// Which, from 1.
        option: u16,
    },
    /// An intent with its slots.
    Intent {
        /// The intent, such as `FETCH_BALANCE`.
        intent: String,
        /// Its slots.
        slots: Map<String, Value>,
    },
}

/// The data of CONFIRM.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    /// Yes or no.
    pub accept: bool,
    /// The token of the CLARIFY that is answered.
    pub token: String,
}

/// The data of SET_LANGUAGE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetLanguage {
    /// Which.
    pub language: Language,
}

/// The data of RESUME.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// The session to go on with.
    pub session_id: SessionId,
    /// The last `seq` that arrived.
    pub last_seq: u64,
}

/// The data of UNDO.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The `undo_token` of the RESPONSE.
    pub token: String,
}

impl ClientMessage {
    /// The name of every message.
    pub const NAMES: &'static [&'static str] = &[
        "START_AUDIO",
        "STOP_AUDIO",
        "TEXT",
        "SELECT_INTENT",
        "CONFIRM",
        "INTERRUPT",
        "START_RECORDING",
        "STOP_RECORDING",
        "SET_LANGUAGE",
        "RESUME",
        "PING",
        "UNDO",
        "DISCONNECT",
    ];

    /// Reads a text frame strictly: no unknown or repeated key, no type but the documented one, nothing out of bounds.
    ///
    /// # Errors
    /// [`ProtocolError`], whose code goes into the ERROR that answers the frame.
    pub fn parse(frame: &str) -> Result<Self, ProtocolError> {
        reading::message(frame)
    }

    /// The `type` on the wire.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::StartAudio(_) => "START_AUDIO",
            Self::StopAudio {} => "STOP_AUDIO",
            Self::Text(_) => "TEXT",
            Self::SelectIntent(_) => "SELECT_INTENT",
            Self::Confirm(_) => "CONFIRM",
            Self::Interrupt {} => "INTERRUPT",
            Self::StartRecording {} => "START_RECORDING",
            Self::StopRecording {} => "STOP_RECORDING",
            Self::SetLanguage(_) => "SET_LANGUAGE",
            Self::Resume(_) => "RESUME",
            Self::Ping {} => "PING",
            Self::Undo(_) => "UNDO",
            Self::Disconnect {} => "DISCONNECT",
        }
    }
}
