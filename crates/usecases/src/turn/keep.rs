//! Keeping a turn and what the conversation remembers of it.

use crate::perform::UseCases;
use crate::session::{Session, Turn as TurnRow};
use crate::turn::answer::TurnAnswer;
use crate::turn::open_session::stored;
use crate::turn::refused::TurnRefused;
use crate::turn::take_turn::TakeTurn;
use chrono::{DateTime, Utc};
use execora_kernel::{Caller, StoreError};
use execora_voice_intent::dialogue::{self, DialogueState};

impl TakeTurn {
    /// Keeps the conversation and the turn, in one unit.
    pub(super) async fn keep(
        &self,
        cases: &UseCases,
        caller: &Caller,
        (mut session, is_new): (Session, bool),
        state: &DialogueState,
        (began, text): (DateTime<Utc>, &str),
        answer: &TurnAnswer,
    ) -> Result<(), TurnRefused> {
        session.state = stored(state)?;
        state.tag().clone_into(&mut session.language);
        let now = cases.clock.now();
        session.updated_at = now;
        let mut unit = cases.books.begin().await?;
        if is_new {
            unit.sessions().insert(&session).await?;
        } else {
            let was = session.version;
            session.version += 1;
            unit.sessions().update(&session, was).await?;
        }
        let took = (now - began).num_microseconds().unwrap_or_default();
        let turn = TurnRow {
            id: answer.turn,
            tenant: caller.tenant,
            session: session.id,
            client_id: self.client_id.clone(),
            at: began,
            text: text.to_owned(),
            intent: answer.intent.as_str().to_owned(),
            confidence: basis_points(answer.confidence),
            source: answer.source.as_str().to_owned(),
            state: state_word(answer.state).to_owned(),
            took_us: u32::try_from(took).unwrap_or(0),
            answer: serde_json::to_string(answer).map_err(|_| StoreError::Corrupt {
                what: "answer of a turn",
            })?,
        };
        unit.sessions().append_turn(&turn).await?;
        unit.commit().await?;
        Ok(())
    }
}

/// The word on the wire for how a turn ended.
fn state_word(state: dialogue::ReplyState) -> &'static str {
    match state {
        dialogue::ReplyState::Done => "done",
        dialogue::ReplyState::NeedsConfirmation => "needs_confirmation",
        dialogue::ReplyState::NeedsChoice => "needs_choice",
        dialogue::ReplyState::Failed => "failed",
    }
}

/// A confidence in ten-thousandths, read off its decimal form so that no float is rounded by hand.
fn basis_points(confidence: f32) -> u16 {
    let decimal = format!("{:.4}", confidence.clamp(0.0, 1.0));
    decimal.replace('.', "").parse().unwrap_or(0)
}
