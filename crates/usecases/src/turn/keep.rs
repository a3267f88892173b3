//! Keeping a turn: its name is claimed first, and conversation, turn and answer are written last, in the unit of what it did.

use crate::perform::{ANSWERS_KEPT, UseCases};
use crate::ports::{Claim, RequestName};
use crate::session::{Session, Turn as TurnRow};
use crate::turn::answer::TurnAnswer;
use crate::turn::input::{TakeTurn, Taken, TurnName};
use crate::turn::memory::{Ended, Memory, wanted_by_yes};
use crate::turn::present::answer_of;
use crate::turn::refused::TurnRefused;
use crate::turn::work::Work;
use execora_kernel::{SessionId, StoreError, TenantId, TurnId};
use execora_voice_intent::dialogue::{self, DialogueState};

/// Where turns are claimed that a client named itself: its names hold in one conversation, by whatever credential they come.
const IN_SESSION: &str = "turn";

/// What is kept of a turn beside its answer.
pub(super) struct Keeping {
    pub(super) session: Session,
    pub(super) is_new: bool,
    pub(super) before: Memory,
    pub(super) state: DialogueState,
    pub(super) text: String,
}

impl TakeTurn {
    /// The name under which the turn is claimed, and what tells it from another turn of that name.
    fn request(&self, work: &Work<'_>) -> Option<(RequestName, String)> {
        match self.name.as_ref()? {
            TurnName::InSession(key) => {
                let name = RequestName {
                    tenant: work.tenant(),
                    credential: work.session.to_string(),
                    route: IN_SESSION.to_owned(),
                    key: key.clone(),
                };
                Some((name, String::new()))
            }
            TurnName::OfRequest(key) => Some((key.name(&work.caller), key.fingerprint.clone())),
        }
    }

    /// Claims the turn's name; when it was answered before, that answer, for who may hear it.
    pub(super) async fn claim(&self, work: &mut Work<'_>) -> Result<Option<Taken>, TurnRefused> {
        let Some((name, fingerprint)) = self.request(work) else {
            return Ok(None);
        };
        let (now, expired) = (work.now, work.now - ANSWERS_KEPT);
        let claim = work
            .unit()?
            .idempotency()
            .claim(&name, &fingerprint, now, expired);
        let (before, kept) = match claim.await {
            Ok(Claim::New) => return Ok(None),
            Ok(Claim::Answered { fingerprint, answer }) => (fingerprint, answer),
            Err(StoreError::Busy) => return Err(TurnRefused::InProgress),
            Err(error) => return Err(error.into()),
        };
        if before != fingerprint {
            return Err(TurnRefused::KeyReused);
        }
        let damaged = StoreError::Corrupt {
            what: "answer of a turn",
        };
        let (session, turn) = pointed_at(&kept).ok_or_else(|| damaged.clone())?;
        let tenant = work.tenant();
        let turn = work.unit()?.sessions().turn(tenant, session, turn).await?;
        let answer = turn.as_ref().and_then(answer_of).ok_or(damaged)?;
        answer.needs.check(&work.caller, now)?;
        Ok(Some(Taken {
            answer,
            replayed: true,
        }))
    }

    /// Writes the conversation, the turn and what its name points to, and commits them with all that the turn did.
    pub(super) async fn keep(
        &self,
        mut work: Work<'_>,
        kept: Keeping,
        mut answer: TurnAnswer,
    ) -> Result<TurnAnswer, TurnRefused> {
        let Keeping {
            mut session,
            is_new,
            before,
            state,
            text,
        } = kept;
        // Noted with what was read, when the caller has it: nobody else answers the question with less.
        if let Some((right, customer)) = answer.clarify.as_ref().and_then(wanted_by_yes) {
            let _ = work.caller.require(right, customer, work.now);
        }
        let ended = Ended {
            needs: work.needs(),
            forbidden: work.forbidden,
            intent: answer.intent,
            at: work.now,
        };
        let (memory, needs) = before.after(&work.caller, state, &ended)?;
        answer.needs = needs;
        session.state = memory.stored()?;
        memory.dialogue.tag().clone_into(&mut session.language);
        let now = work.cases.clock.now();
        session.updated_at = now;
        let turn = row(&work, text, &answer)?;
        let name = self.request(&work);
        let unit = work.unit()?;
        if is_new {
            unit.sessions().insert(&session).await?;
        } else {
            let was = session.version;
            session.version += 1;
            unit.sessions().update(&session, was).await?;
        }
        unit.sessions().append_turn(&turn).await?;
        if let Some((name, _)) = name {
            let pointer = format!("{} {}", answer.session, answer.turn);
            unit.idempotency().answer(&name, &pointer).await?;
        }
        match work.commit().await {
            Err(StoreError::OutcomeUnknown) => {
                let of_turn = (work.tenant(), session.id, answer.turn);
                found_out(work.cases, of_turn, is_new).await?;
            }
            committed => committed?,
        }
        work.cases.announce(work.tenant(), &work.announcements);
        Ok(answer)
    }
}

/// Which turn a claimed name stands for: what is kept as the answer of a request that was a turn.
pub(crate) fn pointed_at(kept: &str) -> Option<(SessionId, TurnId)> {
    let (session, turn) = kept.split_once(' ')?;
    Some((session.parse().ok()?, turn.parse().ok()?))
}

fn row(work: &Work<'_>, text: String, answer: &TurnAnswer) -> Result<TurnRow, StoreError> {
    let took = (work.cases.clock.now() - work.now).num_microseconds();
    Ok(TurnRow {
        id: answer.turn,
        tenant: work.tenant(),
        session: answer.session,
        at: work.now,
        text,
        intent: answer.intent.as_str().to_owned(),
        confidence: basis_points(answer.confidence),
        source: answer.source.as_str().to_owned(),
        state: state_word(answer.state).to_owned(),
        took_us: took.and_then(|took| u32::try_from(took).ok()).unwrap_or(0),
        answer: serde_json::to_string(answer).map_err(|_| StoreError::Corrupt {
            what: "answer of a turn",
        })?,
    })
}

/// Whether a turn was committed of which the store could not say it. Who holds the lock on its conversation knows: a commit that
/// is still under way has not let go of it. A conversation that the turn began has no row yet to wait for.
async fn found_out(
    cases: &UseCases,
    (tenant, session, turn): (TenantId, SessionId, TurnId),
    is_new: bool,
) -> Result<(), TurnRefused> {
    let unknown = |_| StoreError::OutcomeUnknown;
    let mut unit = cases.begin().await.map_err(unknown)?;
    unit.sessions().lock(tenant, session).await.map_err(unknown)?;
    match unit.sessions().turn(tenant, session, turn).await {
        Ok(Some(_)) => Ok(()),
        Ok(None) if !is_new => Err(StoreError::Unavailable.into()),
        Ok(None) | Err(_) => Err(StoreError::OutcomeUnknown.into()),
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
