//! What a conversation remembers, with the rights that it took to learn it.

use crate::needs::Needs;
use crate::session::Session;
use crate::turn::answer::TurnClarify;
use chrono::{DateTime, Utc};
use execora_kernel::caller::Forbidden;
use execora_kernel::{Caller, CustomerId, Right, StoreError};
use execora_voice_intent::dialogue::DialogueState;
use execora_voice_intent::understanding::Intent;
use serde::{Deserialize, Serialize};

/// What a conversation remembers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Memory {
    pub(super) dialogue: DialogueState,
    /// What it took to ask the open question: nobody answers it with less.
    #[serde(default)]
    question_needs: Needs,
    /// What the last answer needed: nobody hears it again with less.
    #[serde(default)]
    last_needs: Needs,
}

impl Memory {
    /// A conversation that nothing was said in.
    pub(super) fn new(dialogue: DialogueState) -> Self {
        Self {
            dialogue,
            ..Self::default()
        }
    }

    /// What was stored with a session; what an older program left behind starts afresh, in its language.
    pub(super) fn of(session: &Session) -> Self {
        let stored: Option<Self> = serde_json::from_str(&session.state).ok();
        stored
            .filter(|memory| memory.dialogue.is_current())
            .unwrap_or_else(|| Self::new(DialogueState::for_shop(&session.language)))
    }

    pub(super) fn stored(&self) -> Result<String, StoreError> {
        serde_json::to_string(self).map_err(|_| StoreError::Corrupt { what: "conversation" })
    }

    /// The state that this caller may talk to: without the open question when he may not answer it.
    ///
    /// Refuses who would answer that question or hear again what he may not.
    pub(super) fn seen_by(
        &self,
        caller: &Caller,
        intent: Intent,
        at: DateTime<Utc>,
    ) -> Result<DialogueState, Forbidden> {
        if intent == Intent::Repeat {
            self.last_needs.check(caller, at)?;
        }
        match self.question_needs.check(caller, at) {
            Err(missing) if self.dialogue.asks() => match intent {
                Intent::Affirm
                | Intent::Deny
                | Intent::SelectOption
                | Intent::ProvideOtp
                | Intent::Repeat
                | Intent::Unknown => Err(missing),
                _ => Ok(self.dialogue.without_questions()),
            },
            _ => Ok(self.dialogue.clone()),
        }
    }

    /// What is remembered after a turn that left the dialogue so, and what its answer needed in all. `forbidden` is the right that
    /// was missing in it: then a question that was answered stays open for who has it.
    pub(super) fn after(
        &self,
        caller: &Caller,
        state: DialogueState,
        turn: &Ended,
    ) -> Result<(Self, Needs), Forbidden> {
        let mut needs = turn.needs.clone();
        let hidden = self.question_needs.check(caller, turn.at);
        let state = match hidden {
            // Another question would take the place of the one that others are to answer.
            Err(missing) if self.dialogue.asks() && state.asks() => return Err(missing),
            Err(_) if self.dialogue.asks() => state.with_questions_of(&self.dialogue),
            _ => {
                if self.dialogue.asks() {
                    needs.join(&self.question_needs);
                }
                let answered = !self.dialogue.asks_the_same_as(&state);
                if turn.forbidden && answered && self.dialogue.asks() {
                    self.dialogue.clone()
                } else {
                    state
                }
            }
        };
        if turn.intent == Intent::Repeat {
            needs.join(&self.last_needs);
        }
        let same_question = self.dialogue.asks_the_same_as(&state);
        let said_anew = state.last_turn() != self.dialogue.last_turn();
        let memory = Self {
            question_needs: if !state.asks() {
                Needs::default()
            } else if same_question {
                self.question_needs.clone()
            } else {
                needs.clone()
            },
            last_needs: if said_anew {
                needs.clone()
            } else {
                self.last_needs.clone()
            },
            dialogue: state,
        };
        Ok((memory, needs))
    }
}

/// The right that a yes to this question will need, where that is plain before it is given.
pub(super) fn wanted_by_yes(asked: &TurnClarify) -> Option<(Right, Option<CustomerId>)> {
    let preview = asked.preview.as_ref()?;
    let of_draft = preview.draft.as_ref().and_then(|draft| draft.customer);
    let customer = preview.customer.as_ref().map(|customer| customer.id).or(of_draft);
    let about = |right| customer.map(|customer| (right, Some(customer)));
    match preview.intent {
        Intent::AddPayment | Intent::AddCredit => about(Right::PAYMENTS_CREATE),
        Intent::CreateInvoice | Intent::ConfirmInvoice | Intent::EditDraft | Intent::ToggleGst => {
            about(Right::INVOICES_CREATE)
        }
        Intent::UpdateCustomer => about(Right::CUSTOMERS_UPDATE),
        Intent::CreateCustomer => Some((Right::CUSTOMERS_CREATE, None)),
        Intent::AddStock | Intent::SetPrice => Some((Right::PRODUCTS_UPDATE, None)),
        // What else is asked may turn out to be one of several things; the verb says what it needs.
        _ => None,
    }
}

/// How a turn ended, as far as it matters to what is remembered.
pub(super) struct Ended {
    /// What its look-ups and verbs needed.
    pub(super) needs: Needs,
    /// A right was missing in it.
    pub(super) forbidden: bool,
    pub(super) intent: Intent,
    pub(super) at: DateTime<Utc>,
}
