//! What a command wants next, as decided by the file of its kind.

use execora_kernel::UndoId;

use super::action::Action;
use super::effect::LookUp;
use super::event::Turn;
use super::fact::Missing;
use super::reply::{Choice, ClarifyKind, Preview, ReplyState, Shown};
use super::state::DialogueState;
use super::task::{Part, Task};
use crate::understanding::Language;

/// What one command wants next.
#[derive(Debug)]
pub(super) enum Next {
    LookUp(LookUp),
    Act(Box<Action>),
    Ask(Box<Ask>),
    Say(Box<Part>),
    /// Look at the command again: more is known about it.
    Again,
}

/// A question to the speaker.
#[derive(Debug)]
pub(super) struct Ask {
    pub kind: ClarifyKind,
    pub prompt: String,
    pub options: Vec<Choice>,
    pub missing: Vec<Missing>,
    pub about: Option<String>,
    pub preview: Option<Preview>,
    pub shown: Shown,
    pub undo: Option<UndoId>,
}

impl Ask {
    pub(super) fn confirm(prompt: String, preview: Preview, shown: Shown) -> Next {
        Next::Ask(Box::new(Self {
            kind: ClarifyKind::Confirm,
            prompt,
            options: Vec::new(),
            missing: Vec::new(),
            about: None,
            preview: Some(preview),
            shown,
            undo: None,
        }))
    }

    pub(super) fn missing(prompt: String, missing: Missing, shown: Shown) -> Next {
        Next::Ask(Box::new(Self {
            kind: ClarifyKind::Missing,
            prompt,
            options: Vec::new(),
            missing: vec![missing],
            about: None,
            preview: None,
            shown,
            undo: None,
        }))
    }

    /// The same of one unclear line: of these goods.
    pub(super) fn missing_about(prompt: String, missing: Missing, product: String, shown: Shown) -> Next {
        Next::Ask(Box::new(Self {
            kind: ClarifyKind::Missing,
            prompt,
            options: Vec::new(),
            missing: vec![missing],
            about: Some(product),
            preview: None,
            shown,
            undo: None,
        }))
    }

    pub(super) fn choice(kind: ClarifyKind, prompt: String, options: Vec<Choice>) -> Next {
        Next::Ask(Box::new(Self {
            kind,
            prompt,
            options,
            missing: Vec::new(),
            about: None,
            preview: None,
            shown: Shown::Nothing,
            undo: None,
        }))
    }
}

impl Next {
    pub(super) fn done(task: &Task, text: String, shown: Shown) -> Self {
        Self::say(task, ReplyState::Done, text, shown)
    }

    pub(super) fn failed(task: &Task, text: String, code: &str) -> Self {
        Self::say(task, ReplyState::Failed, text, Shown::Refused(code.to_owned()))
    }

    fn say(task: &Task, state: ReplyState, text: String, shown: Shown) -> Self {
        Self::Say(Box::new(Part {
            intent: task.intent,
            state,
            text,
            shown,
            undo: None,
        }))
    }

    pub(super) fn act(action: Action) -> Self {
        Self::Act(Box::new(action))
    }
}

/// What a command is decided with: `Err` leaves early with what has to come first.
pub(super) type Decided<T = Next> = Result<T, Next>;

/// The conversation around a command.
pub(super) struct Around<'a> {
    pub state: &'a mut DialogueState,
    pub turn: &'a Turn,
    pub language: Language,
}
