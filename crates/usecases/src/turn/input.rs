//! What a turn is made of: what somebody did, what the turn is called, and what came of it.

use crate::request::RequestKey;
use crate::turn::answer::TurnAnswer;
use crate::turn::token::UndoToken;
use execora_kernel::SessionId;
use execora_voice_intent::understanding::{Intent, Language, Slots};

/// The most characters of one utterance.
pub const TEXT_MAX: usize = 1_000;

/// What somebody did.
#[derive(Debug, Clone, PartialEq)]
pub enum TurnInput {
    /// Said or typed something.
    Said {
        /// The words.
        text: String,
        /// The recogniser of this machine heard them, which nothing is acted upon without a yes.
        locally: bool,
    },
    /// Chose a command with its slots, instead of saying it.
    Meant {
        /// The command.
        intent: Intent,
        /// Its slots.
        slots: Box<Slots>,
    },
    /// Chose an option of the open question, counted from one.
    Chose(i32),
    /// Answered the question with this token.
    Answered {
        /// Yes or no.
        accept: bool,
        /// Which question.
        token: String,
    },
    /// Wants the thing with this token taken back.
    TookBack(UndoToken),
}

/// What tells a turn that comes again from another: the same name is the same turn, with the same answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TurnName {
    /// The client's own name of it within the conversation.
    InSession(String),
    /// The key of a request; it stands for the conversation as well when the turn begins one.
    OfRequest(RequestKey),
}

/// One turn of a conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeTurn {
    /// The conversation; `None` begins one.
    pub session: Option<SessionId>,
    /// What the turn is called, when it may come again.
    pub name: Option<TurnName>,
    /// The language to answer in from now on, when asked for.
    pub language: Option<Language>,
    /// What was done.
    pub input: TurnInput,
}

/// A turn that was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Its answer.
    pub answer: TurnAnswer,
    /// It was given before, to the same turn.
    pub replayed: bool,
}
