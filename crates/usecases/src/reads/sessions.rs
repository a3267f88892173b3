//! Conversations: lists, and one with its last turns.

use super::{Guarded, Read, ReadScene};
use crate::refusal::Refusal;
use crate::session::{Session, Turn};
use async_trait::async_trait;
use execora_kernel::{Page, PageRequest, Right, SessionId};

/// A page of conversations, newest first.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ListSessions {
    pub page: PageRequest,
}

impl Guarded for ListSessions {
    const RIGHT: Right = Right::SESSIONS_READ;
}

#[async_trait]
impl Read for ListSessions {
    type Output = Page<Session>;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, None)?;
        Ok(scene.queries().sessions.list(scene.tenant(), self.page).await?)
    }
}

/// One conversation with its last turns, the oldest of them first.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct FindSession {
    pub session: SessionId,
    /// How many turns at the most.
    pub turns: u16,
}

impl Guarded for FindSession {
    const RIGHT: Right = Right::SESSIONS_READ;
}

#[async_trait]
impl Read for FindSession {
    type Output = (Session, Vec<Turn>);

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, None)?;
        let (tenant, sessions) = (scene.tenant(), &scene.queries().sessions);
        let found = sessions.find(tenant, self.session).await?;
        let session = found.ok_or(Refusal::NotFound)?;
        let turns = sessions.turns(tenant, session.id, self.turns).await?;
        Ok((session, turns))
    }
}

/// A conversation of the caller's own, to go on with it.
#[derive(Debug, Clone, Copy)]
pub struct OwnSession(pub SessionId);

impl Guarded for OwnSession {
    const RIGHT: Right = Right::VOICE_USE;
}

#[async_trait]
impl Read for OwnSession {
    type Output = Session;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, None)?;
        let found = scene.queries().sessions.find(scene.tenant(), self.0).await?;
        let own = found.filter(|session| session.user == scene.caller.user);
        own.ok_or(Refusal::NotFound)
    }
}
