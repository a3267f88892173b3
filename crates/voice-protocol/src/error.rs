//! What can go wrong on a socket, and why a frame is refused.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal $category:ident $retryable:literal,)*) => {
        /// The `code` of an ERROR; frozen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum ErrorCode {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)*
        }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The family it belongs to.
            #[must_use]
            pub const fn category(self) -> Category {
                match self { $(Self::$variant => Category::$category,)* }
            }

            /// Whether the same frame may succeed later.
            #[must_use]
            pub const fn retryable(self) -> bool {
                match self { $(Self::$variant => $retryable,)* }
            }
        }
    };
}

codes! {
    /// The frame is not JSON, or names a key twice.
    BadJson = "bad_json" Validation false,
    /// There is no such message.
    UnknownType = "unknown_type" Validation false,
    /// The data does not fit the type.
    BadData = "bad_data" Validation false,
    /// Audio came before START_AUDIO; the socket closes with 1003.
    BinaryBeforeStart = "binary_before_start" Websocket false,
    /// Audio of this encoding is not understood.
    UnsupportedEncoding = "unsupported_encoding" Validation false,
    /// Speech cannot be given in this format.
    UnsupportedSpeechFormat = "unsupported_speech_format" Validation false,
    /// Nothing here turns audio into text: send TEXT, or let the browser listen.
    NoRecogniser = "no_recogniser" External false,
    /// The question is no longer open.
    ClarifyExpired = "clarify_expired" Business false,
    /// No such question was asked in this session, or it has no such option.
    ClarifyUnknown = "clarify_unknown" Business false,
    /// It can no longer be taken back.
    UndoExpired = "undo_expired" Business false,
    /// Messages were missed that are no longer kept; DRAFTS follows in full.
    ResumeGap = "resume_gap" Websocket false,
    /// More commands came than the hour allows.
    TooManyCommands = "too_many_commands" RateLimit true,
    /// The token does not allow it.
    Forbidden = "forbidden" Authorization false,
    /// Something broke inside.
    Internal = "internal" Unknown false,
}

/// The families of errors, the same as over REST.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// What was sent is not well formed.
    Validation,
    /// Nobody knows who sent it.
    Authentication,
    /// The sender may not.
    Authorization,
    /// There is no such thing.
    Notfound,
    /// It was changed or done in the meantime.
    Conflict,
    /// Too often.
    RateLimit,
    /// The shop's rules refuse it.
    Business,
    /// The books cannot be reached.
    Database,
    /// A provider failed.
    External,
    /// It belongs to the socket itself.
    Websocket,
    /// Something else.
    Unknown,
}

/// Why a frame of a client was refused. Nothing of its content is repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProtocolError {
    /// It is not JSON, or a key stands in it twice.
    #[error("not JSON, or a key stands in it twice")]
    BadJson,
    /// It has no type, or one that is not known.
    #[error("there is no such message")]
    UnknownType,
    /// Its data does not fit its type.
    #[error("bad data: {0}")]
    BadData(&'static str),
    /// The encoding of START_AUDIO is not known.
    #[error("audio of this encoding is not understood")]
    UnsupportedEncoding,
    /// The speech format of START_AUDIO is not known.
    #[error("speech cannot be given in this format")]
    UnsupportedSpeechFormat,
}

impl ProtocolError {
    /// The code of the ERROR that answers it.
    #[must_use]
    pub const fn code(self) -> ErrorCode {
        match self {
            Self::BadJson => ErrorCode::BadJson,
            Self::UnknownType => ErrorCode::UnknownType,
            Self::BadData(_) => ErrorCode::BadData,
            Self::UnsupportedEncoding => ErrorCode::UnsupportedEncoding,
            Self::UnsupportedSpeechFormat => ErrorCode::UnsupportedSpeechFormat,
        }
    }
}
