//! What bounds a socket. The server tells a client the ones it needs in VOICE_START.

use std::time::Duration;

/// The longest frame, in bytes; a longer one closes the socket with 1009.
pub const FRAME_BYTES_MAX: usize = 64 * 1024;
/// How much unanswered speech is kept, in seconds.
pub const UTTERANCE_SECONDS_MAX: u32 = 60;
/// The longest command by text, in characters.
pub const TEXT_CHARS_MAX: usize = 1000;
/// The longest `id` of a command by text, in characters.
pub const TEXT_ID_CHARS_MAX: usize = 64;
/// The longest `token` of a question or an undo, in characters.
pub const TOKEN_CHARS_MAX: usize = 128;
/// The longest name of an intent, in characters.
pub const INTENT_CHARS_MAX: usize = 64;
/// The highest number of an option.
pub const OPTION_MAX: u16 = 100;
/// The sample rates of a client's audio, in hertz.
pub const SAMPLE_RATES: std::ops::RangeInclusive<u32> = 8_000..=48_000;
/// The channels of a client's audio.
pub const CHANNELS: std::ops::RangeInclusive<u16> = 1..=2;
/// So many bad frames in a row close the socket.
pub const BAD_FRAMES_IN_A_ROW_MAX: u32 = 20;
/// How many messages are kept for a client that comes back.
pub const RESUME_MESSAGES_MAX: usize = 200;
/// The highest `last_seq` of a RESUME: more messages than any conversation has.
pub const LAST_SEQ_MAX: u64 = 1_000_000_000;
/// How long they are kept.
pub const RESUME_AGE_MAX: Duration = Duration::from_secs(10 * 60);
/// So long without a frame from the client closes the socket with 4408.
pub const IDLE_MAX: Duration = Duration::from_secs(5 * 60);
/// How many commands of one breath run at a time.
pub const TASKS_AT_ONCE_MAX: usize = 3;
/// How many commands an hour a socket may give, unless configured otherwise.
pub const COMMANDS_PER_HOUR_DEFAULT: u32 = 100;
