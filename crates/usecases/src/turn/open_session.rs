//! Beginning a conversation, and the language it is held in.

use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::session::Session;
use crate::turn::memory::Memory;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::{Caller, Right, SessionId, StoreError};
use execora_voice_intent::dialogue::DialogueState;
use execora_voice_intent::understanding::Language;

/// Begins a conversation of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenSession {
    /// The language that was asked for; the shop's to begin with otherwise.
    pub language: Option<Language>,
}

#[async_trait]
impl Verb for OpenSession {
    type Output = Session;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<Session, Refusal> {
        scene.caller.require(Right::VOICE_USE, None, scene.now)?;
        let id = scene.id(SessionId::new);
        let session = fresh(id, scene.caller, &scene.shop.language, self.language, scene.now)?;
        unit.sessions().insert(&session).await?;
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

#[async_trait]
impl Verb for SetLanguage {
    /// The language of the next answer.
    type Output = Language;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<Language, Refusal> {
        scene.caller.require(Right::VOICE_USE, None, scene.now)?;
        let found = unit.sessions().lock(scene.tenant(), self.session).await?;
        let mut session = found
            .filter(|session| session.user == scene.caller.user)
            .ok_or(Refusal::NotFound)?;
        let mut memory = Memory::of(&session);
        memory.dialogue.set_language(self.language);
        session.state = memory.stored()?;
        memory.dialogue.tag().clone_into(&mut session.language);
        session.updated_at = scene.now;
        let was = session.version;
        session.version += 1;
        unit.sessions().update(&session, was).await?;
        Ok(memory.dialogue.language())
    }
}

/// A conversation that nothing was said in.
pub(super) fn fresh(
    id: SessionId,
    caller: &Caller,
    shop_language: &str,
    asked: Option<Language>,
    now: DateTime<Utc>,
) -> Result<Session, StoreError> {
    let mut dialogue = DialogueState::for_shop(shop_language);
    dialogue.set_language(asked);
    Ok(Session {
        id,
        tenant: caller.tenant,
        user: caller.user,
        language: dialogue.tag().to_owned(),
        state: Memory::new(dialogue).stored()?,
        started_at: now,
        ended_at: None,
        updated_at: now,
        version: 1,
    })
}
