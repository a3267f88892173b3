//! Answers of requests that may come twice, and secrets that sign people in, kept as hashes.

crate::ddl::step!(
    &[
        "CREATE TABLE request (
            tenant_id {uuid} NOT NULL,
            credential TEXT NOT NULL,
            route TEXT NOT NULL,
            request_key TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            claimed_at {int} NOT NULL,
            answer TEXT,
            PRIMARY KEY (tenant_id, credential, route, request_key)
        ) {strict}",
        "CREATE INDEX ix_request_age ON request (claimed_at)",
        "CREATE TABLE one_time_code (
            hash {bytes} NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('sign_in', 'socket_ticket')),
            tenant_id {uuid} NOT NULL,
            user_id {uuid} NOT NULL,
            sealed {bytes},
            expires_at {int} NOT NULL,
            used_at {int}
        ) {strict}",
        "CREATE INDEX ix_code_age ON one_time_code (expires_at)",
        "CREATE TABLE refresh_token (
            hash {bytes} NOT NULL PRIMARY KEY,
            family {uuid} NOT NULL,
            tenant_id {uuid} NOT NULL,
            user_id {uuid} NOT NULL,
            expires_at {int} NOT NULL,
            used_at {int},
            revoked_at {int}
        ) {strict}",
        "CREATE INDEX ix_refresh_family ON refresh_token (family)",
        "CREATE INDEX ix_refresh_age ON refresh_token (expires_at)",
    ],
    drops "refresh_token", "one_time_code", "request"
);
