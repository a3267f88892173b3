//! Conversations and their turns; a client's name for a turn stands once in a conversation.

crate::ddl::step!(
    &[
        "CREATE TABLE session (
            tenant_id {uuid} NOT NULL REFERENCES shop (tenant_id),
            id {uuid} NOT NULL,
            user_id {uuid} NOT NULL,
            language TEXT NOT NULL,
            state TEXT NOT NULL,
            started_at {int} NOT NULL,
            ended_at {int},
            updated_at {int} NOT NULL,
            version {int} NOT NULL CHECK (version > 0),
            PRIMARY KEY (tenant_id, id)
        ) {strict}",
        "CREATE INDEX ix_session_user ON session (tenant_id, user_id, updated_at)",
        "CREATE TABLE turn (
            tenant_id {uuid} NOT NULL,
            id {uuid} NOT NULL,
            session_id {uuid} NOT NULL,
            client_id TEXT,
            at {int} NOT NULL,
            text TEXT NOT NULL,
            intent TEXT NOT NULL,
            confidence {int} NOT NULL,
            source TEXT NOT NULL,
            state TEXT NOT NULL,
            took_us {int} NOT NULL,
            answer TEXT NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, session_id) REFERENCES session (tenant_id, id)
        ) {strict}",
        "CREATE INDEX ix_turn_session ON turn (tenant_id, session_id, at, id)",
        "CREATE UNIQUE INDEX ux_turn_client ON turn (tenant_id, session_id, client_id)
            WHERE client_id IS NOT NULL",
    ],
    drops "turn", "session"
);
