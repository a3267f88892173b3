//! The closed lists of words that messages use.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$word_doc])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )*};
}

words! {
    /// How the audio of a client is coded.
    Encoding {
        /// Signed 16-bit samples, little-endian, without a header.
        Linear16 = "linear16",
        /// Opus in WebM, as browsers record it.
        WebmOpus = "webm-opus",
    }
    /// A language that is understood and spoken.
    Language {
        /// English.
        English = "en",
        /// Hindi in Devanagari.
        Hindi = "hi",
        /// Hindi in Latin letters, also mixed with English.
        Hinglish = "hi-Latn",
    }
    /// Who speaks the answers.
    Speak {
        /// Nobody.
        None = "none",
        /// The browser, from the text.
        Browser = "browser",
        /// The server, as audio.
        Server = "server",
    }
    /// How the server's speech is coded.
    SpeechFormat {
        /// MPEG layer 3.
        Mp3 = "mp3",
        /// Signed 16-bit samples, little-endian, one channel.
        Pcm16 = "pcm16",
        /// Opus.
        Opus = "opus",
    }
    /// What understood a command.
    Source {
        /// The grammar on this machine.
        Grammar = "grammar",
        /// An earlier reading of the same words.
        Cache = "cache",
        /// The language model.
        Model = "model",
    }
    /// What a question is about.
    ClarifyKind {
        /// Which customer.
        Customer = "customer",
        /// Which product.
        Product = "product",
        /// Which draft.
        Draft = "draft",
        /// Yes or no to a preview.
        Confirm = "confirm",
        /// Something was not said.
        Missing = "missing",
        /// What was meant by words that were half heard.
        Intent = "intent",
    }
    /// How far a command is.
    TaskState {
        /// It waits for another of the same customer.
        Queued = "queued",
        /// It is being done.
        Running = "running",
        /// It is done.
        Completed = "completed",
        /// It could not be done.
        Failed = "failed",
        /// It was given up.
        Cancelled = "cancelled",
    }
    /// How a turn ended.
    ResponseState {
        /// Done.
        Done = "done",
        /// A yes is needed.
        NeedsConfirmation = "needs_confirmation",
        /// A choice or a missing word is needed.
        NeedsChoice = "needs_choice",
        /// Nothing was done.
        Failed = "failed",
    }
    /// Why speech ended.
    SpeechReason {
        /// All of it was sent.
        Complete = "complete",
        /// The speaker interrupted.
        Interrupted = "interrupted",
        /// The voice failed; the text stands.
        Failed = "failed",
    }
    /// Why the list of open drafts is sent.
    DraftsReason {
        /// A draft was made.
        Created = "created",
        /// A draft was changed.
        Changed = "changed",
        /// A draft became a bill.
        Confirmed = "confirmed",
        /// A draft was dropped.
        Discarded = "discarded",
        /// The list as it is, after opening or a gap.
        Snapshot = "snapshot",
    }
    /// How far a recording is.
    RecordingState {
        /// Audio is kept from now on.
        Started = "started",
        /// No more audio is kept.
        Stopped = "stopped",
        /// What was kept can be fetched.
        Saved = "saved",
    }
}

impl Language {
    /// The language of that tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|language| language.as_str() == tag)
    }
}
