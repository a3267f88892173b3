//! What a turn says over the socket, in its order: INTENT when it is known, then TASK, perhaps CLARIFY, RESPONSE.

use crate::views::turn::{ClarifyView, confidence, result};
use execora_usecases::Refusal;
use execora_usecases::turn::{Interpreted, Source, TurnAnswer, TurnClarify, TurnRefused, TurnResult};
use execora_voice_intent::dialogue::{ClarifyKind, ReplyState};
use execora_voice_intent::understanding as understood;
use execora_voice_protocol::{
    self as protocol, Category, Clarify, ClarifyOption, ErrorCode, Failure, Interpretation, Response,
    ResponseState, ServerMessage, Task, TaskState,
};
use serde_json::{Map, Value, json};

/// Everything that follows the words and what they were understood as.
pub(super) fn messages(answer: &TurnAnswer, id: Option<String>) -> Vec<ServerMessage> {
    let mut messages: Vec<_> = tasks(answer).into_iter().map(ServerMessage::Task).collect();
    messages.extend(
        answer
            .clarify
            .as_ref()
            .map(|c| ServerMessage::Clarify(clarify(answer, c))),
    );
    messages.push(ServerMessage::Response(response(answer, id)));
    messages
}

/// What an answer says of its words.
pub(super) fn understood_as(answer: &TurnAnswer) -> Interpreted {
    Interpreted {
        turn: answer.turn,
        intent: answer.intent,
        confidence: answer.confidence,
        slots: answer.slots.clone(),
        source: answer.source,
        took_us: answer.took_us,
    }
}

pub(super) fn interpretation(understood: Interpreted) -> Interpretation {
    let slots = match json!(understood.slots) {
        Value::Object(slots) => slots,
        _ => Map::new(),
    };
    Interpretation {
        turn_id: understood.turn,
        intent: understood.intent.as_str().to_owned(),
        confidence: confidence(understood.confidence),
        slots,
        source: match understood.source {
            Source::Grammar => protocol::Source::Grammar,
            Source::Cache => protocol::Source::Cache,
            Source::Model => protocol::Source::Model,
        },
        took_us: understood.took_us.into(),
    }
}

/// One task for each command of the breath. A turn is told when it is over: what waits for an answer is still running.
fn tasks(answer: &TurnAnswer) -> Vec<Task> {
    let results = match &answer.result {
        TurnResult::Several(results) => results.as_slice(),
        one => std::slice::from_ref(one),
    };
    let last = results.len().saturating_sub(1);
    let task = |(index, result): (usize, &TurnResult)| Task {
        turn_id: answer.turn,
        id: format!("{}.{}", answer.turn, index + 1),
        intent: answer
            .commands
            .get(index)
            .filter(|_| last > 0)
            .unwrap_or(&answer.about)
            .as_str()
            .to_owned(),
        state: match (result, answer.state) {
            (TurnResult::Refused { .. } | TurnResult::NotUnderstood, _) => TaskState::Failed,
            (_, ReplyState::Failed) if last == 0 => TaskState::Failed,
            (_, ReplyState::NeedsConfirmation | ReplyState::NeedsChoice) if index == last => {
                TaskState::Running
            }
            _ => TaskState::Completed,
        },
    };
    results.iter().enumerate().map(task).collect()
}

fn clarify(answer: &TurnAnswer, asked: &TurnClarify) -> Clarify {
    let view = ClarifyView::from(asked);
    Clarify {
        turn_id: answer.turn,
        kind: match asked.kind {
            ClarifyKind::Customer => protocol::ClarifyKind::Customer,
            ClarifyKind::Product => protocol::ClarifyKind::Product,
            ClarifyKind::Draft => protocol::ClarifyKind::Draft,
            ClarifyKind::Confirm => protocol::ClarifyKind::Confirm,
            ClarifyKind::Missing => protocol::ClarifyKind::Missing,
            ClarifyKind::Intent => protocol::ClarifyKind::Intent,
        },
        prompt: view.prompt,
        options: view
            .options
            .into_iter()
            .map(|o| ClarifyOption {
                index: u16::try_from(o.index).unwrap_or(u16::MAX),
                label: o.label,
                value: o.value,
            })
            .collect(),
        preview: view.preview,
        missing: view.missing,
        about: view.about,
        token: view.token,
        expires_at: asked.expires_at,
    }
}

fn response(answer: &TurnAnswer, id: Option<String>) -> Response {
    Response {
        turn_id: answer.turn,
        text: answer.text.clone(),
        language: language(answer.language),
        result: result(&answer.result),
        state: match answer.state {
            ReplyState::Done => ResponseState::Done,
            ReplyState::NeedsConfirmation => ResponseState::NeedsConfirmation,
            ReplyState::NeedsChoice => ResponseState::NeedsChoice,
            ReplyState::Failed => ResponseState::Failed,
        },
        undo_token: answer.undo.map(|id| id.to_string()),
        id,
    }
}

/// A language as the protocol names it.
pub(super) fn language(language: understood::Language) -> protocol::Language {
    match language {
        understood::Language::English => protocol::Language::English,
        understood::Language::Hindi => protocol::Language::Hindi,
        understood::Language::Hinglish => protocol::Language::Hinglish,
    }
}

/// A language of the protocol as the conversation names it.
pub(super) fn spoken(language: protocol::Language) -> understood::Language {
    match language {
        protocol::Language::English => understood::Language::English,
        protocol::Language::Hindi => understood::Language::Hindi,
        protocol::Language::Hinglish => understood::Language::Hinglish,
    }
}

/// Why a turn has no answer.
pub(super) fn failure(refused: &TurnRefused) -> Failure {
    let code = match refused {
        TurnRefused::Forbidden(_) => ErrorCode::Forbidden,
        TurnRefused::ClarifyExpired => ErrorCode::ClarifyExpired,
        TurnRefused::ClarifyUnknown => ErrorCode::ClarifyUnknown,
        TurnRefused::UndoExpired => ErrorCode::UndoExpired,
        TurnRefused::UnknownSession
        | TurnRefused::Busy
        | TurnRefused::KeyReused
        | TurnRefused::InProgress
        | TurnRefused::Store(_) => ErrorCode::Internal,
    };
    let mut failure = Failure::new(code, refused.to_string());
    if matches!(
        refused,
        TurnRefused::Busy | TurnRefused::InProgress | TurnRefused::Store(_)
    ) {
        failure.category = Category::Database;
        failure.retryable = true;
    }
    failure
}

/// Why the language was not set.
pub(super) fn not_set(refusal: &Refusal) -> Failure {
    match refusal {
        Refusal::Forbidden(_) => Failure::new(ErrorCode::Forbidden, refusal.to_string()),
        _ => {
            let mut failure = Failure::new(ErrorCode::Internal, refusal.to_string());
            failure.category = Category::Database;
            failure.retryable = refusal.ends_the_unit();
            failure
        }
    }
}
