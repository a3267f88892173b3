//! Turns on the wire, the same over the socket, REST and the terminal.

use super::choice::{ChoiceView, PreviewView};
use super::instant;
use super::result::ResultView;
use super::words::{ClarifyKindWord, LanguageWord, NotSaidWord, SourceWord, StateWord};
use crate::web::openapi::scalars as doc;
use execora_usecases::turn::{TurnAnswer, TurnClarify, TurnOption, TurnResult};
use execora_voice_intent::dialogue::{ClarifyKind, ReplyState};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

/// One option of a question.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClarifyOption)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OptionView {
    /// Counted from one.
    pub index: usize,
    pub label: String,
    /// The customer, product or draft; a customer who is to be made has `customer_id` null.
    #[schema(value_type = ChoiceView)]
    pub value: Value,
}

/// The question that an answer leaves open.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Clarify)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ClarifyView {
    /// `customer`, `product`, `draft`, `confirm`, `missing` or `intent`.
    #[schema(value_type = ClarifyKindWord)]
    pub kind: &'static str,
    pub prompt: String,
    pub options: Vec<OptionView>,
    /// What a yes would do: `{intent, customer?, draft?, amount_paise?}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = PreviewView)]
    pub preview: Option<Value>,
    /// What was not said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<NotSaidWord>)]
    pub missing: Vec<String>,
    /// The goods of which it was not said, when it is about one line of a bill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    pub token: String,
    #[schema(value_type = doc::Instant)]
    pub expires_at: String,
}

/// What a command came to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Command)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CommandView {
    #[schema(value_type = doc::SessionRef)]
    pub session_id: String,
    #[schema(value_type = doc::TurnRef)]
    pub turn_id: String,
    #[schema(value_type = doc::IntentText)]
    pub intent: &'static str,
    /// 0 to 1.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
    /// What was said: rupees and numbers.
    #[schema(value_type = doc::Slots)]
    pub slots: Value,
    #[schema(value_type = SourceWord)]
    pub source: &'static str,
    pub took_us: u32,
    /// The answer in words.
    pub text: String,
    #[schema(value_type = LanguageWord)]
    pub language: &'static str,
    /// `done`, `needs_confirmation`, `needs_choice` or `failed`.
    #[schema(value_type = StateWord)]
    pub state: &'static str,
    /// What happened, told apart by its `kind`.
    #[schema(value_type = ResultView)]
    pub result: Value,
    pub clarify: Option<ClarifyView>,
    /// Takes back the last thing that was done, for ten minutes.
    #[schema(value_type = Option<doc::UndoRef>)]
    pub undo_token: Option<String>,
}

impl From<&TurnAnswer> for CommandView {
    fn from(a: &TurnAnswer) -> Self {
        Self {
            session_id: a.session.to_string(),
            turn_id: a.turn.to_string(),
            intent: a.intent.as_str(),
            confidence: confidence(a.confidence),
            slots: json!(a.slots),
            source: a.source.as_str(),
            took_us: a.took_us,
            text: a.text.clone(),
            language: a.language.as_str(),
            state: state(a.state),
            result: result(&a.result),
            clarify: a.clarify.as_ref().map(ClarifyView::from),
            undo_token: a.undo.map(|id| id.to_string()),
        }
    }
}

impl From<&TurnClarify> for ClarifyView {
    fn from(c: &TurnClarify) -> Self {
        Self {
            kind: match c.kind {
                ClarifyKind::Customer => "customer",
                ClarifyKind::Product => "product",
                ClarifyKind::Draft => "draft",
                ClarifyKind::Confirm => "confirm",
                ClarifyKind::Missing => "missing",
                ClarifyKind::Intent => "intent",
            },
            prompt: c.prompt.clone(),
            options: c.options.iter().map(OptionView::from).collect(),
            preview: c.preview.as_ref().map(|p| json!(PreviewView::from(p))),
            missing: c
                .missing
                .iter()
                .filter_map(|m| json!(m).as_str().map(str::to_owned))
                .collect(),
            about: c.about.clone(),
            token: c.token.clone(),
            expires_at: instant(c.expires_at),
        }
    }
}

impl From<&TurnOption> for OptionView {
    fn from(o: &TurnOption) -> Self {
        Self {
            index: o.index,
            label: o.label.clone(),
            value: json!(ChoiceView::from(&o.value)),
        }
    }
}

/// The word for how a turn ended.
#[must_use]
pub fn state(state: ReplyState) -> &'static str {
    match state {
        ReplyState::Done => "done",
        ReplyState::NeedsConfirmation => "needs_confirmation",
        ReplyState::NeedsChoice => "needs_choice",
        ReplyState::Failed => "failed",
    }
}

/// A certainty with four decimals: what is 0.95 in the program reads 0.95 on the wire.
#[must_use]
pub fn confidence(certainty: f32) -> f64 {
    (f64::from(certainty) * 10_000.0).round() / 10_000.0
}

/// What happened, always with a `kind`.
#[must_use]
pub fn result(result: &TurnResult) -> Value {
    json!(ResultView::from(result))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certainty_reads_as_it_was_meant() {
        assert_eq!(confidence(0.95).to_string(), "0.95");
        assert_eq!(confidence(1.0).to_string(), "1");
    }
}
