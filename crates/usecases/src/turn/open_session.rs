//! Beginning a conversation, and the language it is held in.

use crate::perform::UseCases;
use crate::session::Session;
use crate::turn::refused::TurnRefused;
use execora_kernel::{Caller, Right, SessionId, StoreError};
use execora_voice_intent::dialogue::DialogueState;
use execora_voice_intent::understanding::Language;

/// How often a change of a session is tried again when a turn came in between.
const ATTEMPTS_MAX: u32 = 5;

/// Begins a conversation of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenSession {
    /// The language that was asked for; the shop's to begin with otherwise.
    pub language: Option<Language>,
}

impl OpenSession {
    /// Begins it.
    ///
    /// # Errors
    /// When the caller may not talk to the shop, or the store fails.
    pub async fn run(&self, cases: &UseCases, caller: &Caller) -> Result<Session, TurnRefused> {
        caller.require(Right::VOICE_USE, None, cases.clock.now())?;
        let shop = cases
            .queries
            .shops
            .find(caller.tenant)
            .await?
            .ok_or(TurnRefused::UnknownSession)?;
        let session = fresh(cases, caller, &shop.language, self.language)?;
        let mut unit = cases.books.begin().await?;
        unit.sessions().insert(&session).await?;
        unit.commit().await?;
        Ok(session)
    }
}

/// Another language from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetLanguage {
    /// The conversation.
    pub session: SessionId,
    /// The language; `None` follows the speaker again.
    pub language: Option<Language>,
}

impl SetLanguage {
    /// Sets it, and answers with the language of the next answer.
    ///
    /// # Errors
    /// When there is no such conversation of this caller, or the store fails.
    pub async fn run(&self, cases: &UseCases, caller: &Caller) -> Result<Language, TurnRefused> {
        let now = cases.clock.now();
        caller.require(Right::VOICE_USE, None, now)?;
        for _ in 0..ATTEMPTS_MAX {
            let mut unit = cases.books.begin().await?;
            let found = unit.sessions().lock(caller.tenant, self.session).await?;
            let mut session = found
                .filter(|session| session.user == caller.user)
                .ok_or(TurnRefused::UnknownSession)?;
            let mut state = state_of(&session);
            state.set_language(self.language);
            session.state = stored(&state)?;
            state.tag().clone_into(&mut session.language);
            session.updated_at = now;
            let was = session.version;
            session.version += 1;
            match unit.sessions().update(&session, was).await {
                Ok(()) => {
                    unit.commit().await?;
                    return Ok(state.language());
                }
                Err(StoreError::Stale) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(TurnRefused::Busy)
    }
}

/// A conversation that nothing was said in.
pub(super) fn fresh(
    cases: &UseCases,
    caller: &Caller,
    shop_language: &str,
    asked: Option<Language>,
) -> Result<Session, StoreError> {
    let mut state = DialogueState::for_shop(shop_language);
    state.set_language(asked);
    let now = cases.clock.now();
    Ok(Session {
        id: cases.fresh(SessionId::new),
        tenant: caller.tenant,
        user: caller.user,
        language: state.tag().to_owned(),
        state: stored(&state)?,
        started_at: now,
        ended_at: None,
        updated_at: now,
        version: 1,
    })
}

/// What a conversation remembers; one that an older program left behind starts afresh, in its language.
pub(super) fn state_of(session: &Session) -> DialogueState {
    serde_json::from_str(&session.state)
        .ok()
        .filter(DialogueState::is_current)
        .unwrap_or_else(|| DialogueState::for_shop(&session.language))
}

pub(super) fn stored(state: &DialogueState) -> Result<String, StoreError> {
    serde_json::to_string(state).map_err(|_| StoreError::Corrupt { what: "conversation" })
}
