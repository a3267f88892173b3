//! The messages of the voice socket, shared by the server and by clients written in Rust.
//!
//! Text frames are JSON: `{"type":"…","data":{…}}`, from the server also `seq` and `timestamp`. What comes from a client
//! is read strictly:
//!
//! ```
//! use execora_voice_protocol::{ClientMessage, ErrorCode};
//! let message = ClientMessage::parse(r#"{"type":"TEXT","data":{"text":"Rahul ka balance batao"}}"#);
//! assert!(matches!(message, Ok(ClientMessage::Text(said)) if said.text == "Rahul ka balance batao"));
//!
//! let refused = ClientMessage::parse(r#"{"type":"TEXT","data":{"words":"Rahul"}}"#);
//! assert_eq!(refused.map_err(|e| e.code()), Err(ErrorCode::BadData));
//! ```
//!
//! and what comes from the server is read by a client like this:
//!
//! ```
//! use execora_voice_protocol::{ServerFrame, ServerMessage};
//! let frame: ServerFrame = serde_json::from_str(
//!     r#"{"type":"PONG","data":{},"seq":7,"timestamp":"2026-11-23T10:00:00Z"}"#,
//! ).unwrap();
//! assert_eq!((frame.seq, frame.message), (7, ServerMessage::Pong {}));
//! ```

pub mod client;
pub mod close;
pub mod error;
pub mod limits;
mod reading;
pub mod server;
pub mod turn;
pub mod words;

pub use client::{ClientMessage, Confirm, Resume, Selection, SetLanguage, StartAudio, Text, Undo};
pub use error::{Category, ErrorCode, ProtocolError};
pub use server::{Drafts, Failure, Limits, Recording, ServerFrame, ServerMessage, VoiceStart};
pub use turn::{
    Clarify, ClarifyOption, Heard, Interpretation, Response, ResponseChunk, SpeechBegin, SpeechEnd, Task,
};
pub use words::{
    ClarifyKind, DraftsReason, Encoding, Language, RecordingState, ResponseState, Source, Speak,
    SpeechFormat, SpeechReason, TaskState,
};

/// The subprotocol that both sides name in the handshake.
pub const SUBPROTOCOL: &str = "execora.v1";
