//! Conversations and their turns.

use crate::{
    state::State,
    store::MemoryStore,
    unit::{Unit, require_version},
};
use async_trait::async_trait;
use execora_kernel::{Page, PageRequest, SessionId, StoreError, TenantId, TurnId};
use execora_usecases::{
    ports::{SessionQueries, SessionRepository},
    session::{Session, Turn},
};
use uuid::Uuid;

impl State {
    fn turns_of(&self, tenant: TenantId, session: SessionId) -> impl Iterator<Item = &Turn> {
        // Ids of turns are never nil, so nothing of the session lies below.
        let start = (session, TurnId::new(Uuid::nil()));
        let rows = self.turns.above(tenant, start);
        rows.take_while(move |turn| turn.session == session)
    }
}

#[async_trait]
impl SessionRepository for Unit {
    async fn lock(&mut self, tenant: TenantId, id: SessionId) -> Result<Option<Session>, StoreError> {
        self.act(|state| Ok(state.sessions.get(tenant, &id).cloned()))
    }

    async fn insert(&mut self, session: &Session) -> Result<(), StoreError> {
        self.act(|state| state.sessions.insert(session.tenant, session.id, session.clone()))
    }

    async fn update(&mut self, session: &Session, was: i64) -> Result<(), StoreError> {
        self.act(|state| {
            let stored = state.sessions.get_mut(session.tenant, &session.id);
            let stored = stored.ok_or(StoreError::Stale)?;
            require_version(stored.version, was)?;
            stored.language.clone_from(&session.language);
            stored.state.clone_from(&session.state);
            stored.ended_at = session.ended_at;
            stored.updated_at = session.updated_at;
            stored.version = session.version;
            Ok(())
        })
    }

    async fn append_turn(&mut self, turn: &Turn) -> Result<(), StoreError> {
        self.act(|state| {
            let key = (turn.session, turn.id);
            state.turns.insert(turn.tenant, key, turn.clone())
        })
    }

    async fn turn(
        &mut self,
        tenant: TenantId,
        session: SessionId,
        id: TurnId,
    ) -> Result<Option<Turn>, StoreError> {
        self.act(|state| Ok(state.turns.get(tenant, &(session, id)).cloned()))
    }
}

#[async_trait]
impl SessionQueries for MemoryStore {
    async fn find(&self, tenant: TenantId, id: SessionId) -> Result<Option<Session>, StoreError> {
        Ok(self.state().sessions.get(tenant, &id).cloned())
    }

    async fn list(&self, tenant: TenantId, page: PageRequest) -> Result<Page<Session>, StoreError> {
        let wanted = |session: &Session| Some(session.clone());
        let sessions = self.state().sessions;
        Ok(sessions.page(tenant, page, SessionId::new, wanted, |s| s.id.uuid()))
    }

    async fn turns(&self, tenant: TenantId, id: SessionId, limit: u16) -> Result<Vec<Turn>, StoreError> {
        let state = self.state();
        let mut turns: Vec<Turn> = state.turns_of(tenant, id).cloned().collect();
        turns.sort_by_key(|turn| (turn.at, turn.id));
        let surplus = turns.len().saturating_sub(usize::from(limit));
        Ok(turns.split_off(surplus))
    }
}
