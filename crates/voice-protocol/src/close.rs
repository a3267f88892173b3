//! Why a socket is closed.

/// The client said goodbye.
pub const BYE: u16 = 1000;
/// The server is going away: reconnect and RESUME.
pub const DRAINING: u16 = 1001;
/// Audio came before START_AUDIO.
pub const BINARY_BEFORE_START: u16 = 1003;
/// The token expired or was revoked, or too many bad frames came in a row.
pub const NOT_ALLOWED: u16 = 1008;
/// A frame was longer than [`crate::limits::FRAME_BYTES_MAX`].
pub const FRAME_TOO_LARGE: u16 = 1009;
/// Something broke inside.
pub const INTERNAL: u16 = 1011;
/// The server has too much to do: come back later.
pub const TOO_BUSY: u16 = 1013;
/// Nothing came for [`crate::limits::IDLE_MAX`].
pub const IDLE: u16 = 4408;
/// More commands came than the hour allows.
pub const TOO_MANY_COMMANDS: u16 = 4429;

/// Every code that the server closes with.
pub const ALL: [u16; 9] = [
    BYE,
    DRAINING,
    BINARY_BEFORE_START,
    NOT_ALLOWED,
    FRAME_TOO_LARGE,
    INTERNAL,
    TOO_BUSY,
    IDLE,
    TOO_MANY_COMMANDS,
];
