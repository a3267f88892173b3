//! Conversations and their turns.

use crate::reader::{Connection, Reader};
use crate::row::{Row, Shape, Unreadable};
use crate::sql::{Ask, Filter, insert};
use crate::unit::Unit;
use crate::values::{id, instant, instant_opt, int, text};
use async_trait::async_trait;
use execora_kernel::{Page, PageRequest, SessionId, StoreError, TenantId, TurnId, UserId};
use execora_usecases::ports::{SessionQueries, SessionRepository};
use execora_usecases::session::{Session, Turn};

const COLUMNS: &str = "tenant_id, id, user_id, language, state, started_at, ended_at, updated_at, version";

const TURN: &str = "tenant_id, id, session_id, at, text, intent, confidence, source, state, took_us, answer";

const SHAPE: Shape<Session> = Shape {
    what: "session",
    read: session,
};

const TURN_SHAPE: Shape<Turn> = Shape {
    what: "turn",
    read: turn,
};

fn session(row: &Row) -> Result<Session, Unreadable> {
    Ok(Session {
        id: row.id("id", SessionId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        user: row.id("user_id", UserId::new)?,
        language: row.get("language")?,
        state: row.get("state")?,
        started_at: row.instant("started_at")?,
        ended_at: row.instant_opt("ended_at")?,
        updated_at: row.instant("updated_at")?,
        version: row.get("version")?,
    })
}

fn turn(row: &Row) -> Result<Turn, Unreadable> {
    Ok(Turn {
        id: row.id("id", TurnId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        session: row.id("session_id", SessionId::new)?,
        at: row.instant("at")?,
        text: row.get("text")?,
        intent: row.get("intent")?,
        confidence: row.small("confidence")?,
        source: row.get("source")?,
        state: row.get("state")?,
        took_us: row.small("took_us")?,
        answer: row.get("answer")?,
    })
}

async fn find(
    db: &impl Ask,
    tenant: TenantId,
    session: SessionId,
    end: &str,
) -> Result<Option<Session>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM session WHERE tenant_id = $1 AND id = $2{end}");
    db.one(&SHAPE, sql, vec![id(tenant.uuid()), id(session.uuid())])
        .await
}

#[async_trait]
impl SessionRepository for Unit {
    async fn lock(&mut self, tenant: TenantId, id: SessionId) -> Result<Option<Session>, StoreError> {
        let end = self.for_update();
        find(self, tenant, id, end).await
    }

    async fn insert(&mut self, session: &Session) -> Result<(), StoreError> {
        let values = vec![
            id(session.tenant.uuid()),
            id(session.id.uuid()),
            id(session.user.uuid()),
            text(&session.language),
            text(&session.state),
            instant(session.started_at),
            instant_opt(session.ended_at),
            instant(session.updated_at),
            int(session.version),
        ];
        self.run(insert("session", COLUMNS), values).await.map(|_| ())
    }

    async fn update(&mut self, session: &Session, was: i64) -> Result<(), StoreError> {
        let sql = "UPDATE session SET language = $3, state = $4, ended_at = $5, updated_at = $6, version = $7 \
             WHERE tenant_id = $1 AND id = $2 AND version = $8";
        let values = vec![
            id(session.tenant.uuid()),
            id(session.id.uuid()),
            text(&session.language),
            text(&session.state),
            instant_opt(session.ended_at),
            instant(session.updated_at),
            int(session.version),
            int(was),
        ];
        self.run_if_unchanged(sql, values).await
    }

    async fn append_turn(&mut self, turn: &Turn) -> Result<(), StoreError> {
        let values = vec![
            id(turn.tenant.uuid()),
            id(turn.id.uuid()),
            id(turn.session.uuid()),
            instant(turn.at),
            text(&turn.text),
            text(&turn.intent),
            int(turn.confidence.into()),
            text(&turn.source),
            text(&turn.state),
            int(turn.took_us.into()),
            text(&turn.answer),
        ];
        self.run(insert("turn", TURN), values).await.map(|_| ())
    }

    async fn turn(
        &mut self,
        tenant: TenantId,
        session: SessionId,
        turn: TurnId,
    ) -> Result<Option<Turn>, StoreError> {
        let sql = format!("SELECT {TURN} FROM turn WHERE tenant_id = $1 AND session_id = $2 AND id = $3");
        let values = vec![id(tenant.uuid()), id(session.uuid()), id(turn.uuid())];
        self.one(&TURN_SHAPE, sql, values).await
    }
}

#[async_trait]
impl<C: Connection> SessionQueries for Reader<C> {
    async fn find(&self, tenant: TenantId, id: SessionId) -> Result<Option<Session>, StoreError> {
        find(self, tenant, id, "").await
    }

    async fn list(&self, tenant: TenantId, page: PageRequest) -> Result<Page<Session>, StoreError> {
        let mut filter = Filter::new("tenant_id", id(tenant.uuid()));
        filter.and_if("id < ?", page.after.map(id));
        let sql = filter.newest(&format!("SELECT {COLUMNS} FROM session"), page);
        let rows = self.all(&SHAPE, sql, filter.values).await?;
        Ok(Page::from_rows(rows, page.limit, |s| s.id.uuid()))
    }

    async fn turns(&self, tenant: TenantId, session: SessionId, limit: u16) -> Result<Vec<Turn>, StoreError> {
        let sql = format!(
            "SELECT {TURN} FROM turn WHERE tenant_id = $1 AND session_id = $2 ORDER BY at DESC, id DESC LIMIT $3"
        );
        let values = vec![id(tenant.uuid()), id(session.uuid()), int(limit.into())];
        let mut turns = self.all(&TURN_SHAPE, sql, values).await?;
        turns.reverse();
        Ok(turns)
    }
}
