//! Every storage port on SQLite and PostgreSQL.
