//! What readiness writes and reads back: the last beat, with a pad of about what a unit of work writes.

crate::ddl::step!(
    &["CREATE TABLE heartbeat (
        beat {int} NOT NULL PRIMARY KEY,
        pad {bytes} NOT NULL
    ) {strict}"],
    drops "heartbeat"
);
